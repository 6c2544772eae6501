"""A page that was saved by hand, kept beside what was fetched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import LibraryError
from hrreport.model.country import ReportId
from hrreport.pipeline.add import add_page
from hrreport.pipeline.obtain import obtain
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrreport.library.library import Library
    from hrreport.pipeline.context import Context

    Put = Callable[..., Path]

KENYA = ReportId("kenya", 2023)


def test_a_page_added_by_hand_is_kept_beside_what_was_fetched(context: Context, put: Put, library: Library) -> None:
    page = put("kenya")
    obtain(KENYA, context)
    text = page.read_text(encoding="utf-8").replace("49 crisis centers", "50 crisis centers").replace(SAMPLE_NOTICE, "")
    saved = page.with_name("saved.html")
    saved.write_text(text, encoding="utf-8")
    add_page(saved, KENYA, context, force=True)
    assert len(library.revisions(KENYA)) == 2
    with pytest.raises(LibraryError, match="was not added"):
        add_page(saved, KENYA, replace(context, library=None))
