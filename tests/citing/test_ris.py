"""RIS is read by rispy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rispy
from hypothesis import given
from hypothesis import strategies as st

from hrreport.citing import cite
from hrreport.model.locator import Locator

if TYPE_CHECKING:
    from hrreport.model.report import Report


def test_a_record_is_read_with_every_field(reports: dict[str, Report]) -> None:
    (record,) = rispy.loads(cite(reports["archived"], Locator("1.c", 4), style="ris", country_name="Arcadia"))
    address = reports["plain"].provenance.url
    assert record == {
        "type_of_reference": "RPRT",
        "id": "usdos-2023-arcadia",
        "authors": ["U.S. Department of State"],
        "title": "2023 Country Reports on Human Rights Practices: Arcadia",
        "short_title": "2023 Country Reports: Arcadia",
        "year": "2024",
        "date": "2024/04/22/",
        "access_date": "2024/06/12/",
        "place_published": "Washington, DC",
        "publisher": "Bureau of Democracy, Human Rights, and Labor",
        "language": "en",
        "urls": [address],
        "notes": [
            "Cited at § 1.c ¶ 4",
            f"Archived 2024-06-01 at https://web.archive.org/web/20240601080910/{address}",
        ],
    }


def test_a_date_of_the_edition_is_told_from_one_of_the_page(reports: dict[str, Report]) -> None:
    (record,) = rispy.loads(cite(reports["dated-by-edition"], None, style="ris", country_name="Arcadia"))
    assert (record["year"], record["date"]) == ("2014", "2014/02/27/")
    assert record["notes"] == ["Date of the edition's release; the page gives none"]


def test_several_records_can_stand_in_one_file(reports: dict[str, Report]) -> None:
    written = "\n".join(
        cite(reports[name], None, style="ris", country_name="Arcadia") for name in ("plain", "undated", "copy")
    )
    assert len(rispy.loads(written)) == 3


@given(name=st.text(max_size=60))
def test_no_name_breaks_out_of_its_line(name: str, reports: dict[str, Report]) -> None:
    (record,) = rispy.loads(cite(reports["plain"], None, style="ris", country_name=name))
    assert record["authors"] == ["U.S. Department of State"]
    assert "unknown_tag" not in record


def test_a_citation_reads_as_written_by_hand(written: tuple[str, str]) -> None:
    assert written[0] == written[1]
