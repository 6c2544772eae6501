"""List the editions, and the countries of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue import records
from hrreport.errors import FetchError, NotFoundError, OfflineError
from hrreport.pipeline.retrieve import open_edition_lists

if TYPE_CHECKING:
    from hrreport.locating.edition_lists import EditionContents
    from hrreport.model.country import Country, Edition
    from hrreport.pipeline.context import Context


def countries_of(year: int, context: Context) -> EditionContents:
    """Return the countries that have a report in an edition, as its lists name them.

    Raises:
        NotFoundError: There is no such edition.
        FetchError: No list of it could be read.
    """
    from hrreport.locating.strategies import countries_listed

    return countries_listed(year, open_edition_lists(context), recall=not context.refresh)


def stored_countries(year: int, context: Context) -> tuple[Country, ...]:
    """Return the countries whose report of an edition is in the library."""
    slugs = {report_id.country for report_id in context.stored_ids() if report_id.year == year}
    return tuple(country for country in records.countries() if country.slug in slugs)


def known_editions(context: Context) -> tuple[Edition, ...]:
    """Return every edition, oldest first: those known and those that the site's listing page names.

    Where the listing page cannot be read, the reader is told, and the known ones are returned.
    """
    from hrreport.catalogue.editions import discover_editions
    from hrreport.locating.addresses import LISTING
    from hrreport.model.retrieval import Candidate
    from hrreport.parsing.link_lists import read_links

    what = "the list of editions"
    try:
        if context.offline:
            raise OfflineError(f"{what} is not in the library, and --offline was given", hint="leave out --offline")
        page = context.fetcher().fetch(
            (Candidate(LISTING),), lambda page: bool(read_links(page.body, page.provenance.encoding)), what=what
        )
    except (FetchError, NotFoundError) as error:
        context.notify(f"Note: there may be newer editions; the site could not be asked: {error}")
        return records.editions()
    return discover_editions(read_links(page.body, page.provenance.encoding))
