"""Build the tree of sections from headings and text.

A paragraph may begin with a run-in label, which names before a colon what it is about.
"""

from __future__ import annotations

import re
from dataclasses import field
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from hrreport.model.report import Paragraph, Section
from hrreport.parsing.blocks import TABLE_HEAD, part
from hrreport.parsing.headings import Heading
from hrreport.parsing.lines import REPEATED
from hrreport.parsing.outline import inherited_topics, is_known_label
from hrreport.parsing.titles import is_capitals, is_note, is_page_foot, recased
from hrreport.text.sentences import sentence_starts
from hrreport.text.slugs import slug
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.model.report import Link
    from hrreport.parsing.blocks import Block
    from hrreport.parsing.headings import Line
    from hrreport.parsing.outline import Outline

_ENDED = re.compile(r"[.?!:;”’\"')\]]\s*$")
_SENTENCE_ENDED = re.compile(r"[.?!][”’\"')\]]*\s+$")
_PLAIN_LABEL = re.compile(r"([^\W\d_][^:.?!;]{2,140}?)\s*:(?=\s|$)")
_AFTER_LABEL = re.compile(r"\s*[:.–—-]+\s*")
_LONGEST_LABEL = 160
_MOST_WORDS = 18
_ACRONYM = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[\w+]+")


@dataclass(frozen=True, slots=True)
class RunIn:
    """A run-in label, and where the paragraph's own text begins."""

    label: str
    topics: tuple[str, ...]
    end: int


@dataclass(slots=True)
class Node:
    """A section while it is being filled."""

    heading: Heading
    id: str
    anchor: Node | None
    """The numbered or lettered section that it lies in; ``None`` for one itself."""
    children: list[Node] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    numbered: int = 0
    """Paragraphs counted in it so far, where it is numbered or lettered."""
    repeats: str = ""
    """The id that it would have if no section before it had that."""

    @property
    def name(self) -> str:
        """The id that the ids of what lies below it begin with."""
        return self.repeats or self.id

    @property
    def counter(self) -> Node:
        """The node that its paragraphs are counted in."""
        return self.anchor or self


def build_tree(lines: Iterable[Line], outline: Outline) -> list[Node]:
    """Return the sections that lines make, with their paragraphs and the sections below them."""
    builder = _TreeBuilder(outline)
    for line in lines:
        if isinstance(line, Heading):
            builder.open(line)
        else:
            builder.add(line)
    builder.drop_label()
    return builder.top


