from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.parsing.fragments import Fragment


def test_a_fragment_is_read_as_expected(fragment: Fragment) -> None:
    fragment.check()
