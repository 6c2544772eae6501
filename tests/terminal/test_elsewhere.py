"""What a report says of a topic that no heading of it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.elsewhere import Elsewhere, Mention
from hrreport.terminal.document import Document
from hrreport.terminal.elsewhere import elsewhere_view

if TYPE_CHECKING:
    from hrreport.model.report import Report


def test_passages_are_set_apart_with_what_was_looked_for(arcadia: Report) -> None:
    section = arcadia.section("1.a")
    mentions = tuple(Mention(section, ("1", "a. Life"), each, (1,)) for each in section.paragraphs)
    shown = Document(tuple(elsewhere_view(Elsewhere("exile", "Exile", ("exile*",), mentions), whole=False)))
    lines = shown.plain(100).splitlines()
    assert lines[1].strip("─") == ""
    assert lines[2:6] == [
        "Elsewhere in the report",
        "! Exile: no heading of this report is on it; absence of a heading is not evidence of absence.",
        "  Looked for by words: exile*.",
        "",
    ]
    assert lines[6:] == [
        "1 › a. Life",
        "   ¶ 1  There were several reports that police killed people.",
        "   ¶ 2  On June 3, a court sentenced a sergeant to 7.5 years.",
    ]


def test_where_nothing_was_found_it_says_so_and_unasked_nothing() -> None:
    none = Document(tuple(elsewhere_view(Elsewhere("exile", "Exile", ("exile*",), ()), whole=True)))
    assert none.plain(100).endswith("\n\nNo sentence of the report has them.\n")
    assert list(elsewhere_view(None, whole=True)) == []
