"""The laws of the parser, on generated pages: any nesting, any mix of forms of headings, any white space."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from hrreport.errors import ParseError
from hrreport.model.country import ReportId
from hrreport.model.retrieval import Provenance, Snapshot
from hrreport.parsing.outline import outline_of
from hrreport.parsing.report import parse_page
from hrreport.text.whitespace import fold

if TYPE_CHECKING:
    from hrreport.model.report import Report, Section
    from hrreport.parsing.outline import OutlineHeading

NOWHERE = Provenance("", "", datetime(2026, 1, 1, tzinfo=UTC), "file", "")
NOISE = "navigation"
"""The word that stands in everything that is no part of a report."""

words = st.text("abcdefghijklmnopqrstuvwxyzéß", min_size=2, max_size=8).filter(lambda w: w not in NOISE)
spaces = st.sampled_from([" ", "  ", "\n", "\t", " &nbsp; ", " &#160;", "\r\n ", " <!-- navigation --> ", "&emsp;"])
inline = st.sampled_from(
    ["{}", "{}", "{}", "<span>{}</span>", "<b>{}</b>", "<em>{}</em>", "<a href='/x'>{}</a>", "<i><span>{}</span></i>"]
)
invisible = st.sampled_from(["", "", "&shy;", "&#8203;", "&zwnj;"])


@dataclass(frozen=True)
class Prose:
    """One paragraph: its markup and its words."""

    markup: str
    text: str


@st.composite
def prose(draw: st.DrawFn) -> Prose:
    """A sentence of small words, some of them in inline markup."""
    said = ["They", *draw(st.lists(words, min_size=4, max_size=9))]
    pieces: list[str] = []
    for word in said:
        at = draw(st.integers(1, len(word)))
        shown = html.escape(word[:at]) + draw(invisible) + html.escape(word[at:])
        pieces.append(draw(inline).format(shown) + (draw(spaces) if len(pieces) < len(said) - 1 else "."))
    return Prose("".join(pieces), " ".join(said) + ".")


WRAPPERS = (
    "<p>{}</p>", "<p class='x'>\n{}\n</p>", "<div>{}</div>", "<div><p>{}</p></div>", "<section><p>{}</p></section>",
    "<blockquote><p>{}</p></blockquote>", "<ul><li>{}</li></ul>", "<ol><li><p>{}</p></li></ol>", "<br> <br>{}<br/><br>",
    "<p>{}", "<table><tr><td>{}</td></tr></table>", "<p>{}</p><nav><p>navigation</p></nav>",
    "<p>{}</p><button>navigation</button>", "<article><section><div>{}</div></section></article>",
)  # fmt: skip
NUMBERED = ("<h2>{}</h2>", "<p><strong>{}</strong></p>", "<p>{}</p>", "<h2><span>{}</span></h2>", "<h3><b>{}</b></h3>")
LETTERED = ("<h3>{}</h3>", "<h4>{}</h4>", "<p><b>{}</b></p>", "<p>{}</p>", "<p><b><u>{}</u></b></p>", "<div>{}</div>")
TITLED = (
    "<h4>{}</h4>", "<h3>{}</h3>", "<p><strong>{}</strong></p>", "<p><em>{}</em></p>", "<p>{}</p>", "<h5><i>{}</i></h5>",
    "<p><span style='font-weight:bold'>{}</span></p>",
)  # fmt: skip


@dataclass(frozen=True)
class Given:
    """A generated page, and what must be read in it."""

    page: bytes
    year: int
    sections: list[tuple[str, list[str]]]
    """Ids of sections, in order, each with the texts of its own paragraphs."""


def printed(heading: OutlineHeading) -> str:
    if heading.place == "summary":
        return heading.title
    if heading.numbered:
        return f"Section {heading.place}. {heading.title}"
    return f"{heading.place[-1]}. {heading.title}" if heading.lettered else heading.title


@st.composite
def pages(draw: st.DrawFn) -> Given:
    """A report of one of the modern outlines, with some of its headings, each in a form of its own."""
    year = draw(st.sampled_from([2017, 2022, 2023, 2024]))
    numbers = draw(st.sets(st.sampled_from("123"), min_size=2))
    headings = [h for h in outline_of(year).headings if h.section in (*numbers, "summary")]
    left_out = draw(st.sets(st.sampled_from([h.place for h in headings if h.level > 2] or [""])))
    body, sections = [], []
    for heading in headings:
        if any(heading.place == place or heading.place.startswith(place + "/") for place in left_out):
            continue
        title = html.escape(printed(heading))
        title = title.upper().replace("&#X27;", "&#x27;") if draw(st.booleans()) else title
        title = title.replace(" ", draw(spaces)) if draw(st.booleans()) else title
        if heading.numbered and draw(st.booleans()):
            title = title.replace(".", ".<br/>", 1)
        body.append(
            draw(st.sampled_from(NUMBERED if heading.numbered else LETTERED if heading.lettered else TITLED)).format(
                title
            )
        )
        said = draw(st.lists(prose(), max_size=2))
        wrappers = [draw(st.sampled_from(WRAPPERS)) for _ in said]
        body += [wrapper.format(one.markup) for wrapper, one in zip(wrappers, said, strict=True)]
        numbers_of_items = ["1. " if "<ol>" in wrapper else "" for wrapper in wrappers]
        sections.append((heading.place, [a + one.text for a, one in zip(numbers_of_items, said, strict=True)]))
    body.append(f"<p>{'They spoke at the end.'}</p>")
    sections[-1][1].append("They spoke at the end.")
    opening, closing = draw(
        st.sampled_from(
            [
                ('<div class="report__content">', "</div>"),
                (
                    '<main><div class="x report__content"><div><section class="entry-content">',
                    "</section></div></div></main>",
                ),
                ('<section class="report__section entry-content">', "</section>"),
            ]
        )
    )
    around = f"<nav><h2>Section 1. navigation</h2></nav><aside><h3>a. navigation</h3></aside><footer>{NOISE}</footer>"
    inside = f"{around}{opening}{''.join(body)}{closing}{around}"
    page = f"<html><head><title>navigation</title></head><body>{inside}</body></html>"
    return Given(page.encode(), year, sections)


def read(given_page: Given) -> Report:
    return parse_page(Snapshot(given_page.page, NOWHERE), ReportId("togo", given_page.year))


def texts(section: Section) -> list[str]:
    return [paragraph.printed for paragraph in section.paragraphs]


@given(pages())
@settings(max_examples=60)
def test_every_word_stands_once_in_its_own_section_and_in_order(page: Given) -> None:
    assert [(section.id, texts(section)) for section in read(page).walk()] == page.sections


@given(pages())
@settings(max_examples=25)
def test_levels_numbers_and_sentences_are_sound(page: Given) -> None:
    report = read(page)
    counted: dict[str, int] = {}
    for section in report.walk():
        assert [above.level for above in report.path(section.id)] == sorted({s.level for s in report.path(section.id)})
        for paragraph in section.paragraphs:
            counted[section.anchor] = counted.get(section.anchor, 0) + 1
            assert paragraph.number == counted[section.anchor]
            assert report.text_at(section.locate(paragraph)) == paragraph.text
            assert " ".join(paragraph.sentences) == paragraph.text
            assert all(paragraph.text[link.start : link.end].strip() for link in paragraph.links)


@given(pages())
@settings(max_examples=25)
def test_the_same_bytes_give_the_same_report_without_navigation(page: Given) -> None:
    report = read(page)
    assert report == read(page)
    assert NOISE not in " ".join(text for section in report.walk() for text in texts(section))


@given(st.binary(max_size=400), st.binary(max_size=400))
@settings(max_examples=60)
def test_any_bytes_in_a_report_are_read_or_refused_cleanly(before: bytes, after: bytes) -> None:
    page = (
        b"<div class=report__content><h2>Executive Summary</h2><p>All went well in those days.</p>" + before
        + b"<h2>Section 1. Life</h2><p>" + after + b"</p></div>"
    )  # fmt: skip
    try:
        report = parse_page(Snapshot(page, NOWHERE), ReportId("togo", 2024))
    except ParseError:  # bytes such as "<?" swallow the rest of the page
        assert b"<" in before
        return
    assert report.sections[0].id == "summary"
    assert all(fold(text) == text for section in report.walk() for text in texts(section))
