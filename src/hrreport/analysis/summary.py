"""The summary: section by section, the sentences that carry it, in the report's words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hrreport.analysis.context import complete, needed_before
from hrreport.analysis.selection import places_of_topic, sections_below
from hrreport.errors import InputError
from hrreport.model.finding import Brief, Kind
from hrreport.model.summary import Digest, Summary

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hrreport.model.finding import Analysis, Finding
    from hrreport.model.report import Report
    from hrreport.model.summary import Length

_RESPONSES: dict[Length, int] = {"short": 0, "medium": 1, "long": 3}
"""How many sentences on what authorities did are added to a section's key findings."""
_MORE_SHARE = 0.4
"""The share of a section's own text that a long summary may show."""
_RANK = {Kind.ABUSE: 0, Kind.DENIAL: 1, Kind.RESPONSE: 2, Kind.CONTEXT: 3, Kind.LAW: 4}


def own_findings(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Return the findings by the section in whose own text they stand."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.locator.section].append(finding)
    return found


def _wanted(own: Sequence[Finding], length: Length) -> set[int]:
    """Return the indexes to show of one section's own text, before completion."""
    keys = [i for i, f in enumerate(own) if f.key]
    if any(own[i].kind is not Kind.LAW for i in keys):
        keys = [i for i in keys if own[i].kind is not Kind.LAW]
    standing = [i for i in keys if needed_before(own, i)] or keys
    if length == "short":
        return {min(standing, key=lambda i: (_RANK[own[i].kind], i))} if standing else set()
    chosen = set(keys)
    responses = [i for i, f in enumerate(own) if f.kind is Kind.RESPONSE and i not in chosen]
    responses.sort(key=lambda i: (not own[i].figures, i))
    chosen.update(responses[: _RESPONSES[length]])
    if length == "long":
        rest = [i for i, f in enumerate(own) if f.kind is Kind.ABUSE and i not in chosen]
        rest.sort(key=lambda i: (-len(own[i].figures) - len(own[i].strength) - len(own[i].sources), i))
        chosen.update(rest[: max(0, int(len(own) * _MORE_SHARE) - len(chosen))])
    return chosen


def _shown(own: Sequence[Finding], length: Length) -> list[Finding]:
    chosen = complete(own, _wanted(own, length))
    if not chosen:
        # nothing chosen can stand: the first sentence that does
        chosen = next((complete(own, [i]) for i in range(len(own)) if needed_before(own, i)), set())
    return [own[i] for i in sorted(chosen)]


def summarize_report(
    report: Report,
    analysis: Analysis,
    *,
    length: Length = "medium",
    section: str | None = None,
    topic: str | None = None,
    places: Collection[tuple[str, int]] | None = None,
) -> Summary:
    """Return the sentences that carry each section, chosen among the findings of a report.

    Args:
        report: The report.
        analysis: Its analysis.
        length: ``short``: one sentence a section; ``medium``: the key findings and what authorities did;
            ``long``: more of both.
        section: Only this section, with those below it.
        topic: Only what treats this topic or a narrower one. A summary of a part does without the
            report's verdict in brief.
        places: Only what stands in these paragraphs.

    Raises:
        InputError: There is no such length.
        NotFoundError: The report has no such section.
    """
    if length not in _RESPONSES:
        raise InputError(f"no length '{length}'", hint=f"one of {', '.join(_RESPONSES)}")
    wanted = sections_below(report, section) if section is not None else None
    if topic is not None:
        treated = places_of_topic(report, topic)
        places = treated if places is None else treated.intersection(places)
    grouped = own_findings(analysis.findings)
    digests: list[Digest] = []
    for here in report.walk():
        if wanted is not None and here.id not in wanted:
            continue
        own = grouped.get(here.id, [])
        if places is not None:
            own = [f for f in own if (here.id, f.locator.paragraph) in places]
            if not own:
                continue
        shown = _shown(own, length)
        digests.append(Digest(here.id, analysis.assessment(here.id), tuple(shown), len(own) - len(shown)))
    whole = section is None and places is None
    return Summary(report.id, analysis.brief if whole else Brief(), tuple(digests))
