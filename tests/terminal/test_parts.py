"""Parts that views are put together from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.model.finding import Assessment
from hrreport.terminal.document import Document
from hrreport.terminal.parts import describe_retrieval, head, heading, labeled, legend, mark, warnings
from hrreport.terminal.spans import StyledSpan
from hrreport.wording.notices import SAMPLE_PINNED

if TYPE_CHECKING:
    from hrreport.model.report import Report


@pytest.mark.parametrize(
    ("section", "sign", "lines"),
    [
        ("1", True, ["", "─" * 60, "● Section 1. Respect for the Integrity of the Person § 1", " " * 56 + "tail"]),
        ("1", False, ["", "─" * 60, "Section 1. Respect for the Integrity of the Person § 1  tail"]),
        ("1.b", True, ["", "● b. Disappearance § 1.b".ljust(56) + "tail"]),
    ],
)
def test_numbered_sections_have_a_rule_and_lettered_ones_an_empty_line(
    arcadia: Report, section: str, sign: bool, lines: list[str]
) -> None:
    shape = StyledSpan("●", "serious") if sign else StyledSpan(" ")
    shown = Document(tuple(heading(arcadia.section(section), shape, "tail"))).plain(60)
    assert shown.splitlines() == lines


def test_a_brief_head_says_when_and_from_where_in_a_line(arcadia: Report) -> None:
    (whole,) = head(arcadia, "Arcadia")
    brief = Document((whole,), header="brief").plain(100).splitlines()
    assert brief[0] == "Arcadia 2023"
    assert brief[2] == "Published 22 April 2024; retrieved 3 May 2025, from www.state.gov"
    assert brief[-1] == "! Section 3 is missing."
    assert Document((whole,)).pinned == "1 notice at the beginning"
    sample = replace(arcadia, provenance=replace(arcadia.provenance, origin="sample"))
    (abridged,) = head(sample, "Arcadia")
    assert Document((abridged,)).pinned == SAMPLE_PINNED
    assert "hrreport (not the Department of State)" in Document((abridged,), header="brief").plain()
    assert describe_retrieval(arcadia) == "retrieved 3 May 2025, from www.state.gov"


def test_marks_are_explained_and_that_of_unknown_extent_only_where_it_is() -> None:
    unknown = Assessment("abuses-reported")
    assert mark(unknown).text == "■"
    assert "■" not in Document(tuple(legend())).plain()
    assert "■ abuses reported, extent not known" in Document(tuple(legend([unknown]))).plain()


def test_notices_have_one_empty_line_above_them_and_labels_a_colon() -> None:
    assert Document(warnings(("One.", "Two."))).plain() == "\n! One.\n! Two.\n"
    assert "".join(span.text for span in labeled("Label", "text")) == "Label: text"
    assert "".join(span.text for span in labeled(None, "text")) == "text"
