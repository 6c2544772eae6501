"""The HTML reader in a real browser: reading, finding, filtering, citing, printing; and no harm done."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hrreport import export_report, sample
from hrreport.exporting.html import document_html
from hrreport.exporting.report_html import report_html
from hrreport.views.findings import findings_document, issues_document
from hrreport.views.summary import summary_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Dialog, Page

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.summary import Summary

    Open = Callable[..., Page]

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
PICTURED = {"width": 1000, "height": 600}
PICTURE = Path(__file__).parents[2] / ".github" / "pictures" / "reader.png"
"""Of the page in the README; ``pytest --update-pictures`` makes it, where there is a browser."""


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page; in the end nothing may have been said on its console, asked of a network, or have failed."""
    said: list[str] = []
    contexts = []

    def open_page(html: str, size: dict[str, int] = DESKTOP, **options: Any) -> Page:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport=size, reduced_motion="reduce", **options)
        contexts.append(context)

        def asked(url: str) -> None:
            if not url.startswith((file.as_uri(), "data:,")):
                said.append(url)

        def heard(dialog: Dialog) -> None:
            said.append(dialog.message)
            dialog.dismiss()

        page: Page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", heard)
        page.on("request", lambda request: asked(request.url))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []


@pytest.fixture(scope="module")
def reader(arcadia: Report, arcadia_analysis: Analysis) -> str:
    return report_html(arcadia, arcadia_analysis, "Arcadia", cite=lambda place: f"Arcadia Rep. 2023, {place}.")


def shown(page: Page) -> list[str]:
    """The ids of the paragraphs that a reader sees."""
    ids: list[str] = page.evaluate(
        "[...document.querySelectorAll('.p')].filter((p) => p.checkVisibility()).map((p) => p.id)"
    )
    return ids


def search(page: Page, words: str) -> str:
    page.fill("#_find", words)
    page.press("#_find", "Enter")
    said: str = page.inner_text("#_said")
    return said


# -- finding one's way -------------------------------------------------------------------------


def test_the_outline_leads_to_sections_and_follows_the_reader(opened: Open, reader: str) -> None:
    page = opened(reader)
    page.click("nav a[href='#1.c']")
    assert page.url.endswith("#1.c")
    page.wait_for_selector("nav a[href='#1.c'][aria-current]")
    top = page.evaluate("document.getElementById('1.c').getBoundingClientRect().top")
    assert 50 < top < 120, "below the bar"


def test_a_link_to_a_paragraph_shows_it(opened: Open, reader: str) -> None:
    page = opened(reader)
    page.goto(page.url + "#1.c-p4")
    assert page.evaluate("document.querySelector(':target').id") == "1.c-p4"


def test_search_finds_all_words_of_a_paragraph_and_steps_through(opened: Open, reader: str) -> None:
    page = opened(reader)
    assert search(page, "wardens register") == "1 of 1"
    assert page.evaluate("document.querySelector('.now').id") == "1.c-p4"
    assert page.evaluate("[...CSS.highlights.get('hit')].map(String)") == ["Wardens", "register", "register"]
    assert page.get_attribute("nav a[href='#1.c']", "data-hits") == "1"
    assert search(page, '"register for"') == "1 of 1"
    assert search(page, '"for register"') == "not found"
    assert search(page, "LAW “on paper") == "1 of 1"
    page.fill("#_find", "the")
    page.wait_for_selector("#_said:has-text('paragraphs')")
    count = int(page.inner_text("#_said").split()[0])
    page.click("[data-do=previous]")
    assert page.inner_text("#_said") == f"{count} of {count}"
    page.click("[data-do=next]")
    assert page.inner_text("#_said") == f"1 of {count}"
    page.press("#_find", "Escape")
    assert page.inner_text("#_said") == ""
    assert page.is_disabled("[data-do=next]")


def test_the_filter_keeps_paragraphs_with_the_kind_and_says_how_many(opened: Open, reader: str) -> None:
    page = opened(reader)
    everything = shown(page)
    page.click("[data-do=filter]")
    page.check("[name=kind][value=abuse]")
    assert shown(page) == ["1.a-p1", "1.c-p1"]
    assert page.inner_text("#_shown") == f"Selection: abuse. 2 of {len(everything)} paragraphs shown."
    assert not page.is_visible("[id='1.b']")
    page.check("[name=kind][value=denial]")
    assert shown(page) == ["1.a-p1", "1.b-p1", "1.c-p1"]
    assert search(page, "disappearances") == "1 of 1"
    assert search(page, "register") == "not found", "only what is shown is searched"
    page.click("text=Show all")
    page.wait_for_selector("#_shown", state="hidden")
    assert shown(page) == everything


