"""Answers of every sort: rows of one shape, a table, a text, a short repr; what the JSON contract says is said."""

from __future__ import annotations

import builtins
import importlib.util
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from hrreport import InputError
from hrreport.exporting.schema import schema_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrreport import Answer, CountryReport, Reports

    Ask = Callable[[Reports, CountryReport], Answer[Any, Any]]

ASKED: dict[str, tuple[str, Ask]] = {
    "sections": ("sections", lambda _, report: report.sections()),
    "passages": ("report", lambda _, report: report.passages("1.c")),
    "passages on a topic": ("report", lambda _, report: report.passages(topic="prisons")),
    "findings": ("findings", lambda _, report: report.findings(section="1.c", kind="abuse")),
    "issues": ("issues", lambda _, report: report.issues()),
    "summary": ("summary", lambda _, report: report.summary(length="short")),
    "running summary": ("summary", lambda _, report: report.summary(words=120)),
    "verdict": ("verify", lambda _, report: report.verify("credible reports indicated that officials used them")),
    "diff": ("comparison", lambda reports, _: reports.diff("kazakhstan", 2023, 2024)),
    "diff on a topic": ("comparison", lambda reports, _: reports.diff("kaz", 2023, 2024, topic="torture")),
    "compare": ("matrix", lambda reports, _: reports.compare(["kazakhstan", "kenya"], 2024)),
    "compare on a topic": ("compilation", lambda reports, _: reports.compare("kazakhstan", 2024, topic="torture")),
    "trend": ("trend", lambda reports, _: reports.trend("kazakhstan")),
    "compile": ("compilation", lambda reports, _: reports.compile("kazakhstan", "2023-2024", ["torture", "prisons"])),
    "packet": ("packet", lambda reports, _: reports.packet("kazakhstan", "2023-2024", topic="prisons")),
    "search": ("search", lambda reports, _: reports.search("torture", year=[2023, 2024], limit=3)),
    "verify": ("verify-anywhere", lambda reports, _: reports.verify("officials used them")),
    "stored": ("library-list", lambda reports, _: reports.stored()),
    "countries": ("countries", lambda reports, _: reports.countries()),
    "editions": ("editions", lambda reports, _: reports.editions()),
    "topics": ("topics", lambda reports, _: reports.topics("torture")),
    "download": ("download", lambda reports, _: reports.download(["kazakhstan"], 2023)),
}


@pytest.fixture(params=ASKED)
def answered(request: pytest.FixtureRequest, shared: Reports, report: CountryReport) -> tuple[str, Answer[Any, Any]]:
    schema, ask = ASKED[request.param]
    return schema, ask(shared, report)


def test_rows_are_plain_and_of_one_shape(answered: tuple[str, Answer[Any, Any]]) -> None:
    _, answer = answered
    rows = answer.to_dicts()
    assert rows
    assert len({tuple(row) for row in rows}) == 1
    assert json.loads(json.dumps(rows)) == rows


def test_the_whole_is_what_the_contract_says(answered: tuple[str, Answer[Any, Any]]) -> None:
    schema, answer = answered
    jsonschema.validate(answer.to_dict(), json.loads(schema_text(schema)))


def test_an_answer_is_a_sequence_with_a_text_and_a_short_repr(answered: tuple[str, Answer[Any, Any]]) -> None:
    _, answer = answered
    assert answer
    assert list(answer) == [answer[n] for n in range(len(answer))] == list(answer[:])
    assert str(answer).count("\n") > 1
    assert len(repr(answer)) < 120
    assert repr(answer).startswith("<")


@pytest.mark.skipif(importlib.util.find_spec("pandas") is None, reason="pandas is not installed")
def test_a_table_has_a_line_for_each_row(answered: tuple[str, Answer[Any, Any]]) -> None:
    _, answer = answered
    frame = answer.to_frame()
    rows = answer.to_dicts()
    assert frame.shape == (len(rows), len(rows[0]))
    assert list(frame.columns) == list(rows[0])


def test_without_pandas_an_error_says_what_to_install(report: CountryReport, monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without_pandas(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return imported(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(InputError, match="needs pandas") as caught:
        report.sections().to_frame()
    assert caught.value.hint == "pip install pandas"
