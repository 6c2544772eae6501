"""Sentences in this project's own words, with their kinds: what the models learn beside labeled reports.

A file in ``sentences/`` holds one sentence a line after the letter of its kind; ``## `` opens a
heading, ``[...]`` a run-in label, an empty line ends a text. Neighbors are neighbors.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "sentences"
KINDS = {"A": "abuse", "R": "response", "D": "denial", "L": "law", "C": "context"}


class Text(NamedTuple):
    """Sentences that stand together under one heading."""

    heading: str
    sentences: list[tuple[str, str, str | None]]
    """Kind, words, run-in label."""


def read_texts(file: Path) -> list[Text]:
    """Return the texts of one file."""
    texts: list[Text] = []
    heading, topic = "", None
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading, topic = line[3:], None
            texts.append(Text(heading, []))
        elif line.startswith("["):
            topic = line.strip("[]")
        elif line:
            texts[-1].sentences.append((KINDS[line[0]], line[2:], topic))
    return texts
