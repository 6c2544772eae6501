"""Where sentences begin."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.model.report import Paragraph
from hrreport.text.sentences import sentence_starts
from hrreport.text.whitespace import fold

CASES = {
    "initials": ["Judge A. B. Orlo ruled on the case.", "He left."],
    "titles": ["Gen. Orlo met Dr. Vane and Mr. Lum.", "They spoke."],
    "dotted abbreviation inside": ["A U.S. company closed.", "Staff left at 5 p.m. on Monday."],
    "dotted abbreviation last": ["They moved to the U.S.", "The court agreed."],
    "decimal": ["Wages rose 2.5 percent.", "Prices rose."],
    "number after abbreviation": ["Decree No. 12 was signed.", "Its answer was no.", "Others agreed."],
    "quotation": ["They shouted, “Stop!” and left.", "“Why?” one asked."],
    "closing quotation": ["It banned “unrest.”", "Nobody spoke."],
    "parenthesis": ["He was held (see section 2.a.).", "(The law allowed it.)", "She was not."],
    "question": ["Was it so?", "No."],
    "letter grade": ["Prisoners had hepatitis C.", "The clinic closed."],
    "titles that end names": ["It jailed Ly Sen.", "The court agreed."],
    "months": ["It closed in Dec.", "However, Jan. 5 was kept."],
    "words that are abbreviations too": ["They destroyed works of art.", "Police watched."],
    "law numbers": ["Law No. IV and Decree No. A/12 were void.", "Art. 5 was not."],
    "quoted abbreviation": ["It named the “U.S.” Embassy.", "They left the “U.S.”", "The court agreed."],
    "ranks": ["Lt. Col. Orlo and Brig. Gen. Vane left.", "Maj. Gen. Lum stayed."],
    "sections": ["Courts were slow (see sections 2.b. and 7.a.).", "See section 1.c.", "Prisons were full."],
    "figures open": ["He was 17.", "Twenty left.", "30 stayed."],
    "versus": ["In Orlo v. Republic the court erred.", "It said so."],
}


def split_sentences(text: str) -> tuple[str, ...]:
    return Paragraph(1, text, sentence_starts(text)).sentences


@pytest.mark.parametrize("case", CASES)
def test_sentences_are_found(case: str) -> None:
    assert list(split_sentences(" ".join(CASES[case]))) == CASES[case]


def read_cases() -> list[str]:
    """Return the paragraphs of the file of cases, marked where sentences begin."""
    lines = (Path(__file__).parent / "cases" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    return [line.partition("\t")[2] for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("marked", read_cases())
def test_a_paragraph_is_parted_where_it_is_marked(marked: str) -> None:
    text = marked.replace(" | ", " ").replace("|", "")
    assert list(split_sentences(text)) == re.split(r" \| |\|", marked)


@given(st.text("Ab.?! “”()1,é", max_size=60).map(fold))
def test_no_character_is_lost_or_moved(text: str) -> None:
    starts = sentence_starts(text)
    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    position = 0
    for start, sentence in zip(starts, split_sentences(text), strict=True):
        assert not text[position:start].strip()
        assert text.startswith(sentence, start)
        position = start + len(sentence)
    assert not text[position:].strip()


@pytest.mark.parametrize(
    "text", ["A " * 40_000, "A.B. " * 20_000, "U.S. “" * 10_000, "no." * 30_000, "x.Ab " * 20_000, "p.m. " * 20_000]
)
def test_odd_paragraphs_take_no_time(text: str) -> None:
    started = time.process_time()
    sentence_starts(text)
    assert time.process_time() - started < 5


@given(st.text(max_size=60))
def test_folded_text_is_single_spaced_and_folding_again_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in folded)


def test_folding_drops_what_a_terminal_would_obey() -> None:
    assert fold("a\x1b[31mb\u202ec\u200bd\u00a0e") == "a [31mbcd e"
