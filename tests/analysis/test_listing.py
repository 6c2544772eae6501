"""Lists in running text: every form in which executive summaries print one."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrreport.analysis.listing import clean_item, opens_list, split_items

CASES = Path(__file__).parent / "cases" / "lists.txt"


def read_cases() -> list[tuple[str, tuple[str, ...]]]:
    """Return every sentence of the file of cases with its items."""
    blocks = [block.splitlines() for block in CASES.read_text(encoding="utf-8").split("\n\n")[1:]]
    return [(lines[0], tuple(line.removeprefix("=> ") for line in lines[1:])) for lines in blocks]


@pytest.mark.parametrize(("sentence", "items"), read_cases())
def test_sentence_is_split_into_its_items(sentence: str, items: tuple[str, ...]) -> None:
    assert split_items(sentence) == items


def test_colon_at_the_end_opens_a_list_printed_below() -> None:
    assert opens_list("The following problems were reported: ")
    assert not opens_list("The following problem was reported: torture.")


@pytest.mark.parametrize("part", ["1. torture;", "• torture; and", "and torture.", "(a) torture, and"])
def test_item_is_freed_of_what_joins_it_to_others(part: str) -> None:
    assert clean_item(part) == "torture"
