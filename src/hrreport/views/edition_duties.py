"""What the law asks of reports, in many countries over two editions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hrreport.text.whitespace import fold
from hrreport.views.blocks import HeadingBlock
from hrreport.views.groups import group_document, level_row, level_table, small_note
from hrreport.wording.changes import country_name
from hrreport.wording.treatments import TREATMENT_WORDS, countries_counted

if TYPE_CHECKING:
    from hrreport.model.edition_change import EditionDuties, SortKey
    from hrreport.views.blocks import AnyBlock, BlockDocument
    from hrreport.wording.changes import Names


def edition_duties_document(
    duties: EditionDuties, names: Names, *, sort: SortKey = "country", on_screen: bool = False
) -> BlockDocument:
    """Return each duty with the countries grouped by how the newer report answers it.

    Args:
        duties: The two editions.
        names: Names of countries as shown to readers, by slug.
        sort: By what the countries of a group are ordered.
        on_screen: Whether it is for a terminal: with how the older reports answer it, and the next command.
    """
    blocks: list[AnyBlock] = []
    ordered = duties.ordered(sort)
    for n, duty in enumerate(duties.duties):
        blocks += [HeadingBlock(1, fold(duty.name), duty.id), small_note("; ".join(duty.provisions))]
        if on_screen:
            before = Counter(TREATMENT_WORDS[row.answers[n].old.treatment] for row in ordered)
            counts = "; ".join(f"{word} {number:,}" for word, number in before.most_common())
            blocks.append(small_note(f"{duties.old_year}: {counts}"))
        groups = {
            outcome: [country_name(row.new.report.id, names) for row in ordered if row.answers[n].outcome == outcome]
            for outcome in TREATMENT_WORDS
        }
        rows = (level_row(each, TREATMENT_WORDS[each], listed) for each, listed in groups.items() if listed)
        blocks.append(level_table("The newer report", rows))
    if on_screen:
        blocks.append(
            small_note("A heading that is gone says nothing about the country. The sentences: --format html.")
        )
    span = f"{duties.old_year} and {duties.new_year}"
    heading = f"{duties.group.name}, {span}: what the law asks, {countries_counted(len(ordered))}"
    reports = [each.report for row in ordered for each in (row.old, row.new)]
    return group_document(heading, reports, blocks, duties, names, on_screen=on_screen)
