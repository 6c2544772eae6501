"""The view of the topics: what can be typed for each, and what stands for it in each edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Document, TextBlock
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.reports import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.topic import TopicEntry, TopicHeading
    from hrreport.terminal.document import Setting


def topics_view(entries: Iterable[TopicEntry], *, whole: bool = True) -> Document:
    """Return topics, each with its id, other words for it, and the headings that stand for it.

    Args:
        entries: What is shown, in the order given.
        whole: Whether headings are named in full, and the words by which it is looked for.
    """
    shown = tuple(entries)
    settings: list[Setting] = []
    for entry in shown:
        settings += _entry(entry, whole=whole)
    foot = f"{counted(len(shown), 'topic')}." + ("" if whole else " For the headings in full: hrreport topics WORD")
    return Document((*settings, TextBlock((StyledSpan(foot, "faint"),), above=1)))


def _entry(entry: TopicEntry, *, whole: bool) -> Iterator[Setting]:
    topic = entry.topic
    indent = 2 if topic.broader else 0
    yield TextBlock(
        (clean_span(topic.name, "strong"), StyledSpan("  "), clean_span(topic.id, "label")), indent=indent, above=1
    )
    if topic.other_names:
        yield TextBlock((clean_span(f"also: {', '.join(topic.other_names)}", "faint"),), indent=indent + 2)
    if not entry.headings:
        yield TextBlock(
            (clean_span("no heading of any edition is on it: looked for by words", "faint"),), indent=indent + 2
        )
    elif whole:
        for heading in entry.headings:
            yield TextBlock((clean_span(_named(heading)),), (clean_span(f"{heading.years:<11}", "faint"),), indent + 13)
    else:
        places = "; ".join(f"§ {number} {', '.join(years)}" for number, years in _numbers(entry.headings))
        yield TextBlock((clean_span(places, "faint"),), indent=indent + 2)
    if whole:
        yield TextBlock((clean_span(f"words: {', '.join(entry.words)}", "faint"),), indent=indent + 2)


def _named(heading: TopicHeading) -> str:
    label = f", \u201c{heading.label}\u201d" if heading.label else ""
    number, below, _ = heading.section.partition("/")
    return f"§ {number}{',' * bool(below)} {heading.heading}{label}"


def _numbers(headings: Iterable[TopicHeading]) -> Iterator[tuple[str, list[str]]]:
    """Yield the numbers of sections that hold headings, each with the spans of the editions in which it does."""
    years: dict[str, set[int]] = {}
    for heading in headings:
        years.setdefault(heading.section.partition("/")[0], set()).update(range(heading.first, heading.last + 1))
    for number, found in years.items():
        starts = sorted(year for year in found if year - 1 not in found)
        ends = sorted(year for year in found if year + 1 not in found)
        yield number, [str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True)]
