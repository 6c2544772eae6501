"""Stable ids: what programs call a report, a section, a paragraph or a sentence, as ``kaz-2023/1.c/4/2``.

The parts are the country's ISO 3166-1 alpha-3 code (State's slug where it has none) with the year covered, the
section, the paragraph and the sentence. Paragraphs are counted within the numbered or lettered section, and it
alone is named, so that an id does not depend on the headings below it.
"""

from __future__ import annotations

import re
from functools import cache

from hrreport.catalogue import records
from hrreport.model.country import ReportId
from hrreport.model.locator import Locator

_LONGEST = 200
"""No id needs more characters than this."""
_ID = (
    r"(?P<report>[a-z][a-z-]*-\d{4})/(?P<section>.+?)(?:/(?P<paragraph>[1-9]\d{0,3})(?:/(?P<sentence>[1-9]\d{0,3}))?)?"
)


@cache
def _codes() -> dict[str, str]:
    return {country.slug: country.alpha3.lower() or country.slug for country in records.countries()}


def report_key(report_id: ReportId) -> str:
    """Return the id of a report.

    >>> report_key(ReportId("kazakhstan", 2023)), report_key(ReportId("tibet", 2022))
    ('kaz-2023', 'tibet-2022')
    """
    return f"{_codes().get(report_id.country, report_id.country)}-{report_id.year}"


def report_of(key: str) -> ReportId | None:
    """Return the report that an id names, or ``None`` where no country has the code.

    >>> report_of("kaz-2023"), report_of("xyz-2023")
    (ReportId(country='kazakhstan', year=2023), None)
    """
    code, _, year = key.rpartition("-")
    country = next((slug for slug, known in _codes().items() if known == code), None)
    return ReportId(country, int(year)) if country and year.isdigit() else None


def stable_id(report_id: ReportId, place: Locator) -> str:
    """Return the id of a place: a section by its own id, a paragraph or sentence by the numbers it is counted by.

    >>> stable_id(ReportId("kazakhstan", 2023), Locator("6/women", 7, 2))
    'kaz-2023/6/7/2'
    """
    if place.paragraph is None:
        return f"{report_key(report_id)}/{place.section}"
    sentence = "" if place.sentence is None else f"/{place.sentence}"
    return f"{report_key(report_id)}/{place.anchor}/{place.paragraph}{sentence}"


def parse_stable_id(text: str) -> tuple[str, Locator] | None:
    """Return the report's id and the place that an id names, or ``None`` where the text is not an id.

    >>> parse_stable_id("KAZ-2023/1.c/4/2")
    ('kaz-2023', Locator(section='1.c', paragraph=4, sentence=2))
    """
    typed = text.strip().casefold()
    found = re.fullmatch(_ID, typed) if len(typed) <= _LONGEST else None
    if found is None:
        return None
    paragraph, sentence = found["paragraph"], found["sentence"]
    return found["report"], Locator(
        found["section"], int(paragraph) if paragraph else None, int(sentence) if sentence else None
    )
