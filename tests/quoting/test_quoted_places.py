"""The place of a quotation: what it quotes of its sentences, leaves out, replaces and cuts off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hrreport.quoting import verify_in

if TYPE_CHECKING:
    from hrreport.model.quotation import QuotedSpan


def place(shelf: Any, quotation: str) -> QuotedSpan:
    found: QuotedSpan = verify_in(shelf.index, quotation).places[0]
    return found


@pytest.mark.parametrize(
    ("quotation", "roles"),
    [
        ("Heating worked until midnight.", "quoted"),
        ("worked until", "around quoted around"),
        ("Heating … midnight.", "quoted left-out quoted"),
        ("Heating [was on] until midnight.", "quoted replaced quoted"),
        ("[It] worked until midnight.", "replaced quoted"),
        ("[h]eating worked until midnight.", "replaced quoted"),
    ],
)
def test_every_character_of_the_sentences_has_a_role(quotation: str, roles: str, shelf: Any) -> None:
    found = place(shelf, quotation)
    assert " ".join(stretch.role for stretch in found.stretches) == roles
    assert "".join(stretch.text for stretch in found.stretches) == "Heating worked until midnight."


def test_what_is_left_out_is_counted_and_its_sentences_too(shelf: Any) -> None:
    (within,) = place(shelf, "Cells held ... men each").gaps
    assert (within.words, within.text.strip(), within.crosses) == (3, "up to nine", 0)
    (across,) = place(shelf, "Cells held ... until midnight.").gaps
    assert (across.words, across.crosses) == (12, 1)


@pytest.mark.parametrize(
    ("quotation", "kind", "printed"),
    [
        ("[H]EATING", None, None),
        ("[h]eating worked", "case", "Heating"),
        ("Heating [ran] until midnight", "replacement", "worked"),
        ("Heating worked [only] until midnight", "insertion", ""),
        ("A cook wrote [in chalk] that", None, None),
    ],
)
def test_a_bracket_changes_something_unless_the_report_prints_it(
    quotation: str, kind: str | None, printed: str | None, shelf: Any
) -> None:
    verdict = verify_in(shelf.index, quotation)
    changes = verdict.places[0].alterations if verdict.places else ()
    assert [(change.kind, change.printed) for change in changes] == ([(kind, printed)] if kind else [])


def test_a_bracket_does_not_hide_one_that_is_printed(shelf: Any) -> None:
    assert verify_in(shelf.index, "A cook wrote [something] that the soup").places == ()


def test_other_quotation_marks_are_noted(shelf: Any) -> None:
    assert not place(shelf, "complaints of “rough handling” and upheld").marks_differ
    assert place(shelf, "complaints of rough handling and upheld").marks_differ
