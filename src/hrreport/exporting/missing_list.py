"""The list of what could not be downloaded: for people to fetch by hand, and for the next download to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.text.whitespace import fold
from hrreport.wording.reports import moment

if TYPE_CHECKING:
    from datetime import datetime

    from hrreport.model.holding import DownloadSummary

MARK = "# Reports that hrreport could not download"
"""How such a list begins, so that nothing else is written over."""


def missing_list(downloaded: DownloadSummary, now: datetime) -> str:
    """Return the list: country, year, address and what to run, parted by tabs, with the reason above each.

    Args:
        downloaded: What came of the download.
        now: When it ended.
    """
    lines = [
        f"{MARK}, {moment(now)}.",
        "# Open each address in a browser, save the page, and run what stands beside it.",
        "# 'hrreport download --file' with this file tries them all again.",
        "# country\tyear\taddress\tcommand",
        "",
    ]
    for delivery in downloaded.lost:
        country, year = delivery.id.country, delivery.id.year
        command = f"hrreport add FILE --country {country} --year {year}"
        lines += [
            f"# {delivery.outcome}: {_one_line(delivery.detail)}",
            f"{country}\t{year}\t{_one_line(delivery.url) or '-'}\t{command}",
        ]
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    """Return words on one line, without tabs and control characters."""
    return "".join(c for c in fold(text) if c.isprintable())
