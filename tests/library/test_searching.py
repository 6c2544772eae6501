"""Searching: what is met, in which order, how it is narrowed, shown and counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.library import searching
from hrreport.model.country import ReportId
from hrreport.model.finding import Kind
from hrreport.model.hit import Query, Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.library.library import Library
    from hrreport.model.finding import Analysis
    from hrreport.model.hit import Hit
    from hrreport.model.report import Report

    Make = Callable[..., Report]
    Store = Callable[..., str]


@pytest.fixture
def shelf(library: Library, make_report: Make, store: Store) -> Library:
    """Four reports: two real slugs, for the regions, in two editions."""
    for country in ("kazakhstan", "uganda"):
        for year in (2022, 2023):
            store(library, make_report(country, year))
    return library


def met(library: Library, text: str, **filters: object) -> list[str]:
    """Where in Kazakhstan's report of 2023 a query is met, the best first."""
    query = Query(text, countries=("kazakhstan",), years=(2023,), **filters)  # type: ignore[arg-type]  # by name
    return [str(hit.locator) for hit in library.search(query).hits]


def shown(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def only_hit(library: Library, text: str, **options: int) -> Hit:
    (hit,) = library.search(Query(text, countries=("kazakhstan",), years=(2023,), **options)).hits  # type: ignore[arg-type]
    return hit


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ombudsman", ["§ 1.c ¶ 4"]),
        ("OMBUDSMAN consul", ["§ 1.c ¶ 4"]),
        ("ombudsman sailors", []),
        ('"harbor guards" sailors', ["§ 1.c ¶ 1"]),
        ('"guards harbor"', []),
        ("ombuds*", ["§ 1.c ¶ 4"]),
        ("ombuds", []),
        ("NEAR(guards sailors, 5)", ["§ 1.c ¶ 1"]),
        ("NEAR(constitution sailors, 5)", []),
        ("guards NOT sailors NOT court", ["§ summary ¶ 2"]),
        ("ombudsman OR opinions", ["§ 1.d ¶ 2", "§ 1.c ¶ 4"]),
        ("capljanowo", ["§ 1.c ¶ 2"]),
        ("Čapljanowo", ["§ 1.c ¶ 2"]),
        ("1200", ["§ 1.c ¶ 1"]),
        ("1,200", ["§ 1.c ¶ 1"]),
        ("200", []),
        ("3.5", ["§ 1.d ¶ 1"]),
        ("didn't", ["§ 1.c ¶ 3"]),
        ("didn’t", ["§ 1.c ¶ 3"]),
        ("prisoners' families", ["§ 1.c ¶ 3"]),
        ("US", ["§ 1.c ¶ 4"]),
        ("u.s. consul", ["§ 1.c ¶ 4"]),
    ],
)
def test_a_query_is_met_where_a_reader_expects_it(shelf: Library, text: str, places: list[str]) -> None:
    assert met(shelf, text) == places


@pytest.mark.parametrize(
    "text",
    ["pretrial", "pre-trial", '"pre trial"', "pre trial", "pretri*", '"pretrial detention"', '"pre trial deten"*'],
)
def test_joined_hyphenated_and_parted_spellings_find_each_other(shelf: Library, text: str) -> None:
    assert set(met(shelf, text)) >= {"§ 1.d ¶ 1", "§ summary ¶ 2"}


def test_words_side_by_side_are_joined_only_where_a_report_has_the_hyphen(shelf: Library) -> None:
    assert met(shelf, "news papers") == []
    assert len(met(shelf, "newspapers")) == 2


def test_a_heading_is_found_with_the_first_paragraph_below_it(shelf: Library) -> None:
    hit = only_hit(shelf, "integrity")
    assert str(hit.locator) == "§ 1.c ¶ 1"
    assert hit.highlights == ()
    assert [shown(h, spans) for h, spans in zip(hit.headings, hit.heading_highlights, strict=True)] == [
        ["Integrity"],
        [],
    ]


