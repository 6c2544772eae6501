"""The result of checking the quotations and citations of a finished document."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, get_args

from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrreport.model.country import ReportId
    from hrreport.model.quotation import Verdict
    from hrreport.model.report import Report

Problem = Literal[
    "wrong-pinpoint",
    "wrong-country",
    "wrong-edition",
    "wrong-date",
    "wrong-address",
    "caveat-cut",
    "newer-edition",
    "figure-not-borne",
]
PROBLEMS: tuple[Problem, ...] = get_args(Problem)
"""All of them, in the order in which they are told."""

HARMLESS: tuple[Problem, ...] = ("newer-edition",)
"""What is told and is no mistake."""

CheckVerdict = Literal["exact", "altered-as-marked", "differs", "not-found", "no-quotation", "unchecked"]
"""A verdict on a quotation, or that a citation has none, or that the report could not be read."""
CHECK_VERDICTS: tuple[CheckVerdict, ...] = get_args(CheckVerdict)
"""All of them."""


@dataclass(frozen=True, slots=True)
class CheckedQuotation:
    """A quotation or a citation of a filing, and what is to be said of it."""

    block: int
    """The number of its block in the filing, counted from 0."""
    begin: int
    end: int
    """``text[begin:end]`` of the block."""
    where: str
    """The place in the filing as a reader finds it."""
    quotation: str
    """Without the marks around it; empty where there is none."""
    citation: str
    """As written; empty where a quotation has none."""
    report: ReportId | None
    """What is cited; ``None`` where that cannot be told."""
    verdict: CheckVerdict
    problems: tuple[Problem, ...] = ()
    place: str = ""
    """The place that is cited, as this program prints places; empty where none is."""
    right_place: str = ""
    """Where the quotation, or the passage nearest to it, is in the cited report; empty where it is not."""
    remarks: tuple[str, ...] = ()
    """What is to be said of the problems, a sentence each."""
    judged: Verdict | None = None
    """The whole verdict on the quotation."""

    @property
    def wrong(self) -> bool:
        """Return whether something has to be corrected, or could not be checked."""
        return self.verdict in ("differs", "not-found", "unchecked") or not set(self.problems) <= set(HARMLESS)


@dataclass(frozen=True, slots=True)
class CheckedFiling:
    """A finished document, and all that was found in it."""

    name: str
    findings: tuple[CheckedQuotation, ...]
    """In the order of the document."""
    reports: Mapping[ReportId, Report]
    """The reports that were read."""

    @property
    def wrong(self) -> bool:
        """Return whether anything is wrong."""
        return any(finding.wrong for finding in self.findings)

    @property
    def counts(self) -> dict[str, int]:
        """Return the number of findings by verdict and by problem, then in all, and wrong."""
        verdicts = Counter(finding.verdict for finding in self.findings)
        problems = Counter(problem for finding in self.findings for problem in finding.problems)
        return {
            **{verdict: verdicts[verdict] for verdict in CHECK_VERDICTS},
            **{problem: problems[problem] for problem in PROBLEMS},
            "findings": len(self.findings),
            "wrong": sum(finding.wrong for finding in self.findings),
        }
