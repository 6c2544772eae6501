"""Comparisons of reports in the Python interface: editions, countries, topics, exhibits.

The module is long because its docstrings and overloads are the documentation of the methods; each method
only calls what does the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from hrreport.api.access import ReportAccess, all_of, describe_gaps, identify, names, now, texts, year_of, years_of
from hrreport.api.answers import Answer, topic_cells
from hrreport.api.groups import (
    changes_answer,
    check_arguments,
    duties_answer,
    group_asked,
    matrix_answer,
    trend_answer,
)
from hrreport.errors import InputError
from hrreport.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.api.access import Names, Year, Years
    from hrreport.api.country_report import CountryReport
    from hrreport.codec.contract import Json
    from hrreport.model.change import Comparison, TopicChange
    from hrreport.model.edition_change import CountryChange, CountryDuties, EditionChanges, EditionDuties, SortKey
    from hrreport.model.edition_matrix import CountrySeries, EditionMatrix, GroupTrend
    from hrreport.model.gap import MissingReport
    from hrreport.model.matrix import Chapter, Compilation, Matrix, MatrixRow
    from hrreport.model.packet import Packet, PacketPart
    from hrreport.model.topic_reading import ReportReadings
    from hrreport.model.trend import Trend, TrendRow


@dataclass(frozen=True, slots=True)
class Comparisons(ReportAccess):
    """Answers that are made of several reports."""

    @overload
    def diff(
        self,
        country: str,
        old: Year,
        new: Year,
        *,
        topic: Names | None = None,
        section: str | None = None,
        changed_only: bool = False,
    ) -> Answer[Comparison, TopicChange]: ...

    @overload
    def diff(
        self,
        country: None,
        old: Year,
        new: Year,
        *,
        all: bool = False,
        region: Names | None = None,
        group: Path | Names | None = None,
        duties: Literal[False] = False,
        sort: SortKey = "country",
    ) -> Answer[EditionChanges, CountryChange]: ...

    @overload
    def diff(
        self,
        country: None,
        old: Year,
        new: Year,
        *,
        all: bool = False,
        region: Names | None = None,
        group: Path | Names | None = None,
        duties: Literal[True],
        sort: SortKey = "country",
    ) -> Answer[EditionDuties, CountryDuties]: ...

    def diff(
        self,
        country: str | None,
        old: Year,
        new: Year,
        *,
        topic: Names | None = None,
        section: str | None = None,
        changed_only: bool = False,
        all: bool = False,  # noqa: A002  as the option of the command line
        region: Names | None = None,
        group: Path | Names | None = None,
        duties: bool = False,
        sort: SortKey = "country",
    ) -> Answer[Comparison, TopicChange] | Answer[EditionChanges, CountryChange] | Answer[EditionDuties, CountryDuties]:
        """Return what became of each topic from one edition of a country's report to another; or of many reports.

        Args:
            country: The country; ``None`` for many, of which those in the library are compared.
            old: The edition that is compared.
            new: The edition that it is compared with.
            topic: Only these topics.
            section: Only that section, of either edition.
            changed_only: Whether sentences that both editions have word for word are left out.
            all: Of many: whether all countries are meant.
            region: Of many: those of these regions (``"sca"``).
            group: Of many: those of a list, by name or in a file with one on each line.
            duties: Of many: whether to return how the reports answer what the law asks of them.
            sort: Of many: the order of the countries.

        Raises:
            HrReportError: A report could not be obtained, or an argument is not understood; as `read`.
        """
        from hrreport.codec.changes import comparison_json
        from hrreport.comparison.change_filters import select
        from hrreport.comparison.changes import compare_reports
        from hrreport.inputs.selections import section_among, topics_in
        from hrreport.terminal.changes import changes_view
        from hrreport.terminal.side_by_side import passages_beside

        of_many = {"all": all, "region": region, "group": group, "duties": duties, "sort": sort}
        of_one = {"topic": topic, "section": section, "changed_only": changed_only}
        check_arguments(country, of_many=of_many, of_one=of_one)
        if country is None:
            years = (year_of(old), year_of(new))
            asked = group_asked(years[1], all=all, region=region, group=group)
            with self._stored_context() as context:
                return (duties_answer if duties else changes_answer)(context, asked, years, sort)
        topics = topics_in(texts(topic))
        with self._opened(sample=False) as context:
            then, now = (self._obtained(*identify(country, year), context) for year in (old, new))
        whole = compare_reports(then.report, now.report, then=then.analysis, now=now.analysis)
        within = section_among((now.report, then.report), section)
        chosen = select(whole, topics=topics, section=within, changed_only=changed_only)
        view = passages_beside if topics or within else changes_view
        return Answer(
            chosen,
            chosen.changes,
            f"{then.title} and {now.year}: {len(chosen.changes)} topics",
            lambda: comparison_json(chosen, names()),
            lambda json: [
                {"country": then.report.id.country, "old_year": then.year, "new_year": now.year, **row}
                for row in json["topics"]
            ],
            lambda: view(chosen, names()),
            chosen.cautions,
        )

    @overload
    def compare(self, countries: Names, year: Year) -> Answer[Matrix, MatrixRow]: ...

    @overload
    def compare(self, countries: Names, year: Year, *, topic: Names) -> Answer[Compilation, Chapter]: ...

    @overload
    def compare(
        self,
        countries: None,
        year: Year,
        *,
        topic: Names | None = None,
        all: bool = False,
        region: Names | None = None,
        group: Path | Names | None = None,
    ) -> Answer[EditionMatrix, ReportReadings]: ...

    def compare(
        self,
        countries: Names | None,
        year: Year,
        *,
        topic: Names | None = None,
        all: bool = False,  # noqa: A002  as the option of the command line
        region: Names | None = None,
        group: Path | Names | None = None,
    ) -> Answer[Matrix, MatrixRow] | Answer[Compilation, Chapter] | Answer[EditionMatrix, ReportReadings]:
        """Return what the reports of several countries say on each topic; with `topic`, their passages on it.

        A report that could not be obtained is in ``answer.value.gaps``, with the reason.

        Args:
            countries: The countries, in the order of the columns; ``None`` for many, of which those in the library are
                read.
            year: The year covered.
            topic: The topics whose passages are returned, a chapter each; of many countries, the topics that are read.
            all: Of many: whether all countries are meant.
            region: Of many: those of these regions (``"sca"``).
            group: Of many: those of a list, by name or in a file with one on each line.

        Raises:
            HrReportError: Not one report could be obtained, or an argument is not understood; as `read`.
        """
        from hrreport.inputs.selections import countries_in, topics_in
        from hrreport.model.country import ReportId

        topics = topics_in(texts(topic))
        check_arguments(countries, of_many={"all": all, "region": region, "group": group}, of_one={})
        if countries is None:
            covered = year_of(year)
            asked = group_asked(covered, all=all, region=region, group=group)
            with self._stored_context() as context:
                return matrix_answer(context, asked, covered, topics)
        got, gaps = self._collect(ReportId(one.slug, year_of(year)) for one in countries_in(texts(countries)))
        return _compilation(got, topics, gaps) if topics else _matrix(got, gaps)

    @overload
    def trend(
        self, country: str, years: Years | None = None, *, topic: Names | None = None
    ) -> Answer[Trend, TrendRow]: ...

    @overload
    def trend(
        self,
        country: None,
        years: Years | None = None,
        *,
        topic: Names,
        all: bool = False,
        region: Names | None = None,
        group: Path | Names | None = None,
    ) -> Answer[GroupTrend, CountrySeries]: ...

    def trend(
        self,
        country: str | None,
        years: Years | None = None,
        *,
        topic: Names | None = None,
        all: bool = False,  # noqa: A002  as the option of the command line
        region: Names | None = None,
        group: Path | Names | None = None,
    ) -> Answer[Trend, TrendRow] | Answer[GroupTrend, CountrySeries]:
        """Return one country over the editions, topic by topic, oldest first; or one topic in many countries.

        Args:
            country: The country; ``None`` for many, of which those in the library are read.
            years: These editions, fetched where they are missing; ``None`` means the stored ones.
            topic: Only these topics; of many countries, the one that is followed.
            all: Of many: whether all countries are meant.
            region: Of many: those of these regions (``"sca"``).
            group: Of many: those of a list, by name or in a file with one on each line.

        Raises:
            NotFoundError: No edition is stored, and none was named.
            HrReportError: Not one report could be obtained, or an argument is not understood; as `read`.
        """
        from hrreport.catalogue.countries import find_country
        from hrreport.codec.changes import trend_json
        from hrreport.comparison.trend import trend_of
        from hrreport.inputs.selections import topics_in
        from hrreport.model.country import ReportId
        from hrreport.terminal.trend import trend_view

        topics = topics_in(texts(topic))
        check_arguments(country, of_many={"all": all, "region": region, "group": group}, of_one={})
        if country is None:
            if len(topics) != 1:
                raise InputError("one topic is followed in many countries", hint='name it: topic="torture"')
            covered = years_of(years)
            asked = group_asked(covered[-1] if covered else now().year, all=all, region=region, group=group)
            with self._stored_context() as context:
                return trend_answer(context, asked, topics[0], covered)
        slug = find_country(country).slug
        editions = self._stored_years(slug) if years is None else years_of(years)
        got, gaps = self._collect(ReportId(slug, year) for year in sorted(editions))
        trend = trend_of([(one.report, one.analysis) for one in got], topics, gaps=gaps)
        return Answer(
            trend,
            trend.rows,
            f"{got[0].country.name} in {len(got)} editions: {len(trend.rows)} topics",
            lambda: trend_json(trend, names()),
            lambda json: [{"country": slug, **cell} for cell in topic_cells(json)],
            lambda: trend_view(trend, names()),
            (*trend.cautions, *describe_gaps(gaps)),
        )

    def compile(self, countries: Names, years: Years, topics: Names) -> Answer[Compilation, Chapter]:
        """Return the passages of several reports on topics: a chapter for each topic, in it an entry for each report.

        A report that could not be obtained is in ``answer.value.gaps``, with the reason.

        Raises:
            HrReportError: Not one report could be obtained, or an argument is not understood; as `read`.
        """
        from hrreport.inputs.selections import topics_in

        chosen = topics_in(texts(topics))
        got, gaps = self._collect(all_of(countries, years))
        return _compilation(got, chosen, gaps)

    def packet(
        self,
        countries: Names | None = None,
        years: Years | None = None,
        *,
        topic: Names | None = None,
        claim: Path | str | None = None,
    ) -> Answer[Packet, PacketPart]:
        """Return an exhibit on conditions in countries: its parts, each with the passages of every report.

        A report that could not be obtained is in ``answer.value.gaps``, with the reason.

        Args:
            countries: The countries; ``None`` for those of the claim.
            years: The editions; ``None`` for those of the claim.
            topic: The topics that it is about.
            claim: The file of a claim (TOML), which chooses the topics instead.

        Raises:
            InputError: Neither a topic nor a claim was named, or both were, or one is not understood.
            HrReportError: Not one report could be obtained; as `read`.
        """
        from hrreport.codec.packets import packet_json
        from hrreport.comparison.packet import packet_of
        from hrreport.inputs.claims import read_claim_file, subjects_named, subjects_of
        from hrreport.inputs.selections import topics_in
        from hrreport.terminal.packet import packet_view
        from hrreport.wording.reports import counted

        given = read_claim_file(claim) if claim is not None else None
        topics = topics_in(texts(topic))
        if bool(given) == bool(topics):
            raise InputError("name either topics or a claim", hint="hrreport.topics() has the topics")
        named = texts(countries) or (given.countries if given else ())
        covered = texts(years) or (given.years if given else ())
        got, gaps = self._collect(all_of(named, covered))
        subjects = subjects_of(given) if given else subjects_named(topics)
        made = packet_of([(one.report, one.analysis) for one in got], subjects, claim=given, gaps=gaps)
        return Answer(
            made,
            made.parts,
            f"exhibit of {counted(len(got), 'report')}",
            lambda: packet_json(made, names()),
            lambda json: [
                {
                    "part": part["id"],
                    "country": tab["country"],
                    "year": tab["year"],
                    "section": passage["section"],
                    "heading": passage["path"][-1],
                    **paragraph,
                }
                for part in json["parts"]
                for tab in part["tabs"]
                for passage in tab["passages"]
                for paragraph in passage["paragraphs"]
            ],
            lambda: packet_view(made, names()),
            (*made.cautions, *describe_gaps(gaps)),
        )


def _matrix(got: list[CountryReport], gaps: list[MissingReport]) -> Answer[Matrix, MatrixRow]:
    from hrreport.codec.changes import matrix_json
    from hrreport.comparison.matrix import matrix_of
    from hrreport.terminal.matrix import matrix_view
    from hrreport.wording.reports import counted

    matrix = matrix_of([(one.report, one.analysis) for one in got], gaps=gaps)
    return Answer(
        matrix,
        matrix.rows,
        f"{counted(len(got), 'report')} of {got[0].year}: {counted(len(matrix.rows), 'topic')}",
        lambda: matrix_json(matrix, names()),
        topic_cells,
        lambda: matrix_view(matrix, names()),
        (*matrix.cautions, *describe_gaps(gaps)),
    )


def _compilation(
    got: list[CountryReport], topics: tuple[str, ...], gaps: list[MissingReport]
) -> Answer[Compilation, Chapter]:
    from hrreport.codec.changes import compilation_json
    from hrreport.comparison.matrix import compile_passages
    from hrreport.terminal.side_by_side import compilation_view
    from hrreport.wording.reports import counted

    if not topics:
        raise InputError("no topic was named", hint="hrreport.topics() has them")
    passages = compile_passages([one.report for one in got], topics, gaps=gaps)

    def rows(json: Json) -> list[Json]:
        return [
            {
                "topic": chapter["topic"],
                "country": entry["country"],
                "year": entry["year"],
                "section": excerpt["section"],
                "heading": excerpt["heading"],
                **paragraph,
            }
            for chapter in json["chapters"]
            for entry in chapter["entries"]
            for excerpt in entry["excerpts"]
            for paragraph in excerpt["paragraphs"]
        ]

    return Answer(
        passages,
        passages.chapters,
        f"{counted(len(got), 'report')} on {', '.join(topics)}",
        lambda: compilation_json(passages, names()),
        rows,
        lambda: compilation_view(passages, names()),
        (*passages.cautions, *describe_gaps(gaps)),
    )
