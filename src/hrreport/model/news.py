"""News: what a watch found since it last asked, and what it could not ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from hrreport.values import dataclass

if TYPE_CHECKING:
    from datetime import datetime

    from hrreport.model.change import SentencePair
    from hrreport.model.country import ReportId

NewsKind = Literal["edition", "revised", "gone", "back", "moved"]
"""What happened.

``edition``: the site lists an edition that was not known. ``revised``: sentences or headings of a report are not
those of the stored text. ``gone``: the address of a report said twice that there is no such page, and no other
address of the site has it. ``back``: a report that was gone is there again. ``moved``: another address answers.
"""
NEWS_KINDS: tuple[NewsKind, ...] = get_args(NewsKind)


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing that happened."""

    kind: NewsKind
    year: int
    found_at: datetime
    """When it was found: aware, UTC."""
    url: str
    """Where: for a report that moved, its address now."""
    country: str = ""
    """The country's slug; empty for an edition."""
    was_url: str = ""
    """For a report that moved, its address before."""
    pairs: tuple[SentencePair, ...] = ()
    """For a revised report, the sentences that changed."""
    headings: tuple[tuple[str, str], ...] = ()
    """For a revised report, headings before and now that differ in their words; empty for none on that side."""
    detail: str = ""
    """One phrase more for the reader."""


@dataclass(frozen=True, slots=True)
class UncheckedAddress:
    """An address that could not be asked, or gave no conclusive answer."""

    reason: str
    id: ReportId | None = None
    """The report; ``None`` for the list of editions."""
    url: str = ""


@dataclass(frozen=True, slots=True)
class WatchResult:
    """The result of one round of a watch."""

    at: datetime
    news: tuple[NewsItem, ...]
    unasked: tuple[UncheckedAddress, ...]
    asked: int
    """Reports that were asked for, those that could not be asked included."""
