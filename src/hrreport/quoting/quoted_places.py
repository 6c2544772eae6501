"""Turn a match into a quoted place: sentences, quoted words, gaps, alterations, caveats."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrreport.model.quotation import Alteration, LeftOutWords, QuotedPart, QuotedSpan
from hrreport.quoting.caveats import caveats_near
from hrreport.quoting.matching import MOST_REPLACED
from hrreport.quoting.quotation import Bracket, Omission, PatchedWord, WordRun, run_of
from hrreport.quoting.quotation_index import read_page
from hrreport.quoting.quotation_words import alike, is_word, spans_of, words_of
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrreport.model.quotation import Role
    from hrreport.quoting.matching import TextMatch
    from hrreport.quoting.quotation import Element
    from hrreport.quoting.quotation_index import IndexedPage, QuotationIndex


@dataclass(frozen=True, slots=True)
class QuotedCharacters:
    """The characters of a page that one element of a quotation stands for."""

    element: Element | None
    """``None`` for the rest of the sentence, before or after the quotation."""
    begin: int
    end: int

    @property
    def role(self) -> Role:
        """Return the role of the words in the quotation."""
        if self.element is None:
            return "around"
        if isinstance(self.element, WordRun):
            return "quoted"
        return "left-out" if isinstance(self.element, Omission) else "replaced"


def place_of(
    index: QuotationIndex,
    elements: Sequence[Element],
    match: TextMatch,
    opening: Bracket | None,
    closing: Bracket | None,
) -> QuotedSpan | None:
    """Return the place of a match; ``None`` where a bracket would hide that the report prints another one there.

    A bracket before the elements that were matched stands for the beginning of the sentence; of one after them it is
    not known what it stands for.
    """
    page = read_page(index, match.first, match.last)
    cuts = _cuts(page, elements, match)
    if opening and (printed := _printed(index, page, opening, match.first - len(words_of(opening.text)))):
        cuts.insert(0, printed)
        opening = None
    if closing and (printed := _printed(index, page, closing, match.last + 1)):
        cuts.append(printed)
        closing = None
    cuts = _with_marks(page, cuts)
    begin, end = cuts[0].begin, cuts[-1].end
    start = page.sentences[page.sentence_at(begin)][0]
    lead = QuotedCharacters(None, start, begin)
    if opening and 0 < len(words_of(page.text[start:begin])) <= MOST_REPLACED:
        lead = QuotedCharacters(opening, start, begin)
    elif opening:
        cuts.insert(0, QuotedCharacters(opening, begin, begin))
    if closing:
        cuts.append(QuotedCharacters(closing, end, end))
    cuts = [lead, *cuts, QuotedCharacters(None, end, page.sentence_end(page.sentence_at(end - 1)))]
    if any(_hides(page, cut) for cut in cuts):
        return None
    sentences = _sentences(page, cuts)
    return QuotedSpan(
        locators=tuple(page.sentences[n][1] for n in sentences),
        stretches=_stretches(page, cuts),
        gaps=tuple(_gaps(page, cuts)),
        alterations=tuple(_alterations(page, cuts)),
        caveats=caveats_near(page, [(cut.role, cut.begin, cut.end) for cut in cuts], set(sentences)),
        marks_differ=any(_marks_differ(page, cut) for cut in cuts),
    )


def _cuts(page: IndexedPage, elements: Sequence[Element], match: TextMatch) -> list[QuotedCharacters]:
    cuts: list[QuotedCharacters] = []
    for element, a, b in zip(elements, match.bounds, match.bounds[1:], strict=False):
        if b > a:
            cuts.append(QuotedCharacters(element, page.spans[a - page.first][0], page.spans[b - 1 - page.first][1]))
        else:
            cuts.append(QuotedCharacters(element, cuts[-1].end, cuts[-1].end))
    return cuts


def _printed(index: QuotationIndex, page: IndexedPage, bracket: Bracket, first: int) -> QuotedCharacters | None:
    """Return the cut of a bracket that the report prints itself, from a word on; ``None`` where it does not."""
    run = run_of(bracket.text)
    a, b = first - page.first, first - page.first + len(run.words)
    if a < 0 or b > len(page.spans) or tuple(index.words[first : first + len(run.words)]) != run.words:
        return None
    return QuotedCharacters(run, page.spans[a][0], page.spans[b - 1][1])


def _hides(page: IndexedPage, cut: QuotedCharacters) -> bool:
    """Return whether a bracket stands for one that the report prints, and not for all of it and nothing else."""
    if not isinstance(cut.element, Bracket):
        return False
    found = words_of(page.text[cut.begin : cut.end])
    return not {"[", "]"}.isdisjoint(found) and found != words_of(cut.element.text)


def _with_marks(page: IndexedPage, cuts: list[QuotedCharacters]) -> list[QuotedCharacters]:
    """Return the cuts widened by the quotation mark, right outside, that closes or opens one within."""
    marks = alike(page.text)
    begin, end = cuts[0].begin, cuts[-1].end
    if marks.count('"', begin, end) % 2:
        if marks[end : end + 1] == '"':
            cuts[-1] = replace(cuts[-1], end=end + 1)
        elif begin and marks[begin - 1] == '"':
            cuts[0] = replace(cuts[0], begin=begin - 1)
    return cuts


def _sentences(page: IndexedPage, cuts: Sequence[QuotedCharacters]) -> tuple[int, ...]:
    """Return the numbers of the sentences that have quoted words, each once."""
    quoted = (cut for cut in cuts if isinstance(cut.element, WordRun | PatchedWord))
    spans = (range(page.sentence_at(cut.begin), page.sentence_at(cut.end - 1) + 1) for cut in quoted)
    return tuple(dict.fromkeys(n for span in spans for n in span))


def _stretches(page: IndexedPage, cuts: Sequence[QuotedCharacters]) -> tuple[QuotedPart, ...]:
    """Return what the quotation does with every character from the first cut to the last."""
    divided: list[tuple[Role, int]] = []
    for cut in cuts:
        if cut.end > cut.begin and (not divided or divided[-1][0] != cut.role):
            divided.append((cut.role, cut.begin))
    ends = [begin for _, begin in divided[1:]] + [cuts[-1].end]
    return tuple(QuotedPart(role, page.text[a:b]) for (role, a), b in zip(divided, ends, strict=True))


def _gaps(page: IndexedPage, cuts: Sequence[QuotedCharacters]) -> Iterator[LeftOutWords]:
    for before, cut, after in zip(cuts, cuts[1:], cuts[2:], strict=False):
        if cut.role == "left-out":
            text = page.text[cut.begin : cut.end]
            crosses = page.sentence_at(after.begin) - page.sentence_at(max(before.end - 1, before.begin))
            yield LeftOutWords(sum(map(is_word, words_of(text))), text, crosses)


def _alterations(page: IndexedPage, cuts: Sequence[QuotedCharacters]) -> Iterator[Alteration]:
    """Yield what each bracket changes; one that the report prints itself changes nothing."""
    for cut in cuts:
        if not isinstance(cut.element, Bracket | PatchedWord):
            continue
        quoted, printed = cut.element.text, page.text[cut.begin : cut.end].strip()
        inside = cut.element.words if isinstance(cut.element, Bracket) else [cut.element.word]
        found = words_of(printed)
        if found in (inside, words_of(quoted)):
            continue
        if not found:
            yield Alteration("insertion", quoted, "")
        else:
            same = [word.casefold() for word in found] == [word.casefold() for word in inside]
            crosses = page.sentence_at(cut.end - 1) - page.sentence_at(cut.begin)
            yield Alteration("case" if same else "replacement", quoted, printed, crosses)


def _marks_differ(page: IndexedPage, cut: QuotedCharacters) -> bool:
    """Return whether words that are quoted have other quotation marks among them than are printed."""
    if not isinstance(cut.element, WordRun):
        return False
    spans = spans_of(cut.element.text)
    quoted = alike(cut.element.text).count('"', spans[0][0], spans[-1][1])
    printed = alike(page.text[cut.begin : cut.end]).strip('"').count('"')
    return quoted != printed
