"""The running summary: about so many words of the body, in the order of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.analysis.brief import is_summary
from hrreport.analysis.context import complete
from hrreport.analysis.summary import own_findings
from hrreport.model.finding import Kind
from hrreport.model.summary import Digest, Summary

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis, Finding
    from hrreport.model.report import Report


def _worth(finding: Finding) -> float:
    return {Kind.ABUSE: 3.0, Kind.RESPONSE: 1.0, Kind.DENIAL: 0.8, Kind.LAW: 0.3, Kind.CONTEXT: 0.1}[finding.kind] * (
        2.0 if finding.key else 1.0
    )


def running_summary(report: Report, analysis: Analysis, words: int) -> Summary:
    """Return about so many words of the body, the executive summary left out, in document order."""
    grouped = own_findings(analysis.findings)
    body = [s for s in report.walk() if not is_summary(s)]
    offers: list[tuple[float, str, frozenset[int], int]] = []
    for section in body:
        own = grouped.get(section.id, [])
        for i, finding in enumerate(own):
            needed = frozenset(complete(own, [i]))
            if i in needed:
                length = sum(len(own[k].text.split()) for k in needed)
                offers.append((_worth(finding) / (i + 2) ** 0.5 / length**0.7, section.id, needed, length))
    offers.sort(key=lambda o: -o[0])
    chosen: dict[str, set[int]] = {}
    left = words
    for _, section_id, needed, length in offers:
        if length <= left and not needed & chosen.get(section_id, set()):
            chosen.setdefault(section_id, set()).update(needed)
            left -= length
    digests = tuple(
        Digest(
            s.id,
            analysis.assessment(s.id),
            tuple(grouped[s.id][i] for i in sorted(chosen.get(s.id, ()))),
            len(grouped.get(s.id, [])) - len(chosen.get(s.id, ())),
        )
        for s in body
    )
    return Summary(report.id, analysis.brief, digests, running=True)
