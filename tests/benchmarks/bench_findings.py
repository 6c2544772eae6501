"""Measure findings and summaries against simple baselines, and print one dated table.

    python -m tests.benchmarks.bench_findings LABELS MIRROR [MIRROR ...]

Needs ``pip install hrreport[benchmarks]``. Kinds, key findings, assessments and extent are measured on the blocks of
``tests/training/labels/aside.txt.xz``: sections of reports on countries that nothing was learned from, whose words
come from the mirrors. Bag of words is learned from the same labels as the shipped networks, without what
a program marked. LABELS is a folder of whole labeled reports: sources, figures, issues, evidence and running
summaries, which follow rules, are measured on them.

Required: kinds 0.77, key findings 0.64 (0.58 in blocks of seven sentences and more), assessed 0.96, extent 0.85,
sources 0.85, figures 0.92, issues linked 0.95, evidence 0.80; running summary at the executive summary's own length
ROUGE-1/2/L 7/4.5/2 above first sentences; the analysis of the longest report in a fifteenth of the time that LexRank
takes on its sentences.
"""

from __future__ import annotations

import argparse
import statistics
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rouge_score import rouge_scorer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from tests.training.aside import LONG, judge_aside, key_f1, keys_of, kinds_f1, kinds_of, label_of, measure_aside
from tests.training.evaluate import Tally, measure
from tests.training.fit_running import read_summarized
from tests.training.fitting import summary_of
from tests.training.labels import read_labels
from tests.training.places import read_blocks

from hrreport.analysis.executive_summary import is_summary
from hrreport.analysis.key_selection import budget
from hrreport.analysis.network import bundled_models
from hrreport.analysis.report_analysis import analyze_report
from hrreport.analysis.running_summary import running_summary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.training.aside import Kept
    from tests.training.labels import Labelled

    from hrreport.model.report import Report

MEASURES = ("rouge1", "rouge2", "rougeL")
ASIDE = 60
"""So many reports of the countries left out."""


