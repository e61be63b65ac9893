"""Rung from Python: the functions the other faces call, giving records and tables.

``import rung`` gives these names, each loaded when it is first used. Arguments are those of the
commands; ``today`` is the machine's day where it isn't given. ``make_plan`` and ``nearest_roles``
are named so because ``rung.plan`` and ``rung.fit`` are packages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rung.app import cards, my_profile, person
from rung.app import compare as comparing
from rung.app import demand as demands
from rung.app import ladder as ladders
from rung.app import market_map as maps
from rung.app import paths as ways
from rung.app import pay as pays
from rung.app import plan as plans
from rung.app.answer import Answer, NoPay
from rung.app.goal import Request, parse_day
from rung.app.wire import values
from rung.core import clock
from rung.core.errors import UserError
from rung.fit.records import GapRow
from rung.market.records import PayBand
from rung.market.stats import SnapshotStats
from rung.profile.records import Profile

__all__ = [
    "ads_stats",
    "chart",
    "compare",
    "demand",
    "frame",
    "gap",
    "ladder",
    "level",
    "make_plan",
    "market_map",
    "nearest_roles",
    "page",
    "paths",
    "pay",
    "read",
    "role",
    "roles",
    "skill",
    "skills",
    "table",
]

if TYPE_CHECKING:
    import altair
    import pandas as pd
    import pyarrow as pa

Resume = str | PathLike[str] | None
"""A document, or None for the stored profile."""

LIGHT = {
    "var(--paper)": "#fdfcf9",
    "var(--ink)": "#1d2428",
    "var(--muted)": "#566066",
    "var(--rule)": "#dcd8ce",
    "var(--accent)": "#0d5c6c",
    "var(--tint)": "#cfe5e8",
    "var(--warm)": "#93470f",
}
"""The report's light colours, for drawings that stand in no page of ours."""


def read(resume: Resume = None, *, today: date | None = None) -> Profile:
    """The person a document shows, or the stored one; each value with its place."""
    return my_profile.the_profile(_path(resume), _day(today))


def nearest_roles(resume: Resume = None, *, today: date | None = None) -> person.FitAnswer:
    """All roles, nearest first, with lines for and against."""
    return person.fit_answer(_path(resume), _day(today))


def gap(
    resume: Resume = None, *, role: str, place: str | None = None, today: date | None = None
) -> person.GapAnswer:
    """What ads for a role ask and the documents don't show, k of n."""
    return person.gap_answer(_path(resume), role, place, _day(today))


def make_plan(
    resume: Resume = None,
    *,
    role: str,
    hours: float,
    by: date | str,
    place: str | None = None,
    level: str | None = None,
    today: date | None = None,
    **wishes: Any,
) -> Answer:
    """The whole answer for one goal; ``wishes`` are further fields of ``Request``."""
    request = Request(role, hours, str(by), place, level, _day(today), **wishes)
    if resume is None:
        from rung.app import data

        return plans.look_ahead(data.open_state(), request)
    return plans.make_plan(_path(resume), request)


def compare(
    resume: Resume = None,
    *,
    roles: Sequence[str] = (),
    role: str = "",
    changes: Sequence[str] = (),
    hours: float,
    by: date | str,
    place: str | None = None,
    level: str | None = None,
    today: date | None = None,
) -> comparing.Comparison:
    """Plans for several roles beside each other, or for ``role`` with each of ``changes``.

    A change is written as in "hours=12" or "by=2027-12-31, place=London".
    """
    request = Request(role, hours, str(by), place, level, _day(today))
    return plans.what_if(_path(resume), request, tuple(changes), tuple(roles))


def page(answer: Answer) -> str:
    """An answer as one HTML page that needs nothing beside itself."""
    from rung.report.page import html

    return html(answer)


def demand(
    role: str,
    *,
    place: str | None = None,
    level: str | None = None,
    since: date | str = "",
    industry: str | None = None,
    own: bool | None = None,
) -> demands.DemandAnswer:
    """Skills that ads for a role ask: k of n with intervals, sources and dates."""
    first = parse_day(str(since), "since").isoformat() if since else ""
    return demands.demand_answer(role, place, level, since=first, industry=industry, own_ads=own)


