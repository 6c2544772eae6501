"""Measures the library on a synthetic corpus: indexing, bytes, and searches.

    python -m tests.benchmarks.bench_library [--reports 9600] [--edition 195] [--keep FILE]

The corpus is made of the bundled abridgement's sentences, in its page's markup, with every
twelfth word or so replaced by an invented name out of 40,000, the common ones more often; each
report is drawn from 20,000 such paragraphs. 9,600 reports of about 90,000 bytes are about as much
as was ever published.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from html import escape
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from hrreport import tables
from hrreport.analysis.report_analysis import analyze_report
from hrreport.catalogue import records
from hrreport.errors import HrReportError
from hrreport.library.library import Library
from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Finding, Kind, Source
from hrreport.model.hit import Query
from hrreport.model.report import Paragraph, Report, Section
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import parse_page
from hrreport.pipeline.obtain import sample
from hrreport.text.sentences import sentence_starts

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE_BYTES = 90_000
NAMES = 40_000
PARAGRAPHS = 20_000
QUERIES = (
    Query("pretrial detention"),
    Query('"pretrial detention"'),
    Query("pre-trial"),
    Query("torture"),
    Query("police"),
    Query("government"),
    Query("women"),
    Query("human rights"),
    Query("journalist* AND (arrest* OR detain*)"),
    Query('"freedom of expression"'),
    Query("NEAR(prison staff, 10)"),
    Query("torture NOT police"),
    Query("child marriage"),
    Query("trade union*"),
    Query("bribery"),
    Query("329"),
    Query("ombudsman"),
    Query("detention", countries=("kazakhstan",)),
    Query("detention", years=(2010,)),
    Query("detention", countries=("kazakhstan", "uganda"), years=(2008, 2009, 2010, 2011)),
    Query("court", regions=("sca",), kinds=(Kind.ABUSE,)),
    Query("police", topics=("torture",)),
    Query("law", sections=("7",), kinds=(Kind.LAW, Kind.DENIAL)),
    Query("government", countries=("kazakhstan",), kinds=(Kind.RESPONSE,), context=1),
    Query("karo*"),
    Query("media OR press OR newspaper*"),
    Query('"credible reports"', limit=50),
    Query("women", offset=200),
)
"""Rare and common words, phrases, prefixes, operators and filters."""


class Corpus:
    """Reports made of the abridgement's sentences, each the same whenever it is made."""

    def __init__(self) -> None:
        report = sample().report
        self.sections = [s for s in report.walk() if s.id != "summary"]
        self.sentences = [text for _, p in report.passages() for text in p.sentences]
        page = tables.text("samples/kazakhstan-2023.html")
        content = page.index('<section class="report__section')
        self.frame = (page[:content], page[page.rindex("</section>") :])
        draw = random.Random(1)  # noqa: S311  a corpus, not a secret
        syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en")]
        self.names = ["".join(draw.choices(syllables, k=3)).title() for _ in range(NAMES)]
        self.weights = list(accumulate(1 / n for n in range(1, NAMES + 1)))
        texts = [self.paragraph(draw) for _ in range(PARAGRAPHS)]
        self.pool = [(text, sentence_starts(text), len(escape(text).encode()) + 8) for text in texts]

    def paragraph(self, draw: random.Random) -> str:
        """Return up to six sentences with some names in them."""
        text = " ".join(draw.choices(self.sentences, k=draw.randint(1, 6)))
        names = iter(draw.choices(self.names, cum_weights=self.weights, k=60))
        words = [next(names, word) if draw.random() < 1 / 12 else word for word in text.split(" ")]
        return " ".join(words)

    def make(self, report_id: ReportId) -> tuple[Snapshot, Report]:
        """Return a page of `PAGE_BYTES`, and its report without being parsed."""
        draw = random.Random(str(report_id))  # noqa: S311  a corpus, not a secret
        sections = [(s, list[Paragraph]()) for s in self.sections]
        size = sum(map(len, self.frame)) + sum(len(s.heading) + 80 for s in self.sections)
        while size < PAGE_BYTES:
            _, paragraphs = draw.choice(sections)
            text, starts, length = draw.choice(self.pool)
            paragraphs.append(Paragraph(len(paragraphs) + 1, text, starts))
            size += length
        found = [
            Section(s.id, s.label, s.heading, s.level, tuple(ps), topics=s.topics, as_printed=s.as_printed)
            for s, ps in sections
        ]
        body = "\n".join(
            f"<h{s.level}>{escape(s.as_printed)}</h{s.level}>\n"
            + "\n".join(f"<p>{escape(p.text, quote=False)}</p>" for p in s.paragraphs)
            for s in found
        )
        page = f'{self.frame[0]}<section class="report__section entry-content">\n{body}\n{self.frame[1]}'.encode()
        url = f"https://www.example.org/{report_id.year}/{report_id.country}/"
        when = datetime(report_id.year % 50 + 1990, 5, 1, tzinfo=UTC)
        source = Provenance(url, url, when, "mirror", hashlib.sha256(page).hexdigest(), encoding="utf-8")
        title = f"{report_id.year} Country Reports on Human Rights Practices: {report_id.country}"
        return Snapshot(page, source), Report(report_id, title, f"{report_id.year + 1}-04-22", tuple(found), source)


