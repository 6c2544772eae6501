"""search: passages of stored reports, ranked, filtered, counted, in every format, with citations."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("stored")


def hits(run: Run, *args: str) -> list[dict[str, Any]]:
    result = run("search", *args, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)["hits"]
    return found


def test_a_hit_names_report_place_path_words_and_citation(run: Run) -> None:
    shown = run("search", "ombudsman", "--country", "kazakhstan")
    assert shown.exit_code == 0
    assert "Kazakhstan 2023, § " in shown.stdout
    assert " › " in shown.stdout
    assert "¶" in shown.stdout
    assert "Country Reports" not in shown.stdout
    for options in (("-v",), ("--cite", "bluebook")):
        cited = " ".join(run("search", "ombudsman", "--country", "kazakhstan", *options).stdout.split())
        assert "2023 Country Reports on Human Rights Practices: Kazakhstan §" in cited


def test_words_that_were_met_are_spans_of_the_text(run: Run) -> None:
    for hit in hits(run, "detention"):
        met = [hit["text"][start:end].lower() for start, end in hit["spans"]]
        assert set(met) <= {"detention", "detentions"}
        assert hit["excerpt"]["text"] in hit["text"]


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_every_format_gives_the_same_hits(run: Run, form: str) -> None:
    result = run("search", "detention", "--format", form)
    assert result.exit_code == 0, result.stderr
    count = len(hits(run, "detention"))
    shown = {
        "text": result.stdout.count(" 2023, § "),
        "json": len(json.loads(result.stdout)["hits"]) if form == "json" else 0,
        "csv": len(list(csv.DictReader(io.StringIO(result.stdout, newline="")))),
        "markdown": result.stdout.count("\n## "),
    }
    assert shown[form] == count > 3


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (("--country", "kenya"), lambda hit: hit["report"]["country"] == "kenya"),
        (("--country", "kenya,jordan"), lambda hit: hit["report"]["country"] in ("kenya", "jordan")),
        (("--region", "sca"), lambda hit: hit["report"]["country"] == "kazakhstan"),
        (("--year", "2022-2023"), lambda hit: hit["report"]["year"] == 2023),
        (("--section", "1c"), lambda hit: hit["section"].startswith("1.c")),
        (("--topic", "prisons"), lambda hit: "prisons" in hit["subjects"]),
        (("--kind", "abuse,response"), lambda hit: {"abuse", "response"} & set(hit["kinds"])),
    ],
)
def test_a_filter_lets_through_what_fits_and_nothing_else(
    run: Run, options: tuple[str, ...], kept: Callable[[dict[str, Any]], bool]
) -> None:
    everything = hits(run, "detention OR prison*", "--limit", "500")
    chosen = hits(run, "detention OR prison*", "--limit", "500", *options)
    assert chosen
    assert all(map(kept, chosen))
    assert len(chosen) == sum(bool(kept(hit)) for hit in everything)


@pytest.mark.parametrize(
    ("options", "said", "hint"),
    [
        (
            ("--year", "2019"),
            "No report for 2019 is stored, so none was searched.",
            "hrreport download --all 2019",
        ),
        (
            ("--country", "burma"),
            "No report on Burma is stored, so none was searched.",
            "hrreport download burma 2",
        ),
        (
            ("--country", "kenya", "--year", "2016-2017"),
            "No report on Kenya for 2016-2017 is stored, so none was searched.",
            "hrreport download kenya 2016-2017",
        ),
        (("--region", "eap"), "No report on a country of the region eap is stored, so none was searched.", ""),
        (("--section", "9.z"), "The 3 reports searched have no section 9.z.", "see 'hrreport sections "),
        (("--section", "women"), "The 3 reports searched have no section women.", "did you mean --section 6/women?"),
        (
            ("--country", "kenya", "--topic", "infanticide"),
            "The report searched has nothing on the topic infanticide.",
            "",
        ),
        (
            ("--section", "6/women", "--topic", "prisons"),
            "No passage of the 3 reports searched has detention with --section 6/women --topic prisons.",
            "",
        ),
        (
            ("--section", "9.z,1.g"),
            "The 3 reports searched have no section 9.z. No passage of them has detention with --section 9.z,1.g.",
            "",
        ),
    ],
)
def test_what_was_not_searched_is_told_from_what_is_not_there(
    run: Run, options: tuple[str, ...], said: str, hint: str
) -> None:
    everything = len(hits(run, "detention", "--limit", "500"))
    result = run("search", "detention", *options)
    filters = " ".join(options)
    counted = f"Without {filters}, {everything} passages have detention."
    assert result.exit_code == 0
    assert " ".join(result.stdout.split()) == f"{said} {counted} Any form of the word counts."
    assert hint in result.stderr
    for form in ("csv", "markdown"):
        other = run("search", "detention", *options, "--format", form)
        assert f"{said} {counted}" in (other.stderr if form == "csv" else other.stdout.replace("\\", ""))
    for form in ("text", "csv", "markdown"):
        other = run("search", "detention", *options, "--count", "year", "--format", form)
        assert f"{said} {counted}" in " ".join((other.stderr, *other.stdout.split()))


def test_words_that_are_nowhere_are_not_in_the_reports_searched(run: Run) -> None:
    forms = "Any form of the word counts."
    assert run("search", "zebras").stdout == f"No passage of the 3 stored reports has zebras. {forms}\n"
    assert run("search", "zebras", "--exact").stdout == "No passage of the 3 stored reports has zebras.\n"
    narrowed = " ".join(run("search", "zebras", "--country", "kenya").stdout.split())
    assert narrowed == (
        "No passage of the report searched has zebras with --country kenya. Without --country kenya, no stored "
        f"passage has zebras. {forms}"
    )


def test_beside_hits_it_is_said_what_is_not_stored(run: Run) -> None:
    said = "Not stored, and so not searched: Burma; 2021-2022."
    options = ("--country", "kenya,burma", "--year", "2021-2023")
    assert said in " ".join(run("search", "detention", *options).stdout.split())
    assert said in " ".join(run("search", "detention", *options, "--count", "year").stdout.split())
    assert said in run("search", "detention", *options, "--format", "csv").stderr
    assert "not searched" not in run("search", "detention").stdout


def test_json_says_what_was_searched(run: Run) -> None:
    def searched(*args: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(run("search", *args, "--format", "json").stdout)["searched"]
        return found

    everything = len(hits(run, "detention", "--limit", "500"))
    assert searched("detention") == {
        "reports": 3,
        "countries_not_stored": [],
        "years_not_stored": [],
        "sections_not_found": [],
        "topics_not_found": [],
        "total_without_filters": None,
    }
    nothing = searched("detention", "--country", "kenya,burma", "--year", "2022,2023", "--section", "9.z,1.g")
    assert nothing == {
        "reports": 1,
        "countries_not_stored": ["burma"],
        "years_not_stored": [2022],
        "sections_not_found": ["9.z"],
        "topics_not_found": [],
        "total_without_filters": everything,
    }
    assert searched("zebras", "--topic", "infanticide,women")["topics_not_found"] == ["infanticide"]
    assert searched("detention", "--count", "year", "--region", "sca")["reports"] == 1


@pytest.mark.parametrize("option", ["--country", "--year", "--section", "--topic", "--kind", "--region"])
def test_a_filter_that_is_empty_is_not_no_filter(run: Run, option: str) -> None:
    result = run("search", "detention", option, "")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "was named" in result.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("prison", "conditions"), "Read as words that are all in the paragraph; any form of them counts."),
        (("prison conditions",), "Read as a phrase; any form of its words counts."),
        (('"prison conditions"',), "Read as a phrase, word for word."),
        (("prison conditions", "--exact"), "Read as a phrase, word for word."),
        (("prisons",), "Any form of the word counts."),
        (("prisons w/5 conditions",), '"w/5" is read as NEAR: at most 5 words between.'),
        (("prison -conditions",), '"-" before a word is read as NOT.'),
    ],
)
def test_the_answer_says_how_it_was_read(run: Run, args: tuple[str, ...], said: str) -> None:
    for form in ("text", "markdown", "csv"):
        result = run("search", *args, "--format", form)
        assert result.exit_code == 0, result.stderr
        answer = result.stderr if form == "csv" else result.stdout.replace("\\", "")
        assert said in " ".join(answer.split())
    counted = run("search", *args, "--count", "year")
    assert said in " ".join(counted.stdout.split())


def total(run: Run, *args: str) -> int:
    return int(json.loads(run("search", *args, "--format", "json").stdout)["total"])


def test_a_phrase_is_narrower_than_its_words_and_a_word_as_written_than_its_forms(run: Run) -> None:
    assert 0 < total(run, "political prisoners") < total(run, "political", "prisoners")
    assert total(run, "prisoner") == total(run, "prisoners") > total(run, "prisoners", "--exact") > 0
    assert total(run, "prisoners", "--exact") == total(run, '"prisoners"')


@pytest.mark.parametrize(
    "forms",
    [
        ("arrest", "arrests", "arrested", "arresting"),
        ("detain", "detains", "detained", "detaining"),
        ("woman", "women"),
        ("child", "children"),
        ("law", "laws"),
        ("take", "takes", "took", "taken", "taking"),
    ],
)
def test_a_search_for_one_form_finds_all_of_them(run: Run, forms: tuple[str, ...]) -> None:
    every = total(run, " OR ".join(forms), "--exact")
    assert every > 0
    assert [total(run, form) for form in forms] == [every] * len(forms)


def test_words_that_only_begin_alike_are_not_forms_of_one_another(run: Run) -> None:
    for one, other in (("minority", "minor"), ("international", "internal"), ("executive", "execution")):
        met = {hit["text"][a:b].lower() for hit in hits(run, one, "--limit", "500") for a, b in hit["spans"]}
        assert not {word for word in met if word.rstrip("s") == other}


def test_synonyms_are_shown_and_switched_off(run: Run) -> None:
    found = json.loads(run("search", "state protection", "--format", "json").stdout)
    (used,) = found["reading"]["synonyms"]
    assert used["term"] == "state protection"
    assert "restraining order" in used["others"]
    assert found["total"] > total(run, "state protection", "--exact")
    shown = " ".join(run("search", "state", "protection").stdout.split())
    assert 'Looked for as well as "state protection": police protection,' in shown
    exact = json.loads(run("search", "state protection", "--exact", "--format", "json").stdout)
    assert (exact["reading"]["synonyms"], exact["query"]["exact"]) == ([], True)


def test_a_word_that_no_report_has_gets_suggestions_of_the_reports_own_words(run: Run) -> None:
    result = run("search", "domestc violence")
    assert result.exit_code == 0
    assert 'Hint: No stored report has the word "domestc": did you mean domestic?' in result.stderr
    given = json.loads(run("search", "domestc violence", "--format", "json").stdout)["reading"]["suggestions"]
    assert given == [{"word": "domestc", "alike": ["domestic"]}]
    assert "did you mean" not in run("search", "domestic violence").stderr


def test_a_phrase_that_is_nowhere_is_offered_as_words(run: Run) -> None:
    result = run("search", "violence domestic")
    assert result.stdout.startswith('No passage of the 3 stored reports has "violence domestic".')
    assert "have all of these words, though not side by side: hrreport search violence domestic" in result.stderr


def test_a_query_of_signs_is_refused(run: Run) -> None:
    for query, said in (("C++", '"C++" cannot be searched for'), ("&", "has no word in it"), ("§ 1", "")):
        result = run("search", query)
        assert (result.exit_code, said in result.stderr) == (1 if said else 0, True)


def test_an_index_of_another_version_is_told_and_built_again(run: Run, tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "library.sqlite")
    db.execute("UPDATE fact SET value = '1' WHERE name = 'words'")
    db.commit()
    db.close()
    first, second = (run("search", "ombudsman") for _ in range(2))
    assert "is of another version and is built again" in first.stderr
    assert (first.stdout, second.stderr) == (second.stdout, "")


def test_context_gives_the_paragraphs_around(run: Run) -> None:
    with_context = hits(run, "detention", "--context", "1")
    assert any(hit["before"] for hit in with_context)
    assert all(len(hit["after"]) <= 1 for hit in with_context)
    assert len(run("search", "detention", "--context", "2").stdout) > len(run("search", "detention").stdout)


def test_counting_by_country_draws_bars(run: Run) -> None:
    shown = run("search", "detention", "--count", "country")
    assert shown.exit_code == 0
    assert "Kenya" in shown.stdout
    assert "━━━" in shown.stdout
    counts = json.loads(run("search", "detention", "--count", "year", "--format", "json").stdout)["counts"]
    assert [(row["year"], row["reports"]) for row in counts] == [(2023, 3)]
    assert run("search", "detention", "--count", "country", "--format", "csv").stdout.startswith("country,name,pass")
    assert "| Kenya |" in run("search", "detention", "--count", "country", "--format", "markdown").stdout


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("torture AND (", "a word is missing"),
        ("", "has no word in it"),
        ('"open', "a quotation mark is not closed"),
        ("a*", "needs 2 letters"),
    ],
)
def test_a_bad_query_is_one_line_and_a_hint(run: Run, query: str, said: str) -> None:
    result = run("search", query)
    assert result.exit_code == 1
    assert said in result.stderr
    assert "Hint: " in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("x", "--kind", "crime"), ("x", "--region", "moon"), ("x", "--count", "month"), ("x", "--limit", "-1"),
    ],
)  # fmt: skip
def test_a_filter_that_there_is_not_is_wrong_usage(run: Run, args: tuple[str, ...]) -> None:
    assert run("search", *args).exit_code == 2


@pytest.mark.parametrize("option", ["--country", "--year", "--section", "--topic"])
def test_a_filter_that_is_not_understood_is_named(run: Run, option: str) -> None:
    result = run("search", "detention", option, "zzz!")
    assert result.exit_code == 1
    assert "zzz!" in result.stderr


@pytest.mark.parametrize("style", ["oscola", "biblatex"])
def test_hits_are_cited_in_the_style_that_is_asked_for(run: Run, style: str) -> None:
    mark = {"oscola": "‘2023 Country Reports", "biblatex": "\\autocite["}[style]
    shown = run("search", "detention", "--cite", style)
    assert mark in " ".join(shown.stdout.split())


def test_records_stand_in_json_whole_and_nowhere_else(run: Run) -> None:
    assert all(hit["citation"].startswith("TY  - ") for hit in hits(run, "detention", "--cite", "ris"))
    refused = run("search", "detention", "--cite", "ris")
    assert refused.exit_code == 1
    assert "records of several lines" in refused.stderr


def test_a_style_that_there_is_not_is_named(run: Run) -> None:
    result = run("search", "detention", "--cite", "mla")
    assert result.exit_code == 1
    assert 'no citation style "mla"' in result.stderr


SQL = (
    "'; DROP TABLE revision; --",
    '" OR 1=1 --',
    "x' UNION SELECT packed FROM page --",
    "passage MATCH 'a'",
    "a) OR (tags : x",
    "{heading text} : police",
    "-- police",
    "\x00police",
)


@pytest.mark.parametrize("sql", SQL)
@pytest.mark.parametrize("option", ["", "--country", "--year", "--section", "--topic", "--kind", "--region", "--cite"])
def test_sql_in_any_argument_is_words_or_an_error_and_harms_nothing(run: Run, option: str, sql: str) -> None:
    result = run("search", "detention", option, sql) if option else run("search", sql)
    assert result.exit_code in (0, 1, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert "sqlite" not in result.stderr.lower()
    assert run("library", "check").stdout.startswith("Sound: 3 texts")


def test_a_library_that_does_not_exist_is_not_no_hits(run: Run, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.sqlite"
    result = run("search", "detention", "--library", str(nowhere))
    assert result.exit_code == 1
    assert "there is no library yet" in result.stderr
    assert "a country or a whole edition: hrreport download kenya 2023" in result.stderr
    assert not nowhere.exists()


def test_an_empty_library_is_not_no_hits(run: Run) -> None:
    for country in ("kazakhstan", "kenya", "jordan"):
        run("library", "remove", country, "2023", "--yes")
    result = run("search", "detention")
    assert result.exit_code == 1
    assert "the library is empty" in result.stderr


def test_hostile_words_of_a_page_are_shown_and_not_obeyed(run: Run, stored: Path) -> None:
    page = next(stored.rglob("kenya/index.html"))
    evil = "<p>wobble &#27;[2J&#27;]0;owned&#7; &#8238;drawkcab [bold red]x[/] wobble &lt;script&gt;</p>"
    text = page.read_text(encoding="utf-8")
    before, _, after = text.partition("<p>The government did not enforce")
    page.write_text(f"{before}{evil}<p>The government did not enforce{after}", encoding="utf-8")
    run("download", "kenya", "2023", "--refresh", "--missing", str(stored / "m.txt"))
    for form in ("text", "markdown"):
        result = run("search", "wobble", "--format", form, "--context", "1")
        assert result.exit_code == 0, result.stderr
        assert "wobble" in result.stdout.replace("*", "")
        assert all(line.isprintable() for line in result.stdout.split("\n"))
    assert "[bold red]x[/]" in run("search", "wobble").stdout
