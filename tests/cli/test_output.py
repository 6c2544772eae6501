"""Where answers go: files of every kind, and a stdout that is full, closed, or read by nobody."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hrreport.cli.output import write, writing
from hrreport.errors import InputError

posix = pytest.mark.skipif(os.name != "posix", reason="links and pipes are those of POSIX")
FULL = Path("/dev/full")
ANSWERS = {
    "summarize": ("summarize", "kazakhstan", "2023"),
    "sections": ("sections", "kazakhstan", "2023"),
    "search": ("search", "detention"),
    "cite": ("cite", "kazakhstan", "2023"),
    "export": ("export", "kazakhstan", "2023"),
    "library list": ("library", "list"),
    "library export": ("library", "export", "--jsonl", "-"),
    "help": ("--help",),
    "version": ("--version",),
    "help of a command": ("summarize", "--help"),
}


def test_a_file_that_exists_is_kept_unless_forced_and_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    write("old", str(file))
    file.chmod(0o600)
    with pytest.raises(InputError, match="exists") as refusal:
        write("new", str(file))
    assert refusal.value.hint == "use --force to overwrite it"
    assert file.read_text() == "old"
    write("new", str(file), force=True)
    assert file.read_text() == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 or os.name != "posix"
    assert list(tmp_path.iterdir()) == [file]


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_text("old")

    def broken_off() -> None:
        with writing(str(file), force=True) as opened:
            opened.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


@posix
@pytest.mark.parametrize("dangling", [False, True])
def test_a_link_stays_and_the_file_that_it_leads_to_is_written(tmp_path: Path, dangling: bool) -> None:
    (tmp_path / "far").mkdir()
    file, link = tmp_path / "far" / "answer.txt", tmp_path / "link.txt"
    link.symlink_to("far/answer.txt")
    if not dangling:
        file.write_text("old")
        with pytest.raises(InputError, match="exists"):
            write("new", str(link))
    write("new", str(link), force=True)
    assert link.is_symlink()
    assert file.read_text() == "new"
    assert [p.name for p in file.parent.iterdir()] == ["answer.txt"]


@posix
def test_links_that_lead_nowhere_are_named(tmp_path: Path) -> None:
    loop, lost = tmp_path / "loop", tmp_path / "lost"
    loop.symlink_to(loop)
    lost.symlink_to(tmp_path / "nowhere" / "answer.txt")
    for link in (loop, lost):
        with pytest.raises(InputError, match=f'cannot write "{link}"'):
            write("new", str(link), force=True)
        assert link.is_symlink()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        write("new", str(tmp_path), force=True)
    assert tmp_path.is_dir()


@posix
@pytest.mark.parametrize("force", [False, True])
def test_a_pipe_is_written_into_and_stays(tmp_path: Path, force: bool) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write("new", str(pipe), force=force)
    reader.join()
    assert read == ["new"]
    assert pipe.is_fifo()


@posix
def test_a_device_is_written_into_and_stays(tmp_path: Path) -> None:
    device = tmp_path / "full"
    try:
        os.mknod(device, stat.S_IFCHR | 0o600, os.makedev(1, 7))
        device.open("wb").close()
    except OSError:
        pytest.skip("only the superuser makes devices")
    with pytest.raises(InputError, match=r'cannot write ".*full": No space left on device'):
        write("new", str(device), force=True)
    assert device.is_char_device()


@posix
def test_stdout_may_be_given_under_another_name(tmp_path: Path) -> None:
    link, file = tmp_path / "link", tmp_path / "answer.txt"
    link.symlink_to("/dev/fd/1")
    command = [sys.executable, "-m", "hrreport", "--offline", "export", "kazakhstan", "2023", "-o"]
    plain = subprocess.run([*command, "-"], stdout=subprocess.PIPE, check=True).stdout
    assert subprocess.run([*command, str(link)], stdout=subprocess.PIPE, check=True).stdout == plain
    file.write_text("before\n")
    with file.open("ab") as opened:
        subprocess.run([*command, str(link)], stdout=opened, check=True)
    assert file.read_bytes() == b"before\n" + plain
    assert link.is_symlink()


def said(stdout: int | None, *args: str) -> tuple[int, str]:
    """Return the exit code and what is said on stderr when stdout is a file of the system's, or closed."""
    environment = {**os.environ, "HRREPORT_OFFLINE": "1"}
    command = [sys.executable, "-m", "hrreport", *args]
    if stdout is None:
        command = ["sh", "-c", 'exec "$@" >&-', "sh", *command]
    done = subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, env=environment, text=True, check=False)
    return done.returncode, done.stderr.splitlines()[-1] if done.stderr else ""


