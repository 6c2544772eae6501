from __future__ import annotations

from hrreport.model.report import Paragraph
from hrreport.text.marks import OMISSION
from hrreport.text.sentences import sentence_starts
from hrreport.text.whitespace import fold


def test_a_mark_of_omission_is_kept_as_it_is_and_apart_from_sentences() -> None:
    text = f"They met {OMISSION} in May. {OMISSION} Nobody was held."
    assert fold(text) == text
    paragraph = Paragraph(1, text, sentence_starts(text))
    assert paragraph.sentences == (
        f"They met {OMISSION} in May.",
        OMISSION,
        "Nobody was held.",
    )
