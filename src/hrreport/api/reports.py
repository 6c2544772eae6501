"""Reports by country and year: read, compared, followed over the editions, compiled, and searched.

The functions at the end are the methods of a `Reports` whose settings are those of the environment.
"""

from __future__ import annotations

import functools
import os
import threading
import warnings
from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, overload

from hrreport.api.answers import Answer, plain_citation, topic_cells
from hrreport.api.country_report import CountryReport, kind_named
from hrreport.api.groups import check_arguments
from hrreport.errors import FetchError, InputError, LibraryError, NotFoundError, ParseError
from hrreport.inputs.settings import read_environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrreport.codec.contract import Json
    from hrreport.fetching.fetcher import Fetcher
    from hrreport.inputs.settings import Settings
    from hrreport.library.library import Library
    from hrreport.model.change import Comparison, TopicChange
    from hrreport.model.checked import Checked, CheckedFiling
    from hrreport.model.country import Country, Edition, ReportId
    from hrreport.model.country_group import CountryGroup
    from hrreport.model.delivery import DownloadResult, DownloadSummary
    from hrreport.model.edition_change import CountryChange, CountryDuties, EditionChanges, EditionDuties, SortKey
    from hrreport.model.edition_matrix import CountrySeries, EditionMatrix, GroupTrend
    from hrreport.model.finding import Kind
    from hrreport.model.gap import MissingReport, Why
    from hrreport.model.hit import Hit, SearchResult
    from hrreport.model.holding import Holding
    from hrreport.model.locator import Locator
    from hrreport.model.matrix import Chapter, Compilation, Matrix, MatrixRow
    from hrreport.model.news import News, Watched
    from hrreport.model.packet import Packet, PacketPart
    from hrreport.model.quotation import Verdict
    from hrreport.model.report import Report
    from hrreport.model.sighting import LibraryVerdict
    from hrreport.model.topic import TopicEntry
    from hrreport.model.topic_reading import ReportReadings
    from hrreport.model.trend import Trend, TrendRow
    from hrreport.pipeline.context import Context

Year = int | str
"""A year covered: ``2023``, ``"2023"``, ``"latest"``."""
Names = str | Iterable[str]
"""One name, several with commas between them, or several names."""
Years = Year | Iterable[Year]
"""One year, a range (``"2019-2023"``), or several years."""


class HrReportWarning(UserWarning):
    """A warning that comes with an answer: the library could not be used, a report is an abridgement."""


