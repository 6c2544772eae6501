"""A mirror of two abridgements in this project's own words: Kazakhstan 2023 and 2024."""

from __future__ import annotations

from pathlib import Path

from hrreport import tables

_HERE = Path(__file__).parent


def lay_out(root: Path) -> Path:
    """Write the pages into a folder where the Department's site has them, and return the folder."""
    texts = {
        2023: tables.text("samples/kazakhstan-2023.html"),
        2024: (_HERE / "kazakhstan-2024.html").read_text(encoding="utf-8"),
    }
    for year, text in texts.items():
        folder = root / f"www.state.gov/reports/{year}-country-reports-on-human-rights-practices/kazakhstan"
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(text, encoding="utf-8")
    return root
