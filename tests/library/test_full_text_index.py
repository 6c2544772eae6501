"""The index: its rows are those of the current revisions, edition by edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.library import full_text_index
from hrreport.library.contents import unpack_contents
from hrreport.library.packing import unpack_text
from hrreport.model.country import ReportId

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.library.library import Library
    from hrreport.model.report import Report

    Make = Callable[..., Report]
    Store = Callable[..., str]


TAGS = (
    "countryxsealand sectionx1x2excx2fxprisonx2dxconditions topicxprisonx2dxadministration topicxprisons "
    "topicxtorture topicxintegrity kindxabuse"
)


def rows(library: Library) -> list[int]:
    return [row for (row,) in library._opened.db.execute("SELECT id FROM passage_docsize ORDER BY id")]


def test_rows_are_numbered_by_edition(library: Library, make_report: Make, store: Store) -> None:
    for country, year in (("sealand", 2023), ("zubrowka", 2022), ("zubrowka", 2023)):
        store(library, make_report(country, year))
    first, _ = full_text_index.year_rows(2022)
    second, end = full_text_index.year_rows(2023)
    assert rows(library) == [*range(first, first + 9), *range(second, second + 18)]
    assert end > second + 18


def test_rows_that_became_free_are_used_again(library: Library, make_report: Make, store: Store) -> None:
    store(library, make_report("sealand"))
    store(library, make_report("zubrowka"))
    before = rows(library)
    library.remove(ReportId("zubrowka", 2023))
    store(library, make_report("ruritania"))
    assert rows(library) == before


def test_saving_the_same_words_again_leaves_the_index_alone(library: Library, make_report: Make, store: Store) -> None:
    store(library, make_report())
    before = library._opened.db.execute("SELECT id, block FROM passage_data").fetchall()
    assert store(library, make_report()) == "unchanged"
    assert library._opened.db.execute("SELECT id, block FROM passage_data").fetchall() == before


def test_the_words_of_a_row_are_text_label_heading_and_tags(library: Library, make_report: Make, store: Store) -> None:
    store(library, make_report())
    (key,) = library._opened.db.execute("SELECT id FROM revision").fetchone()
    row = library._opened.db.execute("SELECT country, contents, report FROM revision WHERE id = ?", (key,)).fetchone()
    country, contents, stored = row
    found = list(full_text_index.rows_of(country, unpack_contents(contents), unpack_text(stored)))
    assert found[4] == (
        "wardens didn t answer letters from prisoners families .warden .didn .t .answer .letter .from .prison .famili",
        "administration .administr",
        "prison conditions .prison .condit",
        TAGS,
    )
    assert found[2][2].startswith("section 1 respect for the integrity of the person c torture and other cruel ")
    assert found[2][2].endswith(
        " .section .1 .respect .for .the .integrity .of .the .person .c .tortur .and .other .cruel .treatment"
    )
    assert found[3][2] == ""
