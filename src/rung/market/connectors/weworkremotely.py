"""We Work Remotely's feed."""

from __future__ import annotations

from collections.abc import Mapping

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target
from rung.market.connectors.feed import Item, page_of
from rung.market.connectors.values import day, either
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of


def _start(_target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (Ask(Request("https://weworkremotely.com/remote-jobs.rss", pause=30.0)),)


def _read(body: bytes, _ask: Ask, _target: Target) -> Page:
    return page_of(body, _posting)


def _posting(item: Item) -> Posting:
    employer, colon, title = line_of(item.get("title", "")).partition(":")
    return Posting(
        source="weworkremotely",
        id=item.get("guid") or item.get("link", ""),
        title=title.strip() if colon else employer,
        text=text_of(item.get("description", "")),
        url=item.get("link", ""),
        employer=employer if colon else "",
        location=either(item.get("region"), item.get("country"), item.get("state")),
        remote=True,
        employment=item.get("type", ""),
        department=text_of(item.get("category", "")),
        posted=day(item.get("pubDate")),
        tags=tuple(s.strip() for s in item.get("skills", "").split(",") if s.strip()),
    )


CONNECTOR = Connector(
    id="weworkremotely",
    label="We Work Remotely",
    documentation="https://weworkremotely.com/remote-job-rss-feed",
    terms="public RSS feed; a link back is asked for",
    recorded="2026-08",
    whole=False,
    start=_start,
    read=_read,
)
