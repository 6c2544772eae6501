"""No option is dropped in silence: in every format of every command, each changes something or is refused."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

import click
import docx
import pytest
from click.testing import CliRunner

from hrreport import tables
from hrreport.cli.group import hrreport
from hrreport.wording.notices import SAMPLE_NOTICE

from .conftest import EDITION, REPORTS, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator

REPORT = ("kazakhstan", "2023")
QUOTATION = "[t]he law prohibited torture and similar practices"
BASES: dict[str, tuple[str, ...]] = {
    "summarize": REPORT,
    "sections": REPORT,
    "show": REPORT,
    "findings": REPORT,
    "issues": REPORT,
    "evidence": (*REPORT, "--codebook", "v-dem"),
    "export": REPORT,
    "cite": REPORT,
    "verify": (*REPORT, QUOTATION),
    "check": ("brief.docx",),
    "diff": ("kazakhstan", "2022", "2023"),
    "compare": ("kazakhstan", "kenya", "2023"),
    "trend": ("kazakhstan",),
    "compile": ("--country", "kazakhstan", "--year", "2023", "--topic", "prisons"),
    "packet": ("kazakhstan", "2022-2023", "--topic", "prisons"),
    "search": ("detention",),
    "download": ("japan", "2023"),
    "watch": (),
    "add": ("page.html", "--country", "kazakhstan", "--year", "2023"),
    "library list": (),
    "library info": (),
    "library check": (),
    "library log": (),
    "library remove": REPORT,
    "library vacuum": (),
    "library export": (),
    "library dataset": ("tables",),
    "library import": ("other.sqlite",),
    "mcp": (),
    "countries": (),
    "editions": (),
    "topics": (),
    "schema": (),
    "help": (),
}
"""What each command is given besides the option."""
VALUES: dict[str, tuple[str, ...]] = {
    "--accessed": ("2025-03-31",),
    "--cite": ("oscola",),
    "--claim": ("claim.toml",),
    "--codebook": ("cirights",),
    "--context": ("1",),
    "--country": ("kenya",),
    "--countries": ("kenya",),
    "--every": ("48",),
    "--file": ("list.txt",),
    "--group": ("lakes.txt",),
    "--jsonl": ("-",),
    "--length": ("short",),
    "--limit": ("1",),
    "--markdown": ("folder",),
    "--missing": ("elsewhere.txt",),
    "--output": ("answer",),
    "--parquet": ("rows.parquet",),
    "--region": ("sca",),
    "--revision": ("1",),
    "--section": ("1.c",),
    "--source": ("Coalition Against Torture",),
    "--style": ("oscola",),
    "--to": ("copy.sqlite",),
    "--topic": ("torture",),
    "--words": ("120",),
    "--year": ("2022",),
    "--years": ("2023",),
}
"""A value for each option that takes one; of a choice, another than the default is taken."""
TOGETHER: dict[tuple[str, str], tuple[str, ...]] = {
    ("*", "--force"): ("-o", "there"),
    ("add", "--force"): ("--country", "kenya"),
    ("add", "--strict"): ("--force",),
    ("library export", "--force"): ("--to", "there"),
    ("library dataset", "--force"): (),
    ("diff", "--cite"): ("--topic", "torture"),
    ("compare", "--cite"): ("--topic", "torture"),
    ("diff", "--changed-only"): ("--topic", "torture"),
    ("diff", "--new-only"): ("--topic", "torture"),
}
"""What an option needs besides, so that it can matter."""
PROGRAM = {param.name for param in hrreport.params}
"""Options of the whole program, which concern a run and not an answer."""


class Case(NamedTuple):
    """An option of a command, in a format."""

    command: str
    form: str
    option: str

    @property
    def together(self) -> tuple[str, ...]:
        return TOGETHER.get((self.command, self.option), TOGETHER.get(("*", self.option), ()))

    def base(self) -> tuple[str, ...]:
        """The command line without the option; whether a boundary is doubted matters on a doubtful page only."""
        words = BASES[self.command]
        if self.option == "--strict":
            words = tuple("jordan" if word == "kazakhstan" else word for word in words)
        return (*self.command.split(), *words, *(("--format", self.form) if self.form else ()), *self.together)


def commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command of the program, those of its groups too."""
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


COMMANDS = dict(commands(hrreport))


def options_of(command: click.Command) -> dict[str, click.Option]:
    """The options of a command by their long names."""
    own = (param for param in command.params if isinstance(param, click.Option) and param.name not in PROGRAM)
    return {max(option.opts, key=len): option for option in own}


def forms_of(command: click.Command) -> tuple[str, ...]:
    option = options_of(command).get("--format")
    forms = tuple(option.type.choices) if option and isinstance(option.type, click.Choice) else ("",)
    same = {
        "docx": "pdf",
        "png": "svg",
    }  # of the same blocks, or the same drawing: what matters in one does in the other
    return tuple(form for form in forms if same.get(form) not in forms)


CASES = [
    Case(name, form, option)
    for name, command in COMMANDS.items()
    for form in forms_of(command)
    for option in options_of(command)
    if option != "--format"
]


