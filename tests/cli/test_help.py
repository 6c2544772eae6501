"""hrreport help TOPIC: the pages of the manual, plain in a pipe, set and paged on a terminal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from rich.theme import Theme

from hrreport.cli.group import COMMANDS
from hrreport.cli.help import TOPICS, manual_page
from hrreport.terminal.manual import MARKDOWN_STYLES, page_view, plain_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

FOLDER = Path(__file__).parents[2] / "src" / "hrreport" / "docs"


def test_every_page_is_a_topic_and_no_topic_is_a_command() -> None:
    assert {page.stem for page in FOLDER.glob("*.md")} == {*TOPICS, "README"}
    assert not set(TOPICS) & set(COMMANDS)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_has_a_title_and_says_in_a_sentence_what_it_is_about(topic: str) -> None:
    title, empty, sentence, *_ = manual_page(topic).splitlines()
    assert title.startswith("# ")
    assert (empty, sentence[-1]) == ("", ".")


@pytest.mark.parametrize("page", [FOLDER / "README.md", FOLDER.parents[2] / "README.md"], ids=["manual", "readme"])
def test_the_lists_of_pages_have_every_topic_with_the_same_words(page: Path) -> None:
    listed = re.findall(r"^\| \[([\w-]+)\]\([^)]*\) \| (.*) \|$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == list(TOPICS.items())


def test_the_page_for_language_models_lists_every_topic_with_the_same_words() -> None:
    text = (FOLDER / "llms.txt").read_text(encoding="utf-8")
    listed = re.findall(r"^- \[([\w-]+)\]\(([^)]*)\): (.*)$", text.partition("## Manual")[2], re.MULTILINE)
    assert listed == [(topic, f"{topic}.md", said) for topic, said in TOPICS.items()]


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_is_printed_as_markdown_in_a_pipe(run: Run, topic: str) -> None:
    printed = run("help", topic)
    assert printed.exit_code == 0
    assert printed.stdout == plain_page(manual_page(topic))
    assert "<!--" not in printed.stdout


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_on_a_terminal_has_its_words_and_no_color(topic: str) -> None:
    console = Console(width=80, force_terminal=True, color_system="truecolor", theme=Theme(MARKDOWN_STYLES))
    with console.capture() as captured:
        console.print(page_view(manual_page(topic)))
    shown = captured.get()
    codes = {code for codes in re.findall(r"\x1b\[([\d;]*)m", shown) for code in codes.split(";")}
    assert codes <= {"0", "1", "3", "4", ""}
    words = {word for word in plain_page(manual_page(topic)).split() if word.isalpha()} - {"console", "python", "text"}
    assert not {word for word in words if word not in shown}


def test_help_lists_commands_and_topics(run: Run) -> None:
    listed = run("help").stdout
    assert all(f"\n  {name} " in listed for name in (*COMMANDS, *TOPICS))


def test_a_slip_is_suggested_among_both(run: Run) -> None:
    assert run("help", "summarise").stderr.endswith("Did you mean summarize?\n")
    assert run("help", "tabels").stderr.endswith("Did you mean tables?\n")
    assert 'No such command or topic "xyzzy".\n' in run("help", "xyzzy").stderr


def test_help_shows_all_commands_or_how_one_is_used(run: Run) -> None:
    everything = run("help").stdout
    assert all(name in everything for name in COMMANDS)
    assert run("help", "summarize").stdout == run("summarize", "--help").stdout
    assert run("help", "library", "list").stdout == run("library", "list", "--help").stdout
    assert run("help", "summarise").exit_code == 2
    assert run("help", "cite", "this").exit_code == 2
