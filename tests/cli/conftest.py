"""The command line on a small mirror of our own pages, and on a library of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hrreport import tables
from hrreport.cli.group import hrreport

Run = Callable[..., Result]
DOCUMENTS = Path(__file__).parent.parent / "documents"
REPORTS = "www.state.gov/reports"

INDEX = """<!DOCTYPE html><html><head><title>2023</title></head><body><main><h1>2023</h1>
<a href="https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/kazakhstan/">Kazakhstan</a>
<a href="https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/japan">Japan</a>
<a href="https://www.state.gov/reports/2023-country-reports-on-human-rights-practices/translations/">Translations</a>
</main></body></html>"""

LISTING = """<!DOCTYPE html><html><head><title>Reports</title></head><body><ul>
<li class="collection-result"><a class="collection-result__link"
 href="https://www.state.gov/reports/2031-country-reports-on-human-rights-practices/">2031 Country Reports</a></li>
</ul></body></html>"""


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    """A mirror with the index of 2023, the list of editions, and one report, all in our own words."""
    root = tmp_path / "mirror"
    edition = root / REPORTS / "2023-country-reports-on-human-rights-practices"
    pages = {
        edition / "index.html": INDEX,
        edition / "kazakhstan" / "index.html": tables.text("samples/kazakhstan-2023.html"),
        root
        / "www.state.gov/reports-bureau-of-democracy-human-rights-and-labor"
        / "country-reports-on-human-rights-practices/index.html": LISTING,
    }
    for path, text in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def run(mirror: Path) -> Run:
    """Run the command line against the mirror; ``run("summarize", "kazakhstan", "2023")``."""

    def invoke(*args: str, stdin: str | None = None, **variables: str | None) -> Result:
        environment: dict[str, str | None] = {"HRREPORT_MIRROR": str(mirror), **variables}
        return CliRunner().invoke(hrreport, args, input=stdin, env=environment, prog_name="hrreport")

    return invoke


EDITION = "2023-country-reports-on-human-rights-practices"
SHELF = ("kazakhstan", "kenya", "jordan")
"""Countries of `shelf`, each with the words of the bundled abridgement and its own name in them."""


def page_of(country: str) -> str:
    """The bundled abridgement as the page of another country."""
    page = tables.text("samples/kazakhstan-2023.html").replace("Kazakhstan", country.title())
    return page.replace("/kazakhstan/", f"/{country}/")


def lay_out(mirror: Path) -> None:
    """Put an edition of three reports into a mirror; its index names a fourth, Japan, of which there is no page."""
    for country in SHELF:
        path = mirror / REPORTS / EDITION / country / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page_of(country), encoding="utf-8")
    names = (*SHELF, "japan")
    links = "".join(f'<a href="https://{REPORTS}/{EDITION}/{name}/">{name.title()}</a>' for name in names)
    index = f"<html><head><title>2023</title></head><body><main><h1>2023</h1>{links}</main></body></html>"
    (mirror / REPORTS / EDITION / "index.html").write_text(index, encoding="utf-8")


@pytest.fixture
def shelf(mirror: Path) -> Path:
    """The mirror with the edition of three reports."""
    lay_out(mirror)
    return mirror


@pytest.fixture(scope="session")
def shelf_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the three reports, made once."""
    folder = tmp_path_factory.mktemp("shelf")
    lay_out(folder / "mirror")
    library = folder / "library.sqlite"
    places = {"HRREPORT_MIRROR": str(folder / "mirror"), "HRREPORT_LIBRARY": str(library)}
    args = ("download", *SHELF, "2023", "--missing", str(folder / "missing.txt"))
    done = CliRunner().invoke(hrreport, args, env=places, prog_name="hrreport")
    assert done.exit_code == 0, done.stderr
    return library


@pytest.fixture
def stored(shelf: Path, shelf_library: Path, tmp_path: Path) -> Path:
    """The mirror of `shelf`, whose three reports are in the library."""
    shutil.copyfile(shelf_library, tmp_path / "library.sqlite")
    return shelf


@pytest.fixture
def newer_edition(mirror: Path) -> None:
    """Put a report of the next edition's anatomy into the mirror, for three countries."""
    page = (DOCUMENTS / "state-2024" / "page.html").read_bytes()
    for country in ("kazakhstan", "japan", "estonia"):
        folder = mirror / "www.state.gov/reports/2024-country-reports-on-human-rights-practices" / country
        folder.mkdir(parents=True)
        (folder / "index.html").write_bytes(page)


@pytest.fixture
def revised(run: Run, stored: Path) -> Path:
    """The library of three reports, one of which was fetched again with other words."""
    page = next(stored.rglob("kenya/index.html"))
    text = page.read_text(encoding="utf-8")
    text = text.replace("49 crisis centers", "50 crisis centers").replace(
        "The government did not enforce", "Never mind.</p><p>The government did not enforce", 1
    )
    page.write_text(text, encoding="utf-8")
    assert run("show", "kenya", "2023", "--refresh").exit_code == 0
    return stored
