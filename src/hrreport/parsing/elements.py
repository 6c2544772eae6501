"""Elements as a browser shows them: what is no part of a text, raised figures, rows, numbers of lists, links."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from bs4.element import Tag

from hrreport.text.whitespace import visible
from hrreport.values import dataclass

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LEFT_OUT = frozenset(
    "aside audio button canvas datalist dialog footer form head iframe input label link meta nav noscript object "
    "option script select style svg template textarea title video".split()
)
_NOT_TEXT = re.compile(
    r"(?!report-toc-section$)(?:report[-_]+)?(?:toc|breadcrumbs?|shar(?:e|ing)|social|related|sidebar|nav|navigation|menu|pagination|"
    r"cookies?|comments?|toggle|actions|screen-reader-text|sr-only|visually-hidden|skip-link)(?:$|[-_])"
)
"""How class names begin on elements that surround a text and are no part of it.

The number of a section, "Section 1.", has the class ``report-toc-section`` in the report itself.
"""
_STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3}",
    re.IGNORECASE,
)
_HIDDEN_CLASSES = frozenset(("hidden", "is-hidden", "d-none"))
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(?:none|(lower|upper)-(alpha|latin|roman))")
_FORMS = {"alpha": "a", "latin": "a", "roman": "i"}
_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True)
)
_ARCHIVED = re.compile(r"(?:https?:)?(?://web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?:/|www\.)")
_NO_CELLS = HEADINGS | {"ul", "ol", "table", "section"}
"""Elements that a row of figures does not hold."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUPER = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_UNIT = re.compile(r"(?:^|\W)[kcm]?m$")


def is_omitted(tag: Tag, name: str) -> bool:
    """Return whether an element is no part of a text; whoever is quoted is named in a ``footer``."""
    if name in _LEFT_OUT and not (name == "footer" and tag.find_parent("blockquote")):
        return True
    return bool(tag.attrs) and ((name not in HEADINGS and _surrounds_text(tag)) or _is_hidden(tag))


def _is_hidden(tag: Tag) -> bool:
    """Return whether a browser does not show an element.

    A section that a reader folded before the page was saved (``section_wrapper``) is not hidden.
    """
    attrs = tag.attrs
    names = attrs.get("class") or ()
    hidden = "hidden" in attrs or attrs.get("aria-hidden") == "true" or not _HIDDEN_CLASSES.isdisjoint(names)
    hidden = hidden or bool(_HIDDEN.search(str(attrs.get("style") or "")))
    return hidden and "section_wrapper" not in names and not tag.find(("section", *HEADINGS))


def is_struck(tag: Tag) -> bool:
    """Return whether an element strikes out words; one around white space alone strikes out nothing."""
    struck = tag.name in ("del", "s", "strike") or (
        "style" in tag.attrs and _STRUCK_STYLE.search(str(tag.attrs["style"]))
    )
    return bool(struck) and bool(tag.get_text().strip())


def _surrounds_text(tag: Tag) -> bool:
    """Return whether an element surrounds a text and is no part of it: navigation, the toolbar of an archive."""
    names = tag.attrs.get("class") or ()
    return any(map(_NOT_TEXT.match, names)) or str(tag.attrs.get("id") or "").startswith("wm-ipp")


def superscript(figures: str, before: str) -> str:
    """Return raised figures, after a space unless they belong to the unit of measurement before them.

    >>> superscript("2", "km"), superscript("14", "the court.")
    ('²', ' ¹⁴')
    """
    return ("" if _UNIT.search(before) else " ") + figures.strip().translate(_RAISED)


def is_raised(tag: Tag, name: str) -> bool:
    """Return whether an element raises what it holds, or links a word's last figures to a note below."""
    if name == "sup":
        return True
    if name == "a":
        return str(tag.get("href") or "").startswith("#") and str(tag.previous_sibling or " ")[-1:].isdigit()
    return "style" in tag.attrs and bool(_SUPER.search(str(tag["style"])))


def is_data_row(row: Tag) -> bool:
    """Return whether a row is data and not layout: no headings, lists or columns of text in it."""
    paragraphs, open_tags = 0, [row]
    while open_tags:
        tag = open_tags.pop()
        paragraphs = 0 if tag.name in ("td", "th") else paragraphs + (tag.name in ("p", "div"))
        if paragraphs > 1 or tag.name in _NO_CELLS:
            return False
        open_tags += [child for child in reversed(tag.contents) if isinstance(child, Tag)]
    return True


@dataclass(slots=True)
class NumberedList:
    """An ordered list, whose numbers a browser prints."""

    form: str
    """The ``type`` of the list: "1", "a", "A", "i" or "I"."""
    next: int
    """The number of its next item."""
    step: int = 1
    """-1 where it counts down."""

    @classmethod
    def of(cls, tag: Tag) -> NumberedList | None:
        """Return the numbering of an ``ol``; ``None`` where its style leaves numbers out."""
        form = str(tag.get("type") or "1")
        if styled := _STYLE.search(str(tag.get("style") or "").lower()):
            if not styled[1]:
                return None
            form = _FORMS[styled[2]]
            form = form.upper() if styled[1] == "upper" else form
        if "reversed" in tag.attrs:
            return cls(form, _whole(tag.get("start"), len(tag.find_all("li", recursive=False))), -1)
        return cls(form, _whole(tag.get("start"), 1))

    def marker_of(self, item: Tag) -> str:
        """Return the number or letter of an item, with its full stop."""
        number = _whole(item.get("value"), self.next)
        self.next = number + self.step
        return f"{_numeral(number, str(item.get('type') or self.form))}."


def _whole(value: object, otherwise: int) -> int:
    try:
        return int(str(value))
    except ValueError:
        return otherwise


def _numeral(number: int, form: str) -> str:
    """Return a number as the items of a list of that form have it.

    >>> _numeral(4, "a"), _numeral(9, "i"), _numeral(30, "A"), _numeral(4, "1")
    ('d', 'ix', 'AD', '4')
    """
    if number > 0 and form in ("a", "A"):
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord(form) + rest) + letters
        return letters
    if 0 < number < 4000 and form in ("i", "I"):  # noqa: PLR2004 - Roman numerals end there
        roman = ""
        for value, signs in _ROMAN:
            count, number = divmod(number, value)
            roman += signs * count
        return roman.upper() if form == "I" else roman
    return str(number)


def unarchived(url: str) -> str:
    """Return the address that a link rewritten by the Internet Archive had before.

    >>> unarchived("https://web.archive.org/web/20240423/https://www.state.gov/reports/")
    'https://www.state.gov/reports/'
    """
    found = _ARCHIVED.match(url)
    if not found:
        return url
    rest = url[found.end() :]
    return rest if rest.startswith("http") else f"https://{rest}"


def resolve(href: str, base: str) -> str:
    """Return the web address that a link leads to, or empty where it leads to none.

    Args:
        href: The link.
        base: The address of its page, or empty where it is not known.

    >>> resolve("//example.org/a", "https://www.state.gov/reports/"), resolve("javascript:alert(1)", "")
    ('https://example.org/a', '')
    """
    href = "".join(visible(href).split())
    try:
        url = unarchived(urljoin(base or "https:", unarchived(href)))
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""
