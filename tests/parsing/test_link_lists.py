"""The links of pages that list reports: anchors, options, and what a viewer's script is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hrreport.parsing.link_lists import read_links

if TYPE_CHECKING:
    from pathlib import Path

TREE = "//2009-2017.state.gov/j/drl/rls/hrrpt/"


def shown(name: str, address: str, extension: str = "htm") -> dict[str, object]:
    """One page of a viewer's list, as its script is given it."""
    kind = {"content_type": "country", "status": "Live", "country_region": "eap", "doc_id": 1}
    return {"extension": extension, "content_name": name, "contained_content_url": address, **kind}


def viewer(*pages: object, anchors: str = "", after: str = ";\n var report_year = 2013;") -> bytes:
    """A viewer's page in our own words."""
    listed = json.dumps(pages).replace("/", "\\/")
    script = f"<script>//lookups\n var contentJSON = {listed}{after}</script>"
    return f"<html><body><div id='countries'>{anchors}</div>{script}</body></html>".encode()


def test_anchors_and_options_are_links_and_each_address_is_given_once() -> None:
    page = (
        b"<a href='/a/'></a><a href='/b/'>Lake  Country</a><a href='#top'>Top</a><a href='mailto:x@y.example'>Write</a>"
        b"<select><option value='/a/'>Arcadia</option><option value=''>Choose</option></select><a href='/b/'>again</a>"
    )
    assert read_links(page) == (("Arcadia", "/a/"), ("Lake Country", "/b/"))


def test_an_anchor_without_words_is_named_by_its_title() -> None:
    assert read_links(b"<a href='/a/' title='Arcadia'><img src='map.gif'></a>") == (("Arcadia", "/a/"),)


def test_the_pages_that_a_viewer_shows_by_script_are_links_and_its_documents_are_not() -> None:
    page = viewer(
        shown("Arcadia", f"{TREE}2013/eap/1.htm"),
        shown("Arcadia", "//2009-2017.state.gov/documents/organization/9.pdf", "pdf"),
        shown("Lake Country", f"{TREE}2013/eap/2.htm"),
        shown("Nowhere", ""),
        "noise",
        anchors=f"<a href='{TREE}2013/eap/2.htm' class='content-loader'>Lake Country</a>",
    )
    assert read_links(page) == (
        ("Lake Country", f"{TREE}2013/eap/2.htm"),
        ("Arcadia", f"{TREE}2013/eap/1.htm"),
    )


@pytest.mark.parametrize("after", ["", "garbage"])
def test_a_list_that_is_followed_by_something_else_is_read_all_the_same(after: str) -> None:
    assert read_links(viewer(shown("Arcadia", "/1.htm"), after=after)) == (("Arcadia", "/1.htm"),)


@pytest.mark.parametrize("script", ["var contentJSON = [{", "var contentJSON = {};", f"contentJSON = {'[' * 100_000}"])
def test_a_list_that_is_broken_off_or_none_leaves_the_anchors(script: str) -> None:
    page = f"<a href='/a/'>Arcadia</a><script>{script}</script>".encode()
    assert read_links(page) == (("Arcadia", "/a/"),)


def test_a_page_that_is_no_html_has_no_links() -> None:
    assert read_links(b"%PDF-1.4") == ()


def test_the_real_viewer_of_2011_names_every_country(shared_site: Path) -> None:
    body = (shared_site / "2009-2017.state.gov/j/drl/rls/hrrpt/2011humanrightsreport/index.htm").read_bytes()
    places = {address: name for name, address in read_links(body) if "/hrrpt/2011/" in address}
    assert places[f"{TREE}2011/eur/186414.htm"] == "Turkey"
    assert len(places) > 195


INDEX = """<nav><a href="/">Home</a></nav><select><option value="">Choose</option>
<option value="https://www.state.gov/r/togo/">Togo</option>
<option value="https://www.state.gov/r/burma-draft/">Burma</option></select>
<ul><li><a href="https://www.state.gov/r/togo/"></a></li>
<li><a href="https://www.state.gov/r/japan"> Japan&nbsp; </a></li>
<li><a href="https://www.state.gov/r/burma-draft/"></a></li><li><a href="#top">Top</a></li><li><a>None</a></li>
<li><a href="javascript:x()">No</a></li><li><a href="//2009-2017.state.gov/1.htm" title="Oman"><img src="x"></a></li>
<li><a href="/web/20200101000000/https://www.state.gov/r/chad/">Ch<b>ad</b></a></li></ul>"""


def test_anchors_and_options_are_read_in_order_each_address_once_with_its_name() -> None:
    assert read_links(INDEX.encode()) == (
        ("Home", "/"),
        ("Togo", "https://www.state.gov/r/togo/"),
        ("Burma", "https://www.state.gov/r/burma-draft/"),
        ("Japan", "https://www.state.gov/r/japan"),
        ("Oman", "//2009-2017.state.gov/1.htm"),
        ("Ch ad", "https://www.state.gov/r/chad/"),
    )


def test_an_empty_anchor_takes_the_name_that_comes_later() -> None:
    assert read_links(b"<a href=/x></a><select><option value=/x>Togo</option></select>") == (("Togo", "/x"),)


def test_an_empty_page_has_no_links() -> None:
    assert read_links(b"") == ()


def test_the_declared_encoding_is_used() -> None:
    assert read_links("<a href=/x>Слово</a>".encode("koi8-r"), "koi8-r") == (("Слово", "/x"),)
