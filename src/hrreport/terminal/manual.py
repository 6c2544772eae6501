"""Pages of the manual: Markdown as a terminal shows it, and as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.markdown import Markdown

MARKDOWN_STYLES = {
    "markdown.code": "bold",
    "markdown.code_block": "none",
    "markdown.h1": "bold",
    "markdown.h2": "bold underline",
    "markdown.h3": "bold",
    "markdown.item.number": "none",
    "markdown.item.bullet": "none",
    "markdown.link": "underline",
    "markdown.table.border": "none",
    "markdown.table.header": "bold",
}
"""How the parts of a page look: by weight and underlining, as colors cannot be read on every ground."""
_COMMENT = re.compile(r"^<!--.*?-->\n", re.MULTILINE)
_PICTURE = re.compile(r"^!\[.*?\]\(.*?\)\n\n?", re.MULTILINE)
_LANGUAGE = re.compile(r"^```\w+$", re.MULTILINE)


def plain_page(text: str) -> str:
    r"""Return a page without its comments and pictures: Markdown that can be read as it is.

    >>> plain_page("# Tables\n<!-- run: hrreport schema -->\nText")
    '# Tables\nText'
    """
    return _PICTURE.sub("", _COMMENT.sub("", text))


def page_view(text: str) -> Markdown:
    """Return a page as a terminal shows it; code in it is not colored."""
    from rich.markdown import Markdown

    return Markdown(_LANGUAGE.sub("```text", plain_page(text)), code_theme="ansi_dark", hyperlinks=False)
