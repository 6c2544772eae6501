"""Other readings of a quotation, with what each passes over."""

from __future__ import annotations

import pytest

from hrreport.quoting.readings import certain, clean_copied_text, readings

KNOWN = {"complaints", "police", "previous", "rulings", "in", "the", "report"}


@pytest.mark.parametrize(
    ("text", "clean", "passed"),
    [
        ("the police report", "the police report", ()),
        ("the com-\nplaints", "the complaints", ("line-hyphen",)),
        ("the self-\nreport", "the self-report", ("line-hyphen",)),
        ("the com\ufffeplaints", "the complaints", ("line-hyphen",)),
        ("the\n12\npolice", "the\n\npolice", ("page-furniture",)),
        ("the previousrulings", "the previous rulings", ("missing-space",)),
        ("12", "12", ()),
    ],
)
def test_what_copying_put_in_is_taken_out_and_named(text: str, clean: str, passed: tuple[str, ...]) -> None:
    assert clean_copied_text(text, KNOWN) == (clean, passed)


def test_readings_that_pass_over_least_come_first() -> None:
    assert list(readings("The com-\nplaints.", KNOWN)) == [
        ("The com-\nplaints.", ()),
        ("The com-\nplaints", ("final-mark",)),
        ("the com-\nplaints.", ("first-letter",)),
        ("the com-\nplaints", ("first-letter", "final-mark")),
        ("The complaints.", ("line-hyphen",)),
        ("The complaints", ("line-hyphen", "final-mark")),
        ("the complaints.", ("line-hyphen", "first-letter")),
        ("the complaints", ("line-hyphen", "first-letter", "final-mark")),
    ]


def test_what_is_certain_has_no_divided_words() -> None:
    assert certain("the com-\nplaints in") == "the   in"
