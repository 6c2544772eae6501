"""The manual: pages of the package, shown by ``hrreport help TOPIC``."""

from __future__ import annotations

from pathlib import Path

_PAGES = Path(__file__).parent.parent / "docs"
TOPICS = {
    "commands": "every command with its options",
    "tables": "columns of the CSV tables, and the JSON answers",
    "dataset": "the stored reports as tables in Parquet, with stable ids",
    "codebooks": "coders' packets, and codebooks of your own",
    "trust": "how findings are made, and how far to trust them",
    "citations": "citation styles, places, and checking quotations",
    "packets": "exhibits to be filed, and the file of a claim",
    "many-countries": "whole editions and regions at a glance, and what was cut between two editions",
    "python": "the Python package",
    "assistants": "tools and rules for programs that write for people",
    "storage": "the library: where reports are stored, and what is recorded",
    "old-editions": "the editions of 1993 to today, and their differences",
    "sources": "where reports are fetched from, and how politely",
    "environment": "output, exit codes, variables, and your own defaults",
}
"""Every topic of the manual, in the order of the help; each is a page of that name in ``hrreport/docs``."""


def manual_page(topic: str) -> str:
    """Return the Markdown of a page."""
    return (_PAGES / f"{topic}.md").read_text(encoding="utf-8")


def listed_topics(width: int) -> str:
    """Return the topics as the help of a group lists its commands."""
    import click

    formatter = click.HelpFormatter(width=width)
    with formatter.section("Topics of the manual"):
        formatter.write_dl(list(TOPICS.items()))
    return formatter.getvalue()
