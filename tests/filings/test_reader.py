"""A finished document is read by what it is, whatever its name."""

from __future__ import annotations

import pytest

from hrreport.errors import InputError, ParseError
from hrreport.filings import FORMATS, read_filing


@pytest.mark.parametrize("name", ["x.md", "x.MARKDOWN", "x.txt"])
def test_a_suffix_names_the_format(name: str) -> None:
    filing = read_filing(name, b"One.\n\nTwo.")
    assert (filing.name, [block.text for block in filing.blocks]) == (name, ["One.", "Two."])


def test_a_page_is_read_as_html() -> None:
    assert [block.text for block in read_filing("x.htm", b"<p>One.</p>").blocks] == ["One."]


def test_a_pdf_with_another_name_is_read_as_a_pdf() -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(ParseError, match="not a PDF"):
        read_filing("x.txt", b"%PDF-1.7 and nothing more")


def test_an_unknown_format_is_refused_with_those_that_are_read() -> None:
    with pytest.raises(InputError, match="not of a format") as failed:
        read_filing("x.odt", b"One.")
    assert all(suffix in (failed.value.hint or "") for suffix in FORMATS)


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(ParseError, match="no text was found"):
        read_filing("x.txt", b" \n\n ")
