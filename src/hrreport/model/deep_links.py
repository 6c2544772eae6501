"""Addresses that open a report's page at the words of a passage: text fragments, ``#:~:text=``.

A browser looks for the first words of the passage and for its last ones. The rule of its design: the words that are
named occur once on the page, as a browser compares them; where they do not, words before or after them are named too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Provenance

_WHOLE = 10
"""A passage of at most so many words is named whole."""
_FIRST, _MOST_FIRST = 4, 14
_LAST, _MOST_LAST = 3, 10
"""So many words at the beginning, and at the end, are named of a longer one."""
_MOST_AROUND = 12
"""So many words before and after a passage are named at most."""
_QUOTES = str.maketrans({**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"')})
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]")
"""Figures that the page has raised, and a browser compares as plain ones."""
_MARKER = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]+)[.)]")
"""The number or letter of an item, which a browser counts and does not find."""
_EDGE = re.compile(r"^\W+|\W+$")
_HTML = ("text/html", "application/xhtml+xml", "")


class _PageWords(NamedTuple):
    """The words before, at the beginning, at the end and after a passage that a browser is to look for."""

    before: str
    first: str
    last: str
    after: str

    def __str__(self) -> str:
        before = f"{_encoded(self.before)}-" if self.before else ""
        after = f"-{_encoded(self.after)}" if self.after else ""
        return ",".join(part for part in (before, _encoded(self.first), _encoded(self.last), after) if part)


def _encoded(words: str) -> str:
    """Return words as they are written in a text fragment, where a dash, a comma and an ampersand have meanings.

    >>> _encoded("state-run, loyal & free")
    'state%2Drun%2C%20loyal%20%26%20free'
    """
    return quote(words, safe="", errors="replace").replace("-", "%2D")


class DeepLinks:
    """Makes the addresses of passages of one report."""

    def __init__(self, report: Report) -> None:
        """Read the words of the report's pages."""
        self._report = report
        self._printed: list[str] = []
        self._blocks: dict[tuple[str, int], tuple[int, int, int, str]] = {}
        self._pages: dict[str, tuple[int, int]] = {}
        for section in report.walk():
            begin = len(self._printed)
            self._printed += (section.as_printed or section.title).split()
            for paragraph in section.paragraphs:
                at = len(self._printed)
                self._printed += paragraph.printed.split()
                lead = len(paragraph.printed) - len(paragraph.text)
                label = len(paragraph.printed[:lead].split())
                self._blocks[section.id, paragraph.number] = at, len(self._printed), label, paragraph.form
            page = self._page_of(section.id)
            self._pages[page] = self._pages.get(page, (begin, 0))[0], len(self._printed)
        self._words = [_plain(word) for word in self._printed]
        self._starts = [0, *accumulate(len(word) + 1 for word in self._words)]
        self._text = " ".join(self._words)

    def address(self, place: Locator) -> str:
        """Return the address of a passage on its page; empty where it has none, or is a whole section.

        It is that of the page where no words can be named that occur only there.
        """
        source = self._source(place)
        url = source.url or source.requested_url
        block = self._blocks.get((place.section, place.paragraph or 0))
        if not url.startswith(("http://", "https://")) or source.media_type not in _HTML or block is None:
            return ""
        words = self._words_at(place, *block)
        return f"{url}{'' if '#' in url else '#'}:~:text={words}" if words else url

    def _source(self, place: Locator) -> Provenance:
        page = self._page_of(place.section)
        return next((part.provenance for part in self._report.parts if part.id == page), self._report.provenance)

    def _page_of(self, section: str) -> str:
        """Return the id of the part whose page a section is on, or empty for the report's own."""
        part = section.partition(":")[0]
        return part if any(part == one.id for one in self._report.parts) else ""

    def _words_at(self, place: Locator, begin: int, end: int, label: int, form: str) -> _PageWords | None:
        if place.sentence is not None:
            paragraph = next(p for p in self._report.section(place.section).paragraphs if p.number == place.paragraph)
            starts = [len(paragraph.text[:at].split()) for at in paragraph.starts] + [end - begin - label]
            first = begin + label
            begin, end = first + starts[place.sentence - 1], first + starts[place.sentence]
        elif label < end - begin:
            begin += label  # the label may be a line of its own
        if form == "item" and begin < end and _MARKER.fullmatch(self._printed[begin]):
            begin += 1
        while begin < end and _RAISED.search(self._printed[begin]):
            begin += 1
        while begin < end and _RAISED.search(self._printed[end - 1]):
            end -= 1
        if begin >= end:
            return None
        short = end - begin <= _WHOLE and self._is_findable(begin, end)
        ways = self._named_whole if short else self._named_by_ends
        return next(ways(begin, end, self._pages[self._page_of(place.section)]), None)

    def _named_whole(self, begin: int, end: int, page: tuple[int, int]) -> Iterator[_PageWords]:
        """Yield words with so many before and after them that they are alone on the page, the fewest first."""
        for around in range(_MOST_AROUND + 1):
            low, high = max(page[0], begin - around), min(page[1], end + around)
            if self._is_alone(low, high, page):
                before, words, after = self._shown(low, begin), self._shown(begin, end), self._shown(end, high)
                if not before:
                    words = words.lstrip("“”‘’\"'([") if after else _EDGE.sub("", words)
                yield _PageWords(before, words, "", after)

    def _named_by_ends(self, begin: int, end: int, page: tuple[int, int]) -> Iterator[_PageWords]:
        """Yield the first and the last words of a passage, and those before it where it needs them."""
        half = begin + max(1, (end - begin) // 2)
        for around in range(0, _MOST_AROUND + 1, 2):
            low = max(page[0], begin - around)
            before = self._shown(low, begin)
            for size in range(_FIRST, _MOST_FIRST + 1):
                stop = min(begin + size, half)
                if not self._is_findable(begin, stop):
                    break
                if not self._is_alone(low, stop, page):
                    continue
                first = re.sub(r"\W+$" if before else _EDGE, "", self._shown(begin, stop))
                for length in range(_LAST, _MOST_LAST + 1):
                    start = max(end - length, half)
                    if self._is_findable(start, end) and self._is_next(start, end, stop):
                        yield _PageWords(before, first, _EDGE.sub("", self._shown(start, end)), "")

    def _shown(self, begin: int, end: int) -> str:
        return " ".join(self._printed[begin:end])

    def _compared(self, begin: int, end: int) -> str:
        return _EDGE.sub("", " ".join(self._words[begin:end]))

    def _is_findable(self, begin: int, end: int) -> bool:
        """Return whether no figure is raised in words."""
        return not any(map(_RAISED.search, self._printed[begin:end]))

    def _is_alone(self, begin: int, end: int, page: tuple[int, int]) -> bool:
        """Return whether words are found once on their page."""
        words = self._compared(begin, end)
        if not words:
            return False
        low, high = self._starts[page[0]], self._starts[page[1]]
        first = self._find(words, low, high)
        return self._starts[begin] <= first < self._starts[end] and self._find(words, first + 1, high) < 0

    def _is_next(self, begin: int, end: int, after: int) -> bool:
        """Return whether words are the first of their kind after others."""
        words = self._compared(begin, end)
        if not words:
            return False
        while not _EDGE.sub("", self._words[begin]):  # a mark that stands alone is not looked for
            begin += 1
        found = self._find(words, self._starts[after], self._starts[end])
        return found >= 0 and bisect_right(self._starts, found) - 1 == begin

    def _find(self, words: str, low: int, high: int) -> int:
        """Return where words are found whole between two places of the text, or -1."""
        at = self._text.find(words, low, high)
        while at >= 0:
            end = at + len(words)
            if not (self._text[at - 1 : at].isalnum() or self._text[end : end + 1].isalnum()):
                return at
            at = self._text.find(words, at + 1, high)
        return -1


def _plain(word: str) -> str:
    """Return a word as browsers compare it: without regard to capitals, accents and the shape of quotation marks."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.translate(_QUOTES).casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
