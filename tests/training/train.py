"""Count what executive summaries speak of, and write it into the package for the running summary.

python -m tests.training.train LABELS
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.training.fitting import fit_expected
from tests.training.labels import read_labels

WEIGHTS = Path(__file__).parents[2] / "src" / "hrreport" / "data" / "weights"


def main(labels: str) -> None:
    wanted = fit_expected(read_labels(Path(labels)))
    rows = [f"{word},{share},{rate}" for word, (share, rate) in sorted(wanted.words.items())]
    rows += [f"{' '.join(pair)},{share}," for pair, share in sorted(wanted.pairs.items())]
    (WEIGHTS / "running.csv").write_text("\n".join(["words,share,rate", *rows, ""]), encoding="utf-8")
    sys.stdout.write(f"running: {len(rows)} words and pairs\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
