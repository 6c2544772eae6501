from __future__ import annotations

import calendar
import re

from hrreport.text.months import MONTH, MONTHS


def test_the_months_are_those_of_the_calendar_and_a_pattern_finds_each() -> None:
    assert list(MONTHS) == [calendar.month_name[month] for month in range(1, 13)]
    assert re.findall(MONTH, "From May 3 to late September, and in maybe a march") == ["May", "September"]
