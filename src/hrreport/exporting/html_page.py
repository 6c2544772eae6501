"""Pages: one self-contained file of HTML each, which asks nothing of any network.

The rule of its design: the style and the script stand in the file and are named by their hashes in
its content security policy, so that nothing else in it can ever run, whatever a report says.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hrreport.catalogue import records
from hrreport.exporting.markup import css_string
from hrreport.exporting.safe_links import fragment, web_address
from hrreport.text.whitespace import fold
from hrreport.wording.notices import notices
from hrreport.wording.reports import LEGEND, moment, obtained, publication_date, publisher

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from markupsafe import Markup

    from hrreport.model.report import Report
    from hrreport.model.retrieval import Provenance

_TEMPLATES = Path(__file__).parent / "templates"


class Fact(NamedTuple):
    """One line of a report's provenance."""

    name: str
    said: str
    url: str | None = None


@cache
def environment() -> Environment:
    """Return the templates, which escape every word that they are given."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["fragment"] = fragment
    made.filters["fold"] = fold
    return made


@cache
def asset(name: str) -> str:
    """Return a file of ours from ``templates``."""
    return (_TEMPLATES / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def policy(style: str, script: str) -> str:
    """Return a content security policy that allows one style and one script, and nothing else."""
    allowed = f"script-src '{_hash(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; {allowed}img-src data:; base-uri 'none'; form-action 'none'"
    )


def _source(name: str, source: Provenance) -> list[Fact]:
    got = f"{moment(source.retrieved_at)}, {obtained(source)}"
    address = fold(source.url) or "none: the page was given as a file"
    return [
        Fact(f"{name}Address", address, web_address(source.url)),
        Fact(f"{name}Retrieved", got),
        Fact(f"{name}SHA-256 of the page", source.sha256),
    ]


def provenance_facts(report: Report) -> tuple[Fact, ...]:
    """Return who published a report, and when and from where each page of it was retrieved."""
    found = [Fact("Publisher", publisher(report))]
    day = publication_date(records.publication(report.id.year, report.published))
    found += [Fact("Published", day)] if day else []
    found += [Fact("PDF", report.pdf, web_address(report.pdf))] if report.pdf else []
    found += _source("", report.provenance)
    for part in report.parts:
        found += _source(f"{fold(part.name)}: ", part.provenance)
    return tuple(Fact(name, fold(said), url) for name, said, url in found)


def _running_head(report: Report, country: str) -> str:
    """Return the rules that set a printed page's head and foot; the title stands there as a string."""
    head = css_string(f"{country} {report.id.year}")
    title = css_string("Abridgement, not to be cited" if report.provenance.origin == "sample" else report.title)
    # a style cannot be told words apart from its rules, so they are put in here, escaped
    return f"@page{{@top-left{{content:{head}}}@top-right{{content:{title}}}}}"


def page(
    template: str,
    report: Report,
    country: str,
    values: Mapping[str, object],
    *,
    heading: str = "",
    tools: bool = True,
) -> str:
    """Return a whole file made by a template.

    Args:
        template: Its name in ``templates``, without ending.
        report: Which report the file is of.
        country: The country's name as shown to readers.
        values: What the template shows besides.
        heading: What the file is, where it is not the report itself: "Findings".
        tools: Whether readers can search and filter in it.
    """
    style = asset("page.css") + "\n" + _running_head(report, country)
    script = asset("page.js") if tools else ""
    return (
        environment()
        .get_template(f"{template}.html")
        .render(
            report=report,
            country=fold(country),
            heading=heading,
            tools=tools,
            notices=[fold(notice) for notice in notices(report)],
            provenance=provenance_facts(report),
            legend=LEGEND,
            policy=policy(style, script),
            # our own files, and a string escaped for them: the only words that templates do not escape
            style=trusted_markup(style),
            script=trusted_markup(script),
            **values,
        )
    )


def trusted_markup(text: str) -> Markup:
    """Return markup of ours, which templates do not escape; never words of a report."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704  nothing but files of ours, numbers and an escaped string comes here
