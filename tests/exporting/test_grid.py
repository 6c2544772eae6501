"""Pages of many countries: no word of a report can do harm in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hrreport.exporting.html import asset, trusted_assets

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("name", ["matrix", "changes", "duties", "trend"])
def test_words_of_a_report_are_data_and_nothing_else_may_run(
    group_pages: dict[str, str], data_blocks: Callable[[str], list[Any]], name: str
) -> None:
    page = group_pages[name]
    assert "alert(1)</script>" not in page
    assert "Arcadia <b>" not in page
    assert page.count("<script>") == 1
    allowed = str(trusted_assets(asset("groups.css"), asset("groups.js"))["policy"]).replace("'", "&#39;")
    assert allowed in page
    held = [" ".join(words for _, words in item[3]) for block in data_blocks(page) for item in block["p"]]
    assert any("</script><script>alert(1)</script>" in words for words in held)
    assert "Chad" in page
