"""Watch real pages: silent edits of single sentences, and the same reports in three templates of the site.

    python -m tests.benchmarks.bench_watch MIRROR [EDITS] [REPORTS]

EDITS (40) pages, evenly spread, are stored, then one sentence of each is changed at random (seeded): a number, a word
left out, a "not" put in, a sentence left out, a sentence put in. An edit counts as found where the watch names
exactly that sentence and no other. REPORTS (200) pages are stored as the oldest template writes them, and watched in
the template of spring 2025, then in the newest, each time with another date and other links around the text; every
piece of news is a false alarm.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.corpus.pages import in_newest_template, in_oldest_template, pages_in

from hrreport.analysis import ANALYSIS_VERSION
from hrreport.catalogue import records
from hrreport.fetching.fetcher import Fetcher
from hrreport.library.library import Library
from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis
from hrreport.parsing import PARSER_VERSION
from hrreport.parsing.report import parse_opened
from hrreport.pipeline.context import Context
from hrreport.pipeline.obtain import obtain
from hrreport.pipeline.retrieve import fetch_pages, open_edition_lists
from hrreport.pipeline.watch import watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.model.news import NewsItem, WatchResult
    from hrreport.model.report import Report

EDITS, REPORTS, SEED = 40, 200, 20261201
_FEWEST_WORDS = 8
_FOLDED = 'class="accordion-title"'
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?![\w.,])")
_PUT_IN = "Observers of the ministry counted nine closed gates near the river."


class Edit(NamedTuple):
    """A change of one sentence; one side is empty where it was left out or put in."""

    old: str
    new: str


class Bench:
    """A mirror that pages are put into, and a library that watches it."""

    def __init__(self, folder: Path, fetcher: Fetcher, library: Library) -> None:
        """Take an empty mirror."""
        self.folder = folder
        self.library = library
        self.context = Context(library, lambda: fetcher, lambda: datetime.now(UTC), lambda _: None)
        self.ids: dict[ReportId, Path] = {}

    def put(self, page: Path, markup: str) -> ReportId:
        """Put a page into the mirror where the site has it."""
        place = self.folder / "www.state.gov/reports" / page.parent.parent.name / page.parent.name / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(markup, encoding="utf-8")
        report_id = ReportId(page.parent.name.lower(), int(page.parent.parent.name[:4]))
        self.ids[report_id] = page
        return report_id

    def store(self) -> None:
        """Fetch all into the library; what is found in them has no part in a watch, and is left out."""
        for report_id in self.ids:
            pages = fetch_pages(report_id, open_edition_lists(self.context), stored=None, progress=lambda _: None)
            assert pages
            report = parse_opened(pages, report_id)
            self.library.save(
                tuple(page.snapshot for page in pages),
                report,
                Analysis(report_id, (), ()),
                parser_version=PARSER_VERSION,
                analysis_version=ANALYSIS_VERSION,
            )

    def watch(self) -> WatchResult:
        """Ask for all again."""
        return watch(self.ids, self.library, self.context)


def main(mirror: str, edits: str = str(EDITS), reports: str = str(REPORTS)) -> None:
    """Print both figures, and whatever is behind them."""
    pages = pages_in(Path(mirror))
    if int(edits):
        in_bench(lambda bench: print_edits(bench, spread(pages, 2 * int(edits)), int(edits)))
    folded = (page for page in pages if _FOLDED in page.read_text("utf-8", "replace"))
    in_bench(lambda bench: print_templates(bench, spread(list(folded), int(reports))))


def in_bench(run: Callable[[Bench], None]) -> None:
    """Run something with a mirror and a library of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "mirror"
        folder.mkdir()
        with Fetcher(mirror=str(folder)) as fetcher, Library(Path(name) / "l.sqlite", clock=_now) as library:
            run(Bench(folder, fetcher, library))


def _now() -> datetime:
    return datetime.now(UTC)


