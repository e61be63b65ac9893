"""The few Vega-Lite pieces the charts are made of, placed in pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Spec = dict[str, Any]
SIZE = 13
"""Text size in pixels."""


def spec(layers: Sequence[Spec], width: float, height: float, left: float, right: float) -> Spec:
    """A whole chart of ``layers`` with fixed margins, no axes and no frame."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": width,
        "height": height,
        "padding": {"left": left, "right": right, "top": 4, "bottom": 4},
        "autosize": {"type": "none"},
        "background": None,
        "config": {"aria": False, "view": {"stroke": None}, "font": "sans-serif"},
        "layer": list(layers),
    }


def axis(domain: Sequence[float], width: float) -> Spec:
    """A quantitative channel from ``domain`` to pixels, without drawn axis."""
    return {
        "type": "quantitative",
        "scale": {"domain": list(domain), "range": [0, width], "zero": False, "nice": False},
        "axis": None,
    }


def pixels(name: str) -> Spec:
    """A channel that takes the field's value as a pixel."""
    return {"field": name, "type": "quantitative", "scale": None, "axis": None}


def palette(name: str, colours: Mapping[str, str]) -> Spec:
    """A colour channel with a fixed colour for each value."""
    scale = {"domain": list(colours), "range": list(colours.values())}
    return {"field": name, "type": "nominal", "scale": scale, "legend": None}


def text(
    rows: Sequence[Spec],
    x: Spec,
    y: Spec,
    align: str,
    dx: float = 0,
    dy: float = 0,
    colour: str = "var(--ink)",
    weight: int = 400,
) -> Spec:
    """The ``text`` of each row beside its place."""
    return {
        "data": {"values": list(rows)},
        "mark": {
            "type": "text",
            "align": align,
            "baseline": "middle",
            "dx": dx,
            "dy": dy,
            "color": colour,
            "fontSize": SIZE,
            "fontWeight": weight,
            "limit": 0,
        },
        "encoding": {"text": {"field": "text"}, "x": x, "y": y},
    }


def bars(rows: Sequence[Spec], x: Spec, x2: Spec, thickness: float, **colours: Spec) -> Spec:
    """A bar a row, its top at the row's ``y``; where a chart can be pointed at, it says ``tip``."""
    tip = {"tooltip": {"field": "tip"}} if any("tip" in r for r in rows) else {}
    return {
        "data": {"values": list(rows)},
        "transform": [{"calculate": f"datum.y + {thickness}", "as": "bottom"}],
        "mark": {"type": "rect", "strokeWidth": 1.2, "cornerRadius": 2},
        "encoding": {
            "x": x,
            "x2": x2,
            "y": pixels("y"),
            "y2": {"field": "bottom"},
            **tip,
            **colours,
        },
    }


def upright(
    rows: Sequence[Spec], x: Spec, top: float, bottom: float, colour: str, **style: Any
) -> Spec:
    """An upright line a row."""
    return {
        "data": {"values": list(rows)},
        "mark": {"type": "rule", "color": colour, **style},
        "encoding": {"x": x, "y": {"value": top}, "y2": {"value": bottom}},
    }


def level(x: Spec, low: float, high: float, y: float, colour: str, **style: Any) -> Spec:
    """A level line between two values."""
    return {
        "data": {"values": [{"low": low, "high": high}]},
        "mark": {"type": "rule", "color": colour, **style},
        "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "y": {"value": y}},
    }
