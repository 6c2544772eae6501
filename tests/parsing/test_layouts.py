"""Which layout takes a page, and which pages are taken for reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.parsing.layouts import LAYOUTS, layout_of

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT = (
    "<p>Section 1 Respect for the Integrity of the Person</p><p>The law forbids it in all the towns.</p>"
    "<p>Section 2 Respect for Civil Liberties, Including:</p>"
)
MARKED = "<h2>Section 1. Life</h2><p>The law forbids it in all the towns.</p><h2>Section 2. Liberty</h2>"
TYPED = """Section 1  Respect for the Integrity of the Person

The law forbids it in all the towns.

Section 2  Respect for Civil Liberties

More.
"""
RELEASED = "<p>Released by the Bureau of Democracy, Human Rights, and Labor</p>"
IN_TABLE = f"<p>Author: U.S. Department of State</p><table><tr><td>{REPORT}</td></tr></table>"


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("state.gov report", f"<div class='report__content'>{MARKED}</div>"),
        ("state.gov report before 2016", f"<div id='centerblock'>{REPORT}</div>"),
        ("state.gov report before 2016", f"<DIV class=x ID=centerblock>{REPORT}</DIV>"),
        ("typewritten text", f"<html><body><p>flag</p><pre>{TYPED}</pre></body></html>"),
        ("typewritten text", TYPED),
        ("typewritten text", f"<html><head><title>x</title></head><body>\n{TYPED}</body></html>"),
        ("state.gov report of the 1990s", RELEASED + REPORT),
        ("state.gov report of the 1990s", IN_TABLE),
        ("copy published elsewhere", f"<article>{REPORT}</article>"),
    ],
)
def test_a_page_is_taken_by_the_layout_that_it_is_built_in(
    name: str, page: str, recognize: Callable[..., bool]
) -> None:
    layout = layout_of(page)
    assert layout is not None
    assert layout.name == name
    assert recognize(page.encode())


@pytest.mark.parametrize(
    "page",
    [
        "<div id='centerblock'><ul><li><a href='/j/drl/rls/hrrpt/2005/61684.htm'>Ruritania</a></li></ul></div>",
        "<div id='centerblock'></div>",
        f"{RELEASED}<p>Section 1 is in another place.</p>",
        "<pre>Section 1  Nothing\n</pre>",
        "<nav>Section 1 Life Section 2 Liberty</nav>",
    ],
)
def test_pages_without_a_report_are_not_taken_for_one(page: str, recognize: Callable[..., bool]) -> None:
    assert not recognize(page.encode())


def test_every_layout_has_a_name_of_its_own() -> None:
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS)
