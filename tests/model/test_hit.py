"""Excerpts of hits: the part of a paragraph that shows best what was found."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from hrreport.model.country import ReportId
from hrreport.model.hit import Hit, HitSpan
from hrreport.model.locator import Locator
from hrreport.model.retrieval import Provenance

SOURCE = Provenance("", "", datetime(2024, 5, 1, tzinfo=UTC), "file", "")


def hit_of(text: str, *words: str) -> Hit:
    spans = tuple(sorted(HitSpan(text.index(word), text.index(word) + len(word)) for word in words))
    place = (ReportId("sealand", 2023), Locator("1.c", 1))
    return Hit(*place, (), None, text, spans, (), (), 1.0, (), (), "", "", SOURCE)


LONG = "word " * 40 + "alpha beta " + "other " * 40 + "gamma"


def test_a_short_paragraph_is_shown_whole() -> None:
    excerpt = hit_of("All of it is here.", "all"[:0]).excerpt()
    assert (excerpt.text, excerpt.from_start, excerpt.to_end) == ("All of it is here.", True, True)


def test_the_part_with_most_words_met_is_shown() -> None:
    excerpt = hit_of(LONG, "alpha", "beta", "gamma").excerpt(60)
    assert [excerpt.text[s.start : s.end] for s in excerpt.highlights] == ["alpha", "beta"]
    assert (excerpt.from_start, excerpt.to_end) == (False, False)


def test_the_end_of_a_paragraph_is_shown_to_its_end() -> None:
    excerpt = hit_of(LONG, "gamma").excerpt(60)
    assert excerpt.text.endswith("other gamma")
    assert excerpt.to_end


def test_a_paragraph_without_words_met_is_shown_from_its_start() -> None:
    excerpt = hit_of(LONG).excerpt(60)
    assert excerpt.text == "word " * 11 + "word"
    assert excerpt.from_start


def test_a_word_longer_than_the_excerpt_is_cut() -> None:
    assert len(hit_of("x" * 500).excerpt(60).text) == 60
    assert hit_of("y " * 100 + "x" * 500, "x" * 500).excerpt(60).text


words = st.lists(st.sampled_from(["a", "bb", "ccc", "dddddd", "eeeeeeeeeeee"]), min_size=1, max_size=60)


@given(words, st.integers(20, 80), st.data())
def test_an_excerpt_is_a_part_of_the_paragraph_cut_between_words(
    parts: list[str], width: int, data: st.DataObject
) -> None:
    text = " ".join(parts)
    starts = [sum(len(p) + 1 for p in parts[:n]) for n in range(len(parts))]
    chosen = data.draw(st.sets(st.integers(0, len(parts) - 1), max_size=5))
    spans = tuple(HitSpan(starts[n], starts[n] + len(parts[n])) for n in sorted(chosen))
    place = (ReportId("sealand", 2023), Locator("1.c", 1))
    excerpt = Hit(*place, (), None, text, spans, (), (), 1.0, (), (), "", "", SOURCE).excerpt(width)
    assert f" {excerpt.text} " in f" {text} "
    assert len(excerpt.text) <= width
    assert bool(excerpt.highlights) == bool(spans)
    met = {text[s.start : s.end] for s in spans}
    assert {excerpt.text[s.start : s.end] for s in excerpt.highlights} <= met
