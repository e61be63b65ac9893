"""Locations are read to places."""

from __future__ import annotations

import pytest

from rung.catalogue import load
from rung.reading.places import Place, place_of, places_of


def read(location: str, hint: str = "") -> Place:
    return place_of(location, hint, load().places)


@pytest.mark.parametrize(
    ("location", "hint", "metro", "country"),
    [
        ("San Francisco, CA", "US", "san-francisco-bay-area", "US"),
        ("US, CA, Santa Clara", "", "san-francisco-bay-area", "US"),
        ("Redwood City CA - US", "", "san-francisco-bay-area", "US"),
        ("Toronto, ON, Canada", "", "toronto", "CA"),
        ("Toronto, ON, CA", "", "toronto", "CA"),
        ("London, England, United Kingdom", "", "london", "GB"),
        ("London, Ontario", "", None, "CA"),
        ("Vancouver, WA", "", None, "US"),
        ("Cambridge, MA", "", "boston", "US"),
        ("Cambridge, UK", "", "cambridge-uk", "GB"),
        ("Berlin, DE", "", "berlin", "DE"),
        ("Jersey City, NJ", "", "new-york", "US"),
        ("Arlington, Virginia, United States", "", "washington-dc", "US"),
        ("Washington, District of Columbia", "", "washington-dc", "US"),
        ("Grand Island, NE", "US", None, "US"),
        ("New Bremen, OH", "US", None, "US"),
        ("München", "", "munich", "DE"),
        ("Paris, TX", "US", None, "US"),
        ("New York, NY; Austin, TX", "", "new-york", "US"),
        ("Melbourne HQ or Sydney", "", "melbourne", "AU"),
        ("", "USA", None, "US"),
        ("", "", None, None),
    ],
)
def test_metro_and_country(
    location: str, hint: str, metro: str | None, country: str | None
) -> None:
    place = read(location, hint)
    assert (place.metro, place.country) == (metro, country)


@pytest.mark.parametrize("spelling", ["US", "USA", "U.S.", "United States", "united states"])
def test_country_spellings(spelling: str) -> None:
    assert read("", spelling) == Place(None, None, "US", "north-america", remote=False)


def test_remote() -> None:
    assert read("Remote - US") == Place(None, None, "US", "north-america", remote=True)
    assert read("Remote", "European Union") == Place(None, None, None, "europe", remote=True)
    assert not read("Berlin").remote


def test_a_state_alone() -> None:
    assert read("California") == Place(None, "California", "US", "north-america", remote=False)


def test_every_metro_is_read_back_from_its_label() -> None:
    places = load().places
    for metro in places.metros:
        found = place_of(f"{metro.label}, {metro.subdivision or ''}", metro.country, places)
        assert found.country == metro.country, metro.label
        assert found.metro == metro.id, metro.label


@pytest.mark.parametrize(
    ("location", "hint", "metros", "countries"),
    [
        ("Paris; London; Toronto; New York", "France", {"paris", "london", "toronto", "new-york"},
         {"FR", "GB", "CA", "US"}),
        ("Canada,United Kingdom,United States", "", set(), {"CA", "GB", "US"}),
        ("Toronto, ON, Canada", "", {"toronto"}, {"CA"}),
        ("Boston, MA or Remote", "", {"boston"}, {"US"}),
    ],
)  # fmt: skip
def test_an_ad_open_in_several_places_names_them_all(
    location: str, hint: str, metros: set[str], countries: set[str]
) -> None:
    found = places_of(location, hint, load().places)
    assert {p.metro for p in found if p.metro} == metros
    assert {p.country for p in found} == countries
