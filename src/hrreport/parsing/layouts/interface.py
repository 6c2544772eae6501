"""What a page layout is: a way in which sites build the page of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import BeautifulSoup
    from bs4.element import Tag
    from bs4.filter import SoupStrainer


class PageLayout(Protocol):
    """One way of building a page; it recognises its pages itself."""

    @property
    def name(self) -> str:
        """What it is called in messages."""
        ...

    @property
    def only(self) -> SoupStrainer | None:
        """The elements to build a tree of, for speed; ``None`` for all."""
        ...

    @property
    def plain_headings(self) -> bool:
        """Whether headings may be paragraphs without any markup of their own."""
        ...

    @property
    def masthead(self) -> bool:
        """Whether lines of the site open and close the elements that hold the report, and all else is the report's."""
        ...

    def recognises(self, html: str) -> bool:
        """Tell, at the price of a search in the text, whether a page is built in this way."""
        ...

    def markup(self, html: str) -> str:
        """Return the page with its paragraphs marked as such, where its way of building them is not markup."""
        ...

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """Return the elements that hold the report, in order; none where the page has no report."""
        ...
