"""How long the script of an HTML report runs in Chromium: to open it, and to search it.

Run it by hand: ``python -m tests.benchmarks.bench_reader FILE.html``, with what ``hrreport export
--format html`` wrote of a whole report.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROUNDS = 5
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu"]
SEARCHES = ("the", "prison conditions", "reported that")
SEARCH = """(words) => {
    const find = document.querySelector("#_find");
    find.value = words;
    const begun = performance.now();
    find.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    return performance.now() - begun;
}"""


def measure(file: Path) -> dict[str, list[float]]:
    """Milliseconds of script: until the page stands, and for each search."""
    taken: dict[str, list[float]] = {"open": []}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for _ in range(ROUNDS):
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable")
            page.goto(file.resolve().as_uri())
            metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
            taken["open"].append(metrics["ScriptDuration"] * 1000)
            for words in SEARCHES:
                taken.setdefault(f"search {words}", []).append(page.evaluate(SEARCH, words))
            page.close()
        browser.close()
    return taken


def main() -> None:
    """Print the median and the worst of every measure."""
    file = Path(sys.argv[1])
    print(f"{file.name}: {file.stat().st_size / 1000:,.0f} kB, script time in ms, median and worst of {ROUNDS}")
    for what, times in measure(file).items():
        print(f"{what:24} {statistics.median(times):8.1f} {max(times):8.1f}")


if __name__ == "__main__":
    main()
