"""Places: interpret a typed place as sections, paragraphs or sentences of one report."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.catalogue.paragraph_topics import places_on
from hrreport.catalogue.stable_ids import parse_stable_id, report_key
from hrreport.errors import InputError, NotFoundError
from hrreport.model.locator import Locator
from hrreport.model.sections import Range, no_section, section_names
from hrreport.text.slugs import slug
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.report import Report, Section

_SHOWN = 60
"""Characters of a text not understood that are repeated to the reader."""

# Compiled when they are first needed: a start that parses no place does not pay for them.
_COUNTED = r"""
    (?P<place> .*? ) [\s,.;:-]*
    (?: ¶+ | (?<!\w) (?: paragraphs? | paras? | pars? | pp? ) \.? | : ) \s*
    (?P<numbers> [1-9]\d{0,3} (?: \s* (?: [-\u2013\u2014,&] | to | and ) \s* ¶* \s* [1-9]\d{0,3} )* )
"""
"""A place with paragraphs after it: ``1.c ¶¶ 4-6``, ``Women, paras. 2 and 5``."""
_SIGN = r"(?: \# | §+ | sections?\b | sec\b\.? | s\b\.? ) \s*"
"""What may stand before the number of a section."""
_NUMBERED = rf"""
    (?: {_SIGN} )? (?P<number> (?: [a-z][a-z0-9-]* : )? \d{{1,2}} (?: \.? \(? [a-z] \)? (?![a-z0-9]) )? )
    (?: [\s,.:/]* \(? (?P<name> .+? ) \)? )?
