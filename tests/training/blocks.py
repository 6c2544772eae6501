"""Labelled blocks: the own text of one section each, with what readers or a program said of its sentences."""

from __future__ import annotations

import json
import lzma
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.training.sentences import FOLDER, read_texts

from hrreport.analysis.features import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Said(NamedTuple):
    """A sentence with its labels."""

    text: str
    paragraph: int
    label: str | None
    kinds: tuple[float, ...]
    """The share of each kind; all in one where a reader decided."""
    key: float | None
    """Whether it is a key finding, or how far; ``None`` where nobody said."""


class Block(NamedTuple):
    """The own text of one section."""

    country: str
    year: int
    section: str
    heading: str
    said: tuple[Said, ...]
    read: bool
    """Whether readers labeled it, and not a program."""
    assessment: str | None = None
    extent: str | None = None
    page: str = ""
    """The page of the mirror, where the country and the year do not say it."""


def folded(text: str) -> str:
    """Return the words of a sentence as they are compared."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def _block(found: dict[str, Any]) -> Block:
    said = []
    for one in found["sentences"]:
        if "kind" in one:
            kinds = tuple(float(kind == one["kind"]) for kind in KINDS)
            key = float(one["key"]) if "key" in one else None
        else:
            total = sum(one["kinds"])
            kinds = tuple(share / total for share in one["kinds"])
            key = one["key"]
        said.append(Said(one["text"], one["paragraph"], one["topic"], kinds, key))
    read = "kind" in found["sentences"][0]
    return Block(
        found["country"], found["year"], found["section"], found["heading"], tuple(said), read,
        found.get("assessment"), found.get("extent"),
    )  # fmt: skip


def read_blocks(file: Path) -> Iterator[Block]:
    """Yield the blocks of a file, one a line."""
    text = lzma.decompress(file.read_bytes()).decode() if file.suffix == ".xz" else file.read_text(encoding="utf-8")
    yield from (_block(json.loads(line)) for line in text.splitlines())


def own_blocks() -> list[Block]:
    """Return the sentences in this project's own words; they are of no country and year."""
    found: list[Block] = []
    for file in sorted(FOLDER.glob("*.txt")):
        for text in read_texts(file):
            said = tuple(
                Said(words, 1, label, tuple(float(kind == one) for one in KINDS), None)
                for kind, words, label in text.sentences
            )
            if said:
                found.append(Block(f"own-{file.stem}", 0, "", text.heading, said, read=True))
    return found
