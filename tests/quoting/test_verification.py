"""Quotations held against a report, by hand and by law."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hrreport.errors import InputError
from hrreport.quoting import verify, verify_anywhere, verify_in
from hrreport.quoting.quotation_words import is_word, spans_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from hrreport.model.locator import Locator
    from hrreport.model.quotation import Verdict
    from hrreport.model.report import Report

CASES = tomllib.loads((Path(__file__).parent / "verdicts.toml").read_text(encoding="utf-8"))["case"]

OMISSIONS = ("...", "…", ". . .", "[...]", "[…]", "(...)", "* * *")
SHAPES = ('“”„"', "’'‘", "-–—‑")


def shown(place: Locator) -> str:
    if place.paragraph is None:
        return place.section
    return f"{place.section}-p{place.paragraph}-s{place.sentence}"


def only_words(text: str) -> list[str]:
    return [word for word in words_of(text) if is_word(word)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_quotation_has_the_verdict_written_by_hand(case: dict[str, Any], shelf: Any) -> None:
    verdict = verify_in(shelf.index, case["quotation"])
    assert [[shown(place) for place in found.locators] for found in verdict.places] == case.get("places", [])
    if verdict.found:
        compare_place(verdict, case)
    assert [part.found for part in verdict.parts] == case.get("parts", [])
    assert verdict.scattered is case.get("scattered", False)
    assert list(verdict.conventions) == case.get("conventions", [])
    assert verdict.judgment == case.get("judgment", expected_judgment(case))
    near = verdict.nearest
    assert (near is not None) is (case.get("nearest", "differences" in case))
    if near is not None and not case.get("loose"):
        assert [[w.mark, w.quoted, w.printed] for w in near.differences] == case["differences"]
        assert [[w.quoted.strip(), w.printed] for w in near.words if w.mark == "bracketed"] == case.get("bracketed", [])
        assert near.only == case.get("only", "")


def expected_judgment(case: dict[str, Any]) -> str:
    """What a verdict comes to where the case does not say it: read off what it says."""
    if "places" in case:
        return "altered-as-marked" if "gaps" in case or "alterations" in case else "exact"
    return "differs" if "differences" in case or any(case.get("parts", [])) else "not-found"


def compare_place(verdict: Verdict, case: dict[str, Any]) -> None:
    place = verdict.places[0]
    assert [[gap.words, gap.text] for gap in place.gaps] == case.get("gaps", [])
    assert [gap.crosses for gap in place.gaps] == case.get("crosses", [0] * len(place.gaps))
    assert [[a.kind, a.quoted, a.printed] for a in place.alterations] == case.get("alterations", [])
    assert [[c.phrase, c.kind, c.place] for c in place.caveats] == case.get("caveats", [])
    assert place.marks_differ is case.get("marks_differ", False)
    assert place.text == case.get("text", place.text)
    if "sentences" in case:
        assert [found.sentences for found in verdict.places] == case["sentences"]


def test_every_sentence_stands_at_its_own_place(shelf: Any) -> None:
    for place, text in shelf.sentences:
        assert (place,) in [found.locators for found in verify_in(shelf.index, text).places]


def test_every_paragraph_stands_at_its_own_place_with_and_without_its_label(shelf: Any) -> None:
    for section, paragraph in shelf.report.passages():
        own = tuple(section.locate(paragraph, n) for n in range(1, len(paragraph.starts) + 1))
        for text in (paragraph.text, paragraph.printed):
            assert own in [found.locators for found in verify_in(shelf.index, text).places]


def test_what_is_shown_of_a_place_is_what_is_printed_there(shelf: Any) -> None:
    for place, text in shelf.sentences:
        words = text.split()
        for found in verify_in(shelf.index, " ".join(words[1:-1]) or text).places:
            if found.locators == (place,):
                assert found.sentences.endswith(text)
                assert found.text in text


@given(number=st.integers(0), at=st.integers(0))
def test_any_changed_word_fails_and_is_marked(number: int, at: int, shelf: Any) -> None:
    _, text = shelf.sentences[number % len(shelf.sentences)]
    spans = [span for span, word in zip(spans_of(text), words_of(text), strict=True) if is_word(word)]
    assume(len(spans) > 3 and "…" not in text)
    begin, end = spans[at % len(spans)]
    verdict = verify_in(shelf.index, f"{text[:begin]}zebra{text[end:]}")
    assert not verdict.found
    near = [v.nearest for v in (verdict, *verdict.parts) if v.nearest]
    assert [(w.mark, w.quoted.strip("“ "), w.printed.strip("“ ")) for n in near for w in n.differences] == [
        ("changed", "zebra", text[begin:end])
    ]
    assert all(shelf.report.text_at(n.locators[0]) == text for n in near)


@given(number=st.integers(0), at=st.integers(0))
def test_any_word_left_out_fails_and_is_marked(number: int, at: int, shelf: Any) -> None:
    _, text = shelf.sentences[number % len(shelf.sentences)]
    spans = [span for span, word in zip(spans_of(text), words_of(text), strict=True) if is_word(word)]
    assume(len(spans) > 4 and "…" not in text)
    begin, end = spans[1:-1][at % (len(spans) - 2)]
    verdict = verify_in(shelf.index, text[:begin] + text[end:])
    assert not verdict.found
    near = [v.nearest for v in (verdict, *verdict.parts) if v.nearest]
    (difference,) = [w for n in near for w in n.differences]
    assert (difference.mark, difference.quoted) == ("missing", "")
    assert words_of(difference.printed) == words_of(text[begin:end])


@given(number=st.integers(0), first=st.integers(1, 60), dropped=st.integers(0, 60), dots=st.sampled_from(OMISSIONS))
def test_a_dropped_middle_with_an_ellipsis_verifies_and_tells_the_gap(
    number: int, first: int, dropped: int, dots: str, shelf: Any
) -> None:
    passages = [p.text for _, p in shelf.report.passages() if not set("…[") & set(p.text)]
    text = passages[number % len(passages)]
    words = text.split()
    assume(first < len(words) and first + dropped < len(words))
    left_out = " ".join(words[first : first + dropped])
    quotation = f"{' '.join(words[:first])} {dots} {' '.join(words[first + dropped :])}"
    gaps = [place.gaps for place in verify_in(shelf.index, quotation).places]
    omitted = [" ".join(only_words(gap.text)) for (gap,) in gaps]
    assert " ".join(only_words(left_out)) in omitted or min(map(len, omitted)) < len(left_out)
    assert all(gap.words == len(only_words(gap.text)) for (gap,) in gaps)


@given(number=st.integers(0), seed=st.randoms(use_true_random=False))
def test_the_shape_of_quotation_marks_dashes_and_space_does_not_matter(number: int, seed: Random, shelf: Any) -> None:
    place, text = shelf.sentences[number % len(shelf.sentences)]
    shaped = "".join(
        seed.choice(next((kind for kind in SHAPES if c in kind), (c,))) if c != " " else seed.choice((" ", "  ", "\n"))
        for c in text
    )
    places = verify_in(shelf.index, shaped).places
    assert (place,) in [found.locators for found in places]
    assert not any(found.marks_differ for found in places)


@given(number=st.integers(0), at=st.integers(0))
def test_quotation_and_passage_are_given_back_whole(number: int, at: int, shelf: Any) -> None:
    _, text = shelf.sentences[number % len(shelf.sentences)]
    words = text.split()
    words[at % len(words)] = "«zebra—zebra»"
    verdict = verify_in(shelf.index, " ".join(words))
    for each in (verdict, *verdict.parts):
        if each.nearest:
            assert "".join(w.quoted for w in each.nearest.words).strip() == each.quotation.strip()
            assert each.nearest.text in "\n\n".join(unit.text for unit in shelf.index.units)
            assert 0 < each.nearest.likeness <= 1


@given(text=st.text(st.sampled_from("ab [].…*()'\"“”-– \n1,"), max_size=80))
def test_any_text_has_a_verdict_or_is_refused(text: str, shelf: Any) -> None:
    report = shelf.build("= 1 | 1 | a\nab a [b] a… b. a’b 1,1 “a” – b\na a a b (b)")
    try:
        verdict = verify(report, text)
    except InputError:
        return
    assert verdict.found or verdict.nearest is None or verdict.nearest.words


@pytest.mark.parametrize("text", ["", "   ", "“”", "[sic]", "... [they] ...", "—", "?!"])
def test_a_quotation_without_words_is_refused(text: str, shelf: Any) -> None:
    with pytest.raises(InputError, match="no words to look for"):
        verify_in(shelf.index, text)


def test_more_marks_than_anybody_writes_are_refused(shelf: Any) -> None:
    with pytest.raises(InputError, match="more than 200 ellipses and brackets"):
        verify_in(shelf.index, "the ... police [then] " * 300)


def test_the_bundled_abridgement_verifies_nothing(shelf: Any) -> None:
    sample = replace(shelf.report, provenance=replace(shelf.report.provenance, origin="sample"))
    with pytest.raises(InputError, match="bundled abridgement of arcadia 2023"):
        verify(sample, "Heating worked until midnight.")
    assert list(verify_anywhere([sample], "Heating worked until midnight.")) == []


def test_a_report_need_not_be_indexed_before(shelf: Any) -> None:
    assert verify(shelf.report, "Heating worked") == verify_in(shelf.index, "Heating worked")


def test_of_very_many_places_a_hundred_are_described_and_the_others_counted(shelf: Any) -> None:
    report = shelf.build("= 1 | 1 | Life\n" + "The police came. \n" * 130)
    verdict = verify(report, "The police came.")
    assert (len(verdict.places), verdict.more) == (100, 30)


@pytest.mark.parametrize(
    "quotation",
    [
        "zebra " * 50_000,
        "the police [of the town] " * 190,
        "the " * 50_000,
        "the ... " * 190 + "the",
        "[t]he " * 190 + "the",
        "'the' " * 20_000,
        "a" * 200_000,
        "[" * 50_000 + "the",
        "the" + "." * 50_000,
        " ".join(f"w{n}" for n in range(50_000)),
    ],
    ids=lambda text: text[:20],
)
def test_a_hostile_quotation_has_an_ordinary_verdict(quotation: str, shelf: Any) -> None:
    verdict = verify_in(shelf.index, quotation)
    assert verdict.quotation
    assert all(place.locators for place in verdict.places)


def test_a_long_quotation_is_followed_through_the_whole_report(shelf: Any) -> None:
    text = "\n".join(unit.text for unit in shelf.index.units)
    verdict = verify_in(shelf.index, text)
    assert len(verdict.places) == 1
    assert len(verdict.places[0].locators) == len(shelf.sentences) + sum(1 for _ in shelf.report.walk())


class TestAnywhere:
    """A quotation held against many reports."""

    def reports(self, shelf: Any) -> list[Report]:
        others = [
            shelf.build(f"= 1 | 1 | Life\nHeating worked until {hour}. The police came twice.", f"isle-{n}")
            for n, hour in enumerate(("noon", "midnight", "eight"))
        ]
        return [*others, shelf.report]

    def test_every_report_that_has_it_is_given_in_order(self, shelf: Any) -> None:
        verdicts = list(verify_anywhere(self.reports(shelf), "Heating worked until midnight."))
        assert [v.id.country for v in verdicts] == ["isle-1", "arcadia"]
        assert all(v.found for v in verdicts)

    def test_reports_are_read_one_after_the_other(self, shelf: Any) -> None:
        read: list[str] = []

        def each() -> Iterator[Report]:
            for report in self.reports(shelf):
                read.append(report.id.country)
                yield report

        assert next(verify_anywhere(each(), "Heating worked until midnight.")).id.country == "isle-1"
        assert read == ["isle-0", "isle-1"]

    def test_where_it_stands_nowhere_the_nearest_of_all_is_given(self, shelf: Any) -> None:
        (verdict,) = verify_anywhere(self.reports(shelf), "Heating worked until eight. Police came twice.")
        assert not verdict.found
        assert verdict.id.country == "isle-2"
        assert verdict.nearest is not None

    def test_of_parts_that_stand_somewhere_the_report_with_most_is_given(self, shelf: Any) -> None:
        (verdict,) = verify_anywhere(self.reports(shelf), "Heating worked until noon ... came ... zebras")
        assert verdict.id.country == "isle-0"
        assert [part.found for part in verdict.parts] == [True, True, False]

    def test_a_report_with_all_the_words_in_another_order_does_not_have_it(self, shelf: Any) -> None:
        (verdict,) = verify_anywhere(self.reports(shelf), "Heating worked until noon. Police twice came.")
        assert not verdict.found
        report = shelf.build("= 1 | 1 | Life\nThe police came until noon. Heating worked twice.", "isle-9")
        assert not any(v.found for v in verify_anywhere([report], "Heating worked until noon. The police came twice."))

    def test_where_nothing_comes_near_nothing_is_given(self, shelf: Any) -> None:
        assert list(verify_anywhere(self.reports(shelf), "Zebras grazed quietly beside the runway.")) == []

    def test_the_words_are_checked_before_any_report_is_read(self) -> None:
        with pytest.raises(InputError):
            next(verify_anywhere([], "…"))
