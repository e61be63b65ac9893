"""What a degree or a job shows without saying so, employers' names, and the trades they are in."""

from __future__ import annotations

from rung.catalogue.records.base import Day, Record, Ref, Slug, Text


class DegreeField(Record, frozen=True, kw_only=True):
    """A field of study and the skills a degree in it shows."""

    id: Slug
    label: Text
    patterns: tuple[str, ...]
    bachelor: tuple[Slug, ...] = ()
    master: tuple[Slug, ...] = ()
    phd: tuple[Slug, ...] = ()


class TitlePractice(Record, frozen=True, kw_only=True):
    """A kind of job and the everyday practices two years in it show.

    ``trade`` marks work of another trade: its knowledge carries over, its years are none on the
    field's own ladder.
    """

    id: Slug
    label: Text
    phrases: tuple[str, ...]
    skills: tuple[Slug, ...]
    trade: bool = False


class Implications(Record, frozen=True, kw_only=True):
    """What a degree or a job shows without saying so."""

    degrees: tuple[DegreeField, ...]
    titles: tuple[TitlePractice, ...]
    source: Text
    as_of: Day


class Employer(Record, frozen=True, kw_only=True):
    """An employer with the names it goes by."""

    id: Slug
    label: Text
    aliases: tuple[str, ...]


class Employers(Record, frozen=True, kw_only=True):
    """Employers whose names vary."""

    employers: tuple[Employer, ...]
    source: Text
    as_of: Day


class Industry(Record, frozen=True, kw_only=True):
    """A trade employers are in.

    ``skills`` are catalogue skills whose naming points to it; ``names`` lower-case words by
    which firms of it describe themselves.
    """

    id: Slug
    label: Text
    skills: tuple[Ref, ...] = ()
    names: tuple[str, ...]
    source: Text
    as_of: Day
