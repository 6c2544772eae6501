"""The lines of a page's report: its headings and text in order, with the level of every heading.

What surrounds the report on the page is left out. Slips in the headings are put right without losing a word: one
printed in two pieces is one heading, and one that is repeated as a paragraph is text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hrreport.parsing.blocks import Block
from hrreport.parsing.elements import HEADINGS
from hrreport.parsing.headings import Heading, HeadingReader
from hrreport.parsing.outline import key, section_of
from hrreport.parsing.titles import is_note, is_report_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.parsing.headings import Line
    from hrreport.parsing.outline import Outline

REPEATED = "heading"
"""The tag of a block that only repeats the heading below it."""
PREFACE = Heading("title", "Preface", level=2)
"""Holds the text between the choice of a report's parts and its summary; nothing is printed for it."""
SECTION, LETTER, BELOW, DEEPEST = 2, 3, 4, 5
_BY_FORM = {"bold": BELOW, "italic": DEEPEST, "capitals": BELOW, "": BELOW}
_OF_A_REPORT = ("section", "summary")
_FEWEST_SECTIONS = 2
_FEWEST_WORDS = 5
_TITLE_WITHIN = 3
_SHORTEST_INTRODUCTION = 200
_CHOICE = re.compile(r"read\s+(?:a\s+)?section\b|in\s+this\s+section\s*:", re.IGNORECASE)
_LONGEST_CHOICE = 400


def read_lines(blocks: Sequence[Block], outline: Outline, *, plain: bool, masthead: bool) -> tuple[Line, ...]:
    """Return the headings and the text of a page's report, in order.

    Args:
        blocks: The blocks of the page.
        outline: What its edition's reports have.
        plain: Whether headings may be paragraphs without markup of their own.
        masthead: Whether the page is of a site that surrounds a report with lines of its own.
    """
    chosen = {id(block) for block in choice_of_parts(blocks)}
    own = _without_title([block for block in blocks if id(block) not in chosen])
    lines = _repair(_without_contents(tuple(HeadingReader(outline, plain, masthead).lines(own))), outline)
    if masthead:
        return _notes_below_heading(lines)
    return _from_first_section(lines) if plain else _with_preface(lines)


