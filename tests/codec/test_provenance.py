"""The stored form of a provenance gives back exactly what was put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from tests.codec.strategies import provenances

from hrreport.codec.provenance import decode_provenance, encode_provenance

if TYPE_CHECKING:
    from hrreport.model.retrieval import Provenance


@given(provenances)
def test_a_provenance_comes_back_as_it_was(provenance: Provenance) -> None:
    assert decode_provenance(encode_provenance(provenance)) == provenance


@pytest.mark.parametrize("text", ['["something else"]', "[]", "[1, 2]"])
def test_what_is_no_stored_form_is_not_decoded(text: str) -> None:
    with pytest.raises((ValueError, IndexError, TypeError)):
        decode_provenance(text)
