"""The parts below: words, phrases, numbers, linear models, context."""

from __future__ import annotations

import json
from datetime import date

import pytest

from hrreport import tables
from hrreport.analysis.assessment import assess
from hrreport.analysis.companions import complete
from hrreport.analysis.counted_nouns import counted_noun
from hrreport.analysis.features import KINDS
from hrreport.analysis.key_selection import budget
from hrreport.analysis.kinds import PlacedSentence, classify
from hrreport.analysis.network import Network, bundled_models, decode, encode, shares
from hrreport.analysis.numbers import read_number
from hrreport.analysis.phrases import Vocabulary, parse_phrase
from hrreport.analysis.sentence_cues import read_sentence
from hrreport.analysis.sentence_words import read_words, stem
from hrreport.analysis.source_types import source_type
from hrreport.analysis.strength import grade
from hrreport.model.finding import Finding, Kind
from hrreport.model.locator import Locator


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("prohibit prohibits prohibited prohibiting", "prohibit"),
        ("was were is are been", "be"),
        ("law laws law’s laws’", "law"),
        ("beat beaten beating", "beat"),
        ("country countries", "country"),
        ("permitted permits", "permit"),
        ("abuse abused abuses abusing", "abus"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str, expected: str) -> None:
    assert {stem(form) for form in forms.split()} == {expected}


def test_names_and_numbers_become_classes() -> None:
    stems = read_words("On May 3, Mr. Ada Stone met 40 workers of Blue Harbor Mills.").stems
    assert stems == ("on", "*date*", "*num*", "*name*", "meet", "*num*", "worker", "of", "*name*")


@pytest.mark.parametrize(
    ("phrase", "sentence", "found"),
    [
        ("there be no ..2 report", "There were no credible reports of it.", True),
        ("there be no ..2 report", "There were no signs, not even reports, of it.", False),
        ("^ not applicable", "Not applicable.", True),
        ("^ not applicable", "It was not applicable.", False),
        ("be ..1 able|unable to", "They were often unable to vote.", True),
        ("police beat", "Police, then soldiers, beat them.", False),
        ("credible? report", "Reports came in.", True),
        ("credible? report", "Credible reports came in.", True),
        ("law !not prohibit", "The law clearly prohibits it.", True),
        ("law ..3 prohibit", "The law is old; courts prohibit it.", False),
        ("<court> ..1 convict", "Judges convicted him.", True),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, sentence: str, *, found: bool) -> None:
    vocabulary = Vocabulary((parse_phrase("cue", phrase),))
    assert bool(vocabulary.matches(read_words(sentence))) is found


@pytest.mark.parametrize(
    ("text", "value"),
    [("hundreds of thousands", 100000.0),
     ("two hundred and six", 206.0), ("half", 0.5), ("a dozen", 12.0), ("20 thousand", 20000.0), ("many", None),
     ("one of many", None)],
)  # fmt: skip
def test_numbers_in_words_are_read(text: str, value: float | None) -> None:
    assert read_number(text) == value


def test_a_network_is_read_as_it_was_written() -> None:
    network = Network(
        ("no", "yes"), {"a “b”": 255 + (1 << 16), "c": 128 + (130 << 16)}, (1, -1), ((5, -5), (0, 3)), (2, 0), 7
    )
    assert decode(encode(network, {"date": "2024-01-01"})) == network


@pytest.mark.parametrize("count", [1, 256, 257, 700])
def test_features_without_number_do_not_run_over(count: int) -> None:
    names = [f"f{i}" for i in range(count)]
    network = Network(("yes",), dict.fromkeys(names, 255 + (1 << 16)), (0, 0), ((1, -1),), (0,), 1)
    assert network.hidden(names) == [127 * count, 0]


def test_what_speaks_for_an_output_is_its_share_in_the_score() -> None:
    rows = {"for": 138 + (128 << 16), "against": 118 + (128 << 16), "idle": 128 + (100 << 16)}
    network = Network(("no", "yes"), rows, (50, 0), ((0, 0), (3, 9)), (0, 0), 1)
    names = list(rows)
    assert network.speaking(names, network.hidden(names), network.pulls(2)[1]) == [(30, "for")]


def test_shares_are_one_together() -> None:
    assert sum(shares([3.0, -4.0, 900.0, -2000.0])) == pytest.approx(1)


def test_shipped_weights_say_how_they_were_made_and_fit_the_loader() -> None:
    for name, network in zip(bundled_models()._fields, bundled_models(), strict=True):
        made = json.loads(tables.text(f"weights/{name}.json"))["made"]
        assert date.fromisoformat(made["date"]).year >= 2024
        assert made["command"].startswith("python -m tests.training.fit")
        assert made["sentences"]["labelled by readers"] > 30_000
        assert {"kinds", "key"} <= made["scores"].keys()
        assert decode(encode(network, made)) == network
        assert all(0 < row < 1 << (16 * len(network.bias)) for row in network.rows.values())
        assert len(network.out) == len(network.outputs) == len(network.out_bias)
    assert bundled_models().sentences.outputs == (*KINDS, "key")
    assert bundled_models().kinds.outputs == KINDS


def test_shipped_weights_stay_small() -> None:
    sizes = [len(tables.text(f"weights/{name}.json").encode()) for name in bundled_models()._fields]
    assert sum(sizes) < 1_500_000


def test_shipped_models_hold_no_numbers_and_few_words_a_feature() -> None:
    for model in bundled_models():
        for name in model.rows:
            assert len(name.split()) <= 9
            assert not any(len(word) > 3 and word.isdigit() for word in name.split())


def placed(text: str) -> PlacedSentence:
    return PlacedSentence(read_sentence(text), None, 1)


def test_cues_name_what_speaks_for_the_kind() -> None:
    (judged,) = classify([placed("There were no reports of torture.")], "Torture", bundled_models())
    assert any("no-reports" in cue for cue in judged.cues)


def test_the_budget_grows_with_the_text_up_to_four() -> None:
    assert [budget(n) for n in (0, 1, 5, 12, 20, 99)] == [0, 1, 2, 3, 4, 4]


def test_words_of_degree_are_graded() -> None:
    assert [grade(w) for w in ("alleged", "credible", "numerous", "systematic", "blue")] == [1, 2, 3, 4, 0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ministry of Health", "government"), ("Amnesty International", "ngo"), ("reporters", "media"),
        ("Human Rights Watch", "ngo"), ("HRW", "ngo"), ("Coast Access International", "ngo"),
        ("International Labor Organization", "international"), ("World Health Organization (WHO)", "international"),
        ("National Institute of Statistics", "government"), ("Harbor National Council of Churches", "religious"),
        ("press reports", "media"), ("reports", "other"),
        ("church leaders", "individual"), ("researchers", "academic"), ("Ada Stone", "individual"),
        ("XYZ", "other"), ("some neighbors", "other"), ("opposition parties", "other"),
    ],
)  # fmt: skip
def test_sources_are_sorted(name: str, expected: str) -> None:
    assert source_type(name) == expected


