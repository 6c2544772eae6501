"""What every format is held against: expected texts, readers of each format, and a hostile report."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from hrreport.model.finding import Analysis, Assessment, Brief, Finding, Issue, Kind, Source
from hrreport.model.locator import Locator
from hrreport.model.report import Link, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it.token import Token
    from playwright.sync_api import Browser

    from hrreport.model.report import Report

EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture
def expected() -> Callable[[str], str]:
    """Return the expected text of a file by its name in ``expected``."""
    return lambda name: (EXPECTED / name).read_text(encoding="utf-8")


def _words(inline: Token) -> str:
    return "".join(t.content for t in inline.children or () if t.type in ("text", "text_special", "code_inline"))


@pytest.fixture(scope="session")
def read_markdown() -> Callable[[str], list[str]]:
    """Return a reader of Markdown: the words of every block, in order, tables and strikethrough understood."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return lambda text: [_words(t) for t in reader.parse(text) if t.type == "inline"]


# -- a report made to do harm ------------------------------------------------------------------

ATTACKS = (
    "<script>alert(1)</script>", "</script><script>alert(2)</script>", "</style><script>alert(3)</script>",
    '"><img src=x onerror=alert(4)>', "' onmouseover='alert(5)", "<svg onload=alert(6)>", "{{ 7 * 7 }}",
    "{% raw %}{{ report }}{% endraw %}", "{# gone #}", "<!-- gone -->", "]]><script>alert(7)</script>",
    "javascript:alert(8)", "a\u202etxt.exe\u2066 b", "<a href='javascript:alert(9)'>here</a>", "&lt;b&gt; &amp;amp;",
    "\\3c script\\3e ", "<base href='https://evil.example/'>", "<iframe srcdoc='<script>alert(10)</script>'>",
    "\x1b[31mred\x07", "<textarea>", "<plaintext>", "*/}body{display:none}/*", "${alert(11)}", "`alert(12)`",
)  # fmt: skip
"""Words that mean something to a browser, a template, a style sheet or a script."""
ADDRESSES = (
    "javascript:alert(13)", "JaVaScRiPt:alert(14)", "data:text/html,<script>alert(15)</script>", "vbscript:x",
    'https://lakes.example/"onclick="alert(16)', "https://lakes.example/'><script>alert(17)</script>", "//evil.example",
    " javascript:alert(18)", "java\nscript:alert(19)", "file:///etc/passwd", "https://lakes.example/?a=1&amp;b=<2>",
)  # fmt: skip
"""Where the links of a hostile page lead."""


@pytest.fixture(scope="session")
def hostile(arcadia: Report) -> Report:
    """A report whose every word that comes from a page tries to get out of its place."""
    paragraphs = [
        Paragraph(number, attack, (0,), attack if number % 2 else None, links=(Link(0, 4, address),))
        for number, (attack, address) in enumerate(zip(ATTACKS, ADDRESSES * 3, strict=False), 1)
    ]
    sections = tuple(
        Section(f"1.{letter}", letter, attack, 3, tuple(paragraphs) if letter == "a" else (Paragraph(1, attack),))
        for letter, attack in zip("abcdefghijklmnopqrstuvwxyz", ATTACKS, strict=False)
    )
    return replace(
        arcadia,
        title="".join(ATTACKS),
        sections=(Section("1", "1", ATTACKS[2], 2, (), sections),),
        warnings=ATTACKS[:6],
        provenance=replace(arcadia.provenance, url=ADDRESSES[0], publisher=ATTACKS[1]),
    )


@pytest.fixture(scope="session")
def hostile_analysis(hostile: Report) -> Analysis:
    """What is found in it, every sentence key."""
    findings = tuple(
        Finding(
            section.locate(paragraph, 1), text, paragraph.topic, list(Kind)[paragraph.number % 5], key=True,
            sources=(Source(text, "other"),), cues=(text,),
        )
        for section, paragraph in hostile.passages()
        for text in paragraph.sentences
    )  # fmt: skip
    first = Locator("1.a", 1, 1)
    issues = tuple(Issue(attack, first, ("1.a",), (first, Locator("1.a", 2, 1))) for attack in ATTACKS)
    assessed = tuple((section.id, Assessment("abuses-reported", "serious")) for section in hostile.walk())
    return Analysis(hostile.id, findings, assessed, issues, Brief(first, (first,), (first,)))


# -- a browser -----------------------------------------------------------------------------------

ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; tests that need one are skipped where it or its driver is not installed."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: hrreport[browser]")
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()
