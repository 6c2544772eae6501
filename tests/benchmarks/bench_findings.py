"""Measure findings and summaries against simple baselines, and print one dated table.

    python tests/benchmarks/bench_findings.py LABELS MIRROR [--shipped]

Needs ``pip install hrreport[benchmarks]``. LABELS is a folder of labelled reports, MIRROR one of the
sites, with the pages that were marked. Each report is judged by models that have not seen it nor
another edition of its country; ``--shipped`` judges by the models that come with hrreport instead,
which have seen them all. Running summaries need no labels, so they are also measured on the marked
reports whose executive summary has today's form.

Required: kinds 0.80, key findings 0.68, sources 0.85, figures 0.92, assessed 0.95, extent 0.80, issues
linked 0.95, evidence 0.80; running summary at the executive summary's own length ROUGE-1/2/L 42/16/25;
the analysis of the longest report in a fifteenth of the time that LexRank takes on its sentences.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from evaluate import Tally, measure
from fitting import country, executive_summary, fit_expected, fit_models
from labels import read_labels
from marks import read_marked
from rouge_score import rouge_scorer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from hrreport.analysis.brief import is_summary
from hrreport.analysis.keys import budget
from hrreport.analysis.linear import shipped
from hrreport.analysis.reports import analyse_report, analyse_with
from hrreport.analysis.running import expected, running_with

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from labels import Labelled

    from hrreport.analysis.linear import Models
    from hrreport.analysis.running import Expected

    Judges = dict[str, tuple[Models, Expected]]
    """By country, what its reports are judged by."""

MEASURES = ("rouge1", "rouge2", "rougeL")
FORMED = 2022
"""Since this edition executive summaries are lists of issues between two sentences of fixed form."""


class Words:
    """A tokenizer without downloads, for the baselines."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(text.lower().split())

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return (text,)


def sentences(one: Labelled) -> list[tuple[str, int, dict[str, Any]]]:
    """Every labelled sentence with its section and place."""
    return [(section, i, s) for section, node in one.nodes.items() for i, s in enumerate(node["sentences"])]


