"""Every match, against a search by regular expression that tries everything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from hrreport.quoting import index_report
from hrreport.quoting.matching import MOST_REPLACED, find_all
from hrreport.quoting.quotation import Bracket, Omission, PatchedWord, WordRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.quoting.quotation import Element

letters = st.lists(st.sampled_from("abc"), min_size=1, max_size=3)
runs = letters.map(lambda words: WordRun(" ".join(words), tuple(words)))
marks = st.sampled_from((Omission("..."), Bracket("[x]"), PatchedWord("[a]")))


def naive_starts(words: Sequence[str], elements: Sequence[Element], sections: Sequence[tuple[int, int]]) -> set[int]:
    """Where the elements fit, each word a letter, found by backtracking."""
    pattern = ""
    for element in elements:
        if isinstance(element, WordRun):
            pattern += "".join(element.words)
        elif isinstance(element, PatchedWord):
            pattern += "."
        elif isinstance(element, Bracket):
            pattern += f".{{0,{MOST_REPLACED}}}?"
        else:
            pattern += ".*?"
    whole = "".join(words)
    starts = set()
    for begin, end in sections:
        starts |= {n for n in range(begin, end) if re.compile(pattern).match(whole, n, end)}
    return starts


@given(st.text("abc", min_size=1, max_size=40), st.lists(runs | marks, min_size=1, max_size=5))
def test_every_place_is_found_and_no_other(text: str, elements: list[Element]) -> None:
    elements = [WordRun("a", ("a",)), *elements, WordRun("b", ("b",))]
    index = index_report(build_report(text))
    found = find_all(index, elements)
    starts = naive_starts(index.words, elements, [(0, len(index.words))])
    assert {match.first for match in found} <= starts
    assert bool(found) is bool(starts)
    for match in found:
        for element, a, b in zip(elements, match.bounds, match.bounds[1:], strict=False):
            if isinstance(element, WordRun):
                assert tuple(index.words[a:b]) == element.words
            elif isinstance(element, Bracket):
                assert 0 <= b - a <= MOST_REPLACED
            else:
                assert b - a >= isinstance(element, PatchedWord)


@given(st.text("abc", min_size=1, max_size=40), runs)
def test_plain_words_are_found_at_every_place(text: str, run: WordRun) -> None:
    index = index_report(build_report(text))
    expected = [n for n in range(len(text)) if text.startswith("".join(run.words), n)]
    assert [match.first for match in find_all(index, [run])] == expected


def build_report(text: str) -> Any:
    from datetime import UTC, datetime

    from hrreport.model.country import ReportId
    from hrreport.model.report import Paragraph, Report, Section
    from hrreport.model.retrieval import Provenance

    paragraph = Paragraph(1, " ".join(text))
    provenance = Provenance("", "", datetime(2024, 5, 1, tzinfo=UTC), "file", "00")
    return Report(ReportId("arcadia", 2023), "", "", (Section("1", "", "", 2, (paragraph,)),), provenance)


def test_an_omission_stays_within_its_section(shelf: Any) -> None:
    index = shelf.index
    across: list[Element] = [WordRun("shepherd", ("shepherd",)), Omission("..."), WordRun("suspect", ("suspect",))]
    assert find_all(index, across) == []
    within: list[Element] = [WordRun("shepherd", ("shepherd",)), Omission("..."), WordRun("kitchens", ("kitchens",))]
    assert len(find_all(index, within)) == 1
