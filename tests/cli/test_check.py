"""check: exit codes, every format, comments in a Word document, several documents at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from hrreport.exporting.schema import schema_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

THERE = "Equal pay of men and women for equal work was not required by law"
NEAR = "Equal pay of men and women for equal work was always required by law"
RIGHT = f"Counsel notes that “{THERE}.” 2023 DOS Country Report on Kazakhstan, § 6.\n"
WRONG = f"Counsel notes that “{NEAR}.” 2023 DOS Country Report on Kazakhstan, § 1.a.\n"


@pytest.fixture
def brief(tmp_path: Path) -> Callable[[str, str], str]:
    """Writes a document and returns its name."""

    def written(text: str, name: str = "brief.md") -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return written


def answer(run: Run, *args: str, code: int) -> dict[str, Any]:
    result = run("check", *args, "--format", "json")
    assert result.exit_code == code, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    jsonschema.validate(found, json.loads(schema_text("check")))
    return found


def test_what_is_right_exits_with_0(run: Run, brief: Any) -> None:
    (finding,) = answer(run, brief(RIGHT), code=0)["findings"]
    assert (finding["verdict"], finding["place"], finding["where"]) == ("exact", "§ 6", "line 1")
    assert finding["report"]["country"] == "kazakhstan"
    assert finding["problems"] == ["newer-edition"]
    assert finding["right_place"].startswith("§ 6, Women, ¶ ")


def test_what_differs_exits_with_1_and_is_told_with_the_right_place(run: Run, brief: Any) -> None:
    found = answer(run, brief(WRONG), code=1)
    (finding,) = found["findings"]
    assert finding["verdict"] == "differs"
    assert finding["problems"] == ["wrong-pinpoint", "newer-edition"]
    assert [(w["quoted"].strip(), w["printed"].strip()) for w in finding["differences"]] == [("always", "not")]
    assert found["counts"]["wrong"] == found["counts"]["differs"] == 1


@pytest.mark.parametrize(
    ("invented", "verdict"),
    [
        ("impunity was always total", "not-found"),
        ("police was feared", "not-found"),
        ("equal work was never equal", "not-found"),
        ("equal pay was required by decree", "differs"),
        ("Equal pay for equal work was demanded", "differs"),
    ],
)
def test_one_shared_word_is_not_a_place(run: Run, brief: Any, invented: str, verdict: str) -> None:
    text = f"Counsel notes that “{invented}.” 2023 DOS Country Report on Kazakhstan, § 1.a.\n"
    (finding,) = answer(run, brief(text), code=1)["findings"]
    assert finding["verdict"] == verdict
    if verdict == "not-found":
        assert (finding["problems"], finding["right_place"]) == (["newer-edition"], None)


def test_a_date_is_doubted_in_words_where_only_the_edition_has_one(run: Run, brief: Any) -> None:
    cited = RIGHT.replace("§ 6", "§ 6 (Apr. 21, 2024)")
    (finding,) = answer(run, brief(cited), code=1)["findings"]
    assert "wrong-date" in finding["problems"]
    assert finding["remarks"][0] == (
        "The report's page prints no date, and its edition was released on 22 April 2024: that it was published on"
        " 21 April 2024 is doubtful."
    )


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_format_tells_outcome_and_passage(run: Run, brief: Any, form: str) -> None:
    result = run("check", brief(WRONG), "--format", form)
    assert result.exit_code == 1
    assert "wrong pinpoint" in result.stdout
    said = " ".join(result.stdout.split())
    assert "was not required by law" in said.replace("</span>", "").replace("<ins>", "").replace(
        "[-always-] {+not+}", "not"
    )


def test_the_text_counts_marks_what_differs_and_puts_citations_in_good_order_last(run: Run, brief: Any) -> None:
    bare = "See 2023 DOS Country Report on Kazakhstan, § 6.\n\n"
    said = " ".join(run("check", brief(bare + WRONG + "\n" + RIGHT)).stdout.split())
    assert (
        "3 quotations and citations checked: 1 word for word, 1 differs, 1 citation without a quotation; 1 to be"
        " corrected (wrong pinpoint 1); for all 3 there is a newer edition."
    ) in said
    assert "was [-always-] {+not+} required by law" in said
    assert said.index("1 line 1 ·") > said.index("{+not+}")


def test_a_document_without_citations_is_told_to_have_none(run: Run, brief: Any) -> None:
    result = run("check", brief("He said “no such thing was ever seen by anybody in the town.”"))
    assert result.exit_code == 0
    assert "No quotation of or citation to a Country Report was found." in result.stdout


def test_several_documents_are_told_one_by_one(run: Run, brief: Any) -> None:
    found = answer(run, brief(RIGHT), brief(WRONG, "other.txt"), code=1)
    assert [one["file"] for one in found["files"]] == ["brief.md", "other.txt"]
    assert found["counts"]["findings"] == 2


def test_a_report_that_cannot_be_read_is_not_said_to_lack_the_words(run: Run, brief: Any) -> None:
    text = "It says “nobody at all was ever held in the town.” 2023 DOS Country Report on Chad, § 1.d."
    (finding,) = answer(run, brief(text), code=1)["findings"]
    assert (finding["verdict"], finding["report"]) == (None, None)
    assert "could not be read" in finding["remarks"][0]


def test_an_address_names_the_country_by_any_slug_that_its_page_had(run: Run, brief: Any) -> None:
    address = "https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/thebahamas/"
    (finding,) = answer(run, brief(f"It says “nobody at all was ever held in the town.” {address}"), code=1)["findings"]
    assert finding["remarks"][0].startswith("The report on the-bahamas 2023 could not be read: ")
    assert "; " not in finding["remarks"][0]


def test_a_word_document_gets_comments_and_keeps_every_word(run: Run, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    paragraph = document.add_paragraph("Counsel notes that ")
    paragraph.add_run(f"“{NEAR[:20]}").bold = True
    paragraph.add_run(f"{NEAR[20:]}.” 2023 DOS Country Report on Kazakhstan, § 6.")
    document.add_table(1, 1).cell(0, 0).text = RIGHT.strip()
    document.save(tmp_path / "brief.docx")
    before = (tmp_path / "brief.docx").read_bytes()
    result = run("check", str(tmp_path / "brief.docx"), "-o", str(tmp_path / "checked.docx"))
    assert result.exit_code == 1, result.stderr
    checked = docx.Document(tmp_path / "checked.docx")
    assert [p.text for p in checked.paragraphs] == [p.text for p in document.paragraphs]
    assert checked.tables[0].cell(0, 0).text == document.tables[0].cell(0, 0).text
    comments = [comment.text for comment in checked.comments]
    assert comments[0].startswith("Differs: 1 word changed")
    assert "was not required by law" in comments[0]
    assert comments[1].startswith("Word for word")
    assert (tmp_path / "brief.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("brief.rtf", b"{\\rtf1}", "not of a format that is read"),
        ("brief.md", b"   ", "no text was found"),
        ("brief.txt", b"a\xff\x00b", "not text in UTF-8"),
        ("brief.docx", b"PK\x03\x04 no", "not a Word document"),
    ],
)
def test_what_cannot_be_read_is_one_line(run: Run, tmp_path: Path, name: str, body: bytes, said: str) -> None:
    if name.endswith("docx"):
        pytest.importorskip("docx")
    (tmp_path / name).write_bytes(body)
    result = run("check", str(tmp_path / name))
    assert result.exit_code == 1
    assert said in result.stderr
    assert run("check", str(tmp_path / "none.md")).exit_code == 1


def test_comments_need_a_word_document(run: Run, brief: Any, tmp_path: Path) -> None:
    result = run("check", brief(RIGHT), "-o", str(tmp_path / "checked.docx"))
    assert result.exit_code == 1
    assert "give one .docx" in result.stderr
    assert run("check").exit_code == 2


def test_a_report_is_written_to_a_file_in_the_format_of_its_suffix(run: Run, brief: Any, tmp_path: Path) -> None:
    assert run("check", brief(RIGHT), "-o", str(tmp_path / "checked.json")).exit_code == 0
    assert json.loads((tmp_path / "checked.json").read_text(encoding="utf-8"))["counts"]["exact"] == 1
