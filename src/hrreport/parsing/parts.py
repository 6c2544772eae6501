"""Reports of several parts: China with Hong Kong, Macau and Tibet, Israel with West Bank and Gaza."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hrreport.model.report import BOUNDARY, Part, Section
from hrreport.parsing.elements import HEADINGS
from hrreport.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hrreport.model.report import Report
    from hrreport.parsing.blocks import Block
    from hrreport.parsing.page import OpenedPage

_SELECTION = re.compile(r"read\s+(?:a\s+)?section\b|in\s+this\s+section\s*:", re.IGNORECASE)
_LONGEST_SELECTION = 400
_PART_LEVEL = 1


def part_links(page: OpenedPage) -> tuple[tuple[str, str], ...]:
    """Return name and address of the parts that a page offers, in order; itself is left out."""
    source = page.snapshot.provenance
    seen = {_plain(url) for url in (page.claim.url, source.requested_url, source.url)}
    found: list[tuple[str, str]] = []
    for block in _selection(page.blocks):
        for link in block.links:
            name = block.text[link.start : link.end].strip(" |")
            if name and not seen & {_plain(link.url), name.casefold()}:
                found.append((name, link.url))
                seen |= {_plain(link.url), name.casefold()}
    return tuple(found)


def missing_parts(page: OpenedPage, others: Sequence[OpenedPage]) -> Iterator[str]:
    """Yield a warning for each part that a page offers and that is not among other pages."""
    given = {_plain(url) for other in others for url in _addresses(other)}
    for name, url in part_links(page):
        if _plain(url) not in given:
            yield f"The part on {name} is not included: it is on a page of its own, {url}"


def part_names(first: OpenedPage, others: Sequence[OpenedPage]) -> tuple[str, ...]:
    """Return the names of the parts that pages hold: as the first page offers them, else as they say themselves."""
    offered = {_plain(url): name for name, url in part_links(first)}
    return tuple(_name_of(other, offered) for other in others)


def _addresses(page: OpenedPage) -> tuple[str, str]:
    return page.snapshot.provenance.requested_url, page.snapshot.provenance.url


def _name_of(page: OpenedPage, offered: Mapping[str, str]) -> str:
    named = next((offered[_plain(url)] for url in _addresses(page) if _plain(url) in offered), "")
    return named or page.claim.name or page.claim.title or "Part"


def without_selection(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a page without the choice of parts at its head."""
    chosen = {id(block) for block in _selection(blocks)}
    return tuple(block for block in blocks if id(block) not in chosen)


def with_parts(report: Report, parts: Sequence[tuple[str, Report]]) -> Report:
    """Return a report with the texts of its parts after its own sections.

    Each part becomes a section of level 1 named for it, and the ids of its sections begin with
    its slug: ``tibet:1.c``.

    Args:
        report: The report of the country's own page.
        parts: For each part, its name as the page offers it, and the report that its page holds.
    """
    sections, warnings, given = list(report.sections), list(report.warnings), list(report.parts)
    for name, read in parts:
        prefix = slug(name)
        below = tuple(_prefixed(section, prefix) for section in read.sections)
        sections.append(Section(prefix, "", name, _PART_LEVEL, sections=below, as_printed=name))
        warnings += [_with_part_name(name, warning) for warning in read.warnings]
        given.append(Part(prefix, name, read.provenance))
    return replace(report, sections=tuple(sections), warnings=tuple(warnings), parts=tuple(given))


def _selection(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the lines that offer the parts, at the head and the foot, and the lines of nothing but links after them."""
    chosen = False
    for block, after in pairwise((*blocks, None)):
        if block is None:
            return
        if _offers_parts(block, after):
            chosen = True
            yield block
        elif chosen and block.all_linked:
            yield block
        else:
            chosen = False


def _offers_parts(block: Block, after: Block | None) -> bool:
    """Return whether a block is the line "Read a Section" or "In This Section:", with links in it or below it."""
    if not _SELECTION.match(block.text) or len(block.text) > _LONGEST_SELECTION:
        return False
    return bool(block.links) or (after is not None and after.all_linked) or block.tag in HEADINGS


def _plain(url: str) -> str:
    return url.partition("#")[0].removesuffix("index.html").rstrip("/").lower().partition("://")[2]


def _prefixed(section: Section, prefix: str) -> Section:
    return replace(
        section, id=f"{prefix}:{section.id}", sections=tuple(_prefixed(below, prefix) for below in section.sections)
    )


def _with_part_name(name: str, warning: str) -> str:
    if warning.startswith(BOUNDARY):
        return f"{BOUNDARY}{name}: {warning.removeprefix(BOUNDARY)}"
    return f"{name}: {warning}"
