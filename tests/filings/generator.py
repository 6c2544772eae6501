"""Makes filings that quote and cite reports, some of it wrong in a known way, and writes them in every format.

A filing is a list of paragraphs; what was put into it, and what should be told of it, stands beside them.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.corpus.pdf import TypeLine, write_pdf

from hrreport.citing import cite
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrreport.model.country import ReportId
    from hrreport.model.report import Report

FULL_STYLES = ("bluebook", "eoir", "chicago", "oscola", "refworld", "ecoi", "euaa", "ukho")
HEDGES = "some sometimes generally often usually reportedly allegedly approximately at least most many several".split()
ALTERATIONS = ("not", "number", "hedge", "word", "swap", "drop")
WRONG = ("wrong-pinpoint", "wrong-edition", "wrong-country", "wrong-date", "wrong-address", "figure-not-borne")
PROSE = (
    "The respondent fears return.",
    "Conditions have not improved.",
    "This bears on the claim before the court.",
    "The record is consistent on the point.",
    "Counsel submits that the threshold is met.",
)
LEADS = ("The Department found that", "As the report states,", "The report says:", "It is documented that")
OTHERS = (
    ("Human Rights Watch wrote that “the state of things was grave and nobody was ever held to account for it.”"
     " Human Rights Watch, World Report 2023."),
    ("The Board has held that “the burden of proof rests upon the applicant for relief in every case.”"
     " Matter of Quorra, 27 I&N Dec. 316 (A.G. 2018)."),
    "Amnesty International spoke of “a pattern that has been with us for years.” Amnesty International, Report 2023.",
)  # fmt: skip


@dataclass
class Truth:
    """Something that was put into a filing."""

    quotation: str
    report: ReportId
    claimed: str
    seeded: str = ""
    """An alteration or a wrong citation; empty where all is right."""
    right: Locator | None = None
    cited: bool = True
    """Whether a citation was put beside it."""


@dataclass
class Made:
    """A filing, and what was put into it."""

    paragraphs: list[tuple[str, str, str]] = field(default_factory=list)
    """Kind, text and text of its footnote; ``{n}`` stands for the sign of the note."""
    truths: list[Truth] = field(default_factory=list)


def altered(text: str, how: str, choose: random.Random) -> str | None:  # noqa: C901  one branch for each alteration
    """A quotation with one word changed in a known way; nothing where that cannot be done."""
    words = text.split()
    inner = range(1, len(words) - 1)
    if how == "not":
        found = [n for n in inner if words[n] in ("not", "no", "never")]
        if found:
            del words[choose.choice(found)]
        else:
            verbs = [n for n in inner if words[n] in ("was", "were", "did", "is", "are", "had", "could", "would")]
            if not verbs:
                return None
            words.insert(choose.choice(verbs) + 1, "not")
    elif how == "number":
        found = [n for n in range(len(words)) if re.fullmatch(r"\d[\d,]*[.,;]?", words[n])]
        if not found:
            return None
        n = choose.choice(found)
        digit = int(words[n][0])
        words[n] = str(digit % 9 + 1) + words[n][1:]
    elif how == "hedge":
        found = [n for n in inner if words[n] in HEDGES]
        if not found:
            return None
        del words[choose.choice(found)]
    elif how == "word":
        words[choose.choice(inner)] = choose.choice(("zealous", "harbors", "quietly", "plural"))
    elif how == "swap":
        n = choose.choice(inner[:-1])
        if words[n].casefold() == words[n + 1].casefold():
            return None
        words[n], words[n + 1] = words[n + 1], words[n]
    else:
        del words[choose.choice(inner)]
    made = " ".join(words)
    return made if made != text else None


class Generator:
    """Makes filings from some reports."""

    def __init__(self, reports: Mapping[ReportId, Report], names: Mapping[str, str], seed: int) -> None:
        """Choose by a seed."""
        self.reports = reports
        self.names = names
        self.choose = random.Random(seed)  # noqa: S311  test data, not a secret
        self.texts = {one: "\n".join(p.printed for _, p in report.passages()) for one, report in reports.items()}
        self.sentences = {
            one: [
                (section.locate(paragraph, n), text)
                for section, paragraph in report.passages()
                for n, text in enumerate(paragraph.sentences, start=1)
                if 8 <= len(text.split()) <= 45 and not re.search(r"[“”\"‘\[\]…]|\.\.\.|^’", text)
            ]
            for one, report in reports.items()
        }

    def filing(self, quotations: int, *, altered_share: float = 0.3, wrong_share: float = 0.3) -> Made:
        """One filing with so many quotations."""
        made = Made()
        last: tuple[ReportId, Locator] | None = None
        defined: set[ReportId] = set()
        for _ in range(quotations):
            if self.choose.random() < 0.25:
                made.paragraphs.append(("text", self.choose.choice(OTHERS), ""))
                last = None
            if self.choose.random() < 0.3:
                made.paragraphs.append(("text", " ".join(self.choose.sample(PROSE, 3)), ""))
            last = self._quotation(made, last, defined, altered_share, wrong_share)
        return made

    def _quotation(
        self, made: Made, last: tuple[ReportId, Locator] | None, defined: set[ReportId], bad: float, wrong: float
    ) -> tuple[ReportId, Locator] | None:
        report_id = self.choose.choice(list(self.reports))
        place, text = self.choose.choice(self.sentences[report_id])
        roll = self.choose.random()
        seeded, quoted = "", text
        if roll < bad:
            seeded = self.choose.choice(ALTERATIONS)
            changed = altered(text, seeded, self.choose)
            if changed is None or changed in self.texts[report_id]:
                seeded = ""
            else:
                quoted = changed
        elif roll < bad + wrong:
            seeded = self.choose.choice(WRONG)
        cited_id, cited_place = report_id, place
        if seeded == "wrong-pinpoint":
            others = [p for p, _ in self.sentences[report_id] if p.anchor != place.anchor]
            cited_place = self.choose.choice(others)
            if any(text in self.reports[report_id].text_at(p) for p in (cited_place,)):
                seeded = ""
        elif seeded in ("wrong-edition", "wrong-country"):
            fits = [
                one
                for one in self.reports
                if one != report_id
                and (one.country == report_id.country) == (seeded == "wrong-edition")
                and text not in self.texts[one]
            ]
            if fits:
                cited_id = self.choose.choice(fits)
                cited_place = self.choose.choice(self.sentences[cited_id])[0]
            else:
                seeded = ""
        if not seeded:
            quoted = self._shaped(text)
        form = self._form(seeded, last, cited_id, defined)
        citation, claimed = self._citation(form, cited_id, cited_place, seeded)
        figure = "4,817 persons told counsel of it, and " if seeded == "figure-not-borne" else ""
        self._put(made, quoted, citation, figure, form)
        made.truths.append(Truth(quoted, cited_id, claimed, seeded, place))
        defined.add(cited_id)
        return cited_id, cited_place

    def _shaped(self, text: str) -> str:
        """A true quotation: whole, a part of it, a capital in brackets, an ellipsis, a comma of the quoter's."""
        words = text.split()
        kind = self.choose.randrange(6)
        if kind == 1 and len(words) > 14:
            return " ".join(words[: len(words) - 4])
        if kind == 2:
            return f"[{text[0].swapcase()}]{text[1:]}" if text[:1].isalpha() and text[1:2].islower() else text
        if kind == 3 and len(words) > 16:
            return " ".join([*words[:6], "...", *words[9:]])
        if kind == 4 and text.endswith("."):
            return f"{text[:-1]},"
        if kind == 5 and text[:1].isalpha() and text[1:2].islower():
            return text[0].lower() + text[1:]
        return text

    def _form(self, seeded: str, last: tuple[ReportId, Locator] | None, cited: ReportId, defined: set[ReportId]) -> str:
        if seeded in ("wrong-date", "wrong-address"):
            return "full"
        forms = ["full", "full", "prose", "plain", "slug"]
        if last and last[0] == cited:
            forms += ["id", "id", "id"]
        if cited in defined and sum(one.country == cited.country for one in self.reports) == 1:
            forms += ["short"]
        return self.choose.choice(forms)

    def _citation(self, form: str, report_id: ReportId, place: Locator, seeded: str) -> tuple[str, str]:
        report, name = self.reports[report_id], self.names[report_id.country]
        locator = Locator(place.section, place.paragraph)
        pin = f"§ {locator.anchor}" + (f" ¶ {locator.paragraph}" if self.choose.random() < 0.7 else "")
        if locator.anchor == "summary":
            pin = pin.replace("§ summary", "Executive Summary")
        if form == "full":
            style = "bluebook" if seeded in ("wrong-date", "wrong-address") else self.choose.choice(FULL_STYLES)
            written = cite(report, locator, style=style, country_name=name)
            if seeded == "wrong-date":
                written = re.sub(r"\((\w+\.? )\d+, (\d{4})\)", r"(\g<1>9, \g<2>)", written)
            if seeded == "wrong-address":
                other = "france" if report_id.country != "france" else "japan"
                written = re.sub(rf"/{re.escape(report_id.country)}/?(?=\W*$)", f"/{other}/", written)
            return written, str(locator)
        forms = {
            "prose": f"{report_id.year} DOS Country Report on {name}, {pin}",
            "plain": f"USDOS, {name} {report_id.year} at {pin}",
            "slug": f"U.S. Dep’t of State, {name} {report_id.year} Human Rights Report, {pin}",
            "short": f"{name} Report, {pin}",
            "id": f"Id. at {pin}",
        }
        return forms[form], pin

    def _put(self, made: Made, quoted: str, citation: str, figure: str, form: str) -> None:
        """Set a quotation and its citation in one of the ways in which people do."""
        way = self.choose.randrange(5)
        sentence = citation if citation.endswith((".", "]", ")")) else f"{citation}."
        lead = f"{figure}{self.choose.choice(LEADS)}"
        lead = lead[0].upper() + lead[1:]
        prose = self.choose.choice(PROSE)
        if way == 0 and form != "id":
            made.paragraphs.append(("text", f"{lead} “{quoted}”{{n}} {prose}", sentence))
        elif way == 1 and len(quoted.split()) > 15 and not figure:
            made.paragraphs.append(("text", f"{prose} The passage reads:", ""))
            made.paragraphs.append(("quote", quoted, ""))
            made.paragraphs.append(("text", sentence, ""))
        elif way == 2 and form in ("prose", "plain", "slug", "short"):
            made.paragraphs.append(("text", f"{prose} {lead} “{quoted}” ({citation}). {self.choose.choice(PROSE)}", ""))
        elif way == 3 and form == "prose":
            made.paragraphs.append(("text", f"{figure}according to the {citation}, “{quoted}” {prose}", ""))
        else:
            made.paragraphs.append(("text", f"{prose} {lead} “{quoted}” {sentence} {self.choose.choice(PROSE)}", ""))


