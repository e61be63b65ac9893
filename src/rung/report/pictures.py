"""The drawings a reader meets, each named and told in words for those who don't see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rung.fit.records import GapRow
from rung.market.records import PayBand
from rung.plan.records import Plan
from rung.report import charts, graph, timeline
from rung.report.drawing import picture

if TYPE_CHECKING:
    from markupsafe import Markup


def gap(rows: Sequence[GapRow]) -> Markup | None:
    """What ads ask beside what the documents show; None where nothing is counted."""
    technical = [r for r in rows if r.kind != "human"]
    if not technical:
        return None
    return picture(
        lambda narrow: charts.gap_bars(technical, narrow=narrow),
        "gap",
        "What ads ask and what your documents show",
        "One bar a skill, as long as the share of ads that ask for it. The tables that follow "
        "hold the same numbers.",
    )


def steps(plan: Plan, by: date) -> Markup | None:
    """When each step is worked on; None where nothing is planned."""
    if not plan.weeks:
        return None
    return picture(
        lambda narrow: timeline.timeline(plan, by, narrow=narrow),
        "timeline",
        "The steps over the weeks",
        "One row a step with the weeks it is worked on. The steps table and the weekly calendar "
        "hold the same dates.",
    )


def needs(plan: Plan) -> Markup | None:
    """What each step needs first; None where no step needs another."""
    return graph.drawn(
        plan,
        "What each step needs first",
        "Boxes are steps, arrows lead from a step to those that need it. The column “after” of "
        "the steps table holds the same links.",
    )


def pay(band: PayBand) -> Markup:
    """A pay band as a bar with its middle and tenths."""
    return picture(
        lambda narrow: charts.pay_band(band, narrow=narrow),
        "pay",
        "Posted pay",
        f"{band.currency} a {band.period}: a tenth of ads below {band.p10:,}, a quarter below "
        f"{band.p25:,}, half below {band.p50:,}, three quarters below {band.p75:,}, nine tenths "
        f"below {band.p90:,}.",
    )
