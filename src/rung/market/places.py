"""A place as a person types it, and its name in answers."""

from __future__ import annotations

from difflib import get_close_matches

from rung.catalogue.records import Places
from rung.core.errors import UserError
from rung.market.records import Scope
from rung.reading.places import Place, place_of

ALL_PLACES = "all places"


def resolve_place(text: str, places: Places) -> Place:
    """The place ``text`` names; UserError lists near names when it names none."""
    place = place_of(text, "", places)
    if exact_scope(place) != "all" or place.remote:
        return place
    names = {n.casefold(): m.label for m in places.metros for n in (m.label, *m.aliases)}
    names |= {n.casefold(): c.label for c in places.countries for n in (c.label, *c.aliases)}
    near = get_close_matches(text.strip().casefold(), list(names), n=6, cutoff=0.6)
    listed = ", ".join(dict.fromkeys(names[n] for n in near))
    hint = f"Did you mean {listed}?" if listed else "Name a larger city near it, or its country."
    raise UserError(f"place {text!r}", "is not one Rung knows.", hint)


def exact_scope(place: Place | None) -> Scope:
    """How exactly a place is known: the smallest of metro, country, region, or all."""
    if place is None:
        return "all"
    if place.metro:
        return "metro"
    if place.country:
        return "country"
    return "region" if place.region else "all"


def label_of(place: Place | None, scope: Scope, places: Places) -> str:
    """The name of a place at one scope, as answers write it."""
    if place is None:
        return ALL_PLACES
    if scope == "metro":
        return next(m.label for m in places.metros if m.id == place.metro)
    if scope == "country":
        return country_label(place.country or "", places)
    if scope == "region":
        return places.regions[place.region or ""]
    return ALL_PLACES


def country_label(code: str, places: Places) -> str:
    """A country's name by its code."""
    return next((c.label for c in places.countries if c.code == code), code)


def in_place(label: str) -> str:
    """A place after "in": "in Canada", "in the United States"."""
    return f"in the {label}" if label.startswith(("United", "Nether", "Phil")) else f"in {label}"


def currency_of(code: str, places: Places) -> str:
    """A country's own currency by its code; empty for one the catalogue lacks."""
    return next((c.currency for c in places.countries if c.code == code), "")
