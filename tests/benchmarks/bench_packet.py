"""How exact exhibits are, whether their pages are numbered right, and whether they have what cuts the other way.

Run it by hand: ``python -m tests.benchmarks.bench_packet MIRROR LABELED LABELS [SOFFICE]``. MIRROR is a folder with
pages of reports, LABELED one with those that are labeled, LABELS the folder of the labels; SOFFICE is LibreOffice's
program, with which Word files are rendered.
"""

from __future__ import annotations

import functools
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.corpus.printed import printed_pages

from hrreport import tables
from hrreport.catalogue import records
from hrreport.citing import cite
from hrreport.comparison.packet import packet_of
from hrreport.exporting.pdf import document_pdf
from hrreport.exporting.word import document_docx
from hrreport.fetching.fetcher import Fetcher
from hrreport.filings import read_filing
from hrreport.inputs.claims import read_claim, subjects_named, subjects_of
from hrreport.library.library import Library
from hrreport.model.country import ReportId
from hrreport.pipeline.check import check_filing
from hrreport.pipeline.context import Context
from hrreport.pipeline.obtain import obtain
from hrreport.text.slugs import slug
from hrreport.views.blocks import QuotationBlock
from hrreport.views.packet import packet_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.locator import Locator
    from hrreport.model.packet import Packet, PartSubjects
    from hrreport.views.blocks import BlockDocument

EXHIBITS = (
    (
        "honduras",
        (2022, 2023, 2024),
        'grounds = ["PSG"]\ngroup = ["women", "gangs"]\nactor = "private"\nrelocation = true',
    ),
    ("kazakhstan", (2023, 2024), 'grounds = ["political opinion"]\nactor = "state"'),
    ("kenya", (2022, 2023), 'grounds = ["PSG"]\ngroup = ["lgbtqi"]\nactor = "both"\nrelocation = true'),
    ("pakistan", (2021, 2022, 2023, 2024), 'grounds = ["religion"]\nactor = "both"\nrelocation = true'),
    ("china", (2023,), 'grounds = ["race", "torture"]\nactor = "state"'),
)
NAMES = {country.slug: country.name for country in records.countries()}
CUTS = ("denial", "response")


def letters(text: str) -> str:
    """The words of a text, however they are broken into lines."""
    return re.sub(r"[\s-]+", "", text)


def words(text: str) -> str:
    """The words of a text, for finding a labeled sentence again."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


class Bench:
    """The reports, each read once."""

    def __init__(self, mirror: str, library: Library) -> None:
        fetcher = functools.cache(lambda: Fetcher(mirror=mirror, notify=print))
        self.context = Context(library, fetcher, lambda: datetime.now(UTC), print)

    @functools.cache  # noqa: B019  it lives as long as the program
    def read(self, country: str, year: int) -> Any:
        """A report with its analysis."""
        return obtain(ReportId(country, year), self.context)

    def exhibit(
        self, country: str, years: Sequence[int], subjects: Sequence[PartSubjects], claim: Any = None
    ) -> tuple[Packet, BlockDocument]:
        """An exhibit, and its document."""
        got = [self.read(country, year) for year in years]
        packet = packet_of([(one.report, one.analysis) for one in got], subjects, claim=claim)
        reports = {one.report.id: one.report for one in got}

        def cited(report_id: ReportId, place: Locator | None) -> str:
            return cite(reports[report_id], place, style="bluebook", country_name=NAMES[report_id.country])

        return packet, packet_document(packet, NAMES, cite=cited)


def rendered(docx: bytes, soffice: str, folder: Path) -> bytes:
    """A Word file as LibreOffice prints it."""
    (folder / "exhibit.docx").write_bytes(docx)
    command = [soffice, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "exhibit.docx")]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / "exhibit.pdf").read_bytes()


def check_exhibits(bench: Bench, soffice: str, folder: Path) -> None:
    """Print what the program's own check says of exhibits, and whether their pages are numbered right."""
    totals: Counter[str] = Counter()
    for country, years, text in EXHIBITS:
        claim = read_claim(text)
        began = time.perf_counter()
        _, document = bench.exhibit(country, years, subjects_of(claim), claim)
        print(f"{country} {years}: chosen in {time.perf_counter() - began:.2f} s", flush=True)
        quoted = Counter(
            letters((f"{block.label}: " if block.label else "") + "".join(run.text for run in block.runs))
            for block in document.blocks
            if isinstance(block, QuotationBlock)
        )
        for form, write in (("docx", document_docx), ("pdf", document_pdf)):
            began = time.perf_counter()
            body = write(document)
            wrote = time.perf_counter() - began
            checked = check_filing(read_filing(f"exhibit.{form}", body), bench.context)
            exact = Counter(letters(one.quotation) for one in checked.findings if one.verdict == "exact")
            paged = body if form == "pdf" else rendered(body, soffice, folder) if soffice else None
            pages = printed_pages(paged) if paged else None
            numbers = len(pages.right_index) * 2 + len(pages.right_contents) if pages else 0
            totals += Counter(
                {
                    f"{form} quotations": quoted.total(),
                    f"{form} exact": (quoted & exact).total(),
                    f"{form} wrong": sum(one.wrong for one in checked.findings),
                    f"{form} page numbers": numbers,
                    f"{form} page numbers wrong": pages.wrong if pages else 0,
                }
            )
            said = f"{(quoted & exact).total()} of {quoted.total()} exact, {checked.counts['wrong']} wrong findings"
            print(
                f"  {form}, {wrote:.1f} s: {said}; {pages.wrong if pages else '?'} of {numbers} page numbers wrong",
                flush=True,
            )
    print(dict(totals))


