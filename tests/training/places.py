"""Labels by place and hash, without a word of a report: what anybody can fit the weights on.

A file of ``labels/`` holds blocks, each the own text of one section: a line with country, year, section, verdict
and, where the address of the page does not name the country, the page; then a line a sentence: the hash of
its words, its kinds and whether it is key. What readers decided is a letter for the kind and ``+`` or ``-``; what a
program marked is a digit (0 to f) for each kind and a letter for the key score. The words come from
the pages of a mirror.
"""

from __future__ import annotations

import hashlib
import lzma
from base64 import urlsafe_b64encode
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.training.blocks import Block, Said, folded

from hrreport import ReportId, parse_report, read_file
from hrreport.analysis.features import KINDS
from hrreport.errors import HrReportError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrreport.model.report import Report, Section

FOLDER = Path(__file__).parent / "labels"
_LETTERS = "ARDLC"
_SCORES = "abcdefghijklmnopqrstuvwxyzABCDEF"
_DIGITS = "0123456789abcdef"
_NONE = "."
_HASH = 3
_ASSESSED = {"none": "none-reported", "na": "not-addressed", "limited": "abuses-reported", "serious": "abuses-reported"}


class Marks(NamedTuple):
    """A sentence's labels, without its words."""

    hash: str
    kinds: tuple[float, ...]
    key: float | None


class Place(NamedTuple):
    """A block's labels, without its words."""

    country: str
    year: int
    section: str
    assessment: str | None
    extent: str | None
    page: str
    """The page of the mirror, where the country and the year do not say it."""
    marks: tuple[Marks, ...]


def hash_of(text: str) -> str:
    """Return the short hash of a sentence's words; enough to find it in its report."""
    return urlsafe_b64encode(hashlib.blake2s(folded(text).encode(), digest_size=6).digest()).decode("ascii")[:_HASH]


def _written(said: Said, *, read: bool) -> str:
    if read:
        key = _NONE if said.key is None else "+" if said.key else "-"
        return hash_of(said.text) + _LETTERS[max(range(len(KINDS)), key=said.kinds.__getitem__)] + key
    shares = "".join(_DIGITS[round(share * 15)] for share in said.kinds)
    return hash_of(said.text) + shares + _SCORES[round((said.key or 0.0) * 31)]


def write_places(file: Path, blocks: Iterable[Block]) -> None:
    """Write the labels of blocks, without their words."""
    lines: list[str] = []
    for block in blocks:
        verdict = block.extent or {v: k for k, v in _ASSESSED.items()}.get(block.assessment or "", _NONE)
        lines.append(f"{block.country} {block.year} {block.section} {verdict} {block.page}".rstrip())
        lines += [_written(said, read=block.read) for said in block.said]
    file.write_bytes(lzma.compress("\n".join([*lines, ""]).encode("ascii"), preset=9))


def _marks(line: str) -> Marks:
    mark, rest = line[:_HASH], line[_HASH:]
    if len(rest) > 2:
        shares = [_DIGITS.index(digit) / 15 for digit in rest[: len(KINDS)]]
        total = sum(shares)
        return Marks(mark, tuple(share / total for share in shares), _SCORES.index(rest[len(KINDS)]) / 31)
    key = None if rest[1] == _NONE else float(rest[1] == "+")
    return Marks(mark, tuple(float(letter == rest[0]) for letter in _LETTERS), key)


def read_places(file: Path) -> list[Place]:
    """Return the labels of a file."""
    found: list[tuple[list[str], list[Marks]]] = []
    for line in lzma.decompress(file.read_bytes()).decode("ascii").splitlines():
        if " " in line:
            found.append((line.split(), []))
        else:
            found[-1][1].append(_marks(line))
    return [
        Place(
            country, int(year), section, _ASSESSED.get(verdict), verdict if verdict in {"limited", "serious"} else None,
            "".join(page), tuple(marks),
        )
        for (country, year, section, verdict, *page), marks in found
    ]  # fmt: skip


def find_page(mirror: Path, country: str, year: int, page: str) -> Path | None:
    """Return the page of a mirror that holds a report; `page` names it where the other two do not."""
    if page:
        return mirror / page if (mirror / page).exists() else None
    pages = mirror.glob(f"www.state.gov/reports/{year}-country-reports-on-human-rights-practices/{country}*/index.html")
    return min(pages, key=lambda found: (len(str(found)), str(found)), default=None)


def read_report(mirrors: Sequence[Path], country: str, year: int, page: str = "") -> Report | None:
    """Return a report of the first mirror that has it, or ``None`` where none has one that can be read."""
    found = next(filter(None, (find_page(mirror, country, year, page) for mirror in mirrors)), None)
    if found is None:
        return None
    try:
        return parse_report(read_file(found, clock=lambda: datetime(2024, 1, 1, tzinfo=UTC)), ReportId(country, year))
    except HrReportError:
        return None


def fill(place: Place, report: Report) -> tuple[Block, int]:
    """Return a block with its words from a report, and how many of its sentences the report does not have.

    A sentence is looked for in the section that was labeled, then in all others: ids of sections
    change with the parser, words do not.
    """
    by_hash: defaultdict[str, list[tuple[Section, int, str | None, str]]] = defaultdict(list)
    for section, paragraph in report.passages():
        for text in paragraph.sentences:
            by_hash[hash_of(text)].append((section, paragraph.number, paragraph.topic, text))
    said: list[Said] = []
    heading = ""
    for marks in place.marks:
        found = by_hash.get(marks.hash, ())
        here = [one for one in found if one[0].id == place.section] or list(found)
        if here:
            section, number, label, text = here[0]
            heading = heading or section.heading
            said.append(Said(text, number, label, marks.kinds, marks.key))
    block = Block(place.country, place.year, place.section, heading, tuple(said), False, place.assessment, place.extent)
    return block, len(place.marks) - len(said)


def read_blocks(name: str, mirrors: Sequence[Path]) -> list[tuple[Block, Report]]:
    """Return the blocks of a file of labels with their words, and their reports."""
    by_report: defaultdict[tuple[str, int, str], list[Place]] = defaultdict(list)
    for place in read_places(FOLDER / f"{name}.txt.xz"):
        by_report[place.country, place.year, place.page].append(place)
    found: list[tuple[Block, Report]] = []
    for (country, year, page), places in by_report.items():
        report = read_report(mirrors, country, year, page)
        if report is not None:
            blocks = (fill(place, report)[0] for place in places)
            found += [(block, report) for block in blocks if block.said]
    return found
