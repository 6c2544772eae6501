"""Fixtures for all tests: no internet, no stray environment, the shared pages where present."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Assessment, Brief, Figure, Finding, Issue, Kind, Source
from hrreport.model.locator import Locator
from hrreport.model.report import Link, Paragraph, Report, Section
from hrreport.model.retrieval import Provenance
from hrreport.model.summary import AcronymExpansion, BriefSummary, PreviousEdition, SectionSummary, Summary
from hrreport.text.sentences import sentence_starts

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from hrreport.model.summary import Abstract

SHARED = Path(__file__).parent.parent.parent / "shared"
LOOPBACK = {"127.0.0.1", "::1", "localhost"}

# the same generated cases in every run; pytest --hypothesis-profile=default looks for new ones
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that write expectations again."""
    parser.addoption("--update-documents", action="store_true", help="write the expected readings of pages again")
    parser.addoption("--update-readme", action="store_true", help="write the outputs in the README again")
    parser.addoption("--update-pictures", action="store_true", help="make the pictures of the terminal again")


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forbid sockets to anywhere but this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise OSError(f"tests must not contact {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Unset every HRREPORT_ variable, and keep the default library and the defaults out of the user's home."""
    for name in [n for n in os.environ if n.startswith("HRREPORT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HRREPORT_LIBRARY", str(tmp_path / "library.sqlite"))
    for name in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "config"))


@pytest.fixture(scope="session", autouse=True)
def each_text_is_analysed_once() -> Iterator[None]:
    """Keep what the use cases find in a text, for all tests that read the same page.

    The same text always gives the same analysis: the tests of the analysis, which call it themselves, hold it to
    that. Most others read the bundled abridgement again and again, and do not test what is found in it.
    """
    from hrreport.analysis import abstracts, report_analysis

    analyse, abridge = report_analysis.analyze_report, abstracts.find_abstract
    analyses: dict[Hashable, Analysis] = {}
    found: dict[Hashable, Abstract] = {}

    def text_of(report: Report) -> Hashable:
        return report.id, report.sections, report.warnings, report.provenance.origin

    @wraps(analyse)
    def analysed(report: Report) -> Analysis:
        key = text_of(report)
        if key not in analyses:
            analyses[key] = analyse(report)
        return analyses[key]

    @wraps(abridge)
    def abridged(report: Report, analysis: Analysis) -> Abstract:
        key = text_of(report)
        if analysis is not analyses.get(key):
            return abridge(report, analysis)
        if key not in found:
            found[key] = abridge(report, analysis)
        return found[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(report_analysis, "analyze_report", analysed)
        patch.setattr(abstracts, "find_abstract", abridged)
        yield


@pytest.fixture(scope="session")
def shared_site() -> Path:
    """The mirror with real report texts; the test is skipped where it is not present."""
    site = SHARED / "site"
    if not site.is_dir():
        pytest.skip("the shared mirror with real report texts is not present")
    return site


_EVERY = 20
"""Of the pages of an edition, one in so many is unpacked."""


@pytest.fixture(scope="session")
def shared_pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[ReportId, Path], ...]:
    """Real pages of all editions at hand, unpacked for this run; the test is skipped where there are none."""
    import tarfile

    archives = sorted((SHARED / "pages").glob("*.tar.xz"))
    if not archives:
        pytest.skip("the archives of real pages are not present")
    folder = tmp_path_factory.mktemp("pages")
    found = []
    for archive in archives:
        year = int(archive.name.partition(".")[0])
        with tarfile.open(archive) as opened:
            pages = sorted((m for m in opened if m.name.endswith("/index.html")), key=lambda m: m.name)[::_EVERY]
            opened.extractall(folder, pages, filter="data")
        found += [(ReportId(page.name.split("/")[-2], year), folder / page.name) for page in pages]
    return tuple(found)


# -- one invented report, for every view and every format --------------------------------------


