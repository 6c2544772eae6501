"""Countries that are read together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.matrix import edition_matrix
from hrreport.model.edition_matrix import CountryGroup

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report


def test_each_report_has_a_reading_for_each_topic_and_no_topic_is_lost(
    editions: dict[str, tuple[Report, Analysis]],
) -> None:
    matrix = edition_matrix([pair for pair in editions.values() if pair[0].id.year == 2024], 2024)
    assert matrix.group == CountryGroup("Countries", tuple(each.report.id.country for each in matrix.reports))
    assert {len(each.readings) for each in matrix.reports} == {len(matrix.topics)}
    assert not {topic.id for topic in matrix.topics} & {topic.id for topic in matrix.unheaded}
