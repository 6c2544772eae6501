"""The public form of searches; see `hrreport.codec.contract`. A span is ``[start, end]`` of the text beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrreport.catalogue.paragraph_topics import is_guessed
from hrreport.codec.contract import named_id_json, published_json, source_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrreport.codec.contract import Json
    from hrreport.model.hit import Coverage, Hit, HitSpan, Neighbor, Query, QueryReading, SearchResult, Tally
    from hrreport.wording.changes import Names

    Cite = Callable[[Hit], str]


def query_json(query: Query) -> Json:
    """Return what was asked for: the words, and the filters, empty where there is none."""
    return {
        "text": query.text,
        "countries": list(query.countries),
        "regions": list(query.regions),
        "years": list(query.years),
        "sections": list(query.sections),
        "topics": list(query.topics),
        "kinds": [kind.value for kind in query.kinds],
        "limit": query.limit,
        "context": query.context,
        "exact": query.exact,
    }


def reading_json(reading: QueryReading) -> Json:
    """Return how a query was read: as a phrase or as words, with which synonyms, and what may be meant."""
    return {
        "asked": reading.asked,
        "way": reading.way,
        "forms": reading.forms,
        "synonyms": [{"term": s.term, "others": list(s.others)} for s in reading.synonyms],
        "notes": list(reading.notes),
        "suggestions": [{"word": s.word, "alike": list(s.alike)} for s in reading.suggestions],
    }


def coverage_json(coverage: Coverage) -> Json:
    """Return what a search looked at, and what of the things asked for it could not look at."""
    return {
        "reports": coverage.reports,
        "countries_not_stored": list(coverage.countries),
        "years_not_stored": list(coverage.years),
        "sections_not_found": list(coverage.sections),
        "topics_not_found": list(coverage.topics),
        "total_without_filters": coverage.unfiltered,
    }


def _spans(spans: Iterable[HitSpan]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _neighbor(near: Neighbor) -> Json:
    return {
        "section": near.locator.section,
        "paragraph": near.locator.paragraph,
        "topic": near.topic,
        "text": near.text,
    }


def _hit(hit: Hit, names: Names, cite: Cite) -> Json:
    part = hit.excerpt()
    return {
        "report": {
            **named_id_json(hit.id, names),
            "title": hit.title,
            **published_json(hit.id.year, hit.published),
            **source_json(hit.provenance),
        },
        "section": hit.locator.section,
        "paragraph": hit.locator.paragraph,
        "path": list(hit.headings),
        "topic": hit.topic,
        "text": hit.text,
        "spans": _spans(hit.highlights),
        "excerpt": {"text": part.text, "spans": _spans(part.highlights), "whole": part.from_start and part.to_end},
        "score": round(hit.score, 4),
        "kinds": [kind.value for kind in hit.kinds],
        "subjects": list(hit.subjects),
        "subjects_guessed": is_guessed(hit.id.year),
        "citation": cite(hit),
        "before": [_neighbor(near) for near in hit.before],
        "after": [_neighbor(near) for near in hit.after],
    }


def search_json(query: Query, result: SearchResult, names: Names, *, cite: Cite) -> Json:
    """Return the passages that a search found, the best first."""
    return {
        "query": query_json(query),
        **({"reading": reading_json(result.reading)} if result.reading else {}),
        "total": result.total,
        "ranked": result.ranked,
        **({"searched": coverage_json(result.coverage)} if result.coverage else {}),
        "hits": [_hit(hit, names, cite) for hit in result.hits],
    }


def tallies_json(
    query: Query,
    tallies: Iterable[Tally],
    by: str,
    names: Names,
    *,
    coverage: Coverage | None = None,
    reading: QueryReading | None = None,
) -> Json:
    """Return how many passages a search meets in each country or year (`by`)."""
    return {
        "query": query_json(query),
        **({"reading": reading_json(reading)} if reading else {}),
        "by": by,
        **({"searched": coverage_json(coverage)} if coverage else {}),
        "counts": [
            {
                by: tally.name if by == "country" else int(tally.name),
                **({"name": names.get(tally.name, tally.name)} if by == "country" else {}),
                "passages": tally.paragraphs,
                "reports": tally.reports,
            }
            for tally in tallies
        ],
    }
