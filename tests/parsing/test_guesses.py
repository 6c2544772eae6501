"""Editions whose outline is not known: headings by their markup, topics guessed and marked as guesses."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.codec.sections import sections_json
from hrreport.exporting.markdown import document_markdown
from hrreport.model.country import ReportId
from hrreport.model.report import GUESS
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.guesses import guess_topics
from hrreport.parsing.report import parse_page
from hrreport.terminal.report_text import sections_view
from hrreport.views.report import outline_document
from hrreport.wording.notices import brief_notices

if TYPE_CHECKING:
    from hrreport.model.report import Paragraph, Report, Section

YEAR = 2031
PRESS = "Editors left out articles that the ministry had censored, and journalists of a newspaper censored themselves."
PAGE = f"""<h2>Section 1. Dignity</h2>
<h3>a. Torture and Degrading Treatment</h3><p>Officers beat detainees.</p>
<h3>Prison and Detention Center Conditions</h3><p><b>Administration:</b> Nobody counted the cells.</p>
<p>Abusive Physical Conditions: Cells were wet. There was a rule: no light.</p>
<h3>b. Silenced Voices</h3><p>{PRESS}</p>
<h2>Section 2. Weather</h2><p>It rained.</p>
<h4>Women</h4><p><strong>Rape and Domestic Violence:</strong> The law forbade it.</p>
<h5>Aged Persons</h5><p>There were few.</p>
<h4>Violence Based on Sexual Orientation</h4><p><b>Violence and Harassment:</b> A gay man was beaten.</p>"""


def parse(markup: str, year: int = YEAR) -> Report:
    here = Provenance("https://www.state.gov/x/", "", datetime(2026, 1, 1, tzinfo=UTC), "file", "")
    page = f'<div class="report__content"><section class="entry-content">{markup}</section></div>'
    return parse_page(Snapshot(page.encode(), here), ReportId("togo", year))


def named_in(report: Report) -> list[Section | Paragraph]:
    return [*report.walk(), *(paragraph for _, paragraph in report.passages())]


def test_headings_nest_by_number_letter_and_markup_where_no_outline_is_known() -> None:
    found = [(section.level, section.title) for section in parse(PAGE).walk()]
    assert found == [
        (2, "Section 1. Dignity"),
        (3, "a. Torture and Degrading Treatment"),
        (4, "Prison and Detention Center Conditions"),
        (3, "b. Silenced Voices"),
        (2, "Section 2. Weather"),
        (3, "Women"),
        (4, "Aged Persons"),
        (3, "Violence Based on Sexual Orientation"),
    ]


def test_topics_are_guessed_by_title_by_words_and_by_text_and_are_never_given_as_known() -> None:
    report = parse(PAGE)
    by_title = {
        section.heading: (section.topics, section.guess.by if section.guess else "") for section in report.walk()
    }
    assert by_title["Women"] == (("women",), "title")
    assert by_title["Torture and Degrading Treatment"] == (("torture",), "words")
    assert by_title["Silenced Voices"][1] == "text"
    assert "censorship" in by_title["Silenced Voices"][0]
    assert by_title["Weather"] == by_title["Dignity"] == ((), "")
    named = named_in(report)
    assert all(0 < each.guess.sure < 1 for each in named if each.topics and each.guess)
    assert all(each.guess for each in named if each.topics)


def test_a_label_of_several_meanings_is_read_by_the_heading_above_it() -> None:
    about = {(s.heading, p.topic): p.topics for s in parse(PAGE).walk() for p in s.paragraphs if p.topic}
    assert about["Women", "Rape and Domestic Violence"] == ("rape-domestic-violence",)
    assert about["Violence Based on Sexual Orientation", "Violence and Harassment"] == ("lgbtqi-violence",)
    assert about["Prison and Detention Center Conditions", "Administration"] == ()
    assert ("Prison and Detention Center Conditions", "Abusive Physical Conditions") in about


def test_the_guesses_are_counted_in_one_line_and_flagged_in_every_outline() -> None:
    report = parse(PAGE)
    (counted,) = [notice for notice in brief_notices(report) if notice.startswith(GUESS)]
    made = sum(each.guess is not None for each in named_in(report))
    assert f"{made} headings and labels" in counted
    rows = {row["heading"]: row for row in sections_json(report, None, "Togo")["sections"]}
    assert rows["Women"]["guess"]["by"] == "title"
    assert rows["Women"]["label_guesses"][0]["subjects"] == ["rape-domestic-violence"]
    assert rows["Weather"]["guess"] is None
    said = "≈ Torture and ill-treatment (guessed by its words,"
    assert said in " ".join(sections_view(report, None, "Togo").plain(140).split())
    assert said in document_markdown(outline_document(report, None, "Togo")).replace("\\", "")


def test_nothing_is_guessed_of_an_edition_whose_outline_is_known() -> None:
    report = parse(PAGE, 2023)
    assert not any(each.guess for each in named_in(report))
    assert not any(warning.startswith(GUESS) for warning in report.warnings)


@pytest.mark.parametrize("title", ["Weather", "Dignity", "Appendix"])
def test_what_no_known_edition_speaks_of_has_no_topic(title: str) -> None:
    assert guess_topics(title, "It rained in spring.", YEAR) == ((), None)