def test_a_figure_with_nothing_after_it_counts_nothing() -> None:
    assert not counted_noun("They paid 40", 12)


def finding(n: int, text: str, paragraph: int = 1) -> Finding:
    return Finding(Locator("1.a", paragraph, n), text, None, Kind.ABUSE, key=False)


def test_a_leaning_sentence_brings_what_it_leans_on() -> None:
    own = [finding(1, "Police beat a driver."), finding(2, "He died."), finding(3, "They fled.")]
    assert complete(own, [2]) == {0, 1, 2}


def test_a_sentence_that_leans_too_far_is_left_out() -> None:
    own = [finding(1, "Police beat a driver."), *(finding(n, "They fled.") for n in range(2, 8))]
    assert complete(own, [6]) == set()
    assert complete([finding(1, "They fled.")], [0]) == set()


def test_a_caveat_of_another_paragraph_is_not_brought() -> None:
    own = [finding(1, "Police freed two men."), finding(1, "However, nine were held.", paragraph=2)]
    assert complete(own, [0]) == {0}


def test_a_doubtful_abuse_beside_a_denial_does_not_make_a_section_abusive() -> None:
    own = [placed("There were no reports of disappearances."), placed("The council met twice.")]
    judged = classify(own, "Disappearance", bundled_models())
    doubtful = judged[1]._replace(kind=Kind.ABUSE, shares={**judged[1].shares, "abuse": 0.4})
    found = assess([judged[0], doubtful], "Disappearance", bundled_models().extent, listed=False, share=0.1)
    assert found.value == "none-reported"


def test_a_law_alone_does_not_say_that_it_is_respected() -> None:
    judged = classify([placed("The law provides for free elections.")], "Elections", bundled_models())
    found = assess(judged, "Elections", bundled_models().extent, listed=False, share=0.1)
    assert (found.value, found.basis) == ("none-reported", None)