@dataclass(slots=True)
class _TreeBuilder:
    outline: Outline
    top: list[Node] = field(default_factory=list)
    branch: list[Node] = field(default_factory=list)
    taken: dict[str, Node] = field(default_factory=dict)
    """The sections so far, by id."""
    label: RunIn | None = None
    """A run-in label on a line of its own, waiting for its paragraph."""

    def open(self, heading: Heading) -> None:
        """Begin a section.

        Of two that would have one id, the first keeps it, unless it is empty; what lies below the
        second is named as if it lay below the first.
        """
        self.drop_label()
        while self.branch and self.branch[-1].heading.level >= heading.level:
            self.branch.pop()
        above = self.branch[-1] if self.branch else None
        taken_id = _id(heading, above)
        first = self.taken.get(taken_id)
        node = Node(heading, taken_id, None)
        if first is not None:
            renamed = node if first.paragraphs or first.children else first
            numbered = (f"{taken_id}-{number}" for number in count(2))
            renamed.repeats, renamed.id = taken_id, next(name for name in numbered if name not in self.taken)
            self.taken[renamed.id] = renamed
        self.taken[node.id] = node
        node.anchor = above.counter if above and "/" in node.id else None
        (above.children if above else self.top).append(node)
        self.branch.append(node)

    def add(self, block: Block) -> None:
        """Put the paragraphs of a block into the section that is open.

        Each run-in label that begins a line, or is emphasized after a sentence, begins one.
        """
        if not self.branch:
            self.open(_introduction(self.outline))
        start = 0
        begins = dict.fromkeys((begin for begin, _ in block.stretches), _SENTENCE_ENDED)
        begins |= dict.fromkeys(block.breaks, _ENDED)
        for end in sorted(begins):
            if not begins[end].search(block.text, start, end):
                continue
            rest = part(block, end, len(block.text))
            if not is_note(rest.text) and self._run_in(rest):
                self._add(part(block, start, end))
                start = end
        self._add(part(block, start, len(block.text)) if start else block)

    def _run_in(self, block: Block) -> RunIn | None:
        """Return the run-in label that a block begins with, or none.

        Emphasized words with a colon are a label; so are words without emphasis, or with a full stop or a dash, that
        the outline knows as one.
        """
        place = self.branch[-1].heading.near or self.branch[-1].id
        if end := block.lead[0]:
            return self._emphasized_label(block.text, end, place)
        found = None if block.item else _PLAIN_LABEL.match(block.text)
        if found is None:
            return None
        topics = self.outline.label_topics(found[1], place, nearby=True)
        if topics is None and (self.outline.fixed or not is_known_label(found[1])):
            return None
        return RunIn(found[1].rstrip(), topics or (), found.end())

    def _emphasized_label(self, text: str, end: int, place: str) -> RunIn | None:
        """Return the run-in label that the emphasized words at the start of a text are, or none."""
        lead = text[:end].rstrip()
        inside, colon, rest = lead.partition(":")
        after = _AFTER_LABEL.match(text, end)
        if colon:
            label, stop, certain = inside, len(inside) + 1, not rest.strip()
        elif after and ":" in after[0]:
            label, stop, certain = lead, text.index(":", end) + 1, True
        else:
            label, stop, certain = lead.rstrip(" .–—-"), after.end() if after else end, False
            if len(label) == len(lead) and not after:
                return None
        label = label.strip()
        if not label or len(label) > _LONGEST_LABEL or label.count(" ") >= _MOST_WORDS:
            return None
        topics = self.outline.label_topics(label, place)
        if topics is None:  # another edition may know what is marked as a label
            topics = inherited_topics(label, unlabeled=True) or None
        return None if topics is None and not certain else RunIn(label, topics or (), stop)

    def _add(self, block: Block) -> None:
        if is_note(block.text):
            self.drop_label()
            self._put(block, None)
            return
        run_in = self._run_in(block)
        if run_in and run_in.end >= len(block.text.rstrip()):
            self.drop_label()
            self.label = run_in
            return
        if run_in:
            self.drop_label()
            block = part(block, run_in.end, len(block.text))
        elif self.label:
            run_in, self.label = self.label, None
        self._put(block, run_in)

    def drop_label(self) -> None:
        """Make a paragraph of a label that no paragraph follows."""
        if self.label:
            run_in, self.label = self.label, None
            self._append("", (), run_in, "text")

    def _put(self, block: Block, run_in: RunIn | None) -> None:
        noted = is_note(block.text) or is_page_foot(block.text) or block.tag in (REPEATED, TABLE_HEAD)
        form = "note" if noted else "item" if block.item else "text"
        self._append(block.text, block.links, run_in, form)

    def _append(self, text: str, links: tuple[Link, ...], run_in: RunIn | None, form: str) -> None:
        node = self.branch[-1]
        counter = node.counter
        counter.numbered += 1
        node.paragraphs.append(
            Paragraph(
                number=counter.numbered,
                text=text,
                starts=sentence_starts(text),
                topic=run_in.label if run_in else None,
                topics=run_in.topics if run_in else (),
                form=form,  # type: ignore[arg-type]
                links=links,
            )
        )


def _introduction(outline: Outline) -> Heading:
    """Return the heading of what is above the first one, for which nothing is printed.

    It is the outline's, where its editions open without one.
    """
    if outline.fixed and (opening := outline.opening):
        return Heading("summary", opening.title, expected=opening, near=opening.place, level=2)
    return Heading("title", "Introduction", level=2)


def _id(heading: Heading, above: Node | None) -> str:
    if heading.kind == "summary":
        return "summary"
    if heading.kind == "section":
        return heading.label
    if heading.kind == "letter":
        return f"{above.name}.{heading.label}" if above else heading.label
    known = heading.expected.place.rpartition("/")[2] if heading.expected and "/" in heading.expected.place else ""
    own = known or slug(heading.title) or "untitled"
    return f"{above.name}/{own}" if above else own


def finish(nodes: Sequence[Node], outline: Outline) -> tuple[Section, ...]:
    """Return the sections of nodes, titles in capitals shown in the outline's case."""
    acronyms = cache(lambda: frozenset(_acronyms(nodes)))
    known = tuple(title for heading in outline.headings for title in heading.titles)

    def section(node: Node) -> Section:
        title, expected = node.heading.title, node.heading.expected
        if is_capitals(title):
            title = recased(title, (*(expected.titles if expected else ()), *known), acronyms)
        return Section(
            id=node.id,
            label=node.heading.label,
            heading=title,
            level=node.heading.level,
            paragraphs=tuple(node.paragraphs),
            sections=tuple(map(section, node.children)),
            topics=_topics(node.heading, outline),
            as_printed=node.heading.printed,
        )

    return tuple(map(section, nodes))


def _topics(heading: Heading, outline: Outline) -> tuple[str, ...]:
    if heading.expected:
        return heading.expected.topics
    if not heading.printed:
        return ()
    unlabeled = heading.kind == "title"
    known = outline.label_topics(heading.title, heading.near) if unlabeled else None
    if known is not None:
        return known
    return inherited_topics(heading.title, unlabeled=unlabeled) if outline.fixed else ()


def _acronyms(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        for paragraph in node.paragraphs:
            yield from _ACRONYM.findall(paragraph.text)
        yield from _acronyms(node.children)
