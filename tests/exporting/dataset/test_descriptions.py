"""Descriptions of the dataset: each names every table, and says of what version it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import yaml

from hrreport.exporting.dataset.descriptions import DESCRIPTIONS, RETRIEVALS, DatasetFacts, describe_dataset
from hrreport.exporting.dataset.tables import dataset_tables

NAMES = [table.name for table in dataset_tables()]
ABOUT = DatasetFacts(
    "0123456789abcdef" * 4,
    (2022, 2023),
    "2024-04-22",
    dict.fromkeys(NAMES, 1_234),
    dict.fromkeys(NAMES, (10, "f" * 64)),
    "arcadia-2023/1.c/1",
)
TEXTS = describe_dataset(ABOUT)


@pytest.mark.parametrize(("years", "span"), [((2023,), "2023"), ((2019, 2021, 2023), "2019–2023")])
def test_the_span_is_from_the_first_to_the_last_edition(years: tuple[int, ...], span: str) -> None:
    assert replace(ABOUT, years=years).span == span


def test_every_description_is_there_and_those_with_a_version_have_the_same() -> None:
    assert tuple(TEXTS) == DESCRIPTIONS
    assert ABOUT.version == "1.0.0+0123456789ab"
    without = {name for name, text in TEXTS.items() if ABOUT.version not in text}
    assert without == {"views.sql", "questions.sql"}


def test_tables_are_named_with_their_files_and_hashes() -> None:
    package, croissant = (json.loads(TEXTS[name]) for name in ("datapackage.json", "croissant.json"))
    assert [resource["path"] for resource in package["resources"]] == [f"{name}.parquet" for name in NAMES] + [
        RETRIEVALS
    ]
    assert {file["sha256"] for file in croissant["distribution"]} == {"f" * 64}
    assert [record["name"] for record in croissant["recordSet"]] == NAMES
    assert TEXTS["views.sql"].count("CREATE OR REPLACE VIEW") >= len(NAMES)
    assert TEXTS["DICTIONARY.md"].count("1,234 rows.") == len(NAMES)


def test_a_citation_is_dated_where_a_report_is() -> None:
    assert yaml.safe_load(TEXTS["CITATION.cff"])["date-released"].isoformat() == "2024-04-22"
    undated = describe_dataset(replace(ABOUT, published=""))
    assert "date-released" not in yaml.safe_load(undated["CITATION.cff"])
    assert "datePublished" not in json.loads(undated["croissant.json"])
