"""Views of a library: what it holds, its state, what a check found, what was taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.terminal.document import Column, Document, Table, TextBlock, cells
from hrreport.terminal.spans import StyledSpan, clean_span
from hrreport.wording.changes import name_of
from hrreport.wording.reports import counted, day, obtained

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.model.holding import Holding, ImportSummary, LibraryFault, LibraryInfo
    from hrreport.wording.changes import Names

_HOLDINGS = (
    Column(flexible=True), Column("right"), Column("right"), Column("right"), Column("right", dispensable=True),
    Column(dispensable=True), Column(dispensable=True),
)  # fmt: skip
_COUNTS = (Column("right"), Column(), Column(flexible=True))
_FACTS = (Column(), Column(flexible=True))
_FLAWS = (Column(), Column(), Column(flexible=True))
_KILO = 1000
WIDE = 120


def holdings_view(holdings: Sequence[Holding], names: Names) -> Document:
    """Return stored reports in the order given: size, revisions, when and from where each was retrieved.

    Args:
        holdings: What is stored.
        names: Names of countries as shown to readers, by slug.
    """
    if not holdings:
        return Document((TextBlock((StyledSpan("Nothing of that is stored."),)),))
    rows = [cells("Country", "Year", "Words", "¶", "Texts", "Confirmed", "Retrieved", style="faint")]
    for holding in holdings:
        now = holding.current
        rows.append(
            cells(
                names.get(now.id.country, now.id.country),
                str(now.id.year),
                f"{now.words:,}",
                f"{now.paragraphs:,}",
                str(holding.revisions),
                day(now.checked_at.date().isoformat()),
                obtained(now.provenance),
            )
        )
    countries = len({holding.id.country for holding in holdings})
    total = f"{counted(len(holdings), 'report')} on {counted(countries, 'country', 'countries')}."
    foot = TextBlock((StyledSpan(total, "faint"),), above=1)
    return Document((Table(_HOLDINGS, tuple(rows), room=16), foot), measure=WIDE)


def format_size(size: int) -> str:
    """Return a number of bytes as people say it.

    >>> format_size(812), format_size(45_300_000)
    ('812 bytes', '45.3 MB')
    """
    amount, unit = float(size), "bytes"
    for larger in ("kB", "MB", "GB"):
        if amount < _KILO:
            break
        amount, unit = amount / _KILO, larger
    return f"{size:,} bytes" if unit == "bytes" else f"{amount:.1f} {unit}"


def info_view(info: LibraryInfo) -> Document:
    """Return the state of a library file."""
    years = ", ".join(map(str, info.years)) or "none"
    spent = ", ".join(f"{part} {format_size(size)}" for part, size in info.stored_bytes)
    facts = (
        ("File", info.path + (" (can only be read)" if info.read_only else "")),
        ("Size", f"{format_size(info.size)}: {spent}"),
        ("Pages", f"{info.snapshots:,}, {format_size(info.page_bytes)} as received"),
        ("Reports", f"{info.reports:,}" + (f", {info.revisions:,} texts" if info.revisions > info.reports else "")),
        ("Paragraphs", f"{info.paragraphs:,}"),
        ("Editions", years),
        ("Layout", f"version {info.version}, journal {info.journal}"),
    )
    rows = tuple((*cells(name, style="faint"), *cells(fact)) for name, fact in facts)
    return Document((Table(_FACTS, rows),))


def check_view(flaws: Sequence[LibraryFault], info: LibraryInfo | None, names: Names) -> Document:
    """Return what a check found; that all is well, with what was looked at, where it found nothing.

    Args:
        flaws: What is not as it should be.
        info: The state of the file, or ``None`` where it could not be told.
        names: Names of countries as shown to readers, by slug.
    """
    if not flaws:
        looked = f"{counted(info.revisions, 'text')}, {counted(info.snapshots, 'page')}, the index" if info else "all"
        return Document((TextBlock((clean_span(f"Sound: {looked}."),)),))
    rows = tuple(
        (
            *cells(flaw.what, style="notice"),
            *cells(name_of(flaw.id, names) if flaw.id else "", flaw.detail),
        )
        for flaw in flaws
    )
    return Document((TextBlock((StyledSpan(f"{counted(len(flaws), 'flaw')}:", "strong"),)), Table(_FLAWS, rows)))


def merged_view(merged: ImportSummary, names: Names) -> Document:
    """Return what was taken over from another library.

    Args:
        merged: What was taken over.
        names: Names of countries as shown to readers, by slug.
    """
    refused = "; ".join(f"{name_of(f.id, names) if f.id else 'the file'}: {f.detail}" for f in merged.refused)
    rows = [
        _counted(len(merged.new), "new", "taken over"),
        _counted(len(merged.unchanged), "unchanged", "with the same words"),
        _counted(len(merged.revised), "revised", ", ".join(name_of(one, names) for one in merged.revised)),
        _counted(len(merged.refused), "refused", refused or "damaged"),
    ]
    return Document((Table(_COUNTS, tuple(rows)),))


def _counted(number: int, what: str, more: str) -> tuple[TextBlock, ...]:
    return (*cells(f"{number:,}"), *cells(what, style="strong"), *cells(more, style="faint"))
