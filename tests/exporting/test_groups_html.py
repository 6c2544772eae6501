"""Pages of many countries: every figure opens its sentences, and no word of a report can do harm."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from hrreport.catalogue import records
from hrreport.codec.groups import edition_matrix_json
from hrreport.comparison.edition_changes import country_change
from hrreport.comparison.matrix import compile_passages, edition_matrix
from hrreport.comparison.topic_readings import read_topics
from hrreport.exporting.edition_changes_html import edition_changes_html
from hrreport.exporting.groups_csv import edition_changes_csv, edition_matrix_csv
from hrreport.exporting.groups_html import edition_duties_html, edition_matrix_html, group_trend_html
from hrreport.exporting.html_page import asset, policy
from hrreport.model.country import ReportId
from hrreport.model.edition_change import CountryDuties, EditionChanges, EditionDuties
from hrreport.model.edition_matrix import CountryGroup, CountrySeries, EditionMatrix, GroupTrend
from hrreport.model.gap import MissingReport
from hrreport.terminal.groups import edition_matrix_view
from hrreport.terminal.side_by_side import compilation_view

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

EVIL = "Guards beat </script><script>alert(1)</script><!-- & men."
OLD = f"1.c Torture | torture\n{EVIL} The law forbids torture.\n\n1.c/prisons Prisons | prisons\nGuards beat inmates."
NEW = "3.a Torture | torture\nThere were no reports of torture. The law forbids torture."
NAMES = {"arcadia": "Arcadia <b>", "ruritania": "Ruritania", "chad": "Chad"}
TOPIC = next(topic for topic in records.topics() if topic.id == "torture")
GROUP = CountryGroup("Both", ("ruritania", "arcadia"))
GAPS = (MissingReport(ReportId("chad", 2024), "not-stored", "hrreport download chad 2024"),)


@pytest.fixture(scope="module")
def pages(build: Callable[..., Report], analyze: Callable[[Report], Analysis]) -> dict[str, str]:
    """Every page, of two countries of which one has hostile words."""
    pairs = [[build(year, text, country) for year, text in ((2023, OLD), (2024, NEW))] for country in GROUP.countries]
    read = [[read_topics(r, analyze(r), [("torture",)], texts=True) for r in pair] for pair in pairs]
    rows = tuple(country_change(a, b, analyze(a), analyze(b), sentences=True) for a, b in pairs)
    matrix = EditionMatrix(GROUP, 2023, (TOPIC,), tuple(pair[0] for pair in read), gaps=GAPS)
    duties = tuple(duty for duty in records.duties() if duty.id == "torture")
    answered = tuple(CountryDuties(*pair) for pair in read)
    series = tuple(CountrySeries(pair[0].report.id.country, tuple(pair)) for pair in read)
    return {
        "matrix": edition_matrix_html(matrix, NAMES),
        "changes": edition_changes_html(EditionChanges(GROUP, 2023, 2024, rows, gaps=GAPS), NAMES),
        "duties": edition_duties_html(EditionDuties(GROUP, 2023, 2024, duties, answered, gaps=GAPS), NAMES),
        "trend": group_trend_html(GroupTrend(GROUP, TOPIC, (2023, 2024), (2024,), series, gaps=GAPS), NAMES),
        "csv": edition_changes_csv(EditionChanges(GROUP, 2023, 2024, rows, gaps=GAPS), NAMES),
    }


def blocks(page: str) -> list[Any]:
    return [json.loads(text) for text in re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page)]


@pytest.mark.parametrize("name", ["matrix", "changes", "duties", "trend"])
def test_words_of_a_report_are_data_and_nothing_else_may_run(pages: dict[str, str], name: str) -> None:
    page = pages[name]
    assert "alert(1)</script>" not in page
    assert "Arcadia <b>" not in page
    assert page.count("<script>") == 1
    allowed = policy(asset("groups.css"), asset("groups.js")).replace("'", "&#39;")
    assert allowed in page
    held = [" ".join(words for _, words in item[3]) for block in blocks(page) for item in block["p"]]
    assert any(EVIL in words for words in held)
    assert "Chad" in page


def test_every_figure_of_a_row_has_as_many_sentences_behind_it(pages: dict[str, str]) -> None:
    block = blocks(pages["changes"])[0]
    found = {title.partition(": ")[2]: parts for title, parts in block["c"]}
    shown = re.search(r'<tr data-name="Ruritania".*?</tr>', pages["changes"], re.DOTALL)
    assert shown
    figures = re.findall(r'data-v="([\d.]+)"', shown[0])[3:]
    assert figures == ["1", "0", "2", "1", "1", "1"]
    behind = [sum(len(items) for *_, items in found[f"sentences {name}"]) for name in ("kept", "gone", "new")]
    assert behind == [1, 2, 1]
    ((heading, said, _, items),) = found["headings dropped"]
    assert heading == "Prison and detention conditions"
    assert "says nothing about the country" in said
    assert [block["p"][n][3] for n in items] == [[["abuse", "Guards beat inmates."]]]
    assert len(found["assessments that changed"]) == 1


def test_a_table_names_what_is_not_in_the_library(pages: dict[str, str]) -> None:
    assert pages["csv"].splitlines()[-1].startswith("chad,Chad,af,2023,2024,,")
    assert pages["csv"].splitlines()[-1].endswith(",2024")


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


def test_readers_sort_filter_and_open_passages(pages: dict[str, str], browser: Browser, tmp_path: Path) -> None:
    said: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    def heard(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", heard)
    for name, page_text in pages.items():
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
        assert EVIL in page.inner_text("#_panel")
        page.click("[data-do=close]")
        assert page.locator("#_panel").is_hidden()
    context.close()
    assert said == []
