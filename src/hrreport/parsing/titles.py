"""The form of titles: their markup, and how they differ from sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrreport.parsing.casing import is_capitals
from hrreport.parsing.exclusions import HEADINGS

if TYPE_CHECKING:
    from hrreport.parsing.blocks import Block

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
