"""The language of searches: what is meant, and what is said of a query that cannot be read."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.errors import InputError
from hrreport.library.expression import QueryPhrase, as_match, named
from hrreport.library.library import Library
from hrreport.library.query import LONGEST, parse_query, read_query
from hrreport.model.hit import Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport.model.report import Report

CASES = tomllib.loads((Path(__file__).parent / "queries.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["title"])
def test_a_query_means_word_for_word(case: dict[str, str]) -> None:
    assert as_match(read_query(case["query"], exact=True).expression) == case["match"]


@pytest.mark.parametrize("case", CASES["form"], ids=lambda case: case["query"])
def test_every_form_of_a_word_counts(case: dict[str, str]) -> None:
    assert as_match(parse_query(case["query"])) == case["match"]


@pytest.mark.parametrize("case", CASES["other"], ids=lambda case: case["query"])
def test_operators_of_other_systems_are_read_and_told(case: dict[str, str]) -> None:
    found = read_query(case["query"])
    assert named(found.expression) == case["read"]
    assert [note for note in found.notes if case["note"] in note]


@pytest.mark.parametrize("case", CASES["wrong"], ids=lambda case: case["query"][:20] or "empty")
def test_a_query_that_cannot_be_read_names_the_place_and_a_way_out(case: dict[str, str]) -> None:
    with pytest.raises(InputError) as failed:
        parse_query(case["query"])
    assert case["message"] in str(failed.value)
    assert case.get("hint", "") in (failed.value.hint or "")


def test_a_query_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputError, match=f"more than {LONGEST}"):
        parse_query("a" * (LONGEST + 1))


def test_the_quoted_form_that_is_offered_can_be_read() -> None:
    for case in CASES["wrong"]:
        with pytest.raises(InputError) as failed:
            parse_query(case["query"])
        hint = failed.value.hint or ""
        offered = hint.partition("quote them: ")[2].strip("'")
        if any(c.isalnum() for c in offered):
            assert isinstance(parse_query(offered), QueryPhrase)


pieces = st.sampled_from(
    [
        *"""()"*'“”,:^{}+-;%\\/""",
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        ", 5)",
        "police",
        "pre-trial",
        "1,200",
        "é",
        " ",
        " ",
        "a",
    ]
)


@pytest.fixture(scope="module")
def one_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the library of the next test may lie, for all its examples."""
    return tmp_path_factory.mktemp("query") / "library.sqlite"


@given(st.lists(pieces, max_size=12).map("".join) | st.text(max_size=30))
def test_the_index_takes_every_query_that_can_be_read(one_library: Path, text: str) -> None:
    with Library(one_library, clock=lambda: datetime.now(UTC)) as library:
        try:
            found = library.search(Query(text)).total
        except InputError:
            found = 0
    assert found == 0


def test_the_longest_queries_are_taken(
    library: Library, make_report: Callable[..., Report], store: Callable[..., str]
) -> None:
    store(library, make_report())
    words = [f"w{n}" for n in range(120)]
    for query in (" ".join(words), " OR ".join(words), " AND ".join(words), "-".join(words), "a-b-c " * 160):
        assert library.search(Query(query[:LONGEST].removesuffix(" O").removesuffix(" A"))).total == 0
    nested = "(" * 20 + "guards" + ")" * 20
    assert library.search(Query(nested)).total == 3
