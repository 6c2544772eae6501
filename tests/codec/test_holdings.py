"""What a library holds, downloads and news in the public form."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hrreport.codec.holdings import download_json, library_check_json, merged_json, news_json, watched_json
from hrreport.model.country import ReportId
from hrreport.model.holding import DownloadResult, DownloadSummary, ImportSummary, LibraryFlaw
from hrreport.model.news import NEWS_KINDS, NewsItem, UncheckedAddress, WatchResult

if TYPE_CHECKING:
    from hrreport.model.news import NewsKind

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ARCADIA = ReportId("arcadia", 2023)
NAMED = {"country": "arcadia", "name": "Arcadia", "year": 2023}


def test_a_download_counts_every_outcome(names: dict[str, str]) -> None:
    lost = DownloadResult(ARCADIA, "refused", "403", "https://a.example/")
    answer = download_json(DownloadSummary((lost, DownloadResult(ReportId("chad", 2023), "new"))), names)
    assert {name: count for name, count in answer["counts"].items() if count} == {"refused": 1, "new": 1}
    assert answer["reports"][0] == {**NAMED, "outcome": "refused", "detail": "403", "url": "https://a.example/"}
    assert (answer["reports"][1]["name"], answer["reports"][1]["url"]) == ("chad", None)


def test_a_flaw_of_no_report_names_none(names: dict[str, str]) -> None:
    flaws = (LibraryFlaw("page", "It is gone.", ARCADIA), LibraryFlaw("file", "It is cut."))
    answer = library_check_json(flaws, None, names)
    assert (answer["sound"], answer["library"]) == (False, None)
    assert [(flaw["country"], flaw["year"]) for flaw in answer["flaws"]] == [("arcadia", 2023), (None, None)]
    assert library_check_json((), None, names)["sound"]


def test_an_import_names_reports_by_what_became_of_them(names: dict[str, str]) -> None:
    answer = merged_json(ImportSummary((ARCADIA,), (), (ARCADIA,), ()), names)
    assert answer == {"new": [NAMED], "revised": [], "unchanged": [NAMED], "refused": []}


def news(kind: NewsKind, country: str = "arcadia") -> NewsItem:
    return NewsItem(kind, 2023, NOON, "https://a.example/", country, headings=(("", "Women"),))


def test_news_of_an_edition_have_no_country(names: dict[str, str]) -> None:
    edition, gone = news_json(news("edition", ""), names), news_json(news("gone"), names)
    assert (edition["country"], edition["name"]) == (None, None)
    assert gone["said"].startswith("Arcadia 2023 is gone")
    assert gone["headings"] == [{"old": None, "new": "Women"}]


def test_a_watch_counts_every_kind_of_news(names: dict[str, str]) -> None:
    found = tuple(map(news, NEWS_KINDS[1:]))
    answer = watched_json(WatchResult(NOON, found, (UncheckedAddress("403"),), 7), names)
    assert answer["counts"] == {kind: int(kind != NEWS_KINDS[0]) for kind in NEWS_KINDS}
    assert answer["could_not_ask"] == [{"country": None, "year": None, "reason": "403", "url": None}]
    assert (answer["at"], answer["asked"]) == (NOON.isoformat(), 7)
