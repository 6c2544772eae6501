"""Where answers go: files in the format of their suffix, the browser, and how much of a header they have."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from hrreport.cli.answers import AnswerWriters
from hrreport.cli.destination import SUFFIXES, form_of
from hrreport.errors import InputError
from hrreport.wording.notices import SAMPLE_NOTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

KAZAKHSTAN = ("kazakhstan", "2023")
FORMS = ("text", "markdown", "json")


@pytest.mark.parametrize(
    ("file", "asked", "form"),
    [
        ("-", None, "text"),
        ("answer", None, "text"),
        ("answer.md", None, "markdown"),
        ("ANSWER.JSON", None, "json"),
        ("a.b/answer", "json", "json"),
        ("answer.txt", "markdown", "markdown"),
        ("answer.2023", "markdown", "markdown"),
        ("-", "json", "json"),
    ],
)
def test_the_suffix_names_the_format(file: str, asked: str | None, form: str) -> None:
    assert form_of(file, FORMS, asked) == form


@pytest.mark.parametrize(
    ("file", "asked", "hint"),
    [
        ("x.docx", None, "name it x.txt, x.md or x.json"),
        ("x.docx", "markdown", "name it x.md"),
        ("x.pdf", "markdown", "name it x.md"),
        ("x.odt", None, "name it x.txt, x.md or x.json"),
        ("x.2023", None, "name it x.txt, x.md or x.json"),
        ("x.csv", None, "name it x.txt, x.md or x.json"),
        ("x.md", "json", "name it x.json"),
    ],
)
def test_a_file_is_never_what_its_suffix_denies(file: str, asked: str | None, hint: str) -> None:
    with pytest.raises(InputError) as refusal:
        form_of(file, FORMS, asked)
    assert refusal.value.hint == hint


def test_every_format_of_every_answer_has_a_suffix() -> None:
    assert {form.name for form in fields(AnswerWriters)} - {"document"} <= set(SUFFIXES.values())


@pytest.mark.parametrize("suffix", [".md", ".json", ".html", ".csv", ".docx", ".pdf", ".txt", ".svg", ""])
@pytest.mark.parametrize("command", ["summarize", "sections", "findings", "issues", "export", "show"])
def test_a_file_has_what_stdout_would_have(run: Run, tmp_path: Path, command: str, suffix: str) -> None:
    run(command, *KAZAKHSTAN)  # so that the report is stored, and its time of retrieval is one
    file = tmp_path / f"answer{suffix}"
    done = run(command, *KAZAKHSTAN, "-o", str(file))
    if done.exit_code == 0:
        form = SUFFIXES.get(suffix)
        printed = run(command, *KAZAKHSTAN, *(("--format", form) if form else ()), "-v").stdout_bytes
        assert done.stdout == ""
        assert done.stderr.endswith(f"Wrote {file}\n")
        assert file.read_bytes() == printed.removesuffix(b"\n") or file.read_bytes() == printed
        if suffix == ".docx":
            assert file.read_bytes().startswith(b"PK")
    else:
        assert done.exit_code == 1
        assert done.stderr.splitlines()[-1].startswith("Hint: name it ")
        assert not file.exists()


def test_a_file_that_exists_is_spared(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "answer.json"
    file.write_text("mine")
    refused = run("sections", *KAZAKHSTAN, "-o", str(file))
    assert (refused.exit_code, file.read_text()) == (1, "mine")
    assert "use --force" in refused.stderr
    assert run("sections", *KAZAKHSTAN, "-o", str(file), "--force").exit_code == 0
    assert json.loads(file.read_text())["sections"]
    assert run("sections", *KAZAKHSTAN, "--force").exit_code == 2


def test_records_and_schemas_are_written_too(run: Run, tmp_path: Path) -> None:
    for name, begun in {"a.bib": "@", "b.ris": "TY  - ", "c.json": "", "d.txt": "Bureau of Democracy"}.items():
        assert run("cite", *KAZAKHSTAN, "-o", str(tmp_path / name)).exit_code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begun)
    assert json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    for style, file in (("oscola", "x.bib"), ("bluebook", "x.docx"), ("ris", "x.json")):
        refused = run("cite", *KAZAKHSTAN, "--style", style, "-o", str(tmp_path / file))
        assert (refused.exit_code, (tmp_path / file).exists()) == (1, False)
    assert run("schema", "findings", "-o", str(tmp_path / "findings.json")).exit_code == 0
    assert run("schema", "findings", "-o", str(tmp_path / "findings.md")).exit_code == 1


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were opened in the browser."""
    opened: list[Path] = []

    def browse(address: str) -> bool:
        opened.append(Path(unquote(urlsplit(address).path)))
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    return opened


