"""Which addresses of a page may be followed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrreport.exporting.safe_links import fragment, web_address


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "mailto:a@b.example", "https://[broken", "https:", "//a.example", "data:,x", "", "#a"],
)
def test_only_addresses_of_the_web_may_be_followed(url: str) -> None:
    assert web_address(url) is None


@given(rest=st.text(max_size=30))
def test_an_address_keeps_its_scheme_and_can_stand_between_quotes(rest: str) -> None:
    made = web_address(f"https://a.example/{rest}")
    assert made is None or (made.startswith("https://a.example/") and not set(made) & set('"<> \n\\`{}|^'))


def test_a_fragment_quotes_what_cannot_stand_in_an_address() -> None:
    assert fragment('a"b c') == "a%22b%20c"
