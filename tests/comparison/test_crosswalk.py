"""Counterparts across outlines: every heading of 2023 and 2024, and the borders of older editions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrreport import tables
from hrreport.comparison.crosswalk import crosswalk
from hrreport.comparison.passages import passages
from hrreport.model.report import Paragraph, Report, Section
from hrreport.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.comparison.crosswalk import CrosswalkRow
    from hrreport.comparison.passages import ComparedPassage

CASES = Path(__file__).parent / "cases"
OUTLINES = tables.names("outlines", ".toml")


def headings(outline: str) -> list[dict[str, object]]:
    return list(tables.table(f"outlines/{outline}.toml")["heading"])


@pytest.fixture
def whole(build: Callable[[int, str], Report]) -> Callable[[str], Report]:
    """Return a maker of the report that has every heading and every run-in label of an outline."""

    def made(outline: str) -> Report:
        sections = []
        for heading in headings(outline):
            title, place = str(heading["title"]), str(heading["place"])
            name = place + slug(title) if place.endswith("/") else place
            structural = not heading.get("topics") and place != "summary"
            paragraphs = [] if structural else [Paragraph(1, "Words.")]
            labels = heading.get("labels", {})
            assert isinstance(labels, dict)
            for number, (label, topics) in enumerate(labels.items(), start=2):
                paragraphs.append(Paragraph(number, "Words.", (0,), label, tuple(topics)))
            about = heading.get("topics", ())
            assert isinstance(about, (list, tuple))
            label = name.rpartition(".")[2] if "/" not in name and name != "summary" else ""
            sections.append(Section(name, label, title, 3, tuple(paragraphs), (), tuple(about)))
        report = build(int(outline), "summary Words")
        return Report(report.id, report.title, "", tuple(sections), report.provenance)

    return made


def shown(passages: Iterable[ComparedPassage]) -> str:
    return "; ".join(dict.fromkeys(p.section.id + (f" > {p.label}" if p.label else "") for p in passages)) or "none"


def rows(whole: Callable[[str], Report], old: str, new: str) -> tuple[CrosswalkRow, ...]:
    return crosswalk(passages(whole(old)), passages(whole(new)))


def test_every_heading_of_2023_and_2024_has_its_counterpart_or_none(whole: Callable[[str], Report]) -> None:
    found = [
        f"{row.id}: {row.status}\n  2023: {shown(row.sides[0])}\n  2024: {shown(row.sides[1])}"
        + (f"\n  wider topic: {row.wider}" if row.wider else "")
        for row in rows(whole, "2023", "2024")
    ]
    expected = (CASES / "crosswalk_2023_2024.txt").read_text(encoding="utf-8")
    assert "\n".join(found) + "\n" == expected


@pytest.mark.parametrize("old", OUTLINES)
@pytest.mark.parametrize("new", OUTLINES)
def test_every_passage_of_both_outlines_is_in_one_row(whole: Callable[[str], Report], old: str, new: str) -> None:
    found = rows(whole, old, new)
    for report, side in ((whole(old), 0), (whole(new), 1)):
        found_there = [p for row in found for p in row.sides[side]]
        expected = [p for p in passages(report) if p.paragraphs or p.topics]
        assert {(p.section.id, p.label) for p in found_there} == {(p.section.id, p.label) for p in expected}
        assert len(found_there) == len(expected)


@pytest.mark.parametrize("outline", OUTLINES)
def test_within_one_outline_everything_is_kept(whole: Callable[[str], Report], outline: str) -> None:
    assert {row.status for row in rows(whole, outline, outline)} == {"kept"}


@pytest.mark.parametrize(
    ("old", "new", "topic", "status"),
    [
        ("2004", "2009", "corruption", "moved"),
        ("2004", "2009", "women", "moved"),
        ("1993", "2004", "trafficking", "moved"),
        ("1993", "2011", "unions", "merged"),
        ("2011", "2023", "privacy", "moved"),
        ("2011", "2023", "transnational-repression", "new"),
        ("1993", "2024", "prisons", "none"),
        ("2023", "2024", "prisons", "dropped"),
        ("1993", "2024", "antisemitism", "new"),
    ],
)
def test_topics_cross_the_borders_of_outlines(
    whole: Callable[[str], Report], old: str, new: str, topic: str, status: str
) -> None:
    found = next((row.status for row in rows(whole, old, new) if row.id == topic), "none")
    assert found == status


def test_a_heading_of_one_edition_names_the_wider_topic_that_both_have(whole: Callable[[str], Report]) -> None:
    by_id = {row.id: row for row in rows(whole, "1993", "2024")}
    assert by_id["wages"].wider == "working-conditions"
    assert by_id["fair-trial"].wider == ""


def test_several_reports_share_rows(whole: Callable[[str], Report]) -> None:
    found = {row.id: row for row in crosswalk(*(passages(whole(outline)) for outline in ("2011", "2023", "2024")))}
    assert [shown(side) for side in found["prisons"].sides] == [
        "1.c/prison-and-detention-center-conditions",
        "1.c/prison-and-detention-center-conditions",
        "none",
    ]
    assert [shown(side) for side in found["antisemitism"].sides] == ["6/anti-semitism", "6/antisemitism", "3.d"]


TOLD = """
summary Introduction
It was quiet.

1.c Torture | torture
Guards beat men.

hong-kong:1.c Torture | torture
Officers beat students.

9/bees Bees
They swarmed.
"""


def test_parts_headings_without_topic_and_the_summary_have_rows_of_their_own(
    build: Callable[[int, str], Report],
) -> None:
    other = TOLD.replace("Introduction", "Executive Summary").replace("9/bees Bees", "8/bees Bees")
    found = crosswalk(passages(build(2023, TOLD)), passages(build(2024, other)))
    assert [(row.id, row.name, row.status) for row in found] == [
        ("summary", "Introduction", "kept"),
        ("torture", "Torture and ill-treatment", "kept"),
        ("hong-kong:torture", "Torture and ill-treatment", "kept"),
        ("bees", "Bees", "moved"),
    ]


def test_rows_of_the_new_report_alone_stand_where_it_has_them(build: Callable[[int, str], Report]) -> None:
    old = build(2023, "1.a Killings | killings\nNone.\n\n1.c Torture | torture\nSome.")
    new = build(2024, "0.a Bees | children\nA.\n\n1.a Killings | killings\nB.\n\n1.b Exile | exile\nC.")
    assert [row.id for row in crosswalk(passages(old), passages(new))] == ["children", "killings", "exile", "torture"]
