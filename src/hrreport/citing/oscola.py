"""OSCOLA: a footnote, and a later footnote.

Checked against guides that give OSCOLA's element order for sources on the web: author, title in
quotation marks, publisher and date in brackets, address in angle brackets, date of access. Place in
OSCOLA's abbreviations ("s 1.c, para 4"). The cross-reference of a later footnote, "(n 3)", is the
writer's to add.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.citing.dates import british
from hrreport.citing.interface import Style

if TYPE_CHECKING:
    from hrreport.citing.reference import Reference

_DEPARTMENT = "US Department of State"


def _pinpoint(reference: Reference) -> str:
    return f" {reference.pinpoint.words('s', 'para')}" if reference.pinpoint else ""


def _full(reference: Reference) -> str:
    day = f", {british(reference.published)}" if reference.published else ""
    copy = f", {reference.copy}" if reference.copy else ""
    address = f" <{reference.url}>" if reference.url else ""
    archive = ""
    if reference.archive_url:
        captured = f" {british(reference.archived)}" if reference.archived else ""
        archive = f" archived{captured} <{reference.archive_url}>"
    issued = f"({reference.bureau.name}{day}{copy})"
    accessed = f" accessed {british(reference.accessed)}"
    return f"{_DEPARTMENT}, ‘{reference.title}’ {issued}{_pinpoint(reference)}{address}{archive}{accessed}."


def _short(reference: Reference) -> str:
    return f"{_DEPARTMENT}, ‘{reference.short_title}’{_pinpoint(reference)}."


OSCOLA = Style("oscola", "OSCOLA", "manual", _full, _short)
