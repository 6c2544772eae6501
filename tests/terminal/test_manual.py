"""Pages of the manual."""

from __future__ import annotations

import io

from rich.console import Console

from hrreport.terminal.manual import page_view, plain_page

PAGE = "# Tables\n\n![A picture](x.svg)\n\nSee `a`.\n\n<!-- run: hrreport schema -->\n```python\nprint(1)\n```\n"


def test_comments_and_pictures_are_left_out() -> None:
    assert plain_page(PAGE) == "# Tables\n\nSee `a`.\n\n```python\nprint(1)\n```\n"


def test_a_page_is_set_and_its_code_not_colored() -> None:
    file = io.StringIO()
    Console(file=file, width=40, force_terminal=True).print(page_view(PAGE))
    shown = file.getvalue()
    assert "Tables" in shown
    assert "```" not in shown
    assert "print(1)" in shown
