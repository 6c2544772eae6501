"""Saving: what is kept, what makes a revision, and what does not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.library.library import Library
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.retrieval import Snapshot

    Make = Callable[..., Report]
    Store = Callable[..., str]
    Page = Callable[..., Snapshot]

SEALAND = ReportId("sealand", 2023)


def test_the_same_words_on_another_page_are_no_revision(
    library: Library, make_report: Make, make_snapshot: Page, store: Store
) -> None:
    first, second = make_snapshot(b"old frame"), make_snapshot(b"new frame", at=datetime(2024, 6, 1, tzinfo=UTC))
    assert store(library, make_report(), first) == "new"
    assert store(library, make_report(), second) == "unchanged"
    (revision,) = library.revisions(SEALAND)
    assert revision.provenance == second.provenance
    assert revision.checked_at > revision.saved_at
    assert library.snapshots(SEALAND) == (second,)
    assert library.retrievals(SEALAND) == (first.provenance, second.provenance)


def test_other_words_make_a_revision_and_both_texts_are_kept(
    library: Library, make_report: Make, make_snapshot: Page, store: Store
) -> None:
    old, new = make_report(), make_report(words={"sailors": "boatmen"})
    first, second = make_snapshot(b"old"), make_snapshot(b"new")
    store(library, old, first)
    assert store(library, new, second) == "revised"
    assert [(r.number, r.current) for r in library.revisions(SEALAND)] == [(1, False), (2, True)]
    current, earlier = library.load(SEALAND), library.load(SEALAND, revision=1)
    assert current is not None
    assert earlier is not None
    assert (current.report().sections, earlier.report().sections) == (new.sections, old.sections)
    assert library.snapshots(SEALAND, revision=1) == (first,)
    assert library.load(SEALAND, revision=3) is None


def test_a_new_parse_replaces_the_old_one_and_is_no_revision(
    library: Library, make_report: Make, make_analysis: Callable[[Report], Analysis], store: Store
) -> None:
    store(library, make_report())
    stored = library.load(SEALAND)
    assert stored is not None
    better = make_report(words={"sailors": "boatmen"})
    library.replace_parsed(stored, better, make_analysis(better), parser_version="p2", analysis_version="a2")
    (revision,) = library.revisions(SEALAND)
    again = library.load(SEALAND)
    assert again is not None
    assert again.report() == better
    assert (again.parser_version, again.text_hash) == ("p2", revision.text_hash)
    assert len(library.snapshots(SEALAND)) == 1


def test_a_new_parse_of_a_removed_report_is_dropped(
    library: Library, make_report: Make, make_analysis: Callable[[Report], Analysis], store: Store
) -> None:
    report = make_report()
    store(library, report)
    stored = library.load(SEALAND)
    assert stored is not None
    library.remove(SEALAND)
    library.replace_parsed(stored, report, make_analysis(report), parser_version="p2", analysis_version="a1")
    assert library.entries() == ()


def test_a_confirmed_report_was_checked_later(library: Library, make_report: Make, store: Store) -> None:
    store(library, make_report())
    before = library.revisions(SEALAND)[0].checked_at
    assert library.touch(SEALAND)
    assert library.revisions(SEALAND)[0].checked_at > before


def test_entries_stand_by_country_and_year(library: Library, make_report: Make, store: Store) -> None:
    for country, year in (("zubrowka", 2022), ("sealand", 2023), ("sealand", 2022)):
        store(library, make_report(country, year))
    store(library, make_report("sealand", 2022, words={"sailors": "boatmen"}))
    found = [(str(e.id), e.revisions, e.current.paragraphs) for e in library.entries()]
    assert found == [("sealand 2022", 2, 9), ("sealand 2023", 1, 9), ("zubrowka 2022", 1, 9)]


def test_removing_the_current_revision_brings_back_the_one_before(
    library: Library, make_report: Make, store: Store
) -> None:
    store(library, make_report())
    store(library, make_report(words={"sailors": "boatmen"}))
    assert library.remove(SEALAND, revision=2) == 1
    stored = library.load(SEALAND)
    assert stored is not None
    assert stored.revision == 1


def test_removing_an_earlier_revision_leaves_the_current_one(library: Library, make_report: Make, store: Store) -> None:
    store(library, make_report())
    store(library, make_report(words={"sailors": "boatmen"}))
    assert library.remove(SEALAND, revision=1) == 1
    assert [r.number for r in library.revisions(SEALAND)] == [2]
