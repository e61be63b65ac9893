"""Charts as Vega-Lite specs: one function a chart, from records to a plain dict.

Why positions are set here: text is measured with the fonts a machine happens to have, so any
layout left to the renderer would differ between machines. Colours are CSS variables of the
page, so one drawing serves light, dark and print. ``narrow`` gives the drawing for a phone,
with names above their bars.
"""

from __future__ import annotations

from collections.abc import Sequence

from rung.fit.records import GapRow
from rung.market.records import PayBand
from rung.report import words
from rung.report.marks import Spec, axis, bars, level, palette, pixels, spec, text, upright

GAP_BARS = 18
"""Skills in the gap chart; the tables hold the rest."""

EVIDENCE_FILLS = {
    "absent": "var(--paper)",
    "claimed": "var(--tint)",
    "evidenced": "var(--accent)",
    "verified": "var(--accent)",
}
ACCENT = {"value": "var(--accent)"}


def gap_bars(rows: Sequence[GapRow], *, narrow: bool = False) -> Spec:
    """Share of ads that ask for each skill; the filling says what the person shows."""
    chosen = sorted((r for r in rows if r.n), key=lambda r: (-r.k, r.skill))[:GAP_BARS]
    left, width, right, pitch, bar = (1, 338, 1, 42, 13) if narrow else (220, 420, 100, 25, 15)
    drop = 22 if narrow else 4
    top = max((r.k / r.n for r in chosen), default=1.0)
    x = {**axis([0, top], width), "field": "share"}
    values = [
        {
            "share": r.k / r.n,
            "evidence": r.evidence,
            "y": i * pitch + drop,
            "tip": f"{words.line(r.label)}: {r.k} of {r.n} ads, {words.share(r.k, r.n)}; "
            f"{words.EVIDENCE[r.evidence]}",
        }
        for i, r in enumerate(chosen)
    ]
    names = [
        {"text": words.line(r.label, 36 if narrow else 32), "y": i * pitch + drop}
        for i, r in enumerate(chosen)
    ]
    counts = [
        {"text": f"{r.k} of {r.n}", "share": r.k / r.n, "y": i * pitch + drop}
        for i, r in enumerate(chosen)
    ]
    dy = -11 if narrow else bar / 2
    y = pixels("y")
    layers = [
        bars(
            values,
            x,
            {"datum": 0},
            bar,
            fill=palette("evidence", EVIDENCE_FILLS),
            stroke=ACCENT,
        ),
        text(names, {"value": 0}, y, "left", dy=dy)
        if narrow
        else text(names, {"value": 0}, y, "right", dx=-10, dy=dy),
        text(counts, {"value": width}, y, "right", dy=dy, colour="var(--muted)")
        if narrow
        else text(counts, x, y, "left", dx=8, dy=dy, colour="var(--muted)"),
    ]
    return spec(layers, width, len(chosen) * pitch, left, right)


def pay_band(pay: PayBand, *, narrow: bool = False) -> Spec:
    """The middle half as a bar, the middle as a tick, the tenths as a line."""
    width, margin = (278, 32) if narrow else (560, 70)
    points = (pay.p10, pay.p90, *(pay.guide_range or ()))
    x = axis([min(points) - 1, max(points) + 1], width)
    middle = 42
    layers = [
        level(x, pay.p10, pay.p90, middle, "var(--accent)", strokeWidth=2),
        level(x, pay.p25, pay.p75, middle, "var(--accent)", strokeWidth=24),
        upright(
            [{"at": pay.p50}],
            {**x, "field": "at"},
            middle - 12,
            middle + 12,
            "var(--paper)",
            strokeWidth=3,
        ),
        _money(pay.p50, x, middle - 24, "center", weight=700),
        _money(pay.p25, x, middle + 24, "right", dx=14),
        _money(pay.p75, x, middle + 24, "left", dx=-14),
    ]
    if narrow:
        layers += [_money(p, x, middle - 12, "center") for p in (pay.p10, pay.p90)]
    else:
        layers += [
            _money(pay.p10, x, middle, "right", dx=-8),
            _money(pay.p90, x, middle, "left", dx=8),
        ]
    height = middle + 36
    if pay.guide_range:
        layers += _guide(pay.guide_range, x, height + 22)
        height += 30
    return spec(layers, width, height, margin, margin)


def _guide(guide: tuple[int, int], x: Spec, y: float) -> list[Spec]:
    low, high = guide
    said = f"a career guide says {_thousands(low)}–{_thousands(high)}"
    return [
        level(x, low, high, y, "var(--muted)", strokeWidth=2, strokeDash=[5, 4]),
        text(
            [{"text": said, "at": (low + high) / 2}],
            {**x, "field": "at"},
            {"value": y - 13},
            "center",
            colour="var(--muted)",
        ),
    ]


def _money(value: int, x: Spec, y: float, align: str, dx: float = 0, weight: int = 400) -> Spec:
    row = {"text": _thousands(value), "at": value}
    return text([row], {**x, "field": "at"}, {"value": y}, align, dx=dx, weight=weight)


def _thousands(value: float) -> str:
    return f"{round(value / 1000):,}k" if value >= 10_000 else f"{value:,.0f}"
