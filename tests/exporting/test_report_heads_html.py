"""Pages about several reports: self-contained, escaped, every word in its place."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.change_filters import select
from hrreport.comparison.changes import compare_reports
from hrreport.comparison.compilation import compile_passages
from hrreport.comparison.matrix import matrix_of
from hrreport.comparison.trend import trend_of
from hrreport.exporting.changes_html import NO_DIFFERENCE, changes_html
from hrreport.exporting.series_html import compilation_html, matrix_html, trend_html
from hrreport.exporting.trend_svg import trend_svg
from hrreport.exporting.verdicts_html import verdict_html
from hrreport.model.elsewhere import NO_HEADING, NOTHING_ELSEWHERE
from hrreport.quoting import verify_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.change import Comparison
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]
    Pair = tuple[tuple[Report, Analysis], tuple[Report, Analysis]]

VOID = {"meta", "link", "br", "path", "rect", "circle"}


class Reader(HTMLParser):
    """Gives back the words of every element of some kinds, and checks that elements are closed in order."""

    def __init__(self, *kinds: str) -> None:
        super().__init__()
        self.kinds = kinds
        self.open: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        if tag in self.kinds:
            self.found.append("")
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if any(kind in self.open for kind in self.kinds):
            self.found[-1] += data


def read(page: str, *kinds: str) -> list[str]:
    reader = Reader(*kinds)
    reader.feed(page)
    assert not reader.open
    return [" ".join(words.split()) for words in reader.found]


def cite(report: object, place: object) -> str:
    return f"Cited <as> {report}, {place}."


@pytest.fixture
def compared(editions: Editions) -> Comparison:
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    return compare_reports(old, new, then=then, now=now)


@pytest.fixture
def pages(compared: Comparison, editions: Editions, names: dict[str, str]) -> dict[str, str]:
    arcadia = [pair for name, pair in editions.items() if name.startswith("arcadia")]
    several = [editions["arcadia-2024"], editions["ruritania-2024"]]
    return {
        "changes": changes_html(compared, names),
        "exhibit": changes_html(select(compared, topics=["torture"]), names, exhibit=True, cite=cite),
        "matrix": matrix_html(matrix_of(several), names, cite=cite),
        "trend": trend_html(trend_of(arcadia), names),
        "compilation": compilation_html(
            compile_passages([r for r, _ in several], ["women", "torture"]), names, cite=cite
        ),
    }


def test_a_page_is_well_formed_and_fetches_nothing(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert read(page, "h1")
        assert "<script" not in page
        style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
        assert style
        digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        assert f"style-src &#39;sha256-{digest}&#39;" in page
        assert " style=" not in page


def test_abuses_of_unknown_extent_have_a_mark_of_their_own(ungraded: Pair, names: dict[str, str]) -> None:
    (old, then), (new, now) = ungraded
    page = changes_html(compare_reports(old, new, then=then, now=now), names)
    assert '<i class="m reported" role="img" aria-label="abuses reported"' in page
    assert '<i class="m serious"' not in page
    assert ".m.reported{color:var(--reported)" in page
    assert "Assessment: abuses reported in both; extent known only in the second: limited" in page


def test_a_topic_that_was_asked_for_has_counts_and_rates_of_its_own_text(
    editions: Editions, names: dict[str, str]
) -> None:
    page = trend_html(trend_of([editions["arcadia-2023"], editions["arcadia-2024"]], ["torture"]), names)
    cells = read(page, "td")
    assert any("1 of 3 sentences (51.3)" in cell for cell in cells)
    told = cells.index("1.c")
    assert cells[told : told + 9] == ["1.c", "serious abuses", "195", "3", "1", "51.3", "1", "51.3", "1"]
    assert "of the topic's text" in " ".join(read(page, "th"))


def test_every_page_has_its_cautions_and_the_hashes_of_its_sources(pages: dict[str, str]) -> None:
    for name, page in pages.items():
        assert f"{2024:064x}" in page
        caution = (
            "Reports on different countries" if name in ("matrix", "compilation") else "Absence of reporting is not"
        )
        assert caution in page


def test_every_sentence_of_both_reports_stands_in_the_page(pages: dict[str, str], compared: Comparison) -> None:
    said = " ".join(read(pages["changes"], "p"))
    for pair in compared.pairs:
        for quote in (*pair.old, *pair.new):
            assert quote.text in said


def test_changed_words_are_deleted_and_inserted(pages: dict[str, str]) -> None:
    assert "<del>40</del>" in pages["changes"]
    assert "<ins>51</ins>" in pages["changes"]
    assert "word for word, under another topic: § 3.a ¶ 3, Torture and ill-treatment" in pages["changes"]


def test_an_exhibit_has_numbered_rows_and_none_of_our_judgements(pages: dict[str, str]) -> None:
    exhibit = pages["exhibit"]
    assert read(exhibit, "td")[0] == "1"
    assert "Cited &lt;as&gt; arcadia 2023, § 1.c ¶ 1." in exhibit
    assert "serious abuses" not in exhibit
    assert "Lengths and counts" not in exhibit


def test_a_matrix_quotes_its_key_findings(pages: dict[str, str]) -> None:
    assert any(quote.startswith("Guards beat 51 detainees") for quote in read(pages["matrix"], "q"))
    assert "no heading" in pages["matrix"]


def test_a_trend_has_a_chart_and_marks_the_borders(pages: dict[str, str]) -> None:
    assert "<svg" in pages["trend"]
    assert '<th scope="col" class="border">2023</th>' in pages["trend"]
    assert "only headings for parts of it" in pages["trend"]


def test_a_compilation_has_contents_that_lead_to_its_passages(pages: dict[str, str]) -> None:
    page = pages["compilation"]
    for target in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{target}"' in page
    assert NO_HEADING in page
    assert NOTHING_ELSEWHERE in page
    assert "Cited &lt;as&gt; arcadia 2024, § 3.a ¶ 1." in page


def test_a_report_beside_itself(editions: Editions, names: dict[str, str]) -> None:
    report, analysis = editions["arcadia-2023"]
    page = changes_html(compare_reports(report, report, then=analysis, now=analysis), names)
    assert NO_DIFFERENCE in page


EVIL = "<script>alert(1)</script>\x1b[2J\u202e\"'&"


def test_nothing_of_a_hostile_report_is_markup(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis]
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
    for page in (
        changes_html(compare_reports(one[0], other[0], then=one[1], now=other[1]), names, cite=lambda *_: EVIL),
        matrix_html(matrix_of([one, other]), names, cite=lambda *_: EVIL),
        trend_html(trend_of([one, other]), names),
        compilation_html(compile_passages([one[0], other[0]], ["torture"]), names, cite=lambda *_: EVIL),
    ):
        assert "<script" not in page
        assert "javascript:" not in "".join(re.findall(r'href="[^"]*"', page))
        assert "\x1b" not in page
        assert "\u202e" not in page
        read(page, "p")


def test_the_chart_is_text_made_of_numbers(editions: Editions, expected: Callable[[str], str]) -> None:
    trend = trend_of([pair for name, pair in editions.items() if name.startswith("arcadia")])
    assert trend_svg(trend) == expected("trend.svg")


def test_an_edition_without_text_has_no_point_on_the_line(build: Callable[..., Report]) -> None:
    from hrreport.model.finding import Analysis

    empty = build(2013, "1.c Torture | torture")
    chart = trend_svg(trend_of([(empty, Analysis(empty.id, (), ()))]))
    assert "<circle" not in chart
    assert '<path d="" ' not in chart


def test_verdicts_have_headline_marks_and_no_markup_of_the_quotation(arcadia: Report) -> None:
    judged = verify_text(arcadia, "“[t]he law forbids torture.” <b>x</b>\n\nIn June officers shot two boatmen.")
    page = verdict_html(arcadia, judged, "Arcadia", cite=lambda _report, place: f"cited {place} <i>")
    assert "<b>2 quotations: 1 altered as marked, 1 differs.</b>" in page
    assert "<span>In </span><del>June </del><ins>May </ins>" in page
    assert "cited § 1.c ¶ 1 &lt;i&gt;" in page
    assert "<b>x</b>" not in page
    assert "<mark>law forbids torture</mark>" in page
