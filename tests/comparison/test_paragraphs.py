"""Paragraphs that answer each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.comparison.changes import compare_reports

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

A, B, C, D = (
    "Guards in Gallow beat boatmen with oars.",
    "Nobody was charged with beating boatmen.",
    "Cells in Lindmoor were cold all winter.",
    "Inmates in Lindmoor shared their blankets.",
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([f"{A} {B}", C], [f"{A} {B}", C], [("same", (1,), (1,)), ("same", (2,), (2,))]),
        ([f"{A} {B}", C], [A, C], [("reworded", (1,), (1,)), ("same", (2,), (2,))]),
        ([A, C], [f"{A} {C}"], [("merged", (1, 2), (1,))]),
        ([f"{A} {C}"], [A, C], [("split", (1,), (1, 2))]),
        ([A, C], [C, D], [("removed", (1,), ()), ("same", (2,), (1,)), ("added", (), (2,))]),
        ([f"{A} {B}", f"{C} {D}"], [f"{A} {C}", f"{D} {B}"], [("reworded", (1,), (1,)), ("reworded", (2,), (2,))]),
    ],
)
def test_paragraphs_are_bound_by_the_sentences_that_they_share(
    build: Callable[..., Report],
    old: list[str],
    new: list[str],
    expected: list[tuple[str, tuple[int, ...], tuple[int, ...]]],
) -> None:
    heading = "1.c Torture | torture"
    before, after = build(2022, "\n".join([heading, *old])), build(2023, "\n".join([heading, *new]))
    (change,) = compare_reports(before, after).changes
    found = [(p.kind, tuple(x.paragraph for x in p.old), tuple(x.paragraph for x in p.new)) for p in change.paragraphs]
    assert found == expected
