"""The table of contents of a stored report, and the hash of its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.codec.stored import encode_report
from hrreport.errors import LibraryError
from hrreport.library.contents import contents_of, pack_contents, text_hash, unpack_contents, words_of
from hrreport.library.packing import pack_text
from hrreport.model.report import Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Snapshot

    Make = Callable[..., Report]
    Analyse = Callable[[Report], Analysis]


def test_every_paragraph_is_found_in_the_stored_text(make_report: Make, make_analysis: Analyse) -> None:
    report = make_report()
    stored = encode_report(report)
    contents = contents_of(report, make_analysis(report), stored)
    assert [(contents.locator(p), words_of(stored, p)) for p in contents.passages] == [
        (section.locate(p), p.text) for section, p in report.passages()
    ]


def test_texts_that_repeat_or_are_hard_to_quote_are_found(make_report: Make, make_analysis: Analyse) -> None:
    texts = ("", "Same.", '"Quoted" \\ back', "Same.", "“é” \U0001f54a", "", "Same")
    section = Section("1.a", "a", "Same.", 3, tuple(Paragraph(n, text) for n, text in enumerate(texts, start=1)))
    report = replace(make_report(), title="Same.", sections=(section,))
    stored = encode_report(report)
    contents = contents_of(report, make_analysis(report), stored)
    assert [words_of(stored, p) for p in contents.passages] == list(texts)


def test_it_is_packed_and_unpacked_without_loss(make_report: Make, make_analysis: Analyse) -> None:
    report = make_report()
    contents = contents_of(report, make_analysis(report), encode_report(report))
    assert unpack_contents(pack_contents(contents)) == contents


@pytest.mark.parametrize("text", ["", "[]", "[[],[[1]]]", "[[[1]],[]]", "[[],[[0,1,2,3]]]"])
def test_a_damaged_one_is_an_error_of_ours(text: str) -> None:
    with pytest.raises(LibraryError, match="table of contents cannot be read"):
        unpack_contents(pack_text(text))


def test_a_place_without_a_text_is_an_error_of_ours(make_report: Make, make_analysis: Analyse) -> None:
    report = make_report()
    stored = encode_report(report)
    passage = contents_of(report, make_analysis(report), stored).passages[0]
    with pytest.raises(LibraryError, match="a paragraph cannot be found"):
        words_of(stored, passage._replace(end=passage.end - 1))


def test_the_hash_is_of_the_words(make_report: Make, make_snapshot: Callable[..., Snapshot]) -> None:
    report = make_report()
    assert text_hash(report) == text_hash(make_report(snapshot=make_snapshot(b"another page")))
    assert text_hash(report) == text_hash(replace(report, title="Another title", published=""))
    assert text_hash(report) != text_hash(make_report(words={"sailors": "sailor"}))
    first, *others = report.sections
    for other in (
        replace(first, heading="Summary"),
        replace(first, as_printed="SUMMARY"),
        replace(first, paragraphs=()),
    ):
        assert text_hash(report) != text_hash(replace(report, sections=(other, *others)))
    assert text_hash(report) != text_hash(replace(report, sections=(*others, first)))
