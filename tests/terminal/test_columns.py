"""Settings beside each other or below each other."""

from __future__ import annotations

from hrreport.terminal.columns import Columns, FittingSetting, StackedSettings
from hrreport.terminal.document import Document, text_block

ONE, OTHER = text_block("one two three"), text_block("four")


def test_cells_share_the_width_and_a_row_is_as_tall_as_its_tallest() -> None:
    assert Document((Columns((ONE, OTHER)),)).plain(40).splitlines() == ["", "one two three        four"]
    fixed = Columns((OTHER, ONE, ONE), first=20, gap=2)
    assert Document((fixed,)).plain(40).splitlines() == [
        "",
        "four                  one two   one two",
        "                      three     three",
    ]


def test_what_does_not_fit_is_set_below_each_other() -> None:
    fitting = FittingSetting(60, Columns((ONE, OTHER)), StackedSettings((ONE, OTHER)))
    assert Document((fitting,)).plain(59) == "one two three\nfour\n"
    assert Document((fitting,)).plain(60).splitlines()[1].split("  ")[0] == "one two three"
    assert "four" in Document((fitting,)).plain(60).splitlines()[1]