def spread(pages: list[Path], most: int) -> list[Path]:
    """Return pages evenly spread over all whose addresses name the country by its own slug."""
    slugs = {country.slug for country in records.countries()}
    known = [page for page in pages if page.parent.name in slugs]
    return known[:: max(1, len(known) // most)][:most]


def print_edits(bench: Bench, pages: Iterable[Path], most: int) -> None:
    """Print how many silent edits are found."""
    chance = random.Random(SEED)  # noqa: S311
    made: dict[ReportId, Edit] = {}
    for page in pages:
        if len(made) == most:
            break
        report_id = bench.put(page, page.read_text("utf-8", "replace"))
        report = obtain(report_id, bench.context).report
        if changed := edited(page.read_text("utf-8", "replace"), report, chance, len(made)):
            made[report_id], markup = changed
            bench.put(page, other_surroundings(markup))
    watched = bench.watch()
    by_id = {ReportId(each.country, each.year): each for each in watched.news}
    found = [report_id for report_id, edit in made.items() if names(by_id.get(report_id), edit)]
    print(f"silent edits  {len(found)} of {len(made)} found with the right sentence and no other")
    for report_id, edit in made.items():
        if report_id not in found:
            news = by_id.get(report_id)
            print(f"  {report_id}: {edit} -> {[(p.kind, p.old, p.new) for p in news.pairs] if news else None}")
    print(f"              {len(watched.news) - len(made)} other news; {len(watched.unasked)} could not be asked")


def names(news: NewsItem | None, edit: Edit) -> bool:
    """Return whether news are of exactly that sentence."""
    if news is None or news.kind != "revised" or len(news.pairs) != 1:
        return False
    (pair,) = news.pairs
    return ([q.text for q in pair.old], [q.text for q in pair.new]) == (
        [edit.old] if edit.old else [],
        [edit.new] if edit.new else [],
    )


def edited(markup: str, report: Report, chance: random.Random, kind: int) -> tuple[Edit, str] | None:
    """Return a page with one sentence changed, with the change; ``None`` where no sentence is plain in the markup."""
    sentences = [s for _, p in report.passages() for s in p.sentences if s.count(" ") >= _FEWEST_WORDS]
    chance.shuffle(sentences)
    ways = (_number, _word_out, _not_in, _left_out, _put_in)
    for sentence in sentences:
        new = ways[kind % len(ways)](sentence, chance)
        if new is None or sentences.count(sentence) > 1:
            continue
        plain = unescape(markup)
        if plain.count(sentence) == markup.count(sentence) == 1:
            edit = Edit("", _PUT_IN) if new.startswith(sentence) else Edit(sentence, new)
            return edit, markup.replace(sentence, new)
    return None


def _number(sentence: str, chance: random.Random) -> str | None:
    found = list(_NUMBER.finditer(sentence))
    if not found:
        return None
    one = chance.choice(found)
    return f"{sentence[: one.start()]}{int(one[0]) + 1}{sentence[one.end() :]}"


def _word_out(sentence: str, chance: random.Random) -> str:
    words = sentence.split()
    del words[chance.randrange(1, len(words) - 1)]
    return " ".join(words)


def _not_in(sentence: str, _chance: random.Random) -> str | None:
    return sentence.replace(" was ", " was not ", 1) if " was " in sentence else None


def _left_out(_sentence: str, _chance: random.Random) -> str:
    return ""


def _put_in(sentence: str, _chance: random.Random) -> str:
    return f"{sentence} {_PUT_IN}"


def other_surroundings(markup: str) -> str:
    """Return a page with another title of the site, other links, and a line about its age before the report."""
    head = markup.replace("<title>", "<title>Archived: ", 1)
    return re.sub(
        r"<body[^>]*>", r'\g<0><div class="archive-bar"><a href="/new/">This page is old</a></div>', head, count=1
    )


def print_templates(bench: Bench, pages: list[Path]) -> None:
    """Print how many false alarms a change of template raises."""
    for page in pages:
        bench.put(page, in_oldest_template(page.read_text("utf-8", "replace")))
    bench.store()
    for name, written in (("G1 to G2", lambda markup: markup), ("G2 to G3", in_newest_template)):
        for page in pages:
            bench.put(page, other_surroundings(written(page.read_text("utf-8", "replace"))))
        watched = bench.watch()
        print(f"{name}      {len(watched.news)} alarms in {watched.asked} reports; {len(watched.unasked)} not asked")
        for news in watched.news:
            changed = [(p.kind, p.old, p.new) for p in news.pairs]
            print(f"  {news.country} {news.year}: {news.kind} {changed[:3]} {news.headings[:3]}")
        for one in watched.unasked:
            if one.id:
                print(f"  {one.id}: {one.reason}")


if __name__ == "__main__":
    main(*sys.argv[1:])
