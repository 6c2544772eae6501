"""The lines of a site around a report: left out, and read for title and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.parsing.blocks import Block
from hrreport.parsing.identity import PageIdentity
from hrreport.parsing.masthead import without_masthead

if TYPE_CHECKING:
    from tests.parsing.fragments import Fragment

RELEASED = "Released by the Bureau of Democracy, Human Rights, and Labor"
TEXT = Block("p", "Ruritania is a kingdom of three lake towns.")


def block(*lines: str) -> Block:
    """A block of lines with breaks between them."""
    ends, at = [], 0
    for line in lines:
        at += len(line) + 1
        ends.append(at - 1)
    return Block("p", " ".join(lines), breaks=tuple(ends[:-1]))


@pytest.mark.parametrize(
    "lines",
    [
        ("This is the basic text view. SWITCH NOW to the new, more interactive format.",),
        ("Country Reports on Human Rights Practices - 2006", RELEASED),
        ("BUREAU OF DEMOCRACY, HUMAN RIGHTS, AND LABOR", "2010 Human Rights Report: Ruritania", "April 8, 2011"),
        ("2010 Country Reports on Human Rights Practices",),
        ("RURITANIA",),
        ("U.S. Department of State",),
        ("* * *",),
        ("TITLE: RURITANIA HUMAN RIGHTS PRACTICES, 1995", "AUTHOR: U.S. DEPARTMENT OF STATE", "DATE: MARCH 1996"),
        ("Ruritania Country Report on Human Rights Practices for 1998", f"{RELEASED}, February 26, 1999.", "RURITANIA"),
    ],
)
def test_lines_of_the_site_at_the_head_are_left_out(lines: tuple[str, ...]) -> None:
    claim = PageIdentity(title="Ruritania")
    assert without_masthead([block(*lines), TEXT], claim)[0] == (TEXT,)
    assert [b.text for b in without_masthead([block(*lines, TEXT.text)], claim)[0]] == [TEXT.text]


def test_the_same_lines_further_down_are_text() -> None:
    below = (TEXT, block("March 8, 2006"), block("RURITANIA"))
    assert without_masthead(below, PageIdentity(title="Ruritania"))[0] == below


def test_a_note_is_kept_among_them() -> None:
    note = block("Note: This report was updated on May 3.")
    blocks, claim = without_masthead(
        [block("March 8, 2006"), note, block("RURITANIA"), TEXT], PageIdentity("Ruritania")
    )
    assert blocks == (note, TEXT)
    assert claim.published == "2006-03-08"


def test_lines_of_the_site_at_the_foot_are_left_out() -> None:
    foot = [block("[end of document]"), block("Return to the 1998 reports home page."), block("(###)")]
    assert without_masthead([TEXT, *foot], PageIdentity())[0] == (TEXT,)


def test_title_year_and_date_come_from_them_where_the_page_says_nothing_else() -> None:
    head = [block("TITLE: RURITANIA HUMAN RIGHTS PRACTICES, 1995"), block("DATE: MARCH 6, 1996")]
    _, claim = without_masthead([*head, TEXT], PageIdentity())
    assert (claim.title, claim.year, claim.published) == ("RURITANIA HUMAN RIGHTS PRACTICES, 1995", 1995, "1996-03-06")
    _, claim = without_masthead([*head, TEXT], PageIdentity(title="Ruritania", year=1994, published="1995-02-01"))
    assert (claim.title, claim.year, claim.published) == ("Ruritania", 1994, "1995-02-01")


def test_a_date_that_is_not_that_of_the_release_is_not_taken_for_it() -> None:
    head = block("The State Department web site below is an archive of information released prior to January 20, 2001.")
    assert without_masthead([head, TEXT], PageIdentity())[1].published == ""


def test_a_page_of_nothing_else_has_no_text() -> None:
    assert without_masthead([block("March 8, 2006")], PageIdentity())[0] == ()


def test_a_fragment_is_read_as_expected(fragment: Fragment) -> None:
    fragment.check()
