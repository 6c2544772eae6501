"""Citations as our styles and as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrreport.quoting.citation_finder import citations_in, country_of_address

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


@pytest.mark.parametrize(
    ("address", "slug"),
    [("thebahamas", "the-bahamas"), ("china/tibet", "tibet"), ("kenya/download", "kenya"), ("nowhere", "")],
)
def test_an_address_names_a_country(address: str, slug: str) -> None:
    assert country_of_address(address) == slug


def test_a_citation_is_where_it_says() -> None:
    text = "So it is. See Chad 2023 Human Rights Report § 1.c ¶ 2 (Apr. 22, 2024); and so on."
    (citation,) = citations_in(text, 7)
    assert (citation.block, text[citation.begin : citation.end]) == (7, citation.text)
    assert citation.text.startswith("Chad 2023")
