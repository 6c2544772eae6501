"""The words of a report, and where each of them is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from hrreport.quoting.quotation_index import index_report, printed_units, read_page


def test_a_word_has_the_numbers_at_which_it_is(shelf: Any) -> None:
    index = shelf.index
    assert all(index.words[n] == word for word, numbers in index.positions.items() for n in numbers)
    assert sum(map(len, index.positions.values())) == len(index.words)
    assert list(index.folded) == [word.casefold() for word in index.words]


def test_headings_and_paragraphs_are_units_in_the_order_of_the_page(shelf: Any) -> None:
    assert [unit.text for unit in shelf.index.units] == [text for _, _, text in printed_units(shelf.report)]
    assert [shelf.index.unit_at(unit.first) for unit in shelf.index.units] == list(range(len(shelf.index.units)))


def test_sentences_and_sections_cover_every_word(shelf: Any) -> None:
    for spans in (list(shelf.index.sentences()), list(shelf.index.sections())):
        assert (spans[0][0], spans[-1][1]) == (0, len(shelf.index.words))
        assert all(end == begin for (_, end), (begin, _) in pairwise(spans))


def test_units_are_read_as_one_text_with_the_places_of_words_and_sentences(shelf: Any) -> None:
    index = shelf.index
    first, last = index.positions["Heating"][0], index.positions["monitors"][0]
    page = read_page(index, first, last)
    begin, end = page.spans[first - page.first]
    assert page.text[begin:end] == "Heating"
    _, locator = page.sentences[page.sentence_at(begin)]
    assert (str(locator), locator.sentence) == ("§ 1.c ¶ 6", 2)
    assert page.text[: page.sentence_end(page.sentence_at(begin))].endswith("Heating worked until midnight.")


def test_headings_that_are_shown_in_other_letters_have_an_index_of_their_own(shelf: Any) -> None:
    assert shelf.index.headings is None
    first, *others = shelf.report.sections
    shouted = index_report(replace(shelf.report, sections=(replace(first, as_printed="EXECUTIVE SUMMARY"), *others)))
    assert shouted.words[:2] == ["EXECUTIVE", "SUMMARY"]
    assert shouted.headings is not None
    assert list(shouted.headings.words) == ["Executive", "Summary"]
