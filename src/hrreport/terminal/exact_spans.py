"""Stretches of a text as spans: what is set off keeps the spaces around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.spans import StyledSpan, clean_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.terminal.spans import StyleName


def exact_span(text: str, style: StyleName = "") -> StyledSpan:
    """Return a stretch of a text as a span, a space at either end of it kept.

    >>> exact_span(" in prison ").text
    ' in prison '
    """
    span = clean_span(text, style)
    return StyledSpan(" " * text[:1].isspace() + span.text + " " * (text[-1:].isspace() and len(text) > 1), style)


def set_off(
    text: str, stretches: Iterable[tuple[int, int]], style: StyleName, plain: StyleName = ""
) -> Iterator[StyledSpan]:
    """Yield a text with some stretches of it, ascending, in another style.

    >>> [span.text for span in set_off("a long time", [(2, 6)], "hit")]
    ['a ', 'long', ' time']
    """
    done = 0
    for start, end in stretches:
        if start > done:
            yield exact_span(text[done:start], plain)
        yield exact_span(text[start:end], style)
        done = end
    if done < len(text):
        yield exact_span(text[done:], plain)
