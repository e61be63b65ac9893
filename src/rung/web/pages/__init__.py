"""The pages: one file an entry of the navigation, found by what each lists."""

from __future__ import annotations

from rung.web.page import Change, File, Page
from rung.web.pages import (
    ads,
    charts,
    choices,
    data,
    gap,
    market,
    me,
    patterns,
    pay,
    plan,
    roles,
    today,
    work,
)

_ALL = (today, charts, me, roles, gap, plan, market, ads, pay, choices, data, patterns, work)

PAGES: tuple[Page, ...] = tuple(p for m in _ALL for p in m.PAGES)
FILES: tuple[File, ...] = tuple(f for m in _ALL for f in m.FILES)
CHANGES: tuple[Change, ...] = tuple(c for m in _ALL for c in m.CHANGES)
