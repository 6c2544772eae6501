"""What must be read with a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.comparison.cautions import ABSENCE, COUNTRIES, RULES
from hrreport.comparison.changes import compare_reports

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

LONG = "1.a Killings | killings\nSoldiers killed herders. Nobody was charged.\n\n1.b Exile | exile\nSome were exiled."
SHORT = "1.a Killings | killings\nSoldiers killed herders."


def test_a_shorter_later_edition_calls_for_the_caution_whichever_is_named_first(
    build: Callable[..., Report],
) -> None:
    old, new = build(2023, LONG), build(2024, SHORT)
    there, back = compare_reports(old, new), compare_reports(new, old)
    assert there.cautions == back.cautions
    assert there.cautions[0] == (
        f"{ABSENCE} The 2024 edition has 24 characters, 61 % fewer than the 2023 edition (61)."
    )
    assert there.cautions[1] == RULES
    assert there.cautions[2].startswith("1 heading stands in one edition only.")


def test_a_longer_later_edition_does_not(build: Callable[..., Report]) -> None:
    cautions = compare_reports(build(2023, SHORT), build(2024, LONG)).cautions
    assert not any(ABSENCE in caution for caution in cautions)


def test_different_countries_are_drafted_apart(build: Callable[..., Report]) -> None:
    compared = compare_reports(build(2024, SHORT), build(2024, SHORT, "ruritania"))
    assert compared.cautions == (COUNTRIES,)