# -- formats ---------------------------------------------------------------------------------------


def as_markdown(made: Made) -> bytes:
    """As Markdown, with notes of its own."""
    blocks: list[str] = []
    notes: list[str] = []
    for kind, text, note in made.paragraphs:
        if note:
            notes.append(f"[^{len(notes) + 1}]: {note}")
        shown = text.replace("{n}", f"[^{len(notes)}]")
        blocks.append(f"> {shown}" if kind == "quote" else shown)
    return "\n\n".join([*blocks, *notes]).encode()


def as_text(made: Made) -> bytes:
    """As plain text, block quotations indented, notes numbered in brackets."""
    blocks: list[str] = []
    notes: list[str] = []
    for kind, text, note in made.paragraphs:
        if note:
            notes.append(f"[{len(notes) + 1}] {note}")
        shown = text.replace("{n}", f"[{len(notes)}]")
        width = 60 if kind == "quote" else 72
        lines = wrapped(shown, width)
        blocks.append("\n".join(f"    {line}" if kind == "quote" else line for line in lines))
    return "\n\n".join([*blocks, *notes]).encode()


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most so many characters, broken at spaces only."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines


def as_html(made: Made) -> bytes:
    """As a page with linked notes."""
    from html import escape

    blocks: list[str] = []
    notes: list[str] = []
    for kind, text, note in made.paragraphs:
        if note:
            notes.append(f'<li id="fn{len(notes) + 1}"><p>{escape(note)} <a href="#ref{len(notes) + 1}">↩</a></p></li>')
        sign = f'<sup><a id="ref{len(notes)}" href="#fn{len(notes)}">{len(notes)}</a></sup>'
        shown = escape(text).replace("{n}", sign)
        blocks.append(f"<blockquote><p>{shown}</p></blockquote>" if kind == "quote" else f"<p>{shown}</p>")
    body = "\n".join([*blocks, "<ol>", *notes, "</ol>"])
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>".encode()


