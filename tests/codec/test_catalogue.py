"""Countries, editions and topics in the public form."""

from __future__ import annotations

from hrreport.codec.catalogue import countries_json, editions_json, topics_json
from hrreport.model.country import Country, Edition
from hrreport.model.topic import Topic, TopicEntry, TopicHeading


def test_countries_have_what_may_be_typed_for_them() -> None:
    arcadia = Country("arcadia", "Arcadia", "AR", "ARC", other_names=("The Lakes",), region="sca")
    answer = countries_json([arcadia], 2023, stored_only=True)
    assert (answer["year"], answer["stored_only"]) == (2023, True)
    assert answer["countries"] == [
        {
            "slug": "arcadia",
            "name": "Arcadia",
            "alpha2": "AR",
            "alpha3": "ARC",
            "region": "sca",
            "other_names": ["The Lakes"],
        }
    ]


def test_editions_have_their_hosts_in_order() -> None:
    (edition,) = editions_json([Edition(2023, "2024-04-22", "2023", ("www.state.gov", "2021-2025.state.gov"))])[
        "editions"
    ]
    assert edition["hosts"] == ["www.state.gov", "2021-2025.state.gov"]


def test_a_topic_has_its_headings_and_null_where_there_is_nothing() -> None:
    heading = TopicHeading(2017, 2023, "1.c", "Torture", "")
    (answer,) = topics_json([TopicEntry(Topic("torture", "Torture"), ("beat*",), (heading,))])["topics"]
    assert answer["broader"] is None
    assert answer["words"] == ["beat*"]
    assert answer["headings"] == [{"first": 2017, "last": 2023, "section": "1.c", "heading": "Torture", "label": None}]
