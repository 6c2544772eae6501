"""Every answer in JSON is what its schema says, and the schemas say what the model knows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

import jsonschema
import pytest

from hrreport import tables
from hrreport.analysis.evidence import gather_evidence, parse_codebook
from hrreport.catalogue import records
from hrreport.catalogue.topics import topic_entries
from hrreport.codec import changes, contract, groups, hits, holdings, quotations, sections
from hrreport.codec.catalogue import countries_json, editions_json, topics_json
from hrreport.codec.evidence import evidence_json, evidence_lines
from hrreport.codec.holdings import watched_json
from hrreport.codec.packets import packet_json
from hrreport.codec.quotations import checked_json
from hrreport.comparison.changes import compare_reports
from hrreport.comparison.edition_changes import country_change
from hrreport.comparison.matrix import compile_passages, edition_matrix, matrix_of
from hrreport.comparison.packet import packet_of
from hrreport.comparison.topic_readings import read_topics
from hrreport.comparison.trend import trend_of
from hrreport.errors import InputError
from hrreport.exporting.schema import DIALECT, schema_names, schema_text
from hrreport.inputs.claims import read_claim, subjects_of
from hrreport.library.library import Library
from hrreport.model.change import PairKind, Status
from hrreport.model.checked import CHECK_VERDICTS, PROBLEMS, CheckedFiling, CheckedQuotation
from hrreport.model.country import ReportId
from hrreport.model.edition_change import CountryDuties, DutyOutcome, EditionChanges, EditionDuties
from hrreport.model.edition_matrix import CountryGroup, CountrySeries, GroupTrend
from hrreport.model.finding import Basis, Brief, Extent, Kind, SourceType
from hrreport.model.gap import MissingReport, Why
from hrreport.model.hit import Query, Tally
from hrreport.model.holding import (
    DownloadOutcome,
    DownloadResult,
    DownloadSummary,
    ImportSummary,
    LibraryFlaw,
    RevisionChange,
)
from hrreport.model.news import NEWS_KINDS, NewsItem, UncheckedAddress, WatchResult
from hrreport.model.official_pdf import OfficialPdf, PdfDifference, PrintedPlace
from hrreport.model.quotation import JUDGMENTS, CaveatKind, CaveatPlace, Convention, LibraryVerdict, Mark, Role
from hrreport.model.report import Form, Part
from hrreport.model.retrieval import Origin, Snapshot
from hrreport.model.topic_reading import Standing, Treatment
from hrreport.quoting import verify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from hrreport.model.change import SentencePair
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.summary import Summary


def schema(name: str) -> Any:
    return json.loads(schema_text(name))


def faults(name: str, answer: object) -> list[str]:
    """What a validator has to say of an answer, formats checked."""
    validator = jsonschema.Draft202012Validator(
        schema(name), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    return [error.message for error in validator.iter_errors(json.loads(json.dumps(answer)))]


@pytest.fixture
def full(arcadia: Report) -> Report:
    """A report with every fact of provenance, and a part."""
    source = replace(
        arcadia.provenance, captured_at="2025-01-01T00:00:00+00:00", publisher="Lake Press", last_modified="today"
    )
    return replace(arcadia, provenance=source, parts=(Part("lakes", "The Lakes", source),))


def plainly(*places: object) -> str:
    """A citation."""
    return f"cited: {places[-1]}"


CODEBOOK = """
[[indicator]]
id = "beating"
words = ["beat*", "shot"]
[[indicator]]
id = "slavery"
topics = ["forced-labor"]
"""
QUOTED = "[t]he law forbids torture ... wardens [sic] beat detainees"


def checked_filing(report: Report) -> CheckedFiling:
    """A document with one quotation that differs."""
    verdict = verify(report, "The law permits torture, but wardens beat detainees")
    found = CheckedQuotation(
        0,
        0,
        9,
        "line 1",
        "The law",
        "Arcadia 2023",
        report.id,
        "differs",
        PROBLEMS,
        "§ 1.a",
        "§ 1.c ¶ 1",
        ("No.",),
        verdict,
    )
    return CheckedFiling("brief.md", (found, replace(found, verdict="unchecked", judged=None)), {report.id: report})


def test_several_checked_documents_hold_too(arcadia: Report, names: dict[str, str]) -> None:
    filing = checked_filing(arcadia)
    assert faults("check", checked_json((filing, filing), names)) == []
    assert faults("check", checked_json((replace(filing, reports={}),), names)) == []


def news_of(report_id: ReportId, now: datetime, pairs: tuple[SentencePair, ...]) -> Iterator[NewsItem]:
    """One piece of news of each kind."""
    for kind in NEWS_KINDS:
        country = "" if kind == "edition" else report_id.country
        yield NewsItem(kind, report_id.year, now, "https://a.example/", country, pairs=pairs, headings=(("a", ""),))


@pytest.fixture
def library_answers(
    arcadia: Report, arcadia_analysis: Analysis, names: dict[str, str], tmp_path: Path
) -> dict[str, Any]:
    """The answers about a library that holds two texts of one report."""
    now = arcadia.provenance.retrieved_at
    page = Snapshot(b"<p>page</p>", replace(arcadia.provenance, sha256=hashlib.sha256(b"<p>page</p>").hexdigest()))
    other = replace(arcadia, sections=arcadia.sections[:2])
    with Library(tmp_path / "library.sqlite", clock=lambda: now) as library:
        for report in (other, arcadia):
            library.save((page,), report, arcadia_analysis, parser_version="1", analysis_version="1")
        number = library.downloads.start([arcadia.id, ReportId("ruritania", 2023)])
        library.downloads.add(number, arcadia.id, "new")
        query = Query("wardens", context=1)
        first, second = library.revisions(arcadia.id)
        pairs = tuple(pair for pair in compare_reports(other, arcadia).pairs if pair.kind != "same")
        flaw = LibraryFlaw("page", "It is gone.", arcadia.id)
        verdict = verify(arcadia, QUOTED)
        sightings = LibraryVerdict(QUOTED, 2, True, ((arcadia, verdict),), (arcadia.id,))
        lost = DownloadResult(arcadia.id, "refused", "403", "https://a.example/")
        return {
            "search": hits.search_json(query, library.search(query), names, cite=plainly),
            "search-counts": hits.tallies_json(query, library.count(query, "country"), "country", names),
            "verify": quotations.verdict_json(arcadia, verdict, "Arcadia", cite=plainly),
            "verify-anywhere": quotations.sightings_json(sightings, names, cite=plainly),
            "download": holdings.download_json(DownloadSummary((lost, DownloadResult(arcadia.id, "new"))), names),
            "watch": watched_json(
                WatchResult(now, tuple(news_of(arcadia.id, now, pairs)), (UncheckedAddress("403"),), 1), names
            ),
            "library-list": holdings.holdings_json(library.entries(), names),
            "library-log": holdings.log_json(library.downloads.last(), names),
            "library-revisions": holdings.revisions_json(
                (RevisionChange(second, pairs), RevisionChange(first, first=True)), names
            ),
            "library-info": holdings.info_json(library.info()),
            "library-check": holdings.library_check_json((flaw,), library.info(), names),
            "library-import": holdings.merged_json(
                ImportSummary((arcadia.id,), (arcadia.id,), (arcadia.id,), (flaw,)), names
            ),
            "library-paragraph": holdings.stored_paragraph_json(next(library.paragraph_rows()), names),
        }


@pytest.mark.parametrize(
    "quotation",
    ["The law permits torture, but wardens beat detainees", "register; see ... officers shot", "zebra zebra"],
)
def test_verdicts_on_what_is_not_there_hold_too(arcadia: Report, quotation: str) -> None:
    verdict = verify(arcadia, quotation)
    assert not verdict.found
    assert faults("verify", quotations.verdict_json(arcadia, verdict, "Arcadia", cite=plainly)) == []


def test_a_quotation_of_a_heading_has_a_section_and_no_paragraph(arcadia: Report) -> None:
    verdict = verify(arcadia, "Property Seizure")
    assert faults("verify", quotations.verdict_json(arcadia, verdict, "Arcadia", cite=plainly)) == []


def test_counts_by_year_hold_too() -> None:
    assert faults("search-counts", hits.tallies_json(Query("x"), (Tally("2023", 4, 2),), "year", {})) == []


@pytest.fixture
def report_answers(
    arcadia: Report,
    arcadia_analysis: Analysis,
    arcadia_summary: Summary,
    editions: dict[str, tuple[Report, Analysis]],
    names: dict[str, str],
) -> dict[str, Any]:
    """The answers about reports."""
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    compared = compare_reports(old, new, then=then, now=now)
    gaps = (MissingReport(ReportId("arcadia", 1999), "not-obtained", "nobody answered"),)
    matrix = matrix_of([editions["arcadia-2024"], editions["ruritania-2024"]], gaps=gaps)
    coded = gather_evidence(arcadia, arcadia_analysis, parse_codebook("mine", CODEBOOK))
    trend = trend_of([pair for name, pair in editions.items() if name.startswith("arcadia")], gaps=gaps)
    read = [editions["arcadia-2023"], editions["arcadia-2024"]]
    claim = read_claim('group = ["women", "gangs"]\nactor = "private"\nrelocation = true')
    packet = packet_of(read, subjects_of(claim), claim=claim, gaps=gaps)
    return {
        "sections": sections.sections_json(arcadia, arcadia_analysis, "Arcadia"),
        "findings": contract.findings_json(arcadia, arcadia_analysis.findings, "Arcadia", explain=True),
        "issues": contract.issues_json(arcadia, arcadia_analysis, "Arcadia", cite=plainly),
        "evidence": evidence_json(arcadia, coded, "Arcadia"),
        "evidence-line": next(evidence_lines(arcadia, coded)),
        "summary": sections.summary_json(arcadia, arcadia_summary, "Arcadia"),
        "report": sections.whole_report_json(arcadia, "Arcadia", citation="cited"),
        "countries": countries_json(records.countries(), 2023),
        "editions": editions_json(records.editions()),
        "topics": topics_json(topic_entries("freedom of expression")),
        "comparison": changes.comparison_json(compared, names),
        "matrix": changes.matrix_json(matrix, names),
        "trend": changes.trend_json(trend, names),
        "check": checked_json((checked_filing(arcadia),), names),
        "packet": packet_json(packet, names),
        "compilation": changes.compilation_json(compile_passages([old, new], ["torture", "prisons"], gaps=gaps), names),
    }


@pytest.fixture(scope="session")
def group_answers(editions: dict[str, tuple[Report, Analysis]], names: dict[str, str]) -> dict[str, Any]:
    """The answers about many countries."""
    gaps = (MissingReport(ReportId("arcadia", 1999), "not-stored", "hrreport download arcadia 1999"),)
    group = CountryGroup("Both", ("arcadia", "ruritania"))
    (old, then), (new, now) = editions["arcadia-2023"], editions["arcadia-2024"]
    matrix = edition_matrix([editions["arcadia-2024"], editions["ruritania-2024"]], 2024, gaps=gaps)
    unheaded = tuple(topic for topic in records.topics() if topic.id == "apostasy")
    turned = (country_change(new, old, now, then, sentences=True), country_change(old, new, then, now))
    asked = records.duties()[:2]
    subjects = [duty.topics for duty in asked]
    read = [read_topics(*editions[name], subjects) for name in ("arcadia-2023", "arcadia-2024")]
    duties = EditionDuties(group, 2023, 2024, asked, (CountryDuties(*read),), ("caution",), gaps)
    followed = [read_topics(*editions[name], [("torture",)]) for name in ("arcadia-2023", "arcadia-2024")]
    series = (CountrySeries("arcadia", tuple(followed)),)
    trend = GroupTrend(group, matrix.topics[0], (2023, 2024), (2024,), series, ("caution",), gaps)
    return {
        "edition-matrix": groups.edition_matrix_json(replace(matrix, unheaded=unheaded), names),
        "edition-changes": groups.edition_changes_json(EditionChanges(group, 2023, 2024, turned, ("c",), gaps), names),
        "edition-duties": groups.edition_duties_json(duties, names),
        "group-trend": groups.group_trend_json(trend, names),
    }


@pytest.fixture
def answers(
    report_answers: dict[str, Any], library_answers: dict[str, Any], group_answers: dict[str, Any]
) -> dict[str, Any]:
    """Every answer of the contract, decoded again."""
    every = report_answers | library_answers | group_answers
    return {name: json.loads(json.dumps(answer)) for name, answer in every.items()}


def test_an_indicator_without_a_sentence_holds_too(arcadia: Report, arcadia_analysis: Analysis) -> None:
    packet = gather_evidence(arcadia, arcadia_analysis, parse_codebook("mine", CODEBOOK))
    assert [faults("evidence-line", line) for line in evidence_lines(arcadia, packet) if line["id"] is None] == [[]]


def test_every_answer_has_a_schema(answers: dict[str, Any]) -> None:
    assert set(schema_names()) == set(answers)


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_a_schema_and_stands_by_itself(name: str) -> None:
    whole = schema(name)
    jsonschema.Draft202012Validator.check_schema(whole)
    assert whole["$schema"] == DIALECT
    text = json.dumps(whole)
    assert all(f'"#/$defs/{used}"' in text for used in whole["$defs"]), "nothing that is not used"
    assert whole["title"]
    assert whole["description"]


@pytest.mark.parametrize("name", schema_names())
def test_every_answer_is_what_its_schema_says(name: str, answers: dict[str, Any]) -> None:
    assert faults(name, answers[name]) == []


def test_every_fact_of_provenance_is_known(full: Report) -> None:
    assert faults("report", sections.whole_report_json(full, "Arcadia")) == []


def test_the_pages_of_a_pdf_are_known(arcadia: Report, arcadia_analysis: Analysis, arcadia_summary: Summary) -> None:
    source = replace(arcadia.provenance, url="https://www.state.gov/a.pdf", media_type="application/pdf")
    places = tuple(PrintedPlace(s.id, p.number, n + 2, (9,)) for n, (s, p) in enumerate(arcadia.passages()))
    numbers = tuple(range(1, len(places) + 4))
    differences = (PdfDifference("1.a", 1, "no", "one", 3), PdfDifference("", None, "", "Extra.", 4))
    report = replace(arcadia, printed=OfficialPdf(source, numbers, places, differences))
    answers = {
        "report": sections.whole_report_json(report, "Arcadia"),
        "findings": contract.findings_json(report, arcadia_analysis.findings, "Arcadia"),
        "issues": contract.issues_json(report, arcadia_analysis, "Arcadia"),
        "summary": sections.summary_json(report, arcadia_summary, "Arcadia"),
        "verify": quotations.verdict_json(report, verify(report, "human rights"), "Arcadia", cite=plainly),
    }
    assert {name: faults(name, answer) for name, answer in answers.items()} == {name: [] for name in answers}
    first = answers["report"]["sections"][0]["text"][0]
    address = "https://www.state.gov/a.pdf#page=2"
    assert (first["page"], first["last_page"], first["page_url"]) == (2, 3, address)
    assert answers["findings"]["findings"][0]["page"] == 2
    assert answers["report"]["report"]["pdf_copy"]["differences"][1]["pdf_page"] == 4


def test_answers_with_little_in_them_hold_too(arcadia: Report, arcadia_summary: Summary) -> None:
    bare = replace(
        arcadia, title="", published="", warnings=(), provenance=replace(arcadia.provenance, url="", etag="")
    )
    assert faults("sections", sections.sections_json(bare, None, "Arcadia")) == []
    undated = replace(bare, id=ReportId("arcadia", 1998), pdf="https://www.state.gov/a.pdf")
    assert faults("sections", sections.sections_json(undated, None, "Arcadia")) == []
    assert faults("findings", contract.findings_json(bare, (), "Arcadia")) == []
    assert faults("summary", sections.summary_json(bare, replace(arcadia_summary, brief=Brief()), "Arcadia")) == []
    assert faults("countries", countries_json(())) == []


def spoiled(value: Any) -> Iterator[Any]:
    """The same answer with one field misspelt, for every field of every object in it, lists by their first."""
    if isinstance(value, dict):
        for name in value:
            yield {f"{key}x" if key == name else key: value[key] for key in value}
            yield from ({**value, name: worse} for worse in spoiled(value[name]))
    elif isinstance(value, list) and value:
        yield from ([worse, *value[1:]] for worse in spoiled(value[0]))


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_notices_every_field_that_is_misspelt(name: str, answers: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(schema(name))
    for worse in spoiled(answers[name]):
        assert not validator.is_valid(worse), worse


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_notices_a_value_of_another_type(name: str, answers: dict[str, Any]) -> None:
    for field, value in answers[name].items():
        assert faults(name, {**answers[name], field: "x" if isinstance(value, dict | list | bool) else []})


def test_the_schemas_know_the_words_of_the_model() -> None:
    shared = json.loads(tables.text("schema/definitions.json"))["$defs"]
    assert shared["kind"]["enum"] == [kind.value for kind in Kind]
    assert shared["origin"]["enum"] == list(get_args(Origin))
    assert shared["extent"]["enum"] == [*get_args(Extent), None]
    assert shared["basis"]["enum"] == [*get_args(Basis), None]
    assert shared["pair"]["enum"] == list(get_args(PairKind))
    topics = json.loads(tables.text("schema/comparison.json"))["properties"]["topics"]["items"]["properties"]
    assert topics["status"]["enum"] == list(get_args(Status))
    cells = json.loads(tables.text("schema/trend.json"))["properties"]["topics"]["items"]["properties"]["cells"]
    assert cells["items"]["properties"]["standing"]["enum"] == list(get_args(Standing))
    assert shared["gap"]["properties"]["why"]["enum"] == list(get_args(Why))
    assert shared["source"]["properties"]["type"]["enum"] == list(get_args(SourceType))
    assert shared["text"]["properties"]["form"]["enum"] == list(get_args(Form))
    assert shared["outcome"]["enum"] == list(get_args(DownloadOutcome))
    place = shared["found_place"]["properties"]
    assert place["stretches"]["items"]["properties"]["role"]["enum"] == list(get_args(Role))
    assert place["caveats"]["items"]["properties"]["kind"]["enum"] == list(get_args(CaveatKind))
    assert place["caveats"]["items"]["properties"]["place"]["enum"] == list(get_args(CaveatPlace))
    assert shared["verdict"]["properties"]["verdict"]["enum"] == list(JUDGMENTS)
    assert shared["verdict"]["properties"]["conventions"]["items"]["enum"] == list(get_args(Convention))
    finding = shared["checked_finding"]["properties"]
    assert finding["problems"]["items"]["enum"] == list(PROBLEMS)
    assert finding["verdict"]["enum"] == [*CHECK_VERDICTS[:-1], None]
    words = shared["nearest"]["properties"]["words"]["items"]["properties"]
    assert words["mark"]["enum"] == list(get_args(Mark))


def test_the_schemas_of_many_countries_know_the_words_of_the_model() -> None:
    shared = json.loads(tables.text("schema/definitions.json"))["$defs"]["topic_reading"]["properties"]
    assert shared["treatment"]["enum"] == list(get_args(Treatment))
    assert shared["standing"]["enum"] == list(get_args(Standing))
    duties = json.loads(tables.text("schema/edition-duties.json"))["properties"]["countries"]["items"]["properties"]
    assert duties["answers"]["items"]["properties"]["outcome"]["enum"] == list(get_args(DutyOutcome))


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(InputError, match='there is no schema "definitions"') as caught:
        schema_text("definitions")
    assert caught.value.hint == f"schemas are: {', '.join(schema_names())}"
