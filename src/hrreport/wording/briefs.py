"""The words of a brief, and how many lines they take: the same in every view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.wording.reports import day, moment, obtained

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from hrreport.model.finding import Brief, Finding, Issue
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report, Section
    from hrreport.model.summary import AcronymExpansion, BriefSummary, Mark, PreviousEdition, SectionSummary, Summary

LINES = 45
"""A brief takes at most so many lines."""
WIDTH = 100
"""Columns of such a line."""
INDENT = 2
"""Columns left of all text but the first line."""
_PLACES = 2
"""Sections named beside an issue."""
NOT_FOUND = "no section found"
"""In their place where there are none."""
POINTER = "cross-reference only"
"""After sections whose headings name an issue and whose texts refer elsewhere."""
NO_SENTENCE = "no sentence found"
"""After other such sections, where no sentence supports the issue."""
_APART = 10
"""Issues that take more lines than this are set in one run."""


def source_line(report: Report, country: str) -> str:
    """Return where a brief is from, in one line."""
    source = report.provenance
    published = f"published {day(report.published)}, " if report.published else ""
    return f"{country} {report.id.year} · {published}retrieved {moment(source.retrieved_at)}, {obtained(source)}"


FACTS: tuple[tuple[Mark, str, str], ...] = (
    ("named", "■", "abuse that the executive summary names"),
    ("described", "▪", "abuse described in this section only"),
    ("none", "○", "the report says none, or the right respected"),
    ("elsewhere", "–", "referred elsewhere, not applicable, or no heading"),
)
"""The marks of headings, strongest first: each with its sign and its meaning."""


def sign_of(mark: Mark) -> str:
    """Return the sign of a mark, or nothing."""
    return next((sign for name, sign, _ in FACTS if name == mark), "")


def place_words(place: Locator) -> str:
    """Return a place of the body in few columns: ``1.c ¶ 7``."""
    return f"{place.anchor} {place.pinpoint}"


def _heading_words(section: Section) -> str:
    """Return the name of a section in few columns: ``§ 7.c``, or ``§ 6 Children`` where it has no letter."""
    return f"§ {section.id}" if section.id == section.anchor else f"§ {section.anchor} {section.heading}"


def _where(report: Report, issue: Issue, pointers: Collection[str]) -> str:
    """Return the sections to name beside an issue, and what they lack."""
    if issue.evidence or issue.omitted or not issue.sections:
        names = dict.fromkeys(section.partition("/")[0] for section in issue.sections)
        return ", ".join(f"§ {name}" for name in [*names][:_PLACES]) or NOT_FOUND
    shown = issue.sections[:_PLACES]
    lack = POINTER if all(section in pointers for section in shown) else NO_SENTENCE
    return f"{', '.join(_heading_words(report.section(section)) for section in shown)}, {lack}"


def issue_words(
    report: Report, place: Locator, issues: Sequence[Issue], pointers: Collection[str] = ()
) -> tuple[tuple[str, str], ...]:
    """Return the words of a sentence that lists issues, broken after each, with the sections that support it.

    Joined, the words are those of the sentence.
    """
    text = report.text_at(place)
    pieces: list[tuple[str, str]] = []
    at = 0
    for issue in (i for i in issues if i.locator == place):
        start = text.find(issue.text, at)
        if start < 0:
            continue
        if not at and start:
            pieces.append((text[:start].strip(), ""))
            at = start
        end = len(text) - len(text[start + len(issue.text) :].lstrip(";,. "))
        pieces.append((text[at:end].strip(), _where(report, issue, pointers)))
        at = end
    if text[at:].strip():
        pieces.append((text[at:].strip(), ""))
    return tuple(pieces)


def verdict_words(
    report: Report, brief: Brief, overview: BriefSummary
) -> tuple[tuple[Locator, tuple[tuple[str, str], ...]], ...]:
    """Return the report's own verdict: each sentence with its place, broken at the issues it lists."""
    places = [*((brief.change,) if brief.change else ()), *brief.issues, *brief.accountability, *overview.actors]
    return tuple((place, issue_words(report, place, overview.issues, overview.pointers)) for place in places)


