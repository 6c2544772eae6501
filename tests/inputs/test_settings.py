"""Settings from environment variables."""

from __future__ import annotations

import pytest

from hrreport import (
    InputError,
    Settings,
)
from hrreport.inputs.settings import read_environment


def test_a_variable_that_is_neither_on_nor_off_is_named() -> None:
    assert read_environment({"HRREPORT_REFRESH": "Yes"}) == Settings(refresh=True)
    assert read_environment({"HRREPORT_OFFLINE": "0", "HRREPORT_MIRROR": ""}) == Settings()
    with pytest.raises(InputError, match='HRREPORT_OFFLINE is "maybe"'):
        read_environment({"HRREPORT_OFFLINE": "maybe"})
