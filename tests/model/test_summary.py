"""What of a summary is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.finding import Brief
from hrreport.model.summary import BriefSummary

if TYPE_CHECKING:
    from hrreport.model.summary import Summary


def test_sentences_are_those_of_the_digests_or_of_the_overview_alone(arcadia_summary: Summary) -> None:
    every = tuple(finding for digest in arcadia_summary.digests for finding in digest.sentences)
    assert arcadia_summary.sentences == every
    overview = BriefSummary(sentences=every[:1])
    assert replace(arcadia_summary, overview=overview, in_brief=True).sentences == every[:1]
    assert replace(arcadia_summary, overview=None, in_brief=True).sentences == every


def test_a_sentence_of_the_verdict_in_brief_is_not_shown_again(arcadia_summary: Summary) -> None:
    plain = replace(arcadia_summary, overview=None, brief=Brief())
    digest = next(digest for digest in plain.digests if digest.sentences)
    named = replace(plain, brief=Brief(issues=tuple(finding.locator for finding in digest.sentences)))
    assert plain.beyond_the_brief == plain.digests
    assert digest.section not in {each.section for each in named.beyond_the_brief}
    one = replace(plain, brief=Brief(change=digest.sentences[0].locator)).beyond_the_brief
    assert sum(each.shown_in_brief for each in one) == 1
