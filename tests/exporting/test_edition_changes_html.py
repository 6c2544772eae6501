"""The page of what became of an edition: every figure opens its sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_figure_of_a_row_has_as_many_sentences_behind_it(
    group_pages: dict[str, str], data_blocks: Callable[[str], list[Any]]
) -> None:
    block = data_blocks(group_pages["changes"])[0]
    found = {title.partition(": ")[2]: parts for title, parts in block["c"]}
    shown = re.search(r'<tr data-name="Ruritania".*?</tr>', group_pages["changes"], re.DOTALL)
    assert shown
    figures = re.findall(r'data-v="([\d.]+)"', shown[0])[3:]
    assert figures == ["1", "0", "2", "1", "1", "1"]
    behind = [sum(len(items) for *_, items in found[f"sentences {name}"]) for name in ("kept", "gone", "new")]
    assert behind == [1, 2, 1]
    ((heading, said, _, items),) = found["headings dropped"]
    assert heading == "Prison and detention conditions"
    assert "says nothing about the country" in said
    assert [block["p"][n][3] for n in items] == [[["abuse", "Guards beat inmates."]]]
    assert len(found["assessments that changed"]) == 1