def test_the_filter_by_key_findings_dims_the_rest_of_a_paragraph(opened: Open, reader: str) -> None:
    page = opened(reader)
    page.click("[data-do=filter]")
    page.check("[name=key]")
    assert "1.a-p2" in shown(page)
    assert page.evaluate("[...document.querySelectorAll('[id=\"1.a-p2\"] .asked')].map((s) => s.id)") == [
        "1.a-p2-s1", "1.a-p2-s3",
    ]  # fmt: skip
    assert page.inner_text("[id='1.a-p2'] .t").count(".") > 3, "no sentence of a paragraph is hidden"


def test_highlights_can_be_switched_off(opened: Open, reader: str) -> None:
    page = opened(reader)
    background = "getComputedStyle(document.querySelector('.t .key')).backgroundImage"
    assert page.evaluate(background) != "none"
    page.click("[data-do=filter]")
    page.uncheck("[name=marks]")
    assert page.evaluate(background) == "none"


def test_a_citation_is_copied_with_the_words_that_are_selected(opened: Open, reader: str) -> None:
    page = opened(reader, permissions=["clipboard-read", "clipboard-write"])
    clipboard = "navigator.clipboard.readText()"
    page.focus("[id='1.c-p1'] .cite")
    page.keyboard.press("Enter")
    page.wait_for_selector(".toast:not([hidden])")
    assert page.evaluate(clipboard) == "Arcadia Rep. 2023, § 1.c ¶ 1."
    assert page.inner_text(".toast") == "Copied: Arcadia Rep. 2023, § 1.c ¶ 1."
    page.evaluate("getSelection().selectAllChildren(document.getElementById('1.a-p1-s1'))")
    page.hover("[id='1.a-p1']")
    page.click("[id='1.a-p1'] .cite")
    page.wait_for_selector(".toast:has-text('1.a')")
    assert page.evaluate(clipboard) == (
        "“There were several reports that police killed people.” Arcadia Rep. 2023, § 1.a ¶ 1."
    )


def test_a_citation_is_copied_where_the_browser_has_no_clipboard_for_scripts(opened: Open, reader: str) -> None:
    page = opened(reader)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.hover("[id='1.c-p1']")
    page.click("[id='1.c-p1'] .cite")
    page.wait_for_selector(".toast:has-text('Copied')")
    page.focus("#_find")
    page.keyboard.press("Control+V")
    assert page.input_value("#_find") == "Arcadia Rep. 2023, § 1.c ¶ 1."


def test_colors_follow_the_system_until_they_are_chosen(opened: Open, reader: str) -> None:
    page = opened(reader, color_scheme="dark")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(paper)
    page.emulate_media(color_scheme="light")
    light = page.evaluate(paper)
    assert dark != light
    page.click("[data-do=theme]")
    assert page.evaluate(paper) == dark
    assert page.get_attribute("[data-do=theme]", "aria-label") == "Colors: dark"
    page.reload()
    assert page.evaluate(paper) == dark, "the choice is kept"


