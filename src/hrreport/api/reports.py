"""Reports by country and year: read, compared, followed over the editions, compiled, and searched.

The functions at the end are the methods of a `Reports` whose settings are those of the environment.
The module is long because its docstrings are the documentation of the methods.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from hrreport.api.access import all_of, identify, names, texts, years_of
from hrreport.api.answers import Answer, list_answer, of_reports, plain_citation
from hrreport.api.comparisons import Comparisons
from hrreport.api.country_report import CountryReport, kind_named
from hrreport.errors import InputError
from hrreport.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from hrreport.api.access import Names, Year, Years
    from hrreport.model.checked import CheckedFiling, CheckedQuotation
    from hrreport.model.country import Country, Edition, ReportId
    from hrreport.model.finding import Kind
    from hrreport.model.hit import Hit, SearchResult
    from hrreport.model.holding import DownloadResult, DownloadSummary, Holding
    from hrreport.model.news import NewsItem, WatchResult
    from hrreport.model.quotation import LibraryVerdict, Verdict
    from hrreport.model.topic import TopicEntry


@dataclass(frozen=True, slots=True)
class Reports(Comparisons):
    """All reports: those in the library, and those that the sources give.

    Example:
        >>> import hrreport
        >>> reports = hrreport.Reports(hrreport.Settings(offline=True, library="reports.sqlite"))
        >>> reports.topics("child marriage")[0].topic.id
        'child-marriage'
    """

    def read(self, country: str, year: Year) -> CountryReport:
        """Return a report, from the library or from the first source that gives it; it is then stored.

        Args:
            country: A name, another name, or an ISO code, as on the command line.
            year: The year covered.

        Raises:
            InputError: The country or the year is not understood.
            NotFoundError: The edition's list was read, and there is no such report.
            FetchError: No source gave it; ``attempts`` has what each answered.
            ParseError: A page was received and is not understood.
        """
        with self._opened() as services:
            return self._obtained(*identify(country, year), services)

    def search(
        self,
        query: str,
        *,
        country: Names | None = None,
        year: Years | None = None,
        section: Names | None = None,
        topic: Names | None = None,
        kind: Kind | str | None = None,
        limit: int = 20,
        context: int = 0,
    ) -> Answer[SearchResult, Hit]:
        """Return the paragraphs of all stored reports that a query finds, the best first.

        Args:
            query: Words, which must all be there; ``'"a phrase"'``; ``beginning*``; AND, OR, NOT, brackets.
            country: Only these countries.
            year: Only these editions.
            section: Only these sections, of whatever report.
            topic: Only these topics.
            kind: Only paragraphs with a sentence of that kind.
            limit: Paragraphs to return; ``answer.value.total`` counts all of them.
            context: Paragraphs to return before and after each.

        Raises:
            InputError: The query or a filter is not understood.
            NotFoundError: There is no library, or it is empty.
            LibraryError: The library cannot be used.
        """
        from hrreport.codec.hits import search_json
        from hrreport.inputs.selections import countries_in, sections_in, topics_in
        from hrreport.library.search_coverage import coverage_of
        from hrreport.model.hit import Query
        from hrreport.terminal.hits import search_view
        from hrreport.wording.hits import describe_no_hits, describe_unsearched

        asked = Query(
            query,
            countries=tuple(one.slug for one in countries_in(texts(country))),
            years=years_of(year),
            sections=sections_in(texts(section)),
            topics=topics_in(texts(topic)),
            kinds=() if kind is None else (kind_named(kind),),
            limit=limit,
            context=context,
        )
        with self._stored_library() as library:
            result = library.search(asked)
            result = replace(result, coverage=coverage_of(library, asked, result.total))
        return Answer(
            result,
            result.hits,
            f"{len(result.hits)} of {result.total:,} passages with {query}",
            lambda: search_json(asked, result, names(), cite=lambda hit: f"{hit.id}, {hit.locator}"),
            lambda json: of_reports(json["hits"]),
            lambda: search_view(asked, result, names()),
            tuple(describe_unsearched(result.coverage))
            if result.total
            else (describe_no_hits(asked, result.coverage, result.reading),),
        )

    def verify(self, quotation: str) -> Answer[LibraryVerdict, Verdict]:
        """Return in which of all stored reports a quotation is, word for word, or which comes nearest to it.

        Raises:
            InputError: The quotation has no words.
            NotFoundError: There is no library, or it is empty.
            LibraryError: The library cannot be used.
        """
        from hrreport.codec.quotations import sightings_json
        from hrreport.pipeline.verify import verify_everywhere
        from hrreport.terminal.verdicts import sightings_view

        with self._opened() as services, self._stored_library() as library:
            found = verify_everywhere(quotation, library, services)
        verdicts = tuple(verdict for _, verdict in found.verdicts if verdict.found)
        return Answer(
            found,
            verdicts,
            f"found in {len(verdicts) + len(found.others)} of {found.reports:,} reports: {found.quotation[:40]!r}",
            lambda: sightings_json(found, names(), cite=plain_citation),
            lambda json: of_reports(json["verdicts"]),
            lambda: sightings_view(found, names(), cite=plain_citation),
        )

    def download(
        self, countries: Names, years: Years, *, pdfs: bool = False
    ) -> Answer[DownloadSummary, DownloadResult]:
        """Fetch reports into the library, and return the result for each; what is stored is passed over.

        Each host is asked for one page at a time, with pauses; a download may be interrupted, and continued by
        the same call.

        Args:
            countries: Which countries.
            years: Which editions.
            pdfs: Whether the official PDF of each report is fetched too; it needs the extra ``pdf``.

        Raises:
            InputError: An argument is not understood.
            LibraryError: The library cannot be written.
            OfflineError: The settings say not to use the network.
        """
        from hrreport.codec.holdings import download_json
        from hrreport.pipeline.download import download
        from hrreport.terminal.library import download_view
        from hrreport.wording.reports import counted

        report_ids = all_of(countries, years)
        with self._opened(sample=False) as services:
            done = download(report_ids, services, _SilentWatch(), pdfs=pdfs)
        return Answer(
            done,
            done.deliveries,
            f"download of {counted(len(done.deliveries), 'report')}",
            lambda: download_json(done, names()),
            lambda json: json["reports"],
            lambda: download_view(done, names()),
        )

    def add(self, path: Path | str, country: str, year: Year, *, force: bool = False) -> CountryReport:
        """Store a page or an official PDF that was saved by hand, and return the report that it holds.

        A PDF is kept beside the page that is stored; where none is, the report is read from it.

        Args:
            path: The page, saved from a browser, a web archive, or a site that published a copy; or the PDF.
            country: The country that it reports on.
            year: The year that it covers.
            force: Whether to store it though the page says that it is another report.

        Raises:
            InputError: An argument is not understood, the file cannot be read, or it says that it is another report.
            ParseError: The page holds no report that is understood.
            LibraryError: The library cannot be used.
        """
        from pathlib import Path

        from hrreport.pipeline.add import add_page

        found, report_id = identify(country, year)
        with self._opened() as services:
            got = add_page(Path(path), report_id, services, force=force)
        return CountryReport(found, got.report, got.analysis)

    def watch(self, countries: Names | None = None, years: Years | None = None) -> Answer[WatchResult, NewsItem]:
        """Ask for the list of editions and the stored reports again, and return what happened since.

        Each piece of news is reported once; a revised text is kept beside the one before. `notices` says what could not
        be asked.

        Args:
            countries: Only the reports on these; ``None`` for all that are stored.
            years: Only the reports of these; ``None`` for all that are stored.

        Raises:
            InputError: An argument is not understood.
            NotFoundError: There is no library, or it is empty.
            OfflineError: The settings say not to use the network.
        """
        from hrreport.codec.holdings import watched_json
        from hrreport.inputs.selections import countries_in, is_among
        from hrreport.pipeline.watch import watch
        from hrreport.terminal.revisions import watched_view

        slugs = {country.slug for country in countries_in(texts(countries))}
        covered = years_of(years)
        with self._opened(sample=False) as services, self._stored_library() as library:
            ids = [report_id for report_id in library.ids() if is_among(report_id, slugs, covered)]
            done = watch(ids, library, replace(services, library=library))
        return Answer(
            done,
            done.news,
            f"{len(done.news)} pieces of news",
            lambda: watched_json(done, names()),
            lambda json: json["news"],
            lambda: watched_view(done, names()),
            notices=tuple(
                f"could not ask for {one.id or 'the list of editions'}: {one.reason}" for one in done.unasked
            ),
        )

    def stored(self) -> Answer[tuple[Holding, ...], Holding]:
        """Return what is stored: a value for each report, by country and year.

        Raises:
            NotFoundError: There is no library, or it is empty.
            LibraryError: The library cannot be used.
        """
        from hrreport.codec.holdings import holdings_json
        from hrreport.terminal.library import holdings_view

        with self._stored_library() as library:
            found = library.entries()
        return list_answer(
            found,
            "stored reports",
            lambda holdings: holdings_json(holdings, names()),
            "reports",
            lambda holdings: holdings_view(holdings, names()),
        )

    def write_dataset(self, folder: Path | str, *, force: bool = False) -> str:
        """Write all stored reports as tables in Parquet into a folder, and return the version of the dataset.

        Args:
            folder: Where; it is made.
            force: Whether an earlier dataset in the folder is replaced.

        Raises:
            InputError: The folder cannot be written or has something in it, or pyarrow is not installed.
            NotFoundError: There is no library, or it is empty.
            LibraryError: The library cannot be used.
        """
        from pathlib import Path

        from hrreport.pipeline.dataset import write_dataset

        with self._opened(sample=False) as services, self._stored_library() as library:
            return write_dataset(library, services, Path(folder), force=force).version

    def check(self, path: Path | str) -> Answer[CheckedFiling, CheckedQuotation]:
        """Check every quotation of a report, and every citation to one, in a finished document.

        Args:
            path: A .docx, .pdf, .html, .md, or .txt; the first two need the extras of these names.

        Raises:
            InputError: The file cannot be read, or its extra is not installed.
            HrReportError: A report that it cites could not be read; as `read`.
        """
        from pathlib import Path

        file = Path(path)
        try:
            body = file.read_bytes()
        except OSError as error:
            raise InputError(f'cannot read "{file}": {error.strerror}') from error
        return self._checked(file.name, body)

    def check_text(self, text: str) -> Answer[CheckedFiling, CheckedQuotation]:
        """Check every quotation of a report, and every citation to one, in a text, plain or in Markdown.

        Raises:
            ParseError: It has no words.
            HrReportError: A report that it cites could not be read; as `read`.
        """
        return self._checked("text.md", text.encode("utf-8", "replace"))

    def _checked(self, name: str, body: bytes) -> Answer[CheckedFiling, CheckedQuotation]:
        from hrreport.codec.quotations import checked_json
        from hrreport.filings import read_filing
        from hrreport.pipeline.check import check_filing
        from hrreport.terminal.checked import checked_view

        with self._opened() as services:
            checked = check_filing(read_filing(name, body), services)
        return Answer(
            checked,
            checked.findings,
            f"{len(checked.findings)} quotations and citations of {name}",
            lambda: checked_json([checked], names()),
            lambda json: json["findings"],
            lambda: checked_view([checked], names()),
        )

    def countries(self) -> Answer[tuple[Country, ...], Country]:
        """Return every country that has, or had, a report."""
        from hrreport.catalogue import records
        from hrreport.codec.catalogue import countries_json
        from hrreport.terminal.catalogue import countries_view

        return list_answer(records.countries(), "countries", countries_json, "countries", countries_view)

    def editions(self) -> Answer[tuple[Edition, ...], Edition]:
        """Return the editions known to this version, oldest first; the site is not asked."""
        from hrreport.catalogue import records
        from hrreport.codec.catalogue import editions_json
        from hrreport.terminal.catalogue import editions_view

        return list_answer(records.editions(), "editions", editions_json, "editions", editions_view)

    def topics(self, word: str | None = None) -> Answer[tuple[TopicEntry, ...], TopicEntry]:
        """Return the topics, with other words for each and the headings that stand for it in each edition.

        Args:
            word: Only the topic of that name and its parts, or those whose names hold the word.

        Raises:
            InputError: No topic has the word.
        """
        from hrreport.catalogue.topics import topic_entries
        from hrreport.codec.catalogue import topics_json
        from hrreport.terminal.catalogue import topics_view

        view = partial(topics_view, whole=word is not None)
        return list_answer(tuple(topic_entries(word)), "topics", topics_json, "topics", view)


class _SilentWatch:
    """Follows a download for nobody."""

    def doing(self, report_id: ReportId, what: str) -> None:
        """Ignore the step that is in progress."""

    def done(self, delivery: DownloadResult) -> None:
        """Ignore the result for a report."""


_reports = Reports()
read = _reports.read
diff = _reports.diff
compare = _reports.compare
trend = _reports.trend
compile = _reports.compile  # noqa: A001  the command's name
packet = _reports.packet
search = _reports.search
verify = _reports.verify
download = _reports.download
add = _reports.add
check = _reports.check
stored = _reports.stored
countries = _reports.countries
editions = _reports.editions
topics = _reports.topics
watch = _reports.watch
