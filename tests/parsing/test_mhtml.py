"""Pages that a browser saved as one message."""

from __future__ import annotations

import base64
import quopri
from codecs import BOM_UTF8
from datetime import UTC, datetime

import pytest

from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing import parse_page

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
