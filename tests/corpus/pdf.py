"""Write PDFs: lines of type at places on pages; and a report as the Department sets it, with faults put into it."""

from __future__ import annotations

import random
import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.report import Paragraph, Report, Section

WIDTH, HEIGHT, MARGIN = 612, 792, 72
_ADVANCE = 0.6
"""The width of a letter of Courier, in its size."""


class TypeLine(NamedTuple):
    """A line of type."""

    x: float
    y: float
    size: float
    text: str
    bold: bool = False


def write_pdf(pages: Sequence[Sequence[TypeLine]]) -> bytes:
    """Return a PDF of pages in Courier."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(count))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        font.format("Courier").encode(),
        font.format("Courier-Bold").encode(),
    ]
    for n, page in enumerate(pages):
        resources = f"<< /Font << /F1 3 0 R /F2 4 0 R >> >> /MediaBox [0 0 {WIDTH} {HEIGHT}]"
        objects.append(f"<< /Type /Page /Parent 2 0 R /Resources {resources} /Contents {6 + 2 * n} 0 R >>".encode())
        stream = b""
        for line in page:
            body = line.text.encode("cp1252", "replace")
            for sign in (b"\\", b"(", b")"):
                body = body.replace(sign, b"\\" + sign)
            place = (2 if line.bold else 1, line.size, line.x, line.y, body)
            stream += b"BT /F%d %d Tf %.1f %.1f Td (%s) Tj ET\n" % place
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + trailer


@dataclass
class PrintedReport:
    """A report in print, and what is to be found of it."""

    body: bytes
    pages: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    """The first and the last page of each paragraph that is printed whole."""
    missing: set[tuple[str, int]] = field(default_factory=set)
    """Paragraphs that were left out."""
    changed: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    """Paragraphs of which one word is another, with the word and the one that is printed."""


_EXTRA = "A passage that the page does not have was printed here by the office that set the document in type."
_SHORTEST_CHANGED = 80
_TEXT, _HEADINGS = 11, {1: 16, 2: 16, 3: 14, 4: 12, 5: 12}
_LEAD = 15
_COLUMNS = int((WIDTH - 2 * MARGIN) / (_TEXT * _ADVANCE))


def print_report(report: Report, country: str, seed: int | None = None, *, most: int = 12) -> PrintedReport:
    """Return a report as the Department sets its PDFs.

    Args:
        report: The report.
        country: The name of the country, for the title.
        seed: Of the faults that are put into it: words divided with and without a hyphen or run together,
            paragraphs missing, added, and changed in a word. ``None`` for none.
        most: Lines of text on a page.
    """
    chance = None if seed is None else random.Random(seed)  # noqa: S311 - faults, not secrets
    setter = _Setter(report.id.year, most)
    made = PrintedReport(b"")
    setter.put(f"{country} {report.id.year} Human Rights Report", 18, bold=99)
    for section in report.walk():
        setter.y -= _LEAD
        setter.put(section.title, _HEADINGS[min(section.level, 5)], bold=200)
        for paragraph in section.paragraphs:
            setter.y -= _LEAD
            if chance is None:
                bold = len(paragraph.topic) + 1 if paragraph.topic else 0
                made.pages[section.id, paragraph.number] = setter.set_text(paragraph.printed, bold)
            else:
                _set_faulty(made, setter, section, paragraph, chance)
    made.body = write_pdf(setter.pages)
    return made


def _set_faulty(
    made: PrintedReport, setter: _Setter, section: Section, paragraph: Paragraph, chance: random.Random
) -> None:
    """Set a paragraph with faults, or leave it out."""
    place = (section.id, paragraph.number)
    if chance.random() < 0.05:
        made.missing.add(place)
        return
    if chance.random() < 0.05:
        setter.set_text(f"{_EXTRA} It is number {len(setter.pages)} of {place}.")
        setter.y -= _LEAD
    text = paragraph.printed
    if len(paragraph.text) > _SHORTEST_CHANGED and chance.random() < 0.1:
        text, made.changed[place] = _changed(text, chance)
    made.pages[place] = setter.set_text(_broken(text, chance))


class _Setter:
    """Sets lines on pages, each with running feet and its number."""

    def __init__(self, year: int, most: int) -> None:
        self.pages: list[list[TypeLine]] = []
        self.y = 0.0
        self._year = year
        self._lowest = HEIGHT - 90 - most * 1.6 * _LEAD

    def put(self, line: str, size: float, *, bold: int = 0) -> None:
        """Set a line, so many characters of it bold."""
        if not self.pages or self.y < self._lowest:
            number = [TypeLine(440, HEIGHT - 40, 9, f"Page {len(self.pages) + 1}")] if self.pages else []
            series = TypeLine(150, 44, 9, f"Country Reports on Human Rights Practices for {self._year}")
            office = TypeLine(90, 30, 9, "United States Department of State • Bureau of Human Rights")
            self.pages.append([*number, series, office])
            self.y = HEIGHT - 90.0
        if bold:
            self.pages[-1].append(TypeLine(MARGIN, self.y, size, line[:bold], bold=True))
        if line[bold:]:
            x = MARGIN + len(line[:bold]) * size * _ADVANCE
            self.pages[-1].append(TypeLine(x, self.y, size, line[bold:]))
        self.y -= size * 1.6 if size > _TEXT else _LEAD

    def set_text(self, text: str, bold: int = 0) -> tuple[int, int]:
        """Set a paragraph, and return the first and the last page that it is on."""
        first = 0
        for line in textwrap.wrap(text, _COLUMNS, break_long_words=False, break_on_hyphens=False):
            self.put(line, _TEXT, bold=min(bold, len(line)))
            bold = max(0, bold - len(line) - 1)
            first = first or len(self.pages)
        return first, len(self.pages)


def _changed(text: str, chance: random.Random) -> tuple[str, tuple[str, str]]:
    words = text.split(" ")
    at = chance.randrange(3, len(words) - 3)
    new = f"{chance.choice(('other', 'amended', 'restated'))}{chance.randrange(10, 99)}"
    old = words[at]
    words[at] = new
    return " ".join(words), (old, new)


def _broken(text: str, chance: random.Random) -> str:
    """Return a text with some of its words divided or run together; letters and digits stay."""
    words = []
    for word in text.split(" "):
        broken = word
        if len(word) > 5 and word.isalpha() and chance.random() < 0.05:
            at = chance.randrange(2, len(word) - 2)
            broken = word[:at] + chance.choice(("-", " ", "- ")) + word[at:]
        words.append(broken)
    text = " ".join(words)
    joined = [" " if chance.random() > 0.02 else "" for _ in range(text.count(" "))]
    return "".join(piece + gap for piece, gap in zip(text.split(" "), [*joined, ""], strict=True))
