"""Describe the dataset: for Frictionless, Croissant, DuckDB, Datasette, citation managers and readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrreport import tables
from hrreport.exporting.dataset.tables import FORMAT, RETRIEVAL_COLUMNS, dataset_tables
from hrreport.exporting.json import json_text
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrreport.exporting.dataset.tables import DatasetColumn, DatasetTable

TITLE = "Country Reports on Human Rights Practices, sentence by sentence"
_NAME = "country-reports-on-human-rights-practices"
_SUMMARY = (
    "The text of Country Reports on Human Rights Practices of the United States Department of State, by section, "
    "paragraph and sentence, with what a program found in each sentence"
)
_ADDRESS = "https://www.state.gov/reports-bureau-of-democracy-human-rights-and-labor/country-reports-on-human-rights-practices/"
_PUBLIC_DOMAIN = "https://creativecommons.org/publicdomain/mark/1.0/"
RETRIEVALS = "retrievals.csv"
DESCRIPTIONS = (
    "datapackage.json", "croissant.json", "metadata.json", "DICTIONARY.md", "DATASHEET.md", "CITATION.cff", "views.sql",
    "questions.sql",
)  # fmt: skip
"""Names of the describing files."""


@dataclass(frozen=True, slots=True)
class DatasetFacts:
    """What the descriptions say of one writing of the dataset."""

    content: str
    """SHA-256 of what the tables are made of."""
    years: tuple[int, ...]
    """Years covered, ascending."""
    published: str
    """The latest date of publication of a report, or empty."""
    rows: Mapping[str, int]
    """Rows of each table."""
    files: Mapping[str, tuple[int, str]]
    """Size and SHA-256 of each table's file."""
    example: str
    """Id of a paragraph."""

    @property
    def version(self) -> str:
        """The version, which follows from the content alone."""
        return f"{FORMAT}.0.0+{self.content[:12]}"

    @property
    def span(self) -> str:
        """The editions in short: ``2016–2024``."""
        first, last = self.years[0], self.years[-1]
        return str(first) if first == last else f"{first}–{last}"


def describe_dataset(about: DatasetFacts) -> dict[str, str]:
    """Return the texts of the describing files by their names."""
    texts = (
        json_text(data_package(about)),
        json_text(croissant(about)),
        json_text(datasette_metadata(about)),
        data_dictionary(about),
        datasheet(about),
        citation_file(about),
        duckdb_views(),
        tables.text("dataset/questions.sql"),
    )
    return dict(zip(DESCRIPTIONS, texts, strict=True))


def data_package(about: DatasetFacts) -> dict[str, Any]:
    """Return the Frictionless data package."""
    retrievals = {
        "name": "retrievals",
        "type": "table",
        "path": RETRIEVALS,
        "format": "csv",
        "mediatype": "text/csv",
        "description": "when and how the page of each report was retrieved; not part of the version",
        "schema": {"fields": [{"name": name, "type": "string"} for name in RETRIEVAL_COLUMNS]},
    }
    return {
        "name": _NAME,
        "title": TITLE,
        "description": _SUMMARY,
        "version": about.version,
        "homepage": _ADDRESS,
        "licenses": [{"name": "other-pd", "title": "Public domain in the United States", "path": _PUBLIC_DOMAIN}],
        "sources": [{"title": "Country Reports on Human Rights Practices, Department of State", "path": _ADDRESS}],
        "resources": [*(_resource(table, about) for table in dataset_tables()), retrievals],
    }


