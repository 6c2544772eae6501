"""Levels of headings: by number or letter, by the outline, else by similar headings of the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.parsing.exclusions import HEADINGS
from hrreport.parsing.headings import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.parsing.headings import Line
    from hrreport.parsing.outline import Outline

SECTION, LETTER, BELOW, DEEPEST = 2, 3, 4, 5
_BY_FORM = {"bold": BELOW, "italic": DEEPEST, "capitals": BELOW, "": BELOW}


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
            here[_section(line), line.form][line.level] += 1
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
            seen = here.get((_section(line), line.form)) or anywhere.get(line.form)
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


def _section(heading: Heading) -> str:
    return heading.near.partition("/")[0].partition(".")[0]


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