def pay(
    role: str,
    *,
    place: str | None = None,
    level: str | None = None,
    remote: bool | None = None,
    currency: str | None = None,
    terms: str = "nominal",
    today: date | None = None,
) -> pays.PayAnswer:
    """Posted pay as a band with n and years, or why there is none."""
    return pays.pay_answer(
        role, place, level, _day(today), remote=remote, currency=currency, terms=terms
    )


def market_map(
    by: str = "country", role: str | None = None, *, own: bool | None = None
) -> maps.MapAnswer:
    """Where the ads of each role are, as shares with n."""
    return maps.market_map(by, role, own)


def ads_stats() -> SnapshotStats:
    """Which ads the bundled figures were counted from."""
    return cards.ads_stats()


def roles(query: str = "") -> tuple[cards.RoleLine, ...]:
    """The roles, or those that fit plain words."""
    return cards.role_lines(query)


def role(name: str) -> cards.RoleCard:
    """One role."""
    return cards.role_card(name)


def skills(query: str = "") -> tuple[cards.SkillLine, ...]:
    """The skills, or those that fit plain words."""
    return cards.skill_lines(query)


def skill(name: str) -> cards.SkillCard:
    """One skill."""
    return cards.skill_card(name)


def ladder(track: str | None = None, role: str | None = None) -> ladders.LadderAnswer:
    """The rungs of both tracks as guides and ads tell them."""
    return ladders.ladder_answer(track, role)


def level(resume: Resume = None, *, today: date | None = None) -> ladders.LevelAnswer:
    """The rung the documents carry, for and against."""
    return ladders.level_answer(_path(resume), _day(today))


def paths(
    role: str,
    resume: Resume = None,
    *,
    hours: float = 8,
    place: str | None = None,
    today: date | None = None,
) -> ways.PathsAnswer:
    """Ways to a role, straight or over others."""
    return ways.paths_answer(_path(resume), role, hours, place, _day(today))


def table(records: Iterable[Any]) -> pa.Table:
    """Records of one kind as an Arrow table: a column a field, nested records as structs."""
    rows = _rows(records)
    try:
        import pyarrow as pa
    except ImportError:
        raise _missing("pyarrow") from None
    return pa.Table.from_pylist(rows)


def frame(records: Iterable[Any]) -> pd.DataFrame:
    """Records of one kind as a DataFrame: a column a field, those of nested records by a dot."""
    rows = _rows(records)
    try:
        import pandas as pd
    except ImportError:
        raise _missing("pandas") from None
    made = pd.json_normalize(rows)
    for name in made.columns:
        told = made[name].dropna()
        if len(told) and all(type(value) is date for value in told):
            made[name] = made[name].astype("datetime64[s]")
    return made


def chart(shown: Sequence[GapRow] | PayBand | NoPay) -> altair.LayerChart:
    """A gap or a pay band as an Altair chart, from the spec the reports are drawn with."""
    if isinstance(shown, NoPay):
        raise UserError("the pay", f"has no figure to draw: {shown.abstained}", "See its words.")
    from rung.report import charts

    try:
        import altair
    except ImportError:
        raise _missing("altair") from None
    spec = charts.pay_band(shown) if isinstance(shown, PayBand) else charts.gap_bars(shown)
    paper = LIGHT["var(--paper)"]
    return altair.LayerChart.from_dict({**_coloured(spec), "background": paper})


def _rows(records: Iterable[Any]) -> list[dict[str, Any]]:
    found = list(records)
    kinds = {type(r) for r in found}
    if len(kinds) > 1 or not all(is_dataclass(k) and fields(k) for k in kinds):
        named = ", ".join(sorted(k.__name__ for k in kinds))
        raise UserError("the records", f"are no records of one kind ({named}).", "Give one field.")
    return [values(record) for record in found]


def _coloured(spec: Any) -> Any:
    if isinstance(spec, dict):
        return {k: _coloured(v) for k, v in spec.items()}
    if isinstance(spec, list):
        return [_coloured(v) for v in spec]
    return LIGHT.get(spec, spec) if isinstance(spec, str) else spec


def _missing(name: str) -> UserError:
    return UserError(name, "is not installed.", 'Run: pip install "rung[notebook]"')


def _path(resume: Resume) -> Path | None:
    return None if resume is None else Path(resume)


def _day(today: date | None) -> date:
    return today or clock.now().date()
