from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.model.report import Link
from hrreport.parsing.blocks import Block, part

if TYPE_CHECKING:
    from tests.parsing.fragments import Fragment

BLOCK = Block(
    "p",
    "Women: They could vote.",
    links=(Link(7, 11, "https://example.org/"),),
    emphasis=((0, 3, 1), (3, 6, 1), (12, 17, 2)),
    breaks=(7,),
)


def test_a_fragment_is_read_as_expected(fragment: Fragment) -> None:
    fragment.check()


def test_a_block_tells_where_it_is_emphasized() -> None:
    assert BLOCK.lead == (6, 1)
    assert BLOCK.stretches == ((0, 6), (12, 17))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 7, Block("p", "Women:", emphasis=((0, 3, 1), (3, 6, 1)))),
        (6, 12, Block("p", "They", links=(Link(0, 4, "https://example.org/"),))),
        (9, 17, Block("p", "ey could", links=(Link(0, 2, "https://example.org/"),), emphasis=((3, 8, 2),))),
    ],
)
def test_a_part_of_a_block_keeps_what_is_in_it(start: int, end: int, expected: Block) -> None:
    assert part(BLOCK, start, end) == expected


@pytest.mark.parametrize(("text", "linked"), [("One | Two", True), ("One, two and more", False), ("One", True)])
def test_a_line_of_links_and_signs_between_them_is_all_linked(text: str, linked: bool) -> None:
    links = (Link(0, 3, "https://example.org/1"), *([Link(6, 9, "https://example.org/2")] if "|" in text else []))
    assert Block("p", text, links=links).all_linked is linked
