"""Notices that come with a report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.wording.notices import SAMPLE_NOTICE, brief_notices, notices

if TYPE_CHECKING:
    from hrreport.model.report import Report


def test_the_abridgement_says_what_it_is_before_all_else(arcadia: Report) -> None:
    assert notices(arcadia) == brief_notices(arcadia) == ["Section 3 is missing."]
    sample = replace(arcadia, provenance=replace(arcadia.provenance, origin="sample"))
    assert notices(sample) == [SAMPLE_NOTICE, "Section 3 is missing."]
