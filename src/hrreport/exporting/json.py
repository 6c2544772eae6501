"""JSON: the dictionaries of the public contract as text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def json_text(answer: Mapping[str, object]) -> str:
    """Return an answer of `hrreport.codec.contract` as indented UTF-8 text that ends with a line break.

    >>> print(json_text({"name": "Côte d’Ivoire"}), end="")
    {
      "name": "Côte d’Ivoire"
    }
    """
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
