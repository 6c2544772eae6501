"""The public form of checked documents; part of the JSON contract, version 1.

Fields may be added, never renamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.codec.contract import report_json
from hrreport.wording.checked import describe_finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrreport.codec.contract import Json
    from hrreport.model.checked import CheckedFiling, CheckedQuotation
    from hrreport.model.quotation import QuotedWord, Verdict
    from hrreport.wording.changes import Names


def checked_json(filings: Sequence[CheckedFiling], names: Names) -> Json:
    """Return what became of a document; of several, each and the counts of all.

    Args:
        filings: The documents.
        names: Names of countries as shown to readers, by slug.
    """
    each = [_filing(filing, names) for filing in filings]
    if len(each) == 1:
        return each[0]
    counts: dict[str, int] = {}
    for filing in filings:
        for name, count in filing.counts.items():
            counts[name] = counts.get(name, 0) + count
    return {"files": each, "counts": counts}


def _filing(filing: CheckedFiling, names: Names) -> Json:
    findings = [_finding(number, one, filing, names) for number, one in enumerate(filing.findings, start=1)]
    return {"file": filing.name, "findings": findings, "counts": filing.counts}


def _finding(number: int, finding: CheckedQuotation, filing: CheckedFiling, names: Names) -> Json:
    report = filing.reports.get(finding.report) if finding.report else None
    near = finding.judged.nearest if finding.judged else None
    return {
        "n": number,
        "where": finding.where,
        "quotation": finding.quotation or None,
        "citation": finding.citation or None,
        "report": report_json(report, names.get(report.id.country, report.id.country)) if report else None,
        "verdict": None if finding.verdict == "unchecked" else finding.verdict,
        "outcome": describe_finding(finding),
        "problems": list(finding.problems),
        "place": finding.place or None,
        "right_place": finding.right_place or None,
        "nearest": near.text if near else None,
        "differences": [_word(word) for word in _differences(finding.judged)],
        "conventions": list(finding.judged.conventions) if finding.judged else [],
        "remarks": list(finding.remarks),
        "wrong": finding.wrong,
    }


def _differences(verdict: Verdict | None) -> list[QuotedWord]:
    """Return the words in which a quotation differs, those of its stretches among them."""
    if verdict is None:
        return []
    own = list(verdict.nearest.differences) if verdict.nearest and verdict.nearest.close else []
    return own + [word for part in verdict.parts for word in _differences(part)]


def _word(word: QuotedWord) -> Json:
    return {"mark": word.mark, "quoted": word.quoted, "printed": word.printed}
