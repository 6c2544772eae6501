"""Stretches of a text as spans: what is set off keeps the spaces around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.spans import StyledSpan, clean_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.terminal.spans import StyleName

AROUND: dict[StyleName, tuple[str, str]] = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
"""The signs around changed words, so that they are distinguished without color."""


def exact_span(text: str, style: StyleName = "") -> StyledSpan:
    """Return a stretch of a text as a span, a space at either end of it kept.

    >>> exact_span(" in prison ").text
    ' in prison '
    """
    words = clean_span(text).text
    return StyledSpan(" " * text[:1].isspace() + words + " " * (text[-1:].isspace() and len(text) > 1), style)


def set_off(
    text: str, stretches: Iterable[tuple[int, int]], style: StyleName, plain: StyleName = ""
) -> Iterator[StyledSpan]:
    """Yield a text with some stretches of it, ascending, in another style, those that changed between signs.

    >>> [span.text for span in set_off("a long time", [(2, 6)], "hit")]
    ['a ', 'long', ' time']
    >>> [span.text for span in set_off("a long time", [(2, 6)], "added")]
    ['a ', '{+', 'long', '+}', ' time']
    """
    signs = AROUND.get(style)
    done = 0
    for start, end in stretches:
        if start > done:
            yield exact_span(text[done:start], plain)
        words = exact_span(text[start:end], style)
        yield from (StyledSpan(signs[0], style), words, StyledSpan(signs[1], style)) if signs else (words,)
        done = end
    if done < len(text):
        yield exact_span(text[done:], plain)
