"""Read every real page of a mirror; print what was lost, doubted, or read differently in the newest template.

    python -m tests.benchmarks.bench_pages MIRROR [EVERY]

MIRROR is a folder of pages (``www.state.gov/reports/YEAR-.../COUNTRY/index.html``). With EVERY, only each
EVERY-th page is read; each fifth page is also read as the newest template writes it.
"""

from __future__ import annotations

import statistics
import sys
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import TYPE_CHECKING

from tests.corpus.pages import check, pages_in

from hrreport.model.report import BOUNDARY, REPAIR

if TYPE_CHECKING:
    from tests.corpus.pages import Checked

FIFTH = 5


def main() -> None:
    """Print the figures, then whatever is behind each that is not as it should be."""
    pages = pages_in(Path(sys.argv[1]))[:: int(sys.argv[2]) if len(sys.argv) > 2 else 1]
    with Pool() as pool:
        plain = pool.map(partial(check, rewrite=False), [p for at, p in enumerate(pages) if at % FIFTH], chunksize=8)
        rewritten = pool.map(partial(check, rewrite=True), pages[::FIFTH], chunksize=4)
    found = sorted((*plain, *rewritten), key=lambda one: one.name)
    read = [one for one in found if not one.error]
    headings, lost = sum(one.headings for one in read), sum(len(one.lost) for one in read)
    doubts = _told(read, BOUNDARY)
    print(f"read               {len(read)} of {len(found)} pages, {_median(read) * 1000:.0f} ms a page (median)")
    print(f"headings           {headings:,}, of which lost {lost} ({1 - lost / headings:.3%} kept)")
    print(f"letters and digits {sum(not one.differs for one in read)} of {len(read)} pages the same, in order")
    print(f"newest template    {sum(not one.template for one in rewritten)} of {len(rewritten)} pages the same")
    print(f"doubts             {len(doubts)}; repairs {len(_told(read, REPAIR))}")
    for one in found:
        for kind, said in (("not read", one.error), ("differs", one.differs), ("template", one.template)):
            if said:
                print(f"  {kind:9} {one.name}: {said}")
        for heading in one.lost:
            print(f"  lost      {one.name}: {heading[:100]}")
    for line in (*doubts, *_told(read, REPAIR)):
        print(f"  {line}")


def _told(pages: list[Checked], kind: str) -> list[str]:
    return [f"{one.name}: {warning}" for one in pages for warning in one.warnings if warning.startswith(kind)]


def _median(pages: list[Checked]) -> float:
    return statistics.median(one.seconds for one in pages)


if __name__ == "__main__":
    main()
