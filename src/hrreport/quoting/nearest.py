"""The passage that comes nearest to a quotation, with the differences word by word.

First a window of the quotation's length is moved over the report, and the few places are kept where it
holds most of the quotation: rare words count for more than common ones, and pairs of neighbors for half
as much again. Then the two are aligned there, and set side by side. Both take time near the lengths of the texts.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING

from hrreport.model.quotation import Nearest, QuotedWord
from hrreport.quoting.quotation import Bracket, PatchedWord, tokens_of, word_begins
from hrreport.quoting.quotation_index import read_page
from hrreport.quoting.quotation_words import is_content_word, is_word, root
from hrreport.text.subsequence import common_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from hrreport.model.quotation import Mark
    from hrreport.quoting.quotation import Element, QuotedToken
    from hrreport.quoting.quotation_index import QuotationIndex
    from hrreport.text.subsequence import Pair

_LEAST_WEIGHT = 0.5
"""A passage with less than this share of the quotation's weight is no answer ..."""
_LEAST_WORDS = 2 / 3
"""... unless it has this share of its words."""
_LEAST_RUN, _LEAST_RUN_SHARE = 6, 0.25
"""... or has so many words, and this share of its words, one after the other."""
_SHORT = 5
"""A quotation with so few content words is near only where it has all of them but one ..."""
_SHORTEST = 2
"""... and one with so few only where it has all of them."""
_LEAST_LOOSELY = 0.6
"""A sentence that has this share of the quotation's weight in any order is the nearest where nothing else is."""
_WINDOWS = 5
"""So many windows are aligned, and the best of them is taken."""
_SLACK = 3
"""Words of the report beyond the quotation's length that an alignment may use at either end."""
_MATCHED, _SKIPPED = 0.01, 0.03
"""What any pair gains beside its weight, and what a skipped word of the report costs."""
_MOST_CHANGED_AT_AN_END = 3
"""So many words before the first word in common, or after the last, are set beside those of the report."""


def nearest_to(index: QuotationIndex, elements: Sequence[Element]) -> Nearest | None:
    """Return the passage that comes nearest to a quotation without omissions; ``None`` if nothing does.

    Capitals are not regarded where more words are the same without them; where none is near in the same
    order of words, the sentence is taken that has most of them.
    """
    tokens = list(tokens_of(elements))
    quoted = [token.word for token in tokens]
    folded = [word.casefold() for word in quoted]
    near = _closely(index, index.words, tokens, quoted)
    if near is None or near.likeness < 1:
        other = _closely(index, index.folded, tokens, folded)
        near = other if other and (near is None or other.likeness > near.likeness) else near
    return near or _loosely(index, tokens, folded)


def _closely(
    index: QuotationIndex, words: Sequence[str], tokens: Sequence[QuotedToken], quoted: Sequence[str]
) -> Nearest | None:
    """Return the passage that has most of the quotation in the same order.

    The words of the report and the `quoted` ones are those of `index` and `tokens`, as they are compared.
    """
    weights = _weights(words, quoted)
    room = len(quoted) // 2 + _SLACK
    ends = _promising(words, quoted, weights)
    aligned = [_aligned(words, quoted, weights, (end - len(quoted) - room, end + room)) for end in ends]
    gain, pairs = max(aligned, key=lambda found: found[0], default=(0.0, []))
    if not gain:
        return None
    (lead, first), (tail, last) = pairs[0], pairs[-1]
    closely = (first - lead - _SLACK, last + len(quoted) - tail + _SLACK)
    _, pairs = _aligned(words, quoted, weights, closely)
    shared = {i for i, _ in pairs}
    counting = [i for i, word in enumerate(quoted) if is_word(word)]
    same = sum(i in shared for i in counting) / len(counting)
    total = sum(weights[quoted[i]] for i in counting)
    weight = sum(weights[quoted[i]] for i in counting if i in shared) / total
    run = _longest_run(pairs, quoted)
    if not _has_content(quoted, {quoted[i] for i in shared}):
        return None
    if weight >= _LEAST_WEIGHT or same >= _LEAST_WORDS or run >= max(_LEAST_RUN, len(counting) * _LEAST_RUN_SHARE):
        return _described(index, tokens, pairs, same)
    return None


