from __future__ import annotations

import pytest

from rung.catalogue import load
from rung.core.errors import UserError
from rung.market.places import exact_scope, in_place, label_of, resolve_place
from rung.market.records import Scope

PLACES = load().places


@pytest.mark.parametrize(
    ("typed", "scope", "label"),
    [
        ("Toronto", "metro", "Toronto"),
        ("toronto, on", "metro", "Toronto"),
        ("Germany", "country", "Germany"),
        ("UK", "country", "United Kingdom"),
        ("California", "country", "United States"),
        ("Europe", "region", "Europe"),
        ("Remote", "all", "all places"),
    ],
)
def test_a_place_as_typed_is_read_as_exactly_as_it_is_known(
    typed: str, scope: Scope, label: str
) -> None:
    place = resolve_place(typed, PLACES)
    assert exact_scope(place) == scope
    assert label_of(place, scope, PLACES) == label


def test_no_place_is_all_places() -> None:
    assert exact_scope(None) == "all"
    assert label_of(None, "all", PLACES) == "all places"


def test_an_unknown_place_is_refused_with_near_names() -> None:
    with pytest.raises(UserError, match="Torontoo") as caught:
        resolve_place("Torontoo", PLACES)
    assert "Did you mean Toronto" in caught.value.next_step


@pytest.mark.parametrize("typed", ["", "qqqq", "  "])
def test_a_place_like_no_other_gets_advice(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        resolve_place(typed, PLACES)
    assert "country" in caught.value.next_step


def test_places_are_named_with_their_article() -> None:
    assert in_place("United States") == "in the United States"
    assert in_place("Canada") == "in Canada"
