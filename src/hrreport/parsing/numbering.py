"""The numbers and letters of ordered lists, which a browser prints before their items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.values import dataclass

if TYPE_CHECKING:
    from bs4.element import Tag

_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(none|(?:lower|upper)-(?:alpha|latin|roman))", re.IGNORECASE)
_FORMS = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_ROMAN = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)


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
        styled = _STYLE.search(str(tag.get("style") or ""))
        style = styled[1].lower() if styled else ""
        if style == "none":
            return None
        form = _FORMS.get(style) or str(tag.get("type") or "1")
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
        for value, signs in zip(_ROMAN, "m cm d cd c xc l xl x ix v iv i".split(), strict=True):
            count, number = divmod(number, value)
            roman += signs * count
        return roman.upper() if form == "I" else roman
    return str(number)
