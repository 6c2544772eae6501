"""Signs of a citation: where they are, and what each of them says."""

from __future__ import annotations

import pytest

from hrreport.model.filing import ClaimedPlace
from hrreport.quoting.citation_signs import date_of, label_of, place_of, signs_in


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("U.S. Dep’t of State, 2023 Country Reports on Human Rights Practices: Chad", "publisher year series country"),
        ("Chad 2023 Human Rights Report § 1.c ¶ 2", "country year series place"),
        ("Id. § 1.d; supra note 4; Tab C, at 12", "id place supra exhibit page"),
        ("(Apr. 22, 2024), https://a.example/x.", "date address"),
        ("22 April 2024, 2024, April 22", "date date"),
        ("Human Rights Watch, World Report 2023, at 4", "work work page"),
        ("the identity of 1,200 men", ""),
    ],
)
def test_a_text_has_these_signs(text: str, sorts: str) -> None:
    assert " ".join(sign.sort for sign in signs_in(text)) == sorts


def test_a_sign_names_its_country_and_an_address_ends_before_the_full_stop() -> None:
    text = "Cote d’Ivoire, see https://a.example/x."
    country, address = signs_in(text)
    assert country.country == "cote-divoire"
    assert text[address.begin : address.end] == "https://a.example/x"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("§ 1.c", ClaimedPlace("1.c", "", ())),
        ("Section 1(c)", ClaimedPlace("1.c", "", ())),
        ("sec. 6/women, ¶¶ 2–4, 7", ClaimedPlace("6", "women", (2, 3, 4, 7))),
        ("§ 6 (Child Abuse), para. 3", ClaimedPlace("6", "Child Abuse", (3,))),
        ("§ 2, Freedom of the Press, ¶ 1", ClaimedPlace("2", "Freedom of the Press", (1,))),
        ("¶ 5", ClaimedPlace("", "", (5,))),
        ("Executive Summary, ¶ 2", ClaimedPlace("summary", "", (2,))),
    ],
)
def test_a_place_has_section_heading_and_paragraphs(text: str, place: ClaimedPlace) -> None:
    (sign,) = signs_in(text)
    assert place_of(sign.match) == place


@pytest.mark.parametrize(
    ("written", "date"),
    [("Apr. 22, 2024", "2024-04-22"), ("3 May 2023", "2023-05-03"), ("2021, March 30", "2021-03-30")],
)
def test_a_date_is_read_in_any_order(written: str, date: str) -> None:
    assert date_of(written) == date


def test_labels_of_exhibits_have_one_form() -> None:
    assert {label_of(written) for written in ("Exh. C", "Exhibit C", "Ex. C")} == {"ex C"}
