"""hrreport diff: two editions of one country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("newer_edition")
DIFF = ("diff", "kazakhstan", "2023", "2024")
ON_TOPICS = (*DIFF, "--topic", "torture,prisons")
FORMS = ("text", "markdown", "json", "html")


def test_a_shorter_edition_comes_with_the_caution_that_silence_is_no_evidence(run: Run) -> None:
    for form in FORMS:
        shown = " ".join(run(*DIFF, "--format", form).stdout.split())
        assert "bsence of reporting is not evidence of absence" in shown


def test_a_report_beside_itself_does_not_differ(run: Run) -> None:
    same = run("diff", "kazakhstan", "2023", "2023", "--exit-code", "--changed-only", "--format", "json")
    assert same.exit_code == 0
    assert run(*DIFF, "--exit-code").exit_code == 1


def test_an_exhibit_is_a_page_and_only_that(run: Run) -> None:
    assert run(*DIFF, "--exhibit", "--format", "html").stdout.startswith("<!DOCTYPE html>")
    assert run(*DIFF, "--exhibit").exit_code == 2


def test_what_is_new_is_less_than_the_whole(run: Run) -> None:
    everything = run(*ON_TOPICS, "--format", "json").stdout
    assert len(run(*ON_TOPICS, "--new-only", "--format", "json").stdout) < len(everything)


def test_the_abridgement_is_never_compared(run: Run) -> None:
    result = run("diff", "kazakhstan", "2023", "2023", "--mirror", "http://mirror.invalid/")
    assert "the bundled abridgement will not do here" in result.stderr
    assert result.exit_code == 1
    assert "could not fetch kazakhstan 2023" in result.stderr


@pytest.mark.parametrize(("typed", "section"), [("1.A", "1.a"), ("§ 1.a", "1.a"), ("women", "6/women")])
def test_diff_reads_a_section_of_either_edition_as_other_commands_do(run: Run, typed: str, section: str) -> None:
    diff = ("diff", "kazakhstan", "2023", "2024", "--section")
    wanted = run(*diff, section)
    result = run(*diff, typed)
    assert (wanted.exit_code, result.exit_code, result.stdout) == (0, 0, wanted.stdout)


@pytest.mark.parametrize(("option", "said"), [("--section", "no section was named"), ("--topic", "no topic was named")])
def test_an_empty_section_or_topic_is_not_the_whole_comparison(run: Run, option: str, said: str) -> None:
    result = run("diff", "kazakhstan", "2023", "2024", option, "")
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


def test_a_section_of_neither_edition_is_named(run: Run) -> None:
    result = run("diff", "kazakhstan", "2023", "2024", "--section", "9.z")
    assert result.exit_code == 1
    assert 'no section "9.z" in either report' in result.stderr