def choice_of_parts(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the lines that offer the parts, at the head and the foot, and the lines of nothing but links after them."""
    chosen = False
    for block, after in pairwise((*blocks, None)):
        if block is None:
            return
        chosen = _offers_parts(block, after) or (chosen and block.all_linked)
        if chosen:
            yield block


def _offers_parts(block: Block, after: Block | None) -> bool:
    """Return whether a block is the line "Read a Section" or "In This Section:", with links in it or below it."""
    if not _CHOICE.match(block.text) or len(block.text) > _LONGEST_CHOICE:
        return False
    return bool(block.links) or (after is not None and after.all_linked) or block.tag in HEADINGS


def is_report(lines: Sequence[Line]) -> bool:
    """Return whether lines are those of a report: two or more of its sections, and text."""
    sections = sum(isinstance(line, Heading) and line.kind in _OF_A_REPORT for line in lines)
    texts = (line for line in lines if isinstance(line, Block) and not line.all_linked)
    return sections >= _FEWEST_SECTIONS and any(text.text.count(" ") >= _FEWEST_WORDS - 1 for text in texts)


def _without_title(blocks: Sequence[Block]) -> Sequence[Block]:
    """Leave out the report's title where it is printed above its first section."""
    for at, block in enumerate(blocks[:_TITLE_WITHIN]):
        if is_report_title(block.text):
            return (*blocks[:at], *blocks[at + 1 :])
    return blocks


def _without_contents(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Leave out a table of contents: headings that come again before any text has come."""
    first = _first_heading(lines)
    seen: set[tuple[str, str, str]] = set()
    for at, line in enumerate(lines[first:], first):
        if isinstance(line, Block):
            break
        if line.kind in _OF_A_REPORT:
            name = (line.kind, line.label, key(line.title))
            if name in seen:
                return lines[:first] + lines[at:]
            seen.add(name)
    return lines


def _first_heading(lines: Sequence[Line]) -> int:
    """Return where the first heading is; 0 where there is none."""
    return next((at for at, line in enumerate(lines) if isinstance(line, Heading)), 0)


def _notes_below_heading(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Put notes that stand above the first heading, and nothing with them, below it."""
    first = _first_heading(lines)
    above = lines[:first]
    if all(isinstance(line, Block) and is_note(line.text) for line in above):
        return (*lines[first : first + 1], *above, *lines[first + 1 :])
    return lines


def _from_first_section(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Leave out what an article has above the report, but not an introduction that has no heading."""
    first = next((at for at, x in enumerate(lines) if isinstance(x, Heading) and x.kind in _OF_A_REPORT), 0)
    opening = lines[first]
    if isinstance(opening, Heading) and opening.kind == "summary":
        return lines[first:]
    introduction = tuple(x for x in lines[:first] if isinstance(x, Block) and len(x.text) >= _SHORTEST_INTRODUCTION)
    return introduction + lines[first:]


def _repair(lines: Sequence[Line], outline: Outline) -> tuple[Line, ...]:
    """Return the lines of a page with their slips put right; its words are all there, in their order."""
    mended: list[Line] = []
    for line in lines:
        before = mended[-1] if mended else None
        if isinstance(before, Heading) and isinstance(line, Heading):
            if _is_repeated(before, line):
                mended[-1] = Block(REPEATED, before.printed)
            elif joined := _joined(before, line, outline):
                mended[-1] = joined
                continue
        mended.append(line)
    return tuple(mended)


def _with_preface(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return lines with a heading for the text above the summary, where there is any."""
    first = _first_heading(lines)
    heading = lines[first] if first else None
    return (PREFACE, *lines) if isinstance(heading, Heading) and heading.kind == "summary" else lines


def _is_repeated(before: Heading, line: Heading) -> bool:
    """Return whether a paragraph above a heading element has the same words."""
    same = (before.kind, before.label, key(before.title)) == (line.kind, line.label, key(line.title))
    return same and before.form not in HEADINGS and line.form in HEADINGS


def _joined(before: Heading, line: Heading, outline: Outline) -> Heading | None:
    """Return the heading that two pieces make: the second goes on with the first, or repeats its last words."""
    if before.kind == "title" or line.kind != "title" or line.expected or not before.expected:
        return None
    printed = f"{before.printed} {line.printed}"
    whole = f"{before.title} {line.title}"
    if before.expected in outline.exact(whole):
        return replace(before, title=whole, printed=printed)
    repeats = key(before.title).endswith(" " + key(line.title)) and before.expected in outline.exact(before.title)
    return replace(before, printed=printed) if repeats else None


def settle_levels(lines: Sequence[Line], outline: Outline) -> tuple[Line, ...]:
    """Return the lines with the level of every heading.

    A heading that the outline does not know has the level that known headings of its form have in
    the same section, else on the same page, else the one that its form has by custom.
    """
    known = [replace(x, level=_known_level(x, outline)) if isinstance(x, Heading) else x for x in lines]
    here: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    anywhere: dict[str, Counter[int]] = defaultdict(Counter)
    for line in known:
        if isinstance(line, Heading) and line.level and _shows_level(line):
            here[section_of(line.near), line.form][line.level] += 1
            anywhere[line.form][line.level] += 1
    settled: list[Line] = []
    opened, lettered = 1, False
    branch: list[Heading] = []
    for line in known:
        if not isinstance(line, Heading):
            settled.append(line)
            continue
        level = line.level
        if not outline.fixed and line.form in HEADINGS:
            level = _nested(line, branch, like_sections=set(anywhere.get(line.form, ())) == {SECTION})
        elif not level:
            seen = here.get((section_of(line.near), line.form)) or anywhere.get(line.form)
            level = seen.most_common(1)[0][0] if seen else _customary(line.form, anywhere)
            if line.form not in HEADINGS:
                # nothing in its form says that a level is passed over, or that a lettered section ends
                level = min(level, opened + 1)
                level = max(level, BELOW if lettered else SECTION)
        opened = level
        lettered = line.kind == "letter" or (lettered and level > LETTER)
        settled.append(replace(line, level=level))
    return tuple(settled)


def _nested(heading: Heading, branch: list[Heading], *, like_sections: bool) -> int:
    """Return the level of a heading element by those that are open above it, and open it.

    A heading without number or letter ends those without that are marked like it or more deeply, and stands below
    what is left: some editions mark what stands below a letter as they mark letters.

    Args:
        heading: The heading.
        branch: Those that are open above it.
        like_sections: Whether it is marked as numbered sections are, and nothing else on the page.
    """
    if heading.level or like_sections:
        branch.clear()
    while branch and not branch[-1].level and branch[-1].form >= heading.form:
        branch.pop()
    branch.append(heading)
    return heading.level or min((branch[0].level or SECTION) + len(branch) - 1, DEEPEST)


def _shows_level(heading: Heading) -> bool:
    """Return whether a heading shows the level of others of its form; without heading elements, all may look alike."""
    return heading.form in HEADINGS or heading.kind == "title"


def _known_level(heading: Heading, outline: Outline) -> int:
    if heading.kind in ("section", "summary"):
        return SECTION
    if heading.kind == "letter":
        return LETTER
    if heading.expected and outline.fixed and not heading.expected.lettered:
        return heading.expected.level
    holder = outline.holder(heading.title, heading.near) if outline.fixed else None
    return min(holder.level + 1, DEEPEST) if holder else 0


def _customary(form: str, seen: dict[str, Counter[int]]) -> int:
    if form in HEADINGS:
        shift = next((2 - int(f[1]) for f, levels in seen.items() if f in HEADINGS and SECTION in levels), 0)
        return min(max(int(form[1]) + shift, SECTION), DEEPEST)
    if form == "bold" and any(BELOW in levels for f, levels in seen.items() if f in HEADINGS):
        return DEEPEST
    return _BY_FORM[form]
