"""Verbs that attribute, and the words that are their subject."""

from __future__ import annotations

import pytest

from hrreport.analysis.attribution import find_attributions


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("Observers noted that boats were burned.", ["Observers"]),
        ("In June, the harbor union alleged that guards took bribes.", ["the harbor union"]),
        ("Lake Watch continued to allege misuse of funds.", ["Lake Watch"]),
        ("NGOs report that few were paid.", ["NGOs"]),
        ("Reports of theft were few.", []),
        ("The court found him guilty.", []),
        ("A local NGO found that wells were dry.", ["A local NGO"]),
        ("The minister called the vote.", []),
        ("Lake Watch called for an inquiry.", ["Lake Watch"]),
        ("The Harbor Circle published a report that found misuse of funds.", ["The Harbor Circle"]),
        ("The Harbor Circle published a calendar.", []),
        ("The union did not say why.", []),
        ("Boats sailed at dawn.", []),
    ],
)
def test_a_verb_attributes_to_its_subject_where_its_rule_holds(sentence: str, subjects: list[str]) -> None:
    found = list(find_attributions(sentence))
    assert [phrase for _, phrase in found] == subjects
    assert all(sentence[at:].startswith(phrase) for at, phrase in found)
