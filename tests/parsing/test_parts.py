from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.report import open_report, parse_opened, part_links

if TYPE_CHECKING:
    from hrreport.model.report import Report

CHINA = "https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/china/"
BODY = "<h2>Executive Summary</h2><p>All went well in those days.</p><h2>Section 4. Corruption in Government</h2>Text."


def page(url: str, head: str = "", title: str = "", body: str = BODY) -> Snapshot:
    markup = f'<title>{title}</title><div class="report__content">{head}{body}</div>'
    return Snapshot(markup.encode(), Provenance(url, url, datetime(2026, 1, 1, tzinfo=UTC), "mirror", ""))


def parsed(*pages: Snapshot) -> Report:
    return parse_opened([open_report(each) for each in pages], ReportId("china", 2023))


def test_the_parts_that_a_page_offers_are_found_but_not_itself_and_are_no_text() -> None:
    head = (
        f'<p>READ A SECTION: <a href="{CHINA}">China</a> | <a href="{CHINA}hong-kong/">Hong Kong</a></p>'
        '<p><a href="macau">Macau</a> | <a href="/r/tibet/index.html">Tibet</a> | <a href="macau/">Macau</a></p>'
    )
    parent = page(CHINA, head)
    assert part_links(open_report(parent)) == (
        ("Hong Kong", CHINA + "hong-kong/"),
        ("Macau", CHINA + "macau"),
        ("Tibet", "https://www.state.gov/r/tibet/index.html"),
    )
    assert parsed(parent).sections[0].heading == "Executive Summary"


def test_a_page_without_that_choice_offers_no_parts() -> None:
    assert part_links(open_report(page(CHINA, '<p>Read the section on <a href="/x">ships</a>.</p>'))) == ()


def test_parts_are_offered_under_another_name_too() -> None:
    line = f'<p><strong>IN THIS SECTION: </strong>China (BELOW) | <a href="{CHINA}tibet/">Tibet</a></p>'
    parent = page(CHINA, line + BODY + line, body="")
    assert part_links(open_report(parent)) == (("Tibet", CHINA + "tibet/"),)
    report = parsed(parent)
    assert [p.text for _, p in report.passages()] == ["All went well in those days.", "Text."]
    assert "Tibet is not included" in report.warnings[0]


def test_parts_follow_the_reports_own_sections_under_their_slugs() -> None:
    parent = page(CHINA, f'<h4>Read A Section: China</h4><p><a href="{CHINA}hong-kong/">Hong Kong</a></p>')
    odd = BODY.replace("Section 4", "Section 9")
    parts = [
        page(CHINA + "hong-kong", body=odd),
        page("https://x.example/", title="2023 Country Reports on Human Rights Practices: Tibet"),
        page("https://y.example/"),
    ]
    report = parsed(parent, *parts)
    assert [(s.id, s.level) for s in report.walk()][2:6] == [
        ("hong-kong", 1), ("hong-kong:summary", 2), ("hong-kong:9", 2), ("tibet", 1)
    ]  # fmt: skip
    assert [part.name for part in report.parts] == ["Hong Kong", "Tibet", "Part"]
    assert report.section("hong-kong:9").paragraphs[0].number == 1
    assert (
        "Boundary: Hong Kong: 'Section 9. Corruption in Government' is numbered 9 where 4 is expected."
        in report.warnings
    )
    assert not [w for w in report.warnings if "Tibet" in w]


def test_a_parts_broken_bytes_are_said_of_the_part() -> None:
    broken = page(CHINA + "macau/", body=BODY.replace("Text.", "“одно” \x00."))
    broken = Snapshot(broken.body.replace(b"\x00", b"\xff"), broken.provenance)
    report = parsed(page(CHINA), broken)
    assert report.warnings[-1].startswith("Part: The page is not sound")


def test_a_part_that_was_not_obtained_is_warned_of() -> None:
    parent = page(
        CHINA, f'<p>Read A Section: <a href="{CHINA}tibet/">Tibet</a> | <a href="{CHINA}macau/">Macau</a></p>'
    )
    report = parsed(parent, page(CHINA + "macau/"))
    missing = [warning for warning in report.warnings if "not included" in warning]
    assert missing == [f"The part on Tibet is not included: it is on a page of its own, {CHINA}tibet/"]
    assert [w for w in parsed(parent).warnings if "Macau is not included" in w]
