"""Cells of a matrix, and excerpts of a compilation."""

from __future__ import annotations

import pytest

from hrreport.model.change import PassageReference
from hrreport.model.finding import Figure, Finding, Kind
from hrreport.model.locator import Locator
from hrreport.model.matrix import Cell, Excerpt
from hrreport.model.report import Paragraph

DEAD, HURT = Figure("12", 12.0), Figure("40", 40.0)


@pytest.mark.parametrize(
    ("kind", "figures", "shown"),
    [(Kind.ABUSE, (DEAD, HURT), DEAD), (Kind.ABUSE, (), None), (Kind.RESPONSE, (DEAD,), None)],
)
def test_only_the_first_figure_of_an_abuse_is_shown(
    kind: Kind, figures: tuple[Figure, ...], shown: Figure | None
) -> None:
    finding = Finding(Locator("1.a", 1, 1), "Soldiers shot 12 and hurt 40.", None, kind, key=True, figures=figures)
    assert Cell(finding=finding).figure == shown
    assert Cell().figure is None


def test_an_excerpt_locates_its_paragraphs_in_its_section() -> None:
    paragraph = Paragraph(7, "Cells were cold.")
    excerpt = Excerpt(PassageReference("1.c/prisons", "Prisons", "Cells"), ("c. Torture", "Prisons"), (paragraph,))
    assert excerpt.locate(paragraph) == Locator("1.c/prisons", 7)