def _resource(table: DatasetTable, about: DatasetFacts) -> dict[str, Any]:
    size, sha256 = about.files[table.name]
    foreign = [
        {"fields": [column], "reference": {"resource": other, "fields": [key]}}
        for column, other, key in table.references
    ]
    return {
        "name": table.name,
        "type": "table",
        "path": table.file,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": table.description,
        "size": size,  # "bytes" and "hash" are checked by Frictionless against a stream that it does not open here
        "sha256": sha256,
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _field(column: DatasetColumn) -> dict[str, Any]:
    # Frictionless reads a list in Parquet as an array of numpy, which its own type "array" refuses
    kind = {"type": "any", "items": "string"} if column.type == "strings" else {"type": column.type}
    return {"name": column.name, **kind, "description": column.description}


def croissant(about: DatasetFacts) -> dict[str, Any]:
    """Return the description in Croissant 1.0, as JSON-LD."""
    kinds = {"integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean"}

    def field(table: DatasetTable, column: DatasetColumn) -> dict[str, Any]:
        return {
            "@type": "cr:Field",
            "@id": f"{table.name}/{column.name}",
            "name": column.name,
            "description": column.description,
            "dataType": kinds.get(column.type, "sc:Text"),
            "source": {"fileObject": {"@id": table.file}, "extract": {"column": column.name}},
            **({"repeated": True} if column.type == "strings" else {}),
        }

    return {
        "@context": tables.table("dataset/croissant.toml")["context"],
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": _NAME,
        "description": _SUMMARY,
        "license": _PUBLIC_DOMAIN,
        "url": _ADDRESS,
        "version": about.version,
        **({"datePublished": about.published} if about.published else {}),
        "citeAs": f"United States Department of State, Country Reports on Human Rights Practices, {about.span}",
        "creator": {"@type": "sc:Organization", "name": "United States Department of State"},
        "inLanguage": "en",
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": table.file,
                "name": table.file,
                "description": table.description,
                "contentUrl": table.file,
                "contentSize": f"{about.files[table.name][0]} B",
                "encodingFormat": "application/x-parquet",
                "sha256": about.files[table.name][1],
            }
            for table in dataset_tables()
        ],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": table.name,
                "name": table.name,
                "description": table.description,
                "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
                "field": [field(table, column) for column in table.columns],
            }
            for table in dataset_tables()
        ],
    }


def datasette_metadata(about: DatasetFacts) -> dict[str, Any]:
    """Return the metadata for Datasette; its plugin for Parquet serves the folder as the database ``reports``."""
    described = {
        table.name: {
            "description": table.description,
            "columns": {column.name: column.description for column in table.columns},
        }
        for table in dataset_tables()
    }
    return {
        "title": TITLE,
        "description": _SUMMARY,
        "license": "Public domain in the United States",
        "license_url": _PUBLIC_DOMAIN,
        "source": "Department of State",
        "source_url": _ADDRESS,
        "about": f"Version {about.version}",
        "plugins": {"datasette-parquet": {"reports": {"directory": "."}}},
        "databases": {"reports": {"tables": described}},
    }


def data_dictionary(about: DatasetFacts) -> str:
    """Return the data dictionary, for readers."""
    lines = ["# Data dictionary", "", f"Version {about.version}. A key column is marked with \\*.", ""]
    for table in dataset_tables():
        lines += [f"## {table.name}", "", f"{table.description.capitalize()}. {about.rows[table.name]:,} rows.", ""]
        lines += ["| column | type | refers to | |", "|---|---|---|---|"]
        for column in table.columns:
            name = f"`{column.name}`" + (" \\*" if column.key else "")
            lines.append(f"| {name} | {column.type} | {column.references} | {column.description} |")
        lines.append("")
    lines += ["`strings` is a list of strings; an empty string stands where a text is not known or there is none.", ""]
    return "\n".join(lines)


def datasheet(about: DatasetFacts) -> str:
    """Return the datasheet."""
    counts = {name: f"{about.rows[name]:,}" for name in ("reports", "paragraphs", "sentences")}
    return tables.text("dataset/datasheet.md").format(
        version=about.version, years=about.span, example=about.example, **counts
    )


def citation_file(about: DatasetFacts) -> str:
    """Return the dataset's citation in the Citation File Format."""
    lines = [
        "cff-version: 1.2.0",
        "type: dataset",
        "message: Cite the Department's page for what a report says, and this for the dataset.",
        f'title: "{TITLE}"',
        f'version: "{about.version}"',
        *([f"date-released: {about.published}"] if about.published else []),
        "authors:",
        '  - name: "United States Department of State"',
        f'abstract: "{_SUMMARY}: {about.rows["reports"]} reports of {about.span}."',
        f'url: "{_ADDRESS}"',
        "identifiers:",
        "  - type: other",
        f'    value: "sha256:{about.content}"',
        '    description: "SHA-256 of what the tables are made of"',
    ]
    return "\n".join(lines) + "\n"


def duckdb_views() -> str:
    """Return SQL that makes the tables, and sentences joined with their places and kinds, views of DuckDB."""
    views = [
        f"CREATE OR REPLACE VIEW {table.name} AS SELECT * FROM read_parquet('{table.file}');\n"  # noqa: S608  our names
        for table in dataset_tables()
    ]
    return "".join(("-- Run in this folder: duckdb -init views.sql\n", *views, tables.text("dataset/views.sql")))
