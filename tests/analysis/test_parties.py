"""Who did what a sentence tells, and to whom."""

from __future__ import annotations

import pytest

from hrreport.analysis.parties import find_parties


@pytest.mark.parametrize(
    ("sentence", "doers", "affected"),
    [
        ("Police beat several detainees in May.", ("Police",), ("several detainees",)),
        ("In 2022 police shot and killed 20 men.", ("police",), ("20 men",)),
        ("Two men were held by soldiers and police officers.", ("soldiers", "police officers"), ("Two men",)),
        ("Officials arrested nuns, monks, and students.", ("Officials",), ("nuns", "monks", "students")),
        ("Individuals detained without charge did not qualify.", (), ()),
        ("Prison authorities denied family visitation.", ("Prison authorities",), ()),
        ("A report on police abuse was published.", (), ()),
    ],
)  # fmt: skip
def test_parties_are_named_where_the_grammar_is_plain(
    sentence: str, doers: tuple[str, ...], affected: tuple[str, ...]
) -> None:
    found = find_parties(sentence)
    assert (found.doers, found.affected) == (doers, affected)
    assert all(said in sentence for said in (*doers, *affected))
