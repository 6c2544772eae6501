"""The pieces of a query: which sort each is, and what is noted or refused on the way."""

from __future__ import annotations

import pytest

from hrreport.errors import InputError
from hrreport.library.tokens import joined_words, tokens_of, typed_as


@pytest.mark.parametrize(
    ("query", "sorts", "notes"),
    [
        ("police", "phrase:police", ()),
        ("police AND (army OR navy)", "phrase:police operator:AND (:( phrase:army operator:OR phrase:navy ):)", ()),
        ("police w/5 army", "phrase:police operator:NEAR phrase:army", ('"w/5" is read as NEAR',)),
        ("police -army", "phrase:police operator:NOT phrase:army", ('"-" before a word is read as NOT',)),
        ("police BUT NOT army", "phrase:police operator:NOT phrase:army", ('"BUT NOT" is read as NOT',)),
        ("tortur!", "phrase:tortur", ('"!" at the end of a word is read as *',)),
        ("police and army", "phrase:police phrase:and phrase:army", ('"and" is looked for like any other word',)),
        ("$ police", "phrase:police", ("signs are no words and are passed over: $",)),
        ("NEAR(a b, 3)", "near:NEAR(a b, 3)", ()),
    ],
)
def test_a_query_has_these_pieces(query: str, sorts: str, notes: tuple[str, ...]) -> None:
    noted: dict[str, None] = {}
    tokens = tokens_of(query, 0, query, noted)
    assert " ".join(f"{token.sort}:{token.text}" for token in tokens) == sorts
    assert [note.startswith(expected) for note, expected in zip(noted, notes, strict=True)] == [True] * len(notes)
    assert [query[token.at :].startswith(token.text) or token.sort == "operator" for token in tokens if token.text]


@pytest.mark.parametrize(
    ("query", "message", "hint"),
    [
        ("a XOR b", '"XOR" is not an operator here (character 3)', "operators are AND, OR"),
        ("police w/s army", '"w/s" would be the same sentence', "NEAR(police beat*, 5)"),
        ("country:kenya", '"country:kenya" is not a filter', "--country kenya"),
        ("title:police", '"title:" would be a field', '"title police"'),
        ("atleast5(police)", '"atleast5" with a bracket is not an operator', "operators are AND, OR"),
        ('police "..."', "no word between the quotation marks (character 8)", "quote them"),
        ("pol*ce", "a * stands at the end of a word (character 4)", "quote them"),
    ],
)
def test_what_cannot_be_read_names_the_place(query: str, message: str, hint: str) -> None:
    with pytest.raises(InputError) as failed:
        tokens_of(query, 0, query, {})
    assert message in str(failed.value)
    assert hint in (failed.value.hint or "")


def test_a_phrase_is_named_as_it_was_typed() -> None:
    tokens = tokens_of('police_force "harbor guard"* detain* why?', 0, "", {})
    assert list(map(typed_as, tokens)) == ['"police force"', '"harbor guard"*', "detain*", "why"]


@pytest.mark.parametrize(
    ("argument", "text"),
    [
        ("domestic violence", "domestic_violence"),
        ("women’s  groups", "women’s_groups"),
        ("police or army", "police_or_army"),
        ("torture", "torture"),
        ("women -girls", "women -girls"),
        ("women NOT girls", "women NOT girls"),
        ('"a b" c', '"a b" c'),
        ("police beat*", "police beat*"),
        ("(a b)", "(a b)"),
        ("C++ and C", "C++ and C"),
        ("", ""),
    ],
)
def test_an_argument_of_plain_words_is_a_phrase(argument: str, text: str) -> None:
    assert joined_words(argument) == text
