"""JSON files hold exactly what the contract gave."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hrreport.codec.sections import whole_report_json
from hrreport.exporting.json import json_text

if TYPE_CHECKING:
    from hrreport.model.report import Report


def test_the_words_of_the_report_come_back(arcadia: Report) -> None:
    text = json_text(whole_report_json(arcadia, "Arcadia"))
    sections = json.loads(text)["sections"]
    assert [p["text"] for s in sections for p in s["text"]] == [p.text for _, p in arcadia.passages()]
    assert text.endswith("}\n")
    assert "“on paper”" in text
