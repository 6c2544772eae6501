"""Answers to calls of the tools: rows of stored text with ids, and the reports that they are of."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from hrreport.catalogue.stable_ids import parse_stable_id, report_key, report_of
from hrreport.errors import FetchError, InputError, NotFoundError
from hrreport.mcp.paging import begun_at, page_of
from hrreport.mcp.rows import (
    PLACES,
    brief_note,
    change_rows,
    checked_row,
    hit_head,
    hit_row,
    issue_row,
    paragraph_rows,
    report_heads,
    sentence_row,
    verdict_row,
)
from hrreport.mcp.tools import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hrreport.api.country_report import CountryReport
    from hrreport.api.reports import Reports

    Row = dict[str, Any]
    Arguments = Mapping[str, Any]

_RECENT = 8
"""Reports that are kept between calls."""
_HITS = 60
"""Hits of a search that are looked at for one answer; those that do not fit follow with the cursor."""


class ToolCalls:
    """Answers calls, and keeps the last reports that were read."""

    def __init__(self, reports: Reports) -> None:
        """Take the interface; its settings decide what may be fetched, and the abridgement must be off."""
        self._reports = reports
        self._recent: OrderedDict[tuple[str, str], CountryReport] = OrderedDict()

    def answer(self, tool: str, arguments: Arguments) -> Row:
        """Return the answer of one of the tools that there are: the method of its name has it.

        Raises:
            HrReportError: It has none; the kind of the error says why.
        """
        answered: Callable[[Arguments], Row] = getattr(self, f"_{tool}")
        return answered(arguments)

    def _report(self, country: str, year: str) -> CountryReport:
        key = (country.strip().casefold(), year.strip().casefold())
        if key not in self._recent:
            report = self._reports.read(country, year)
            if report.report.provenance.origin == "sample":
                raise FetchError(f"only an abridgement of the report on {report.title} is here, and not its text")
            self._recent[key] = report
            if len(self._recent) > _RECENT:
                self._recent.popitem(last=False)
        self._recent.move_to_end(key)
        return self._recent[key]

    def _report_for(self, arguments: Arguments) -> CountryReport:
        """Return the report that is named, or that the stable ids among the places are of.

        Raises:
            InputError: No report is named.
        """
        if "country" not in arguments and "year" not in arguments:
            found = parse_stable_id(next(iter(arguments.get("places", ())), ""))
            if found and (report_id := report_of(found[0])):
                return self._report(report_id.country, str(report_id.year))
        if "country" not in arguments or "year" not in arguments:
            raise InputError("name country and year, or places by their stable ids: kaz-2023/1.c/4")
        return self._report(arguments["country"], arguments["year"])

    # -- what there is -----------------------------------------------------------------------

    def _stored(self) -> dict[str, list[int]]:
        """Return the years that are stored of each country; nothing where there is no library."""
        try:
            entries = self._reports.stored()
        except NotFoundError:
            return {}
        found: dict[str, list[int]] = {}
        for entry in entries:
            found.setdefault(entry.id.country, []).append(entry.id.year)
        return found

    def _editions(self, _: Arguments) -> Row:
        stored = [year for years in self._stored().values() for year in years]
        rows = [
            {"year": edition.year, "published": edition.published or None, "stored_reports": stored.count(edition.year)}
            for edition in self._reports.editions()
        ]
        return {"items": rows, "cursor": None}

    def _countries(self, arguments: Arguments) -> Row:
        stored = self._stored()
        word = arguments.get("word", "").casefold().strip()
        rows = (
            {
                "country": one.slug,
                "name": one.name,
                "alpha3": one.alpha3,
                "other_names": list(one.other_names),
                "stored_years": stored.get(one.slug, []),
            }
            for one in self._reports.countries()
            if any(word in name.casefold() for name in (one.slug, one.name, one.alpha3, *one.other_names))
        )
        page = page_of(rows, "countries", arguments)
        if not page.rows:
            raise NotFoundError(f'no country\'s name has "{plain(word)}"', hint="leave out the word for all")
        return {"items": page.rows, "cursor": page.cursor}

    # -- one report --------------------------------------------------------------------------

    def _outline(self, arguments: Arguments) -> Row:
        got = self._report_for(arguments)
        rows = [
            {
                "id": f"{report_key(got.report.id)}/{row['id']}",
                "section": row["id"],
                "heading": row["heading"],
                "level": row["level"],
                "assessment": row["assessment"],
                "paragraphs": row["paragraphs"],
                "words": row["words"],
            }
            for row in got.sections().to_dict()["sections"]
        ]
        return self._paged(got, rows, "outline", arguments)

    def _read(self, arguments: Arguments) -> Row:
        got = self._report_for(arguments)
        answer = got.passages(*arguments.get("places", ()), topic=arguments.get("topic"))
        rows = [
            row
            for section, paragraph in answer.value.passages()
            for row in paragraph_rows(got.report, section.id, paragraph)
        ]
        return self._paged(got, rows, "read", arguments, answer.notices)

    def _findings(self, arguments: Arguments) -> Row:
        got = self._report_for(arguments)
        answer = got.findings(**_chosen(arguments, "section", "topic", "kind", "source", "figures", "key"))
        rows = [
            {
                **sentence_row(got.report, finding.locator),
                "kind": finding.kind.value,
                "key": finding.key,
                "strength": list(finding.strength),
                "figures": [{"figure": one.pop("text"), **one} for one in row["figures"]],
                "sources": row["sources"],
            }
            for finding, row in zip(answer, answer.to_dict()["findings"], strict=True)
        ]
        return self._paged(got, rows, "findings", arguments, answer.notices)

    def _issues(self, arguments: Arguments) -> Row:
        got = self._report_for(arguments)
        answer = got.issues(topic=arguments.get("topic"))
        rows = [issue_row(got.report, issue) for issue in answer]
        return self._paged(got, rows, "issues", arguments, answer.notices)

    def _cite(self, arguments: Arguments) -> Row:
        got = self._report_for(arguments)
        style = arguments.get("style", "bluebook")
        citation = got.cite(*arguments.get("places", ()), style=style)
        return {"reports": report_heads([got.report]), "citation": citation, "style": style}

    def _diff(self, arguments: Arguments) -> Row:
        topic = arguments.get("topic")
        answer = self._reports.diff(
            arguments["country"], arguments["old"], arguments["new"], topic=topic, changed_only=True
        )
        old, new = answer.value.old.report, answer.value.new.report
        rows = [row for change in answer for row in change_rows(change, old, new, counted=topic is None)]
        page = page_of(rows, "diff", arguments)
        heads = report_heads([old, new])
        return {"reports": heads, "items": page.rows, "notes": list(answer.notices), "cursor": page.cursor}

    # -- all reports -------------------------------------------------------------------------

    def _search(self, arguments: Arguments) -> Row:
        options = _chosen(arguments, "country", "year", "topic", "kind")
        first = begun_at("search", arguments)
        answer = self._reports.search(arguments["query"], **options, limit=first + _HITS)
        rows = list(map(hit_row, answer))
        page = page_of(rows, "search", arguments)
        shown = {row["id"].partition("/")[0] for row in page.rows}
        heads = {key: hit_head(hit) for hit in answer if (key := report_key(hit.id)) in shown}
        coverage = answer.value.coverage
        cursor = page.cursor
        if cursor is None and answer.value.total > len(answer.items):
            cursor = page_of([*rows, {}], "search", arguments, room=0).cursor
        return {
            "reports": heads,
            "items": page.rows,
            "total": answer.value.total,
            "searched_reports": coverage.reports if coverage else None,
            "notes": [brief_note(note) for note in answer.notices],
            "cursor": cursor,
        }

    def _verify(self, arguments: Arguments) -> Row:
        quotation = arguments["quotation"]
        if "country" not in arguments or "year" not in arguments:
            if "country" in arguments or "year" in arguments:
                raise InputError("verify takes country and year together, or neither")
            sightings = self._reports.verify(quotation).value
            pairs = sightings.verdicts[:PLACES]
            return {
                "reports": report_heads(report for report, _ in pairs),
                "there": sightings.found,
                "verdict": sightings.judgment,
                "searched_reports": sightings.reports,
                "verdicts": [{"report": report_key(report.id), **verdict_row(report, one)} for report, one in pairs],
                "more": len(sightings.verdicts) + len(sightings.others) - len(pairs),
            }
        got = self._report_for(arguments)
        verdict = got.verify(quotation).value
        return {"reports": report_heads([got.report]), **verdict_row(got.report, verdict)}

    def _check(self, arguments: Arguments) -> Row:
        answer = self._reports.check_text(arguments["draft"])
        reports = answer.value.reports
        rows = [
            checked_row(number, one, reports.get(one.report) if one.report else None)
            for number, one in enumerate(answer, 1)
        ]
        page = page_of(rows, "check", arguments)
        shown = {row["report"] for row in page.rows}
        heads = report_heads(report for report in reports.values() if report_key(report.id) in shown)
        return {"reports": heads, "items": page.rows, "total": len(rows), "cursor": page.cursor}

    def _paged(
        self, got: CountryReport, rows: list[Row], tool: str, arguments: Arguments, notices: Iterable[str] = ()
    ) -> Row:
        """Return the rows that fit, with those notices of the answer that are not in the head of its report."""
        page = page_of(rows, tool, arguments)
        notes = [brief_note(notice) for notice in notices if notice not in got.notices]
        heads = report_heads([got.report])
        return {"reports": heads, "items": page.rows, "total": len(rows), "notes": notes, "cursor": page.cursor}


def _chosen(arguments: Arguments, *names: str) -> Row:
    """Return those of some arguments that were given."""
    return {name: arguments[name] for name in names if name in arguments}
