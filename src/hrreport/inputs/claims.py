"""Read the file of a claim, and choose by it what each part of an exhibit is about.

Which topics a ground, an actor and relocation stand for is data, with the rule or the authority that
each comes from.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrreport import tables
from hrreport.errors import InputError
from hrreport.inputs.text_files import read_text
from hrreport.model.packet import ACTORS, SUBJECT_PARTS, Claim, PartSubjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrreport.model.packet import Actor

_SOCIAL_GROUP = "particular social group"
_BOTH = "both"
KEYS = ("grounds", "group", "actor", "relocation", "topics", "countries", "years")
"""What a claim's file may have."""
_SHOWN = 60
"""Characters of a value not understood that are repeated to the reader."""


def read_claim(text: str, name: str = "claim") -> Claim:
    """Return the claim that a file in TOML gives.

    >>> read_claim('grounds = ["religion"]').grounds
    ('religion',)

    Args:
        text: The content of the file.
        name: The name of the file, for messages.

    Raises:
        InputError: It is not TOML, or a key or a value of it is not understood; the message names it.
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{name} is not TOML: {error}", hint="hrreport help packets shows such a file") from error
    for key in given:
        if key not in KEYS:
            raise InputError(f'{name}: "{_short(key)}" is not a key of a claim', hint=f"keys are {', '.join(KEYS)}")
    grounds = tuple(dict.fromkeys(_ground(each, name) for each in _words(given, "grounds", name)))
    claim = Claim(
        grounds,
        _topics(given, "group", name),
        _actors(_words(given, "actor", name), name),
        _flag(given, "relocation", name),
        _topics(given, "topics", name),
        _words(given, "countries", name),
        _words(given, "years", name),
    )
    if _SOCIAL_GROUP in grounds and not claim.group:
        raise InputError(
            f'{name}: the ground "{_SOCIAL_GROUP}" needs a group', hint='name its topics: group = ["women", "lgbtqi"]'
        )
    if not (claim.grounds or claim.group or claim.topics):
        raise InputError(f"{name} names no ground, no group and no topic", hint='write: grounds = ["religion"]')
    return claim


def read_claim_file(path: Path | str) -> Claim:
    """Return the claim that a file gives; as `read_claim`.

    Raises:
        InputError: It cannot be read, is too long, or is not understood.
    """
    file = Path(path)
    text = read_text(file, "a claim", most=100_000, hint="hrreport help packets shows such a file")
    return read_claim(text, file.name)


def subjects_of(claim: Claim) -> tuple[PartSubjects, ...]:
    """Return what each part of an exhibit on a claim is about; a part without a subject is left out.

    >>> [each.part for each in subjects_of(Claim(("religion",), relocation=True))]
    ['general', 'group', 'relocation']
    """
    rows = [
        *_rows("always"),
        *(row for ground in claim.grounds for row in _rows("ground", ground)),
        *(row for actor in claim.actors for row in _rows("actor", actor)),
        *(_rows("relocation") if claim.relocation else ()),
    ]
    own = {"group": (*claim.group, *claim.topics)}
    found = (
        PartSubjects(
            part,
            tuple(dict.fromkeys((*own.get(part, ()), *_cells(rows, part, "topics")))),
            tuple(dict.fromkeys(_cells(rows, part, "sections"))),
        )
        for part in SUBJECT_PARTS
    )
    return tuple(each for each in found if each.topics or each.sections)


def subjects_named(topics: Iterable[str]) -> tuple[PartSubjects, ...]:
    """Return what the parts of an exhibit are about where topics are named and no claim is: a summary, and these."""
    sections = tuple(dict.fromkeys(_cells(_rows("always"), "general", "sections")))
    return PartSubjects("general", (), sections), PartSubjects("group", tuple(dict.fromkeys(topics)))


def _rows(key: str, value: str = "") -> tuple[dict[str, str], ...]:
    return tuple(
        row for row in tables.rows("claim_topics.csv") if row["key"] == key and (not value or row["value"] == value)
    )


def _cells(rows: Iterable[dict[str, str]], part: str, column: str) -> Iterator[str]:
    for row in rows:
        if row["part"] == part:
            yield from filter(None, row[column].split("|"))


def _words(given: dict[str, Any], key: str, name: str) -> tuple[str, ...]:
    """Return what stands under a key: one word, or a list of them; years may be numbers."""
    value = given.get(key, [])
    values = value if isinstance(value, list) else [value]
    for each in values:
        number = key == "years" and isinstance(each, int) and not isinstance(each, bool)
        if not number and not (isinstance(each, str) and each.strip()):
            kind = "a year or a range of years" if key == "years" else "words"
            raise InputError(
                f'{name}: {key} has "{_short(each)}", which is not {kind}', hint=f'write: {key} = ["...", "..."]'
            )
    return tuple(" ".join(str(each).split()) for each in values)


def _flag(given: dict[str, Any], key: str, name: str) -> bool:
    value = given.get(key, False)
    if not isinstance(value, bool):
        raise InputError(
            f'{name}: {key} is "{_short(value)}", which is neither true nor false', hint=f"write: {key} = true"
        )
    return value


def _meant(key: str, words: str) -> str | None:
    """Return the ground or the actor that has a name."""
    folded = words.casefold()
    names = ((row["value"], *row["other_names"].split("|")) for row in _rows(key))
    return next((value for value, *others in names if folded in map(str.casefold, (value, *others))), None)


def _ground(words: str, name: str) -> str:
    if ground := _meant("ground", words):
        return ground
    known = ", ".join(row["value"] for row in _rows("ground"))
    raise InputError(f'{name}: "{_short(words)}" is not a ground', hint=f"grounds are {known}")


def _actors(words: Iterable[str], name: str) -> tuple[Actor, ...]:
    found: dict[Actor, None] = {}
    for word in words:
        if word.casefold() == _BOTH:
            found |= dict.fromkeys(ACTORS)
            continue
        named = _meant("actor", word)
        if named is None:
            raise InputError(f'{name}: actor is "{_short(word)}"', hint=f"an actor is {', '.join(ACTORS)} or {_BOTH}")
        found |= dict.fromkeys(actor for actor in ACTORS if actor == named)
    return tuple(found)


def _topics(given: dict[str, Any], key: str, name: str) -> tuple[str, ...]:
    from hrreport.catalogue.topics import find_topic

    found: dict[str, None] = {}
    for words in _words(given, key, name):
        try:
            found.setdefault(find_topic(words).id)
        except InputError as error:
            raise InputError(f"{name}: {key}: {error}", hint=error.hint) from error
    return tuple(found)


def _short(value: object) -> str:
    return " ".join(str(value).split())[:_SHOWN]
