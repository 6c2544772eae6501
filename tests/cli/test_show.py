"""hrreport show: the text, whole, in parts, and as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

KAZAKHSTAN = ("kazakhstan", "2023")
KENYA = ("kenya", "2023")


def test_show_gives_the_text_of_a_section_with_its_paragraph_numbers(run: Run) -> None:
    result = run("show", *KAZAKHSTAN, "1.c/prison-and-detention-center-conditions")
    assert result.exit_code == 0
    assert "¶ 4" in result.stdout
    assert "Independent Monitoring" in result.stdout
    assert "ARBITRARY" not in result.stdout


def test_show_gives_the_whole_report(run: Run) -> None:
    result = run("show", *KAZAKHSTAN)
    for heading in ("Executive Summary", "Section 1.", "Section 7.", "Acceptable Conditions of Work"):
        assert heading in result.stdout


def test_show_gives_a_paragraph_alone_where_one_is_named(run: Run) -> None:
    shown = run("show", *KAZAKHSTAN, "§ 1.c ¶ 2").stdout
    assert "¶ 2" in shown
    assert "¶ 1" not in shown
    assert "¶ 3" not in shown
    below = run("show", *KAZAKHSTAN, "1.c ¶ 5").stdout
    assert "Prison and Detention Center Conditions" in below
    assert "¶ 4" not in below


@pytest.mark.usefixtures("revised")
def test_show_lists_the_texts_of_a_report_with_the_sentences_that_changed(run: Run) -> None:
    result = run("show", *KENYA, "--revisions")
    assert result.exit_code == 0, result.stderr
    shown = " ".join(result.stdout.split())
    assert "[-49-] crisis centers" in shown
    assert "{+50+} crisis centers" in shown
    assert "Never mind." in shown


@pytest.mark.usefixtures("revised")
def test_show_gives_an_earlier_text_and_says_that_it_is_not_the_current_one(run: Run) -> None:
    first, second = (run("show", *KENYA, "--revision", number) for number in ("1", "2"))
    assert "49 crisis centers" in " ".join(first.stdout.split())
    assert "Note: this is revision 1 of 2, and not the current text" in first.stderr
    assert "50 crisis centers" in " ".join(second.stdout.split())
    assert second.stderr == ""
    assert run("show", *KENYA).stdout == second.stdout


@pytest.mark.usefixtures("stored")
def test_show_gives_the_passages_on_a_topic(run: Run) -> None:
    shown = run("show", *KENYA, "--topic", "prisons")
    assert shown.exit_code == 0, shown.stderr
    assert "Prison and Detention Center Conditions" in shown.stdout
    assert "Worker Rights" not in shown.stdout
    refused = run("show", *KENYA, "--topic", "hong-kong-autonomy")
    assert refused.exit_code == 1


def test_show_says_where_a_report_has_nothing_on_a_topic(run: Run) -> None:
    result = run("show", "kazakhstan", "2023", "--topic", "conflict-abuses")
    assert result.exit_code == 1
    assert "conflict-abuses" in result.stderr
