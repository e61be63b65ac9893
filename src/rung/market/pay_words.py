"""What is said beside a pay band, or instead of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role
from rung.market.pay_cells import ALL_LEVELS, FEWEST_ADS, FEWEST_DISTINCT, PayCell
from rung.market.places import country_label, in_place
from rung.market.snapshot import Snapshot
from rung.market.words import inside, plural
from rung.reading.pay import DOLLARS
from rung.reading.places import Place

APART = 3.0
"""How many times p75 may be p25 before a cell is said to mix different jobs."""

STALE_MONTHS = 12

ALL = "all levels"
"""What a band of no one level covers."""

NO_REMOTE = "Remote and on-site ads are counted together: these don't tell which they are."


def level_label(level: str, catalogue: Catalogue) -> str:
    """What a cell's level covers."""
    if level == ALL_LEVELS:
        return ALL
    label = inside(catalogue.levels[level].label)
    return label if label.endswith("level") else f"{label} level"


def other_level(used: str, level: str | None, had_cell: bool, catalogue: Catalogue) -> str:
    """That all levels stand in for the one asked for; ``had_cell`` tells why."""
    if level is None or used != ALL_LEVELS:
        return ""
    why = f"Too few ads at {level_label(level, catalogue)}"
    if had_cell:
        why = "Pay of these ads does not rise with their level"
    return f"{why}, so all levels are counted together."


def no_city(place: Place) -> str:
    """That a country stands in for a city or state."""
    if place.metro or place.subdivision:
        return "Pay is counted by country: most of these ads name no city."
    return ""


def apart(cell: PayCell) -> str:
    """That the cell's ads differ too much for one kind of job."""
    if cell.p75 <= APART * cell.p25:
        return ""
    return "These ads lie so far apart that they seem to be different jobs."


def other_source(snapshot: Snapshot, cell: PayCell) -> str:
    """What another source has for the same cell."""
    return (
        f"Another source, {snapshot.source_label(cell.source)}, has the middle "
        f"{cell.currency} {cell.p50:,} ({plural(cell.n, 'ad')}, {_span(cell)})."
    )


def foreign(cell: PayCell, own: str) -> str:
    """What ads in another currency than the country's own say; they are not counted."""
    doubt = ""
    if cell.currency == "USD" and own in DOLLARS:
        doubt = f"; the source may have read “$” as US dollars where {own} was meant"
    return (
        f"Not counted: {plural(cell.n, 'ad')} recorded in {cell.currency}, middle "
        f"{cell.p50:,}{doubt}."
    )


def stale(last: str, today: date) -> str:
    """That even the newest ad is old."""
    year, month = int(last[:4]), int(last[5:7])
    if (today.year - year) * 12 + today.month - month <= STALE_MONTHS:
        return ""
    return f"The newest of these ads is from {last}: over a year old."


def too_few(role: Role, country: str, own: str, n: int, catalogue: Catalogue) -> str:
    """That a country has no band of its own."""
    ads = plural(n, f"{inside(role.label)} ad") if n else f"no {inside(role.label)} ad"
    where = in_place(country_label(country, catalogue.places))
    need = f"{FEWEST_ADS} of one source with {FEWEST_DISTINCT} different values are needed"
    return f"No pay band {where}: {ads} with pay in {own} read, and {need}."


def several_jobs(role: Role, cell: PayCell, catalogue: Catalogue) -> str:
    """That a country's few ads pay too differently for one band."""
    where = in_place(country_label(cell.country, catalogue.places))
    ads = plural(cell.n, f"{inside(role.label)} ad")
    return (
        f"No pay band {where}: the {ads} with pay in {cell.currency} run from {cell.p10:,} to "
        f"{cell.p90:,} and seem to be different jobs."
    )


def elsewhere(snapshot: Snapshot, cell: PayCell, catalogue: Catalogue) -> str:
    """Another market's band in words: information, not this place's pay."""
    where = in_place(country_label(cell.country, catalogue.places))
    return (
        f"{where[0].upper()}{where[1:]}, which is another market, {plural(cell.n, 'ad')} post "
        f"{cell.currency} {cell.p25:,}–{cell.p75:,} a year "
        f"({snapshot.source_label(cell.source)}, {_span(cell)})."
    )


def nearby(where: str, n: int, low: int, high: int, currency: str, role: Role) -> str:
    """What the countries around pay: told as theirs, not as the country's own."""
    return (
        f"In {where} together {plural(n, f'{inside(role.label)} ad')} lie between {currency} "
        f"{low:,} and {high:,} a year (p10–p90); there too pay differs by country."
    )


def without_country(
    role: Role, region: str | None, cells: Iterable[PayCell], catalogue: Catalogue
) -> str:
    """Why there is no band without a country, and which countries have one."""
    asked = {c.code for c in catalogue.places.countries if region in (None, c.region)}
    most: dict[str, int] = {}
    for cell in cells:
        if cell.level == ALL_LEVELS and cell.country in asked:
            most[cell.country] = max(most.get(cell.country, 0), cell.n)
    asks, name = "Pay differs by country: give a place.", inside(role.label)
    if not most:
        return f"{asks} No country there has enough {name} ads with pay."
    ordered = sorted(most, key=lambda code: (-most[code], code))
    listed = ", ".join(
        f"{country_label(code, catalogue.places)} ({plural(most[code], 'ad')})" for code in ordered
    )
    return f"{asks} There is a band for {name} in: {listed}."


def _span(cell: PayCell) -> str:
    return cell.first if cell.first == cell.last else f"{cell.first} to {cell.last}"
