"""Pages of many countries: what they show, and what a reader can do in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.codec.groups import edition_matrix_json
from hrreport.comparison.matrix import compile_passages, edition_matrix
from hrreport.exporting.groups_csv import edition_matrix_csv
from hrreport.exporting.groups_html import edition_matrix_html
from hrreport.terminal.groups import edition_matrix_view
from hrreport.terminal.side_by_side import compilation_view

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


NAMES = {"arcadia": "Arcadia <b>", "ruritania": "Ruritania"}


def test_words_of_a_topic_without_a_heading_are_marked_and_counted(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis]
) -> None:
    """In the page, the table, the text, the document and the data alike; what was not looked for is no count."""
    texts = {
        "arcadia": "1.a Killings | killings\nGangs killed herders.\nA gang fled.",
        "ruritania": "1.a Killings | killings\nSoldiers killed herders.",
    }
    pairs = [(report, analyze(report)) for report in (build(2024, text, slug) for slug, text in texts.items())]
    matrix = edition_matrix(pairs, 2024, ["gangs"])
    assert [each.readings[0].mentions for each in matrix.reports] == [2, 0]
    cells = edition_matrix_json(matrix, NAMES)["topics"][0]["cells"]
    assert [cell["mentions"] for cell in cells] == [2, 0]
    assert [line.rpartition(",")[2] for line in edition_matrix_csv(matrix, NAMES).splitlines()] == [
        "mentions",
        "2",
        "0",
    ]
    page = edition_matrix_html(matrix, NAMES)
    assert "–(2¶)</span>" in page
    assert "elsewhere in 1 of the reports without a heading. Absence of a heading is not evidence of absence" in page
    text = edition_matrix_view(matrix, NAMES).plain(200)
    assert "No heading in this report: 2 countries; the topic's words are elsewhere in 1 of the reports" in text
    assert "Arcadia <b>: its words in 2 paragraphs" in text
    assert "Ruritania: its words nowhere" in text
    several = edition_matrix_view(edition_matrix(pairs, 2024, ["gangs", "killings"]), NAMES).plain(200)
    assert "Arcadia <b> (2¶), Ruritania" in several
    assert {each.readings[0].mentions for each in edition_matrix(pairs, 2024).reports} == {None}
    beside = compilation_view(compile_passages([report for report, _ in pairs], ["gangs"]), NAMES).plain(200)
    assert "no heading; its words in 2 paragraphs" in beside
    assert "0 paragraphs" not in beside


def test_readers_sort_filter_and_open_passages(group_pages: dict[str, str], browser: Browser, tmp_path: Path) -> None:
    said: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    def heard(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", heard)
    for name, page_text in group_pages.items():
        if name == "csv":
            continue
        file = tmp_path / f"{name}.html"
        file.write_text(page_text, encoding="utf-8")
        page.goto(file.as_uri())
        rows = "() => [...document.querySelectorAll('[data-name]')].filter((r) => !r.hidden).map((r) => r.dataset.name)"
        assert page.evaluate(rows) == ["Ruritania", "Arcadia <b>"]
        if name == "trend":
            page.select_option("[name=order]", "most")
        else:
            page.click("[data-sort='0']")
        assert page.evaluate(rows) == ["Arcadia <b>", "Ruritania"]
        page.fill("[name=country]", "arc")
        assert page.evaluate(rows) == ["Arcadia <b>"]
        assert page.inner_text("#_count") == "1 of 2 countries shown"
        cell = "[data-name^=Arcadia] [data-cell]" + ("[data-cell='5']" if name == "changes" else "")
        page.click(cell)
        assert "Guards beat </script><script>alert(1)</script><!-- & men." in page.inner_text("#_panel")
        page.click("[data-do=close]")
        assert page.locator("#_panel").is_hidden()
    context.close()
    assert said == []