def test_everything_can_be_reached_by_keyboard(opened: Open, reader: str) -> None:
    page = opened(reader)
    where = "document.activeElement.dataset.do || document.activeElement.hash || document.activeElement.id"
    reached = []
    for _ in range(5):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(where))
    assert reached == ["#_text", "#_top", "_find", "filter", "theme"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "kind"
    page.keyboard.press("Space")
    assert shown(page) == ["1.a-p1", "1.c-p1"]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.do") == "filter"
    assert not page.is_visible("#_filter")


def test_it_is_read_without_javascript(opened: Open, reader: str, arcadia: Report) -> None:
    page = opened(reader, java_script_enabled=False)
    assert page.is_visible("nav a[href='#1.c']")
    assert not page.is_visible("#_find")
    assert not page.is_visible("[data-do]")
    assert page.locator(".t").all_inner_texts() == [p.printed for _, p in arcadia.passages()]


def test_a_phone_shows_it_without_scrolling_sideways(opened: Open, reader: str) -> None:
    page = opened(reader, PHONE, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert page.is_visible("#_find")
    assert not page.is_visible("nav a")
    page.click(".bar-contents")
    assert page.is_visible("nav a[href='#1.c']")
    assert page.is_visible("[id='1.c-p1'] .cite"), "nothing can be pointed at without touching it"


def test_it_prints_as_an_exhibit(opened: Open, reader: str) -> None:
    page = opened(reader)
    page.emulate_media(media="print")
    assert not any(page.is_visible(s) for s in (".tools", ".cite", ".brief", ".as", ".toast"))
    assert page.is_visible("[id='1.c-p4'] .n")
    assert page.evaluate("getComputedStyle(document.querySelector('.t .key')).backgroundImage") == "none"
    assert page.pdf(format="Letter").startswith(b"%PDF-")


# -- everybody, and nobody's harm -----------------------------------------------------------------


def pages(report: Report, analysis: Analysis, summary: Summary) -> list[str]:
    return [
        report_html(report, analysis, "Arcadia"),
        document_html(findings_document(report, analysis.findings, "Arcadia")),
        document_html(issues_document(report, analysis, "Arcadia")),
        document_html(summary_document(report, summary, "Arcadia")),
    ]


@pytest.mark.parametrize("which", range(4))
def test_no_rule_of_accessibility_is_broken(
    opened: Open, arcadia: Report, arcadia_analysis: Analysis, arcadia_summary: Summary, which: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed: hrreport[browser]")
    html = pages(arcadia, arcadia_analysis, arcadia_summary)[which]
    for size, scheme in ((DESKTOP, "light"), (PHONE, "dark"))[: 1 if which else 2]:
        page = opened(html, size, color_scheme=scheme)
        if which == 0:
            page.click("[data-do=filter]")
            page.check("[name=kind][value=abuse]")
        found = axe.Axe().run(page).response["violations"]
        assert [(v["id"], v["impact"], v["nodes"][0]["html"]) for v in found] == []


def test_a_hostile_page_does_nothing(opened: Open, hostile: Report, hostile_analysis: Analysis) -> None:
    page = opened(
        report_html(hostile, hostile_analysis, hostile.title), permissions=["clipboard-read", "clipboard-write"]
    )
    page.click("[data-do=filter]")
    page.check("[name=key]")
    search(page, "<script>alert")
    page.focus("[id='1.a-p2'] .cite")
    page.keyboard.press("Enter")
    page.wait_for_selector(".toast:not([hidden])")
    for handler in page.locator("main *").all()[:40]:
        handler.dispatch_event("mouseover")
    assert page.evaluate("document.querySelectorAll('script').length") == 1
    assert "{{ 7 * 7 }}" in page.inner_text("main")
    assert not re.search(r"\b49\b", page.inner_text("main"))


def test_the_policy_stops_what_would_get_in(browser: Browser, reader: str, tmp_path: Path) -> None:
    """Were a template ever to forget to escape, the browser still would not obey the words."""
    file = tmp_path / "page.html"
    harm = (
        "<img src=https://evil.example/x onerror=alert(1)><script>alert(2)</script><style>body{display:none}</style>"
        "<link rel=stylesheet href=https://evil.example/y><iframe src=https://evil.example/z></iframe>"
    )
    file.write_text(reader.replace("<footer", f"{harm}<footer"), encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    dialogs: list[str] = []
    stopped: list[tuple[str, str]] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.on("requestfailed", lambda request: stopped.append((request.url, request.failure)))
    page.goto(file.as_uri())
    assert page.is_visible("h1")
    assert search(page, "detainees") == "1 of 1", "our own script still runs"
    assert dialogs == []
    assert sorted(stopped) == [("https://evil.example/x", "csp"), ("https://evil.example/y", "csp")]
    context.close()


def test_the_picture_of_the_page_can_be_made(opened: Open, request: pytest.FixtureRequest) -> None:
    got = sample()
    page = opened(export_report(got.report, "html", analysis=got.analysis, country="Kazakhstan"), PICTURED)
    page.evaluate("location.hash = '#1.c'")
    made = page.screenshot()
    assert made.startswith(b"\x89PNG")
    if request.config.getoption("--update-pictures"):
        PICTURE.write_bytes(made)
