"""Evidence: read codebooks, and choose the sentences that each of their indicators reads."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from hrreport import tables
from hrreport.analysis.parties import find_parties
from hrreport.catalogue import records
from hrreport.catalogue.elsewhere import phrase_pattern
from hrreport.catalogue.paragraph_topics import places_on
from hrreport.errors import InputError
from hrreport.model.elsewhere import NO_HEADING
from hrreport.model.evidence import Codebook, CodersPacket, EvidenceSentence, Indicator, IndicatorEvidence
from hrreport.model.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.evidence import ChosenBy
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report

NOTHING = "nothing was found on it in this report; that is not evidence that nothing happened"
"""Said of an indicator without a sentence."""
_KNOWN = {"id", "name", "topics", "kinds", "words"}


def codebook_names() -> tuple[str, ...]:
    """Return the names of the codebooks that come with the program."""
    return tables.names("codebooks", ".toml")


def bundled_codebook(name: str) -> Codebook:
    """Return a codebook that comes with the program."""
    return parse_codebook(name, tables.text(f"codebooks/{name}.toml"))


def parse_codebook(name: str, text: str) -> Codebook:
    r"""Return the codebook in a text in TOML.

    >>> parse_codebook("mine", '[[indicator]]\nid = "a"\ntopics = ["torture"]').indicators[0].topics
    ('torture',)

    Raises:
        InputError: It is not TOML, or not a codebook.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f'the codebook "{name}" is not TOML: {error}') from error
    rows = table.get("indicator")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise InputError(f'the codebook "{name}" has no indicators', hint="write a table [[indicator]] for each")
    indicators = tuple(_indicator(name, row) for row in rows)
    ids = [indicator.id for indicator in indicators]
    if twice := next((id_ for id_ in ids if ids.count(id_) > 1), None):
        raise InputError(f'the codebook "{name}" has the indicator "{twice}" twice')
    return Codebook(name, str(table.get("title", name)), str(table.get("source", "")), indicators)


def _indicator(book: str, row: dict[str, Any]) -> Indicator:
    name = row.get("id")
    if not isinstance(name, str) or not name.strip():
        raise InputError(f'an indicator of the codebook "{book}" has no id')
    where = f'the indicator "{name}" of the codebook "{book}"'
    if unknown := sorted(set(row) - _KNOWN):
        raise InputError(f'{where} has a field "{unknown[0]}"', hint=f"fields are: {', '.join(sorted(_KNOWN))}")
    for field in ("topics", "kinds", "words"):
        given = row.get(field, [])
        if not isinstance(given, list) or not all(isinstance(one, str) and one.strip() for one in given):
            raise InputError(f"{where}: {field} is not a list of words")
    topics, kinds, words = (tuple(row.get(field, ())) for field in ("topics", "kinds", "words"))
    known = {topic.id for topic in records.topics()}
    if wrong := next((topic for topic in topics if topic not in known), None):
        raise InputError(f'{where}: no topic is called "{wrong}"', hint='see "hrreport topics"')
    if wrong := next((kind for kind in kinds if kind not in set(Kind)), None):
        raise InputError(f'{where}: "{wrong}" is not a kind', hint=f"kinds: {', '.join(Kind)}")
    if not topics and not words:
        raise InputError(f"{where} has neither topics nor words", hint="say what is read for it")
    return Indicator(name, str(row.get("name", name)), topics, tuple(map(Kind, kinds)), words)


def gather_evidence(report: Report, analysis: Analysis, codebook: Codebook) -> CodersPacket:
    """Return the sentences that each indicator of a codebook reads, in the order of the report."""
    found = []
    for indicator in codebook.indicators:
        sentences = tuple(_sentences(report, analysis, indicator))
        headed = not indicator.topics or any(sentence.by == "topic" for sentence in sentences)
        notice = ("" if headed else NO_HEADING) if sentences else NOTHING
        found.append(IndicatorEvidence(indicator, sentences, notice))
    return CodersPacket(report.id, codebook, tuple(found))


def _sentences(report: Report, analysis: Analysis, indicator: Indicator) -> Iterator[EvidenceSentence]:
    """Yield the sentences on the topics of an indicator, and others that contain its words."""
    places = places_on(report, records.with_narrower(indicator.topics)) if indicator.topics else frozenset()
    phrases = "|".join(map(phrase_pattern, indicator.words))
    words = re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE) if phrases else None
    for finding in analysis.findings:
        if indicator.kinds and finding.kind not in indicator.kinds:
            continue
        treated = (finding.locator.section, finding.locator.paragraph) in places
        if treated or (words and words.search(finding.text)):
            by: ChosenBy = "topic" if treated else "words"
            yield EvidenceSentence(indicator.id, finding, by, *find_parties(finding.text))