def test_a_label_is_found_and_weighs_more_than_a_word_of_the_text(shelf: Library) -> None:
    hit = only_hit(shelf, "libel")
    assert (hit.topic, shown(hit.topic or "", hit.topic_highlights)) == ("Libel/Slander Laws", ["Libel"])
    assert met(shelf, "laws OR slander")[0] == "§ 2.a ¶ 1"


def test_a_hit_shows_what_was_met_and_where_it_stands(shelf: Library) -> None:
    hit = only_hit(shelf, "1,200 sailors NOT ombudsman")
    assert hit.id == ReportId("kazakhstan", 2023)
    assert hit.headings == (
        "Section 1. Respect for the Integrity of the Person",
        "c. Torture and Other Cruel Treatment",
    )
    assert shown(hit.text, hit.highlights) == ["1,200", "sailors", "sailors"]
    assert hit.kinds == (Kind.LAW, Kind.ABUSE)
    assert hit.subjects == ("torture", "integrity")
    assert hit.title == "2023 Country Reports on Human Rights Practices: Kazakhstan"
    assert hit.published == "2024-04-22"
    assert hit.provenance.origin == "file"
    assert (hit.before, hit.after) == ((), ())


def test_words_that_are_unwanted_are_not_highlighted(shelf: Library) -> None:
    hit = only_hit(shelf, "ombudsman NOT (sailors OR nothing)")
    assert shown(hit.text, hit.highlights) == ["ombudsman"]


def test_context_stays_within_the_lettered_section(shelf: Library) -> None:
    hit = only_hit(shelf, "ombudsman", context=2)
    assert [str(n.locator) for n in hit.before] == ["§ 1.c ¶ 2", "§ 1.c ¶ 3"]
    assert hit.before[1].topic == "Administration"
    assert hit.after == ()


def test_the_newer_of_equals_comes_first(shelf: Library) -> None:
    hits = shelf.search(Query("ombudsman", countries=("uganda",))).hits
    assert [hit.id.year for hit in hits] == [2023, 2022]
    assert hits[0].score == hits[1].score > 0


def test_a_search_is_narrowed(shelf: Library) -> None:
    def total(**filters: object) -> int:
        return shelf.search(Query("guards", **filters)).total  # type: ignore[arg-type]  # by name

    assert total() == 12
    assert total(years=(2022,)) == 6
    assert total(years=(2023, 2021)) == 6
    assert total(years=(2021,)) == 0
    assert total(countries=("uganda", "kazakhstan")) == 12
    assert total(countries=("uganda",), regions=("sca",)) == 0
    assert total(regions=("sca", "eur")) == 6
    assert total(sections=("1",)) == 8
    assert total(sections=("1.d", "summary")) == 4
    assert total(topics=("torture",)) == 8
    assert total(kinds=(Kind.RESPONSE,)) == 4
    assert total(kinds=(Kind.RESPONSE, Kind.LAW), topics=("torture",), sections=("1.c",), years=(2022,)) == 4


def test_a_topic_includes_those_below_it(shelf: Library, make_report: Make, store: Store) -> None:
    narrower = next(topic for topic in records.topics() if topic.broader)
    report = make_report("uganda", 2021)
    summary = report.sections[0]
    summary = replace(summary, topics=(narrower.id,))
    store(shelf, replace(report, sections=(summary, *report.sections[1:])))
    assert shelf.search(Query("guards", topics=(narrower.broader,), years=(2021,))).total == 1


def test_filters_tell_whether_they_let_anything_through_whatever_the_words(shelf: Library) -> None:
    assert shelf.has_any(Query("zebras", sections=("1.d",)))
    assert shelf.has_any(Query("zebras", topics=("torture",), years=(2022,)))
    assert not shelf.has_any(Query("zebras", sections=("9.z",)))
    assert not shelf.has_any(Query("zebras", sections=("1.d",), years=(1850,)))


def test_an_unknown_region_is_an_error(shelf: Library) -> None:
    with pytest.raises(InputError, match='no region "mars"') as failed:
        shelf.search(Query("guards", regions=("mars",)))
    assert "sca" in (failed.value.hint or "")


