"""The reader's own defaults: the country and the citation style that are meant when none is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.cli.settings import config_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]
    Config = Callable[[str], dict[str, str]]


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """Write a file of defaults; return the variable that names it."""

    def written(text: str) -> dict[str, str]:
        file = tmp_path / "config.toml"
        file.write_text(text, encoding="utf-8")
        return {"HRREPORT_CONFIG": str(file)}

    return written


def test_the_style_is_that_of_the_file_where_none_is_named(run: Run, config: Config) -> None:
    asked = ("cite", "kazakhstan", "2023")
    mine = config('style = "oscola"')
    assert run(*asked, **mine).stdout == run(*asked, "--style", "oscola").stdout != run(*asked).stdout
    assert run(*asked, "--style", "apa", **mine).stdout == run(*asked, "--style", "apa").stdout


@pytest.mark.usefixtures("stored")
def test_passages_are_cited_in_that_style(run: Run, config: Config) -> None:
    mine = config('style = "oscola"')
    args = ("compile", "--country", "kenya", "--year", "2023", "--topic", "prisons")
    assert run(*args, **mine).stdout == run(*args, "--cite", "oscola").stdout != run(*args).stdout


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    "rest",
    [
        ("summarize", "2023"),
        ("findings", "2023", "--section", "1.c"),
        ("show", "2023", "1.b"),
        ("cite", "--style", "apa", "2023"),
        ("verify", "2023", "no such words"),
        ("trend",),
        ("diff", "2023", "2023"),
    ],
)
def test_the_country_may_be_left_out(run: Run, config: Config, rest: tuple[str, ...]) -> None:
    command, *others = rest
    without = run(command, *others, **config('country = "kazakhstan"'))
    assert (without.exit_code, without.stdout) == (
        (named := run(command, "kazakhstan", *others)).exit_code,
        named.stdout,
    )
    assert run(command, *others).exit_code == 2 or run(command, *others).exit_code == 1


@pytest.mark.usefixtures("stored")
def test_a_country_that_is_named_wins(run: Run, config: Config) -> None:
    mine = config('country = "kazakhstan"')
    assert run("sections", "kenya", "2023", **mine).stdout.startswith("Kenya 2023")
    assert run("compare", "kenya", "jordan", "2023", **mine).stdout.startswith("Kenya 2023, Jordan 2023")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('sytle = "oscola"', 'has "sytle", which is not a setting'),
        ("style = 3", "style must be a text in quotation marks"),
        ('style = "oscolla"', 'no citation style "oscolla"'),
        ('country = "kazakstan"', "no country is called"),
        ("style = oscola", "is not TOML"),
    ],
)
def test_what_is_not_understood_is_one_line_and_a_hint(run: Run, config: Config, text: str, said: str) -> None:
    done = run("cite", "kazakhstan", "2023", **config(text))
    assert (done.exit_code, done.stdout) == (1, "")
    error, hint = done.stderr.splitlines()
    assert error.startswith('Error: "')
    assert 'config.toml"' in error
    assert said in error
    assert hint.startswith("Hint: ")


def test_a_file_that_was_named_must_be_there(run: Run, tmp_path: Path) -> None:
    done = run("sections", "2023", HRREPORT_CONFIG=str(tmp_path / "nowhere.toml"))
    assert (done.exit_code, done.stderr.count("\n")) == (1, 2)
    assert "there is no file" in done.stderr


def test_without_a_file_nothing_is_meant(run: Run) -> None:
    assert not config_path().exists(), "the tests' own folder"
    assert run("cite", "kazakhstan", "2023").exit_code == 0


def test_what_needs_no_default_asks_for_none(run: Run, config: Config) -> None:
    assert run("sections", "kazakhstan", "2023", **config("style = 3")).exit_code == 0
