"""Pages of HTML about several reports: one self-contained file each, without scripts.

The style stands in the file and is named by its hash in the content security policy, so that
nothing else in it can ever run or be fetched, whatever a report says. Templates escape every word.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hrreport.codec.contract import notices
from hrreport.model.change_wording import title
from hrreport.model.wording import day, moment, obtained, publisher
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from hrreport.model.change_wording import Names
    from hrreport.model.report import Report

_TEMPLATES = Path(__file__).parent / "templates"


class Source(NamedTuple):
    """Where one report came from."""

    name: str
    title: str
    publisher: str
    published: str
    address: str
    url: str
    """The address as the target of a link; empty where it is none of the web."""
    retrieved: str
    sha256: str
    notices: tuple[str, ...]


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> str:
    return (_TEMPLATES / "several.css").read_text(encoding="utf-8").strip()


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _source(report: Report, names: Names) -> Source:
    source = report.provenance
    address = fold(source.url)
    return Source(
        title(report, names),
        fold(report.title),
        publisher(report),
        day(report.published),
        address,
        address if address.startswith(("https://", "http://")) else "",
        fold(f"{moment(source.retrieved_at)}, {obtained(source)}"),
        source.sha256,
        tuple(fold(notice) for notice in notices(report)),
    )


def page(
    template: str, heading: str, reports: Sequence[Report], cautions: Sequence[str], names: Names, **values: object
) -> str:
    """Return a whole file made by a template.

    Args:
        template: Its name in ``templates``, without ending.
        heading: What the file is.
        reports: Which reports it is of.
        cautions: What must be read with it.
        names: Names of countries as shown to readers, by slug.
        values: What the template needs more.
    """
    style = _style()
    return (
        _environment()
        .get_template(f"{template}.html")
        .render(
            heading=fold(heading),
            cautions=[fold(caution) for caution in cautions],
            sources=[_source(report, names) for report in reports],
            policy=_policy(style),
            style=own(style),
            **values,
        )
    )


def own(text: str) -> object:
    """Return our own markup, which templates do not escape; never words of a report."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704  our own style and chart, made of our own numbers
