"""What is growing and what fades: skills, roles and areas over the visits to their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from rung.app.ads import store
from rung.app.goal import find_level, find_place, find_role
from rung.catalogue import load
from rung.catalogue.load import Catalogue
from rung.catalogue.rungs import ads_role
from rung.core.errors import UserError
from rung.market import flows, own_ads
from rung.market.flows import Visits
from rung.market.own_ads import Current
from rung.market.postings import FIRST_MONTH
from rung.market.trends import Badge, TooFew, Trend, badge, changing, enough, trend

KINDS = ("skills", "roles", "areas")
"""What can be watched: skills that ads ask, roles they are for, areas of the skills they ask."""


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One thing's share of newly listed ads; ``times`` is what its odds multiply by in a year."""

    id: str
    label: str
    badge: Badge
    why: str
    """Why there is no more to say; empty where there is."""

    k: int
    n: int
    share_first: float | None = None
    share_last: float | None = None
    times: float | None = None
    times_low: float | None = None
    times_high: float | None = None
    """The ends of the 80 % interval."""

    forecast: float | None = None
    forecast_low: float | None = None
    forecast_high: float | None = None
    p: float | None = None


@dataclass(frozen=True, slots=True)
class SourceVisits:
    """How often and how long a source was watched, and whether that is enough."""

    source: str
    times: int
    days: int
    first: str
    last: str
    used: bool


@dataclass(frozen=True, slots=True)
class TrendAnswer:
    """The trends of a kind of thing; ``why`` says why there are none."""

    kind: str
    role: str
    place: str
    level: str
    why: str
    n: int
    first: str
    last: str
    ahead: str
    """The day the forecasts are for."""

    lines: tuple[TrendLine, ...]
    sources: tuple[SourceVisits, ...]


def trend_answer(
    kind: str, role: str | None, place: str | None, level: str | None, ahead: int = 365
) -> TrendAnswer:
    """The trends of skills, roles or areas among the ads on this machine."""
    if kind not in KINDS:
        raise UserError(f"{kind!r}", "is nothing we watch.", f"Known: {', '.join(KINDS)}")
    catalogue = load()
    wanted = ads_role(find_role(catalogue, role)) if role else ""
    if kind == "roles" and wanted:
        raise UserError("--role", "has no meaning with roles.", "Leave it out, or watch skills.")
    rung, where = find_level(catalogue, level), find_place(catalogue, place)
    seen = flows.visits(store())
    ads = [
        ad
        for ad in own_ads.current(store())
        if ad.counts
        and ad.last_seen >= FIRST_MONTH
        and ad.facts["role"] in catalogue.roles
        and (not wanted or ad.facts["role"] == wanted)
        and (rung is None or ad.facts["level"] == rung.id)
        and (where is None or own_ads.stands_in(ad, where))
    ]
    found = flows.flows(ads, seen, _things(kind, catalogue))
    told = {thing: trend(points, ahead) for thing, points in found.items()}
    lines = _lines(told, _labels(kind, catalogue))
    some = next(iter(found.values()), [])
    _, why = enough(some) if some else ([], _none(seen, bool(ads)))
    used = {s for t in told.values() if isinstance(t, Trend) for s in t.sources}
    days = [day for v in seen if v.source in used for day in (v.days[0], v.days[-1])]
    last = max(days, default="")
    reach = max((t.ahead for t in told.values() if isinstance(t, Trend)), default=0)
    return TrendAnswer(
        kind=kind,
        role=wanted,
        place=place or "",
        level=rung.id if rung else "",
        why=why,
        n=max((t.n for t in told.values()), default=0),
        first=min(days, default=""),
        last=last,
        ahead=date.fromordinal(round(flows.number(last) + reach)).isoformat() if last else "",
        lines=lines,
        sources=tuple(
            SourceVisits(v.source, len(v.days), v.span, v.days[0], v.days[-1], v.source in used)
            for v in seen
        ),
    )


def _things(kind: str, catalogue: Catalogue) -> Callable[[Current], Iterable[str]]:
    def skills(ad: Current) -> Iterable[str]:
        return (*ad.facts["required"], *ad.facts["preferred"], *ad.facts["mentioned"])

    if kind == "skills":
        return skills
    if kind == "roles":
        return lambda ad: (ad.facts["role"],)
    return lambda ad: {catalogue.area_of[s] for s in skills(ad) if s in catalogue.area_of}


def _labels(kind: str, catalogue: Catalogue) -> dict[str, str]:
    if kind == "roles":
        return {r.id: r.label for r in catalogue.roles.values()}
    if kind == "areas":
        return {a.id: a.label for a in catalogue.areas.values()}
    return {s.id: s.label for s in catalogue.skills.values()}


def _none(seen: Sequence[Visits], some: bool) -> str:
    if not seen:
        return "there are no ads on this machine yet"
    if not some:
        return "insufficient data: no ad that fits what was asked"
    return "insufficient data: no ad was first seen after the first visit to its board"


def _lines(told: dict[str, Trend | TooFew], labels: dict[str, str]) -> tuple[TrendLine, ...]:
    """What changes first, by how sure that is; then what is asked most."""
    named = sorted(told)
    trends = [(name, t) for name in named if isinstance(t := told[name], Trend)]
    real = changing([t for _, t in trends])
    changes = {name for i, (name, _) in enumerate(trends) if i in real}
    lines = [_line(name, labels.get(name, name), told[name], name in changes) for name in named]
    lines.sort(key=lambda x: (x.id not in changes, x.p if x.id in changes else 0, -x.k, x.id))
    return tuple(lines)


def _line(name: str, label: str, found: Trend | TooFew, changes: bool) -> TrendLine:
    word = badge(found, changes=changes)
    if isinstance(found, TooFew):
        return TrendLine(name, label, word, found.reason, found.k, found.n)
    return TrendLine(
        id=name,
        label=label,
        badge=word,
        why="",
        k=found.k,
        n=found.n,
        share_first=round(found.share_first, 4),
        share_last=round(found.share_last, 4),
        times=round(exp(found.slope), 3),
        times_low=round(exp(found.low), 3),
        times_high=round(exp(found.high), 3),
        forecast=round(found.forecast, 4),
        forecast_low=round(found.forecast_low, 4),
        forecast_high=round(found.forecast_high, 4),
        p=round(found.p, 5),
    )