class Words:
    """A tokenizer without downloads, for the baselines."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(text.lower().split())

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return (text,)


def by_scores(scores: Sequence[float]) -> set[int]:
    """The best sentences by a score, within the budget."""
    return set(sorted(range(len(scores)), key=lambda k: -scores[k])[: budget(len(scores))])


def ranks(summarizer: Any, texts: Sequence[str]) -> list[float]:
    """Ratings of sentences by a summarizer of sumy."""
    tokens = Words()
    document = ObjectDocumentModel([Paragraph([Sentence(text, tokens) for text in texts])])
    if len(texts) == 1:
        return [1.0]
    rated = summarizer.rate_sentences(document) if hasattr(summarizer, "rate_sentences") else {}
    if not rated:
        wanted = {str(s) for s in summarizer(document, budget(len(texts)))}
        return [float(text in wanted) for text in texts]
    return [float(rated[s]) for s in document.sentences]


def bag_of_words(kept: Sequence[Kept], mirrors: Sequence[Path]) -> tuple[list[list[str]], list[set[int]]]:
    """Kinds and key findings by a plain model of word n-grams, learned from what readers labeled."""
    aside = {one.block.country for one in kept}
    seen = [said for block, _ in read_blocks("read", mirrors) if block.country not in aside for said in block.said]
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    matrix = vectorizer.fit_transform([said.text for said in seen])
    labels = [label_of(said) for said in seen]
    kinds = LogisticRegression(C=10, class_weight="balanced", max_iter=500).fit(matrix, labels)
    keys = LogisticRegression(C=3, class_weight="balanced", max_iter=500).fit(matrix, [bool(s.key) for s in seen])
    given, chosen = [], []
    for one in kept:
        rows = vectorizer.transform([said.text for said in one.block.said])
        given.append(list(kinds.predict(rows)))
        chosen.append(by_scores(list(keys.predict_proba(rows)[:, 1])))
    return given, chosen


def print_kept(kept: Sequence[Kept], mirrors: Sequence[Path]) -> None:
    """Print what is measured on the blocks kept aside, beside simple baselines."""
    bag_kinds, bag_keys = bag_of_words(kept, mirrors)
    chosen = {
        "hrreport": keys_of(kept),
        "bag of words": bag_keys,
        "first sentences": [by_scores([-float(i) for i in range(len(one.found))]) for one in kept],
        "LexRank": [by_scores(ranks(LexRankSummarizer(), [s.text for s in one.block.said])) for one in kept],
        "TextRank": [by_scores(ranks(TextRankSummarizer(), [s.text for s in one.block.said])) for one in kept],
    }
    print(f"| measure | required | {' | '.join(chosen)} |")
    print(f"|---|---|{'---|' * len(chosen)}")
    mine, bag = kinds_f1(kept, kinds_of(kept)), kinds_f1(kept, bag_kinds)
    macro = f"{statistics.mean(mine.values()):.3f} | {statistics.mean(bag.values()):.3f}"
    print(f"| kinds, macro F1 | 0.77 | {macro} | | | |")
    for what, required, least in (("key findings, F1", 0.64, 1), (f"in blocks of {LONG} and more", 0.58, LONG)):
        cells = " | ".join(f"{key_f1(kept, sets, least):.3f}" for sets in chosen.values())
        print(f"| {what} | {required:.2f} | {cells} |")
    measured = measure_aside(kept)
    for what, required in (("assessed", 0.96), ("extent", 0.85), ("sections that say a thing twice", 0.0)):
        print(f"| {what} | {required:.2f} | {measured[what]:.3f} | | | | |")
    print(f"\nkinds: {', '.join(f'{kind} {score:.2f}' for kind, score in mine.items())}\n")


def first_sentences(report: Report, words: int) -> str:
    """The first sentence of each section of the body, in order, up to a length."""
    taken: list[str] = []
    for section in report.walk():
        if section.paragraphs and not is_summary(section):
            taken += section.paragraphs[0].sentences[0].split()
    return " ".join(taken[:words])


def leading(report: Report, words: int) -> str:
    """The first words of the body."""
    body = [p.text for s in report.walk() if not is_summary(s) for p in s.paragraphs]
    return " ".join(" ".join(body).split()[:words])


def lexrank(report: Report, words: int) -> str:
    """The best sentences of the body by LexRank, in order, up to a length."""
    texts = [t for s in report.walk() if not is_summary(s) for p in s.paragraphs for t in p.sentences]
    scores = ranks(LexRankSummarizer(), texts)
    chosen: list[int] = []
    for k in sorted(range(len(texts)), key=lambda k: -scores[k]):
        if sum(len(texts[c].split()) for c in chosen) + len(texts[k].split()) <= words:
            chosen.append(k)
    return " ".join(texts[k] for k in sorted(chosen))


def running(report: Report, words: int) -> str:
    """The running summary, as it is shipped."""
    return " ".join(f.text for f in running_summary(report, analyze_report(report), words).sentences)


def rouge(reports: Sequence[Report], summarize: Callable[[Report, int], str]) -> list[float]:
    """Mean ROUGE-1/2/L F1 against the executive summaries, at their own length."""
    scorer = rouge_scorer.RougeScorer(MEASURES, use_stemmer=True)
    rows = []
    for report in reports:
        reference = summary_of(report)
        found = scorer.score(reference, summarize(report, len(reference.split())))
        rows.append([100 * found[m].fmeasure for m in MEASURES])
    return [statistics.mean(column) for column in zip(*rows, strict=True)]


def print_rules(reports: Sequence[Labelled]) -> None:
    """Print what is measured on whole labeled reports and follows rules."""
    total = Tally()
    for one in reports:
        measure(one, total)
    print("| measure | hrreport | required |")
    print("|---|---|---|")
    for what, required in (("sources", 0.85), ("figures", 0.92)):
        print(f"| {what}, F1 | {total.f1(what):.3f} | {required:.2f} |")
    for what, required in (("issues", 0.95), ("evidence", 0.80)):
        print(f"| {what} | {total.rate(what):.3f} | {required:.2f} |")
    print()


def print_summaries(reports: Sequence[Report], **others: Callable[[Report, int], str]) -> None:
    """Print how near summaries come to the executive summaries of the reports."""
    print(f"| running summary, {len(reports)} reports | ROUGE-1/2/L |")
    print("|---|---|")
    ways = {"hrreport": running, "first sentences": first_sentences, "leading": leading, **others}
    for name, summarize in ways.items():
        print(f"| {name} | {'/'.join(f'{value:.1f}' for value in rouge(reports, summarize))} |")
    print()


def body(one: Labelled) -> list[str]:
    """Every sentence of a report."""
    return [text for _, paragraph in one.report.passages() for text in paragraph.sentences]


def speed(reports: Sequence[Labelled]) -> tuple[float, float]:
    """Seconds of the processor for the analysis and for LexRank on the longest report, the best of three."""
    longest = max(reports, key=lambda one: len(body(one)))
    texts = body(longest)

    def best(work: Callable[[], object]) -> float:
        taken = []
        for _ in range(3):
            begun = time.process_time()
            work()
            taken.append(time.process_time() - begun)
        return min(taken)

    return best(lambda: analyze_report(longest.report)), best(lambda: ranks(LexRankSummarizer(), texts))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("mirrors", type=Path, nargs="+", metavar="MIRROR")
    options = parser.parse_args()
    kept, reports = judge_aside(options.mirrors, bundled_models()), read_labels(options.labels)
    count, countries = sum(len(one.block.said) for one in kept), len({one.block.country for one in kept})
    print(f"{datetime.now(UTC):%Y-%m-%d}, {len(kept)} blocks of {countries} countries kept aside, {count} sentences\n")
    print_kept(kept, options.mirrors)
    print_rules(reports)
    print_summaries([one.report for one in reports], LexRank=lexrank)
    print_summaries([*islice(read_summarized(options.mirrors, aside=True), ASIDE)])
    ours, theirs = speed(reports)
    print(f"\nlongest report: analysis {ours:.3f} s, LexRank {theirs:.2f} s, ratio 1 : {theirs / ours:.0f}")


if __name__ == "__main__":
    main()
