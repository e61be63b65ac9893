"""Where a job is: the metro, state, country and region its location names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rung.catalogue.records import Metro, Places
from rung.reading.text import plain


@dataclass(frozen=True, slots=True)
class Place:
    """A location read: ids of the catalogue's places; what the text doesn't say is None."""

    metro: str | None
    subdivision: str | None
    country: str | None
    region: str | None
    remote: bool


@dataclass(frozen=True)
class _Names:
    metros: Mapping[str, tuple[Metro, ...]]
    countries: Mapping[str, str]
    subdivisions: Mapping[str, tuple[tuple[str, str], ...]]
    """Folded code or name → (country, label) of each state that goes by it."""
    states: Mapping[str, frozenset[str]]
    """Metro id → the states it reaches into; empty where it has none."""
    regions: Mapping[str, str]
    region_of: Mapping[str, str]
    remote: re.Pattern[str]


_REGION_WORDS = {
    "eu": "europe", "european union": "europe", "eea": "europe", "dach": "europe",
    "apac": "asia-pacific", "asia": "asia-pacific", "asia pacific": "asia-pacific",
    "latam": "latin-america", "latin america": "latin-america", "south america": "latin-america",
    "namer": "north-america", "north america": "north-america",
}  # fmt: skip
_CHOICES = re.compile(r"\s*(?:;|\||\bor\b|\boder\b|\n)\s*", re.IGNORECASE)
_NOISE = re.compile(
    r"\b(?:headquarters|head office|hq|office|offices|hybrid|onsite|on site|in person|in office"
    r"|metropolitan area"
    r"|metro area|metro|area|greater|full time|part time|only|based|job|jobs|region|preferred"
    r"|city of|or remote"
    r"|united states only|days? (?:a|per) week|\d+)\b"
)
_PART = re.compile(r"\s*[,()\[\]/:]\s*|\s+[-–—]\s+|\s*[–—]\s*")


def place_of(location: str, country_hint: str, places: Places) -> Place:
    """Read an ad's location; of several choices the first that names a place wins."""
    return places_of(location, country_hint, places)[0]


def places_of(location: str, country_hint: str, places: Places) -> tuple[Place, ...]:
    """Every place an ad is open in ("Paris; London; Toronto"), at least one.

    Why all parts of a choice together: "CA" is California or Canada and "Cambridge" stands in
    two countries; the other parts, and then ``country_hint``, tell which. The hint only decides
    where the location itself names no country.
    """
    names = _names(places)
    remote = bool(names.remote.search(plain(location)) or names.remote.search(plain(country_hint)))
    hint = _country(country_hint, names)
    choices = _choices(location, names)
    # A hint names the country of one place; with several it would bend the others.
    only = hint if len(choices) == 1 else None
    found = [place for c in choices if (place := _read(c, only, names))]
    if not found and len(choices) > 1:
        found = [place for c in choices if (place := _read(c, hint, names))][:1]
    if found:
        return tuple(dict.fromkeys(Place(*place, remote) for place in found))
    if hint:
        return (Place(None, None, hint, names.region_of[hint], remote),)
    return (Place(None, None, None, _region(f"{location}, {country_hint}", names), remote),)


def _choices(location: str, names: _Names) -> list[str]:
    """The places a location lists; commas part places only where all are countries."""
    found: list[str] = []
    for choice in _CHOICES.split(location):
        parts = choice.split(",")
        keys = [plain(p).replace(".", "") for p in parts]
        if len(parts) > 1 and all(
            k in names.countries and k not in names.subdivisions for k in keys
        ):
            found += parts
        else:
            found.append(choice)
    return found


def _read(
    choice: str, hint: str | None, names: _Names
) -> tuple[str | None, str | None, str, str] | None:
    parts = _parts(choice, names)
    said = _countries(parts, names) or ({hint} if hint else set())
    metro = _metro(parts, said, names)
    if metro is not None:
        return metro.id, metro.subdivision, metro.country, names.region_of[metro.country]
    for key in reversed(parts):
        for state, label in names.subdivisions.get(key, ()):
            if _fits(state, key, parts, hint, names):
                return None, label, state, names.region_of[state]
    country = next((names.countries[p] for p in parts if p in names.countries), None)
    return (None, None, country, names.region_of[country]) if country else None


def _parts(choice: str, names: _Names) -> list[str]:
    """The folded parts of a location, with each part's tail where it ends in a place
    ("Redwood City CA - US", "Remote Germany").
    """
    found: list[str] = []
    tails: list[str] = []
    for raw in _PART.split(choice):
        whole = plain(raw).replace(".", "")
        if whole in names.metros:
            found.append(whole)
            continue
        bare = " ".join(_NOISE.sub(" ", names.remote.sub(" ", plain(raw))).replace(".", "").split())
        bare = bare.removeprefix("in ").strip(" -&'")
        if bare:
            found.append(bare)
            tails += _tail(bare, names)
    if _countries(found, names):
        # "Grand Island, NE" is not in the country that goes by "Island".
        tails = [t for t in tails if not _countries([t], names)]
    return found + tails


