"""Topics belong to each other as the data files say."""

from __future__ import annotations

from hrreport.catalogue import records


def test_a_topic_brings_those_that_belong_to_it_at_any_depth() -> None:
    found = records.with_narrower(["women"])
    assert found[0] == "women"
    assert {"gender-based-violence", "rape-domestic-violence"} <= set(found)
    assert "children" not in found


def test_a_wider_topic_stands_before_its_parts_and_exists() -> None:
    seen: set[str] = set()
    for topic in records.topics():
        assert not topic.broader or topic.broader in seen
        seen.add(topic.id)


def test_slugs_and_codes_are_each_one_countrys() -> None:
    countries = records.countries()
    for name in ("slug", "alpha2", "alpha3"):
        given = [value for c in countries if (value := getattr(c, name))]
        assert len(given) == len(set(given)), name


def test_editions_follow_each_other() -> None:
    years = [edition.year for edition in records.editions()]
    assert years == list(range(years[0], years[-1] + 1))
