"""Coders' packets as files: CSV, a row for each sentence, and JSON lines; the same bytes on every run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hrreport.codec.evidence import evidence_lines
from hrreport.exporting.csv import SEVERAL, format_table
from hrreport.wording.notices import notices

if TYPE_CHECKING:
    from hrreport.codec.contract import Json
    from hrreport.model.evidence import CodersPacket
    from hrreport.model.report import Report

EVIDENCE = {
    "codebook": "the codebook",
    "report": "id of the report: kaz-2023",
    "country": "State's name of the country in addresses",
    "year": "the year covered",
    "indicator": "id of the indicator",
    "name": "name of the indicator",
    "notice": "said where no heading of the report is on its topics, or nothing was found; else empty",
    "id": "the sentence's id; empty, as all to 'citation', where an indicator has no sentence",
    "section": "the section's id",
    "heading": "the section's heading",
    "paragraph": "counted from 1 within the numbered or lettered section",
    "sentence": "counted from 1 within the paragraph",
    "label": "the label at the start of the paragraph, or empty",
    "by": "why it is here: topic, or words of the indicator",
    "kind": "abuse, response, denial, law or context",
    "absent": "1 where it says that there were no reports or that a right was respected, else 0",
    "text": "the sentence, verbatim",
    "strength": "words of degree or certainty as printed, separated by ' | '",
    "figures": "the figures as printed, separated by ' | '",
    "values": "for each figure: its number, or 'lower to upper' of a range; 'none' where there is none",
    "bounds": "for each figure: at_least (so is 'hundreds'), at_most, about, else exact",
    "units": "for each figure: the kind of quantity and what is counted",
    "without_figure": "1 where it reports an abuse and gives no figure, else 0",
    "doers": "who did it, as printed, separated by ' | '; empty where the grammar does not say plainly",
    "affected": "to whom, as printed; likewise",
    "sources": "whom the sentence attributes its information to, separated by ' | '",
    "citation": "the place as a reader of the page finds it",
    "url": "the address that the page came from",
    "sha256": "hash of the page",
    "warnings": "what must be known of the report before the row is used, separated by ' | '",
}
"""Columns of a packet as CSV."""
_EXACT = 1_000_000
"""From here on a number is written out in full."""


def evidence_csv(report: Report, packet: CodersPacket, country: str = "", *, bom: bool = False) -> str:  # noqa: ARG001  as the other forms
    """Return a row for each sentence of each indicator; `bom` begins it with a byte order mark."""
    warnings = SEVERAL.join(notices(report))
    rows = ([_cell(name, line, warnings) for name in EVIDENCE] for line in evidence_lines(report, packet))
    return format_table(EVIDENCE, rows, bom=bom)


def evidence_jsonl(report: Report, packet: CodersPacket, country: str = "") -> str:  # noqa: ARG001  as the other forms
    """Return a line of JSON for each sentence of each indicator."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in evidence_lines(report, packet))


def _cell(name: str, line: Json, warnings: str) -> str:
    figures = line["figures"] or ()
    made = {
        "warnings": warnings,
        "figures": SEVERAL.join(figure["text"] for figure in figures),
        "values": SEVERAL.join(map(_value, figures)),
        "bounds": SEVERAL.join(figure["bound"] or "exact" for figure in figures),
        "units": SEVERAL.join(" of ".join(filter(None, (figure["unit"], figure["what"]))) for figure in figures),
        "sources": SEVERAL.join(source["name"] for source in line["sources"] or ()),
    }
    value = made[name] if name in made else line[name]
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, list):
        return SEVERAL.join(value)
    return "" if value is None else str(value)


def _value(figure: Json) -> str:
    """Return the number of a figure, or the two ends of a range; "up to six" is one number."""
    numbers = dict.fromkeys(number for number in (figure["value"], figure["value_max"]) if number is not None)
    return " to ".join(map(_format_number, numbers)) or "none"


def _format_number(number: float) -> str:
    if number < _EXACT:
        return f"{number:g}"
    return str(int(number) if float(number).is_integer() else number)
