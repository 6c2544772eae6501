"""Bytes become characters, and a page that a browser saved as one message becomes its HTML."""

from __future__ import annotations

import base64
import quopri
from codecs import BOM_UTF8
from datetime import UTC, datetime

import pytest

from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.markup import REPLACEMENT, decode
from hrreport.parsing.report import open_page, parse_page

START = b'<div class="report__content"><h2>Executive Summary</h2><p>All went well in those days.</p>'
END = b"<h2>Section 4. Corruption in Government</h2><p>Text.</p></div>"
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


HTML = """<!DOCTYPE html><html><body><div class="report__content"><h2>Executive Summary</h2>
<p>The king’s = “guard” kept the bridges of Türkiye and São Tomé all year.</p>
<h2>Section 4. Corruption in Government</h2><p>It’s forbidden.</p></div></body></html>"""
FRAME = "<html><body>An advertisement.</body></html>"


def part(html: str, transfer: str, charset: str, media_type: str = "text/html") -> bytes:
    body = html.encode(charset)
    encoded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(transfer, bytes)(body)
    head = f'Content-Type: {media_type};\n\tcharset="{charset}"\nContent-Transfer-Encoding: {transfer}\n\n'
    return head.encode() + encoded


def message(*parts: bytes, kind: str = "multipart/related", first: str = "From: <Saved by Blink>\n") -> bytes:
    head = f'{first}Subject: Togo\nMIME-Version: 1.0\nContent-Type: {kind};\n\tboundary="--=_Next.5A"\n\n'
    return head.encode() + b"".join(b"\n----=_Next.5A\n" + each for each in parts) + b"\n----=_Next.5A--\n"


def words(body: bytes) -> list[str]:
    where = Provenance("", "", datetime(2026, 1, 1, tzinfo=UTC), "file", "")
    return [paragraph.text for _, paragraph in parse_page(Snapshot(body, where), ReportId("togo", 2023)).passages()]


EXPECTED = ["The king’s = “guard” kept the bridges of Türkiye and São Tomé all year.", "It’s forbidden."]
QUOTED = part(HTML, "quoted-printable", "utf-8")


@pytest.mark.parametrize(
    "body",
    [
        message(QUOTED),
        message(QUOTED).replace(b"\n", b"\r\n"),
        message(part(HTML, "base64", "utf-8")),
        message(part(HTML, "binary", "utf-8"), first=""),
        message(part(HTML, "quoted-printable", "windows-1252"), first='From: "Saved by Internet Explorer 11"\n'),
        message(part(HTML, "base64", "utf-16")),
        message(part(HTML, "8bit", "utf-8", "application/xhtml+xml")),
        message(part(FRAME, "7bit", "utf-8"), QUOTED, part("p { }", "7bit", "utf-8", "text/css")),
        message(QUOTED, part(FRAME, "7bit", "utf-8")),
        message(QUOTED, kind="multipart/alternative"),
        message(QUOTED, kind="multipart/mixed"),
        BOM_UTF8 + message(QUOTED),
        b"From: <Saved by Blink>\nMIME-Version: 1.0\n" + QUOTED,
    ],
)
def test_the_page_in_a_message_is_read(body: bytes) -> None:
    assert words(body) == EXPECTED


def test_html_that_quotes_a_header_is_no_message() -> None:
    body = HTML.replace("It’s", "Content-Type: multipart/related. It’s").encode()
    assert words(body)[1] == "Content-Type: multipart/related. It’s forbidden."


def opened_text(before: bytes, words: bytes) -> str:
    """The text of a paragraph that is put into a page, after what is before the page."""
    nowhere = Provenance("", "", datetime(2026, 1, 1, tzinfo=UTC), "file", "")
    return open_page(Snapshot(before + START + words + END, nowhere)).blocks[2].text


def test_numeric_references_of_windows_1252_are_read_as_browsers_do() -> None:
    assert opened_text(b"", b"<p>&#150;&#x93;&#0151;&#1500;&#x932;&#129;&#8217;</p>") == "–“—לल’"


def test_an_xml_prolog_and_a_missing_charset_do_not_matter() -> None:
    prolog = b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>'
    assert opened_text(prolog, "<p>café</p>".encode("cp1252")) == "café"