def _paragraph(number: int, text: str, topic: str | None = None, **more: Any) -> Paragraph:
    return Paragraph(number, text, sentence_starts(text), topic, **more)


@pytest.fixture(scope="session")
def arcadia() -> Report:
    """A small report with every form of paragraph, every level of heading, and awkward characters."""
    summary = (
        _paragraph(1, "The human rights situation in Arcadia did not change much during the year."),
        _paragraph(2, "Significant human rights issues included credible reports of: torture; piracy on the lakes."),
        _paragraph(3, "The government took some steps to punish officials, but impunity was a problem."),
    )
    killings = (
        _paragraph(1, "There were several reports that police killed people. In May officers shot two boatmen."),
        _paragraph(2, "On June 3, a court sentenced a sergeant to 7.5 years. He appealed. The appeal was pending."),
    )
    torture = (
        _paragraph(1, "The law forbids torture, but wardens [sic] beat detainees *often*, according to Lake Watch."),
        _paragraph(2, "1. a numbered claim_with_marks & an entity &amp; costs of US$5 and $6 were disputed."),
    )
    prisons = (
        _paragraph(3, "Cells held up to 12 men each.", "Abusive Physical Conditions"),
        _paragraph(4, "Wardens kept a register; see the register for more.", "Administration", links=(
            Link(29, 41, "https://lakes.example/register?a=1&b=(2)"), Link(46, 50, "javascript:alert(1)"),
        )),
        _paragraph(5, "- food was short;", form="item"),
        _paragraph(6, "water was not.", form="item"),
        _paragraph(7, "Erratum: the number of cells was corrected.", form="note"),
    )  # fmt: skip
    sections = (
        Section("summary", "", "Executive Summary", 2, summary),
        Section("1", "1", "Respect for the Integrity of the Person", 2, (), (
            Section("1.a", "a", "Arbitrary Deprivation of Life", 3, killings),
            Section("1.b", "b", "Disappearance", 3, (_paragraph(1, "There were no reports of disappearances."),)),
            Section("1.c", "c", "Torture and Other Cruel, Inhuman, or Degrading Treatment or Punishment", 3, torture, (
                Section("1.c/prison-and-detention-center-conditions", "", "Prison and Detention Center Conditions", 4,
                        prisons),
            )),
            Section("1.d", "d", "Property Seizure", 3, (_paragraph(1, "Not applicable."),)),
        )),
        Section("6", "6", "Discrimination and Societal Abuses", 2, (), (
            Section("6/women", "", "Women", 3, (_paragraph(1, "The law treats women and men alike, “on paper”."),)),
        )),
    )  # fmt: skip
    return Report(
        ReportId("arcadia", 2023),
        "2023 Country Reports on Human Rights Practices: Arcadia",
        "2024-04-22",
        sections,
        Provenance(
            "https://www.state.gov/reports/2023/arcadia",
            "https://www.state.gov/reports/2023/arcadia/",
            datetime(2025, 5, 3, 10, 20, 7, tzinfo=UTC),
            "state.gov",
            "0123456789abcdef" * 4,
            etag='W/"5"',
        ),
        warnings=("Section 3 is missing.",),
    )


def _findings(report: Report) -> tuple[Finding, ...]:
    kinds = {
        ("1.a", 1): Kind.ABUSE, ("1.a", 2): Kind.RESPONSE, ("1.b", 1): Kind.DENIAL, ("6/women", 1): Kind.LAW,
        ("1.c", 1): Kind.ABUSE,
    }  # fmt: skip
    found = []
    for section, paragraph in report.passages():
        for number, text in enumerate(paragraph.sentences, 1):
            kind = kinds.get((section.id, paragraph.number), Kind.CONTEXT)
            key = kind in (Kind.ABUSE, Kind.DENIAL) or "appeal was" in text or "sentenced" in text
            place = section.locate(paragraph, number)
            more: dict[str, Any] = {}
            if "Lake Watch" in text:
                more = {"sources": (Source("Lake Watch", "ngo"),), "cues": ("beat",)}
            if "two boatmen" in text:
                more = {"figures": (Figure("two", 2.0, None, "count", "boatmen"),), "strength": ("several",)}
            found.append(Finding(place, text, paragraph.topic, kind, key, **more))
    return tuple(found)


