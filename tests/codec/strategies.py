"""Strategies of the values that are stored: any report, with whatever was found in it."""

from __future__ import annotations

import string
from datetime import UTC, datetime

from hypothesis import strategies as st

from hrreport.model.country import ReportId
from hrreport.model.finding import Analysis, Assessment, Brief, Figure, Finding, Issue, Kind, Source
from hrreport.model.locator import Locator
from hrreport.model.report import Link, Paragraph, Part, Report, Section, TopicGuess
from hrreport.model.retrieval import Provenance

words = st.text(string.printable + "é“”’§¶\u00a0", max_size=12)


number = st.integers(1, 99)


ids = st.builds(ReportId, words, st.integers(1993, 2100))


places = st.builds(Locator, words, st.none() | number, st.none() | number)


moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  given a zone by the strategy


provenances = st.builds(
    Provenance,
    requested_url=words,
    url=words,
    retrieved_at=moments,
    origin=st.sampled_from(("state.gov", "internet-archive", "web-archive", "mirror", "file", "sample")),
    sha256=words,
    status=number,
    media_type=words,
    encoding=words,
    etag=words,
    last_modified=words,
    captured_at=words,
    publisher=words,
)


guesses = st.none() | st.builds(TopicGuess, st.sampled_from(("title", "words", "text")), st.floats(0, 1))


paragraphs = st.builds(
    Paragraph,
    number=number,
    text=words,
    starts=st.lists(number, max_size=3, unique=True).map(lambda s: (0, *sorted(s))),
    topic=st.none() | words.filter(bool),
    topics=st.lists(words, max_size=2).map(tuple),
    form=st.sampled_from(("text", "item", "note")),
    links=st.lists(st.builds(Link, number, number, words), max_size=2).map(tuple),
    guess=guesses,
)


def sections(below: st.SearchStrategy[tuple[Section, ...]]) -> st.SearchStrategy[Section]:
    return st.builds(
        Section,
        id=words,
        label=words,
        heading=words,
        level=st.integers(1, 5),
        paragraphs=st.lists(paragraphs, max_size=2).map(tuple),
        sections=below,
        topics=st.lists(words, max_size=2).map(tuple),
        as_printed=words,
        guess=guesses,
    )


leaves = sections(st.just(()))


trees = sections(st.lists(leaves, max_size=2).map(tuple))


reports = st.builds(
    Report,
    id=ids,
    title=words,
    published=words,
    sections=st.lists(trees, max_size=2).map(tuple),
    provenance=provenances,
    warnings=st.lists(words, max_size=2).map(tuple),
    parts=st.lists(st.builds(Part, words, words, provenances), max_size=1).map(tuple),
    pdf=words,
)


value = st.none() | st.floats(0, 1e9)


findings = st.builds(
    Finding,
    locator=places,
    text=words,
    topic=st.none() | words,
    kind=st.sampled_from(Kind),
    key=st.booleans(),
    strength=st.lists(words, max_size=2).map(tuple),
    sources=st.lists(st.builds(Source, words, st.sampled_from(("ngo", "media"))), max_size=2).map(tuple),
    figures=st.lists(st.builds(Figure, words, value, value, words, words), max_size=2).map(tuple),
    cues=st.lists(words, max_size=2).map(tuple),
)


assessments = st.builds(
    Assessment,
    st.sampled_from(("abuses-reported", "none-reported")),
    st.sampled_from((None, "serious")),
    st.sampled_from((None, "respected")),
)


several_places = st.lists(places, max_size=2).map(tuple)


analyses = st.builds(
    Analysis,
    id=ids,
    findings=st.lists(findings, max_size=2).map(tuple),
    assessments=st.lists(st.tuples(words, assessments), max_size=2).map(tuple),
    issues=st.lists(
        st.builds(Issue, words, places, st.lists(words, max_size=2).map(tuple), several_places), max_size=2
    ).map(tuple),
    brief=st.builds(Brief, st.none() | places, several_places, several_places),
)
