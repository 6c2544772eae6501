"""One report: what is asked of it is understood as on the command line, and answered the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hrreport import InputError, Kind, NotFoundError
from hrreport.cli.group import hrreport

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport import CountryReport, Reports


def command_line(reports: Reports, *args: str) -> str:
    """What the command line prints on the same library."""
    assert reports.settings
    environment = {"HRREPORT_LIBRARY": reports.settings.library, "HRREPORT_OFFLINE": "1"}
    done = CliRunner().invoke(hrreport, args, env=environment, prog_name="hrreport")
    assert done.exit_code in (0, 1), done.stderr
    return done.stdout


def test_it_names_itself(report: CountryReport) -> None:
    assert repr(report) == "<Kazakhstan 2023: 44 sections, 83 paragraphs>"
    assert (report.title, report.year, report.notices) == ("Kazakhstan 2023", 2023, ())


@pytest.mark.parametrize(
    ("args", "ask"),
    [
        (("summarize", "--length", "short"), lambda report: report.summary(length="short")),
        (("summarize", "--section", "women"), lambda report: report.summary(section="women")),
        (("findings", "--all", "--topic", "prisons"), lambda report: report.findings(topic="prisons")),
        (("findings", "--section", "1.c"), lambda report: report.findings(section="1.c", key=True)),
        (("issues",), lambda report: report.issues()),
        (("sections",), lambda report: report.sections()),
    ],
)
def test_its_text_is_that_of_the_command_line(
    shared: Reports, report: CountryReport, args: tuple[str, ...], ask: Callable[[CountryReport], object]
) -> None:
    command, *options = args
    printed = command_line(shared, command, "kazakhstan", "2023", *options)
    assert str(ask(report)).strip().endswith(printed.strip()[-400:])


def test_findings_are_those_asked_for(report: CountryReport) -> None:
    found = report.findings(section="1.c", kind="abuse")
    assert found
    assert {finding.kind for finding in found} == {Kind.ABUSE}
    assert all(finding.locator.section.startswith("1.c") for finding in found)
    assert report.findings(section="1.c", kind=Kind.ABUSE).items == found.items
    assert len(report.findings()) == len(report.analysis.findings)
    assert all(finding.figures for finding in report.findings(figures=True))
    assert all("UNHCR" in str(finding.sources) for finding in report.findings(source="unhcr"))


def test_passages_are_verbatim(report: CountryReport) -> None:
    (passage,) = report.passages("6/women:2")
    assert passage.text == next(p.text for s, p in report.report.passages() if s.id == "6/women" and p.number == 2)
    assert (passage.locator.section, passage.locator.paragraph) == ("6/women", 2)
    assert {p.locator.section for p in report.passages("1.a", "1.b")} == {"1.a", "1.b"}


def test_a_topic_without_a_heading_is_not_passed_over_in_silence(shared: Reports) -> None:
    answer = shared.read("kazakhstan", 2024).findings(topic="political-prisoners")
    assert not answer
    assert "no heading of this report is on it" in answer.notices[0]
    assert "see its notices" in repr(answer)
    assert answer.to_dict()["elsewhere"]


def test_a_quotation_is_found_or_what_comes_nearest(report: CountryReport) -> None:
    found = report.verify("credible reports indicated that officials used them")
    assert found
    assert [str(place.locators[0]) for place in found] == ["§ 1.c ¶ 1"]
    missing = report.verify("credible reports indicated that officials never used them")
    assert not missing
    assert (found.value.judgment, missing.value.judgment) == ("exact", "differs")
    assert missing.value.nearest
    assert str(missing.value.nearest.locators[0]) == "§ 1.c ¶ 1"


def test_places_are_cited_in_a_style(report: CountryReport) -> None:
    accessed = date(2026, 12, 1)
    cited = report.cite("1.c ¶ 4", style="oscola", accessed=accessed)
    assert cited.startswith("US Department of State, ‘2023 Country Reports on Human Rights Practices: Kazakhstan’")
    assert "para 4" in cited
    assert "accessed 1 December 2026" in cited
    assert report.cite("1.a", "1.b").count("\n") == 1
    assert report.cite(style="bibtex").startswith("@")
    with pytest.raises(InputError, match="names one place"):
        report.cite("1.a", "1.b", style="bibtex")


def test_a_report_is_exported(report: CountryReport) -> None:
    assert str(report.export()).startswith("---")
    html = report.export("html", cite="oscola")
    assert isinstance(html, str)
    assert "US Department of State, ‘2023" in html
    assert isinstance(report.export("docx"), bytes)


@pytest.mark.parametrize(
    ("ask", "error", "said"),
    [
        (lambda r: r.findings(section="9.z"), NotFoundError, "9.z"),
        (lambda r: r.findings(kind="wonder"), InputError, '"wonder" is not a kind'),
        (lambda r: r.findings(topic="kites"), InputError, "kites"),
        (lambda r: r.cite(style="mla"), InputError, "mla"),
        (lambda r: r.verify(" "), InputError, "no words to look for"),
        (lambda r: r.summary(words=50, section="1.c"), InputError, "whole body"),
        (lambda r: r.summary(length="endless"), InputError, "endless"),
        (lambda r: r.export("odt"), InputError, "odt"),
    ],
)
def test_what_is_not_understood_is_an_error_of_the_tree(
    report: CountryReport, ask: Callable[[CountryReport], object], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        ask(report)
