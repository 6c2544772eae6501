"""Words for the results of checking a document, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.model.checked import HARMLESS
from hrreport.wording.reports import counted
from hrreport.wording.verdicts import CONVENTIONS, HEADLINES, describe_differences, remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.checked import CheckedFiling, CheckedQuotation, CheckVerdict, Problem
    from hrreport.model.quotation import Nearest
    from hrreport.wording.changes import Names

VERDICTS: dict[CheckVerdict, str] = {
    "exact": HEADLINES["exact"],
    "altered-as-marked": HEADLINES["altered-as-marked"],
    "differs": HEADLINES["differs"],
    "not-found": HEADLINES["not-found"],
    "no-quotation": "No quotation",
    "unchecked": "Not checked",
}
"""What a finding comes to."""

_COUNTED: dict[CheckVerdict, tuple[str, str]] = {
    "exact": ("word for word",) * 2,
    "altered-as-marked": ("altered as marked",) * 2,
    "differs": ("differs", "differ"),
    "not-found": ("not there",) * 2,
    "no-quotation": ("citation without a quotation", "citations without a quotation"),
    "unchecked": ("not checked",) * 2,
}
"""The same after a number, of one and of several."""

PROBLEM_NAMES: dict[Problem, str] = {
    "wrong-pinpoint": "wrong pinpoint",
    "wrong-country": "wrong country",
    "wrong-edition": "wrong edition",
    "wrong-date": "wrong date",
    "wrong-address": "wrong address",
    "caveat-cut": "caveat cut off",
    "newer-edition": "newer edition",
    "figure-not-borne": "figure not in the passage",
}
"""The problems, in a few words each."""

SCOPE = (
    "Paragraph numbers are counted by hrreport within each section; quotations of other works are passed over, and"
    " whether a passage supports an argument is not judged."
)
"""Printed under every answer."""


def summary(checked: CheckedFiling) -> str:
    """Return what became of a document, in a sentence."""
    if not checked.findings:
        return "No quotation of or citation to a Country Report was found."
    counts = checked.counts
    verdicts = [f"{counts[one]:,} {names[counts[one] != 1]}" for one, names in _COUNTED.items() if counts[one]]
    problems = [f"{name} {counts[one]:,}" for one, name in PROBLEM_NAMES.items() if counts[one] and one not in HARMLESS]
    wrong = f"{counts['wrong']:,} to be corrected" if counts["wrong"] else "nothing to be corrected"
    if counts["wrong"] and problems:
        wrong += f" ({', '.join(problems)})"
    number, newer = counts["findings"], counts["newer-edition"]
    if newer:
        which = f"for {'all ' * (newer == number)}{newer:,} " * (number > 1)
        wrong += f"; {which}there is a newer edition"
    checks = counted(number, "quotation or citation", "quotations and citations")
    return f"{checks} checked: {', '.join(verdicts)}; {wrong}."


def needs_reading(finding: CheckedQuotation) -> bool:
    """Return whether a finding is on a quotation, or needs attention; citations alone in good order come after."""
    return finding.wrong or finding.verdict != "no-quotation"


def by_need(checked: CheckedFiling) -> list[tuple[int, CheckedQuotation]]:
    """Return the findings with their numbers: those that need reading first, each in the order of the document."""
    return sorted(enumerate(checked.findings, start=1), key=lambda numbered: not needs_reading(numbered[1]))


def describe_finding(finding: CheckedQuotation) -> str:
    """Return what a finding comes to, in short: "Differs: 1 word changed"."""
    words = VERDICTS[finding.verdict]
    near = finding.judged.nearest if finding.judged else None
    if finding.verdict == "differs" and near and near.close:
        words += f": {describe_differences(near)}"
    if finding.problems:
        words += f" ({', '.join(PROBLEM_NAMES[problem] for problem in finding.problems)})"
    return words


def details(finding: CheckedQuotation) -> Iterator[str]:
    """Yield the remarks on a finding, a sentence each, with the nearest passages."""
    yield from facts(finding)
    yield from (f"{lead}: “{near.text}”" for lead, near in nearest_passages(finding))


def facts(finding: CheckedQuotation) -> Iterator[str]:
    """Yield the same without the nearest passages."""
    yield from finding.remarks
    if verdict := finding.judged:
        yield from (CONVENTIONS[convention] for convention in verdict.conventions)
        for place in verdict.places[:1]:
            yield from remarks(place)


def nearest_passages(finding: CheckedQuotation) -> Iterator[tuple[str, Nearest]]:
    """Yield the passages nearest to a quotation, or to its stretches, each after the words that lead to it."""
    verdict = finding.judged
    if verdict is None:
        return
    if verdict.nearest and not verdict.places:
        yield f"The nearest passage, {finding.right_place or 'in the report'}", verdict.nearest
    for part in verdict.parts:
        if part.nearest and not part.found:
            yield f"Of “{part.quotation}”, the nearest passage", part.nearest


def comment(finding: CheckedQuotation, names: Names) -> str:
    """Return a comment on a finding for its place in the document."""
    lines = [f"{describe_finding(finding)}."]
    if finding.report:
        place = f", {finding.right_place}" if finding.right_place else ""
        lines.append(f"{names.get(finding.report.country, finding.report.country)} {finding.report.year}{place}.")
    return "\n".join([*lines, *details(finding)])
