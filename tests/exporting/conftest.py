"""What every format is held against: the expected texts, and a CommonMark reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture
def expected() -> Callable[[str], str]:
    """Return the expected text of a file by its name in ``expected``."""
    return lambda name: (EXPECTED / name).read_text(encoding="utf-8")


def _words(inline: Token) -> str:
    return "".join(t.content for t in inline.children or () if t.type in ("text", "text_special", "code_inline"))


@pytest.fixture(scope="session")
def read_markdown() -> Callable[[str], list[str]]:
    """Return a reader of Markdown: the words of every block, in order, tables and strikethrough understood."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return lambda text: [_words(t) for t in reader.parse(text) if t.type == "inline"]
