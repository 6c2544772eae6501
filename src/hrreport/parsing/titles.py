"""The form of titles: their markup and case, and how they differ from sentences."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hrreport.parsing.elements import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hrreport.parsing.blocks import Block

NUMBERED = re.compile(r"section\s+(\d{1,2})\s*(?:[.:)–—-]+\s*|\s+|$)(.*)", re.IGNORECASE | re.DOTALL)
LETTERED = re.compile(r"([A-Za-z])\s*[.)]\s*(?![A-Za-z]\.)(\S.*)", re.DOTALL)
BARE_LETTER = re.compile(r"([A-Za-z])\s*[.)]")
"""A title with its number or letter, and a letter alone."""
LONGEST_TITLE = 300
MOST_WORDS = 45
SENTENCE_END = re.compile(r"[.?!][”’\")\]]*(?:\s|$)")

_REPORT_TITLE = re.compile(r"\b(?:human rights report|country reports? on human rights practices)\b", re.IGNORECASE)
_PAGE_FOOT = re.compile(r"\s*(?:(?:sensitive\s+but|unclassified|page\b.*\\\*\s*mergeformat)\W*)+\d*\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_AFTER_ADDRESS = re.compile(r"(?<=[/a-z])(?:[A-Z]|(?<=/)[a-z]\.\s)")
_FEWEST_CAPITALS = 4
_SHORTEST_PROSE = 50
_BOLD = 1
_SMALL = frozenset(
    "a an and as at by for from in into of on or the to with within against per than via nor but".split()
)
_WORD = re.compile(r"[^\s/]+|/|\s+")
_LETTERS = re.compile(r"[^\W\d_][\w’'-]*")
_MARKS = ",.;:()[]“”\"'’‘!? \t/"


def form_of(block: Block) -> str:
    """Return how a block is marked as a heading, or empty where it is not.

    >>> from hrreport.parsing.blocks import Block
    >>> form_of(Block("p", "Women", emphasis=((0, 5, 1),)))
    'bold'
    """
    if block.tag in HEADINGS:
        return block.tag
    if block.item or block.all_linked:
        return ""
    end, style = block.lead
    if end and not block.text[end:].strip(" .:"):
        return "bold" if style & _BOLD else "italic"
    return "capitals" if len(block.text) >= _FEWEST_CAPITALS and is_capitals(block.text) else ""


def is_titlelike(text: str) -> bool:
    """Return whether words look like a title: short, and no sentence ends in or with them.

    >>> is_titlelike("Political Prisoners and Detainees"), is_titlelike("Nobody was hurt.")
    (True, False)
    """
    if len(text) > LONGEST_TITLE or text.count(" ") >= MOST_WORDS:
        return False
    return not SENTENCE_END.search(text) and not text.endswith((";", ","))


def is_report_title(text: str) -> bool:
    """Return whether a line is the title of a report: "Kazakhstan 2024 Human Rights Report".

    >>> is_report_title("2023 Country Reports on Human Rights Practices: Andorra")
    True
    """
    return bool(_REPORT_TITLE.search(text)) and is_titlelike(text)


def bare(title: str) -> str:
    """Return a title without the stop or colon after it.

    >>> bare("Worker Rights.")
    'Worker Rights'
    """
    return title.strip().rstrip(":").rstrip().removesuffix(".").strip()


def is_prose(block: Block) -> bool:
    """Return whether a text is a paragraph of sentences."""
    return len(block.text) >= _SHORTEST_PROSE and bool(SENTENCE_END.search(block.text[-4:]))


def is_page_foot(text: str) -> bool:
    r"""Return whether a text is the foot of a page of the draft, which was set as part of the report.

    >>> is_page_foot("SENSITIVE BUT UNCLASSIFIED"), is_page_foot("PAGE \\* MERGEFORMAT 1"), is_page_foot("Women")
    (True, True, False)
    """
    return bool(_PAGE_FOOT.fullmatch(text))


def starts_after_address(text: str) -> tuple[int, ...]:
    """Return where the words of a heading may begin that has an address pasted before it, the first first.

    >>> starts_after_address("https://www.state.gov/reports/Trafficking in Persons")
    (30,)
    """
    address = _ADDRESS.match(text)
    return tuple(found.start() for found in _AFTER_ADDRESS.finditer(text, 0, address.end() + 2)) if address else ()


def is_capitals(title: str) -> bool:
    """Return whether a title is printed in capitals.

    >>> is_capitals("B. DISAPPEARANCE"), is_capitals("IDPs")
    (True, False)
    """
    return any(c.isupper() for c in title) and not any(c.islower() for c in title)


def is_title_case(title: str) -> bool:
    """Return whether words are in title case: all but the small ones begin with a capital.

    >>> is_title_case("Role of the Police"), is_title_case("Role of the police")
    (True, False)
    """
    words = _LETTERS.findall(title)
    return bool(words) and words[0][0].isupper() and all(w[0].isupper() or w in _SMALL for w in words)


def recased(title: str, titles: Sequence[str], acronyms: Callable[[], Iterable[str]] = tuple) -> str:
    """Return a title printed in capitals with the case of titles that are known.

    A word that none of them has is taken for an acronym where the text around prints it so, else
    it gets a capital, or none where it is a small word.

    Args:
        title: The title in capitals.
        titles: Titles that show the case of words, the best first.
        acronyms: Gives words of the text that have more than one capital; asked only at need.

    >>> recased("STATUS OF DISPLACED PERSONS (IDPS)", ["Displaced Persons (IDPs)"])
    'Status of Displaced Persons (IDPs)'
    """
    known = _cases(tuple(titles))
    shown: list[str] = []
    for word in _WORD.findall(title):
        core = word.strip(_MARKS)
        if not core:
            shown.append(word)
            continue
        case = known.get(core.upper()) or _case(core, acronyms)
        if not any(shown):
            case = case if any(c.isupper() for c in case) else _capitalized(case)
        shown.append(word.replace(core, case, 1))
    return "".join(shown)


def _case(word: str, acronyms: Callable[[], Iterable[str]]) -> str:
    if word.lower() in _SMALL:
        return word.lower()
    return next((a for a in acronyms() if a.upper() == word), "") or _capitalized(word)


def _capitalized(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


@cache
def _cases(titles: tuple[str, ...]) -> dict[str, str]:
    cases: dict[str, str] = {}
    for title in titles:
        for word in _WORD.findall(title):
            core = word.strip(_MARKS)
            cases.setdefault(core.upper(), core)
    return cases