@pytest.fixture(scope="session")
def arcadia_analysis(arcadia: Report) -> Analysis:
    """What is found in it: every degree of assessment, an issue borne out and one that is not."""
    return Analysis(
        arcadia.id,
        _findings(arcadia),
        (
            ("summary", Assessment("not-addressed", basis="description")),
            ("1.a", Assessment("abuses-reported", "serious")),
            ("1.b", Assessment("none-reported", basis="no-reports")),
            ("1.c", Assessment("abuses-reported", "limited")),
            ("1.c/prison-and-detention-center-conditions", Assessment("abuses-reported", "limited")),
            ("1.d", Assessment("not-addressed", basis="not-applicable")),
            ("6/women", Assessment("none-reported", basis="respected")),
        ),
        (
            Issue("torture", Locator("summary", 2, 1), ("1.c",), (Locator("1.c", 1, 1),)),
            Issue("piracy on the lakes", Locator("summary", 2, 1)),
        ),
        Brief(Locator("summary", 1, 1), (Locator("summary", 2, 1),), (Locator("summary", 3, 1),)),
    )


@pytest.fixture(scope="session")
def arcadia_summary(arcadia: Report, arcadia_analysis: Analysis) -> Summary:
    """Its key sentences, section by section, one of them after a gap, with marks and all that stands beside them."""
    marks = {"1.a": "named", "1.b": "none", "1.c": "named", "1.d": "elsewhere", "1": "named"}
    digests = []
    for section in arcadia.walk():
        if section.id == "summary":
            continue
        own = arcadia_analysis.of_section(section.id)
        chosen = tuple(f for f in own if f.key)
        digest = SectionSummary(section.id, arcadia_analysis.assessment(section.id), chosen, len(own) - len(chosen))
        mark: Any = marks.get(section.id, "")
        digests.append(replace(digest, own_mark=mark if own else "", mark=mark))
    twice = (Locator("1.a", 1, 2), Locator("1.c", 1, 1))
    digests = [replace(d, also=(twice,)) if d.section == "1.a" else d for d in digests]
    sentences = tuple(f for d in digests[:4] for f in d.sentences)
    since = PreviousEdition(2022, ("piracy on the lakes",), ("censorship",), ("elections",), outline_changed=True)
    overview = BriefSummary(arcadia_analysis.issues, (), sentences, ("fair trial", "elections"), since)
    gloss = AcronymExpansion(Locator("1.a", 1, 2), "LPD", "Lake Police Department")
    return Summary(
        arcadia.id, arcadia_analysis.brief, tuple(digests), overview=overview, glosses=(gloss,), referred=("1.d",)
    )


# -- several small editions, for comparisons and whatever shows them ------------------------------


def _section(lines: list[str]) -> Section:
    """Read ``1.c Torture | torture`` and the paragraphs under it; ``Label | topic > Text`` is run in."""
    title, _, topics = lines[0].partition(" | ")
    name, _, heading = title.partition(" ")
    label = name.rpartition(".")[2] if "/" not in name and name != "summary" else ""
    paragraphs = []
    for number, line in enumerate(lines[1:], start=1):
        run_in, arrow, text = line.rpartition(" > ")
        run_in, _, about = run_in.partition(" | ")
        told = tuple(about.split())
        paragraphs.append(Paragraph(number, text, sentence_starts(text), run_in if arrow else None, told))
    return Section(name, label, heading, 3, tuple(paragraphs), (), tuple(topics.split()), title)


