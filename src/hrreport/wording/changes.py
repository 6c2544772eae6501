"""Words for changes between editions, the same in every format; always neutral."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue import records
from hrreport.model.change import REPEATED, rate
from hrreport.model.finding import Kind
from hrreport.text.whitespace import fold
from hrreport.wording.reports import UNGRADED, assessed_or_not, counted, degree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hrreport.model.change import Comparison, Measure, PairKind, PassageReference, Status, TopicChange, TopicSide
    from hrreport.model.country import ReportId
    from hrreport.model.gap import MissingReport, Why
    from hrreport.model.report import Report
    from hrreport.model.topic_reading import Standing

    Names = Mapping[str, str]
    """Names of countries as shown to readers, by slug."""

STATUSES: dict[Status, str] = {
    "kept": "same heading",
    "moved": "heading moved",
    "merged": "headings merged",
    "split": "heading split",
    "dropped": "heading dropped",
    "new": "heading new",
}
"""What became of a topic's headings."""

KINDS: dict[PairKind, str] = {
    "same": "word for word",
    "moved": "word for word, under another topic",
    "reworded": "reworded",
    "split": "split into several sentences",
    "merged": "merged into one sentence",
    "removed": "only in the first",
    "added": "only in the second",
}
"""What became of a sentence."""

STANDINGS: dict[Standing, str] = {
    "own": "under a heading of its own",
    "narrower": "only headings for parts of it",
    "wider": "only a heading for the wider topic",
    "unused": "no heading in this report",
    "none": "no heading in this edition's outline",
}
"""How a topic stands in an edition."""

SIGNS: tuple[tuple[str, tuple[PairKind, ...], str], ...] = (
    ("=", REPEATED, "word for word"),
    ("~", ("reworded", "split", "merged"), "reworded, split or merged"),
    ("−", ("removed",), "only in the first"),
    ("+", ("added",), "only in the second"),
)
"""The four signs under which sentences are counted, with what they stand for."""