def _tail(part: str, names: _Names) -> list[str]:
    if part in names.metros or part in names.countries or part in names.subdivisions:
        return []
    words = part.split()
    for cut in range(1, len(words)):
        tail = " ".join(words[cut:])
        if tail in names.countries or tail in names.subdivisions or tail in names.metros:
            return [" ".join(words[:cut]), tail]
    return [words[0]] if len(words) > 1 and words[0] in names.countries else []


def _countries(parts: Iterable[str], names: _Names) -> set[str]:
    """The countries the parts can stand for; a two-letter code may be a state too."""
    return {
        c
        for p in parts
        for c in (names.countries.get(p), *(s[0] for s in names.subdivisions.get(p, ())))
        if c
    }


def _metro(parts: list[str], said: set[str], names: _Names) -> Metro | None:
    """The first metro the parts name that fits what they say of state and country."""
    keys = [f"{a}, {b}" for a, b in pairwise(parts)] + parts
    for key in keys:
        for metro in names.metros.get(key, ()):
            labels = {
                label
                for p in parts
                if p != key
                for country, label in names.subdivisions.get(p, ())
                if country == metro.country
            }
            reach = names.states[metro.id]
            state_fits = not labels or not reach or bool(labels & reach)
            if state_fits and (not said or metro.country in said):
                return metro
    return None


def _fits(country: str, key: str, parts: list[str], hint: str | None, names: _Names) -> bool:
    """Whether a state reading agrees with the country the other parts or the hint name."""
    others = {names.countries[p] for p in parts if p != key and p in names.countries}
    if others:
        return country in others
    if hint:
        return country == hint
    return key not in names.countries or (country == "US" and len(parts) > 1)


def _country(text: str, names: _Names) -> str | None:
    bare = plain(text).replace(".", "")
    return names.countries.get(bare) or names.countries.get(names.remote.sub(" ", bare).strip(" -"))


def _region(text: str, names: _Names) -> str | None:
    words = f" {plain(text)} "
    return next((r for w, r in names.regions.items() if f" {w} " in words), None)


_built: dict[int, tuple[Places, _Names]] = {}


def _names(places: Places) -> _Names:
    known = _built.get(id(places))
    if known is None or known[0] is not places:
        known = _built[id(places)] = (places, _build(places))
    return known[1]


def _build(places: Places) -> _Names:
    states: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for country, named in places.subdivisions.items():
        for name, label in named.items():
            states[_alias(name)].append((country, label))
    metros: dict[str, list[Metro]] = defaultdict(list)
    reach: dict[str, frozenset[str]] = {}
    for metro in places.metros:
        aliases = [_alias(a) for a in dict.fromkeys((metro.label, *metro.aliases))]
        for alias in dict.fromkeys(n for a in aliases for n in _spelt_out(a, metro, states)):
            metros[alias].append(metro)
        reach[metro.id] = frozenset(_states(aliases, metro, states))
    countries = {_alias(a): c.code for c in places.countries for a in (c.label, c.code, *c.aliases)}
    words = sorted((re.escape(plain(w)) for w in places.remote_words), key=len, reverse=True)
    return _Names(
        {k: tuple(v) for k, v in metros.items()},
        countries,
        {k: tuple(v) for k, v in states.items()},
        reach,
        {plain(v): k for k, v in places.regions.items()} | _REGION_WORDS,
        {c.code: c.region for c in places.countries},
        re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"),
    )


def _spelt_out(alias: str, metro: Metro, states: Mapping[str, list[tuple[str, str]]]) -> list[str]:
    """An alias that ends in a state, with every name that state goes by."""
    city, comma, state = alias.rpartition(", ")
    meant = [s for s in states.get(state, ()) if s[0] == metro.country] if comma else []
    if not meant:
        return [alias]
    same = [n for n, found in states.items() if any(m in found for m in meant)]
    return [alias, *(f"{city}, {n}" for n in same)]


def _states(
    aliases: Iterable[str], metro: Metro, states: Mapping[str, list[tuple[str, str]]]
) -> Iterator[str]:
    """A metro's own state and those its aliases name ("newark, nj" for New York)."""
    if metro.subdivision:
        yield metro.subdivision
        for alias in aliases:
            _, comma, state = alias.rpartition(", ")
            yield from (
                label for code, label in states.get(state, ()) if comma and code == metro.country
            )


def _alias(text: str) -> str:
    return ", ".join(plain(p).replace(".", "") for p in text.split(","))
