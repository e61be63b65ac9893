"""What ads for a role pay in a country, or why that isn't known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role
from rung.catalogue.rungs import ads_role
from rung.core.records import Abstained
from rung.market import pay_estimate, pay_words
from rung.market.pay_cells import ALL_LEVELS, PayCell
from rung.market.pay_learn import FEWEST, HIGH, MEDIUM
from rung.market.pay_money import with_guide
from rung.market.places import country_label, currency_of
from rung.market.records import PayBand
from rung.market.snapshot import Snapshot
from rung.market.sources import SALARY_FILE
from rung.reading.places import Place

BASIS = "base pay as posted, the middle of each ad's range, without equity or bonus"


def pay_band(
    snapshot: Snapshot,
    role: str,
    place: Place | None,
    level: str | None,
    today: date,
    catalogue: Catalogue,
    *,
    remote: bool | None = None,
) -> PayBand | Abstained:
    """Posted pay for ``role`` in the country of ``place``: at ``level``, else at all levels.

    Why never another country's: pay differs more between countries than between levels. A
    country's band rests on ads in its own currency; others are named, not mixed in.
    """
    record = catalogue.roles[role]
    cells = [c for c in snapshot.pay if c.role == ads_role(record)]
    if place is None or place.country is None:
        region = place.region if place else None
        return Abstained(
            pay_words.without_country(record, region, _in_own_money(cells, catalogue), catalogue)
        )
    own = currency_of(place.country, catalogue.places)
    here = [c for c in cells if c.country == place.country]
    owned = [c for c in here if c.currency == own and not _several_jobs(c)]
    estimated = _estimated(snapshot, record, place, level, remote, today, catalogue)
    if estimated and not any(_fresher(c, estimated, level) for c in owned):
        return estimated
    for wanted in dict.fromkeys((level or ALL_LEVELS, ALL_LEVELS)):
        found = best([c for c in owned if c.level == wanted and _rises(c, owned, catalogue)])
        if found:
            notes = _notes(snapshot, found, here, place, level, today, catalogue)
            if remote is not None:
                notes.append(pay_words.NO_REMOTE)
            rates = snapshot.pay_tables.rates if snapshot.pay_tables else {}
            return with_guide(_band(snapshot, found, notes, catalogue), record.guide_pay, rates)
    return _abstain(snapshot, record, place.country, cells, catalogue)


def _estimated(
    snapshot: Snapshot,
    record: Role,
    place: Place,
    level: str | None,
    remote: bool | None,
    today: date,
    catalogue: Catalogue,
) -> PayBand | None:
    """The model's band, where there is a model and it may speak of the country."""
    tables, country = snapshot.pay_tables, place.country or ""
    name = ads_role(record)
    said = pay_estimate.told(tables, name, country, level, remote, catalogue) if tables else None
    if tables is None or said is None:
        return None
    used = said.level or ALL_LEVELS
    asked = tables.ads.get((country, name, level or ""))
    had = asked is not None and asked.n >= FEWEST
    alike = [c for c in snapshot.pay if (c.role, c.country, c.level) == (name, country, used)]
    others = [c for c in alike if c.source != SALARY_FILE.id]
    notes = (
        pay_words.other_level(used, level, had, catalogue),
        pay_words.no_city(place),
        *(pay_words.other_source(snapshot, c) for c in others if c.currency == said.currency),
        *(pay_words.foreign(c, said.currency) for c in alike if c.currency != said.currency),
        pay_words.stale(said.ads.last, today),
    )
    found = pay_estimate.band(
        said,
        tables,
        record,
        catalogue,
        basis=BASIS,
        source=snapshot.source_label(SALARY_FILE.id),
        notes=notes,
    )
    return with_guide(found, record.guide_pay, tables.rates)


def _fresher(cell: PayCell, estimated: PayBand, level: str | None) -> bool:
    """Whether a newer source has many ads of what was asked, or any where the model has none."""
    wanted = cell.level == (level or ALL_LEVELS) and cell.last > estimated.last
    lacks = level is not None and estimated.level == pay_words.ALL
    return wanted and (cell.n >= HIGH or lacks)


def best(cells: Sequence[PayCell]) -> PayCell | None:
    """The freshest source with many ads, else the one with the most.

    Why not simply the freshest: the newest source is small and reads well-funded firms only.
    """
    many = [c for c in cells if c.n >= HIGH]
    if many:
        return max(many, key=lambda c: (c.last, c.n, c.source))
    return max(cells, key=lambda c: (c.n, c.last, c.source), default=None)


