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

from hrreport.exporting.markup import css_string, keep_spaces
from hrreport.exporting.safe_links import fragment, web_address
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from markupsafe import Markup

    from hrreport.views.blocks import SourceFact

_TEMPLATES = Path(__file__).parent / "templates"
HEAD: Mapping[str, object] = {
    "language": "en", "title": "", "year": "", "subtitle": "", "classes": "", "notices": (), "sources": (),
    "contents": None, "searchable": True, "folding": False, "colophon": "",
}  # fmt: skip
"""What every template shows, and what stands for it where it is not given."""


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
    made.filters["kept"] = keep_spaces
    made.filters["own"] = trusted_markup
    made.filters["kind"] = lambda value: type(value).__name__
    made.filters["address"] = _address
    return made


def _address(address: str, ids: frozenset[str]) -> str:
    """Return where words may lead: to the web, or to an id that the page has; empty otherwise."""
    if address.startswith("#"):
        return f"#{fragment(address[1:])}" if address[1:] in ids else ""
    return web_address(address) or ""


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


def shown_fact(fact: SourceFact) -> Fact:
    """Return a fact with an address that may be followed, or none."""
    return Fact(fact.name, fold(fact.text), web_address(fact.address) if fact.address else None)


def _running_head(left: str, right: str) -> str:
    """Return the rules that set a printed page's head; its words stand there as strings."""
    # a style cannot be told words apart from its rules, so they are put in here, escaped
    return f"@page{{@top-left{{content:{css_string(left)}}}@top-right{{content:{css_string(right)}}}}}"


def page(template: str, values: Mapping[str, object], *, head: tuple[str, str]) -> str:
    """Return a whole file made by a template.

    Args:
        template: Its name in ``templates``, without ending.
        values: What the template shows; `HEAD` has what it shows where a value is not given.
        head: The words at the left and at the right of the head of every printed page.
    """
    style = asset("page.css") + "\n" + _running_head(*head)
    script = asset("page.js")
    # our own files, and strings escaped for them: the only words that templates do not escape
    fixed = {"policy": policy(style, script), "style": trusted_markup(style), "script": trusted_markup(script)}
    return environment().get_template(f"{template}.html").render({**HEAD, **values, **fixed})


def trusted_markup(text: str) -> Markup:
    """Return markup of ours, which templates do not escape; never words of a report."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704  nothing but files of ours, numbers and an escaped string comes here
