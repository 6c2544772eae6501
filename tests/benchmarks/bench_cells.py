"""Measure the cells of a table of many countries against reports whose headings were read by hand.

    python -m tests.benchmarks.bench_cells LABELS MIRROR LIBRARY

LIBRARY keeps what is read from MIRROR. LABELS is a folder of labeled reports: for every heading its path and the
assessment of its own text. What a topic's headings are is decided here by their words, not by the program's outlines.
A cell is right where report and label agree on whether there is a heading, and on what it comes to: abuses, none, or
not addressed.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from hrreport import Reports, Settings
from hrreport.comparison.topic_readings import TopicReader

HEADINGS: dict[str, str] = {
    "killings": r"arbitrary deprivation of life|extrajudicial killings",
    "disappearance": r"disappearance$",
    "torture": r"^[ac]\. torture",
    "prisons": r"^prison and detention",
    "arbitrary-arrest": r"arbitrary arrest or detention|prolonged detention without",
    "fair-trial": r"denial of fair public trial",
    "political-prisoners": r"^political prisoners",
    "transnational-repression": r"transnational repression",
    "property": r"^property|seizure and restitution",
    "privacy": r"interference with privacy",
    "conflict-abuses": r"conflict-related abuses",
    "expression": r"freedom of expression|freedom of the press",
    "assembly": r"peaceful assembly and|freedom of peaceful assembly",
    "association": r"freedoms of peaceful assembly and association|^freedom of association$",
    "religion": r"freedom of religion|religious freedom",
    "movement": r"freedom of movement",
    "displaced-persons": r"internally displaced",
    "refugees": r"protection (of|to) refugees",
    "stateless-persons": r"stateless persons$",
    "political-participation": r"participate in the political process",
    "corruption": r"corruption in government",
    "monitoring": r"governmental posture|governmental attitude",
    "women": r"^women$|population control",
    "racial-ethnic": r"violence and discrimination against members of racial|racial or ethnic|systemic racial",
    "indigenous": r"^indigenous",
    "children": r"^children$|protection of children",
    "antisemitism": r"antisemiti|anti-semiti",
    "trafficking": r"^(e\. )?trafficking in persons",
    "lgbtqi": r"sexual orientation|criminalization of|lgbt",
    "disability": r"persons with disabilities",
    "worker-rights": r"^section 7\. worker|^b\. worker rights",
}
"""Words of the headings that stand for each topic in the editions of 2023 and 2024."""
GRAVITY = ("no text", "not-addressed", "none-reported", "abuses-reported")


def main(labels: Path, mirror: str, library: str) -> None:
    """Print how many cells are right, and each that is wrong."""
    reports = Reports(Settings(mirror=mirror, library=library))
    right = total = 0
    for file in sorted(labels.glob("202[34]-*.json")):
        label = json.loads(file.read_text(encoding="utf-8"))
        read = reports.read(label["country"], label["year"])
        reader = TopicReader(read.report, read.analysis)
        for topic, words in HEADINGS.items():
            expected, found = labeled(label["nodes"], words), told(reader, topic)
            total += 1
            right += expected == found
            if expected != found:
                print(f"{file.stem} {topic}: {found}, labeled {expected}")
    print(f"{right} of {total} cells right ({right / total:.3f})")


def labeled(nodes: list[dict[str, object]], words: str) -> str:
    """Return what a topic comes to by hand: the gravest of its headings and all below them."""
    looked_for = re.compile(words, re.IGNORECASE)
    below = [node for node in nodes if any(looked_for.search(str(heading)) for heading in node["path"])]  # type: ignore[attr-defined]
    if not below:
        return "no heading"
    return max((str(node["assessment"] or "no text") for node in below), key=GRAVITY.index)


def told(reader: TopicReader, topic: str) -> str:
    """Return what a cell shows."""
    cell = reader.read((topic,))
    if cell.standing not in ("own", "narrower"):
        return "no heading"
    return cell.assessment.value if cell.assessment else "no text"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
