"""Answers to calls of the tools: rows of stored text with ids, and the reports that they are of."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from hrreport.errors import FetchError, InputError, NotFoundError
from hrreport.mcp.paging import begun_at, page_of, pieces
from hrreport.mcp.tools import plain
from hrreport.model.stable_id import report_key, stable_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hrreport.api.country_report import CountryReport
    from hrreport.api.reports import Reports
    from hrreport.model.locator import Locator
    from hrreport.model.quotation import Verdict
    from hrreport.model.report import Report

    Row = dict[str, Any]
    Arguments = Mapping[str, Any]

_KEPT = 8
"""Reports that are held between calls."""
_MOST_NOTICES = 8
_LONGEST_NOTICE = 300
_HITS = 60
"""Hits of a search that are looked at for one answer; those that do not fit follow with the cursor."""
_PLACES = 10
"""Places of a quotation that are described."""
_EVIDENCE = 12
"""Sentences that support an issue that are given in full."""


class Desk:
    """Answers calls, and holds the last reports that were read."""

    def __init__(self, reports: Reports) -> None:
        """Take the interface; its settings decide what may be fetched, and the abridgement must be off."""
        self._reports = reports
        self._held: OrderedDict[tuple[str, str], CountryReport] = OrderedDict()

    def answer(self, tool: str, arguments: Arguments) -> Row:
        """Return the answer of a tool.

        Raises:
            HrReportError: It has none; the kind of the error says why.
        """
        calls: dict[str, Callable[[Arguments], Row]] = {
            "editions": self._editions,
            "countries": self._countries,
            "outline": self._outline,
            "read": self._read,
            "search": self._search,
            "findings": self._findings,
            "issues": self._issues,
            "verify": self._verify,
            "check": self._check,
            "cite": self._cite,
            "diff": self._diff,
        }
        return calls[tool](arguments)

    def _report(self, country: str, year: str) -> CountryReport:
        asked = (country.strip().casefold(), year.strip().casefold())
        if asked not in self._held:
            report = self._reports.read(country, year)
            if report.report.provenance.origin == "sample":
                raise FetchError(f"only an abridgement of the report on {report.title} is here, and not its text")
            self._held[asked] = report
            if len(self._held) > _KEPT:
                self._held.popitem(last=False)
        self._held.move_to_end(asked)
        return self._held[asked]

    def _asked(self, arguments: Arguments) -> CountryReport:
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
            raise NotFoundError(f"no country's name has '{plain(word)}'", hint="leave out the word for all")
        return {"items": page.rows, "cursor": page.cursor}

    # -- one report --------------------------------------------------------------------------

    def _outline(self, arguments: Arguments) -> Row:
        got = self._asked(arguments)
        rows = [
            {
                "id": stable_id(got.report.id, _section_place(row["id"])),
                "section": row["id"],
                "heading": row["heading"],
                "level": row["level"],
                "assessment": row["assessment"],
                "paragraphs": row["paragraphs"],
                "words": row["words"],
            }
            for row in got.sections().to_dict()["sections"]
        ]
        return self._paged([got], rows, "outline", arguments)

    def _read(self, arguments: Arguments) -> Row:
        got = self._asked(arguments)
        answer = got.passages(*arguments.get("places", ()), topic=arguments.get("topic"))
        rows = [
            row for section, paragraph in answer.value.passages() for row in _paragraph_rows(got, section.id, paragraph)
        ]
        return self._paged([got], rows, "read", arguments, notes=_added(answer.notices, got))

    def _findings(self, arguments: Arguments) -> Row:
        got = self._asked(arguments)
        options = {
            name: arguments[name]
            for name in ("section", "topic", "kind", "source", "figures", "key")
            if name in arguments
        }
        answer = got.findings(**options)
        rows = [
            {
                **_sentence(got.report, finding.locator),
                "kind": finding.kind.value,
                "key": finding.key,
                "strength": list(finding.strength),
                "figures": [{"figure": one.pop("text"), **one} for one in row["figures"]],
                "sources": row["sources"],
            }
            for finding, row in zip(answer, answer.to_dict()["findings"], strict=True)
        ]
        return self._paged([got], rows, "findings", arguments, notes=_added(answer.notices, got))

    def _issues(self, arguments: Arguments) -> Row:
        got = self._asked(arguments)
        answer = got.issues(topic=arguments.get("topic"))
        rows = [
            {
                "issue": issue.text,
                "listed_at": stable_id(got.report.id, issue.locator),
                "evidence": [_sentence(got.report, place) for place in issue.evidence[:_EVIDENCE]],
                "further_evidence": [stable_id(got.report.id, place) for place in issue.evidence[_EVIDENCE:]],
                "note": "" if issue.evidence else "no sentence of the body was found that supports it",
            }
            for issue in answer
        ]
        return self._paged([got], rows, "issues", arguments, notes=_added(answer.notices, got))

    def _cite(self, arguments: Arguments) -> Row:
        got = self._asked(arguments)
        style = arguments.get("style", "bluebook")
        citation = got.cite(*arguments.get("places", ()), style=style)
        return {"reports": _heads([got.report], self._names()), "citation": citation, "style": style}

    def _diff(self, arguments: Arguments) -> Row:
        topic = arguments.get("topic")
        answer = self._reports.diff(
            arguments["country"], arguments["old"], arguments["new"], topic=topic, changed_only=True
        )
        old, new = answer.value.old.report, answer.value.new.report
        rows: list[Row] = []
        for change in answer:
            head = {"topic": change.id, "name": change.name, "heading": change.status}
            if topic is None:
                kinds = sorted({pair.kind for pair in change.pairs})
                rows.append({**head, "sentences": {kind: change.count(kind) for kind in kinds}})
                continue
            rows += [
                {
                    **head,
                    "change": pair.kind,
                    "old": [_sentence(old, quote.locator) for quote in pair.old],
                    "new": [_sentence(new, quote.locator) for quote in pair.new],
                }
                for pair in change.pairs
            ]
        page = page_of(rows, "diff", arguments)
        heads = _heads([old, new], self._names())
        return {"reports": heads, "items": page.rows, "notes": list(answer.notices), "cursor": page.cursor}

    # -- all reports -------------------------------------------------------------------------

    def _search(self, arguments: Arguments) -> Row:
        options = {name: arguments[name] for name in ("country", "year", "topic", "kind") if name in arguments}
        first = begun_at("search", arguments)
        answer = self._reports.search(arguments["query"], **options, limit=first + _HITS)
        rows = [
            {
                "id": stable_id(hit.id, hit.locator),
                "pinpoint": str(hit.locator),
                "heading": hit.headings[-1] if hit.headings else "",
                "label": hit.topic or "",
                "text": text,
                "whole": text == hit.text,
            }
            for hit in answer
            for text in [_beginning(hit.text)]
        ]
        page = page_of(rows, "search", arguments)
        shown = {row["id"].partition("/")[0] for row in page.rows}
        heads = {
            report_key(hit.id): {
                "title": hit.title,
                "url": hit.provenance.url,
                "retrieved_at": hit.provenance.retrieved_at.isoformat(),
                "sha256": hit.provenance.sha256,
            }
            for hit in answer
            if report_key(hit.id) in shown
        }
        coverage = answer.value.coverage
        cursor = page.cursor
        if cursor is None and answer.value.total > len(answer.items):
            cursor = page_of([*rows, {}], "search", arguments, room=0).cursor
        return {
            "reports": heads,
            "items": page.rows,
            "total": answer.value.total,
            "searched_reports": coverage.reports if coverage else None,
            "notes": [plain_note(note) for note in answer.notices],
            "cursor": cursor,
        }

    def _verify(self, arguments: Arguments) -> Row:
        quotation = arguments["quotation"]
        if "country" not in arguments or "year" not in arguments:
            if "country" in arguments or "year" in arguments:
                raise InputError("verify takes country and year together, or neither")
            sightings = self._reports.verify(quotation).value
            pairs = sightings.verdicts[:_PLACES]
            return {
                "reports": _heads([report for report, _ in pairs], self._names()),
                "there": sightings.found,
                "verdict": sightings.judgment,
                "searched_reports": sightings.reports,
                "verdicts": [{"report": report_key(report.id), **_verdict(report, one)} for report, one in pairs],
                "more": len(sightings.verdicts) + len(sightings.others) - len(pairs),
            }
        got = self._asked(arguments)
        verdict = got.verify(quotation).value
        return {"reports": _heads([got.report], self._names()), **_verdict(got.report, verdict)}

    def _check(self, arguments: Arguments) -> Row:
        answer = self._reports.check_text(arguments["draft"])
        reports = answer.value.reports
        rows = []
        for number, one in enumerate(answer, 1):
            report = reports.get(one.report) if one.report else None
            rows.append(
                {
                    "number": number,
                    "quotation": one.quotation[:2_000],
                    "citation": one.citation[:500],
                    "report": report_key(one.report) if one.report else None,
                    "verdict": one.verdict,
                    "wrong": one.wrong,
                    "problems": list(one.problems),
                    "place": one.place,
                    "right_place": one.right_place,
                    "remarks": list(one.remarks),
                    "nearest": _nearest(report, one.judged) if report and one.judged and not one.judged.found else [],
                }
            )
        page = page_of(rows, "check", arguments)
        shown = {row["report"] for row in page.rows}
        heads = _heads([report for report in reports.values() if report_key(report.id) in shown], self._names())
        return {"reports": heads, "items": page.rows, "total": len(rows), "cursor": page.cursor}

    def _names(self) -> dict[str, str]:
        return {country.slug: country.name for country in self._reports.countries()}

    def _paged(
        self, got: list[CountryReport], rows: list[Row], tool: str, arguments: Arguments, *, notes: Iterable[str] = ()
    ) -> Row:
        page = page_of(rows, tool, arguments)
        heads = _heads([one.report for one in got], self._names())
        said = [plain_note(note) for note in notes]
        return {"reports": heads, "items": page.rows, "total": len(rows), "notes": said, "cursor": page.cursor}


def plain_note(note: str) -> str:
    """Return a note, cut where it is very long."""
    return note if len(note) <= _LONGEST_NOTICE else f"{note[:_LONGEST_NOTICE]} ..."


def _section_place(section: str) -> Locator:
    from hrreport.model.locator import Locator

    return Locator(section)


def _added(notices: Iterable[str], got: CountryReport) -> list[str]:
    """Return the notices of an answer that are not those of its report."""
    return [notice for notice in notices if notice not in got.notices]


def _heads(reports: Iterable[Report], names: Mapping[str, str]) -> Row:
    """Return what must be known of each report: address, hash, notices."""
    from hrreport.codec.contract import notices, published_json

    found: Row = {}
    for report in reports:
        told = notices(report)
        source = report.provenance
        found[report_key(report.id)] = {
            "country": report.id.country,
            "name": names.get(report.id.country, report.id.country),
            "year": report.id.year,
            "title": report.title,
            **published_json(report.id.year, report.published),
            "url": source.url,
            "retrieved_at": source.retrieved_at.isoformat(),
            "sha256": source.sha256,
            "notices": [plain_note(notice) for notice in told[:_MOST_NOTICES]],
            "more_notices": max(0, len(told) - _MOST_NOTICES),
        }
    return found


def _paragraph_rows(got: CountryReport, section: str, paragraph: Any) -> Iterator[Row]:
    """Yield a paragraph as one row, or as several where it is very long."""
    place = _section_place(section)
    heading = got.report.section(section).title
    for piece in pieces(paragraph):
        at = type(place)(section, paragraph.number)
        whole = piece.text == paragraph.text
        yield {
            "id": stable_id(got.report.id, at),
            "pinpoint": got.report.pinpoint(at),
            "heading": heading,
            "label": paragraph.topic or "",
            "text": piece.text,
            **({} if whole else {"sentences": [piece.first, piece.last]}),
        }


def _sentence(report: Report, place: Locator) -> Row:
    """Return a sentence, or a heading, with its id and pinpoint."""
    text = report.section(place.section).heading if place.paragraph is None else report.text_at(place)
    return {"id": stable_id(report.id, place), "pinpoint": report.pinpoint(place), "text": _beginning(text)}


def _beginning(text: str) -> str:
    """Return a text, or its beginning where it is longer than a row may be."""
    from hrreport.model.report import Paragraph

    return next(pieces(Paragraph(1, text))).text


def _verdict(report: Report, verdict: Verdict) -> Row:
    """Return whether a quotation is there, with the sentences in which it is or which come nearest."""
    found: Row = {
        "quotation": verdict.quotation[:2_000],
        "there": verdict.found,
        "verdict": verdict.judgment,
        "places": [
            {
                "sentences": [_sentence(report, place) for place in span.locators[:_PLACES]],
                "left_out_or_replaced": not span.exact,
                "caveats": [caveat.phrase for caveat in span.caveats],
            }
            for span in verdict.places[:_PLACES]
        ],
        "more": max(0, len(verdict.places) - _PLACES) + verdict.more,
        "conventions": list(verdict.conventions),
        "nearest": [] if verdict.found else _nearest(report, verdict),
    }
    if verdict.quotations:
        found["quotations"] = [
            {"quotation": one.quotation[:500], "there": one.found, "verdict": one.judgment}
            for one in verdict.quotations[:_PLACES]
        ]
    return found


def _nearest(report: Report, verdict: Verdict) -> list[Row]:
    """Return the sentences that come nearest to a quotation, or to its parts."""
    near = [one for one in (verdict.nearest, *(part.nearest for part in verdict.parts)) if one]
    places = dict.fromkeys(place for one in near for place in one.locators)
    return [_sentence(report, place) for place in list(places)[:5]]
