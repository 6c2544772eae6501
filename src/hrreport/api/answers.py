"""An answer: typed values, with their form as dictionaries, as a table, and as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from hrreport.errors import InputError
from hrreport.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pandas import DataFrame

    from hrreport.codec.contract import Json
    from hrreport.model.country import ReportId
    from hrreport.model.locator import Locator
    from hrreport.model.report import Report
    from hrreport.terminal.document import Document

V = TypeVar("V")
T = TypeVar("T")

WIDTH = 100
"""Columns of an answer as text."""


@dataclass(frozen=True, eq=False, repr=False)
class Answer(Sequence[T], Generic[V, T]):
    """An answer: a sequence of values, and the whole that they are of.

    ``len(answer)``, ``answer[0]`` and ``for item in answer`` are about the items; an answer without
    items is false. ``str(answer)`` is the text that the command line prints.
    """

    value: V
    """The whole, as the lower layer has it: a `Summary`, a `Comparison`, a `Verdict` ..."""
    items: tuple[T, ...]
    """What it consists of, in its order."""
    title: str
    """What it is, in a few words."""
    _json: Callable[[], Json]
    """Makes the JSON object of the command line's ``--format json``."""
    _rows: Callable[[Json], list[Json]]
    """Makes the rows of that object."""
    _view: Callable[[], Document]
    """Makes what a terminal shows."""
    notices: tuple[str, ...] = ()
    """What must be read with it: doubts about the text, a topic without a heading, reports that are missing."""

    def to_dict(self) -> dict[str, Any]:
        """Return the whole answer as one object of plain values.

        It is what ``--format json`` prints; ``hrreport schema`` has the JSON Schema of each answer.
        """
        return self._json()

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return a dictionary for each row, all with the same keys.

        Each begins with the country and the year where the answer is of reports. Values are plain:
        numbers, texts, booleans, ``None``, and lists and dictionaries of these.
        """
        return self._rows(self._json())

    def to_frame(self) -> DataFrame:
        """Return a pandas table with a line for each of `to_dicts`.

        Raises:
            InputError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise InputError("a table needs pandas, which is not installed", hint="pip install pandas") from error
        return pd.DataFrame.from_records(self.to_dicts())

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self.items[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __str__(self) -> str:
        return self._view().plain(WIDTH)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: title, notices, and the first rows."""
        from hrreport.exporting.notebook import answer_in_notebook

        return answer_in_notebook(self.title, self.notices, self.to_dicts())

    def __repr__(self) -> str:
        return f"<{self.title}; see its notices>" if self.notices else f"<{self.title}>"


def topic_cells(json: Json) -> list[Json]:
    """Return the cells of an answer that has topics by reports, each with its topic.

    >>> topic_cells({"topics": [{"id": "torture", "name": "Torture", "cells": [{"year": 2023}]}]})
    [{'topic': 'torture', 'name': 'Torture', 'year': 2023}]
    """
    return [{"topic": row["id"], "name": row["name"], **cell} for row in json["topics"] for cell in row["cells"]]


def list_answer(
    found: tuple[T, ...], noun: str, json: Callable[[tuple[T, ...]], Json], key: str, view: Callable[..., Document]
) -> Answer[tuple[T, ...], T]:
    """Return an answer that is a list; `key` is that of its rows in the JSON object."""
    return Answer(
        found, found, f"{len(found):,} {noun}", lambda: json(found), lambda made: made[key], lambda: view(found)
    )


def of_report(report_id: ReportId, rows: list[Json]) -> list[Json]:
    """Return rows that begin with the country and the year of a report."""
    return [{"country": report_id.country, "year": report_id.year, **row} for row in rows]


def of_reports(rows: list[Json]) -> list[Json]:
    """Return rows that begin with the country and the year of the report that each names."""
    return [{"country": row["report"]["country"], "year": row["report"]["year"], **row} for row in rows]


def plain_citation(report: Report, place: Locator) -> str:
    """Return how a place is named where no citation style is: ``kazakhstan 2023, § 1.c ¶ 4``."""
    return f"{report.id}, {place}"


def describe_size(number: int, noun: str, title: str) -> str:
    """Return how many of something an answer has: ``3 findings of Kazakhstan 2023``."""
    from hrreport.wording.reports import counted

    return f"{counted(number, noun)} of {title}"