@pytest.mark.usefixtures("stored")
@pytest.mark.skipif(not FULL.exists(), reason="there is no full device")
@pytest.mark.parametrize("command", ANSWERS)
def test_a_full_stdout_is_told_in_a_line(command: str) -> None:
    with FULL.open("wb") as full:
        code, line = said(full.fileno(), *ANSWERS[command])
    assert (code, line) == (1, "Error: the output could not be written: No space left on device")


@posix
@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("command", ["sections", "library export", "help"])
def test_a_closed_stdout_is_told_in_a_line(command: str) -> None:
    assert said(None, *ANSWERS[command]) == (1, "Error: the output could not be written: stdout is closed")


@posix
@pytest.mark.usefixtures("stored")
def test_a_closed_stdin_is_empty_and_a_closed_stderr_is_no_failure(mirror: Path) -> None:
    program = [sys.executable, "-m", "hrreport", "--mirror", str(mirror)]
    asked = ["sh", "-c", 'exec "$@" <&-', "sh", *program, "verify", "kazakhstan", "2023", "-"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr.splitlines()[0]) == (1, 'Error: no words to look for in ""')
    wanted = ("download", "kazakhstan", "2023", "--missing", str(mirror / "missing.txt"))
    silent = ["sh", "-c", 'exec "$@" 2>&-', "sh", *program, *wanted]
    done = subprocess.run(silent, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "1 report" in done.stdout


@posix
@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("command", ["sections", "library export", "help"])
def test_a_pipe_that_nobody_reads_is_silent(command: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        assert said(writer, *ANSWERS[command]) == (1, "")
    finally:
        os.close(writer)


@pytest.mark.skipif(not FULL.exists(), reason="there is no full device")
def test_a_full_stderr_ends_the_program_without_a_word() -> None:
    with FULL.open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "hrreport", "nonsense"], stderr=full, check=False)
    assert done.returncode == 1


FILES = {
    "csv": ("findings", "kazakhstan", "2023", "--format", "csv"),
    "csv with a mark": ("findings", "kazakhstan", "2023", "--format", "csv", "--bom"),
    "json": ("search", "detention", "--format", "json"),
    "markdown": ("summarize", "kazakhstan", "2023", "--format", "markdown"),
    "html": ("export", "kazakhstan", "2023", "--format", "html"),
    "record": ("cite", "kazakhstan", "2023", "--style", "bibtex"),
}


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "cp932", "gbk"])
@pytest.mark.parametrize("args", FILES.values(), ids=FILES)
def test_files_are_utf_8_whatever_the_encoding_of_the_console(args: tuple[str, ...], encoding: str) -> None:
    plain, other = (redirected(args, name) for name in ("utf-8", encoding))
    assert plain.stdout == other.stdout
    assert "’" in other.stdout.decode("utf-8") or "cite" in args


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "cp932", "gbk", "ascii"])
@pytest.mark.parametrize("args", ANSWERS.values(), ids=ANSWERS)
def test_text_replaces_what_the_console_cannot_print(args: tuple[str, ...], encoding: str) -> None:
    done = redirected(args, encoding)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert done.stdout


def redirected(args: tuple[str, ...], encoding: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program with its output in a pipe."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    return subprocess.run(
        [sys.executable, "-m", "hrreport", *args], capture_output=True, env=environment, check=False, timeout=120
    )
