"""packet: an exhibit whose own check finds it exact, and whose pages are numbered right."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.corpus.printed import printed_pages
from tests.pages.mirror import lay_out

from hrreport.cli.group import hrreport
from hrreport.exporting.word_parts import fill_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

CLAIM = """
group = ["prisons"]
actor = "state"
years = "2023-2024"
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a mirror of two abridgements, and a claim."""
    made = tmp_path_factory.mktemp("exhibits")
    lay_out(made / "mirror")
    (made / "claim.toml").write_text(CLAIM, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def run(folder: Path) -> Callable[..., Result]:
    """Run the program; a name of a file that is there stands for it."""
    library = str(folder / "library.sqlite")
    environment = {"HRREPORT_MIRROR": str(folder / "mirror"), "HRREPORT_LIBRARY": library}

    def invoke(*args: str) -> Result:
        words = [str(folder / word) if (folder / word).is_file() else word for word in args]
        return CliRunner().invoke(hrreport, words, env=environment, prog_name="hrreport")

    return invoke


@pytest.fixture(scope="module")
def exhibits(folder: Path, run: Callable[..., Result]) -> Path:
    """The folder, with an exhibit in each format that has pages, and its JSON."""
    for form in ("json", "pdf", "docx"):
        file = str(folder / f"exhibit.{form}")
        assert run("packet", "kazakhstan", "--claim", "claim.toml", "-o", file).exit_code == 0
    return folder


def letters(text: str) -> str:
    """The words of a text, however they are broken into lines."""
    return re.sub(r"[\s-]+", "", text)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_check_of_an_exhibit_finds_every_word_of_it_exact(
    form: str, exhibits: Path, run: Callable[..., Result]
) -> None:
    told = json.loads((exhibits / "exhibit.json").read_text(encoding="utf-8"))
    paragraphs = [p for part in told["parts"] for tab in part["tabs"] for x in tab["passages"] for p in x["paragraphs"]]
    pairs = [pair for change in told["changes"] for topic in change["topics"] for pair in topic["sentences"]]
    sentences = [quote for pair in pairs for side in ("old", "new") for quote in pair[side]]
    checked = json.loads(run("check", f"exhibit.{form}", "--format", "json").stdout)
    exact = letters(" | ".join(one["quotation"] for one in checked["findings"] if one["verdict"] == "exact"))
    assert len(paragraphs) > 20
    assert len(sentences) > 20
    assert [quote["text"] for quote in (*paragraphs, *sentences) if letters(quote["text"]) not in exact] == []
    assert checked["counts"]["exact"] >= len(paragraphs)
    assert [one["quotation"] or one["citation"] for one in checked["findings"] if one["wrong"]] == []


def test_index_and_contents_of_a_pdf_name_the_pages_that_things_are_on(exhibits: Path) -> None:
    pages = printed_pages((exhibits / "exhibit.pdf").read_bytes())
    assert pages.index == pages.right_index
    assert pages.contents == pages.right_contents
    assert len(pages.index) > 10


def test_every_page_of_a_word_document_is_a_field_with_a_bookmark(exhibits: Path) -> None:
    with zipfile.ZipFile(exhibits / "exhibit.docx") as opened:
        text = opened.read("word/document.xml").decode()
        settings = opened.read("word/settings.xml").decode()
    marks = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', text)
    asked = re.findall(r"PAGEREF (\S+)", text)
    tabs = len(set(re.findall(r">Tab ([A-Z]+)\. ", text)))
    headings = len(re.findall(r'w:pStyle w:val="Heading[123]"', text))
    assert len(marks) == len(set(marks))
    assert set(asked) <= set(marks)
    assert len(asked) == 2 * tabs + headings
    assert "w:updateFields" in settings


def test_numbers_that_were_worked_out_are_written_into_every_field(exhibits: Path) -> None:
    body = (exhibits / "exhibit.docx").read_bytes()
    with zipfile.ZipFile(exhibits / "exhibit.docx") as opened:
        text = opened.read("word/document.xml").decode()
    marks = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', text)
    pages = {name: 1000 + n for n, name in enumerate(marks)}
    filled = exhibits / "filled.docx"
    filled.write_bytes(fill_pages(body, pages))
    with zipfile.ZipFile(filled) as opened:
        text = opened.read("word/document.xml").decode()
    asked = re.findall(r"PAGEREF (\S+)", text)
    shown = re.findall(r'PAGEREF \S+ .{0,90}?separate"/></w:r><w:r><w:t>(\d+)</w:t>', text)
    assert [int(number) for number in shown] == [pages[name] for name in asked]


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("kazakhstan", "2023"), 2, "give --topic, or --claim"),
        (("kazakhstan", "2023", "--topic", "prisons", "--claim", "claim.toml"), 2, "--topic and --claim both choose"),
        (("kazakhstan", "--topic", "prisons"), 2, "name the years"),
        (("--claim", "claim.toml"), 2, "name the country"),
        (("kazakhstan", "2023", "--claim", "nowhere.toml"), 1, 'cannot read "nowhere.toml"'),
        (("kazakhstan", "2023", "--topic", "prisons", "--render"), 2, "--render goes with --format docx"),
        (("kazakhstan", "2023", "--topic", "wimen"), 1, 'no topic is called "wimen"'),
    ],
)
def test_what_is_missing_or_not_understood_is_said_in_one_line(
    args: tuple[str, ...], code: int, said: str, run: Callable[..., Result]
) -> None:
    result = run("packet", *args)
    assert result.exit_code == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_report_that_is_missing_is_named_in_the_exhibit(run: Callable[..., Result], tmp_path: Path) -> None:
    exhibit = tmp_path / "exhibit.md"
    result = run("packet", "kazakhstan,kenya", "2023", "--topic", "prisons", "-o", str(exhibit))
    assert result.exit_code == 1
    assert "Not included:** Kenya 2023" in exhibit.read_text(encoding="utf-8")