def sign_meanings(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield the four signs, each with the sentences of two reports that it stands for."""
    for sign, _, meaning in SIGNS:
        yield sign, meaning.replace("the first", one).replace("the second", other)


NO_DIFFERENCE = "Every sentence is the same, but for white space and typography."
"""Printed where nothing differs in what is compared: two reports, or some topics of them."""
NOTHING_NEW = "Nothing here is new in the second report; what only the first has is left out."
"""Printed where only what is new is asked for, and nothing is."""


def describe_absence(comparison: Comparison) -> str | None:
    """Return why a comparison has no change to show, or ``None`` where it has some."""
    if not comparison.differs:
        return NO_DIFFERENCE
    return None if comparison.changes else NOTHING_NEW


def sign_of(kind: PairKind) -> str:
    """Return the sign under which a sentence is counted.

    >>> sign_of("split")
    '~'
    """
    return next(sign for sign, kinds, _ in SIGNS if kind in kinds)


PER = "per 10,000 characters"
"""What every rate is counted by: characters of the text that the count is of."""


def country_name(report_id: ReportId, names: Names) -> str:
    """Return the name of a report's country as shown to readers."""
    return names.get(report_id.country, report_id.country)


def name_of(report_id: ReportId, names: Names) -> str:
    """Return which report it is: ``Kazakhstan 2023``."""
    return f"{country_name(report_id, names)} {report_id.year}"


def title(report: Report, names: Names) -> str:
    """Return which report it is, its words folded: ``Kazakhstan 2023``."""
    return fold(name_of(report.id, names))


def titles(comparison: Comparison, names: Names) -> tuple[str, str]:
    """Return which two reports are compared; the year alone where the country is the same."""
    one, other = comparison.old.report, comparison.new.report
    if one.id.country == other.id.country and one.id.year != other.id.year:
        return str(one.id.year), str(other.id.year)
    return title(one, names), title(other, names)


def heading(comparison: Comparison, names: Names) -> str:
    """Return what is compared: ``Kazakhstan 2023 and 2024``."""
    one, other = titles(comparison, names)
    first = title(comparison.old.report, names)
    return f"{first} and {other}" if one != other else f"{first} and itself"


def edition_span(years: Sequence[int]) -> str:
    """Return the first and the last of some editions in order: ``2019–2024``.

    >>> edition_span([2019, 2021, 2024]), edition_span([2019])
    ('2019–2024', '2019')
    """
    return f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(map(str, years))


def format_rate(number: float | None) -> str:
    """Return a rate to one decimal place, or an empty text where there is none."""
    return "" if number is None else f"{number:,.1f}"


class LengthChange(NamedTuple):
    """One line of the comparison of lengths."""

    name: str
    then: int
    now: int
    then_rate: float | None = None
    """Per 10,000 characters; ``None`` for the lengths themselves."""
    now_rate: float | None = None


def totals(then: Measure, now: Measure) -> Iterator[LengthChange]:
    """Yield the lengths of two texts and the counts in them, with rates beside the counts."""
    yield LengthChange("Characters", then.characters, now.characters)
    yield LengthChange("Words", then.words, now.words)
    yield LengthChange("Sentences", then.sentences, now.sentences)
    if not then.kinds or not now.kinds:
        return
    counts = [
        ("Sentences reporting abuses", then.of_kind(Kind.ABUSE), now.of_kind(Kind.ABUSE)),
        ("Sentences reporting responses", then.of_kind(Kind.RESPONSE), now.of_kind(Kind.RESPONSE)),
        ("Sentences naming a source", then.sources, now.sources),
        ("Figures", then.figures, now.figures),
    ]
    for name, before, after in counts:
        yield LengthChange(name, before, after, rate(before, then.characters), rate(after, now.characters))


def percent(part: int, whole: int) -> str:
    """Return a share in whole percent.

    >>> percent(97, 199)
    '49 %'
    """
    return f"{round(100 * part / whole)} %" if whole else ""


def describe_outcome(comparison: Comparison, names: Names) -> tuple[str, str]:
    """Return, in a sentence for each report, what became of its sentences, and what of them is new."""
    one, other = titles(comparison, names)
    before, after = sum(old for _, old, _ in comparison.tally), sum(new for _, _, new in comparison.tally)
    partial = before < comparison.old.measure.sentences or after < comparison.new.measure.sentences
    part = " on what is shown" * partial
    repeated, again = comparison.count(*REPEATED)
    reworded, rewording = comparison.count("reworded", "split", "merged")
    removed, added = comparison.count("removed")[0], comparison.count("added")[1]
    then = (
        f"Of {counted(before, 'sentence')} of {one}{part}, {repeated:,} repeated word for word in {other}, "
        f"{reworded:,} reworded, {removed:,} not at all."
    )
    now = (
        f"Of {counted(after, 'sentence')} of {other}{part}, {again:,} ({percent(again, after) or '0 %'}) repeat {one} "
        f"word for word, {rewording:,} reword it, {added:,} are new."
    )
    return then, now


def numbers_of(places: Iterable[PassageReference]) -> str:
    """Return sections without their headings: ``1.d, 6``."""
    return ", ".join(dict.fromkeys(place.section.partition("/")[0] for place in places))


def describe_status(change: TopicChange, one: str, other: str) -> str:
    """Return what became of a topic's headings, with where they are: ``heading moved: § 1.c → § 3.a``."""
    status = STATUSES[change.status]
    then, now = ("; ".join(map(str, side.places)) for side in (change.old, change.new))
    if change.status == "dropped":
        return f"{status}: {other} has no heading for it ({one}: {then})"
    if change.status == "new":
        return f"{status}: {one} has no heading for it ({other}: {now})"
    return f"{status}: {then}" if then == now else f"{status}: {then} → {now}"


def describe_assessments(change: TopicChange) -> str:
    """Return the assessments then and now in words, or empty where neither side has one.

    Abuses whose extent is known on one side alone are no change.
    """
    if not change.old.assessment and not change.new.assessment:
        return ""
    degrees = [degree(side.assessment) for side in (change.old, change.new)]
    if UNGRADED[0] in degrees and (known := {"serious", "limited"}.intersection(degrees)):
        which = "second" if degrees[0] == UNGRADED[0] else "first"
        return f"abuses reported in both; extent known only in the {which}: {known.pop()}"
    then, now = side_words(change.old), side_words(change.new)
    return f"{then} → {now}" if then != now else then


def side_words(side: TopicSide) -> str:
    """Return the assessment of a topic in one report in a word or two, or why there is none."""
    return assessed_or_not(side.assessment, side.measure.sentences) if side.places else "no heading"


def describe_rates(change: TopicChange) -> str:
    """Return the length of a topic and what is counted in it, then and now, with rates of its own text."""
    counts = [f"Characters {change.old.measure.characters:,} → {change.new.measure.characters:,}"]
    for total in totals(change.old.measure, change.new.measure):
        if (total.then or total.now) and (total.then_rate is not None or total.now_rate is not None):
            rates = f"{format_rate(total.then_rate) or 'no text'} → {format_rate(total.now_rate) or 'no text'}"
            counts.append(f"{total.name.lower()} {total.then:,} → {total.now:,} ({rates})")
    return "; ".join(counts) + (f"; in brackets {PER} of the topic's text" if len(counts) > 1 else "")


_WHY: dict[Why, str] = {
    "no-such-report": "there is no such report",
    "not-obtained": "it could not be fetched",
    "not-stored": "it is not in the library",
}


def describe_missing(gap: MissingReport, names: Names) -> str:
    """Return which report is not included, and why: what does not exist is told from what could not be fetched."""
    return fold(f"Not included: {name_of(gap.id, names)}: {_WHY[gap.why]} ({gap.reason})")


_MOST_NAMED = 60
"""Countries that a command names at most: more than any region has."""


def named_for_download(slugs: Sequence[str]) -> str:
    """Return the countries as a download takes them: by name, or of very many ``--all``.

    >>> named_for_download(["chad", "kenya"])
    'chad kenya'
    """
    return " ".join(slugs) if len(slugs) <= _MOST_NAMED else "--all"


def describe_missing_reports(gaps: Iterable[MissingReport], names: Names) -> Iterator[str]:
    """Yield which reports are not included, those that are not in the library in one sentence for each edition.

    >>> from hrreport.model.country import ReportId
    >>> from hrreport.model.gap import MissingReport
    >>> list(describe_missing_reports([MissingReport(ReportId("chad", 2024), "not-stored", "")], {"chad": "Chad"}))
    ['Not in the library, so nothing is said of them (2024, 1 country): Chad. Fetch: hrreport download chad 2024']
    """
    absent: dict[int, list[str]] = {}
    for gap in gaps:
        if gap.why == "not-stored":
            absent.setdefault(gap.id.year, []).append(gap.id.country)
        else:
            yield describe_missing(gap, names)
    for year, slugs in sorted(absent.items()):
        countries = ", ".join(names.get(slug, slug) for slug in slugs)
        yield fold(
            f"Not in the library, so nothing is said of them ({year}, {counted(len(slugs), 'country', 'countries')}): "
            f"{countries}. Fetch: hrreport download {named_for_download(slugs)} {year}"
        )


def topic_name(change_id: str) -> str:
    """Return the name of the topic of a change, or its id where that is not a topic's.

    >>> topic_name("tibet:prisons")
    'Prison and detention conditions'
    """
    topic = change_id.rpartition(":")[2]
    return next((each.name for each in records.topics() if each.id == topic), change_id)
