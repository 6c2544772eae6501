from __future__ import annotations

import subprocess
import sys

import pytest

from hrreport import parsing


def test_the_version_is_read_without_the_libraries_that_read_html() -> None:
    code = "import sys; from hrreport.parsing import PARSER_VERSION; print(sorted({'bs4', 'lxml'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("name", parsing.__all__)
def test_everything_that_the_room_offers_is_there(name: str) -> None:
    assert getattr(parsing, name)


def test_what_the_room_does_not_offer_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="scrape"):
        _ = parsing.scrape
