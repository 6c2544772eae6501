"""Count the headings and run-in labels of the reports in a mirror: what an edition's outline must have.

    python -m tests.training.outlines MIRROR [--years 2016 2017 ...] [--fewest 10] [--unknown]

One row for each heading of each edition, most frequent first in each section: on how many pages it
stands, where, in what wordings, and the place and topics that the edition's outline gives it. The
pages are read by their elements alone, without the parser, so that the table can contradict it.
A heading on ten pages or more belongs in the outline (``src/hrreport/data/outlines``); `--unknown`
leaves only those that are not there.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import html

from hrreport.parsing.outline import key, outline_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from hrreport.parsing.outline import Outline

PAGES = "*/reports/{year}-country-reports-on-human-rights-practices/**/index.html"
YEARS = range(2016, 2025)
HEADINGS = ("h2", "h3", "h4", "h5")
SECTION = re.compile(r"section\s+(\d{1,2})\s*[.:]?\s*", re.IGNORECASE)
LETTER = re.compile(r"([A-Za-z])\s*[.)]\s*(?=\S)")
RUN_IN = re.compile(r"([^\W\d_][^:.?!;]{2,140}?)\s*:(?:\s|$)")
MOST_WORDS = 18
SUMMARY = "summary"
BREAK = "\u2028"


class Item(NamedTuple):
    """A heading, or a run-in label, where it stands."""

    section: str
    letter: str
    above: str
    """The heading that a label stands below."""
    element: str
    """``h2`` to ``h5``; ``label`` for a run-in label."""
    title: str


def words(element: HtmlElement) -> str:
    """Return the text of an element, its blanks joined."""
    return " ".join(element.text_content().split())


def items(page: HtmlElement) -> Iterator[Item]:
    """Yield the headings and labels of a report's body, in order."""
    section, letter, above, number = SUMMARY, "", "", ""
    for element in (e for body in page.find_class("report__content")[:1] for e in body.iter(*HEADINGS, "p")):
        if "report-toc-section" in element.get("class", ""):
            number = words(element)
            continue
        if element.tag == "p":
            if section != SUMMARY:  # there, what stands before a colon leads a list in
                yield from (Item(section, letter, above, "label", label) for label in labels(element))
            continue
        text = f"{number} {words(element)}".strip()
        title = "report__section-title" in element.get("class", "")
        if found := SECTION.match(text):
            section, letter, number = found[1], "", ""
        elif found := LETTER.match(text):
            letter = found[1].lower()
        elif title:
            section, letter = SUMMARY, ""
        above = text[found.end() :] if found else text
        if above:
            yield Item(section, letter if found or title else f"{letter}/", "", element.tag, above)


def labels(paragraph: HtmlElement) -> Iterator[str]:
    """Yield the words before a colon at the beginning of a paragraph, and after each line break in it."""
    for line_break in paragraph.iter("br"):
        line_break.tail = f"{BREAK}{line_break.tail or ''}"
    for line in paragraph.text_content().split(BREAK):
        if (found := RUN_IN.match(" ".join(line.split()))) and found[1].count(" ") < MOST_WORDS:
            yield found[1]


def place_of(item: Item, outline: Outline) -> tuple[str, tuple[str, ...] | None]:
    """Return the outline's place and topics for an item; no place and no topics for what is not there."""
    here = f"{item.section}.{item.letter}".rstrip("./")
    if item.element == "label":
        near = next((h.place for h in outline.exact(item.above) if h.section == item.section), here)
        topics = outline.label_topics(item.title, near, nearby=True)
        return (near if topics is not None else ""), topics
    found = [h for h in outline.exact(item.title) if h.section == item.section]
    found.sort(key=lambda h: (not h.place.startswith(here), h.lettered == item.letter.endswith("/")))
    if found:
        return found[0].place, found[0].topics
    return "", outline.label_topics(item.title, here, nearby=True)


def count(mirror: Path, year: int) -> tuple[int, dict[tuple[str, str, bool], tuple[int, Counter[Item]]]]:
    """Return the number of an edition's pages, and for each item on how many of them it stands and how."""
    pages = sorted(mirror.glob(PAGES.format(year=year)))
    on: dict[tuple[str, str, bool], set[Path]] = defaultdict(set)
    forms: dict[tuple[str, str, bool], Counter[Item]] = defaultdict(Counter)
    for path in pages:
        for item in items(html.document_fromstring(path.read_bytes())):
            what = (item.section, key(item.title), item.element == "label")
            on[what].add(path)
            forms[what][item] += 1
    return len(pages), {what: (len(on[what]), forms[what]) for what in on}


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mirror", type=Path)
    parser.add_argument("--years", type=int, nargs="*", default=YEARS)
    parser.add_argument("--fewest", type=int, default=10, help="pages that an item must stand on")
    parser.add_argument("--unknown", action="store_true", help="only what is not in the outline")
    asked = parser.parse_args()
    out = csv.writer(sys.stdout)
    out.writerow(("year", "of", "pages", "section", "letters", "elements", "title", "below", "place", "topics"))
    for year in asked.years:
        of, table = count(asked.mirror, year)
        outline = outline_of(year)
        for (section, _, _), (pages, forms) in sorted(table.items(), key=lambda row: (row[0][0], -row[1][0])):
            usual = forms.most_common(1)[0][0]
            place, topics = place_of(usual, outline)
            known = topics is not None
            if pages < asked.fewest or (asked.unknown and known):
                continue
            letters = Counter(item.letter for item in forms.elements())
            elements = Counter(item.element for item in forms.elements())
            below = Counter(item.above for item in forms.elements())
            shown = (" ".join(f"{name}:{n}" for name, n in c.most_common(4)) for c in (letters, elements))
            above = " | ".join(f"{name}:{n}" for name, n in below.most_common(3) if name)
            told = " ".join(topics or ()) or ("-" if known else "NOT THERE")
            out.writerow((year, of, pages, section, *shown, usual.title, above, place, told))


if __name__ == "__main__":
    main()
