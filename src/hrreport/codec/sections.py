"""The public form of a report section by section: its outline, its whole text, and its summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.codec.contract import (
    assessment_json,
    elsewhere_json,
    locator_json,
    page_json,
    paragraph_json,
    place_json,
    provenance_json,
    report_json,
)
from hrreport.model.summary import BriefSummary
from hrreport.wording.briefs import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrreport.codec.contract import Json
    from hrreport.model.elsewhere import Elsewhere
    from hrreport.model.finding import Analysis, Finding
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report, Section, TopicGuess
    from hrreport.model.summary import Summary


def sections_json(report: Report, analysis: Analysis | None, country: str) -> Json:
    """Return the outline: every section in the order of the page, with its path of headings."""
    return {"report": report_json(report, country), "sections": [*_sections(report.sections, (), analysis)]}


def _sections(sections: Iterable[Section], above: Sequence[str], analysis: Analysis | None) -> Iterator[Json]:
    for section in sections:
        path = [*above, section.title]
        yield {
            "id": section.id,
            "label": section.label,
            "heading": section.heading,
            "level": section.level,
            "path": path,
            **assessment_json(analysis.assessment(section.id) if analysis else None),
            "paragraphs": len(section.paragraphs),
            "words": section.words,
            "topics": [p.topic for p in section.paragraphs if p.topic],
            "subjects": list(section.topics),
            "guess": _guess(section.guess) if section.guess else None,
            "label_guesses": [
                {"paragraph": p.number, "label": p.topic, "subjects": list(p.topics), **_guess(p.guess)}
                for p in section.paragraphs
                if p.guess
            ],
        }
        yield from _sections(section.sections, path, analysis)


def _guess(guess: TopicGuess) -> Json:
    return {"by": guess.by, "sure": guess.sure}


def whole_report_json(report: Report, country: str, *, citation: str | None = None) -> Json:
    """Return the whole report: outline and text, with full provenance.

    Args:
        citation: How the report is cited; without it there is no such field.
    """
    outline = sections_json(report, None, country)
    for section, row in zip(report.walk(), outline["sections"], strict=True):
        for name in ("assessment", "extent", "basis"):
            del row[name]
        row["as_printed"] = section.as_printed
        row["text"] = [{**paragraph_json(p), **page_json(report, section.locate(p))} for p in section.paragraphs]
    cited = {} if citation is None else {"citation": citation}
    return {**outline, **cited, "provenance": provenance_json(report.provenance)}


def summary_json(report: Report, summary: Summary, country: str, *, elsewhere: Elsewhere | None = None) -> Json:
    """Return a summary: the report's own verdict in brief, then sections with chosen sentences.

    Args:
        report: The report that the summary is of.
        summary: What is shown of it.
        country: The country's name as shown to readers.
        elsewhere: What the report says of a topic that no heading of it is on.
    """
    digests = [(report.section(digest.section), digest) for digest in summary.digests]
    return {
        "report": report_json(report, country),
        "brief": _brief(report, summary),
        "running": summary.running,
        "sections": [
            {
                "id": section.id,
                "heading": section.title,
                **assessment_json(digest.assessment),
                "mark": digest.mark or None,
                "own_mark": digest.own_mark or None,
                "sentences": [
                    _sentence(report, summary, f, [there for here, there in digest.also if here == f.locator])
                    for f in digest.sentences
                ],
                "omitted": digest.omitted,
            }
            for section, digest in digests
        ],
        "referred": list(summary.referred),
        "elsewhere": elsewhere_json(elsewhere),
    }


def _brief(report: Report, summary: Summary) -> Json:
    """Return the report's own verdict, with the sentences of the body that a brief shows."""
    brief, overview = summary.brief, summary.overview or BriefSummary()
    since = overview.since

    def shown(place: Locator) -> Json:
        return {**place_json(report, place), "acronyms": _acronyms(summary, place)}

    return {
        "change": shown(brief.change) if brief.change else None,
        "issues": [shown(place) for place in brief.issues],
        "accountability": [shown(place) for place in brief.accountability],
        "items": [{"issue": issue.text, "sections": list(issue.sections)} for issue in overview.issues],
        "actors": [shown(place) for place in overview.actors],
        "sentences": [_sentence(report, summary, f) for f in overview.sentences],
        "missing": list(overview.missing),
        "since": since
        and {
            "year": since.year,
            "added": list(since.added),
            "gone": list(since.gone),
            "lost": list(since.lost),
            "outline_changed": since.outline_changed,
        },
    }


def _sentence(report: Report, summary: Summary, finding: Finding, also: Iterable[Locator] = ()) -> Json:
    """Return a sentence that a summary shows, with what is printed beside it."""
    place = finding.locator
    return {
        **locator_json(place),
        "kind": finding.kind.value,
        "text": finding.text,
        "label": label_of(finding),
        "acronyms": _acronyms(summary, place),
        "also": [locator_json(there) for there in also],
        **page_json(report, place),
    }


def _acronyms(summary: Summary, place: Locator) -> list[Json]:
    return [{"acronym": g.short, "long": g.long} for g in summary.glosses if g.locator == place]
