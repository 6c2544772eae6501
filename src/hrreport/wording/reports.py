"""Words for reports and their findings, the same in every format."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.text.marks import OMISSION
from hrreport.text.months import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from hrreport.model.finding import Assessment, Brief, Figure, Finding, Issue, Kind
    from hrreport.model.report import Report, Section
    from hrreport.model.retrieval import Provenance

PARAGRAPHS_COUNTED = "paragraph numbers (¶) are counted by hrreport within each numbered or lettered section"
"""Said once in every answer that shows them: the reports print none."""

_SILENCES = {
    "no-reports": "no reports",
    "respected": "respected",
    "not-applicable": "not applicable",
    "cross-reference": "cross-reference only",
    "description": "description only",
}

LEGEND = (
    ("serious", "serious abuses reported"),
    ("limited", "abuses reported, limited"),
    ("none", "none reported: no reports, right respected, or law alone"),
    ("silent", "not addressed: not applicable, cross-reference or description only"),
)
"""The four degrees of a section's assessment, gravest first, each with its meaning."""
UNGRADED = ("reported", "abuses reported, extent not known: no change against either of the two above")
"""The degree of abuses under a run-in label, whose extent is not assessed, with its meaning."""


def degree(assessment: Assessment | None) -> str:
    """Return which of the degrees of `LEGEND` an assessment has, or that of `UNGRADED`; empty where there is none."""
    if assessment is None:
        return ""
    if assessment.value == "abuses-reported":
        return assessment.extent or UNGRADED[0]
    return "none" if assessment.value == "none-reported" else "silent"


def legend_of(assessments: Iterable[Assessment | None]) -> tuple[tuple[str, str], ...]:
    """Return `LEGEND`, with `UNGRADED` after the graded abuses where one of the assessments has that degree.

    >>> from hrreport.model.finding import Assessment
    >>> [name for name, _ in legend_of([Assessment("abuses-reported")])]
    ['serious', 'limited', 'reported', 'none', 'silent']
    """
    ungraded = any(degree(assessment) == UNGRADED[0] for assessment in assessments)
    return (*LEGEND[:2], UNGRADED, *LEGEND[2:]) if ungraded else LEGEND


def assessed(assessment: Assessment | None) -> str:
    """Return an assessment in a word or two; the silences are distinguished.

    >>> from hrreport.model.finding import Assessment
    >>> assessed(Assessment("abuses-reported", extent="limited"))
    'limited abuses'
    >>> assessed(Assessment("none-reported", basis="respected"))
    'respected'
    """
    if assessment is None:
        return ""
    if assessment.value == "abuses-reported":
        return f"{assessment.extent} abuses" if assessment.extent else "abuses reported"
    if assessment.basis:
        return _SILENCES[assessment.basis]
    return "none reported" if assessment.value == "none-reported" else "not addressed"


def assessed_or_not(assessment: Assessment | None, sentences: int) -> str:
    """Return an assessment in a word or two, or why there is none: there is no text, or it is not assessed.

    >>> assessed_or_not(None, 0), assessed_or_not(None, 7)
    ('no text', 'not assessed')
    """
    return assessed(assessment) or ("not assessed" if sentences else "no text")


def describe_kind(kind: Kind) -> str:
    """Return a kind of sentences in words; ``denial``, of options and tables of data, is not the government's.

    >>> from hrreport.model.finding import Kind
    >>> describe_kind(Kind.DENIAL), describe_kind(Kind.LAW)
    ('reported as absent or respected', 'law')
    """
    return "reported as absent or respected" if kind.value == "denial" else kind.value


def day(date: str) -> str:
    """Return an ISO date as readers write it; anything else as it is.

    >>> day("2024-04-22")
    '22 April 2024'
    """
    year, _, rest = date[:10].partition("-")
    month, _, number = rest.partition("-")
    if len(year) == 4 and year.isdigit() and month.isdigit() and number.isdigit() and 1 <= int(month) <= 12:  # noqa: PLR2004  a calendar
        return f"{int(number)} {MONTHS[int(month) - 1]} {year}"
    return date


def publication_date(report: Report) -> str:
    """Return when a report was published, with what gives the date: ``22 April 2024, release of the edition``.

    Empty where it is not known.
    """
    publication = records.publication(report.id.year, report.published)
    return day(publication.day) + ", release of the edition" * (publication.dated_by == "edition")