def _has_content(quoted: Sequence[str], shared: Collection[str]) -> bool:
    """Return whether shared words are enough content words of a quotation: of a short one, nearly all."""
    content = [word for word in quoted if is_content_word(word)] or [word for word in quoted if is_word(word)]
    missing = sum(word not in shared for word in content)
    return len(content) > _SHORT or missing <= (len(content) > _SHORTEST)


def _longest_run(pairs: Sequence[Pair], quoted: Sequence[str]) -> int:
    """Return how many words the longest stretch has that both texts have without a difference."""
    longest = here = 0
    before = (-2, -2)
    for i, j in pairs:
        here = here * ((i - 1, j - 1) == before) + is_word(quoted[i])
        longest, before = max(longest, here), (i, j)
    return longest


def _loosely(index: QuotationIndex, tokens: Sequence[QuotedToken], quoted: Sequence[str]) -> Nearest | None:
    """Return the sentence that has most of the quotation's words, or of words like them, in any order."""
    weights = _weights(index.folded, quoted)
    words = [word for word in quoted if is_word(word)]
    roots = dict.fromkeys(map(root, words), 0.0)
    for word in words:
        roots[root(word)] += weights[word]
    best, bounds = 0.0, (0, 0)
    for begin, end in index.sentences():
        share = sum(roots[one] for one in {root(word) for word in index.folded[begin:end]} & roots.keys())
        if share > best:
            best, bounds = share, (begin, end)
    if best < sum(roots.values()) * _LEAST_LOOSELY:
        return None
    begin, end = bounds
    there = {root(word) for word in index.folded[begin:end]}
    if not _has_content(quoted, {word for word in words if root(word) in there}):
        return None
    pairs = [(i, begin + j) for i, j in common_words(quoted, index.folded[begin:end])]
    same = sum(is_word(quoted[i]) for i, _ in pairs) / len(words)
    return _side_by_side(index, tokens, pairs, bounds, same, close=False) if pairs else None


def _aligned(
    words: Sequence[str], quoted: Sequence[str], weights: Mapping[str, float], window: tuple[int, int]
) -> tuple[float, list[Pair]]:
    """Return the words in common with a window of the report, and what they gain."""
    begin, end = max(0, window[0]), window[1]
    pairs = [(i, begin + j) for i, j in common_words(quoted, words[begin:end])]
    _close_up(pairs, quoted, words, range(1, len(pairs)), -1)
    _close_up(pairs, quoted, words, range(len(pairs) - 2, -1, -1), 1)
    return _dense(pairs, quoted, weights)


def _close_up(pairs: list[Pair], quoted: Sequence[str], words: Sequence[str], order: Iterable[int], side: int) -> None:
    """Move each pair to the same word right beside its neighbor on one side, where the report has it there too."""
    for n in order:
        (i, j), (beside_i, beside_j) = pairs[n], pairs[n + side]
        closer = beside_j + i - beside_i
        if (closer - j) * side > 0 and words[closer] == quoted[i]:
            pairs[n] = (i, closer)


def _weights(words: Sequence[str], quoted: Sequence[str]) -> dict[str, float]:
    """Return what each word counts for: a mark nothing, a word the less the commoner it is."""
    asked = set(quoted)
    counts = Counter(word for word in words if word in asked)
    return {word: 1 / (1 + log2(1 + counts[word])) if is_word(word) else 0.0 for word in asked}


def _promising(words: Sequence[str], quoted: Sequence[str], weights: Mapping[str, float]) -> list[int]:
    """Return where the best windows end, best first: of each stretch of the report the best, and of these a few."""
    length = min(len(quoted), len(words))
    needed, neighbors = Counter(quoted), set(pairwise(quoted))
    inside: Counter[str] = Counter()
    bonus = [0.0, *(weights[b] / 2 if (a, b) in neighbors else 0.0 for a, b in pairwise(words))]
    score = 0.0
    best: dict[int, tuple[float, int]] = {}
    for n, word in enumerate(words):
        if word in needed:
            inside[word] += 1
            if inside[word] <= needed[word]:
                score += weights[word]
        score += bonus[n]
        if n >= length:
            gone = words[n - length]
            if gone in needed:
                if inside[gone] <= needed[gone]:
                    score -= weights[gone]
                inside[gone] -= 1
            score -= bonus[n - length + 1]
        stretch = n // (length + _SLACK)
        if score > best.get(stretch, (1e-6, 0))[0]:
            best[stretch] = (score, n + 1)
    return [end for _, end in sorted(best.values(), reverse=True)[:_WINDOWS]]