@pytest.fixture(scope="session")
def build() -> Callable[[int, str], Report]:
    """Return a maker of reports: blocks of lines, each a heading and its paragraphs."""

    def made(year: int, text: str, country: str = "arcadia") -> Report:
        blocks = [block.split("\n") for block in text.strip().split("\n\n")]
        return Report(
            ReportId(country, year),
            f"{year} Country Reports on Human Rights Practices: {country.title()}",
            "",
            tuple(_section([line.strip() for line in block]) for block in blocks),
            Provenance(
                f"https://www.state.gov/{country}-{year}/",
                f"https://www.state.gov/{country}-{year}/",
                datetime(2025, 5, 3, 10, 20, 7, tzinfo=UTC),
                "state.gov",
                f"{year:064x}",
            ),
        )

    return made


_CUES = {"beat": Kind.ABUSE, "killed": Kind.ABUSE, "no reports": Kind.DENIAL, "sentenced": Kind.RESPONSE}


@pytest.fixture(scope="session")
def analyze() -> Callable[[Report], Analysis]:
    """Return a stand-in for analysis: a word decides the kind, a digit is a figure, "Watch" a source."""

    def made(report: Report) -> Analysis:
        findings = []
        assessments = []
        for section in report.walk():
            kinds = set()
            for paragraph in section.paragraphs:
                for number, text in enumerate(paragraph.sentences, start=1):
                    kind = next((k for cue, k in _CUES.items() if cue in text), Kind.CONTEXT)
                    kinds.add(kind)
                    words = text.rstrip(".").split()
                    figures = tuple(Figure(w, float(w), None, "count", words[-1]) for w in words if w.isdigit())
                    sources = (Source("Lake Watch", "ngo"),) if "Watch" in text else ()
                    key = kind in (Kind.ABUSE, Kind.DENIAL)
                    place = section.locate(paragraph, number)
                    findings.append(Finding(place, text, paragraph.topic, kind, key, sources=sources, figures=figures))
            if section.paragraphs:
                assessments.append((section.id, _assessed(kinds)))
        return Analysis(report.id, tuple(findings), tuple(assessments))

    return made


def _assessed(kinds: set[Kind]) -> Assessment:
    if Kind.ABUSE in kinds:
        return Assessment("abuses-reported", "serious")
    if Kind.DENIAL in kinds:
        return Assessment("none-reported", basis="no-reports")
    return Assessment("not-addressed", basis="description")


EDITIONS = Path(__file__).parent / "comparison" / "cases" / "editions"


@pytest.fixture(scope="session")
def editions(build: Callable[..., Report], analyze: Callable[[Report], Analysis]) -> dict[str, tuple[Report, Analysis]]:
    """Reports of invented countries with their analyses, by ``country-year``."""
    found = {}
    for path in sorted(EDITIONS.glob("*.txt")):
        country, _, year = path.stem.rpartition("-")
        report = build(int(year), path.read_text(encoding="utf-8"), country)
        found[path.stem] = (report, analyze(report))
    return found


@pytest.fixture(scope="session")
def ungraded(
    build: Callable[..., Report], analyze: Callable[[Report], Analysis]
) -> tuple[tuple[Report, Analysis], tuple[Report, Analysis]]:
    """Two editions that say the same of wages: under a run-in label, then under a heading of its own."""
    said = "Foremen beat boatmen who asked for their wages."
    old = build(2023, f"7.e Conditions of Work | working-conditions\nWage Laws | wages > {said}")
    new = build(2024, f"2.b/wages Wage Laws | wages\n{said}")
    now = replace(analyze(new), assessments=(("2.b/wages", Assessment("abuses-reported", "limited")),))
    return (old, analyze(old)), (new, now)


NAMES = {"arcadia": "Arcadia", "ruritania": "Ruritania"}


@pytest.fixture(scope="session")
def names() -> dict[str, str]:
    """Names of the invented countries, by slug."""
    return NAMES
