"""The lines that the older sites print above and below a report: what it is, who released it, when.

They tell the title and the date of a report and are no part of its text. Only what stands at the
very head or foot, and is nothing but such lines, is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.parsing.blocks import part
from hrreport.parsing.identity import date_in, year_in
from hrreport.parsing.outline import key
from hrreport.parsing.titles import is_capitals, is_note, is_report_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.parsing.blocks import Block
    from hrreport.parsing.identity import PageIdentity

_HEAD = re.compile(
    r"""
    (?:\d{4}\s+)? (?:released\s+by\s+the\s+)? bureau\s+of\s+democracy,?\s+human\s+rights,?\s+and\s+labor \W*
        (?: [A-Z][a-z]+\s+(?:\d{1,2},\s*)?\d{4} \W* )?
    | (?:u\.?s\.?\s+)? department\s+of\s+state \W*
    | [A-Z][a-z]+\s+(?:\d{1,2},\s*)?(?:19|20)\d\d \W*
    | (?:title|author|date) \s* : .{0,200}
    | this\s+is\s+the\s+basic\s+text\s+view\b .{0,200}
    | you\s+are\s+viewing\b .{0,60}
    | information\s+released\s+online\s+(?:from|prior\s+to)\b .{0,500}
    | (?:great\s+seal\s+|department\s+seal\s+)? the\s+state\s+department\s+web\s+site\s+below\b .{0,500}
    | note:\s+external\s+links\s+to\s+other\s+internet\s+sites\b .{0,300}
    | (?:blue\s+bar|flag\s*bar|flag|bar|department\s+seal|great\s+seal) \W*
    | [\W_]*
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_FOOT = re.compile(
    r"""
    [\[(]? \s* end (?:\s+(?:of\s+)?(?:document|text|report))? \s* \W*
    | (?:return|back|go) \s+ to \b .{0,120}
    | (?:top\s+of\s+page|back\s+to\s+top|next|previous|home) \W*
    | this\s+is\s+an\s+official\s+u\.?s\.?\s+government\b .{0,300}
    | (?:the\s+)? (?:office\s+of\s+electronic\s+information|state\s+department\s+web\s+site)\b .{0,400}
    | published\s+by\s+the\s+u\.?s\.?\s+department\s+of\s+state\b .{0,200}
    | [\W_]*
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_DATED = re.compile(r"released\s+by\b|date\s*:|bureau\s+of\b|[A-Z][a-z]+\s+\d{1,2},", re.IGNORECASE)
_TITLE = re.compile(r"title\s*:\s*", re.IGNORECASE)
_MOST_LINES = 30


def without_masthead(blocks: Sequence[Block], claim: PageIdentity) -> tuple[tuple[Block, ...], PageIdentity]:
    """Return the blocks of a report, and what its page claims to be with what the lines around them say."""
    names = {key(name) for name in (claim.name, claim.title) if name}
    rest = list(blocks)
    kept: list[Block] = []
    lines: list[str] = []
    while rest and len(lines) <= _MOST_LINES:
        block = rest[0]
        end = _end_of_head(block, names, lines)
        if end:
            rest[:1] = [part(block, end, len(block.text))] if end < len(block.text) else []
        elif is_note(block.text):
            kept.append(rest.pop(0))
        else:
            break
    while rest and _FOOT.fullmatch(rest[-1].text):
        rest.pop()
    return (*kept, *rest), _with(claim, lines)


def _end_of_head(block: Block, names: set[str], lines: list[str]) -> int:
    """Return where the lines end that a block begins with and that are the site's; take note of them."""
    start = 0
    for end in (*block.breaks, len(block.text)):
        line = block.text[start:end].strip()
        if not (_HEAD.fullmatch(line) or is_report_title(line) or key(line) in names or _is_name(line, lines)):
            break
        lines.append(line)
        start = end
    return start


def _is_name(line: str, lines: Sequence[str]) -> bool:
    """Return whether a line is the country's name, in capitals below a title that contains it."""
    name = key(line)
    return is_capitals(line) and bool(name) and any(f" {name} " in f" {key(title)} " for title in lines)


def _with(claim: PageIdentity, lines: Sequence[str]) -> PageIdentity:
    dates = (date_in(line.title() if is_capitals(line) else line) for line in lines if _DATED.match(line))
    published = claim.published or next((date for date in dates if date), "")
    titles = [_TITLE.sub("", line) for line in lines if is_report_title(line) or _TITLE.match(line)]
    year = claim.year or next((year for line in titles if (year := year_in(line))), 0)
    return replace(claim, title=claim.title or next(iter(titles), ""), published=published, year=year)
