"""Views of what can be asked for: countries, editions, topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock, cells, text_block
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.reports import counted, day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.country import Country, Edition
    from hrreport.model.topic import TopicEntry, TopicHeading
    from hrreport.terminal.document import Setting

_COUNTRIES = (Column(flexible=True), Column(dispensable=True), Column(), Column())
_EDITIONS = (Column("right"), Column(), Column(flexible=True))


def countries_view(countries: Iterable[Country], year: int | None = None, *, stored_only: bool = False) -> Document:
    """Return countries with what may be typed for them: name, other names, slug, ISO codes.

    Args:
        year: The edition that they are listed for, or ``None`` for all editions.
        stored_only: Whether they are those with a report in the library, as the edition's list could not be fetched.
    """
    rows = [(_name(c), text_block(c.slug, "faint"), *cells(c.alpha2, c.alpha3)) for c in countries]
    which = f"with a report for {year}" if year else "with a report in some year"
    if stored_only:
        which = f"whose report for {year} is in the library; the list of the edition could not be fetched"
    foot = f"{counted(len(rows), 'country or territory', 'countries and territories')} {which}."
    table = Table(_COUNTRIES, (cells("Country", "Slug", "ISO", "", style="faint"), *rows))
    return Document((table, text_block(foot, "faint", above=1)))


def _name(country: Country) -> TextBlock:
    """Return a country's name, other names on the lines below; mere expansions of a name are left out."""
    names = {country.name, *country.other_names}
    others = [name for name in country.other_names if name.partition(" (")[0] not in names - {name}]
    if not others:
        return text_block(country.name)
    return TextBlock((clean_span(", ".join(others), "faint"),), (clean_span(country.name),), 2)


def editions_view(editions: Iterable[Edition]) -> Document:
    """Return editions in the order given: year covered, date of publication, hosts in the order to try."""
    rows = [
        (*cells(str(e.year), day(e.published) or "not known"), text_block(", ".join(e.hosts), "faint"))
        for e in editions
    ]
    return Document((Table(_EDITIONS, (cells("Year", "Published", "Hosts", style="faint"), *rows)),))


def topics_view(entries: Iterable[TopicEntry], *, whole: bool = True) -> Document:
    """Return topics, each with its id, other words for it, and its headings.

    Args:
        entries: What is shown, in the order given.
        whole: Whether headings are named in full, and the words by which it is looked for.
    """
    shown = tuple(entries)
    settings = [setting for entry in shown for setting in _topic(entry, whole=whole)]
    foot = f"{counted(len(shown), 'topic')}." + ("" if whole else " For the headings in full: hrreport topics WORD")
    return Document((*settings, text_block(foot, "faint", above=1)))


def _topic(entry: TopicEntry, *, whole: bool) -> Iterator[Setting]:
    topic = entry.topic
    indent = 2 if topic.broader else 0
    name = (clean_span(topic.name, "strong"), StyledSpan("  "), clean_span(topic.id, "label"))
    yield TextBlock(name, indent=indent, above=1)
    lines = [f"also: {', '.join(topic.other_names)}"] if topic.other_names else []
    if not entry.headings:
        lines.append("no heading of any edition is on it: looked for by words")
    elif not whole:
        lines.append("; ".join(f"§ {number} {', '.join(years)}" for number, years in _numbers(entry.headings)))
    yield from (text_block(line, "faint", indent=indent + 2) for line in lines)
    if whole:
        for heading in entry.headings:
            years = (clean_span(f"{heading.years:<11}", "faint"),)
            yield TextBlock((clean_span(_describe_heading(heading)),), years, indent + 13)
        yield text_block(f"words: {', '.join(entry.words)}", "faint", indent=indent + 2)


def _describe_heading(heading: TopicHeading) -> str:
    label = f", \u201c{heading.label}\u201d" if heading.label else ""
    number, below, _ = heading.section.partition("/")
    return f"§ {number}{',' * bool(below)} {heading.heading}{label}"


def _numbers(headings: Iterable[TopicHeading]) -> Iterator[tuple[str, list[str]]]:
    """Yield the numbers of sections that hold headings, each with the spans of the editions in which it does."""
    editions: dict[str, set[int]] = {}
    for heading in headings:
        editions.setdefault(heading.section.partition("/")[0], set()).update(range(heading.first, heading.last + 1))
    for number, years in editions.items():
        starts = sorted(year for year in years if year - 1 not in years)
        ends = sorted(year for year in years if year + 1 not in years)
        yield number, [str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True)]