"""
"""A number and letter, and the name of a heading below: ``section 1(c)``, ``§ 6, Women``, ``6 (Women)``."""

_OTHER_WORDS = (
    (r"^((?:¶+|par(?:agraph|a)?s?\b\.?)\s*\d[\d\s,&\u2013-]*?)\s+(?:of|in|under)\s+(.+)$", r"\2 \1"),
    (r"\s+at\s+(?=¶|par)", " "),
    (r"(\d)[\s,]+sub-?(?:section|sect?)\b\.?\s*\(?([a-z])\)?(?![a-z0-9])", r"\1.\2"),
    (r"^sub-?(?=sec)", ""),
    (r"^sect\b", "sec"),
    (r"^((?:§+|sec(?:tion)?\b\.?)?\s*\d{1,2})\s+([a-z])(?![a-z0-9])", r"\1.\2"),
    (r"^((?:§+|sec(?:tion)?\b\.?)?\s*\d{1,2}\.?)(?:\(([a-z])\)\((\d+)\)|([a-z])\.(\d+))$", r"\1\2\4 ¶ \3\5"),
    (r"^exec\b\.?(?=\s+summary)", "executive"),
)
"""Other ways to write a place, and the ways that the rest of this module knows."""


def find_places(report: Report, typed: Sequence[str]) -> tuple[Range, ...]:
    """Return the places of a report that a person means: the words are one place together, or each is one.

    Understood is all that the program prints and what people write for it: ``1.c``, ``§ 1.c ¶ 4``, ``s 1.c,
    para 4``, ``1.c:4-6``, ``1.c ¶¶ 4, 6``, ``section 1(c)``, ``6/women``, ``women ¶ 2``, ``§ 6, Women, ¶ 7``, the
    stable id ``kaz-2023/1.c/4/2``, the name of a topic, and several of them with semicolons or commas between.

    Raises:
        InputError: The words name no place, or one that several sections bear.
        NotFoundError: The report has no such place; the hint names the likely ones.
    """
    words = [fold(word) for word in typed]
    whole = _in_known_words(" ".join(filter(None, words)))
    if not whole:
        raise InputError("no section was named", hint=f"see 'hrreport sections {report.id}'")
    try:
        return tuple(_ranges(report, whole))
    except (InputError, NotFoundError) as together:
        pieces = words if len(words) > 1 else _split_places(whole)
        if len(pieces) < 2:  # noqa: PLR2004  one place
            raise
        found: list[Range] = []
        try:
            for piece in pieces:
                found += find_places(report, [piece])
        except (InputError, NotFoundError):
            if found and isinstance(together, InputError):
                raise
            raise together from None
        return tuple(dict.fromkeys(found))


def find_place(report: Report, typed: str) -> Locator:
    """Return the one section, paragraph or sentence that a person means, with the very section that it stands in.

    Raises:
        InputError: Nothing was typed, or several sections bear the name; the message lists them.
        NotFoundError: The report has no such section, paragraph or sentence; the hint names the likely ones.
    """
    words = _in_known_words(fold(typed))
    if not words:
        raise InputError("no section was named", hint=f"see 'hrreport sections {report.id}'")
    place = _by_id(report, words) or _parsed(words)
    if any(section.id == place.section for section in report.walk()):
        return report.resolve(place)
    return report.resolve(Locator(_section_named(report, place.section), place.paragraph, place.sentence))


def _in_known_words(words: str) -> str:
    """Return a place as it is written mostly.

    >>> _in_known_words("para. 4 of subsection 1(c)"), _in_known_words("1.c.4")
    ('section 1(c) para. 4', '1.c ¶ 4')
    """
    for pattern, known in _OTHER_WORDS:
        words = re.sub(pattern, known, words, flags=re.IGNORECASE)
    return words


def _ranges(report: Report, words: str) -> Iterator[Range]:
    """Yield what one place comes to: a topic, or a list of paragraphs, may be several."""
    if place := _by_id(report, words):
        yield Range(place)
        return
    try:
        place = Locator.parse(words)
    except InputError:
        place = None
    if place and any(section.id == place.section for section in report.walk()):
        yield Range(report.resolve(place))
        return
    counted = re.fullmatch(_COUNTED, words, re.VERBOSE | re.IGNORECASE)
    if counted and counted["place"]:
        section = _section_named(report, counted["place"])
        for first, last in _numbers(counted["numbers"]):
            yield _range(report, section, first, last)
        return
    topic = records.topic_named(words)
    try:
        yield Range(Locator(_section_named(report, words)))
    except NotFoundError as unknown:
        if topic is None:
            if place is None and (any(c.isdigit() for c in words) or not any(c.isalpha() for c in words)):
                Locator.parse(words)  # which says that it is no place
            raise
        if not (ranges := tuple(_of_topic(report.sections, places_on(report, records.with_narrower([topic.id]))))):
            raise NotFoundError(
                f'no heading of the report on {report.id} is on "{topic.id}"',
                hint=f"what it says of it elsewhere: hrreport show {report.id} --topic {topic.id}",
            ) from unknown
        yield from ranges


def _by_id(report: Report, words: str) -> Locator | None:
    """Return the place that a stable id names, or ``None`` where the words are not one.

    Raises:
        InputError: It is an id of another report.
        NotFoundError: The report has no such place.
    """
    found = parse_stable_id(words)
    if found is None:
        return None
    key, place = found
    if key != report_key(report.id):
        raise InputError(
            f'"{words[:_SHOWN]}" is a place in another report than the one on {report.id}',
            hint=f"ids of this report begin with {report_key(report.id)}/",
        )
    return report.resolve(place)


def _numbers(text: str) -> Iterator[tuple[int, int | None]]:
    """Yield the first and the last paragraph of each range in a list of them.

    >>> list(_numbers("4, 6-8 and 11"))
    [(4, None), (6, 8), (11, None)]
    """
    for part in re.split(r"\s*(?:,|&|and)\s*", text.replace("¶", "")):
        first, _, last = re.sub(r"\s*(?:[-\u2013\u2014]|to)\s*", "-", part.strip()).partition("-")
        yield int(first), int(last) if last else None


def _range(report: Report, section: str, first: int, last: int | None) -> Range:
    place = report.resolve(Locator(section, first))
    if last is None:
        return Range(place)
    if last <= first:
        raise InputError(
            f"'{place} to ¶ {last}' is not a range of paragraphs",
            hint='name the first paragraph and a later one: "1.c ¶¶ 4-6"',
        )
    report.resolve(Locator(section, last))
    return Range(place, last)


def _of_topic(sections: Iterable[Section], places: frozenset[tuple[str, int]]) -> Iterator[Range]:
    """Yield the widest sections that are wholly on a topic, and of others the paragraphs that are."""
    for section in sections:
        every = [(s.id, p.number) for s in section.walk() for p in s.paragraphs]
        if every and places.issuperset(every):
            yield Range(Locator(section.id))
            continue
        numbers = [p.number for p in section.paragraphs if (section.id, p.number) in places]
        for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
            (_, first), *others = run
            yield Range(Locator(section.id, first), others[-1][1] if others else None)
        yield from _of_topic(section.sections, places)


def _split_places(words: str) -> list[str]:
    """Return the places of a list, by its semicolons or else its commas.

    Raises:
        InputError: A number after a comma may be a paragraph or a section.
    """
    pieces = [piece.strip() for piece in re.split(";" if ";" in words else r",|\band\b", words)]
    pieces = [piece for piece in pieces if piece]
    for before, piece in pairwise(pieces):
        if ";" not in words and re.fullmatch(r"\d+(?:\s*[-\u2013]\s*\d+)?", piece) and re.search(r"¶|:\d|par", before):
            raise InputError(
                f'"{words[:_SHOWN]}" can be read in two ways', hint='part places with semicolons: "1.c ¶¶ 4, 6; women"'
            )
    return pieces


def _section_named(report: Report, words: str) -> str:
    """Return the id of the one section that has an id, a number and name, or a heading.

    Raises:
        InputError: Several sections bear the name.
        NotFoundError: None does.
    """
    ids = [section.id for section in report.walk()]
    if words.casefold() in ids:
        return words.casefold()
    numbered = re.fullmatch(_NUMBERED, words, re.VERBOSE | re.IGNORECASE)
    if numbered:
        number = re.sub(r"(\d)\.?\(?([a-z])\)?$", r"\1.\2", numbered["number"].casefold())
        name = slug(numbered["name"] or "")
        if not name and number in ids:
            return number
        if name and any(s.id == number and slug(s.heading).startswith(f"{name}-") for s in report.walk()):
            return number
        below = [s.id for s in report.walk() if name and s.anchor == number and name in section_names(s)]
        if below:
            return below[0] if len(below) == 1 else _several(report, words, below)
    heading = slug(re.sub(rf"(?x)^{_SIGN}(?=\S)", "", words, flags=re.IGNORECASE))
    found = [s.id for s in report.walk() if {heading, slug(words)}.intersection(filter(None, section_names(s)))]
    if not found and heading == "executive-summary" and "summary" in ids:
        return "summary"
    if not found:
        raise no_section(report, words)
    return found[0] if len(found) == 1 else _several(report, words, found)


def _several(report: Report, words: str, found: list[str]) -> str:
    raise InputError(
        f'"{words}" can mean {len(found)} sections of the report on {report.id}: {", ".join(found)}',
        hint="name one of them by its id",
    )


def _parsed(words: str) -> Locator:
    """Return a place as `Locator.parse` does; words that it does not understand are taken for a heading."""
    try:
        return Locator.parse(words)
    except InputError:
        heading, _, counted = words.partition("¶")
        paragraph = counted.strip()
        known = paragraph.isascii() and paragraph.isdigit()
        return Locator(heading.strip(), int(paragraph)) if known else Locator(words)
