"""Rung: from a résumé and a goal to an evidenced plan for a career in AI and ML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rung.api import (
        ads_stats,
        chart,
        compare,
        demand,
        frame,
        gap,
        ladder,
        level,
        make_plan,
        market_map,
        nearest_roles,
        page,
        paths,
        pay,
        read,
        role,
        roles,
        skill,
        skills,
        table,
    )

__all__ = [
    "__version__",
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

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """A function of the Python API, loaded when it is first used: ``import rung`` stays cheap."""
    if name in __all__:
        from rung import api

        return getattr(api, name)
    raise AttributeError(f"module 'rung' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
