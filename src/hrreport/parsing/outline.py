"""The outline of an edition: the headings to expect, and the subjects that they stand for.

One data file an outline, named for the first edition that follows it; the table of editions names
the outline of each. An edition that has none there has no fixed outline: the nearest earlier one
then lends its words (case, subjects) and expects nothing.
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, Any

from hrreport import tables
from hrreport.catalogue import records
from hrreport.text.slugs import slug
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_POINTER = re.compile(r"\(\s*see\b[^)]*\)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_SUMMARY = "summary"
_ALIKE = 0.86
"""Share of letters in common from which two titles are taken for one."""
_ALIKE_IN_PLACE = 0.6
"""The same for a title whose number and letter are those of the other."""
_BEGINS_ALIKE = 0.95
_FEWEST_WORDS = 3
"""Words that a title must have to be recognized by its beginning alone."""


def key(title: str) -> str:
    """Return what two printings of one title have in common: its words, without case and pointers.

    >>> key("D. DISCRIMINATION (SEE SECTION 6)")
    'd discrimination'
    """
    plain = _POINTER.sub(" ", title).casefold().replace("’", "").replace("'", "")
    return " ".join(_WORD.findall(plain))


def section_of(place: str) -> str:
    """Return the section that a place is in: ``6`` for ``6/women`` and ``6.a``.

    >>> section_of("1.c/prisons"), section_of("summary")
    ('1', 'summary')
    """
    return place.partition("/")[0].partition(".")[0]


def beginning_of(text: str, title: str) -> int:
    """Return the end of a title that a text begins with, and goes on after; 0 where it does not.

    >>> beginning_of("Worker Rights The law", "Worker Rights")
    13
    """
    found = _spelled(title).match(text)
    return found.end() if found else 0


@cache
def _spelled(title: str) -> re.Pattern[str]:
    words = r"\W+".join(re.escape(word) for word in _WORD.findall(title))
    return re.compile(rf"{words}(?:[.:](?=\s)|(?=\s))", re.IGNORECASE)


@cache
def _known_key(title: str) -> str:
    """Return the key of an outline's own title, which is asked for again and again."""
    return key(title)


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """One heading of an outline."""

    place: str
    """The section id that it has where it is printed with the outline's number and letter."""
    title: str
    also: tuple[str, ...] = ()
    """Other wordings."""
    topics: tuple[str, ...] = ()
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Run-in labels known below it, by their `key`, each with its topics."""
    optional: bool = False
    """Whether a report may do without it."""

    @property
    def section(self) -> str:
        """The number of its section, or ``summary``."""
        return section_of(self.place)

    @property
    def lettered(self) -> bool:
        """Return whether it is printed with a letter."""
        return "." in self.place and "/" not in self.place

    @property
    def numbered(self) -> bool:
        """Return whether it is a numbered section, or the summary."""
        return "." not in self.place and "/" not in self.place

    @property
    def banner(self) -> bool:
        """Return whether it is a line above sections without text of its own: "Respect for Human Rights"."""
        return self.numbered and not self.place.isdigit() and self.place != _SUMMARY

    @property
    def level(self) -> int:
        """2 for sections, 3 for what stands right below them, 4 and 5 below that."""
        return 2 + self.place.count(".") + self.place.count("/")

    @property
    def titles(self) -> tuple[str, ...]:
        """The title and its other wordings."""
        return (self.title, *self.also)


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings that the reports of some editions have, in order."""

    headings: tuple[OutlineHeading, ...]
    fixed: bool = True
    """Whether its headings are to be expected; if not, it only lends its words."""
    _by_key: dict[str, tuple[OutlineHeading, ...]] = field(default_factory=dict, hash=False, compare=False)

    @property
    def opening(self) -> OutlineHeading | None:
        """The heading of what opens a report, where its editions print none for it; ``None`` where they do."""
        return next((h for h in self.headings if h.place == _SUMMARY and h.optional), None)

    def exact(self, title: str) -> tuple[OutlineHeading, ...]:
        """Return the headings that have that title or wording, in order."""
        return self._by_key.get(key(title), ())

    def alike(self, title: str, among: Iterable[OutlineHeading]) -> OutlineHeading | None:
        """Return the heading whose wording is nearest to the title, or none that is near enough."""
        return self._nearest(title, among, _ALIKE, _FEWEST_WORDS)

    def alike_in_place(self, title: str, place: str) -> OutlineHeading | None:
        """Return the heading of a place if the title may be a wording of it; it may differ more than elsewhere."""
        return self._nearest(title, (h for h in self.headings if h.place == place), _ALIKE_IN_PLACE, 1)

    def _nearest(
        self, title: str, among: Iterable[OutlineHeading], at_least: float, fewest: int
    ) -> OutlineHeading | None:
        title_key = key(title)
        words = title_key.count(" ") + 1
        matcher = SequenceMatcher(None, "", title_key, autojunk=False)
        best, share = None, at_least
        for heading in among:
            for wording in heading.titles:
                known = _known_key(wording)
                begins = words >= fewest and known.startswith(title_key + " ")
                found = _BEGINS_ALIKE if begins else _likeness(known, matcher, share)
                if found > share or (best is None and found == share):
                    best, share = heading, found
        return best

    def likeness(self, title: str, among: Iterable[OutlineHeading]) -> float:
        """Return how like a title, whole, is to the nearest wording of some headings: 1 for the same, 0 for others."""
        matcher = SequenceMatcher(None, "", key(title), autojunk=False)
        known = (_known_key(wording) for heading in among for wording in heading.titles)
        return max((_likeness(wording, matcher, _ALIKE) for wording in known), default=0.0)

    def knows_label(self, label: str) -> bool:
        """Return whether a run-in label is known anywhere."""
        title_key = key(label)
        return any(title_key in heading.labels for heading in self.headings)

    def holder(self, label: str, place: str) -> OutlineHeading | None:
        """Return the heading above a place that a run-in label belongs to, or none."""
        title_key = key(label)
        return next((h for h in reversed(self.headings) if title_key in h.labels and _lies_under(place, h.place)), None)

    def label_topics(self, label: str, place: str, *, nearby: bool = False) -> tuple[str, ...] | None:
        """Return the topics of a run-in label printed in a section, or ``None`` for an unknown label.

        The headings that the place lies under are asked first, then the rest of its section, then
        the whole outline; a heading's title may be printed as a run-in label too. With `nearby`, the
        rest of a fixed outline is not asked.
        """
        title_key = key(label)
        holders = [h for h in self.headings if title_key in h.labels]
        titled = self._by_key.get(title_key, ())
        above = [h for h in holders if _lies_under(place, h.place)]
        section = section_of(place)
        found = above[-1:] or [h for h in (*titled, *holders) if h.section == section]
        if not found and not (nearby and self.fixed):
            found = holders or list(titled)
        return found[0].labels.get(title_key, found[0].topics) if found else None


