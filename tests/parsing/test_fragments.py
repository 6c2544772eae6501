from __future__ import annotations

from pathlib import Path

from tests.parsing.fragments import FOLDER, fragments_of


def test_every_file_of_fragments_is_read_by_the_tests_of_its_module() -> None:
    here = Path(__file__).parent
    names = sorted(path.stem for path in FOLDER.glob("*.txt"))
    assert sum(len(fragments_of(name)) for name in names) >= 42
    assert [name for name in names if "fragment.check()" not in (here / f"test_{name}.py").read_text("utf-8")] == []
