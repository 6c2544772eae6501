"""Mentions of a topic that has no heading in a report, for Markdown and HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrreport.exporting import commonmark
from hrreport.exporting.report_layout import anchor_of
from hrreport.model.elsewhere import NOTHING_ELSEWHERE, TITLE
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.locator import Locator

    Cite = Callable[[Locator], str]


class ShownMention(NamedTuple):
    """A passage as a template shows it."""

    anchor: str
    place: str
    path: str
    """Empty where it is that of the passage before."""
    label: str
    text: str
    citation: str = ""


class ShownElsewhere(NamedTuple):
    """A topic without a heading, as a template shows it."""

    title: str
    notice: str
    sought: str
    nothing: str
    """What is said where no passage was found, or empty."""
    mentions: tuple[ShownMention, ...]


def display_elsewhere(elsewhere: Elsewhere | None, *, whole: bool, cite: Cite | None = None) -> ShownElsewhere | None:
    """Return what a template shows.

    Args:
        elsewhere: What was found; with ``None`` nothing is shown.
        whole: Whether whole paragraphs are shown, rather than the sentences alone.
        cite: Makes the citation of a paragraph.
    """
    if elsewhere is None:
        return None
    nothing = "" if elsewhere.mentions else NOTHING_ELSEWHERE
    return ShownElsewhere(
        TITLE, elsewhere.notice, elsewhere.sought, nothing, tuple(_mentions(elsewhere, cite, whole=whole))
    )


def _mentions(elsewhere: Elsewhere, cite: Cite | None, *, whole: bool) -> Iterator[ShownMention]:
    before: tuple[str, ...] = ()
    for mention in elsewhere.mentions:
        yield ShownMention(
            anchor_of(mention.locator),
            str(mention.locator),
            fold(" › ".join(mention.path)) if mention.path != before else "",
            fold(mention.paragraph.topic or ""),
            fold(mention.paragraph.text if whole else mention.excerpt),
            fold(cite(mention.locator)) if cite else "",
        )
        before = mention.path


def elsewhere_markdown(
    elsewhere: Elsewhere | None, *, whole: bool, level: int = 2, cite: Cite | None = None
) -> Iterator[str]:
    """Yield the blocks of it; `level` is that of its heading."""
    shown = display_elsewhere(elsewhere, whole=whole, cite=cite)
    if shown is None:
        return
    yield f"{'#' * level} {shown.title}"
    yield f"> **Notice:** {commonmark.plain(shown.notice)}"
    yield f"*{commonmark.plain(shown.sought)}*"
    if shown.nothing:
        yield shown.nothing
    for mention in shown.mentions:
        if mention.path:
            yield f"{'#' * (level + 1)} {commonmark.plain(mention.path)}"
        label = f"{commonmark.set_off(mention.label)} " if mention.label else ""
        said = f"{commonmark.plain(mention.place)} {label}{commonmark.plain(mention.text)}"
        yield f"{said}\n\n> {commonmark.plain(mention.citation)}" if mention.citation else said
