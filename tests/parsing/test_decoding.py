from __future__ import annotations

import pytest

from hrreport.parsing.decoding import REPLACEMENT, decode

META = b'<meta charset="%s"><p>'


@pytest.mark.parametrize(
    ("body", "declared", "text", "encoding"),
    [
        (b"plain", "", "plain", "utf-8"),
        ("café “x”".encode(), "", "café “x”", "utf-8"),
        ("café “x”".encode("cp1252"), "", "café “x”", "cp1252"),
        ("café “x”".encode("cp1252"), "iso-8859-1", "café “x”", "cp1252"),
        ("café “x”".encode("cp1252"), "utf-8", "café “x”", "cp1252"),
        ("café “x”".encode(), "windows-1252", "café “x”", "utf-8"),
        ("Слово".encode("koi8-r"), "koi8-r", "Слово", "koi8-r"),
        ("Слово".encode("cp1251"), '"windows-1251"', "Слово", "cp1251"),
        ("café".encode("cp1252"), "no-such-encoding", "café", "cp1252"),
        ("café".encode("utf-8-sig"), "cp1252", "café", "utf-8"),
        ("café".encode("utf-16"), "", "café", "utf-16"),
        ("café".encode("utf-32"), "", "café", "utf-32"),
        ("plain ".encode("cp1252") + b"\xe9", "utf-16", "plain é", "cp1252"),
        (b"", "", "", "utf-8"),
    ],
)
def test_bytes_become_characters(body: bytes, declared: str, text: str, encoding: str) -> None:
    decoded = decode(body, declared)
    assert (decoded.text, decoded.encoding, decoded.replaced) == (text, encoding, 0)


def test_what_the_page_declares_holds_where_the_server_declares_nothing() -> None:
    body = META % b"koi8-r" + "Слово".encode("koi8-r")
    assert decode(body).text.endswith("Слово")
    assert decode(body, "cp1251").encoding == "cp1251"


def test_broken_utf8_stays_utf8_and_its_broken_places_are_counted() -> None:
    decoded = decode("“один” ".encode() + b"\xff\xfe", "utf-8")
    assert decoded.text == f"“один” {REPLACEMENT * 2}"
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 2)


def test_a_byte_that_windows_1252_lacks_is_counted() -> None:
    assert decode(b"caf\xe9 \x81").replaced == 1
