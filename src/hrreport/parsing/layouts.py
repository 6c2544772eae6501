"""The layouts of pages: how each is recognized, and which of its elements hold the report.

Another layout is a class here, or in a module of its own where it needs more than its markup, and an entry in
`LAYOUTS`.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from bs4.element import Tag
from bs4.filter import SoupStrainer

from hrreport.parsing.identity import identifies_page
from hrreport.parsing.typewritten import MARKED_CLASS, holds_typewritten_report, mark_paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

    from bs4 import BeautifulSoup
    from bs4.element import PageElement

    Attributes = Mapping[str, object]

_TEMPLATE = re.compile(
    r"""<(?:\w+\b[^<>]*\sclass\s*=\s*["']?[^"'<>]*\breport__content\b|section\b[^<>]*\bentry-content\b)"""
)
_TEMPLATE_BODY = re.compile(r"(?:^|\s)report__content(?:\s|$)")
_TEMPLATE_SECTION = re.compile(r"(?:^|\s)entry-content(?:\s|$)")
_CENTER_BLOCK = re.compile(r"""<\w+\b[^<>]*\sid\s*=\s*["']?centerblock\b""", re.IGNORECASE)
_OF_THE_NINETIES = re.compile(
    r"permanent\s+electronic\s+archive\s+of\s+information\s+released|\bhrp_report|"
    r"released\s+by\s+the\s+bureau\s+of\s+democracy,\s+human\s+rights,\s+and\s+labor\b|"
    r"\bauthor\s*:\s*u\.?s\.?\s+department\s+of\s+state\b",
    re.IGNORECASE,
)
_SECTION_MARKUP = re.compile(r"section(?:\s|&nbsp;|&#160;|\xa0|<[^<>]{0,200}>)*+([1-9])\b", re.IGNORECASE)
_SECTION_LINE = re.compile(r"\s*section\s*([1-9])\b", re.IGNORECASE)
_NO_ARTICLE = frozenset(("nav", "aside", "footer", "header", "form", "select", "script", "style", "table"))
_NO_PAGE = frozenset(("nav", "form", "select", "script", "style"))
"""Elements in which no report is looked for: of an article, and of a page that tables lay out."""
_FEWEST_SECTIONS = 2
_LONGEST_LINE = 400


class PageLayout(ABC):
    """One layout of pages; it recognizes its own pages."""

    name: str
    """The name used in messages."""
    only: SoupStrainer | None = None
    """The elements to build a tree of, for speed; ``None`` for all."""
    plain_headings = True
    """Whether headings may be paragraphs without markup of their own."""
    masthead = True
    """Whether lines of the site surround the report in the elements that contain it."""

    @abstractmethod
    def recognizes(self, html: str) -> bool:
        """Return whether a page has this layout, at the cost of one search in its text."""

    @abstractmethod
    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """Return the elements that hold the report, in order; none where the page has no report."""

    def markup(self, html: str) -> str:
        """Return the page with its paragraphs marked as such, where its way of building them is not markup."""
        return html


class _PartsOf(SoupStrainer):
    """The elements that identify a report, and those that hold it."""

    def __init__(self, holds_report: Callable[[str, Attributes], bool]) -> None:
        super().__init__()
        self._holds_report = holds_report

    def allow_tag_creation(self, nsprefix: str | None, name: str, attrs: Attributes | None) -> bool:  # noqa: ARG002 - bs4 calls it so
        return self._holds_report(name, attrs or {}) or identifies_page(name, attrs)


def _is_template(name: str, attributes: Attributes) -> bool:
    classes = str(attributes.get("class") or "")
    found = classes and (_TEMPLATE_BODY.search(classes) or (name == "section" and _TEMPLATE_SECTION.search(classes)))
    return bool(found)


class WordPress(PageLayout):
    """The site and its archives since 2016: an element of class ``report__content``, or sections ``entry-content``."""

    name = "state.gov report"
    only = _PartsOf(_is_template)
    plain_headings = False
    masthead = False

    def recognizes(self, html: str) -> bool:
        """See the interface."""
        return bool(_TEMPLATE.search(html))

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """See the interface."""
        found = soup.find_all(class_="report__content", recursive=False)
        return found or soup.find_all("section", class_="entry-content", recursive=False)


def _is_center_block(_: str, attributes: Attributes) -> bool:
    return str(attributes.get("id") or "").lower() == "centerblock"


class CenterBlock(PageLayout):
    """The site before 2016: an element with the id ``centerblock``; headings may be paragraphs or bare text in it."""

    name = "state.gov report before 2016"
    only = _PartsOf(_is_center_block)

    def recognizes(self, html: str) -> bool:
        """See the interface."""
        return bool(_CENTER_BLOCK.search(html))

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """See the interface."""
        return [tag for tag in soup.contents if isinstance(tag, Tag) and _is_center_block(tag.name, tag.attrs)]


class Typewritten(PageLayout):
    """The pages of 1993 to 1995: preformatted text, or a text of many lines with hardly any markup."""

    name = "typewritten text"

    def recognizes(self, html: str) -> bool:
        """See the interface."""
        return holds_typewritten_report(html)

    def markup(self, html: str) -> str:
        """See the interface."""
        return mark_paragraphs(html)

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """See the interface."""
        return soup.find_all("div", class_=MARKED_CLASS)


class Nineties(PageLayout):
    """The site of 1996 to 2000: the smallest element with all "Section N" lines, tables that lay out the page too."""

    name = "state.gov report of the 1990s"

    def recognizes(self, html: str) -> bool:
        """See the interface."""
        return bool(_OF_THE_NINETIES.search(html)) and _has_sections(html)

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """See the interface."""
        return _smallest_with_sections(soup, _NO_PAGE)


class RepublishedCopy(PageLayout):
    """An article on another site: the smallest element with all "Section N" lines, outside of navigation."""

    name = "copy published elsewhere"
    masthead = False

    def recognizes(self, html: str) -> bool:
        """See the interface."""
        return _has_sections(html)

    def body(self, soup: BeautifulSoup) -> Sequence[Tag]:
        """See the interface."""
        return _smallest_with_sections(soup, _NO_ARTICLE)


LAYOUTS: tuple[PageLayout, ...] = (WordPress(), CenterBlock(), Typewritten(), Nineties(), RepublishedCopy())
"""Every layout that is known, in the order in which they are asked; the first that recognizes a page reads it."""


def layout_of(html: str) -> PageLayout | None:
    """Return the layout that recognizes a page, or none."""
    return next((layout for layout in LAYOUTS if layout.recognizes(html)), None)


def _has_sections(html: str) -> bool:
    """Return whether the numbers of several sections are on a page."""
    return len({found[1] for found in _SECTION_MARKUP.finditer(html)}) >= _FEWEST_SECTIONS


def _smallest_with_sections(soup: BeautifulSoup, outside: Container[str]) -> Sequence[Tag]:
    """Return the smallest element with all "Section N" lines, or none where there are hardly any.

    Args:
        soup: The page.
        outside: Names of elements that are not searched.
    """
    last = dict(_section_lines(soup, outside))
    if len(last) < _FEWEST_SECTIONS:
        return ()
    first, *others = last.values()
    above = [{id(element) for element in line.parents} for line in others]
    common = (element for element in first.parents if all(id(element) in one for one in above))
    return [next(common, soup)]


def _section_lines(soup: BeautifulSoup, outside: Container[str]) -> Iterator[tuple[str, PageElement]]:
    """Yield the texts that begin with "Section N", where no link makes an entry of contents of them."""
    waiting: list[PageElement] = [soup]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Tag):
            if element.name not in outside and not str(element.get("href") or "").startswith("#"):
                waiting += reversed(element.contents)
        elif len(element.text) <= _LONGEST_LINE and (found := _SECTION_LINE.match(element.text)):
            yield found[1], element
