"""One report and the questions that can be asked of it.

The module is long because its docstrings are the documentation of the methods; each only calls what does
the work.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from hrreport.api.answers import Answer, describe_size, of_report, plain_citation
from hrreport.errors import InputError
from hrreport.inputs.selections import choose
from hrreport.model.finding import Kind
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from typing import Literal

    from pandas import DataFrame

    from hrreport.codec.contract import Json
    from hrreport.exporting.documents import Paper
    from hrreport.model.country import Country
    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.evidence import Codebook, CodersPacket, EvidenceSentence
    from hrreport.model.finding import Analysis, Finding, Issue
    from hrreport.model.locator import Locator
    from hrreport.model.quotation import QuotedSpan, Verdict
    from hrreport.model.report import Report, Section
    from hrreport.model.summary import Length, Summary


class Passage(NamedTuple):
    """A paragraph, and where it is."""

    locator: Locator
    """Section and paragraph."""
    heading: str
    """The section's heading, with its number or letter."""
    label: str
    """The run-in label at its start, or empty."""
    text: str
    """The paragraph after its label, verbatim."""


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class CountryReport:
    """A report on one country in one year.

    Sections and topics are named as on the command line: ``"1.c"``, ``"women"``, ``"§ 1.c ¶ 4"``;
    ``"prisons"``, ``"press-freedom"``. A section includes what is below it. What is not understood
    is an `InputError`, and what the report does not have a `NotFoundError`.

    Example:
        >>> import hrreport
        >>> got = hrreport.sample()  # the bundled abridgement; `hrreport.read` reads real reports
        >>> report = hrreport.CountryReport(hrreport.find_country("kazakhstan"), got.report, got.analysis)
        >>> report
        <Kazakhstan 2023: 44 sections, 83 paragraphs>
        >>> report.findings(section="1.b")[0].text
        'There were no reports of disappearances carried out by government authorities or for them.'
    """

    country: Country
    report: Report
    """Its text: sections, paragraphs, sentences, and where it comes from."""
    analysis: Analysis
    """What was found in it."""

    @property
    def year(self) -> int:
        """The year covered."""
        return self.report.id.year

    @property
    def title(self) -> str:
        """Country and year: ``Kazakhstan 2023``."""
        return f"{self.country.name} {self.year}"

    @property
    def notices(self) -> tuple[str, ...]:
        """Return the notices that come with the report, most important first; mostly empty."""
        from hrreport.wording.notices import notices

        return tuple(notices(self.report))

    def sections(self) -> Answer[Report, Section]:
        """Return the sections of all levels, in the order of the page.

        Rows have the id, heading, path of headings, assessment, and the numbers of paragraphs and words.
        """
        from hrreport.codec.sections import sections_json
        from hrreport.terminal.report_text import sections_view

        items = tuple(self.report.walk())
        return Answer(
            self.report,
            items,
            describe_size(len(items), "section", self.title),
            lambda: sections_json(self.report, self.analysis, self.country.name),
            self._rows("sections"),
            lambda: sections_view(self.report, self.analysis, self.country.name),
            self.notices,
        )

    def passages(self, *places: str, topic: str | None = None) -> Answer[Report, Passage]:
        """Return paragraphs, verbatim, in the order of the page.

        Args:
            places: Only these; none means the whole report.
            topic: Only those on that topic.

        Raises:
            InputError: A place or the topic is not understood.
            NotFoundError: The report has no such place, or nothing on the topic.
        """
        from hrreport.codec.sections import whole_report_json
        from hrreport.model.sections import part_of
        from hrreport.terminal.report_text import show_view

        choice = choose(self.report, places, topic)
        part = self.report if choice.places is None else part_of(self.report, choice.places)
        items = tuple(
            Passage(section.locate(paragraph), section.title, paragraph.topic or "", paragraph.text)
            for section, paragraph in part.passages()
        )

        cells = [
            {
                "section": passage.locator.section,
                "paragraph": passage.locator.paragraph,
                "heading": passage.heading,
                "label": passage.label or None,
                "text": passage.text,
            }
            for passage in items
        ]
        return Answer(
            part,
            items,
            describe_size(len(items), "passage", self.title),
            lambda: whole_report_json(part, self.country.name),
            lambda _: of_report(self.report.id, cells),
            lambda: show_view(part, None, self.country.name, elsewhere=choice.elsewhere),
            self._notices(choice.elsewhere),
        )

    def findings(
        self,
        *,
        section: str | None = None,
        topic: str | None = None,
        kind: Kind | str | None = None,
        source: str | None = None,
        figures: bool = False,
        key: bool = False,
    ) -> Answer[tuple[Finding, ...], Finding]:
        """Return the sentences with what they say: kind, sources, figures.

        Every sentence is a finding; `key` leaves the few that carry their section, as the command line does
        where nothing else is choice.

        Args:
            section: Only that section.
            topic: Only on that topic.
            kind: Only ``abuse``, ``response``, ``denial``, ``law`` or ``context``.
            source: Only what is attributed to a source whose name has these words, in any case.
            figures: Only sentences with figures.
            key: Only key findings.

        Raises:
            InputError: The section, topic or kind is not understood.
            NotFoundError: The report has no such section, or nothing on the topic.
        """
        from hrreport.analysis.finding_filters import select_findings
        from hrreport.codec.contract import findings_json
        from hrreport.terminal.findings import findings_view

        choice = choose(self.report, section, topic)
        chosen = select_findings(
            self.report,
            self.analysis.findings,
            kind=None if kind is None else kind_named(kind),
            places=choice.places,
            source=source,
            figures=figures,
            key=key,
        )
        return Answer(
            chosen,
            chosen,
            describe_size(len(chosen), "finding", self.title),
            lambda: findings_json(self.report, chosen, self.country.name, elsewhere=choice.elsewhere),
            self._rows("findings"),
            lambda: findings_view(self.report, chosen, self.country.name, elsewhere=choice.elsewhere),
            self._notices(choice.elsewhere),
        )

    def issues(self, *, topic: str | None = None) -> Answer[tuple[Issue, ...], Issue]:
        """Return the issues that the executive summary lists, each with the sentences that support it.

        Args:
            topic: Only those that the topic bears on.

        Raises:
            InputError: The topic is not understood.
            NotFoundError: The report has nothing on the topic.
        """
        from hrreport.analysis.finding_filters import issues_on
        from hrreport.codec.contract import issues_json
        from hrreport.terminal.findings import issues_view

        analysis, choice = self.analysis, choose(self.report, None, topic)
        if topic is not None:
            also = choice.elsewhere.places if choice.elsewhere else ()
            analysis = replace(analysis, issues=issues_on(self.report, analysis.issues, str(choice.topic), also=also))
        return Answer(
            analysis.issues,
            analysis.issues,
            describe_size(len(analysis.issues), "issue", self.title),
            lambda: issues_json(self.report, analysis, self.country.name),
            self._rows("issues"),
            lambda: issues_view(self.report, analysis, self.country.name),
            self._notices(choice.elsewhere),
        )

    def summary(
        self,
        *,
        length: Length = "medium",
        words: int | None = None,
        section: str | None = None,
        topic: str | None = None,
    ) -> Answer[Summary, Finding]:
        """Return the sentences that carry the report, section by section, in its own words.

        Args:
            length: ``brief`` (one screen), ``short`` (one sentence of each section), ``medium`` or ``long``.
            words: Instead, a running summary of the body in about so many words.
            section: Only that section.
            topic: Only on that topic.

        Raises:
            InputError: An argument is not understood, or `words` goes with `section` or `topic`.
            NotFoundError: The report has no such section, or nothing on the topic.
        """
        from hrreport.analysis.running_summary import running_summary
        from hrreport.analysis.summary import summarize_report
        from hrreport.codec.sections import summary_json
        from hrreport.terminal.summaries import summary_view

        elsewhere = None
        if words is None:
            choice = choose(self.report, section, topic)
            elsewhere = choice.elsewhere
            summary = summarize_report(self.report, self.analysis, length=length, places=choice.places)
        elif words < 1 or section is not None or topic is not None:
            raise InputError("a summary of so many words is of the whole body", hint="leave out section and topic")
        else:
            summary = running_summary(self.report, self.analysis, words)
        shown = describe_size(len(summary.sentences), "sentence", str(len(self.analysis.findings)))
        return Answer(
            summary,
            summary.sentences,
            f"Summary of {self.title}: {shown}",
            lambda: summary_json(self.report, summary, self.country.name, elsewhere=elsewhere),
            lambda json: of_report(self.report.id, _sentence_rows(json)),
            lambda: summary_view(self.report, summary, self.country.name, elsewhere=elsewhere),
            self._notices(elsewhere),
        )

    def evidence(self, codebook: Codebook | str) -> Answer[CodersPacket, EvidenceSentence]:
        """Return what the report says on each indicator of a codebook; no score is given.

        Rows are sentences, each with its indicator; an indicator without any has a row without a sentence.

        Args:
            codebook: ``political-terror-scale``, ``cirights`` or ``v-dem``, or one that
                `hrreport.analysis.evidence.parse_codebook` read.

        Raises:
            InputError: There is no such codebook, or the report is the bundled abridgement.
        """
        from hrreport.analysis.evidence import bundled_codebook, codebook_names, gather_evidence
        from hrreport.codec.evidence import evidence_json, evidence_lines
        from hrreport.terminal.evidence import evidence_view

        if self.report.provenance.origin == "sample":
            raise InputError("the bundled abridgement is not the report's text", hint="read the report itself")
        if isinstance(codebook, str):
            if codebook not in codebook_names():
                raise InputError(f'there is no codebook "{codebook}"', hint=f"there are: {', '.join(codebook_names())}")
            codebook = bundled_codebook(codebook)
        packet = gather_evidence(self.report, self.analysis, codebook)
        return Answer(
            packet,
            packet.sentences,
            describe_size(len(packet.sentences), "sentence", f"{self.title} for {packet.codebook.title}"),
            lambda: evidence_json(self.report, packet, self.country.name),
            lambda _: list(evidence_lines(self.report, packet)),
            lambda: evidence_view(self.report, packet, self.country.name),
            self.notices,
        )

    def verify(self, quotation: str) -> Answer[Verdict, QuotedSpan]:
        """Return whether a quotation is in the report, word for word, and where.

        The shape of quotation marks, the length of dashes and white space do not matter. The answer's items are
        the places where it is. ``answer.value.judgment`` is ``exact``, ``altered-as-marked``, ``differs`` or
        ``not-found``, and ``answer.value.nearest`` what comes nearest where it is not there. Of a text that holds
        several quotations, ``answer.value.quotations`` has a verdict on each.

        Raises:
            InputError: The quotation has no words.
        """
        from hrreport.codec.quotations import verdict_json
        from hrreport.quoting import verify_text
        from hrreport.terminal.verdicts import verdict_view

        verdict = verify_text(self.report, quotation)
        places = verdict.places or tuple(place for each in verdict.quotations for place in each.places)
        return Answer(
            verdict,
            places if verdict.found else (),
            f"{verdict.judgment} in {self.title}: {verdict.quotation[:40]!r}",
            lambda: verdict_json(self.report, verdict, self.country.name, cite=plain_citation),
            lambda json: of_report(
                self.report.id, [place for each in (json, *json.get("quotations", ())) for place in each["places"]]
            ),
            lambda: verdict_view(self.report, verdict, self.country.name, cite=plain_citation),
            self.notices,
        )

    def cite(
        self,
        *places: str,
        style: str = "bluebook",
        short: bool = False,
        accessed: date | None = None,
        deep_links: bool = False,
    ) -> str:
        """Return a citation of the report, or a line for each of some places in it.

        Args:
            places: ``"1.c ¶ 4"``, ``"1.c:4-6"``, ``"women"``; none means the report as a whole.
            style: ``bluebook``, ``oscola``, ``apa``, ``bibtex`` ... See ``hrreport help citations``.
            short: Whether it is a later citation; of a record, what cites it in a text.
            accessed: The day on which the page was read; ``None`` for the day of its retrieval.
            deep_links: Whether addresses open the page at the words of the place.

        Raises:
            InputError: A place or the style is not understood, the style names one place only, or the report
                is the bundled abridgement, which is not to be cited.
            NotFoundError: The report has no such place.
        """
        from hrreport.catalogue.places import find_places
        from hrreport.citing import cite, style_named

        found: Sequence[tuple[Locator | None, int | None]] = (
            find_places(self.report, places) if places else ((None, None),)
        )
        if len(found) > 1 and style_named(style).basis == "format" and not short:
            raise InputError(f'a record of "{style}" names one place', hint="cite them one at a time")
        cited = (
            cite(
                self.report,
                place,
                style=style,
                country_name=self.country.name,
                short=short,
                accessed=accessed,
                through=through,
                deep_links=deep_links,
            )
            for place, through in found
        )
        return "\n".join(cited)

    def export(
        self,
        format: Literal["markdown", "json", "html", "docx", "pdf", "csv"] = "markdown",  # noqa: A002  the option's name
        *,
        cite: str | None = None,
        paper: Paper = "letter",
        finding_aid: bool = False,
    ) -> str | bytes:
        """Return the whole report, with its provenance, as the content of a file; bytes for ``docx`` and ``pdf``.

        Args:
            format: The file's format; ``docx`` and ``pdf`` need the extras of these names.
            cite: The citation style of each paragraph (html), row (csv), or of the report (the others).
            paper: The size of the pages of a docx or pdf.
            finding_aid: Whether a docx or pdf has the program's assessments of the sections at its end.

        Raises:
            InputError: The format or the style is not understood, or the format needs an extra.
        """
        from hrreport.exporting.reports import export_report

        def cited(place: Locator | None) -> str:
            from hrreport.citing import cite as citation
            from hrreport.citing import style_named

            chosen = style_named(str(cite))
            short = chosen.basis == "format" and format != "json"
            return citation(self.report, place, style=chosen.name, country_name=self.country.name, short=short)

        return export_report(
            self.report,
            format,
            analysis=self.analysis,
            country=self.country.name,
            cite=cited if cite else None,
            paper=paper,
            aid=finding_aid,
        )

    def to_frame(self) -> DataFrame:
        """Return a pandas table with a line for each sentence, and what was found in it.

        Raises:
            InputError: pandas is not installed.
        """
        return self.findings().to_frame()

    def _repr_html_(self) -> str:
        """Return what a notebook shows: title, notices, provenance, and the outline."""
        from hrreport.exporting.notebook import report_in_notebook

        return report_in_notebook(self.report, self.analysis, self.country.name)

    def __repr__(self) -> str:
        sections = sum(1 for _ in self.report.walk())
        paragraphs = sum(1 for _ in self.report.passages())
        return f"<{self.title}: {sections} sections, {paragraphs} paragraphs>"

    def _notices(self, elsewhere: Elsewhere | None) -> tuple[str, ...]:
        return (elsewhere.notice, *self.notices) if elsewhere else self.notices

    def _rows(self, items: str) -> Callable[[Json], list[Json]]:
        return lambda json: of_report(self.report.id, json[items])


def kind_named(kind: Kind | str) -> Kind:
    """Return a kind by its name.

    Raises:
        InputError: There is no such kind.
    """
    try:
        return Kind(kind)
    except ValueError as error:
        raise InputError(f'"{kind}" is not a kind', hint=f"kinds: {', '.join(Kind)}") from error


def _sentence_rows(json: Json) -> list[Json]:
    """Return the sentences of a summary, each with the heading and the assessment of its section."""
    return [
        {
            "heading": section["heading"],
            "assessment": section["assessment"],
            "extent": section["extent"],
            "basis": section["basis"],
            **sentence,
        }
        for section in json["sections"]
        for sentence in section["sentences"]
    ]
