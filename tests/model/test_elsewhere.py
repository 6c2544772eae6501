"""Mentions of a topic without a heading."""

from __future__ import annotations

import pytest

from hrreport.model.elsewhere import Elsewhere, Mention
from hrreport.model.report import Paragraph, Section

TEXT = "Gangs ruled. Nobody fled. Gangs taxed shops. Gangs left."
PARAGRAPH = Paragraph(4, TEXT, (0, 13, 26, 45), "Crime")
SECTION = Section("1.c/prisons", "", "Prisons", 4, (PARAGRAPH,))


def mention(*sentences: int) -> Mention:
    return Mention(SECTION, ("Prisons",), PARAGRAPH, sentences)


@pytest.mark.parametrize(
    ("sentences", "excerpt"),
    [
        ((), TEXT),
        ((1,), "Gangs ruled."),
        ((3, 4), "Gangs taxed shops. Gangs left."),
        ((1, 3), "Gangs ruled. […] Gangs taxed shops."),
    ],
)
def test_an_excerpt_marks_the_sentences_that_it_leaves_out(sentences: tuple[int, ...], excerpt: str) -> None:
    assert mention(*sentences).excerpt == excerpt


def test_places_are_those_of_the_sentences_and_of_all_mentions() -> None:
    found = Elsewhere("gangs", "Gangs", ("gang*", "cartel"), (mention(1, 3), mention()))
    assert [(place.paragraph, place.sentence) for place in found.places] == [(4, 1), (4, 3)]
    assert str(found.mentions[1].locator) == "§ 1.c ¶ 4"


def test_a_notice_says_that_absence_of_a_heading_is_no_evidence() -> None:
    found = Elsewhere("gangs", "Gangs", ("gang*", "cartel"), ())
    assert found.notice.startswith("Gangs: no heading of this report is on it; absence")
    assert found.sought == "Looked for by words: gang*, cartel."
