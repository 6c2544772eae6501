"""What is shown beside a chosen sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.digest.bundles import bundle
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Finding


def test_a_denial_near_an_allegation_comes_along(own: Callable[[str], list[Finding]]) -> None:
    found = own(
        "Boatmen alleged that wardens beat 30 prisoners in June. The prison has two wings. The ministry denied the "
        "beatings. Food was short."
    )
    shown = bundle(found, 0)
    assert shown is not None
    assert {0, 2} <= shown


def test_a_number_that_is_likely_higher_brings_the_caveat(own: Callable[[str], list[Finding]]) -> None:
    found = own("Lake Watch counted 40 beatings. Observers said the actual number was likely higher.")
    assert bundle(found, 0) == frozenset({0, 1})


def test_a_case_is_shown_to_its_end_or_not_at_all(own: Callable[[str], list[Finding]]) -> None:
    told = own("On May 3, police arrested the editor Lena Marro. They searched her home. She was released on May 9.")
    assert bundle(told, 0) == frozenset({0, 1, 2})
    untold = own("On May 3, police arrested the editor Lena Marro. Readers were surprised by it.")
    assert bundle(untold, 0) is None


def test_what_was_named_before_is_brought(own: Callable[[str], list[Finding]]) -> None:
    found = own(
        "Parliament set up a commission in spring. Police beat two fishermen. Prisons were crowded. Wardens beat "
        "witnesses whom the commission had heard."
    )
    shown = bundle(found, 3)
    assert shown is not None
    assert 0 in shown


def test_so_many_persons_who_are_known_bring_the_sentence_that_names_them(own: Callable[[str], list[Finding]]) -> None:
    found = own("Police beat Karl Lund and Ole Marr in the harbor. Fishermen saw officers take the two men away.")
    assert bundle(found, 1) == frozenset({0, 1})
    defined = own("Police beat Karl Lund in the harbor. Fishermen criticized the three provisions of the act.")
    assert bundle(defined, 1) == frozenset({1})


def test_law_alone_is_not_shown_unless_it_restricts(own: Callable[[str], list[Finding]]) -> None:
    found = own("The law provides for a register of boats. The lake is deep.")
    assert found[0].kind is Kind.LAW
    assert bundle(found, 0) is None
