"""Word-level marks: what of a sentence the other side does not have."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.comparison.marks import marks, tokens
from hrreport.text.subsequence import common_words

words = st.lists(st.sampled_from("abcd"), max_size=12)


def longest(one: list[str], other: list[str]) -> int:
    """The length of a longest common subsequence, by the schoolbook."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = row
        row = [0]
        for j, there in enumerate(other):
            row.append(before[j] + 1 if word == there else max(row[j], before[j + 1]))
    return row[-1]


@given(words, words)
def test_the_common_subsequence_is_common_ascending_and_longest(one: list[str], other: list[str]) -> None:
    found = common_words(one, other)
    assert [one[i] for i, _ in found] == [other[j] for _, j in found]
    assert all(a < c and b < d for (a, b), (c, d) in itertools.pairwise(found))
    assert len(found) == longest(one, other)


def shown(text: str, slices: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(slices):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It was the same.", "It was the same."),
        ("Police held [40] men.", "Police held [up to 51] men."),
        ("[Authorities respected] the law.", "[They broke] the law."),
        ("The law allowed [it].", "The law [never] allowed [strikes]."),
        ("[Guards took the food in spring].", "[Soldiers sold blankets in autumn]."),
        ("By law unions may strike.", "By law[,] unions may strike."),
        ("They went home [and to Lake.org].", "They went home."),
    ],
)
def test_marks_cover_what_the_other_side_does_not_have(old: str, new: str) -> None:
    plain_old, plain_new = (text.replace("[", "").replace("]", "") for text in (old, new))
    (old_marks,), (new_marks,) = marks([plain_old], [plain_new])
    assert (shown(plain_old, old_marks), shown(plain_new, new_marks)) == (old, new)


def test_a_lonely_word_of_grammar_between_changed_words_is_marked_with_them() -> None:
    (old,), (new,) = marks(["Guards burned the mattresses yesterday."], ["Guards sold the blankets yesterday."])
    assert (old, new) == (((7, 28),), ((7, 24),))


def test_a_split_is_marked_across_its_sentences() -> None:
    old, new = marks(["He was held and was freed."], ["He was held.", "He was freed."])
    assert shown("He was held and was freed.", old[0]) == "He was held [and] was freed."
    assert [shown(t, m) for t, m in zip(("He was held.", "He was freed."), new, strict=True)] == [
        "He was held[.]",
        "[He] was freed.",
    ]


@given(st.text(" abcAB.,’“", max_size=40), st.text(" abcAB.,’“", max_size=40))
def test_without_the_marked_words_both_sides_read_the_same(old: str, new: str) -> None:
    (old_marks,), (new_marks,) = marks([old], [new])

    def kept(text: str, slices: tuple[tuple[int, int], ...]) -> list[str]:
        inside = {n for start, end in slices for n in range(start, end)}
        return [t.word for t in tokens(text) if t.start not in inside]

    assert kept(old, old_marks) == kept(new, new_marks)


def test_tokens_give_back_the_printed_words() -> None:
    text = "The worker’s pay (73,840 tenge) fell 4.5 percent – again."
    found = tokens(text)
    assert [text[t.start : t.end] for t in found] == [
        *("The", "worker’s", "pay", "(", "73,840", "tenge", ")", "fell", "4.5", "percent", "–", "again", "."),
    ]
    assert [t.word for t in found if t.plain] == ["The", "(", ")", "-", "."]