@dataclass(frozen=True, slots=True)
class Reports:
    """All reports: those in the library, and those that the sources give.

    Example:
        >>> import hrreport
        >>> reports = hrreport.Reports(hrreport.Settings(offline=True, library="reports.sqlite"))
        >>> reports.topics("child marriage")[0].topic.id
        'child-marriage'
    """

    settings: Settings | None = None
    """``None`` means those of the environment, read at each call: ``HRREPORT_LIBRARY``, ``HRREPORT_MIRROR`` ..."""

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
        with self._opened() as means:
            return self._read(*_identified(country, year), means)

    @overload
    def diff(
        self,
        country: str,
        old: Year,
        new: Year,
        *,
        topic: Names | None = None,
        section: str | None = None,
        changed_only: bool = False,
    ) -> Answer[Comparison, TopicChange]: ...
    @overload
    def diff(
        self,
        country: None,
        old: Year,
        new: Year,
        *,
        all: bool = False,
        region: Names | None = None,
        group: Path | Names | None = None,
        duties: Literal[False] = False,
        sort: SortKey = "country",
    ) -> Answer[EditionChanges, CountryChange]: ...
    @overload
    def diff(
        self,
        country: None,
        old: Year,
        new: Year,
        *,
        all: bool = False,
        region: Names | None = None,
        group: Path | Names | None = None,
        duties: Literal[True],
        sort: SortKey = "country",
    ) -> Answer[EditionDuties, CountryDuties]: ...
    def diff(
        self,
        country: str | None,
        old: Year,
        new: Year,
        *,
        topic: Names | None = None,
        section: str | None = None,
        changed_only: bool = False,
        all: bool = False,  # noqa: A002  as the option of the command line
        region: Names | None = None,
        group: Path | Names | None = None,
        duties: bool = False,
        sort: SortKey = "country",
    ) -> Answer[Comparison, TopicChange] | Answer[EditionChanges, CountryChange] | Answer[EditionDuties, CountryDuties]:
        """Return what became of each topic from one edition of a country's report to another; or of many reports.

        Args:
            country: The country; ``None`` for many, of which those in the library are compared.
            old: The edition that is compared.
            new: The edition that it is compared with.
            topic: Only these topics.
            section: Only that section, of either edition.
            changed_only: Whether sentences that both editions have word for word are left out.
            all: Of many: whether all countries are meant.
            region: Of many: those of these regions (``"sca"``).
            group: Of many: those of a list, by name or in a file with one on each line.
            duties: Of many: whether to return how the reports answer what the law asks of them.
            sort: Of many: the order of the countries.

        Raises:
            HrReportError: A report could not be obtained, or an argument is not understood; as `read`.
        """
        from hrreport.codec.changes import comparison_json
        from hrreport.comparison.change_filters import select
        from hrreport.comparison.changes import compare_reports
        from hrreport.inputs.selections import section_among, topics_in
        from hrreport.terminal.changes import changes_view
        from hrreport.terminal.side_by_side import passages_beside

        of_many = {"all": all, "region": region, "group": group, "duties": duties, "sort": sort}
        of_one = {"topic": topic, "section": section, "changed_only": changed_only}
        check_arguments(country, of_many=of_many, of_one=of_one)
        if country is None:
            from hrreport.api.groups import changes_answer, duties_answer

            years = (_year(old), _year(new))
            asked = _group(years[1], all=all, region=region, group=group)
            with self._stored_means() as means:
                answered = duties_answer if duties else changes_answer
                return answered(means, asked, years, sort, _names())
        topics = topics_in(_texts(topic))
        with self._opened(sample=False) as means:
            then, now = (self._read(*_identified(country, year), means) for year in (old, new))
        whole = compare_reports(then.report, now.report, then=then.analysis, now=now.analysis)
        within = section_among((now.report, then.report), section)
        chosen = select(whole, topics=topics, section=within, changed_only=changed_only)
        view = passages_beside if topics or within else changes_view
        return Answer(
            chosen,
            chosen.changes,
            f"{then.title} and {now.year}: {len(chosen.changes)} topics",
            lambda: comparison_json(chosen, _names()),
            lambda json: [
                {"country": then.report.id.country, "old_year": then.year, "new_year": now.year, **row}
                for row in json["topics"]
            ],
            lambda: view(chosen, _names()),
            chosen.cautions,
        )

    @overload
    def compare(self, countries: Names, year: Year) -> Answer[Matrix, MatrixRow]: ...
    @overload
    def compare(self, countries: Names, year: Year, *, topic: Names) -> Answer[Compilation, Chapter]: ...
    @overload
    def compare(
        self,
        countries: None,
        year: Year,
        *,
        topic: Names | None = None,
        all: bool = False,
        region: Names | None = None,
        group: Path | Names | None = None,
    ) -> Answer[EditionMatrix, ReportReadings]: ...
    def compare(
        self,
        countries: Names | None,
        year: Year,
        *,
        topic: Names | None = None,
        all: bool = False,  # noqa: A002  as the option of the command line
        region: Names | None = None,
        group: Path | Names | None = None,
    ) -> Answer[Matrix, MatrixRow] | Answer[Compilation, Chapter] | Answer[EditionMatrix, ReportReadings]:
        """Return what the reports of several countries say on each topic; with `topic`, their passages on it.

        A report that could not be obtained is in ``answer.value.gaps``, with the reason.

        Args:
            countries: The countries, in the order of the columns; ``None`` for many, of which those in the library are
                read.
            year: The year covered.
            topic: The topics whose passages are returned, a chapter each; of many countries, the topics that are read.
            all: Of many: whether all countries are meant.
            region: Of many: those of these regions (``"sca"``).
            group: Of many: those of a list, by name or in a file with one on each line.

        Raises:
            HrReportError: Not one report could be obtained, or an argument is not understood; as `read`.
        """
        from hrreport.inputs.selections import countries_in, topics_in

        topics = topics_in(_texts(topic))
        check_arguments(countries, of_many={"all": all, "region": region, "group": group}, of_one={})
        if countries is None:
            from hrreport.api.groups import matrix_answer

            covered = _year(year)
            asked = _group(covered, all=all, region=region, group=group)
            with self._stored_means() as means:
                return matrix_answer(means, asked, covered, topics, _names())
        got, gaps = self._gather([(country.slug, year) for country in countries_in(_texts(countries))])
        if topics:
            return _compilation(got, topics, gaps)
        return _matrix(got, gaps)

    @overload
    def trend(
        self, country: str, years: Years | None = None, *, topic: Names | None = None
    ) -> Answer[Trend, TrendRow]: ...
    @overload
    def trend(
        self,
        country: None,
        years: Years | None = None,
        *,
        topic: Names,
        all: bool = False,
        region: Names | None = None,
        group: Path | Names | None = None,
    ) -> Answer[GroupTrend, CountrySeries]: ...
    def trend(
        self,
        country: str | None,
        years: Years | None = None,
        *,
        topic: Names | None = None,
        all: bool = False,  # noqa: A002  as the option of the command line
        region: Names | None = None,
        group: Path | Names | None = None,
    ) -> Answer[Trend, TrendRow] | Answer[GroupTrend, CountrySeries]:
        """Return one country over the editions, topic by topic, oldest first; or one topic in many countries.

        Args:
            country: The country; ``None`` for many, of which those in the library are read.
            years: These editions, fetched where they are missing; ``None`` means the stored ones.
            topic: Only these topics; of many countries, the one that is followed.
            all: Of many: whether all countries are meant.
            region: Of many: those of these regions (``"sca"``).
            group: Of many: those of a list, by name or in a file with one on each line.

        Raises:
            NotFoundError: No edition is stored, and none was named.
            HrReportError: Not one report could be obtained, or an argument is not understood; as `read`.
        """
        from hrreport.catalogue.countries import find_country
        from hrreport.codec.changes import trend_json
        from hrreport.comparison.trend import trend_of
        from hrreport.inputs.selections import topics_in, years_in
        from hrreport.terminal.trend import trend_view

        topics = topics_in(_texts(topic))
        check_arguments(country, of_many={"all": all, "region": region, "group": group}, of_one={})
        if country is None:
            from hrreport.api.groups import trend_answer

            if len(topics) != 1:
                raise InputError("one topic is followed in many countries", hint='name it: topic="torture"')
            covered = years_in(_texts(years), this_year=_now().year)
            asked = _group(covered[-1] if covered else _now().year, all=all, region=region, group=group)
            with self._stored_means() as means:
                return trend_answer(means, asked, topics[0], covered, _names())
        slug = find_country(country).slug
        wanted = self._stored_years(slug) if years is None else years_in(_texts(years), this_year=_now().year)
        got, gaps = self._gather([(slug, year) for year in sorted(wanted)])
        trend = trend_of([(one.report, one.analysis) for one in got], topics, gaps=gaps)
        return Answer(
            trend,
            trend.rows,
            f"{got[0].country.name} in {len(got)} editions: {len(trend.rows)} topics",
            lambda: trend_json(trend, _names()),
            lambda json: [{"country": slug, **cell} for cell in topic_cells(json)],
            lambda: trend_view(trend, _names()),
            (*trend.cautions, *_said(gaps)),
        )

    def compile(self, countries: Names, years: Years, topics: Names) -> Answer[Compilation, Chapter]:
        """Return the passages of several reports on topics: a chapter for each topic, in it an entry for each report.

        A report that could not be obtained is in ``answer.value.gaps``, with the reason.

        Raises:
            HrReportError: Not one report could be obtained, or an argument is not understood; as `read`.
        """
        from hrreport.inputs.selections import countries_in, topics_in, years_in

        chosen = topics_in(_texts(topics))
        covered = years_in(_texts(years), this_year=_now().year)
        wanted = [(country.slug, year) for country in countries_in(_texts(countries)) for year in covered]
        got, gaps = self._gather(wanted)
        return _compilation(got, chosen, gaps)

    def packet(
        self,
        countries: Names | None = None,
        years: Years | None = None,
        *,
        topic: Names | None = None,
        claim: Path | str | None = None,
    ) -> Answer[Packet, PacketPart]:
        """Return an exhibit on conditions in countries: its parts, each with the passages of every report.

        A report that could not be obtained is in ``answer.value.gaps``, with the reason.

        Args:
            countries: The countries; ``None`` for those of the claim.
            years: The editions; ``None`` for those of the claim.
            topic: The topics that it is about.
            claim: The file of a claim (TOML), which chooses the topics instead.

        Raises:
            InputError: Neither a topic nor a claim was named, or both were, or one is not understood.
            HrReportError: Not one report could be obtained; as `read`.
        """
        from hrreport.codec.packets import packet_json
        from hrreport.comparison.packet import packet_of
        from hrreport.inputs.claims import read_claim_file, subjects_named, subjects_of
        from hrreport.inputs.selections import countries_in, topics_in, years_in
        from hrreport.terminal.packet import packet_view

        given = read_claim_file(claim) if claim is not None else None
        topics = topics_in(_texts(topic))
        if bool(given) == bool(topics):
            raise InputError("name either topics or a claim", hint="hrreport.topics() has the topics")
        named = countries_in(_texts(countries) or (given.countries if given else ()))
        covered = years_in(_texts(years) or (given.years if given else ()), this_year=_now().year)
        got, gaps = self._gather([(country.slug, year) for country in named for year in covered])
        subjects = subjects_of(given) if given else subjects_named(topics)
        made = packet_of([(one.report, one.analysis) for one in got], subjects, claim=given, gaps=gaps)
        return Answer(
            made,
            made.parts,
            f"exhibit of {len(got)} reports",
            lambda: packet_json(made, _names()),
            lambda json: [
                {
                    "part": part["id"],
                    "country": tab["country"],
                    "year": tab["year"],
                    **_passage_cell(passage, paragraph),
                }
                for part in json["parts"]
                for tab in part["tabs"]
                for passage in tab["passages"]
                for paragraph in passage["paragraphs"]
            ],
            lambda: packet_view(made, _names()),
            (*made.cautions, *_said(gaps)),
        )

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
        from hrreport.inputs.selections import countries_in, sections_in, topics_in, years_in
        from hrreport.library.search_scope import coverage_of
        from hrreport.model.hit import Query
        from hrreport.terminal.hits import search_view
        from hrreport.wording.hits import describe_no_hits, describe_unsearched

        asked = Query(
            query,
            countries=tuple(one.slug for one in countries_in(_texts(country))),
            years=years_in(_texts(year), this_year=_now().year),
            sections=sections_in(_texts(section)),
            topics=topics_in(_texts(topic)),
            kinds=() if kind is None else (kind_named(kind),),
            limit=limit,
            context=context,
        )
        with self._stored() as library:
            result = library.search(asked)
            result = replace(result, coverage=coverage_of(library, asked, result.total))

        def cite(hit: Hit) -> str:
            return plain_citation(hit.id, hit.locator)

        def rows(json: Json) -> list[Json]:
            return [{"country": row["report"]["country"], "year": row["report"]["year"], **row} for row in json["hits"]]

        return Answer(
            result,
            result.hits,
            f"{len(result.hits)} of {result.total:,} passages with {query}",
            lambda: search_json(asked, result, _names(), cite=cite),
            rows,
            lambda: search_view(asked, result, _names()),
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

        with self._opened() as means, self._stored() as library:
            found = verify_everywhere(quotation, library, means)
        verdicts = tuple(verdict for _, verdict in found.verdicts if verdict.found)

        def cite(report: Report, place: Locator) -> str:
            return plain_citation(report.id, place)

        return Answer(
            found,
            verdicts,
            f"found in {len(verdicts) + len(found.others)} of {found.reports:,} reports: {found.quotation[:40]!r}",
            lambda: sightings_json(found, _names(), cite=cite),
            lambda json: [
                {"country": row["report"]["country"], "year": row["report"]["year"], **row} for row in json["verdicts"]
            ],
            lambda: sightings_view(found, _names(), cite=cite),
        )

    def download(self, countries: Names, years: Years) -> Answer[DownloadSummary, DownloadResult]:
        """Fetch reports into the library, and return what came of each; what is stored is passed over.

        Each host is asked for one page at a time, with pauses; a download may be interrupted, and continued by
        the same call.

        Raises:
            InputError: An argument is not understood.
            LibraryError: The library cannot be written.
            OfflineError: The settings say not to use the network.
        """
        from hrreport.codec.holdings import download_json
        from hrreport.inputs.selections import countries_in, years_in
        from hrreport.model.country import ReportId
        from hrreport.pipeline.download import download
        from hrreport.terminal.downloads import download_view

        covered = years_in(_texts(years), this_year=_now().year)
        wanted = [ReportId(country.slug, year) for country in countries_in(_texts(countries)) for year in covered]
        with self._opened(sample=False) as means:
            done = download(wanted, means, _SilentWatch())
        return Answer(
            done,
            done.deliveries,
            f"download of {len(done.deliveries)} reports",
            lambda: download_json(done, _names()),
            lambda json: json["reports"],
            lambda: download_view(done, _names()),
        )

    def add(self, path: Path | str, country: str, year: Year, *, force: bool = False) -> CountryReport:
        """Store a page that was saved by hand, and return the report that it holds.

        Args:
            path: The page, saved from a browser, a web archive, or a site that published a copy.
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

        found, report_id = _identified(country, year)
        with self._opened() as means:
            got = add_page(Path(path), report_id, means, force=force)
        return CountryReport(found, got.report, got.analysis)

    def watch(self, countries: Names | None = None, years: Years | None = None) -> Answer[Watched, News]:
        """Ask for the list of editions and the stored reports again, and return what happened since.

        Each piece of news is told once; a revised text is kept beside the one before. `notices` says what could not
        be asked.

        Args:
            countries: Only the reports on these; ``None`` for all that are stored.
            years: Only the reports of these; ``None`` for all that are stored.

        Raises:
            InputError: An argument is not understood.
            NotFoundError: There is no library, or it is empty.
            OfflineError: The settings say not to use the network.
        """
        from hrreport.codec.news import watched_json
        from hrreport.inputs.selections import countries_in, years_in
        from hrreport.pipeline.watch import watch
        from hrreport.terminal.news import watched_view

        slugs = {country.slug for country in countries_in(_texts(countries))}
        covered = years_in(_texts(years), this_year=_now().year)
        with self._opened(sample=False) as means, self._stored() as library:
            held = [entry.id for entry in library.entries()]
            ids = [i for i in held if i.country in (slugs or {i.country}) and i.year in (covered or {i.year})]
            done = watch(ids, library, replace(means, library=library))
        return Answer(
            done,
            done.news,
            f"{len(done.news)} pieces of news",
            lambda: watched_json(done, _names()),
            lambda json: json["news"],
            lambda: watched_view(done, _names()),
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

        with self._stored() as library:
            found = library.entries()
        return Answer(
            found,
            found,
            f"{len(found):,} stored reports",
            lambda: holdings_json(found, _names()),
            lambda json: json["reports"],
            lambda: holdings_view(found, _names()),
        )

    def check(self, path: Path | str) -> Answer[CheckedFiling, Checked]:
        """Check every quotation of a report, and every citation to one, in a finished document.

        Args:
            path: A .docx, .pdf, .html, .md, or .txt; the first two need the extras of these names.

        Raises:
            InputError: The file cannot be read, or its extra is not installed.
            HrReportError: A report that it cites could not be read; as `read`.
        """
        from pathlib import Path

        from hrreport.codec.checked import checked_json
        from hrreport.filings import read_filing
        from hrreport.pipeline.check import check_filing
        from hrreport.terminal.checked import checked_view

        file = Path(path)
        try:
            body = file.read_bytes()
        except OSError as error:
            raise InputError(f"cannot read '{file}': {error.strerror}") from error
        with self._opened() as means:
            checked = check_filing(read_filing(file.name, body), means)
        return Answer(
            checked,
            checked.findings,
            f"{len(checked.findings)} quotations and citations of {file.name}",
            lambda: checked_json([checked], _names()),
            lambda json: json["findings"],
            lambda: checked_view([checked], _names()),
        )

    def countries(self) -> Answer[tuple[Country, ...], Country]:
        """Return every country that has, or had, a report."""
        from hrreport.catalogue import records
        from hrreport.codec.contract import countries_json
        from hrreport.terminal.lists import countries_view

        found = records.countries()
        return Answer(
            found,
            found,
            f"{len(found)} countries",
            lambda: countries_json(found),
            lambda json: json["countries"],
            lambda: countries_view(found),
        )

    def editions(self) -> Answer[tuple[Edition, ...], Edition]:
        """Return the editions known to this version, oldest first; the site is not asked."""
        from hrreport.catalogue import records
        from hrreport.codec.contract import editions_json
        from hrreport.terminal.lists import editions_view

        found = records.editions()
        return Answer(
            found,
            found,
            f"{len(found)} editions",
            lambda: editions_json(found),
            lambda json: json["editions"],
            lambda: editions_view(found),
        )

    def topics(self, word: str | None = None) -> Answer[tuple[TopicEntry, ...], TopicEntry]:
        """Return the topics, with other words for each and the headings that stand for it in each edition.

        Args:
            word: Only the topic of that name and its parts, or those whose names hold the word.

        Raises:
            InputError: No topic has the word.
        """
        from hrreport.catalogue.topics import topic_entries
        from hrreport.codec.topics import topics_json
        from hrreport.terminal.topics import topics_view

        found = tuple(topic_entries(word))
        return Answer(
            found,
            found,
            f"{len(found)} topics",
            lambda: topics_json(found),
            lambda json: json["topics"],
            lambda: topics_view(found, whole=word is not None),
        )

    def _settings(self) -> Settings:
        return read_environment(os.environ) if self.settings is None else self.settings

    @contextmanager
    def _opened(self, *, sample: bool = True) -> Iterator[Context]:
        """Open the context of the use cases; the library is closed at the end."""
        from hrreport.pipeline.context import Context

        settings = self._settings()
        library: Library | None = None
        try:
            library = _library(settings.library_path)
        except LibraryError as error:
            _warn(str(error))
        try:
            yield Context(
                library,
                functools.partial(_fetcher, settings.mirror, settings.user_agent),
                _now,
                _warn,
                offline=settings.offline,
                refresh=settings.refresh,
                sample=sample and not settings.no_sample,
            )
        finally:
            if library is not None:
                library.close()

    @contextmanager
    def _stored(self) -> Iterator[Library]:
        """Open the existing library, which must contain a report."""
        path = self._settings().library_path
        if not path.exists():
            raise NotFoundError(f"there is no library yet: '{path}'", hint="read a report first: hrreport.read(...)")
        with _library(path) as library:
            if library.is_empty:
                raise NotFoundError(f"the library is empty: '{path}'", hint="read a report first: hrreport.read(...)")
            yield library

    @contextmanager
    def _stored_means(self) -> Iterator[Context]:
        """Yield the context for tables of many countries: the library, and nothing else."""
        from hrreport.pipeline.context import Context

        settings = self._settings()
        with self._stored() as library:
            client = functools.partial(_fetcher, settings.mirror, settings.user_agent)
            yield Context(library, client, _now, _warn, offline=True)

    def _stored_years(self, slug: str) -> tuple[int, ...]:
        with self._stored() as library:
            years = tuple(entry.id.year for entry in library.entries() if entry.id.country == slug)
        if not years:
            raise NotFoundError(f"no edition for {slug} is in the library", hint="name the years to be fetched")
        return years

    def _read(self, country: Country, report_id: ReportId, means: Context) -> CountryReport:
        from hrreport.pipeline.obtain import obtain

        got = obtain(report_id, means)
        report = CountryReport(country, got.report, got.analysis)
        if got.report.provenance.origin == "sample":
            _warn(report.notices[0])
        return report

    def _gather(self, wanted: Iterable[tuple[str, Year]]) -> tuple[list[CountryReport], list[MissingReport]]:
        """Return the reports that can be obtained, and those that cannot, with the reason.

        Raises:
            HrReportError: Not one could be obtained, or what was typed is not understood.
        """
        from hrreport.model.gap import MissingReport

        got: list[CountryReport] = []
        gaps: list[MissingReport] = []
        first: NotFoundError | FetchError | ParseError | None = None
        with self._opened(sample=False) as means:
            for typed, year in wanted:
                country, report_id = _identified(typed, year)
                try:
                    got.append(self._read(country, report_id, means))
                except (NotFoundError, FetchError, ParseError) as error:
                    first = first or error
                    why: Why = "no-such-report" if isinstance(error, NotFoundError) else "not-obtained"
                    gaps.append(
                        MissingReport(report_id, why, str(error).removeprefix(f"could not fetch {report_id}: "))
                    )
        if not got:
            raise first or InputError("no report was named", hint="name a country and a year")
        return got, gaps


def _passage_cell(passage: Json, paragraph: Json) -> Json:
    return {"section": passage["section"], "heading": passage["path"][-1], **paragraph}


def _matrix(got: list[CountryReport], gaps: list[MissingReport]) -> Answer[Matrix, MatrixRow]:
    from hrreport.codec.changes import matrix_json
    from hrreport.comparison.matrix import matrix_of
    from hrreport.terminal.matrix import matrix_view

    matrix = matrix_of([(one.report, one.analysis) for one in got], gaps=gaps)
    return Answer(
        matrix,
        matrix.rows,
        f"{len(got)} reports of {got[0].year}: {len(matrix.rows)} topics",
        lambda: matrix_json(matrix, _names()),
        topic_cells,
        lambda: matrix_view(matrix, _names()),
        (*matrix.cautions, *_said(gaps)),
    )


def _compilation(
    got: list[CountryReport], topics: tuple[str, ...], gaps: list[MissingReport]
) -> Answer[Compilation, Chapter]:
    from hrreport.codec.changes import compilation_json
    from hrreport.comparison.compilation import compile_passages
    from hrreport.terminal.side_by_side import compilation_view

    if not topics:
        raise InputError("no topic was named", hint="hrreport.topics() has them")
    passages = compile_passages([one.report for one in got], topics, gaps=gaps)

    def rows(json: Json) -> list[Json]:
        return [
            {
                "topic": chapter["topic"],
                "country": entry["country"],
                "year": entry["year"],
                "section": excerpt["section"],
                "heading": excerpt["heading"],
                **paragraph,
            }
            for chapter in json["chapters"]
            for entry in chapter["entries"]
            for excerpt in entry["excerpts"]
            for paragraph in excerpt["paragraphs"]
        ]

    return Answer(
        passages,
        passages.chapters,
        f"{len(got)} reports on {', '.join(topics)}",
        lambda: compilation_json(passages, _names()),
        rows,
        lambda: compilation_view(passages, _names()),
        (*passages.cautions, *_said(gaps)),
    )


def _said(gaps: list[MissingReport]) -> Iterator[str]:
    from hrreport.wording.changes import describe_missing

    return (describe_missing(gap, _names()) for gap in gaps)


def _identified(country: str, year: Year) -> tuple[Country, ReportId]:
    from hrreport.catalogue.countries import find_country
    from hrreport.catalogue.editions import find_year
    from hrreport.model.country import ReportId

    found = find_country(country)
    return found, ReportId(found.slug, find_year(str(year), this_year=_now().year))


def _year(year: Year) -> int:
    from hrreport.catalogue.editions import find_year

    return find_year(str(year), this_year=_now().year)


def _group(
    year: int,
    *,
    all: bool,  # noqa: A002  as the option of the command line
    region: Names | None,
    group: Path | Names | None,
) -> CountryGroup:
    from hrreport.api.groups import group_asked

    return group_asked(year, everything=all, regions=_texts(region), group=group)


def _texts(values: Names | Years | None) -> tuple[str, ...]:
    """Return what was given as texts: nothing, one, or several."""
    if values is None:
        return ()
    return (str(values),) if isinstance(values, str | int) else tuple(map(str, values))


def _names() -> dict[str, str]:
    from hrreport.catalogue import records

    return {country.slug: country.name for country in records.countries()}


def _now() -> datetime:
    return datetime.now(UTC)


def _warn(message: str) -> None:
    warnings.warn(message.removeprefix("Note: "), HrReportWarning, stacklevel=2)


def _library(path: Path) -> Library:
    from hrreport.library.library import Library

    return Library(path, clock=_now)


_guard = threading.Lock()


def _fetcher(mirror: str | None, user_agent: str | None) -> Fetcher:
    """Return the client of this process for some settings: it keeps the pauses between the pages it asks for."""
    with _guard:
        return _made_fetcher(mirror, user_agent)


@functools.cache
def _made_fetcher(mirror: str | None, user_agent: str | None) -> Fetcher:
    from hrreport.fetching.fetcher import Fetcher

    return Fetcher(mirror=mirror, user_agent=user_agent)


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
