"""What differs between two reports, on a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.codec.changes import comparison_json
from hrreport.comparison.change_filters import select
from hrreport.comparison.changes import compare_reports
from hrreport.comparison.matrix import compile_passages
from hrreport.model.report import Paragraph, Section
from hrreport.terminal.changes import changes_view
from hrreport.terminal.side_by_side import compilation_view, passages_beside
from hrreport.views.changes import changes_document
from hrreport.wording.changes import NO_DIFFERENCE, NOTHING_NEW

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.change import Comparison
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

    Editions = dict[str, tuple[Report, Analysis]]
    Pair = tuple[tuple[Report, Analysis], tuple[Report, Analysis]]
    Names = dict[str, str]
    Expected = Callable[[str], str]


@pytest.fixture
def compared(editions: Editions) -> Comparison:
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    return compare_reports(old, new, then=then, now=now)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_overview(width: int, compared: Comparison, names: dict[str, str], expected: Expected) -> None:
    assert changes_view(compared, names).plain(width) == expected(f"changes-{width}")


def test_the_overview_the_other_way_round(editions: Editions, names: dict[str, str]) -> None:
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    text = changes_view(compare_reports(new, old, then=now, now=then), names).plain(80)
    assert "Headings dropped: 1 topic with a heading in 2024 and none in 2023" in text
    assert "New headings: 2 topics with a heading in 2023 and none in 2024" in text
    assert "Absence of reporting" in text


def test_a_report_beside_itself(editions: Editions, names: dict[str, str]) -> None:
    report, analysis = editions["arcadia-2023"]
    compared = compare_reports(report, report, then=analysis, now=analysis)
    assert NO_DIFFERENCE in changes_view(compared, names).plain(80)
    assert NO_DIFFERENCE in passages_beside(select(compared, changed_only=True), names).plain(80)


def test_that_nothing_is_new_is_not_said_to_be_no_difference(
    build: Callable[..., Report], names: dict[str, str]
) -> None:
    old = build(2023, "1.a Killings | killings\nGuards shot Ben.\nNobody was charged.")
    new = build(2024, "1.a Killings | killings\nGuards shot Ben.")
    chosen = select(compare_reports(old, new), topics=["killings"], new_only=True)
    assert chosen.changes == ()
    for view in (changes_view(chosen, names), passages_beside(chosen, names)):
        assert NOTHING_NEW in view.plain(200)
        assert NO_DIFFERENCE not in view.plain(200)
    assert NOTHING_NEW in str(changes_document(chosen, names).blocks)
    assert comparison_json(chosen, names)["differs"] is True


def test_abuses_of_unknown_extent_have_a_mark_of_their_own(ungraded: Pair, names: dict[str, str]) -> None:
    (old, then), (new, now) = ungraded
    compared = compare_reports(old, new, then=then, now=now)
    for view in (changes_view(compared, names), passages_beside(compared, names)):
        text = view.plain(100)
        assert "\n■ ◐  Wage and hour laws" in text
        assert "\n■ abuses reported, extent not known" in text
        assert "\nx +  Wage and hour laws" in view.plain(100, ascii_only=True)
    assert "Assessment: abuses reported in both; extent known only in the second: limited" in text


def test_the_mark_of_unknown_extent_is_explained_only_where_it_stands(compared: Comparison, names: Names) -> None:
    assert "■" not in changes_view(compared, names).plain(100)


def test_two_countries_are_named_in_full(editions: Editions, names: dict[str, str]) -> None:
    compared = compare_reports(editions["arcadia-2024"][0], editions["ruritania-2024"][0])
    text = changes_view(compared, names).plain(120)
    assert text.startswith("Arcadia 2024 and Ruritania 2024\n")
    assert "Sentences reporting abuses" not in text


EVIL = "\x1b[2J\x1b]0;title\x07 \u202e[bold]\x9b31m\rx"


def test_nothing_of_a_hostile_page_is_obeyed(arcadia: Report) -> None:
    def hostile(year: int, text: str) -> Report:
        paragraph = Paragraph(1, text, topic=EVIL)
        section = Section(f"1{EVIL}", EVIL, EVIL, 3, (paragraph,))
        source = replace(arcadia.provenance, url=EVIL, sha256=EVIL)
        which = replace(arcadia.id, year=year)
        return replace(arcadia, id=which, title=EVIL, sections=(section,), provenance=source, warnings=(EVIL,))

    one, other = (
        hostile(2022, f"Guards {EVIL} beat many boatmen of Gallow."),
        hostile(2023, f"Guards beat {EVIL} boatmen."),
    )
    compared = compare_reports(one, other)
    names = {"arcadia": EVIL}
    pages = (
        changes_view(compared, names),
        passages_beside(compared, names),
        compilation_view(compile_passages([one, other], ["torture"]), names),
    )
    for page in pages:
        for width in (60, 140):
            text = page.plain(width)
            assert all(line.isprintable() for line in text.split("\n"))
            assert "[bold]" in text
