"""The official PDF beside a report's page: added, downloaded, read where the page is empty, looked at again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import httpx
import pytest
from tests.corpus.pdf import print_report

from hrreport import sample
from hrreport.citing import cite
from hrreport.errors import InputError
from hrreport.fetching.fetcher import Fetcher
from hrreport.model.country import ReportId
from hrreport.model.locator import Locator
from hrreport.parsing.report import FROM_PDF
from hrreport.pipeline.add import add_page
from hrreport.pipeline.download import download
from hrreport.pipeline.obtain import obtain
from hrreport.pipeline.summarize import summarize

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrreport.library.library import Library
    from hrreport.model.holding import DownloadResult
    from hrreport.model.report import Report
    from hrreport.pipeline.context import Context

    Put = Callable[..., Path]

pytest.importorskip("pypdfium2")

KENYA = ReportId("kenya", 2023)
ADDRESS = "https://www.state.gov/wp-content/uploads/KENYA.pdf"
OFFER = f'<div class="report-meta__link--download-pdf"><a href="{ADDRESS}">Download Report</a></div>'
UNFILLED = (
    f'{OFFER}<div class="report__content"><section class="entry-content"><h2>Executive Summary</h2></section></div>'
)


class NobodyWatches:
    def doing(self, report_id: ReportId, what: str) -> None: ...

    def done(self, delivery: DownloadResult) -> None: ...


@pytest.fixture(scope="module")
def printed() -> bytes:
    """The report of the bundled abridgement in print, as that on Kenya."""
    return print_report(sample().report, "Kenya").body


@pytest.fixture
def pdf(tmp_path: Path, printed: bytes) -> Path:
    path = tmp_path / "KENYA.pdf"
    path.write_bytes(printed)
    return path


def offering(page: Path) -> None:
    """Let a page offer its PDF."""
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub("<body[^>]*>", rf"\g<0>{OFFER}", text, count=1), encoding="utf-8")


def publish(mirror: Path, body: bytes) -> None:
    """Put the PDF into the mirror."""
    path = mirror / ADDRESS.removeprefix("https://")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)


def in_kenya(report: Report) -> list[str]:
    """The words of a report, the country's name aside."""
    return [p.printed.replace("Kenya", "Kazakhstan") for _, p in report.passages()]


def test_a_pdf_is_kept_beside_the_page_and_tells_the_page_of_every_citation(
    context: Context, put: Put, pdf: Path, library: Library
) -> None:
    put("kenya")
    before = obtain(KENYA, context).report
    assert cite(before, Locator("1.c", 2), style="bluebook", country_name="Kenya").count(", at ") == 0
    added = add_page(pdf, KENYA, context).report
    assert replace(added, printed=None) == before
    stored = library.load(KENYA)
    assert stored is not None
    assert stored.report() == added == obtain(KENYA, context).report
    assert summarize(KENYA, context, "medium", with_brief=False)[0] == added
    assert stored.pdf is not None
    assert library.pdf(stored.pdf).body == pdf.read_bytes()
    pages = added.pages(Locator("1.c", 2))
    assert pages is not None
    assert f"§ 1.c ¶ 2, at {pages} (" in cite(added, Locator("1.c", 2), style="bluebook", country_name="Kenya")
    assert list(library.check()) == []
    library.remove(KENYA)
    assert library.info().stored_bytes[0] == ("pages", 0)


def test_words_that_a_page_changes_are_named_when_the_pdf_is_looked_at_again(
    context: Context, put: Put, pdf: Path
) -> None:
    put("kenya")
    obtain(KENYA, context)
    same = add_page(pdf, KENYA, context).report.printed
    put("kenya", **{"49 crisis centers": "fifty crisis centers"})
    again = obtain(KENYA, replace(context, refresh=True)).report.printed
    assert same is not None
    assert again is not None
    new = [d for d in again.differences if d not in same.differences]
    assert [(d.page_words, d.pdf_words) for d in new] == [("fifty", "49")]
    assert len(again.places) == len(same.places)


def test_without_a_page_the_report_is_read_from_its_pdf_and_says_so(
    context: Context, put: Put, pdf: Path, library: Library
) -> None:
    report = add_page(pdf, KENYA, context).report
    words = [p.printed for _, p in sample().report.passages()]
    assert FROM_PDF in report.warnings
    assert report.provenance.media_type == "application/pdf"
    assert [s.id for s in report.walk()] == [s.id for s in sample().report.walk()]
    assert len(set(in_kenya(report)) & set(words)) >= len(words) * 0.98
    assert report.printed is not None
    assert len(report.printed.places) == len(in_kenya(report))
    with pytest.raises(InputError, match="says that it is the report on kenya 2023"):
        add_page(pdf, ReportId("mali", 2023), context)
    put("kenya")
    page = obtain(KENYA, replace(context, refresh=True)).report
    assert FROM_PDF not in page.warnings
    assert page.pages(Locator("1.c", 2)) is not None
    assert len(library.revisions(KENYA)) == 2


def test_a_page_without_text_leads_to_its_pdf(context: Context, put: Put, mirror: Path, printed: bytes) -> None:
    put("kenya").write_text(UNFILLED, encoding="utf-8")
    publish(mirror, printed)
    with Fetcher(mirror=str(mirror)) as fetcher:
        report = obtain(KENYA, replace(context, fetcher=lambda: fetcher)).report
    assert FROM_PDF in report.warnings
    assert report.provenance.url == ADDRESS
    assert report.pages(Locator("1.c", 2)) is not None


def test_a_page_that_is_refused_leads_to_its_pdf(context: Context, printed: bytes) -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        body = printed if request.url.path.endswith("_KENYA-2023-HUMAN-RIGHTS-REPORT.pdf") else b""
        kind = {"content-type": "application/pdf"}
        return httpx.Response(200 if body else 403, headers=kind, stream=httpx.ByteStream(body))

    with Fetcher(mirror="http://mirror.example/", transport=httpx.MockTransport(answer)) as fetcher:
        report = obtain(KENYA, replace(context, fetcher=lambda: fetcher)).report
    assert FROM_PDF in report.warnings
    assert report.provenance.url.endswith("/2024/02/528267_KENYA-2023-HUMAN-RIGHTS-REPORT.pdf")
    assert sum(path.endswith(".pdf") for path in asked) == 1


def test_a_download_keeps_the_pdfs_too_and_names_those_that_are_not_there(
    context: Context, put: Put, mirror: Path, printed: bytes, library: Library
) -> None:
    offering(put("kenya"))
    offering(put("mali"))
    publish(mirror, printed)
    wanted = [KENYA, ReportId("mali", 2023)]
    done = {d.id.country: d for d in download(wanted, context, NobodyWatches(), pdfs=True).deliveries}
    assert (done["kenya"].outcome, done["kenya"].without_pdf) == ("new", False)
    assert done["kenya"].detail.startswith("with its PDF")
    assert done["mali"].detail == "without its PDF: the PDF is the report on kenya 2023, not mali 2023"
    stored = library.load(KENYA)
    assert stored is not None
    assert stored.report().pdf_address == ADDRESS
    again = {d.id.country: d for d in download(wanted, context, NobodyWatches(), pdfs=True).deliveries}
    assert (again["kenya"].detail, again["mali"].without_pdf) == ("stored already", True)