def test_the_browser_shows_the_page(run: Run, browser: list[Path], tmp_path: Path) -> None:
    done = run("findings", *KAZAKHSTAN, "--open")
    assert (done.exit_code, done.stdout) == (0, "")
    page = browser.pop()
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    page.unlink()
    kept = tmp_path / "kept page.html"
    assert run("export", *KAZAKHSTAN, "--open", "-o", str(kept)).exit_code == 0
    assert browser == [kept]


def test_the_browser_is_for_html_alone(run: Run, browser: list[Path], tmp_path: Path) -> None:
    assert run("findings", *KAZAKHSTAN, "--open", "--format", "json").exit_code == 2
    assert run("findings", *KAZAKHSTAN, "--open", "-o", str(tmp_path / "x.md")).exit_code == 1
    assert run("sections", *KAZAKHSTAN, "--open").exit_code == 2
    assert browser == []


def test_without_a_browser_the_page_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _address: False)
    done = run("findings", *KAZAKHSTAN, "--open")
    assert done.exit_code == 1
    assert "Hint: open it by hand: file:///" in done.stderr
    Path(unquote(urlsplit(done.stderr.split()[-1]).path)).unlink()


def test_the_header_has_three_lines_and_all_of_it_with_verbose(run: Run) -> None:
    brief = run("sections", *KAZAKHSTAN).stdout.split("\n\n")[0].splitlines()
    assert brief[:2] == ["Kazakhstan 2023", "2023 Country Reports on Human Rights Practices: Kazakhstan"]
    assert len(brief) == 3
    whole = run("sections", *KAZAKHSTAN, "-v").stdout
    assert "SHA-256" in whole
    assert "SHA-256" not in "\n".join(brief)
    assert whole.endswith(run("sections", *KAZAKHSTAN).stdout.split("\n\n", 1)[1])


def test_a_file_has_the_whole_header_however_it_is_written(run: Run, tmp_path: Path) -> None:
    run("sections", *KAZAKHSTAN, "-o", str(tmp_path / "sections.txt"))
    assert "SHA-256" in (tmp_path / "sections.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    "args",
    [
        ("summarize", *KAZAKHSTAN),
        ("sections", *KAZAKHSTAN),
        ("show", *KAZAKHSTAN),
        ("findings", *KAZAKHSTAN),
        ("issues", *KAZAKHSTAN),
        ("compare", "kazakhstan", "kenya", "2023"),
        ("trend", "kazakhstan"),
    ],
)
def test_quiet_leaves_out_the_header_and_nothing_else(run: Run, args: tuple[str, ...]) -> None:
    whole = run(*args).stdout
    quiet = run("-q", *args).stdout
    assert not quiet.startswith("\n")
    assert whole.endswith(quiet.lstrip("─"))
    assert len(whole.splitlines()) - len(quiet.splitlines()) in range(2, 6)
    assert run(*args, "-q").stdout == quiet


@pytest.mark.parametrize("args", [("sections", *KAZAKHSTAN, "--format", "json"), ("countries",), ("schema",)])
def test_quiet_changes_nothing_where_there_is_no_header(run: Run, args: tuple[str, ...]) -> None:
    shown = run(*args, "-q")
    assert shown.exit_code == 0
    assert shown.stdout == run(*args).stdout


def test_a_notice_stays_without_the_header(run: Run) -> None:
    shown = run("-q", "summarize", *KAZAKHSTAN, "--mirror", "http://mirror.invalid/").stdout
    assert " ".join(shown.split()).startswith(f"! {SAMPLE_NOTICE}")
