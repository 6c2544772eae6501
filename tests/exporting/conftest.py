"""What every format is held against: expected texts, readers of each format, and a hostile report."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from hrreport.catalogue import records
from hrreport.comparison.change_filters import select
from hrreport.comparison.changes import compare_reports
from hrreport.comparison.edition_changes import country_change
from hrreport.comparison.matrix import compile_passages, matrix_of
from hrreport.comparison.topic_readings import read_topics
from hrreport.comparison.trend import trend_of
from hrreport.exporting.edition_changes_html import edition_changes_html
from hrreport.exporting.groups_csv import edition_changes_csv
from hrreport.exporting.groups_html import edition_duties_html, edition_matrix_html, group_trend_html
from hrreport.model.country import ReportId
from hrreport.model.edition_change import CountryDuties, EditionChanges, EditionDuties
from hrreport.model.edition_matrix import CountryGroup, CountrySeries, EditionMatrix, GroupTrend
from hrreport.model.finding import Analysis, Assessment, Brief, Finding, Issue, Kind, Source
from hrreport.model.gap import MissingReport
from hrreport.model.hit import Hit, HitSpan, Neighbor
from hrreport.model.locator import Locator
from hrreport.model.report import Link, Paragraph, Section
from hrreport.quoting import verify_text
from hrreport.views.changes import changes_document
from hrreport.views.compilation import compilation_document
from hrreport.views.findings import findings_document, issues_document
from hrreport.views.matrix import matrix_document
from hrreport.views.report import report_document
from hrreport.views.summary import summary_document
from hrreport.views.trend import trend_document
from hrreport.views.verdicts import verdict_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it.token import Token
    from playwright.sync_api import Browser

    from hrreport.model.report import Report
    from hrreport.model.summary import Summary
    from hrreport.views.blocks import BlockDocument

    Editions = dict[str, tuple[Report, Analysis]]


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


@pytest.fixture(scope="session")
def sample(arcadia: Report) -> Report:
    """The invented report as if it were the bundled abridgement."""
    return replace(arcadia, provenance=replace(arcadia.provenance, origin="sample"))


# -- a passage that was found ------------------------------------------------------------------

HIT_TEXT = "=wardens *kept* a register_of <b>wardens</b>."


@pytest.fixture(scope="session")
def hit(arcadia: Report) -> Hit:
    """A passage whose words mean something to a table and to Markdown."""
    return Hit(
        id=arcadia.id, locator=Locator("1.c", 4), headings=("Section 1. Life", "c. *Torture*"), topic="Wardens",
        text=HIT_TEXT, highlights=(HitSpan(1, 8), HitSpan(33, 40)), topic_highlights=(), heading_highlights=((), ()),
        score=2.5,
        kinds=(Kind.ABUSE, Kind.LAW), subjects=("torture",), title=arcadia.title, published="",
        provenance=arcadia.provenance, before=(Neighbor(Locator("1.c", 3), "Label", "1. Before."),),
    )  # fmt: skip


# -- every answer that is a document of blocks ---------------------------------------------------


def _cite(*place: object) -> str:
    return f"Cited <as> {', '.join(map(str, place))}."


@pytest.fixture(scope="session")
def documents(
    editions: dict[str, tuple[Report, Analysis]],
    names: dict[str, str],
    arcadia: Report,
    arcadia_analysis: Analysis,
    arcadia_summary: Summary,
) -> dict[str, BlockDocument]:
    """One document of each kind, by its name."""
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    compared = compare_reports(old, new, then=then, now=now)
    series = [pair for name, pair in editions.items() if name.startswith("arcadia")]
    several = [editions["arcadia-2024"], editions["ruritania-2024"]]
    key = tuple(f for f in arcadia_analysis.findings if f.key)
    compiled = compile_passages([report for report, _ in several], ["torture", "women"])
    verdict = verify_text(arcadia, "“[t]he law forbids torture.” x\n\nIn June officers shot two boatmen.")
    return {
        "brief": summary_document(arcadia, replace(arcadia_summary, digests=(), in_brief=True), "Arcadia"),
        "changes": changes_document(compared, names),
        "compilation": compilation_document(compiled, names, cite=_cite),
        "exhibit": changes_document(select(compared, topics=["torture"]), names, exhibit=True, cite=_cite),
        "findings": findings_document(arcadia, key, "Arcadia", explain=True, cite=_cite),
        "issues": issues_document(arcadia, arcadia_analysis, "Arcadia", cite=_cite),
        "matrix": matrix_document(matrix_of(several), names, cite=_cite),
        "report": report_document(arcadia, "Arcadia", citation=_cite("Arcadia"), aid=arcadia_analysis),
        "summary": summary_document(arcadia, arcadia_summary, "Arcadia"),
        "trend": trend_document(trend_of(series, ["torture"]), names),
        "verdict": verdict_document(arcadia, verdict, "Arcadia", cite=_cite),
    }  # fmt: skip


# -- many countries ------------------------------------------------------------------------------

EVIL = "Guards beat </script><script>alert(1)</script><!-- & men."


OLD = f"1.c Torture | torture\n{EVIL} The law forbids torture.\n\n1.c/prisons Prisons | prisons\nGuards beat inmates."


NEW = "3.a Torture | torture\nThere were no reports of torture. The law forbids torture."


GROUP_NAMES = {"arcadia": "Arcadia <b>", "ruritania": "Ruritania", "chad": "Chad"}


TOPIC = next(topic for topic in records.topics() if topic.id == "torture")


GROUP = CountryGroup("Both", ("ruritania", "arcadia"))


GAPS = (MissingReport(ReportId("chad", 2024), "not-stored", "hrreport download chad 2024"),)


@pytest.fixture(scope="session")
def group_pages(build: Callable[..., Report], analyze: Callable[[Report], Analysis]) -> dict[str, str]:
    """Every page and table of many countries, of two countries of which one has hostile words."""
    pairs = [[build(year, text, country) for year, text in ((2023, OLD), (2024, NEW))] for country in GROUP.countries]
    read = [[read_topics(r, analyze(r), [("torture",)], texts=True) for r in pair] for pair in pairs]
    rows = tuple(country_change(a, b, analyze(a), analyze(b), sentences=True) for a, b in pairs)
    matrix = EditionMatrix(GROUP, 2023, (TOPIC,), tuple(pair[0] for pair in read), gaps=GAPS)
    duties = tuple(duty for duty in records.duties() if duty.id == "torture")
    answered = tuple(CountryDuties(*pair) for pair in read)
    series = tuple(CountrySeries(pair[0].report.id.country, tuple(pair)) for pair in read)
    return {
        "matrix": edition_matrix_html(matrix, GROUP_NAMES),
        "changes": edition_changes_html(EditionChanges(GROUP, 2023, 2024, rows, gaps=GAPS), GROUP_NAMES),
        "duties": edition_duties_html(EditionDuties(GROUP, 2023, 2024, duties, answered, gaps=GAPS), GROUP_NAMES),
        "trend": group_trend_html(GroupTrend(GROUP, TOPIC, (2023, 2024), (2024,), series, gaps=GAPS), GROUP_NAMES),
        "csv": edition_changes_csv(EditionChanges(GROUP, 2023, 2024, rows, gaps=GAPS), GROUP_NAMES),
    }


@pytest.fixture(scope="session")
def data_blocks() -> Callable[[str], list[Any]]:
    """Return a reader of the blocks of data in a page."""
    block = re.compile(r'<script type="application/json"[^>]*>(.*?)</script>')
    return lambda page: [json.loads(text) for text in block.findall(page)]
