"""Lists of countries, editions and topics on a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrreport.model.country import Country, Edition
from hrreport.model.topic import Topic, TopicEntry, TopicHeading
from hrreport.terminal.catalogue import countries_view, editions_view, topics_view

COUNTRIES = (
    Country("arcadia", "Arcadia", "AC", "ACD"),
    Country("the-isles", "The Isles", "", "", other_names=("Islands", "Isle Republic", "The Isles (North)")),
)


def test_countries_with_what_may_be_typed_for_them() -> None:
    assert countries_view(COUNTRIES, 2023).plain(80).splitlines() == [
        "Country                   Slug       ISO",
        "Arcadia                   arcadia    AC   ACD",
        "The Isles                 the-isles",
        "  Islands, Isle Republic",
        "",
        "2 countries and territories with a report for 2023.",
    ]
    assert countries_view(COUNTRIES[:1]).plain().endswith("1 country or territory with a report in some year.\n")


def test_editions_with_dates_and_hosts() -> None:
    editions = (Edition(2015, "", "", ("2009-2017.state.gov",)), Edition(2023, "2024-04-22", "x", ("a.gov", "b.gov")))
    assert editions_view(editions).plain(80).splitlines() == [
        "Year  Published      Hosts",
        "2015  not known      2009-2017.state.gov",
        "2023  22 April 2024  a.gov, b.gov",
    ]


@pytest.mark.parametrize(
    ("whole", "lines"),
    [
        (
            True,
            [
                "  Prisons prisons",
                "    also: jails",
                "2016–2020      § 1.c, Torture, “Physical Conditions”",
                "2023           § 2 Prisons",
                "    words: prison*",
            ],
        ),
        (False, ["  Prisons prisons", "    also: jails", "    § 1.c 2016–2020; § 2 2023"]),
    ],
)
def test_topics_with_their_headings_in_full_or_in_short(whole: bool, lines: list[str]) -> None:
    headings = (
        TopicHeading(2016, 2020, "1.c/prison", "Torture", "Physical Conditions"),
        TopicHeading(2023, 2023, "2", "Prisons"),
    )
    prisons = Topic("prisons", "Prisons", "torture", ("jails",))
    shown = topics_view([TopicEntry(prisons, ("prison*",), headings)], whole=whole).plain(80).splitlines()
    assert shown[1:-2] == lines
    assert shown[-1].startswith("1 topic.")
    unheaded = topics_view([TopicEntry(replace(prisons, broader=""), ("prison*",), ())]).plain(80)
    assert "  no heading of any edition is on it: looked for by words\n  words: prison*\n" in unheaded
