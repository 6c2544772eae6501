"""Stored paragraphs as rows of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.country import ReportId
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.library.library import Library
    from hrreport.model.report import Report


def test_every_paragraph_of_the_current_revisions_is_a_row(
    library: Library, make_report: Callable[..., Report], store: Callable[..., str]
) -> None:
    store(library, make_report("zubrowka", 2022))
    store(library, make_report("sealand", 2023))
    store(library, make_report("sealand", 2023, words={"sailors": "boatmen"}))
    rows = list(library.paragraph_rows())
    report = make_report("sealand", 2023, words={"sailors": "boatmen"})
    assert [(r.locator, r.topic, r.text) for r in rows if r.id.year == 2023] == [
        (section.locate(p), p.topic, p.text) for section, p in report.passages()
    ]
    assert [r.id.country for r in rows] == ["zubrowka"] * 9 + ["sealand"] * 9
    row = rows[13]
    assert (row.revision, row.headings[-1], row.subjects, row.kinds) == (
        2,
        "Prison Conditions",
        ("prison-administration", "prisons", "torture", "integrity"),
        (Kind.ABUSE,),
    )
    assert (row.title, row.published) == (report.title, report.published)


def test_a_report_removed_meanwhile_has_no_rows(
    library: Library, make_report: Callable[..., Report], store: Callable[..., str]
) -> None:
    store(library, make_report("sealand"))
    store(library, make_report("zubrowka"))
    rows = library.paragraph_rows()
    first = next(rows)
    library.remove(ReportId("zubrowka", 2023))
    assert {row.id.country for row in (first, *rows)} == {"sealand"}
