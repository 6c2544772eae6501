"""Texts of one report: which there are, and what changed from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.errors import NotFoundError
from hrreport.model.country import ReportId
from hrreport.pipeline.obtain import obtain
from hrreport.pipeline.revisions import obtain_revision, revisions_of
from hrreport.wording.revisions import describe_revision

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrreport.library.library import Library
    from hrreport.model.holding import RevisionChange
    from hrreport.pipeline.context import Context

KENYA = ReportId("kenya", 2023)


@pytest.fixture
def texts(context: Context, put: Callable[..., Path], library: Library) -> Callable[..., tuple[RevisionChange, ...]]:
    """Fetch Kenya's report, then again with some words changed, and return its texts."""
    from dataclasses import replace

    def made(**words: str) -> tuple[RevisionChange, ...]:
        put("kenya")
        obtain(KENYA, context)
        if words:
            put("kenya", **words)
            obtain(KENYA, replace(context, refresh=True))
        return revisions_of(KENYA, library, context)

    return made


def test_one_text_has_none_before_it(texts: Callable[..., tuple[RevisionChange, ...]]) -> None:
    (only,) = texts()
    assert (only.first, only.pairs, describe_revision(only)) == (True, (), "")


def test_sentences_that_changed_are_told(texts: Callable[..., tuple[RevisionChange, ...]]) -> None:
    before, after = texts(**{"49 crisis centers": "50 crisis centers"})
    assert (before.first, after.first) == (True, False)
    (pair,) = after.pairs
    assert pair.kind == "reworded"
    assert describe_revision(after) == "1 sentence reworded"


def test_other_headings_are_a_change_without_sentences(texts: Callable[..., tuple[RevisionChange, ...]]) -> None:
    _, after = texts(**{">B. DISAPPEARANCE<": ">b. Disappearance<"})
    assert after.pairs == ()
    assert describe_revision(after) == "other headings, same sentences"


def test_each_text_can_be_had(
    texts: Callable[..., tuple[RevisionChange, ...]], library: Library, context: Context
) -> None:
    texts(**{"49 crisis centers": "50 crisis centers"})
    first = obtain_revision(KENYA, 1, library, context)
    assert any("49 crisis centers" in p.text for _, p in first.report.passages())
    with pytest.raises(NotFoundError, match="no revision 3"):
        obtain_revision(KENYA, 3, library, context)
    assert len(revisions_of(KENYA, library, context)) == 2


def test_what_is_not_stored_is_named(library: Library, context: Context) -> None:
    with pytest.raises(NotFoundError, match="is not in the library"):
        revisions_of(KENYA, library, context)
    with pytest.raises(NotFoundError, match="is not in the library"):
        obtain_revision(KENYA, 1, library, context)
