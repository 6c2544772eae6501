"""The view of how reports answer what the law asks of them, duty by duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Document, TextBlock
from hrreport.terminal.groups import (
    LEVEL_MARKS,
    WIDE,
    group_heads,
    group_sources,
    hint,
)
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import country_name
from hrreport.wording.treatments import TREATMENT_WORDS, countries_counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrreport.model.edition_change import EditionDuties, SortKey
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names


def edition_duties_view(duties: EditionDuties, names: Names, *, sort: SortKey = "country") -> Document:
    """Return each duty with the countries grouped by how the newer report answers it.

    Args:
        names: Names of countries as shown to readers, by slug.
        sort: By what the countries are ordered within a group.
    """
    old, new = duties.old_year, duties.new_year
    heading = f"{duties.group.name}, {old} and {new}: what the law asks, {countries_counted(len(duties.rows))}"
    reports = [each.report for row in duties.rows for each in (row.old, row.new)]
    settings: list[Setting] = [*group_heads(heading, reports, duties.cautions, duties.gaps, names)]
    for n, duty in enumerate(duties.duties):
        settings.append(TextBlock((clean_span(duty.name, "strong"),), above=1))
        settings.append(TextBlock((clean_span("; ".join(duty.provisions), "faint"),), indent=2))
        answers = [(row, row.answers[n]) for row in duties.ordered(sort)]
        before = _tally(TREATMENT_WORDS[answer.old.treatment] for _, answer in answers)
        settings.append(TextBlock((clean_span(f"{old}: {before}", "faint"),), indent=2))
        for outcome in TREATMENT_WORDS:
            listed = [country_name(row.new.report.id, names) for row, answer in answers if answer.outcome == outcome]
            if listed:
                words = clean_span(f"{TREATMENT_WORDS[outcome]} ({len(listed)}):")
                body = (words, StyledSpan(" "), clean_span(", ".join(listed), "faint"))
                settings.append(TextBlock(body, (LEVEL_MARKS[outcome],), 2))
    settings.append(hint("A heading that is gone says nothing about the country. The sentences: --format html."))
    return Document((*settings, *group_sources(reports, names)), measure=WIDE)


def _tally(words: Iterable[str]) -> str:
    found: dict[str, int] = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return "; ".join(f"{word} {number:,}" for word, number in sorted(found.items(), key=lambda pair: -pair[1]))
