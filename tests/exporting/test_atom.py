"""A feed of news: an entry for each, with its sentences, whatever characters they have."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from hrreport.exporting.atom import atom_feed

ATOM = {"a": "http://www.w3.org/2005/Atom"}
NOON = "2026-01-01T12:00:00+00:00"


def news(**facts: Any) -> dict[str, Any]:
    about = {"kind": "changed", "country": "arcadia", "year": 2023, "found_at": NOON, "url": "https://a.example/"}
    content: dict[str, Any] = {"said": "Arcadia 2023 has changed", "was_url": None, "sentences": [], "headings": []}
    return {**about, **content, **facts}


def entries(*items: dict[str, Any]) -> list[ET.Element]:
    feed = ET.fromstring(atom_feed(items, NOON))  # noqa: S314  our own
    assert feed.findtext("a:updated", namespaces=ATOM) == NOON
    return feed.findall("a:entry", ATOM)


def test_an_entry_has_the_sentences_of_both_sides_and_the_headings() -> None:
    old = {"section": "1.c", "paragraph": 4, "text": "Guards beat <men>."}
    pair = {"old": [old], "new": [{**old, "text": "Guards beat \x00no one & left."}]}
    (entry,) = entries(news(was_url="https://b.example/", sentences=[pair], headings=[{"old": None, "new": "Women"}]))
    assert (entry.findtext("a:content", namespaces=ATOM) or "").split("\n") == [
        "was https://b.example/",
        "− § 1.c ¶ 4: Guards beat <men>.",
        "+ § 1.c ¶ 4: Guards beat \ufffdno one & left.",
        "+ Women",
    ]


def test_each_entry_has_an_id_of_its_own_and_says_something() -> None:
    gone = news(kind="gone", said="Arcadia 2023 is gone")
    listed = news(kind="edition", country=None, year=2024, said="The 2024 edition is listed")
    found = entries(gone, listed)
    assert [entry.findtext("a:id", namespaces=ATOM) for entry in found] == [
        f"tag:hrreport,2026:watch/gone/arcadia/2023/{NOON}",
        f"tag:hrreport,2026:watch/edition/2024/{NOON}",
    ]
    assert [entry.findtext("a:content", namespaces=ATOM) for entry in found] == [gone["said"], listed["said"]]
