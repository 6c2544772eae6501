"""Every answer in JSON is what its schema says, and the schemas say what the model knows."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

import jsonschema
import pytest

from hrreport import facts
from hrreport.codec import contract
from hrreport.errors import InputError
from hrreport.exporting.schema import DIALECT, schema_names, schema_text
from hrreport.model.finding import Basis, Brief, Extent, Kind, SourceType
from hrreport.model.report import Form, Part
from hrreport.model.retrieval import Origin

if TYPE_CHECKING:
    from hrreport.model.finding import Analysis
    from hrreport.model.report import Report
    from hrreport.model.summary import Summary


def schema(name: str) -> Any:
    return json.loads(schema_text(name))


def faults(name: str, answer: object) -> list[str]:
    """What a validator has to say of an answer, formats checked."""
    validator = jsonschema.Draft202012Validator(
        schema(name), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    return [error.message for error in validator.iter_errors(json.loads(json.dumps(answer)))]


@pytest.fixture
def full(arcadia: Report) -> Report:
    """A report with every fact of provenance, and a part."""
    source = replace(
        arcadia.provenance, captured_at="2025-01-01T00:00:00+00:00", publisher="Lake Press", last_modified="today"
    )
    return replace(arcadia, provenance=source, parts=(Part("lakes", "The Lakes", source),))


def answers(report: Report, analysis: Analysis, summary: Summary) -> dict[str, object]:
    """Every answer of the contract about a report."""
    return {
        "sections": contract.sections_json(report, analysis, "Arcadia"),
        "findings": contract.findings_json(report, analysis.findings, "Arcadia", explain=True),
        "issues": contract.issues_json(report, analysis, "Arcadia"),
        "summary": contract.summary_json(report, summary, "Arcadia"),
        "report": contract.whole_report_json(report, "Arcadia"),
        "countries": contract.countries_json(facts.countries(), 2023),
        "editions": contract.editions_json(facts.editions()),
    }


def test_every_answer_has_a_schema(arcadia: Report, arcadia_analysis: Analysis, arcadia_summary: Summary) -> None:
    assert set(schema_names()) == set(answers(arcadia, arcadia_analysis, arcadia_summary))


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_a_schema_and_stands_by_itself(name: str) -> None:
    whole = schema(name)
    jsonschema.Draft202012Validator.check_schema(whole)
    assert whole["$schema"] == DIALECT
    text = json.dumps(whole)
    assert all(f'"#/$defs/{used}"' in text for used in whole["$defs"]), "nothing that is not used"
    assert whole["title"]
    assert whole["description"]


@pytest.mark.parametrize("name", schema_names())
def test_every_answer_is_what_its_schema_says(
    name: str, arcadia: Report, full: Report, arcadia_analysis: Analysis, arcadia_summary: Summary
) -> None:
    for report in (arcadia, full):
        assert faults(name, answers(report, arcadia_analysis, arcadia_summary)[name]) == []


def test_answers_with_little_in_them_hold_too(arcadia: Report, arcadia_summary: Summary) -> None:
    bare = replace(
        arcadia, title="", published="", warnings=(), provenance=replace(arcadia.provenance, url="", etag="")
    )
    assert faults("sections", contract.sections_json(bare, None, "Arcadia")) == []
    assert faults("findings", contract.findings_json(bare, (), "Arcadia")) == []
    assert faults("summary", contract.summary_json(bare, replace(arcadia_summary, brief=Brief()), "Arcadia")) == []
    assert faults("countries", contract.countries_json(())) == []


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_strict(name: str, arcadia: Report, arcadia_analysis: Analysis, arcadia_summary: Summary) -> None:
    """A field that is missing, misspelt or of another type is noticed, wherever it stands."""
    answer = json.loads(json.dumps(answers(arcadia, arcadia_analysis, arcadia_summary)[name]))
    assert faults(name, {**answer, "more": 1})
    for field, value in answer.items():
        assert faults(name, {**answer, field: "x" if isinstance(value, dict | list | bool) else []})
        assert faults(name, {key: answer[key] for key in answer if key != field})
        rows = value if isinstance(value, list) else [value] if isinstance(value, dict) else []
        for row in rows[:1]:
            for inner in row:
                slip = {f"{key}x" if key == inner else key: row[key] for key in row}
                assert faults(name, {**answer, field: [slip] if rows is value else slip}), inner


def test_the_schemas_know_the_words_of_the_model() -> None:
    shared = json.loads(facts.text("schema/definitions.json"))["$defs"]
    assert shared["kind"]["enum"] == [kind.value for kind in Kind]
    assert shared["origin"]["enum"] == list(get_args(Origin))
    assert shared["extent"]["enum"] == [*get_args(Extent), None]
    assert shared["basis"]["enum"] == [*get_args(Basis), None]
    assert shared["source"]["properties"]["type"]["enum"] == list(get_args(SourceType))
    assert shared["text"]["properties"]["form"]["enum"] == list(get_args(Form))


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(InputError, match="there is no schema 'definitions'") as caught:
        schema_text("definitions")
    assert caught.value.hint == f"schemas are: {', '.join(schema_names())}"
