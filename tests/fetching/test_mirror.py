"""Mirrors: a folder or an address that stands for the web, and nothing else is contacted."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hrreport.errors import FetchError, InputError
from hrreport.fetching.mirror import AddressMirror, FolderMirror, read_mirror
from hrreport.fetching.sources import Limits

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fetching.conftest import World

BASE = "http://127.0.0.1:8765"


@pytest.fixture
def folder(tmp_path: Path, world: World) -> Path:
    """A mirror with one page as a folder, one as a file, and a file outside of it."""
    host = tmp_path / "mirror" / "www.state.gov"
    (host / "togo").mkdir(parents=True)
    (host / "togo" / "index.html").write_bytes(world.REPORT)
    (host / "togo.htm").write_bytes(world.REPORT)
    (tmp_path / "secret.html").write_bytes(world.REPORT)
    return tmp_path / "mirror"


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("togo/", "togo/index.html"),
        ("togo", "togo/index.html"),
        ("togo/index.html", "togo/index.html"),
        ("togo/?page=2#top", "togo/index.html"),
        ("//togo//", "togo/index.html"),
        ("%74ogo", "togo/index.html"),
        ("togo.htm", "togo.htm"),
        ("tonga/", None),
        ("", None),
        ("../../secret.html", None),
        ("togo/../togo/", None),
        ("%2e%2e/%2e%2e/secret.html", None),
        ("..%2f..%2fsecret.html", None),
        ("togo%00", None),
        ("..\\..\\secret.html", None),
    ],
)
def test_a_page_is_found_in_a_folder_and_never_outside_of_it(folder: Path, path: str, file: str | None) -> None:
    found = FolderMirror(folder, 1000).find(f"https://www.state.gov/{path}")
    assert found == (folder / "www.state.gov" / file if file else None)


def test_a_host_cannot_climb_out_of_a_folder(folder: Path) -> None:
    assert FolderMirror(folder, 1000).find("https://../secret.html") is None
    assert FolderMirror(folder, 1000).find("/secret.html") is None


def test_a_link_in_a_folder_may_lead_anywhere(folder: Path) -> None:
    (folder / "2009-2017.state.gov").symlink_to(folder / "www.state.gov")
    assert FolderMirror(folder, 1000).find("https://2009-2017.state.gov/togo/") is not None


def test_a_page_of_a_folder_is_kept_as_a_page_of_the_web(world: World, folder: Path) -> None:
    os.utime(folder / "www.state.gov" / "togo" / "index.html", (1713780000, 1713780000))
    found = world.fetch("https://www.state.gov/togo/", mirror=str(folder))
    assert found.body == world.REPORT
    provenance = found.provenance
    assert (provenance.origin, provenance.url) == ("mirror", "https://www.state.gov/togo/")
    assert (provenance.media_type, provenance.encoding) == ("text/html", "")
    assert provenance.last_modified == "Mon, 22 Apr 2024 10:00:00 GMT"
    assert world.requests == []


def test_a_page_that_a_mirror_lacks_may_exist_elsewhere(world: World, folder: Path) -> None:
    for mirror in (str(folder), BASE):
        with pytest.raises(FetchError, match="could not fetch togo 2023: its page is not in the mirror") as caught:
            world.fetch(mirror=mirror)
        assert [attempt.detail for attempt in caught.value.attempts] == ["no such page in the mirror"]
    assert world.asked == [world.PAGE.replace("https:/", BASE)]


def test_a_file_of_a_folder_may_be_too_large(world: World, folder: Path) -> None:
    with pytest.raises(FetchError, match="more than"):
        world.fetch("https://www.state.gov/togo/", mirror=str(folder), limits=Limits(body=10))


def test_a_name_that_no_file_can_have_is_a_failure_to_read(world: World, folder: Path) -> None:
    with pytest.raises(FetchError, match="cannot be read in the mirror"):
        world.fetch(f"https://www.state.gov/{'x' * 300}", mirror=str(folder))


def test_everything_is_asked_of_a_mirror_at_an_address(world: World) -> None:
    world.put(f"{BASE}/www.state.gov/togo", world.page(b"", 301, {"location": "/www.state.gov/togo/"}))
    world.put(f"{BASE}/www.state.gov/togo/", world.page(b"", 302, {"location": "https://2021-2025.state.gov/togo/"}))
    world.put(f"{BASE}/2021-2025.state.gov/togo/", world.page())
    provenance = world.fetch("https://www.state.gov/togo", mirror=f"{BASE}/").provenance
    assert (provenance.origin, provenance.url) == ("mirror", "https://2021-2025.state.gov/togo/")
    assert {request.url.host for request in world.requests} == {"127.0.0.1"}
    assert world.time.slept == []


def test_a_mirror_elsewhere_is_asked_without_pauses_too(world: World) -> None:
    with pytest.raises(FetchError):
        world.fetch("https://www.state.gov/a", "https://www.state.gov/b", mirror="https://mirror.example.org")
    assert world.asked == [
        "https://mirror.example.org/www.state.gov/a",
        "https://mirror.example.org/www.state.gov/b",
    ]
    assert world.time.slept == []


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("b/", "https://www.state.gov/a/b/"),
        ("../", "https://www.state.gov/"),
        (f"{BASE}/www.state.gov/c/", "https://www.state.gov/c/"),
        ("//2009-2017.state.gov/c/", "http://2009-2017.state.gov/c/"),
        ("https://2009-2017.state.gov/c/", "https://2009-2017.state.gov/c/"),
        ("/c/d/", "https://www.state.gov/c/d/"),
    ],
)
def test_a_redirect_of_a_mirror_stands_for_one_of_the_web(location: str, url: str) -> None:
    followed = AddressMirror(BASE).follow("https://www.state.gov/a/", location)
    assert followed.removeprefix("https:").removeprefix("http:") == url.removeprefix("https:").removeprefix("http:")


@pytest.mark.parametrize("text", ["/no/such/folder", "ftp://example.org/", "http://", "https:///path"])
def test_what_is_neither_folder_nor_address_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_mirror(text)