def _several_jobs(cell: PayCell) -> bool:
    """Whether few ads lie so far apart that a middle between them is nobody's pay."""
    return cell.n < MEDIUM and bool(pay_words.apart(cell))


def _rises(cell: PayCell, cells: Sequence[PayCell], catalogue: Catalogue) -> bool:
    """Whether the cell's source pays higher levels more; else its levels tell nothing."""
    if cell.level == ALL_LEVELS:
        return True
    middles = {c.level: c.p50 for c in cells if c.source == cell.source}
    ladder = [
        middles[lv.id] for lv in catalogue.levels.values() if lv.track == "ic" and lv.id in middles
    ]
    return ladder == sorted(ladder)


def _band(snapshot: Snapshot, cell: PayCell, notes: Sequence[str], catalogue: Catalogue) -> PayBand:
    return PayBand(
        low=cell.p25,
        mid=cell.p50,
        high=cell.p75,
        p10=cell.p10,
        p25=cell.p25,
        p50=cell.p50,
        p75=cell.p75,
        p90=cell.p90,
        currency=cell.currency,
        period="year",
        basis=BASIS,
        n=cell.n,
        distinct=cell.distinct,
        first=cell.first,
        last=cell.last,
        years=cell.years,
        place=country_label(cell.country, catalogue.places),
        level=pay_words.level_label(cell.level, catalogue),
        role=cell.role,
        source=snapshot.source_label(cell.source),
        confidence=_confidence(cell),
        note=" ".join(notes),
    )


def _notes(
    snapshot: Snapshot,
    used: PayCell,
    here: Sequence[PayCell],
    place: Place,
    level: str | None,
    today: date,
    catalogue: Catalogue,
) -> list[str]:
    """Why the band differs from what was asked, and what else is known."""
    alike = [c for c in here if c.level == used.level]
    had_cell = any(c.level == level and c.currency == used.currency for c in here)
    notes = [
        pay_words.other_level(used.level, level, had_cell, catalogue),
        pay_words.no_city(place),
        pay_words.apart(used),
        *(pay_words.other_source(snapshot, c) for c in alike if _other_source(c, used)),
        *(pay_words.foreign(c, used.currency) for c in alike if c.currency != used.currency),
        pay_words.stale(used.last, today),
    ]
    return [note for note in notes if note]


def _other_source(cell: PayCell, used: PayCell) -> bool:
    return cell.currency == used.currency and cell.source != used.source


def _confidence(cell: PayCell) -> str:
    if cell.n < MEDIUM or pay_words.apart(cell):
        return "low"
    return "high" if cell.n >= HIGH else "medium"


def _abstain(
    snapshot: Snapshot, role: Role, country: str, cells: Sequence[PayCell], catalogue: Catalogue
) -> Abstained:
    """Too few ads in the country's money: what there is, and the largest other market."""
    own, tables = currency_of(country, catalogue.places), snapshot.pay_tables
    key = (role.id, country, own)
    n = sum(s.n for s in snapshot.pay_sizes if (s.role, s.country, s.currency) == key)
    every = [c for c in cells if c.level == ALL_LEVELS]
    mixed = [c for c in every if (c.country, c.currency) == (country, own) and _several_jobs(c)]
    said = [
        pay_words.several_jobs(role, mixed[0], catalogue)
        if mixed
        else pay_words.too_few(role, country, own, n, catalogue)
    ]
    near = tables and pay_estimate.nearby(tables, role, country, catalogue)
    if near:
        said.append(near)
    recorded = best([c for c in every if c.country == country and c.currency != own])
    if recorded:
        said.append(pay_words.foreign(recorded, own))
    others = [c for c in _in_own_money(every, catalogue) if c.country != country]
    largest = max(others, key=lambda c: (c.n, c.country), default=None)
    elsewhere = best([c for c in others if largest and c.country == largest.country])
    if elsewhere:
        said.append(pay_words.elsewhere(snapshot, elsewhere, catalogue))
    return Abstained(" ".join(said), n)


def _in_own_money(cells: Sequence[PayCell], catalogue: Catalogue) -> list[PayCell]:
    return [
        c
        for c in cells
        if currency_of(c.country, catalogue.places) == c.currency and not _several_jobs(c)
    ]
