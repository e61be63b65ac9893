"""Every component of the design on one page, for people who change it."""

from __future__ import annotations

from dataclasses import dataclass

from rung.web.page import Change, File, Nothing, Page
from rung.web.site import Site

TOKENS = (
    "paper",
    "raised",
    "ink",
    "muted",
    "rule",
    "accent",
    "on-accent",
    "tint",
    "warm",
    "on-warm",
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The names of the design's parts."""

    colours: tuple[str, ...]
    parts: tuple[str, ...]


def _patterns(_site: Site, _asked: Nothing) -> Patterns:
    return Patterns(
        TOKENS,
        (
            "headings", "lead", "facts", "buttons", "fields", "tabs", "told", "empty", "panel",
            "action", "table", "share", "reasons", "quote", "details", "progress",
        ),
    )  # fmt: skip


PAGES: tuple[Page, ...] = (
    Page(
        "/patterns",
        "Patterns",
        "Every part the pages are made of.",
        "",
        "patterns.html.j2",
        _patterns,
        Patterns,
    ),
)
FILES: tuple[File, ...] = ()
CHANGES: tuple[Change, ...] = ()
