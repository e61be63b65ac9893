"""Countries, cities and how ads name them."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from rung.catalogue.records.base import Day, Record, Slug, Text


class Country(Record, frozen=True, kw_only=True):
    """A country and how ads write it."""

    code: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
    label: Text
    region: Slug
    market: Slug
    """Countries near it in pay."""

    currency: Annotated[str, Meta(pattern=r"^[A-Z]{3}$")]
    aliases: tuple[str, ...] = ()


class Metro(Record, frozen=True, kw_only=True):
    """A city with the places ads name for it; ``aliases`` are lower-case."""

    id: Slug
    label: Text
    country: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]
    subdivision: str | None = None
    aliases: tuple[str, ...] = ()


class Places(Record, frozen=True, kw_only=True):
    """Countries, their subdivisions, and the metros people name in goals and ads."""

    regions: dict[Slug, str]
    markets: dict[Slug, str]
    """Groups of countries whose pay lies near each other, and how one says them."""

    countries: tuple[Country, ...]
    subdivisions: dict[str, dict[str, str]]
    """Country code → lower-case code or name of a state or province → its label."""
    metros: tuple[Metro, ...]
    remote_words: tuple[str, ...]
    source: Text
    as_of: Day
