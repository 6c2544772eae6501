"""hrreport evidence: what a report says on each indicator of a codebook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hrreport.analysis.evidence import codebook_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

EVIDENCE = ("evidence", "kenya", "2023", "--codebook")


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("codebook", codebook_names())
def test_every_indicator_of_a_codebook_is_listed(run: Run, codebook: str) -> None:
    result = run(*EVIDENCE, codebook, "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["indicators"]


@pytest.mark.usefixtures("stored")
def test_a_codebook_that_is_neither_a_name_nor_a_file_is_named_with_those_that_there_are(run: Run) -> None:
    result = run(*EVIDENCE, "mine")
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'cannot read "mine"' in result.stderr
    assert all(name in result.stderr for name in codebook_names())


def test_the_abridgement_is_not_coded(run: Run) -> None:
    result = run("evidence", "kazakhstan", "2023", "--codebook", "v-dem", "--mirror", "http://mirror.invalid/")
    assert result.exit_code == 1
    assert "the bundled abridgement will not do here" in result.stderr