def _dense(pairs: Sequence[Pair], quoted: Sequence[str], weights: Mapping[str, float]) -> tuple[float, list[Pair]]:
    """Return the run of pairs that gains most when skipped words of the report cost a little, and its gain."""
    best = total = 0.0
    first = best_first = best_last = 0
    for n, (i, j) in enumerate(pairs):
        if n:
            before_i, before_j = pairs[n - 1]
            total -= _SKIPPED * max(0, (j - before_j) - (i - before_i))
        if total <= 0:
            first, total = n, 0.0
        total += weights[quoted[i]] + _MATCHED
        if total > best:
            best, best_first, best_last = total, first, n + 1
    return best, list(pairs[best_first:best_last])


def _described(index: QuotationIndex, tokens: Sequence[QuotedToken], pairs: Sequence[Pair], same: float) -> Nearest:
    (lead, first), (tail, last) = pairs[0], pairs[-1]
    unit = index.units[index.unit_at(first)]
    begin = max(unit.first, first - (lead if lead <= _MOST_CHANGED_AT_AN_END else 0))
    after = index.unit_at(last) + 1
    unit_end = index.units[after].first if after < len(index.units) else len(index.words)
    rest = len(tokens) - 1 - tail
    end = min(unit_end, last + 1 + (rest if rest <= _MOST_CHANGED_AT_AN_END else 0))
    return _side_by_side(index, tokens, pairs, (begin, end), same)


def _side_by_side(
    index: QuotationIndex,
    tokens: Sequence[QuotedToken],
    pairs: Sequence[Pair],
    bounds: tuple[int, int],
    same: float,
    *,
    close: bool = True,
) -> Nearest:
    """Return the words of the report between two numbers, beside those of the quotation."""
    begin, end = bounds
    page = read_page(index, begin, end - 1)
    begins = word_begins(page.text, page.spans)
    a, b = begin - page.first, end - page.first
    ends = [*begins[1:], len(page.text)]
    printed = [page.text[x:y] for x, y in zip(begins[a:b], ends[a:b], strict=True)]
    words = _compared(tokens, printed, index.words[begin:end], [(i, j - begin) for i, j in pairs])
    sentences = range(page.sentence_at(page.spans[a][0]), page.sentence_at(page.spans[b - 1][1] - 1) + 1)
    return Nearest(tuple(page.sentences[n][1] for n in sentences), tuple(words), same, close)


def _compared(
    tokens: Sequence[QuotedToken], printed: Sequence[str], forms: Sequence[str], pairs: Sequence[Pair]
) -> Iterator[QuotedWord]:
    """Yield quotation and passage side by side."""
    i = j = 0
    for k, m in [*pairs, (len(tokens), len(printed))]:
        yield from _differing(tokens[i:k], printed[j:m], forms[j:m])
        if k < len(tokens) and tokens[k].word == forms[m]:
            yield QuotedWord("same", tokens[k].text, printed[m])
        elif k < len(tokens):
            yield from _differing([tokens[k]], [printed[m]], [forms[m]])
        i, j = k + 1, m + 1


def _differing(tokens: Sequence[QuotedToken], printed: Sequence[str], forms: Sequence[str]) -> Iterator[QuotedWord]:
    """Yield words that are not the same: words beside words, marks beside marks, a bracket beside the rest."""
    at = 0
    outside = sum(not isinstance(token.element, Bracket) for token in tokens)
    for token in tokens:
        if isinstance(token.element, Bracket):
            end = max(at, len(printed) - outside)
            yield QuotedWord("bracketed", token.text, "".join(printed[at:end]))
            at = end
            continue
        outside -= 1
        if at < len(printed) and is_word(forms[at]) == is_word(token.word):
            fits = isinstance(token.element, PatchedWord) and token.element.pattern.fullmatch(forms[at])
            mark: Mark = "bracketed" if fits else "changed"
            yield QuotedWord(mark, token.text, printed[at])
            at += 1
        else:
            yield QuotedWord("added", token.text, "")
    for text in printed[at:]:
        yield QuotedWord("missing", "", text)
