"""The public interface is what it says, and nothing is loaded before it is used."""

from __future__ import annotations

import pytest

import hrreport


@pytest.mark.parametrize("name", hrreport.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(hrreport, name).__doc__


def test_the_names_declared_for_type_checkers_are_the_public_ones() -> None:
    import ast
    from pathlib import Path

    tree = ast.parse(Path(hrreport.__file__).read_text(encoding="utf-8"))
    declared = {
        alias.asname or alias.name
        for branch in tree.body
        if isinstance(branch, ast.If)
        for node in branch.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert declared == set(hrreport.__all__) == set(hrreport._MODULE_OF)
    assert declared <= set(dir(hrreport))


def test_the_version_is_a_number() -> None:
    assert hrreport.__version__[0].isdigit()


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="scrape"):
        _ = hrreport.scrape
