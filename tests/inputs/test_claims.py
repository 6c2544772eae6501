"""The file of a claim: what is understood, and one line for what is not."""

from __future__ import annotations

import pytest

from hrreport import tables
from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.inputs.claims import KEYS, read_claim, read_claim_file, subjects_named, subjects_of

CLAIM = """
countries = ["Honduras"]
years = ["2022-2023", 2024]
grounds = ["PSG", "Political opinion"]
group = ["domestic violence", "women"]
actor = "both"
relocation = true
topics = ["gangs"]
"""


def test_a_claim_is_read_whatever_people_call_things() -> None:
    claim = read_claim(CLAIM)
    assert claim.grounds == ("particular social group", "political opinion")
    assert claim.group == ("rape-domestic-violence", "women")
    assert claim.actors == ("state", "private")
    assert claim.years == ("2022-2023", "2024")
    parts = {each.part: each for each in subjects_of(claim)}
    assert list(parts) == ["general", "group", "protection", "relocation"]
    assert parts["general"].sections == ("summary",)
    assert parts["group"].topics[:4] == ("rape-domestic-violence", "women", "gangs", "political-prisoners")
    assert {"state-protection", "security-forces"} <= set(parts["protection"].topics)
    assert parts["relocation"].topics[0] == "internal-relocation"


def test_parts_that_a_claim_has_no_subject_for_are_left_out() -> None:
    assert [each.part for each in subjects_of(read_claim('group = "women"'))] == ["general", "group"]
    assert subjects_named(["women", "women"])[1].topics == ("women",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("grounds = [", "claim is not TOML: "),
        ('grond = ["race"]', '"grond" is not a key of a claim'),
        ('grounds = ["wealth"]', '"wealth" is not a ground'),
        ("grounds = [1]", 'grounds has "1", which is not words'),
        ('grounds = ["PSG"]', 'the ground "particular social group" needs a group'),
        ('group = ["wimen of Honduras"]', 'group: no topic is called "wimen of Honduras"'),
        ('group = ["women"]\nactor = "gang"', 'actor is "gang"'),
        ('group = ["women"]\nrelocation = "yes"', 'relocation is "yes", which is neither true nor false'),
        ('group = ["women"]\nyears = [true]', 'years has "True", which is not a year or a range of years'),
        ("relocation = true", "names no ground, no group and no topic"),
    ],
)
def test_what_is_not_understood_is_named_in_one_line_with_a_hint(text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        read_claim(text)
    assert message in str(error.value)
    assert "\n" not in str(error.value)
    assert error.value.hint


def test_a_file_that_cannot_be_read_is_named() -> None:
    with pytest.raises(InputError, match=r"cannot read .nowhere\.toml."):
        read_claim_file("nowhere.toml")


def test_every_row_of_the_table_names_topics_that_there_are_and_where_it_is_from() -> None:
    topics = {topic.id for topic in records.topics()}
    rows = tables.rows("claim_topics.csv")
    assert {row["key"] for row in rows} == {"always", "ground", "actor", "relocation"}
    for row in rows:
        assert set(filter(None, row["topics"].split("|"))) <= topics, row
        assert row["provenance"], row


def test_the_manual_shows_a_claim_that_is_understood_and_has_every_key() -> None:
    from hrreport.cli.help import manual_page

    shown = manual_page("packets").partition("```toml\n")[2].partition("```")[0]
    assert read_claim(shown).relocation
    assert all(f"\n{key} = " in f"\n{shown}" for key in KEYS)