def as_docx(made: Made) -> bytes:
    """As a Word document with true footnotes."""
    import io

    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import OxmlElement
    from docx.oxml.ns import nsdecls, qn

    document = docx.Document()
    notes: list[str] = []
    for kind, text, note in made.paragraphs:
        paragraph = document.add_paragraph(style="Quote" if kind == "quote" else None)
        before, sign, after = text.partition("{n}")
        half = len(before) // 2
        paragraph.add_run(before[:half])
        paragraph.add_run(before[half:]).italic = True
        if sign:
            notes.append(note)
            mark = OxmlElement("w:footnoteReference")
            mark.set(qn("w:id"), str(len(notes)))
            paragraph.add_run()._r.append(mark)
            paragraph.add_run(after)
    from xml.sax.saxutils import escape

    xml = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote>'
        for n, note in enumerate(notes, start=1)
    )
    separator = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    root = f"<w:footnotes {nsdecls('w')}>{separator}{xml}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, root.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_WIDTH, _HEIGHT, _MARGIN, _SIZE, _LEAD = 612, 792, 72, 11, 14


def as_pdf(made: Made) -> bytes:
    """As a PDF with running heads, numbers of pages, and notes in small letters at the foot."""
    pages: list[list[TypeLine]] = []
    notes = 0
    y, foot = 0.0, 0.0

    def begin() -> None:
        nonlocal y, foot
        title = TypeLine(_MARGIN, _HEIGHT - 40, 9, "Brief in support of the application")
        pages.append([title, TypeLine(300, 30, 9, str(len(pages) + 1))])
        y, foot = _HEIGHT - _MARGIN, 60.0

    begin()
    for kind, text, note in made.paragraphs:
        notes += bool(note)
        indent = 40 if kind == "quote" else 0
        columns = int((_WIDTH - 2 * _MARGIN - 2 * indent) / (_SIZE * 0.6))
        small = wrapped(f"{notes} {note}", 96) if note else []
        lines = wrapped(text.replace("{n}", f"\x01{notes}"), columns)
        if y - (len(lines) + 1) * _LEAD < foot + 10 * (len(small) + 1):
            begin()
        for line in lines:
            before, sign, after = line.partition("\x01")
            pages[-1].append(TypeLine(_MARGIN + indent, y, _SIZE, before))
            if sign:
                number, _, rest = after.partition(" ")
                x = _MARGIN + indent + len(before) * _SIZE * 0.6
                pages[-1].append(TypeLine(x, y + 4, 7, number))
                pages[-1].append(TypeLine(x + 7 * 0.6 * len(number) + 6, y, _SIZE, rest))
            y -= _LEAD
        for line in reversed(small):
            pages[-1].append(TypeLine(_MARGIN, foot, 8, line))
            foot += 10
        y -= _LEAD
    return write_pdf(pages)


FORMATS = {".md": as_markdown, ".txt": as_text, ".html": as_html, ".docx": as_docx, ".pdf": as_pdf}
"""How a filing is written, by suffix."""
