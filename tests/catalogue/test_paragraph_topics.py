"""One rule decides which paragraphs a topic has: all that takes a topic gives the same ones, on real pages."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.finding_filters import places_of_topic, select_findings
from hrreport.analysis.summary import summarize_report
from hrreport.catalogue import records
from hrreport.catalogue.paragraph_topics import labeled_paragraphs, places_on, subjects
from hrreport.codec.stored import encode_report
from hrreport.comparison.change_filters import select
from hrreport.comparison.changes import compare_reports
from hrreport.comparison.matrix import excerpts
from hrreport.comparison.trend import trend_of
from hrreport.errors import HrReportError
from hrreport.exporting.report_html import ReportLayout
from hrreport.library.contents import contents_of
from hrreport.library.full_text_index import tag, tags_of
from hrreport.model.finding import Analysis, Finding, Kind
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.model.sections import part_of
from hrreport.parsing.report import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from hrreport.model.country import ReportId
    from hrreport.model.report import Report

    Place = tuple[str, int | None]
    Places = AbstractSet[Place]

FEWEST = 60
"""Pages that the law is tested on."""
TOPICS = tuple(topic.id for topic in records.topics())


@pytest.fixture(scope="module")
def real(shared_pages: tuple[tuple[ReportId, Path], ...]) -> list[tuple[Report, dict[str, set[tuple[str, int]]]]]:
    """Return the reports of the real pages that have one, with what treats each topic, and one that nothing does."""
    found = []
    for which, path in shared_pages:
        body = path.read_bytes()
        url = f"https://www.state.gov/reports/{which.year}/{which.country}/"
        source = Provenance(url, url, datetime(2025, 9, 1, tzinfo=UTC), "mirror", hashlib.sha256(body).hexdigest())
        try:
            report = parse_page(Snapshot(body, source), which)
        except HrReportError:  # a page without a report on it is no report
            continue
        about = [((s.id, p.number), set(topics)) for s, p, topics in subjects(report)]
        narrower = {topic: set(records.with_narrower([topic])) for topic in TOPICS}
        treated = {topic: {place for place, topics in about if topics & narrower[topic]} for topic in TOPICS}
        silent = [topic for topic in TOPICS if not treated[topic]]
        found.append((report, {topic: treated[topic] for topic in TOPICS if topic not in silent[1:]}))
    assert len(found) >= FEWEST
    return found


def unjudged(report: Report) -> Analysis:
    """Return an analysis in which every sentence is there, and is context."""
    found = tuple(
        Finding(section.locate(paragraph, number), text, paragraph.topic, Kind.CONTEXT, key=False)
        for section, paragraph in report.passages()
        for number, text in enumerate(paragraph.sentences, start=1)
    )
    return Analysis(report.id, found, ())


def of_text(report: Report) -> Callable[[str], Places]:
    def places(topic: str) -> Places:
        return {(s.id, p.number) for s, p in part_of(report, places_of_topic(report, topic)).passages()}

    return places


def of_findings(report: Report) -> Callable[[str], Places]:
    found = unjudged(report).findings
    return lambda topic: (
        {(f.locator.section, f.locator.paragraph) for f in select_findings(report, found, topic=topic)}
        | _empty(report, topic)
    )


def of_summary(report: Report) -> Callable[[str], Places]:
    analysis = unjudged(report)
    every = tuple(report.passages())

    def places(topic: str) -> Places:
        told = {
            d.section: len(d.sentences) + d.omitted for d in summarize_report(report, analysis, topic=topic).digests
        }
        wanted = places_on(report, records.with_narrower([topic]))
        count: dict[str, int] = {}
        for section, paragraph in every:
            if (section.id, paragraph.number) in wanted:
                count[section.id] = count.get(section.id, 0) + len(paragraph.sentences)
        assert told == {section: sentences for section, sentences in count.items() if sentences}
        return wanted

    return places


def of_compilation(report: Report) -> Callable[[str], Places]:
    return lambda topic: {(e.place.section, p.number) for e in excerpts(report, [topic]) for p in e.paragraphs}


def of_index(report: Report) -> Callable[[str], Places]:
    contents = contents_of(report, unjudged(report), encode_report(report))
    rows = zip(contents.passages, contents.subjects(), strict=True)
    tags = [(contents.locator(p), tags_of(report.id.country, contents, p, about).split()) for p, about in rows]
    return lambda topic: {
        (at.section, at.paragraph)
        for at, own in tags
        if any(tag("topic", name) in own for name in records.with_narrower([topic]))
    }


def of_page(report: Report) -> Callable[[str], Places]:
    layout = ReportLayout(report, unjudged(report))
    headings = [below for section in report.sections for below in layout.heading(section).walk()]
    passages = [(h.id, p.number, p.topics.split()) for h in headings for p in h.passages]
    return lambda topic: {(section, number) for section, number, topics in passages if topic in topics}


def of_comparison(report: Report) -> Callable[[str], Places]:
    whole = compare_reports(report, report)

    def places(topic: str) -> Places:
        try:
            chosen = select(whole, topics=[topic])
        except HrReportError:
            return set()
        return {(q.locator.section, q.locator.paragraph) for pair in chosen.pairs for q in pair.old} | _empty(
            report, topic
        )

    return places


def _empty(report: Report, topic: str) -> Places:
    """Return the paragraphs on a topic that have a label and no sentence."""
    wanted = places_on(report, records.with_narrower([topic]))
    return {(s.id, p.number) for s, p in report.passages() if not p.text and (s.id, p.number) in wanted}


@pytest.mark.parametrize(
    "answer",
    [of_text, of_findings, of_summary, of_compilation, of_index, of_page, of_comparison],
    ids=lambda f: f.__name__,
)
def test_every_answer_has_the_same_paragraphs_on_a_topic(
    real: list[tuple[Report, dict[str, set[tuple[str, int]]]]], answer: Callable[[Report], Callable[[str], Places]]
) -> None:
    other = [
        (report.id, topic)
        for report, treated in real[:: 5 if answer is of_summary else 1]  # a summary of every topic takes its time
        for places in [answer(report)]
        for topic, expected in treated.items()
        if places(topic) != expected
    ]
    assert other == []


def test_a_trend_counts_the_same_paragraphs(real: list[tuple[Report, dict[str, set[tuple[str, int]]]]]) -> None:
    for report, treated in real:
        words = {(s.id, p.number): len(p.printed.split()) for s, p in report.passages()}
        for row in trend_of([(report, unjudged(report))], tuple(treated)).rows:
            assert row.cells[0].measure.words == sum(words[place] for place in treated[row.topic]), (
                report.id,
                row.topic,
            )


def test_a_label_holds_until_the_next_label_or_heading(
    real: list[tuple[Report, dict[str, set[tuple[str, int]]]]],
) -> None:
    """As distinguished from the rule itself: paragraph by paragraph, from the label printed last."""
    for report, _ in real:
        about = {(s.id, p.number): topics for s, p, topics in subjects(report)}
        for section in report.walk():
            last: tuple[str, ...] = ()
            for paragraph in section.paragraphs:
                last = paragraph.topics if paragraph.topic else last
                assert set(last) <= set(about[section.id, paragraph.number])


def test_a_label_without_a_topic_ends_the_one_before(build: Callable[[int, str], Report]) -> None:
    text = "6/women Women | women\nFew.\nRape | rape-domestic-violence > No.\nMore.\nAdministration > It.\nEnd."
    section = build(2023, text).sections[0]
    assert [(p.number, label) for p, label, _ in labeled_paragraphs(section)] == [
        (1, ""),
        (2, "Rape"),
        (3, "Rape"),
        (4, ""),
        (5, ""),
    ]


def test_a_label_picks_among_the_topics_of_its_heading(build: Callable[[int, str], Report]) -> None:
    text = "2.b Assembly and Association | assembly association\nBoth.\nClubs | association > Closed.\nMore of it."
    report = build(2023, text)
    assert places_on(report, ["assembly"]) == {("2.b", 1)}
    assert places_on(report, ["association"]) == {("2.b", 1), ("2.b", 2), ("2.b", 3)}
