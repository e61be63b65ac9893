"""Teamtailor's job feed (JSON Feed with a schema.org record in each item)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, board_of, decode, rows
from rung.market.connectors.schema_org import posting_of
from rung.market.connectors.values import day
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of


class _Item(msgspec.Struct):
    id: str
    title: str
    url: str = ""
    content_html: str | None = None
    content_text: str | None = None
    date_published: str | None = None
    _jobposting: dict[str, Any] | None = None


class _Feed(msgspec.Struct):
    items: list[msgspec.Raw]
    title: str | None = None
    next_url: str | None = None


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    board = board_of(target)
    host = board if "." in board else f"{board}.teamtailor.com"
    return (Ask(Request(f"https://{host}/jobs.json")),)


def _read(body: bytes, ask: Ask, target: Target) -> Page:
    feed = decode(body, _Feed)

    def posting(item: _Item) -> Posting:
        told = item._jobposting or {}  # noqa: SLF001 - the feed's own name
        made = posting_of(told, item.url, target)
        return replace(
            made,
            source="teamtailor",
            board=target.board,
            id=item.id,
            title=line_of(item.title),
            text=text_of(item.content_html or item.content_text or "") or made.text,
            url=item.url,
            employer=target.employer or made.employer or feed.title or target.board,
            posted=day(item.date_published) or made.posted,
        )

    good, bad = rows(feed.items, _Item, posting)
    further = feed.next_url and feed.next_url != ask.request.url
    return Page(good, bad, (Ask(Request(feed.next_url or "")),) if further else ())


CONNECTOR = Connector(
    id="teamtailor",
    label="Teamtailor career sites",
    documentation="https://support.teamtailor.com/en/articles/2010003",
    terms="public job feed of each career site, no key",
    board="the word before .teamtailor.com, or the career site's host",
    recorded="2026-08",
    start=_start,
    read=_read,
)
