"""The labels that the weights are fitted on: places and hashes, without a word of a report."""

from __future__ import annotations

import lzma
import re
from typing import TYPE_CHECKING

from tests.training.blocks import Block, Said
from tests.training.places import FOLDER, fill, hash_of, read_places, write_places

from hrreport.analysis.features import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.training.places import Place

    from hrreport.model.report import Report

_HEAD = re.compile(r"[a-z-]+ \d{4} \S+ (?:none|na|limited|serious|\.)(?: \S+\.html?)?")
_LINE = re.compile(r"[\w-]{3}(?:[ARDLC][.+-]|[0-9a-f]{5}[a-zA-F])")


def said(text: str, kind: str, *, key: bool | None) -> Said:
    return Said(text, 1, None, tuple(float(kind == one) for one in KINDS), None if key is None else float(key))


def test_labels_come_back_as_they_were_written(tmp_path: Path) -> None:
    own = (said("Police beat a man.", "abuse", key=True), said("It rained.", "context", key=None))
    read = Block("chad", 2021, "1.c", "Torture", own, True, "abuses-reported", "serious")
    fled = Said("Police fled.", 1, None, (0.8, 0.2, 0.0, 0.0, 0.0), 1.0)
    marked = read._replace(said=(fled,), read=False, page="a/b.htm")
    write_places(tmp_path / "labels.xz", [read, marked])
    first, second = read_places(tmp_path / "labels.xz")
    assert first[:6] == ("chad", 2021, "1.c", "abuses-reported", "serious", "")
    assert [(m.kinds.index(1.0), m.key) for m in first.marks] == [(0, 1.0), (KINDS.index("context"), None)]
    assert second.page == "a/b.htm"
    assert second.marks[0] == (hash_of("Police  fled!"), (0.8, 0.2, 0.0, 0.0, 0.0), 1.0)


def test_a_labeled_sentence_is_found_though_its_section_has_another_id(report: Report, tmp_path: Path) -> None:
    section, paragraph = next(report.passages())
    text = paragraph.sentences[0]
    block = Block(
        "chad", 2021, "9.z", "", (said(text, "law", key=False), said("Nobody wrote this.", "law", key=False)), True
    )
    write_places(tmp_path / "labels.xz", [block])
    (place,) = read_places(tmp_path / "labels.xz")
    found, missing = fill(place, report)
    assert missing == 1
    assert (found.heading, found.said[0].text, found.said[0].label) == (section.heading, text, paragraph.topic)


def test_files_of_labels_hold_no_words() -> None:
    for file in FOLDER.glob("*.xz"):
        lines = lzma.decompress(file.read_bytes()).decode("ascii").splitlines()
        assert len(lines) > 1000
        assert all(_LINE.fullmatch(line) or _HEAD.fullmatch(line) for line in lines)


def test_what_is_kept_aside_is_labeled_by_readers() -> None:
    places: list[Place] = read_places(FOLDER / "aside.txt.xz")
    assert len(places) > 100
    assert all(max(marks.kinds) == 1 and marks.key in {0.0, 1.0} for place in places for marks in place.marks)


def test_an_expert_s_choices_are_places_and_hashes_of_two_reports() -> None:
    lines = (FOLDER / "briefs.txt").read_text(encoding="ascii").splitlines()
    assert [line.split()[2] for line in lines].count("brief") == 2
    assert all(re.fullmatch(r"[a-z-]+ \d{4} \S+(?: [\w.]+:[\w-]{3}){3,}", line) for line in lines)
