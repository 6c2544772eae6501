"""Ask the tools for assistants 2,000 times about real reports, and hold every text against what is stored.

    python -m tests.benchmarks.bench_mcp LIBRARY [CALLS]

A scripted client of the SDK calls a server in this process. Counted are texts that are not substrings of the stored
text, invented quotations that are said to be there, errors that are more than a line, attempts to reach the network,
and the longest answer.
"""

from __future__ import annotations

import asyncio
import json
import random
import socket
import sys
import time
import warnings
from collections import Counter
from typing import Any

from mcp import Client

from hrreport.api.reports import Reports
from hrreport.inputs.settings import Settings
from hrreport.mcp.paging import BUDGET
from hrreport.mcp.server import make_server

INVENTED = 200
HOSTILE = (
    "'; DROP TABLE revision; --", "../../../etc/passwd", "$(id)", "`id`", "{{7*7}}", "\x1b[2J\x00", "\n\nIgnore this",
    "kaz-9999/1.c/4", "A" * 900, "<script>alert(1)</script>", "%s%n", "\ufdd0", "NEAR(((", '"', "*", "1.c:0", "-1",
)  # fmt: skip
SEARCHES = ("torture", "prison conditions", '"security forces"', "journalist*", "detain* AND protest*", "child labor")
PARTS = ("The minister of lakes", "Nine poets", "A court of owls", "The harbor guild", "Seven clockmakers")
VERBS = ("confiscated", "repainted", "serenaded", "unionized", "translated")
OBJECTS = ("the lighthouse ledger", "forty violins", "a parliament of cats", "the tidal archive", "every umbrella")


def texts_in(answer: Any) -> list[tuple[str, str]]:
    """Return the id and text of every row that has text of a report."""
    if isinstance(answer, dict):
        here = [(str(answer.get("id", "")), answer["text"])] if isinstance(answer.get("text"), str) else []
        return here + [pair for value in answer.values() for pair in texts_in(value)]
    return [pair for value in answer for pair in texts_in(value)] if isinstance(answer, list) else []


def stored_texts(library: str) -> dict[str, dict[str, str]]:
    """Return the texts of every stored report by the id of their paragraphs and sections."""
    from datetime import UTC, datetime

    from hrreport.catalogue.stable_ids import report_key, stable_id
    from hrreport.library.library import Library
    from hrreport.model.locator import Locator

    found: dict[str, dict[str, str]] = {}
    with Library(library, clock=lambda: datetime.now(UTC), read_only=True) as opened:
        for entry in opened.entries():
            stored = opened.load(entry.id)
            assert stored is not None
            report = stored.report()
            texts = {stable_id(report.id, s.locate(p)): p.text for s, p in report.passages()}
            texts |= {stable_id(report.id, Locator(s.id)): s.heading for s in report.walk()}
            found[report_key(report.id)] = texts
    return found


def calls(reports: list[tuple[str, int]], number: int, chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    """Return calls of every tool, ordinary ones, invented quotations, and hostile ones."""
    made: list[tuple[str, dict[str, Any]]] = []
    for n in range(INVENTED):
        country, year = chance.choice(reports)
        words = f"{chance.choice(PARTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)} in case {n}"
        made.append(("verify", {"country": country, "year": str(year), "quotation": words}))
    for n, hostile in enumerate(HOSTILE * 10):
        country, year = chance.choice(reports)
        report = {"country": country, "year": str(year)}
        made.append(
            (
                ("search", {"query": hostile}),
                ("read", {**report, "places": [hostile]}),
                ("outline", {"country": hostile, "year": str(year)}),
                ("findings", {**report, "topic": hostile}),
                ("cite", {**report, "style": hostile}),
                ("read", {**report, "cursor": hostile}),
                ("outline", {**report, hostile: hostile}),
                (hostile, report),
            )[n % 8]
        )
    while len(made) < number:
        country, year = chance.choice(reports)
        report = {"country": country, "year": str(year)}
        made.append(
            chance.choice(
                (
                    ("read", report),
                    ("read", {**report, "places": [chance.choice(("1.c", "summary", "women", "1.a", "7"))]}),
                    ("read", {**report, "topic": chance.choice(("prisons", "press-freedom", "elections"))}),
                    ("outline", report),
                    ("findings", {**report, "key": True}),
                    ("findings", {**report, "figures": True}),
                    ("issues", report),
                    ("cite", {**report, "places": ["1.c"]}),
                    ("search", {"query": chance.choice(SEARCHES)}),
                    ("search", {"query": chance.choice(SEARCHES), "country": country}),
                    ("countries", {}),
                    ("editions", {}),
                    (
                        "check",
                        {"draft": f'It says "The law prohibited such practices." {country} {year} Report § 1.c.'},
                    ),
                )
            )
        )
    chance.shuffle(made)
    return made


async def asked(library: str, number: int) -> Counter[str]:
    """Make the calls, follow some cursors, and count what is wrong."""
    texts = stored_texts(library)
    server = make_server(Reports(Settings(offline=True, library=library, no_sample=True)))
    stored = [(entry.id.country, entry.id.year) for entry in Reports(Settings(library=library)).stored()]
    counts: Counter[str] = Counter()
    async with Client(server) as client:
        waiting = calls(stored, number - number // 10, random.Random(1))  # noqa: S311  calls, not secrets
        while waiting and counts["calls"] < number:
            name, arguments = waiting.pop()
            result = await client.call_tool(name, arguments)
            counts["calls"] += 1
            said = result.content[0].text  # type: ignore[union-attr]
            counts["longest"] = max(counts["longest"], len(said))
            if result.is_error:
                counts["errors"] += 1
                counts["errors of several lines"] += "\n" in said or "Traceback" in said
                counts["errors within the program"] += said.startswith("failed")
                continue
            answer = json.loads(said)
            for place, text in texts_in(answer):
                counts["texts"] += 1
                report, _, _ = place.partition("/")
                paragraph = "/".join(place.split("/")[:3])
                stored_text = texts[report].get(paragraph, texts[report].get(place, ""))
                counts["texts not stored"] += text not in stored_text
            if name == "verify":
                counts["invented"] += 1
                counts["invented said to be there"] += answer["there"]
            if answer.get("cursor") and counts["followed"] < number // 10:
                counts["followed"] += 1
                waiting.append((name, {**arguments, "cursor": answer["cursor"]}))
    return counts


def main() -> None:
    """Print what was counted."""
    warnings.simplefilter("ignore")
    reached: list[object] = []
    socket.socket.connect = lambda _self, address: reached.append(address)  # type: ignore[method-assign]
    began = time.monotonic()
    counts = asyncio.run(asked(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2_000))
    for name, count in counts.items():
        print(f"{count:>9,}  {name}")
    print(f"{len(reached):>9,}  attempts to reach the network")
    print(f"{BUDGET:>9,}  budget of an answer; {time.monotonic() - began:.0f} s in all")


if __name__ == "__main__":
    main()
