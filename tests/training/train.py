"""Train the models from a folder of label files and a mirror, and write their weights into the package.

python tests/training/train.py LABELS MIRROR
"""

from __future__ import annotations

import sys
from pathlib import Path

from fitting import fit_expected, fit_models
from labels import read_labels
from marks import read_marked

from hrreport.analysis.linear import encode

WEIGHTS = Path(__file__).parents[2] / "src" / "hrreport" / "data" / "weights"


def main(labels: str, mirror: str) -> None:
    reports = read_labels(Path(labels))
    models = fit_models(reports, read_marked(Path(mirror)))
    for name, model in zip(models._fields, models, strict=True):
        (WEIGHTS / f"{name}.json").write_text(encode(model), encoding="utf-8")
        sys.stdout.write(f"{name}: {len(model.weights)} features\n")
    wanted = fit_expected(reports)
    rows = [f"{word},{share},{rate}" for word, (share, rate) in sorted(wanted.words.items())]
    rows += [f"{' '.join(pair)},{share}," for pair, share in sorted(wanted.pairs.items())]
    (WEIGHTS / "running.csv").write_text("\n".join(["words,share,rate", *rows, ""]), encoding="utf-8")
    sys.stdout.write(f"running: {len(rows)} words and pairs\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
