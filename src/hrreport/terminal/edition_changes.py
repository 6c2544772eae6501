"""The view of what became of an edition: a row for each country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock
from hrreport.terminal.groups import (
    WIDE,
    group_heads,
    group_sources,
    hint,
    plain_cells,
)
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.views.groups import change_counts
from hrreport.wording.changes import country_name
from hrreport.wording.treatments import countries_counted, turned_words

if TYPE_CHECKING:
    from hrreport.model.edition_change import CountryChange, EditionChanges, SortKey
    from hrreport.terminal.document import Setting
    from hrreport.wording.changes import Names

_CHANGED = (
    Column(flexible=True), Column("right"), Column("right"), Column("right", dispensable=True),
    Column("right", dispensable=True), Column("right", dispensable=True), Column("right"),
    Column("right", dispensable=True), Column("right"), Column("right"), Column(dispensable=True),
)  # fmt: skip
"""Country, lengths, share, sentences kept, reworded, gone, new, headings dropped, assessments turned, bar."""
_BAR = 20


def edition_changes_view(changes: EditionChanges, names: Names, *, sort: SortKey = "country") -> Document:
    """Return a row for each country, the sum over them, and which headings were dropped or are new.

    Args:
        names: Names of countries as shown to readers, by slug.
        sort: By what the rows are ordered.
    """
    heading = f"{changes.group.name}, {changes.old_year} and {changes.new_year}: {countries_counted(len(changes.rows))}"
    reports = [report for row in changes.rows for report in (row.old, row.new)]
    settings: list[Setting] = [*group_heads(heading, reports, changes.cautions, changes.gaps, names), TextBlock(())]
    head = ("", str(changes.old_year), str(changes.new_year), "", "=", "~", "−", "+", "dropped", "turned", "")
    rows = [plain_cells(head, "faint"), *(_changed(row, names) for row in changes.ordered(sort)), _summed(changes)]
    settings.append(Table(_CHANGED, tuple(rows), room=24))
    signs = (
        "Characters of the report then and now; sentences of the older report kept word for word (=), reworded (~), "
        "gone (−); sentences only in the newer (+); headings dropped; topics whose assessment is another."
    )
    settings.append(hint(signs))
    for title, counts in (
        ("Headings dropped, in how many countries; none of them is an improvement", changes.dropped_in()),
        ("Headings new, in how many countries", changes.added_in()),
    ):
        if counts:
            settings.append(TextBlock((clean_span(title, "strong"),), above=1))
            settings.append(
                TextBlock((clean_span("; ".join(f"{name} {number:,}" for name, number in counts)),), indent=2)
            )
    if any(row.turned for row in changes.rows):
        settings.append(TextBlock((clean_span("Assessments that turned", "strong"),), above=1))
        settings += [
            TextBlock(
                (clean_span(country_name(row.old.id, names), "strong"), StyledSpan(": "), clean_span(_turned(row))),
                indent=2,
            )
            for row in changes.ordered(sort)
            if row.turned
        ]
    old, new = changes.old_year, changes.new_year
    settings.append(hint(f"The sentences behind a row: hrreport diff COUNTRY {old} {new}, or --format html."))
    return Document((*settings, *group_sources(reports, names)), measure=WIDE)


def _turned(row: CountryChange) -> str:
    return "; ".join(f"{topic.name}: {turned_words(topic)}" for topic in row.turned)


def _changed(row: CountryChange, names: Names) -> tuple[TextBlock, ...]:
    cells = plain_cells((country_name(row.old.id, names), *change_counts([row])))
    return (*cells, TextBlock((StyledSpan("█" * round(_BAR * min(row.share, 1)), "faint"),)))


def _summed(changes: EditionChanges) -> tuple[TextBlock, ...]:
    return plain_cells(("Sum", *change_counts(changes.rows), ""), "strong")
