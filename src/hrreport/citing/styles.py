"""The styles that there are, and the one verb: cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.citing.academic import APA, CHICAGO, OSCOLA
from hrreport.citing.bibtex import BIBLATEX, BIBTEX
from hrreport.citing.country_information import ECOI, EUAA, REFWORLD, UKHO
from hrreport.citing.csl import CSL_JSON
from hrreport.citing.reference import refer
from hrreport.citing.ris import RIS
from hrreport.citing.us_courts import BLUEBOOK, EOIR
from hrreport.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hrreport.citing.interface import Style
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report

STYLES: Mapping[str, Style] = {
    style.name: style
    for style in (
        BLUEBOOK, EOIR, APA, CHICAGO, OSCOLA, REFWORLD, ECOI, EUAA, UKHO, BIBTEX, BIBLATEX, CSL_JSON, RIS,
    )
}  # fmt: skip
"""Every style by its name, those that people read before those that programs read."""


def style_named(name: str) -> Style:
    """Return the style of a name as typed.

    Raises:
        InputError: There is none.
    """
    if style := STYLES.get(name.strip().casefold()):
        return style
    raise InputError(f'no citation style "{name}"', hint=f"styles: {', '.join(STYLES)}")


def cite(
    report: Report,
    locator: Locator | None,
    *,
    style: str,
    country_name: str,
    short: bool = False,
    accessed: date | None = None,
    through: int | None = None,
    deep_links: bool = False,
) -> str:
    """Return the citation of a place in a report, or of the whole report.

    Args:
        report: The report cited.
        locator: The place; ``None`` for the whole report.
        style: Name of one of `STYLES`.
        country_name: The country as it is to be printed.
        short: Whether to write a later citation instead of the first, or for a record what cites it.
        accessed: When the page was read; by default, when it was retrieved.
        through: The last paragraph, where a range is cited that begins at the locator.
        deep_links: Whether the address of the page opens it at the words of the place.

    Raises:
        InputError: There is no such style or it has no short form, the report is the bundled abridgement, or the
            range is none.
        NotFoundError: The report has no such place.
    """
    chosen = style_named(style)
    written = chosen.short if short else chosen.full
    if written is None:
        others = ", ".join(s.name for s in STYLES.values() if s.basis == chosen.basis and s.short)
        raise InputError(
            f'"{chosen.name}" has no short form: nothing cites its records in a text',
            hint=f"leave --short out; of the records for programs, {others} have one",
        )
    return written(
        refer(report, locator, country_name=country_name, accessed=accessed, through=through, deep_links=deep_links)
    )