def quick_analysis(report: Report) -> Analysis:
    """Return an analysis of the usual size, without analysing."""
    draw = random.Random(str(report.id))  # noqa: S311  a corpus, not a secret
    kinds = tuple(Kind)
    cues = [f"{mark}{word}" for mark in ("", "<", "*", "say ") for word in "held beat free law rate fine ban".split()]
    findings = []
    for section, paragraph in report.passages():
        for n, text in enumerate(paragraph.sentences, start=1):
            sources = (Source(" ".join(text.split()[:3]), "observers"),) if n % 2 else ()
            strength = ("credible",) if n % 5 == 0 else ()
            why = tuple(draw.sample(cues, 6))
            place = section.locate(paragraph, n)
            kind = draw.choice(kinds)
            findings.append(Finding(place, text, None, kind, key=n == 1, strength=strength, sources=sources, cues=why))
    return Analysis(report.id, tuple(findings), ())


def now() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)


def store(path: Path, corpus: Corpus, ids: list[ReportId], *, whole: bool) -> None:
    """Save reports; `whole` parses and analyses their pages, too."""
    with Library(path, clock=now) as library:
        for report_id in ids:
            snapshot, report = corpus.make(report_id)
            if whole:
                report = parse_page(snapshot, report_id)
            analysis = analyze_report(report) if whole else quick_analysis(report)
            library.save([snapshot], report, analysis, parser_version="1", analysis_version="1")


def make(corpus: Corpus, ids: list[ReportId]) -> None:
    """Only make reports, to know what of the time is not the library's."""
    for report_id in ids:
        quick_analysis(corpus.make(report_id)[1])


def on_two_cores(work: object, items: Sequence[object], *args: object, **options: object) -> float:
    """Return the seconds that two processes take, each with half of the items."""
    processes = [
        multiprocessing.Process(target=work, args=(*args, items[half::2]), kwargs=options)  # type: ignore[arg-type]
        for half in (0, 1)
    ]
    start = time.perf_counter()
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    if any(process.exitcode for process in processes):
        sys.exit("a process failed")
    return time.perf_counter() - start


def searches(path: Path) -> list[tuple[float, Query, int]]:
    """Return seconds, query and hits of each query, the second time it is asked."""

    def timed(library: Library, query: Query) -> tuple[float, Query, int]:
        start = time.perf_counter()
        result = library.search(query)
        return time.perf_counter() - start, query, result.total

    with Library(path, clock=now) as library:
        for query in QUERIES:
            library.search(query)
        return [timed(library, query) for query in QUERIES]


COLD = """
from datetime import UTC, datetime
from hrreport.library.library import Library
from hrreport.model.hit import Query
with Library({path!r}, clock=lambda: datetime.now(UTC)) as library:
    library.search(Query({text!r}))
"""


def cold(path: Path) -> tuple[list[float], float]:
    """Return the seconds of whole processes that search once, and the median of one that does nothing."""

    def seconds(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - start

    nothing = statistics.median(seconds("pass") for _ in range(9))
    plain = [query.text for query in QUERIES if query == Query(query.text)]
    return sorted(seconds(COLD.format(path=str(path), text=text)) for text in plain), nothing


def ids_of(count: int) -> list[ReportId]:
    """Return ids, an edition after the other."""
    slugs = [country.slug for country in records.countries()][:195]
    return [ReportId(slug, 1975 + n) for n in range(count // len(slugs) + 1) for slug in slugs][:count]


def shown(times: list[float]) -> str:
    """Return median and 95th percentile, in milliseconds."""
    ordered = sorted(times)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"median {statistics.median(ordered) * 1e3:.1f} ms, 95th percentile {late * 1e3:.1f} ms"


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=9600)
    parser.add_argument("--edition", type=int, default=195)
    parser.add_argument("--keep", type=Path, help="where to keep the large library; one that is there is measured")
    given = parser.parse_args()
    corpus = Corpus()
    with tempfile.TemporaryDirectory() as folder:
        edition, whole = Path(folder) / "edition.sqlite", given.keep or Path(folder) / "all.sqlite"
        if given.edition:
            took = on_two_cores(store, ids_of(given.edition), edition, corpus, whole=True)
            print(f"an edition of {given.edition}: parsed, analysed and indexed in {took:.1f} s on 2 cores")
            report_bytes(edition)
        if not whole.exists():
            ids = ids_of(given.reports)
            making = on_two_cores(make, ids, corpus)
            took = on_two_cores(store, ids, whole, corpus, whole=False) - making
            print(f"{len(ids)} reports: saved and indexed in {took:.0f} s on 2 cores, {len(ids) / took:.0f} reports/s")
        report_bytes(whole)
        found = searches(whole)
        for seconds, query, total in sorted(found, key=lambda f: -f[0]):
            filters = re.sub(r"\w+=\(\)(, )?|limit=20, |(offset|context)=0,? ?", "", repr(query)).replace(", )", ")")
            print(f"  {seconds * 1e3:7.1f} ms {total:9,d}  {filters}")
        print(f"search within a process: {shown([seconds for seconds, _, _ in found])}")
        times, nothing = cold(whole)
        print(f"search in a process of its own: {shown(times)}; 'python -c pass': {nothing * 1e3:.1f} ms")
        print(f"  so the median is {statistics.median(times) / nothing:.1f} times 'python -c pass'")


def report_bytes(path: Path) -> None:
    """Print what the bytes of a library are spent on."""
    with Library(path, clock=now) as library:
        info = library.info()
    spent = ", ".join(f"{part} {size / info.reports:,.0f}" for part, size in info.stored_bytes)
    print(
        f"  {info.page_bytes:,d} bytes of pages ({info.page_bytes / info.reports:,.0f} a report), "
        f"{info.paragraphs:,d} paragraphs; library {info.size:,d} bytes, {info.size / info.page_bytes:.2f} of the pages"
    )
    print(f"  bytes a report: {spent}")


if __name__ == "__main__":
    try:
        main()
    except HrReportError as error:
        sys.exit(str(error))
