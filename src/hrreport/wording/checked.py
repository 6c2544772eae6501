"""Words for the results of checking a document, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.wording.reports import counted
from hrreport.wording.verdicts import CONVENTIONS, HEADLINES, describe_differences, remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrreport.model.checked import CheckedFiling, CheckedQuotation, CheckVerdict, Problem
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

NOTHING = "No quotation of or citation to a Country Report was found."
"""Is said of a document without any."""
SCOPE = (
    "Paragraph numbers are counted by hrreport within each section; quotations of other works are passed over, and"
    " whether a passage supports an argument is not judged."
)
"""Is said under every answer."""


def summary(checked: CheckedFiling) -> str:
    """Return what became of a document, in a sentence."""
    if not checked.findings:
        return NOTHING
    counts = checked.counts
    verdicts = [f"{counts[one]:,} {said.lower()}" for one, said in VERDICTS.items() if counts[one]]
    problems = [f"{counts[one]:,} {said}" for one, said in PROBLEM_NAMES.items() if counts[one]]
    told = f"; {', '.join(problems)}" if problems else ""
    wrong = f"{counted(counts['wrong'], 'finding')} to be mended" if counts["wrong"] else "nothing to be mended"
    return f"{counted(counts['findings'], 'finding')}, {wrong}: {', '.join(verdicts)}{told}."


def describe_finding(finding: CheckedQuotation) -> str:
    """Return what a finding comes to, in short: "Differs: 1 word changed"."""
    said = VERDICTS[finding.verdict]
    near = finding.judged.nearest if finding.judged else None
    if finding.verdict == "differs" and near and near.close:
        said += f": {describe_differences(near)}"
    if finding.problems:
        said += f" ({', '.join(PROBLEM_NAMES[problem] for problem in finding.problems)})"
    return said


def details(finding: CheckedQuotation) -> Iterator[str]:
    """Yield what is to be said of a finding, a sentence each."""
    yield from finding.remarks
    verdict = finding.judged
    if verdict is None:
        return
    yield from (CONVENTIONS[convention] for convention in verdict.conventions)
    if verdict.places:
        yield from remarks(verdict.places[0])
    elif verdict.nearest:
        yield f"The nearest passage, {finding.right_place or 'in the report'}: “{verdict.nearest.text}”"
    for part in verdict.parts:
        if part.nearest and not part.found:
            yield f"Of “{part.quotation}”, the nearest passage: “{part.nearest.text}”"


def comment(finding: CheckedQuotation, names: Names) -> str:
    """Return a comment on a finding for its place in the document."""
    lines = [f"{describe_finding(finding)}."]
    if finding.report:
        place = f", {finding.right_place}" if finding.right_place else ""
        lines.append(f"{names.get(finding.report.country, finding.report.country)} {finding.report.year}{place}.")
    return "\n".join([*lines, *details(finding)])