def headings(year: int) -> dict[str, list[str]]:
    """Topics by heading, or by heading and run-in label, as the outline of an edition has them."""
    outline = records.outline_name(year)
    found: dict[str, list[str]] = {}
    for row in tables.table(f"outlines/{outline}.toml")["heading"]:
        for name in (row["title"], *row.get("also", ())):
            found.setdefault(slug(name), []).extend(row.get("topics", ()))
            for label, topics in row.get("labels", {}).items():
                found.setdefault(f"{slug(name)} {slug(label)}", []).extend(topics)
    return found


def labeled(folder: Path) -> Iterator[tuple[str, int, list[tuple[str, frozenset[str]]]]]:
    """The sentences of labeled reports that cut the other way, each with the topics of the headings above it."""
    for file in sorted(folder.glob("*.json")):
        told = json.loads(file.read_text(encoding="utf-8"))
        known = headings(told["year"])
        sentences = []
        for node in told["nodes"]:
            names = [slug(re.sub(r"^(?:Section \d+|[a-z])\.\s+", "", name)) for name in node["path"]]
            above = {topic for name in names for topic in known.get(name, ())}
            for one in node["sentences"]:
                own = known.get(f"{names[-1]} {slug(one['topic'] or '')}", ())
                if one["kind"] in CUTS:
                    sentences.append((words(one["text"]), frozenset(above.union(own))))
        yield told["country"], told["year"], sentences


def check_labeled(bench: Bench, folder: Path) -> None:
    """Print how many labeled sentences that cut the other way are in the exhibit on their topic, and in its part."""
    count: Counter[str] = Counter()
    for country, year, sentences in labeled(folder):
        for topic in records.topics():
            wanted = [text for text, topics in sentences if topic.id in topics]
            if not wanted:
                continue
            packet, _ = bench.exhibit(country, [year], subjects_named([topic.id]))
            texts = {
                part.id: " ".join(
                    words(p.paragraph.printed) for t in part.tabs for x in t.passages for p in x.paragraphs
                )
                for part in packet.parts
            }
            whole = " ".join(texts.values())
            count["sentences"] += len(wanted)
            count["in the exhibit"] += sum(text in whole for text in wanted)
            count["in the part that cuts the other way"] += sum(text in texts["adverse"] for text in wanted)
    for name, number in count.items():
        print(f"{name}: {number} ({number / count['sentences']:.4f})")


def main() -> None:
    """Print all figures."""
    mirror, of_labels, labels, *others = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        for name, pages in (("labeled", of_labels), ("all", mirror)):
            library = Library(Path(folder) / f"{name}.sqlite", clock=lambda: datetime.now(UTC))
            bench = Bench(pages, library)
            if name == "labeled":
                check_labeled(bench, Path(labels))
            else:
                check_exhibits(bench, others[0] if others else "", Path(folder))
            library.close()


if __name__ == "__main__":
    main()