def describe_publication(report: Report) -> str:
    """Return that a report was published, and when, or that it gives no date."""
    date = publication_date(report)
    return f"Published {date}" if date else "Date of publication not given"


def moment(when: datetime) -> str:
    """Return a time in UTC to the minute: ``3 May 2025, 10:20 UTC``."""
    return f"{day(when.date().isoformat())}, {when:%H:%M} UTC"


def publisher(report: Report) -> str:
    """Return who answers for the text: the Department, or ourselves for the bundled abridgement."""
    if report.provenance.origin == "sample":
        return "hrreport (not the Department of State)"
    return "U.S. Department of State, Bureau of Democracy, Human Rights, and Labor"


def obtained(provenance: Provenance) -> str:
    """Return from where a page came, as the end of "retrieved ... ": ``from www.state.gov``."""
    where = provenance.url.partition("://")[2].partition("/")[0]
    captured = f", captured {day(provenance.captured_at)}" if provenance.captured_at else ""
    ways = {
        "state.gov": f"from {where or 'state.gov'}",
        "internet-archive": f"from the Internet Archive{captured}",
        "web-archive": f"from the web archive {where}{captured}",
        "mirror": "from a mirror",
        "file": f"from a file{captured}",
        "sample": "with hrreport itself",
    }
    copy = f"; copy published by {provenance.publisher}" if provenance.publisher else ""
    return ways[provenance.origin] + copy


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "paragraph"), counted(3, "finding"), counted(12345, "word")
    ('1 paragraph', '3 findings', '12,345 words')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


UNSUPPORTED = "No sentence of the body was found that bears this out."
"""In place of the evidence of an issue."""


def describe_evidence(issue: Issue) -> str:
    """Return how many sentences support an issue, and how many of them are left out."""
    total = len(issue.evidence) + issue.omitted
    left = f"; the {issue.omitted:,} weakest left out by --limit" if issue.omitted else ""
    return f"{counted(total, 'sentence')} of the body, the strongest first{left}" if total else UNSUPPORTED


def without_issues(brief: Brief) -> str:
    """Return the sentence in place of the executive summary's issues where there are none."""
    if brief.issues:
        return "The executive summary lists no issues; it says:"
    return "No list of issues was found in the executive summary."


def join_sentences(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Yield the first finding of each paragraph with the joined words of all, `OMISSION` where some are missing."""
    for _, group in groupby(findings, key=lambda f: (f.locator.section, f.locator.paragraph)):
        first, *others = group
        text, last = first.text, first.locator.sentence or 0
        for finding in others:
            here = finding.locator.sentence or 0
            text += f" {finding.text}" if here == last + 1 else f" {OMISSION} {finding.text}"
            last = here
        yield first, text


def sentence_or_length(text: str) -> str:
    """Return a sentence of a report, or of one of more than 60 words, which is never cut, how many it has.

    >>> sentence_or_length("word " * 61)
    '[a sentence of 61 words]'
    """
    number = len(text.split())
    return text if number <= 60 else f"[a sentence of {number} words]"  # noqa: PLR2004  it is named here alone


def figure_words(figure: Figure) -> str:
    """Return a figure as printed, with what it counts: ``possibly up to 260 (prisoners)``."""
    return f"{figure.text} ({figure.what})" if figure.what and figure.what not in figure.text else figure.text


def finding_words(finding: Finding, *, key: bool = True) -> tuple[str, ...]:
    """Return what was found in a sentence: its kind, with `key` whether it is key, sources, figures, strength."""
    words = [describe_kind(finding.kind) + ", key" * (key and finding.key)]
    if finding.sources:
        words.append("source: " + "; ".join(f"{s.name} [{s.type}]" for s in finding.sources))
    if finding.figures:
        words.append("figure: " + "; ".join(map(figure_words, finding.figures)))
    if finding.strength:
        words.append("strength: " + ", ".join(finding.strength))
    return tuple(words)


def describe_guess(section: Section) -> str:
    """Return what a section is guessed to be about, and how sure that is; empty where nothing is guessed."""
    if section.guess is None:
        return ""
    names = {topic.id: topic.name for topic in records.topics()}
    return f"≈ {', '.join(names[topic] for topic in section.topics)} ({section.guess})"
