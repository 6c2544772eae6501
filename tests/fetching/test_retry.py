"""Whether a busy host is asked again, and when."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hrreport.fetching.retry import retry_after

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("999999999", 999999999.0),
        ("Thu, 01 Jan 2026 00:02:00 GMT", 120.0),
        ("Thu, 01 Jan 2026 01:02:00 +0100", 120.0),
        ("Thu, 01 Jan 2026 00:02:00 -0000", 120.0),
        ("Wed, 31 Dec 2025 00:00:00 GMT", 0.0),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("9999999999", None),
        ("Thu, 99 Jan 2026 00:02:00 GMT", None),
    ],
)
def test_both_forms_of_retry_after_are_read(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds
