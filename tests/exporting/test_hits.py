"""Hits, verdicts and lists of what is missing, as files: nothing in them is obeyed, every word comes back."""

from __future__ import annotations

import csv
import io
import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import InputError
from hrreport.exporting.block_markdown import document_markdown
from hrreport.exporting.hits_csv import HIT, search_csv, tallies_csv
from hrreport.exporting.missing_list import MARK, missing_list
from hrreport.exporting.parquet import write_rows
from hrreport.model.country import ReportId
from hrreport.model.finding import Kind
from hrreport.model.hit import Hit, HitSpan, Neighbor, Query, SearchResult, Tally
from hrreport.model.holding import DownloadResult, DownloadSummary
from hrreport.model.locator import Locator
from hrreport.model.quotation import LibraryVerdict
from hrreport.quoting import verify
from hrreport.views.hits import search_document, tallies_document
from hrreport.views.verdicts import sightings_document, verdict_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

NAMES = {"arcadia": "Arcadia"}
TEXT = "=wardens *kept* a register_of <b>wardens</b>."


@pytest.fixture
def hit(arcadia: Report) -> Hit:
    return Hit(
        id=arcadia.id, locator=Locator("1.c", 4), headings=("Section 1. Life", "c. *Torture*"), topic="Wardens",
        text=TEXT, highlights=(HitSpan(1, 8), HitSpan(33, 40)), topic_highlights=(), heading_highlights=((), ()),
        score=2.5,
        kinds=(Kind.ABUSE, Kind.LAW), subjects=("torture",), title=arcadia.title, published="",
        provenance=arcadia.provenance, before=(Neighbor(Locator("1.c", 3), "Label", "1. Before."),),
    )  # fmt: skip


def cited(*_: object) -> str:
    return "a *citation*"


def test_every_column_of_a_hit_is_filled_and_no_cell_is_a_formula(hit: Hit) -> None:
    text = search_csv(Query("wardens"), SearchResult((hit, hit), 2, 2), NAMES, cite=cited)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["rank"] for row in rows] == ["1", "2"]
    assert list(rows[0]) == list(HIT)
    assert all(rows[0].values())
    assert rows[0]["text"] == f"'{TEXT}"
    assert rows[0]["met"] == "wardens | wardens"
    assert rows[0]["kinds"] == "abuse | law"


def test_counts_are_rows_of_numbers() -> None:
    assert tallies_csv(Query("x"), (Tally("2023", 4, 2),), "year", {}) == "year,passages,reports\r\n2023,4,2\r\n"
    by_country = tallies_csv(Query("x"), (Tally("arcadia", 4, 2),), "country", NAMES)
    assert by_country == "country,name,passages,reports\r\narcadia,Arcadia,4,2\r\n"


def test_a_reader_of_markdown_gives_back_the_words(hit: Hit, read_markdown: Callable[[str], list[str]]) -> None:
    text = document_markdown(search_document(Query("war*dens"), SearchResult((hit,), 1, 1), NAMES, cite=cited))
    assert read_markdown(text) == [
        "Search: war*dens",
        "1 passage with war*dens.",
        "Arcadia 2023, § 1.c ¶ 4",
        "Section 1. Life › c. *Torture*",
        "¶ 3 Label: 1. Before.",
        f"Wardens: {TEXT}",
        "a *citation*",
    ]
    assert "=**wardens** \\*kept" in text


def test_counts_are_a_table(read_markdown: Callable[[str], list[str]]) -> None:
    text = document_markdown(tallies_document(Query("x"), (Tally("arcadia", 1_400, 2),), "country", NAMES))
    assert read_markdown(text) == ["Search: x", "Country", "Passages", "Reports", "Arcadia", "1,400", "2"]


def test_a_verdict_gives_back_sentence_remarks_and_cautions(
    arcadia: Report, read_markdown: Callable[[str], list[str]]
) -> None:
    verdict = replace(verify(arcadia, "[t]he law forbids torture"), more=3)
    blocks = read_markdown(document_markdown(verdict_document(arcadia, verdict, "Arcadia", cite=cited)))
    sentence = "The law forbids torture, but wardens [sic] beat detainees *often*, according to Lake Watch."
    assert sentence in blocks
    assert "[t]he changes the capital of “The”." in blocks
    assert any(block.startswith("Caution: Caveat (contrast): “but”") for block in blocks)
    assert "3 further places are not shown." in blocks
    assert blocks[-2] == "3 further places are not shown."


def test_what_is_not_there_is_struck_through_beside_what_is(
    arcadia: Report, read_markdown: Callable[[str], list[str]]
) -> None:
    text = document_markdown(
        verdict_document(arcadia, verify(arcadia, "In June officers shot two boatmen."), "Arcadia", cite=cited)
    )
    assert "In <del>June</del> <ins>May</ins> officers shot two boatmen." in text
    assert "In June May officers shot two boatmen." in read_markdown(text)


def test_stretches_follow_each_other(arcadia: Report) -> None:
    text = document_markdown(
        verdict_document(arcadia, verify(arcadia, "He appealed ... officers shot two boatmen"), "Arcadia", cite=cited)
    )
    assert text.count("Word for word.") == 2


def test_sightings_are_chapters(arcadia: Report, read_markdown: Callable[[str], list[str]]) -> None:
    verdict = verify(arcadia, "There were no reports")
    found = LibraryVerdict("There were *no* reports", 5, True, ((arcadia, verdict),), (arcadia.id,))
    blocks = read_markdown(document_markdown(sightings_document(found, NAMES, cite=cited)))
    begin = blocks.index("Quotation")
    assert [block for block in blocks[begin:] if ":" not in block or "stored" in block][:4] == [
        "Quotation", "There were *no* reports",
        "It is in 2 of 5 stored reports: 1 word for word, others not described.", "Arcadia 2023",
    ]  # fmt: skip
    assert blocks[-2] == "Also in: Arcadia 2023."


def test_a_list_of_what_is_missing_stays_in_its_lines_and_columns() -> None:
    lost = DownloadResult(ReportId("lakes", 2023), "refused", "403\n\t\x1b[2Jno", "https://a.example/\n\tx")
    text = missing_list(DownloadSummary((lost,)), datetime(2025, 5, 3, 12, tzinfo=UTC))
    assert text.startswith(f"{MARK}, 3 May 2025, 12:00 UTC.\n")
    (entry,) = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert entry.split("\t") == [
        "lakes", "2023", "https://a.example/ x", "hrreport add FILE --country lakes --year 2023",
    ]  # fmt: skip
    assert "# refused: 403 [2Jno" in text


def test_parquet_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match="needs pyarrow") as caught:
        write_rows([], io.BytesIO())
    assert "hrreport[parquet]" in (caught.value.hint or "")


def test_parquet_holds_only_some_rows_at_a_time() -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")
    file = io.BytesIO()
    rows = ({"country": "arcadia", "year": n, "path": ["a", "b"], "topic": None} for n in range(20_001))
    assert write_rows(rows, file) == 20_001
    read = parquet.ParquetFile(file)
    assert read.metadata.num_row_groups == 2
    assert read.read().to_pylist()[-1] == {"country": "arcadia", "year": 20_000, "path": ["a", "b"], "topic": None}
    empty = io.BytesIO()
    assert write_rows((), empty) == 0
    assert "text" in parquet.read_schema(empty).names