def test_hits_are_given_page_by_page(shelf: Library) -> None:
    every = shelf.search(Query("guards")).hits
    pages = [shelf.search(Query("guards", limit=5, offset=offset)) for offset in (0, 5, 10)]
    assert [hit for page in pages for hit in page.hits] == list(every)
    assert {page.total for page in pages} == {12}


@pytest.mark.parametrize("option", ["limit", "offset", "context"])
def test_negative_numbers_are_refused(shelf: Library, option: str) -> None:
    with pytest.raises(InputError, match="cannot be less than 0"):
        shelf.search(Query("guards", **{option: -1}))  # type: ignore[arg-type]  # by name


def test_when_more_is_met_than_is_ranked_the_newest_are_and_all_are_counted(shelf: Library) -> None:
    result = searching.search(shelf._opened.db, Query("guards", limit=3), candidates=6)
    assert (result.total, result.ranked) == (12, 6)
    assert {hit.id.year for hit in result.hits} == {2023}


def test_counts_by_country_and_by_year(shelf: Library) -> None:
    shelf.remove(ReportId("uganda", 2022))
    assert shelf.count(Query("guards"), "country") == (Tally("kazakhstan", 6, 2), Tally("uganda", 3, 1))
    assert shelf.count(Query("guards"), "year") == (Tally("2022", 3, 1), Tally("2023", 6, 2))
    assert shelf.count(Query("guards", years=(2022,)), "country") == (Tally("kazakhstan", 3, 1),)
    assert shelf.count(Query("nobody"), "year") == ()


def test_only_current_revisions_are_searched(shelf: Library, make_report: Make, store: Store) -> None:
    assert met(shelf, "sailors") == ["§ 1.c ¶ 1"]
    store(shelf, make_report("kazakhstan", 2023, words={"sailors": "boatmen"}))
    assert (met(shelf, "sailors"), met(shelf, "boatmen")) == ([], ["§ 1.c ¶ 1"])
    shelf.remove(ReportId("kazakhstan", 2023), revision=2)
    assert (met(shelf, "sailors"), met(shelf, "boatmen")) == (["§ 1.c ¶ 1"], [])


def test_a_new_parse_is_searched_at_once(
    shelf: Library, make_report: Make, make_analysis: Callable[[Report], Analysis]
) -> None:
    stored = shelf.load(ReportId("kazakhstan", 2023))
    assert stored is not None
    better = make_report("kazakhstan", 2023, words={"sailors": "boatmen"})
    shelf.replace_parsed(stored, better, make_analysis(better), parser_version="p2", analysis_version="a2")
    assert (met(shelf, "sailors"), met(shelf, "boatmen")) == ([], ["§ 1.c ¶ 1"])


def test_parts_of_a_report_count_with_their_section(shelf: Library, make_report: Make, store: Store) -> None:
    report = make_report("china", 2023)
    part = replace(report.sections[0], id="tibet:1.c")
    store(shelf, replace(report, sections=(part,)))
    found = {
        name: shelf.search(Query("guards", countries=("china",), sections=(name,))).total
        for name in ("tibet:1.c", "tibet:1", "1.c", "1", "1.d", "2", "hong-kong:1.c")
    }
    assert [name for name, total in found.items() if total] == ["tibet:1.c", "tibet:1", "1.c", "1"]


def test_an_index_of_another_version_is_built_anew_before_it_is_searched(shelf: Library) -> None:
    db = shelf._opened.db
    db.execute("INSERT INTO passage (passage) VALUES ('delete-all')")
    db.execute("UPDATE fact SET value = 'old' WHERE name = 'words'")
    assert met(shelf, "sailors") == ["§ 1.c ¶ 1"]
    assert list(shelf.check()) == []


def test_a_report_without_words_is_no_hindrance(library: Library, make_report: Make, store: Store) -> None:
    for country in ("kazakhstan", "uganda", "china"):
        report = make_report(country)
        store(library, replace(report, sections=report.sections if country == "china" else ()))
    assert [hit.id.country for hit in library.search(Query("ombudsman")).hits] == ["china"]
    assert list(library.check()) == []
