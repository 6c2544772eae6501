"""Words of an exhibit that are the program's own: headings of parts, names of tabs, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.wording.changes import STANDINGS, topic_name
from hrreport.wording.reports import assessed
from hrreport.wording.treatments import mention_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.packet import Claim, Packet, PacketPartId, UnaddressedCell

_TITLES: dict[PacketPartId, str] = {
    "general": "General conditions",
    "group": "The group",
    "protection": "State actors; unable or unwilling to protect",
    "relocation": "Internal relocation",
    "adverse": "Passages that cut the other way",
    "changes": "What changed between editions",
    "silences": "What the report does not address",
    "sources": "Source note",
}
ADVERSE_NOTE = (
    "Paragraphs of the parts before this one in which a sentence says that abuses were not reported, that a right was "
    "respected, or that authorities investigated, punished or remedied. Each is printed whole, and again in its place."
)
NO_PASSAGE = "No passage of this report is on the topics of this part; see the part on what it does not address."
NO_ADVERSE = "No sentence of this report in the parts before this one was found to cut the other way."
UNCUT = "No edition of this exhibit has an outline with headings for fewer topics than the edition before it."
NEIGHBORS = "Pinpoints in brackets: paragraphs next to the chosen ones."
OWN_WORDS = (
    "Headings of parts and tabs, the index, the contents, notes and pinpoints are hrreport’s. All else is the words of "
    "the reports, in whole paragraphs, unaltered."
)


def part_title(part: PacketPartId, packet: Packet) -> str:
    """Return the heading of a part."""
    if part == "group" and packet.claim is None:
        return "The chosen topics"
    if part == "protection" and packet.claim and packet.claim.actors == ("state",):
        return "State actors"
    if part == "protection" and packet.claim and packet.claim.actors == ("private",):
        return "Unable or unwilling to protect"
    return _TITLES[part]


def tab_label(number: int) -> str:
    """Return the letter of a tab, counted from 1.

    >>> tab_label(1), tab_label(26), tab_label(27), tab_label(53)
    ('A', 'Z', 'AA', 'BA')
    """
    label = ""
    while number:
        number, last = divmod(number - 1, 26)
        label = chr(ord("A") + last) + label
    return label


def names_of_topics(topics: Iterable[str]) -> str:
    """Return the names of topics, parted by semicolons."""
    return "; ".join(map(topic_name, topics))


def describe_claim(claim: Claim) -> str:
    """Return what a claim's file gives, in a line.

    >>> from hrreport.model.packet import Claim
    >>> describe_claim(Claim(("religion",), ("women",), ("private",), relocation=True))
    'grounds: religion; group: Women; actor: private; relocation within the country: at issue'
    """
    lines = [
        ("grounds", ", ".join(claim.grounds)),
        ("group", names_of_topics(claim.group).replace("; ", ", ")),
        ("topics", names_of_topics(claim.topics).replace("; ", ", ")),
        ("actor", " and ".join(claim.actors)),
        ("relocation within the country", "at issue" if claim.relocation else ""),
    ]
    return "; ".join(f"{name}: {words}" for name, words in lines if words)


def describe_silence(cell: UnaddressedCell) -> str:
    """Return how a topic stands in a report, with where else its words are."""
    if cell.standing == "narrower":
        return STANDINGS[cell.standing]
    if cell.standing == "own":
        silent = cell.assessment is not None and cell.assessment.value == "not-addressed"
        return assessed(cell.assessment) if silent else "addressed"
    return f"{STANDINGS[cell.standing]}; {mention_words(cell.mentions)}"
