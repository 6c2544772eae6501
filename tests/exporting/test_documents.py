"""Every answer in every format that is made of blocks: the same words in each, whatever they are."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import docx
import pypdfium2
import pytest
import yaml
from bs4 import BeautifulSoup

from hrreport.comparison.changes import compare_reports
from hrreport.comparison.matrix import compile_passages, matrix_of
from hrreport.comparison.trend import trend_of
from hrreport.exporting.documents import format_document
from hrreport.exporting.html import document_html
from hrreport.exporting.markdown import document_markdown
from hrreport.exporting.pdf import document_pdf, svg_png
from hrreport.exporting.word import document_docx
from hrreport.views.blocks import BlockDocument, HeadingBlock, PictureBlock, ProseBlock, QuotationBlock, TextRun, runs
from hrreport.views.changes import changes_document
from hrreport.views.compilation import compilation_document
from hrreport.views.matrix import matrix_document
from hrreport.views.summary import summary_document
from hrreport.views.trend import trend_document
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.summary import Summary

    Editions = dict[str, tuple[Report, Analysis]]


EVIL = "<script>alert(1)</script>\x1b[2J\u202e\"'& #strong[x] $y$ *z* `w` \\ // @a <b>"


NAMES = (
    "brief",
    "changes",
    "compilation",
    "exhibit",
    "findings",
    "issues",
    "matrix",
    "report",
    "summary",
    "trend",
    "verdict",
)


# -- readers of each format ----------------------------------------------------------------------


def in_blocks(value: object) -> Iterator[str]:
    """Every text that a block shows, in order, a line of runs as one."""
    if isinstance(value, tuple) and value and all(isinstance(one, TextRun) for one in value):
        yield "".join(run.text for run in value)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from in_blocks(one)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, HeadingBlock):
        yield from (value.text, value.remark)
    elif isinstance(value, PictureBlock):
        yield value.caption
    elif isinstance(value, QuotationBlock):
        yield from (value.pinpoint, f"{value.label}: " if value.label else "", *in_blocks(value.runs), *value.remarks)
        yield value.citation
    elif is_dataclass(value):
        shown = (field.name for field in fields(value) if field.name not in ("id", "form", "align", "tone"))
        yield from (text for name in shown for text in in_blocks(getattr(value, name)))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def from_html(page: bytes | str) -> str:
    soup = BeautifulSoup(page, "lxml")
    for tag in soup.select("script, style, svg"):
        tag.decompose()
    return " ".join(soup.get_text(" ").split())


def from_docx(body: bytes | str) -> str:
    assert isinstance(body, bytes)
    document = docx.Document(io.BytesIO(body))
    texts = [p.text for p in document.paragraphs]
    texts += [p.text for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
    return "\n".join(texts)


def from_pdf(body: bytes | str) -> str:
    assert isinstance(body, bytes)
    pdf = pypdfium2.PdfDocument(body)
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


# -- the same words in each ----------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_blocks_is_in_every_format(
    name: str, documents: dict[str, BlockDocument], read_markdown: Callable[[str], list[str]]
) -> None:
    document = documents[name]
    told = [" ".join(text.split()) for text in in_blocks(document.blocks)]
    head = [document.title, document.colophon, *in_blocks(document.notes)]
    wanted = words(" ".join((*told, *head)))
    readers: dict[str, Callable[[Any], str]] = {
        "markdown": lambda text: "\n".join(
            read_markdown(text.split("---\n", 2)[2].replace("<br>", " ").replace("\\\n", " "))
        ),
        "html": from_html,
        "docx": from_docx,
        "pdf": from_pdf,
    }
    for form, read in readers.items():
        shown = read(format_document(document, form))
        assert not wanted - words(shown), form
        if form != "pdf":  # whose lines end where the page does
            folded = re.sub(r"\s+", "", shown)
            assert not [text for text in told if re.sub(r"\s+", "", text) not in folded], form


@pytest.mark.parametrize(
    "name", ["brief", "changes", "compilation", "findings", "issues", "matrix", "summary", "trend"]
)
def test_the_markdown(name: str, documents: dict[str, BlockDocument], expected: Callable[[str], str]) -> None:
    assert document_markdown(documents[name]) == expected(f"{name}.md")


def test_the_front_matter_has_every_source(documents: dict[str, BlockDocument]) -> None:
    head = yaml.safe_load(document_markdown(documents["changes"]).split("---\n")[1])
    assert [report["sha256"] for report in head["reports"]] == [f"{year:064x}" for year in (2023, 2024)]
    assert len(head["cautions"]) == len(documents["changes"].notes)


# -- words that mean something to a format --------------------------------------------------------


def test_nothing_of_a_hostile_report_is_markup(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis], read_markdown: Callable[[str], list[str]]
) -> None:
    def hostile(year: int, verb: str) -> tuple[Report, Analysis]:
        made = build(
            year, f"1.c Torture | torture\nLabel{EVIL} | torture > Guards {verb} {EVIL} many boatmen of Gallow."
        )
        source = replace(made.provenance, url=f"javascript:{EVIL}")
        report = replace(made, title=EVIL, provenance=source, warnings=(EVIL,))
        return report, analyze(report)

    one, other = hostile(2022, "beat"), hostile(2023, "killed")
    names = {"arcadia": EVIL}
    sentence = " ".join(one[0].section("1.c").paragraphs[0].text.replace("\x1b", " ").replace("\u202e", "").split())
    for document in (
        changes_document(compare_reports(one[0], other[0], then=one[1], now=other[1]), names, cite=lambda *_: EVIL),
        matrix_document(matrix_of([one, other]), names, cite=lambda *_: EVIL),
        trend_document(trend_of([one, other]), names),
        compilation_document(compile_passages([one[0], other[0]], ["torture"]), names, cite=lambda *_: EVIL),
    ):
        page = document_html(document)
        soup = BeautifulSoup(page, "lxml")
        assert len(soup.select("script")) == 1
        assert not [tag for tag in soup.find_all() for name in tag.attrs if name.startswith("on") or name == "style"]
        assert all(re.match(r"#|https?://|data:,$", str(tag["href"])) for tag in soup.select("[href]"))
        assert not {"\x1b", "\u202e"} & set(page)
        if "Compiled" not in document.title:
            continue
        assert any(sentence in line for line in read_markdown(document_markdown(document)))
        assert sentence in from_docx(document_docx(document))
        assert "".join(sentence.split()) in "".join(from_pdf(document_pdf(document)).split())


def test_links_inside_lead_to_what_is_there_and_nowhere_else() -> None:
    linked = runs(
        TextRun("there", address="#a"),
        TextRun("gone", address="#b"),
        TextRun("bad", address="javascript:x"),
        TextRun("", page_of="a"),
    )
    document = BlockDocument("T", (HeadingBlock(1, "A", "a"), HeadingBlock(3, "Again", "a"), ProseBlock(linked)))
    assert [tag["href"] for tag in BeautifulSoup(document_html(document), "lxml").select("main a")] == ["#a", "#a"]
    assert "[there](#a)gonebad" in document_markdown(document)
    assert "theregonebad1" in from_pdf(document_pdf(document)).replace(" ", "")
    assert (
        docx.Document(io.BytesIO(document_docx(document))).element.body.xpath(".//w:instrText")[0].text.split()[0]
        == "PAGEREF"
    )


def test_a_chart_is_a_picture_with_words_for_it(documents: dict[str, BlockDocument]) -> None:
    for name in ("trend", "matrix"):
        picture = next(block for block in documents[name].blocks if isinstance(block, PictureBlock))
        assert "Arcadia" in picture.svg
        assert svg_png(picture.svg).startswith(b"\x89PNG")
        word = docx.Document(io.BytesIO(document_docx(documents[name])))
        assert word.element.body.xpath(".//wp:docPr/@descr") == [picture.alt]


def test_the_bundled_abridgement_says_so_in_every_format(arcadia: Report, arcadia_summary: Summary) -> None:
    sample = replace(arcadia, provenance=replace(arcadia.provenance, origin="sample"))
    document = summary_document(sample, arcadia_summary, "Arcadia")
    assert "not to be cited" in document.running_head
    wanted = "".join(SAMPLE_NOTICE.split())
    for shown in (
        document_markdown(document),
        from_html(document_html(document)),
        from_docx(document_docx(document)),
        from_pdf(document_pdf(document)),
    ):
        assert wanted in "".join(shown.split())
