"""``hrreport watch``: what is told, in which form, and with which exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from .conftest import EDITION, REPORTS, lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Run

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def kenya(mirror: Path, run: Run) -> Path:
    """Kenya's page in a mirror; its report is stored, and the new edition told."""
    lay_out(mirror)
    assert run("sections", "kenya", "2023").exit_code == 0
    assert run("watch", "--once").exit_code == 1
    return mirror / REPORTS / EDITION / "kenya" / "index.html"


def edit(page: Path) -> None:
    page.write_text(page.read_text("utf-8").replace("49 crisis centers", "50 crisis centers"), "utf-8")


def test_news_are_told_with_exit_code_1_and_once(kenya: Path, run: Run) -> None:
    assert "No news." in run("watch", "--once").stdout
    edit(kenya)
    told = run("watch", "kenya", "2023", "--once")
    assert told.exit_code == 1
    assert "Kenya 2023 was revised: 1 sentence reworded" in told.stdout
    assert "− 6 ¶" in told.stdout
    assert "50+} crisis centers" in " ".join(told.stdout.split())
    assert run("watch", "--once").exit_code == 0


def test_what_could_not_be_asked_is_said_apart_with_an_exit_code_of_its_own(kenya: Path, run: Run) -> None:
    kenya.write_text("<title>Access Denied</title>", "utf-8")
    told = run("watch", "--once")
    assert told.exit_code == 4
    assert 'Could not ask for Kenya 2023: www.state.gov: a "Access Denied" page' in " ".join(told.stdout.split())
    answer = json.loads(run("watch", "--once", "--format", "json").stdout)
    assert answer["news"] == []
    assert answer["could_not_ask"][0]["country"] == "kenya"
    assert "could not ask for kenya 2023" in run("watch", "--once", "--format", "atom").stderr


def test_the_feed_has_what_was_news_before_too(kenya: Path, run: Run, tmp_path: Path) -> None:
    edit(kenya)
    file = tmp_path / "news.atom"
    assert run("watch", "--once", "-o", str(file)).exit_code == 1
    feed = ET.fromstring(file.read_text("utf-8"))  # noqa: S314  our own file
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "Kenya 2023 was revised: 1 sentence reworded",
        "The 2031 edition is listed",
    ]
    assert "50 crisis centers" in (entries[0].findtext(f"{ATOM}content") or "")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2


def test_without_once_it_asks_again_and_overwrites_its_own_file(
    kenya: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds: list[float] = []

    def wait(seconds: float) -> None:
        rounds.append(seconds)
        if len(rounds) == 2:
            raise KeyboardInterrupt
        edit(kenya)

    monkeypatch.setattr("hrreport.cli.watch.sleep", wait)
    file = tmp_path / "news.json"
    assert run("watch", "--every", "2", "-o", str(file)).exit_code == 130
    assert rounds == [7200, 7200]
    assert json.loads(file.read_text("utf-8"))["counts"]["revised"] == 1


@pytest.mark.usefixtures("kenya")
def test_watching_what_is_not_stored_is_an_error_and_not_the_absence_of_news(run: Run) -> None:
    told = run("watch", "guatemala", "2023", "--once")
    assert told.exit_code == 1
    assert told.stdout == ""
    assert 'no stored report matches "guatemala 2023"' in told.stderr
    assert "hrreport download guatemala 2023" in told.stderr
    some = run("watch", "guatemala", "kenya", "--once")
    assert some.exit_code == 0
    assert "Note: no report on guatemala is stored, so none is watched" in some.stderr
