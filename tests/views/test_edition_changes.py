"""What became of the reports of many countries, as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.edition_changes import country_change
from hrreport.model.edition_change import EditionChanges
from hrreport.views.blocks import ListBlock, TableBlock, plain_text
from hrreport.views.edition_changes import CHANGE_TITLES, change_counts, edition_changes_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.edition_matrix import CountryGroup
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


@pytest.mark.parametrize("on_screen", [False, True])
def test_countries_have_a_row_each_and_their_sum(
    both: CountryGroup,
    report_pairs: list[tuple[Report, Report]],
    analyze: Callable[[Report], Analysis],
    names: dict[str, str],
    on_screen: bool,
) -> None:
    rows = tuple(country_change(old, new, analyze(old), analyze(new)) for old, new in report_pairs)
    document = edition_changes_document(EditionChanges(both, 2023, 2024, rows), names, on_screen=on_screen)
    assert document.title == "Both, 2023 and 2024: 2 countries"
    table, *others = (block for block in document.blocks if isinstance(block, TableBlock))
    first, second, total = ([plain_text(line) for cell in row.cells for line in cell.lines] for row in table.rows)
    assert (first[0], second[0], total[0]) == ("Ruritania", "Arcadia", "Sum")
    assert len(change_counts(rows)) == len(CHANGE_TITLES)
    assert tuple(total[1:10]) == change_counts(rows)
    assert total[4] == "2", "one sentence of each is kept"
    assert first[-1].strip("█") == "" if on_screen else first[-1] == "1"
    dropped = [block for block in document.blocks if isinstance(block, ListBlock)]
    assert plain_text(dropped[0].entries[0].runs) == "Prison and detention conditions: 2"
    turned = next(block for block in others if block.run_in)
    assert "serious abuses (§ 1.c) → no reports (§ 3.a)" in str(turned.rows[0])
    assert bool(document.sources) == on_screen, "in a file they are a table at the end"