def value_of(case: Case) -> tuple[str, ...]:
    """What is typed for an option."""
    option = options_of(COMMANDS[case.command])[case.option]
    if option.is_flag:
        return (case.option,)
    if case.option in VALUES:
        return (case.option, *VALUES[case.option])
    if isinstance(option.type, click.Choice):
        return (case.option, next(choice for choice in reversed(option.type.choices) if choice != option.default))
    if case.option == "--kind":
        return (case.option, "denial")
    raise AssertionError(f"say in VALUES what may be typed for {case.option}")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a mirror, a library of several reports and two texts of one, and files to be given."""
    folder = tmp_path_factory.mktemp("world")
    mirror = folder / "mirror"
    lay_out(mirror)
    pages = mirror / REPORTS
    text = tables.text("samples/kazakhstan-2023.html")
    earlier = pages / EDITION.replace("2023", "2022") / "kazakhstan" / "index.html"
    earlier.parent.mkdir(parents=True)
    earlier.write_text(text.replace("2023", "2022").replace("torture", "beating"), encoding="utf-8")
    doubted = pages / EDITION / "jordan" / "index.html"
    doubted.write_text(doubted.read_text(encoding="utf-8").replace("D. ARBITRARY ARREST", "E. ARBITRARY ARREST"))
    work = folder / "work"
    work.mkdir()
    environment = {"HRREPORT_MIRROR": str(mirror), "HRREPORT_LIBRARY": str(work / "library.sqlite")}

    def run(*args: str) -> None:
        done = CliRunner().invoke(hrreport, args, env=environment, prog_name="hrreport")
        assert done.exit_code == 0, done.output

    run("download", "kenya", "jordan", "2023", "--missing", str(folder / "missing.txt"))
    run("library", "export", "--to", str(work / "other.sqlite"))
    run("download", "kazakhstan", "2022-2023", "--missing", str(folder / "missing.txt"))
    page = pages / EDITION / "kazakhstan" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Disappearance", "Disappearances", 1), encoding="utf-8")
    page.write_text(page.read_text(encoding="utf-8").replace("no reports of dis", "few reports of dis", 1), "utf-8")
    run("summarize", "kazakhstan", "2023", "--refresh")
    page_of_ours = text.replace(SAMPLE_NOTICE, "In our own words").replace("D. ARBITRARY ARREST", "E. ARBITRARY ARREST")
    (work / "page.html").write_text(page_of_ours, encoding="utf-8")
    brief = docx.Document()
    brief.add_paragraph(f"It says “{QUOTATION}.” Kazakhstan 2023 Report § 1.c.")
    brief.save(str(work / "brief.docx"))
    (work / "claim.toml").write_text('grounds = ["religion"]', encoding="utf-8")
    (work / "list.txt").write_text("kenya 2023\n", encoding="utf-8")
    (work / "lakes.txt").write_text("kenya\njordan\n", encoding="utf-8")
    (work / "there").write_text("something\n", encoding="utf-8")
    (work / "tables").mkdir()
    (work / "tables" / "datapackage.json").write_text("{}", encoding="utf-8")
    return folder


def outcome(world: Path, place: Path, args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> tuple[object, ...]:
    """All that a command does: exit code, stdout, stderr, the files that it leaves, what it opens."""
    shutil.copytree(world / "work", place)
    monkeypatch.chdir(place)
    opened: list[str] = []

    def browse(address: str) -> bool:
        opened.append(Path(unquote(urlsplit(address).path)).read_text(encoding="utf-8"))
        return True

    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("webbrowser.open", browse)
    monkeypatch.setattr("hrreport.cli.watch.sleep", interrupt)
    environment = {"HRREPORT_MIRROR": str(world / "mirror"), "HRREPORT_LIBRARY": str(place / "library.sqlite")}
    done = CliRunner().invoke(hrreport, args, env=environment, prog_name="hrreport")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    files = {
        str(file.relative_to(place)): b"" if "sqlite" in file.name else file.read_bytes()
        for file in place.rglob("*")
        if file.is_file()
    }
    stderr = done.stderr if not opened else ""
    return done.exit_code, done.stdout_bytes.replace(bytes(place), b""), stderr.replace(str(place), ""), files, opened


@pytest.fixture(scope="module")
def plain() -> dict[tuple[str, ...], tuple[object, ...]]:
    """What came of each command line without the option, kept."""
    return {}


def test_every_command_stands_in_the_table() -> None:
    assert set(BASES) == set(COMMANDS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join(filter(None, case)))
def test_an_option_changes_something_or_is_refused(
    case: Case,
    world: Path,
    tmp_path: Path,
    plain: dict[tuple[str, ...], tuple[object, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    base = case.base()
    if base not in plain:
        plain[base] = outcome(world, tmp_path / "plain", base, monkeypatch)
    changed = outcome(world, tmp_path / "changed", (*base, *value_of(case)), monkeypatch)
    refused = changed[0] == 2
    assert refused or changed != plain[base], f"hrreport {' '.join((*base, *value_of(case)))} changes nothing"


@pytest.mark.parametrize("command", ["findings", "search", "library list", "trend"])
def test_the_same_command_line_gives_the_same_twice(
    command: str, world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise a difference would prove nothing."""
    args = (*command.split(), *BASES[command])
    first, again = (outcome(world, tmp_path / name, args, monkeypatch) for name in ("first", "again"))
    assert first == again
