"""Many countries at once: all, regions, a list in a file, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hrreport.catalogue import records
from hrreport.errors import InputError
from hrreport.inputs.groups import group_of, regions_in

if TYPE_CHECKING:
    from pathlib import Path


def test_a_list_has_a_country_on_each_line_and_remarks(tmp_path: Path) -> None:
    file = tmp_path / "east.txt"
    file.write_text("Kenya  # the first\n\n# none here\nKEN\nuganda, Tanzania\n", encoding="utf-8")
    group = group_of(2023, file=str(file))
    assert (group.name, group.countries) == ("east", ("kenya", "uganda", "tanzania"))
    file.write_text("Kenya\nAtlantis\n", encoding="utf-8")
    with pytest.raises(InputError, match=r'line 2 of ".*east\.txt": no country is called'):
        group_of(2023, file=str(file))


def test_a_region_has_its_countries_and_is_named_by_either_of_its_names() -> None:
    region = next(region for region in records.regions() if region.id == "sca")
    by_id, by_name = group_of(2023, regions=["sca"]), group_of(2023, regions=[region.name])
    assert by_id == by_name
    assert by_id.name == region.name
    assert {country.region for country in records.countries() if country.slug in by_id.countries} == {"sca"}
    with pytest.raises(InputError, match='there is no region "mars"') as caught:
        regions_in(["sca, mars"])
    assert "sca" in (caught.value.hint or "")


def test_all_countries_are_those_with_a_report_of_their_own_in_the_edition() -> None:
    group = group_of(2023, everything=True)
    assert group.name == "All countries"
    assert 190 < len(group.countries) < len(records.countries())


def test_names_are_counted_and_none_is_an_error() -> None:
    group = group_of(2023, countries=["chad", "Kenya", "KEN"])
    assert (group.name, group.countries) == ("2 countries", ("chad", "kenya"))
    with pytest.raises(InputError, match="no country was named"):
        group_of(2023)