def verdict_texts(place: Locator, items: Sequence[tuple[str, str]], gloss: str) -> tuple[str, ...]:
    """Return the texts of one sentence of the verdict: one for each issue, or all in one run where they are many."""
    texts = [f"{words} [{where}]" if where else words for words, where in items]
    texts[0] = f"{place_words(place)} {texts[0]}"
    texts += [gloss] if gloss else []
    return (" ".join(texts),) if len(items) == 1 or sum(map(height, texts)) > _APART else tuple(texts)


def gloss_words(glosses: Iterable[AcronymExpansion], place: Locator) -> str:
    """Return the long forms for after a sentence, in one pair of brackets, or nothing.

    >>> from hrreport.model.locator import Locator
    >>> from hrreport.model.summary import AcronymExpansion
    >>> at = Locator("1.a", 1, 1)
    >>> gloss_words([AcronymExpansion(at, "NGO", "nongovernmental organization")], at)
    '[NGO: nongovernmental organization]'
    """
    forms = "; ".join(f"{g.short}: {g.long}" for g in glosses if g.locator == place)
    return f"[{forms}]" if forms else ""


def also_words(digest: SectionSummary, place: Locator) -> str:
    """Return where else the report says what a sentence says, in brackets, or nothing."""
    places = ", ".join(str(there) for here, there in digest.also if here == place)
    return f"[also {places}]" if places else ""


def paragraph_notes(summary: Summary, digest: SectionSummary, first: Finding) -> str:
    """Return the long forms of acronyms in a paragraph of a digest, and the other places that say the same."""
    places = [f.locator for f in digest.sentences if f.locator.paragraph == first.locator.paragraph]
    notes = (words for at in places for words in (gloss_words(summary.glosses, at), also_words(digest, at)))
    return " ".join(filter(None, notes))


def referred_words(report: Report, summary: Summary) -> str:
    """Return the line on the sections that only refer elsewhere or are not applicable, or nothing."""
    names = [_heading_words(section) for section in map(report.section, summary.referred)]
    return f"Referred elsewhere or not applicable: {', '.join(names)}." if names else ""


def missing_words(overview: BriefSummary) -> str:
    """Return the sentence on the subjects that have no heading, or nothing."""
    return f"No heading in this edition for: {', '.join(overview.missing)}." if overview.missing else ""


def since_words(since: PreviousEdition | None) -> tuple[str, ...]:
    """Return what surely differs from the edition before, a text each; nothing where that edition is not known."""
    if since is None:
        return ()
    texts = [
        f"{name} the issues since {since.year}: {'; '.join(items)}."
        for name, items in (("Added to", since.added), ("Gone from", since.gone))
        if items
    ]
    if since.lost:
        texts.append(f"Headings of {since.year} that this edition does not have: {', '.join(since.lost)}.")
    if since.outline_changed:
        texts.append(
            f"The outline is not that of {since.year}: a topic that is no longer reported has not necessarily improved."
        )
    return tuple(texts)


def sentence_words(label: str | None, text: str, gloss: str) -> str:
    """Return a sentence of the body with the label before it and the long forms after it, both in brackets."""
    return " ".join(filter(None, (f"[{label}]" if label else "", text, gloss)))


def height(text: str, indent: int = INDENT) -> int:
    """Return how many lines of a brief a text takes.

    >>> height("a word"), height("word " * 30)
    (1, 2)
    """
    lines, used = 0, 0
    for word in filter(None, text.replace("§ ", "§\u00a0").split(" ")):  # the sign is not parted from its number
        if lines and used + 1 + len(word) <= WIDTH - indent:
            used += 1 + len(word)
        else:
            lines, used = lines + 1, len(word)
    return lines


def since_height(since: PreviousEdition | None) -> int:
    """Return how many lines of a brief tell what differs from the edition before."""
    return sum(map(height, since_words(since)))


def label_of(finding: Finding) -> str | None:
    """Return the run-in label printed before a sentence: only the first of its paragraph has one."""
    return finding.topic if finding.locator.sentence == 1 else None


def body_text(finding: Finding, gloss: str) -> str:
    """Return a sentence of the body with its place and label before it and its long forms after it."""
    return f"{place_words(finding.locator)} {sentence_words(label_of(finding), finding.text, gloss)}"
