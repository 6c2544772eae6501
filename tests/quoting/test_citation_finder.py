"""Citations as our styles and as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrreport.filings import read_filing
from hrreport.model.country import ReportId
from hrreport.quoting.citation_finder import citations_in
from hrreport.quoting.pairing import read_pairs

LINES = (Path(__file__).parent / "citations.tsv").read_text(encoding="utf-8").splitlines()[1:]
CASES = [line.split("\t") for line in LINES]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_a_citation_is_found_with_all_that_it_names(text: str, expected: str) -> None:
    found: list[str] = []
    for citation in citations_in(text):
        year = f"-{citation.year}" if citation.year else ""
        facts = [citation.kind, f"{citation.country}{year}" or "-", str(citation.place or ""), citation.date]
        named = dict.fromkeys(facts) if citation.kind == "other" else facts
        found.append(" ".join(filter(None, named)))
    merged = list(dict.fromkeys(found)) if all(one.startswith("other") for one in found) else found
    assert " | ".join(merged) == expected


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