def _lies_under(place: str, above: str) -> bool:
    return place == above or place.startswith((above + "/", above + "."))


def _likeness(wording: str, matcher: SequenceMatcher[str], at_least: float) -> float:
    """Return how alike a key is to the matcher's, from 0 to 1; 0 as soon as it is certain to be less than wanted."""
    matcher.set_seq1(wording)
    if matcher.real_quick_ratio() < at_least or matcher.quick_ratio() < at_least:
        return 0.0
    return matcher.ratio()


def _heading(entry: Mapping[str, Any]) -> OutlineHeading:
    place, title = entry["place"], entry["title"]
    return OutlineHeading(
        place=place + slug(title) if place.endswith("/") else place,
        title=title,
        also=tuple(entry.get("also", ())),
        topics=tuple(entry.get("topics", ())),
        labels={key(label): tuple(topics) for label, topics in entry.get("labels", {}).items()},
        optional=entry.get("optional", False),
    )


@cache
def read_outline(name: str) -> Outline:
    """Return an outline; `name` is its file's stem."""
    headings = tuple(_heading(entry) for entry in tables.table(f"outlines/{name}.toml")["heading"])
    by_key: dict[str, tuple[OutlineHeading, ...]] = {}
    for heading in headings:
        for wording in heading.titles:
            by_key[key(wording)] = (*by_key.get(key(wording), ()), heading)
    return Outline(headings, _by_key=by_key)


@cache
def outline_of(year: int) -> Outline:
    """Return the outline of an edition; one that is not fixed where the table of editions names none."""
    named = {edition.year: edition.outline for edition in records.editions() if edition.outline}
    if year in named:
        return read_outline(named[year])
    nearest = max((known for known in named if known < year), default=min(named))
    return replace(read_outline(named[nearest]), fixed=False)


def known_outlines() -> Iterator[Outline]:
    """Yield the outlines in the data, oldest first."""
    return map(read_outline, tables.names("outlines", ".toml"))


@cache
def is_known_label(label: str) -> bool:
    """Return whether any outline has a run-in label.

    >>> is_known_label("Libel/Slander Laws"), is_known_label("Women")
    (True, False)
    """
    return any(outline.knows_label(label) for outline in known_outlines())


@cache
def inherited_topics(title: str, *, unlabeled: bool = False) -> tuple[str, ...]:
    """Return the topics that a title has in the outline of another edition, the nearest to now.

    Numbers and letters moved from edition to edition, and a report may follow the edition before or
    after its own.

    Args:
        title: A heading, or a run-in label.
        unlabeled: Whether it stands without number and letter, and may be one of those, or a label, there.

    >>> inherited_topics("Official Corruption and Government Transparency")
    ('corruption',)
    >>> inherited_topics("Whistleblower Protection"), inherited_topics("Whistleblower Protection", unlabeled=True)
    ((), ('whistleblowers',))
    """
    title_key = key(title)
    for outline in map(read_outline, reversed(tables.names("outlines", ".toml"))):
        found = [h.topics for h in outline.exact(title) if unlabeled or "/" not in h.place]
        found += [h.labels[title_key] for h in outline.headings if unlabeled and title_key in h.labels]
        if topics := next(filter(None, found), None):
            return topics
    return ()
