"""Citations beside other answers: what ``--cite STYLE`` adds to findings, hits and verdicts."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hrreport.cli.completion import STYLE
from hrreport.cli.settings import read_config
from hrreport.errors import InputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hrreport.library.library import Library
    from hrreport.model.country import ReportId
    from hrreport.model.hit import Hit
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.views.blocks import BlockDocument, DocumentSource

F = TypeVar("F", bound="Callable[..., Any]")

cite_option = click.option(
    "--cite",
    "style",
    type=STYLE,
    metavar="STYLE",
    help="Cite in that style: see 'hrreport cite --help' for the styles.",
)

_DEFAULT = "bluebook"
"""The style where a citation is needed and none is named, neither here nor in the reader's own defaults."""


def default_style() -> str:
    """Return the style where a citation is needed and none is named."""
    return read_config(click.get_current_context()).style or _DEFAULT


def style_option(name: str, help_text: str) -> Callable[[F], F]:
    """Return the option that names the style in a command that cites in any case."""
    return click.option(
        name, "style", type=STYLE, metavar="STYLE", default=default_style, show_default=_DEFAULT, help=help_text
    )


def citer(style: str, report: Report, country: str, *, form: str) -> Callable[[Locator | None], str]:
    """Return what makes the citation of a place in a report.

    Styles that write records for programs give the whole record in JSON, and in other formats what is
    written in a text to cite it.

    Args:
        style: As typed.
        report: The report.
        country: The country's name as shown to readers.
        form: The format of the answer.

    Raises:
        InputError: There is no such style, the report is the bundled abridgement, or the style has
            nothing that could stand in a line.
    """
    from hrreport.citing import cite, style_named

    chosen = style_named(style)
    short = chosen.basis == "format" and form != "json"

    def cited(place: Locator | None) -> str:
        return cite(report, place, style=chosen.name, country_name=country, short=short)

    if short and chosen.short is None:
        raise InputError(
            f'"{chosen.name}" writes records of several lines, which cannot be added to other output',
            hint='use --format json, or "hrreport cite" for one record',
        )
    if report.provenance.origin == "sample":
        cited(None)  # which says why it cannot be cited
    return cited


def with_citation(document: BlockDocument) -> BlockDocument:
    """Return a document with the citation of its report at the head of its pages, and beside its source.

    Several reports are cited beside their sources alone; what cannot be cited is not.
    """
    from hrreport.views.blocks import SourceFact
    from hrreport.views.heads import head_of

    style = default_style()
    sources: list[DocumentSource] = []
    for source in document.sources:
        try:
            assert source.report is not None  # noqa: S101  every source of an answer has its report
            citation = citer(style, source.report, source.name.rpartition(" ")[0], form="pdf")(None)
        except (InputError, NotFoundError):
            sources.append(source)
            continue
        cited = () if any(fact.name == "Cite as" for fact in source.facts) else (SourceFact("Cite as", citation),)
        sources.append(replace(source, facts=(*cited, *source.facts)))
        if len(document.sources) == 1:
            document = replace(document, running_head=head_of(citation))
    return replace(document, sources=tuple(sources))


class ReportCiter:
    """Makes the citations of places in several reports; what is wrong with a style is said at once."""

    def __init__(self, style: str, names: Mapping[str, str], *, form: str) -> None:
        """Cite as `citer` does.

        Args:
            style: As typed.
            names: Names of countries as shown to readers, by slug.
            form: The format of the answer.

        Raises:
            InputError: There is no such style.
        """
        from hrreport.citing import style_named

        self._style = style_named(style).name
        self._names = names
        self._form = form
        self._citers: dict[str, Callable[[Locator | None], str]] = {}

    def __call__(self, report: Report, place: Locator) -> str:
        """Return the citation of a place; one that cannot be cited is named plainly: ``kazakhstan 2023, § 1.c ¶ 4``.

        Raises:
            InputError: The report is the bundled abridgement, or the style cannot stand in a line.
        """
        key = f"{report.id} {report.provenance.sha256}"
        if key not in self._citers:
            name = self._names.get(report.id.country, report.id.country)
            self._citers[key] = citer(self._style, report, name, form=self._form)
        try:
            return self._citers[key](place)
        except (InputError, NotFoundError):  # a page may give a date that is none
            return f"{report.id}, {place}"

    def of(self, reports: Iterable[Report]) -> Callable[[ReportId, Locator], str]:
        """Return what makes the citations of places in some reports, by their ids."""
        by_id = {report.id: report for report in reports}
        return lambda report_id, place: self(by_id[report_id], place)


def hit_citer(library: Library, cite: ReportCiter) -> Callable[[Hit], str]:
    """Return what makes the citations of hits; a hit whose report was removed meanwhile is named plainly."""

    @functools.cache
    def report_of(report_id: ReportId) -> Report | None:
        stored = library.load(report_id)
        return stored.report() if stored else None

    def cited(hit: Hit) -> str:
        report = report_of(hit.id)
        return cite(report, hit.locator) if report else f"{hit.id}, {hit.locator}"

    return cited
