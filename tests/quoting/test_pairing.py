"""Quotations of a filing with the citations that they belong to."""

from __future__ import annotations

import pytest

from hrreport.filings import read_filing
from hrreport.model.country import ReportId
from hrreport.quoting.pairing import read_pairs, reports_cited


def pairs(text: str) -> list[tuple[str, ReportId | None, str]]:
    """Each quotation with the report and the place that it belongs to."""
    found = read_pairs(read_filing("brief.md", text.encode()))
    return [
        (
            pair.quotation.text if pair.quotation else "",
            pair.citation.report if pair.citation else None,
            str(pair.citation.place or "") if pair.citation else "",
        )
        for pair in found
    ]


CHAD, KENYA = ReportId("chad", 2023), ReportId("kenya", 2023)
IN_1C = [("A was B.", CHAD, "§ 1.c")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A was B.” Chad 2023 Report § 1.c. “C was D.” *Id.* § 1.d.", [*IN_1C, ("C was D.", CHAD, "§ 1.d")]),
        ("“A was B.” and “C was D.” Chad 2023 Report § 1.c.", [*IN_1C, ("C was D.", CHAD, "§ 1.c")]),
        ("The 2023 DOS Country Report on Chad says “A was B.” So it is.", [("A was B.", CHAD, "")]),
        ("So it is:\n\n> A was B.\n\nChad 2023 Report § 1.c.", IN_1C),
        ("> See https://a.example/x .\n\nChad 2023 Report § 1.c.", [("See https://a.example/x .", CHAD, "§ 1.c")]),
        ("> A was B. (Chad 2023 Report § 1.c)", IN_1C),
        ("The Chad 2023 Report § 1.c reads:\n\n> A was B.\n\nAnd so on.", IN_1C),
        ("It is “A was B.”[^1] Yes.\n\n[^1]: Chad 2023 Report § 1.c.", IN_1C),
        ("“A was B.” Human Rights Watch, World Report 2023. “C.” *Id.*", [("A was B.", None, ""), ("C.", None, "")]),
        ("Tab C: 2023 DOS Country Report on Chad\n\n“A was B.” Tab C, § 1.c.", [("", CHAD, ""), *IN_1C]),
        ("2023 DOS Country Report on Chad, attached as Tab C. “A was B.” Tab C, § 1.c.", [("", CHAD, ""), *IN_1C]),
        ("2023 DOS Country Report on Chad § 1.c (“some were B”).", [("some were B", CHAD, "§ 1.c")]),
        ("2023 DOS Country Report on Chad (the “Report”).", [("", CHAD, "")]),
        (
            "Chad 2023 Report § 1.a; Kenya 2023 Report § 2.a. “A was B.” Chad Report, § 1.c.",
            [("", CHAD, "§ 1.a"), ("", KENYA, "§ 2.a"), *IN_1C],
        ),
        (
            "2023 DOS Country Report on Chad (hereinafter “Chad Report”). “A was B.” Chad Report, § 1.c.",
            [("", CHAD, ""), *IN_1C],
        ),
    ],
)
def test_a_quotation_belongs_to_its_citation(text: str, expected: list[tuple[str, ReportId, str]]) -> None:
    assert pairs(text) == expected


def test_each_report_that_is_cited_is_named_once_in_the_order_of_the_text() -> None:
    text = "“A was B.” Kenya 2023 Report § 1.c. “C was D.” Chad 2023 Report § 2.a. “E was F.” Kenya 2023 Report § 2.b."
    assert list(reports_cited(read_pairs(read_filing("brief.md", text.encode())))) == [KENYA, CHAD]


def test_a_line_of_a_table_of_contents_cites_nothing() -> None:
    assert read_pairs(read_filing("brief.md", b"2023 DOS Country Report on Chad ........ 12")) == []
