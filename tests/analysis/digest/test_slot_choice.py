"""The choice among the sentences of a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.digest.slot_choice import nearly_equal_or_same_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Finding


def test_two_sentences_say_the_same(own: Callable[[str], list[Finding]]) -> None:
    same = own("Police in Lund beat nine striking boatmen in June. In June police in Lund beat nine boatmen on strike.")
    assert nearly_equal_or_same_case(*same)
    assert not nearly_equal_or_same_case(
        *own("Police beat nine boatmen in June. The court freed a printer in the autumn.")
    )
