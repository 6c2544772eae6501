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
        ("<p>plain</p>".encode("utf-32-le"), "utf-8", "<p>plain</p>", "utf-32-le"),
        ("<p>plain</p>".encode("utf-16-be"), "utf-8", "<p>plain</p>", "utf-16-be"),
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


WRONG = """
cp1250 cp1251 cp1252 cp1253 cp1257 iso8859-1 iso8859-2 mac-roman cp437 cp850 cp866 koi8-r gbk shift_jis euc-kr big5
""".split()
TWICE = "cp1250 cp1251 cp1252 iso8859-1 iso8859-2 cp437 cp850 cp866 koi8-r".split()


@pytest.mark.parametrize(("wrong", "times"), [*((each, 1) for each in WRONG), *((each, 2) for each in TWICE)])
def test_text_that_was_decoded_wrongly_is_told(wrong: str, times: int) -> None:
    text = "The court’s clerk said, “No.” The judge’s “No” – and the bar’s – came later."
    for _ in range(times):
        text = text.encode().decode(wrong, "replace")
    assert " before it was saved: " in " ".join(decode(text.encode()).flaws)


def test_sound_text_beyond_ascii_is_not_told() -> None:
    text = "‘Âge’, Ã, São Tomé, ‚Änderung‘, Ángel, Łódź, Čech, İzmir, Слова и Тамара, ά, – — “a” ‘b’ …; was it? Is it?"
    assert decode(text.encode()).flaws == ()


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("the court\ufffds clerk", "lost characters before it was saved: \ufffd stands for them in 1 place."),
        ("the court&#65533;s &#xFFFD;", "lost characters before it was saved: \ufffd stands for them in 2 places."),
        (
            "the court?s clerk wasn?t tried",
            "was garbled before it was saved: a question mark for an apostrophe in 2 places.",
        ),
        (
            "&amp;euro; &amp;ccedil; &amp;#x2019;",
            "has characters that are escaped twice, such as &rsquo;, in 3 places.",
        ),
    ],
)
def test_lost_and_doubled_characters_are_told(html: str, told: str) -> None:
    assert decode(html.encode()).flaws == (f"The page {told}",)


def test_a_name_that_stands_for_no_character_is_not_escaped_twice() -> None:
    assert decode(b"salt &amp;pepper; sugar").flaws == ()