def ranks(summarizer: Any, texts: Sequence[str]) -> list[float]:
    """Ratings of sentences by a summarizer of sumy, over the whole report."""
    tokens = Words()
    document = ObjectDocumentModel([Paragraph([Sentence(text, tokens) for text in texts])])
    rated = summarizer.rate_sentences(document) if hasattr(summarizer, "rate_sentences") else {}
    if not rated:
        chosen = summarizer(document, len(texts) // 4)
        wanted = {str(s) for s in chosen}
        return [float(text in wanted) for text in texts]
    return [float(rated[s]) for s in document.sentences]


def key_f1(reports: Sequence[Labelled], score: Callable[[Labelled], Sequence[float]]) -> float:
    """F1 of key findings chosen by a score within the same budget."""
    hit = got = want = 0
    for one in reports:
        rows, scores = sentences(one), score(one)
        for section in one.nodes:
            mine = [k for k, row in enumerate(rows) if row[0] == section]
            chosen = sorted(mine, key=lambda k: -scores[k])[: budget(len(mine))]
            hit += sum(rows[k][2]["key"] for k in chosen)
            got += len(chosen)
            want += sum(rows[k][2]["key"] for k in mine)
    return 2 * hit / (got + want)


def bag_of_words(reports: Sequence[Labelled]) -> tuple[float, float]:
    """Macro F1 of kinds, and F1 of key findings, by a plain model of word n-grams."""
    truth: list[str] = []
    given: list[str] = []
    scores: dict[str, list[float]] = {}
    for here in sorted({country(one) for one in reports}):
        seen = [s for one in reports if country(one) != here for _, _, s in sentences(one)]
        vectorizer = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
        matrix = vectorizer.fit_transform([s["text"] for s in seen])
        kinds = LogisticRegression(C=10, class_weight="balanced", max_iter=500).fit(matrix, [s["kind"] for s in seen])
        keys = LogisticRegression(C=3, class_weight="balanced", max_iter=500).fit(matrix, [s["key"] for s in seen])
        for one in (one for one in reports if country(one) == here):
            rows = vectorizer.transform([s["text"] for _, _, s in sentences(one)])
            truth += [s["kind"] for _, _, s in sentences(one)]
            given += list(kinds.predict(rows))
            scores[one.name] = list(keys.predict_proba(rows)[:, 1])
    tally = Tally()
    tally.confusion.update(zip(truth, given, strict=True))
    macro = statistics.mean(tally.kinds().values())
    return macro, key_f1(reports, lambda one: scores[one.name])


def first_sentences(one: Labelled, words: int) -> str:
    """The first sentence of each section of the body, in order, up to a length."""
    taken: list[str] = []
    for section in one.report.walk():
        if section.paragraphs and not is_summary(section):
            taken += section.paragraphs[0].sentences[0].split()
    return " ".join(taken[:words])


def leading(one: Labelled, words: int) -> str:
    """The first words of the body."""
    body = [p.text for s in one.report.walk() if not is_summary(s) for p in s.paragraphs]
    return " ".join(" ".join(body).split()[:words])


def lexrank(one: Labelled, words: int) -> str:
    """The best sentences of the body by LexRank, in order, up to a length."""
    texts = [t for s in one.report.walk() if not is_summary(s) for p in s.paragraphs for t in p.sentences]
    scores = ranks(LexRankSummarizer(), texts)
    chosen: list[int] = []
    for k in sorted(range(len(texts)), key=lambda k: -scores[k]):
        if sum(len(texts[c].split()) for c in chosen) + len(texts[k].split()) <= words:
            chosen.append(k)
    return " ".join(texts[k] for k in sorted(chosen))


def rouge(reports: Sequence[Labelled], summarize: Callable[[Labelled, int], str]) -> list[float]:
    """Mean ROUGE-1/2/L F1 against the executive summaries, at their own length."""
    scorer = rouge_scorer.RougeScorer(MEASURES, use_stemmer=True)
    rows = []
    for one in reports:
        reference = executive_summary(one)
        found = scorer.score(reference, summarize(one, len(reference.split())))
        rows.append([100 * found[m].fmeasure for m in MEASURES])
    return [statistics.mean(column) for column in zip(*rows, strict=True)]


def speed(reports: Sequence[Labelled]) -> tuple[float, float]:
    """Seconds of the processor for the analysis and for LexRank on the longest report, the best of three."""
    longest = max(reports, key=lambda one: len(sentences(one)))
    texts = [s["text"] for _, _, s in sentences(longest)]

    def best(work: Callable[[], object]) -> float:
        taken = []
        for _ in range(3):
            begun = time.process_time()
            work()
            taken.append(time.process_time() - begun)
        return min(taken)

    return best(lambda: analyse_report(longest.report)), best(lambda: ranks(LexRankSummarizer(), texts))


def fitted(reports: Sequence[Labelled], marked: Sequence[Labelled], *, as_shipped: bool) -> Judges:
    """The models by which the reports on each country are judged."""
    if as_shipped:
        return {country(one): (shipped(), expected()) for one in reports}
    found = {}
    for here in sorted({country(one) for one in reports}):
        others, more = ([one for one in these if country(one) != here] for these in (reports, marked))
        found[here] = (fit_models(others, more), fit_expected(others))
    return found


def print_findings(reports: Sequence[Labelled], judges: Judges) -> None:
    """Print what is measured by the labels, beside simple baselines."""
    total = Tally()
    for one in reports:
        measure(one, judges[country(one)][0], total)
    texts = {one.name: [s["text"] for _, _, s in sentences(one)] for one in reports}
    bag_kinds, bag_keys = bag_of_words(reports)
    kinds = total.kinds()
    print("| measure | hrreport | required | bag of words | leading | LexRank | TextRank |")
    print("|---|---|---|---|---|---|---|")
    print(f"| kinds, macro F1 | {statistics.mean(kinds.values()):.3f} | 0.80 | {bag_kinds:.3f} | | | |")
    lead = key_f1(reports, lambda one: [-float(i) for _, i, _ in sentences(one)])
    lex = key_f1(reports, lambda one: ranks(LexRankSummarizer(), texts[one.name]))
    rank = key_f1(reports, lambda one: ranks(TextRankSummarizer(), texts[one.name]))
    print(f"| key findings, F1 | {total.f1('key'):.3f} | 0.68 | {bag_keys:.3f} | {lead:.3f} | {lex:.3f} | {rank:.3f} |")
    for what, required in (("sources", 0.85), ("figures", 0.92)):
        print(f"| {what}, F1 | {total.f1(what):.3f} | {required:.2f} | | | | |")
    for what, required in (("assessed", 0.95), ("extent", 0.80), ("issues", 0.95), ("evidence", 0.80)):
        print(f"| {what} | {total.rate(what):.3f} | {required:.2f} | | | | |")
    print(f"\nkinds: {', '.join(f'{kind} {score:.2f}' for kind, score in kinds.items())}\n")


def print_summaries(reports: Sequence[Labelled], more: Sequence[Labelled], judges: Judges) -> None:
    """Print how near summaries come to the executive summaries of the reports, and of these with more."""

    def ours(one: Labelled, words: int) -> str:
        models, wanted = judges[country(one)]
        summary = running_with(one.report, analyse_with(one.report, models), words, wanted)
        return " ".join(f.text for f in summary.sentences)

    every = [*reports, *more]
    print(f"| running summary | ROUGE-1/2/L, {len(reports)} reports | {len(every)} reports |")
    print("|---|---|---|")
    for name, summarize in (
        ("hrreport", ours), ("first sentences", first_sentences), ("leading", leading), ("LexRank", lexrank),
    ):  # fmt: skip
        rows = ["/".join(f"{value:.1f}" for value in rouge(over, summarize)) for over in (reports, every)]
        print(f"| {name} | {' | '.join(rows)} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("mirror", type=Path)
    parser.add_argument("--shipped", action="store_true")
    options = parser.parse_args()
    reports, marked = read_labels(options.labels), read_marked(options.mirror)
    judges = fitted(reports, marked, as_shipped=options.shipped)
    how = "models as shipped" if options.shipped else "by models that have not seen the country"
    count = sum(len(sentences(one)) for one in reports)
    print(f"{datetime.now(UTC):%Y-%m-%d}, {len(reports)} reports, {count} sentences, {how}\n")
    print_findings(reports, judges)
    print_summaries(reports, [one for one in marked if one.report.id.year >= FORMED], judges)
    ours, theirs = speed(reports)
    print(f"\nlongest report: analysis {ours:.3f} s, LexRank {theirs:.2f} s, ratio 1 : {theirs / ours:.0f}")


if __name__ == "__main__":
    main()
