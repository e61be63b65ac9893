"""Hacker News' monthly "Who is hiring?", through its public search."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, decode, rows
from rung.market.connectors.values import day
from rung.market.posting import Posting
from rung.reading.markup import text_of

API = "https://hn.algolia.com/api/v1/search_by_date"
MOST = 1000
"""Comments one answer holds at most; months have fewer."""

_TITLE = re.compile(r"who is hiring", re.IGNORECASE)
_REMOTE = re.compile(r"\bremote\b", re.IGNORECASE)
_ROLE = re.compile(
    r"engineer|developer|scientist|manager|designer|lead|analyst|architect|researcher|founding"
    r"|intern|product|specialist|support|head of|director|staff|roles?\b|devops|sre\b",
    re.IGNORECASE,
)
_NOT_PLACE = re.compile(
    r"full[- ]?time|part[- ]?time|contract|intern|https?:|www\.|\$|€|£|visa|equity|salary|\.com\b",
    re.IGNORECASE,
)


class _Story(msgspec.Struct, rename="camel"):
    object_i_d: str = msgspec.field(name="objectID")
    title: str | None = None


class _Comment(msgspec.Struct):
    object_id: str = msgspec.field(name="objectID")
    comment_text: str | None = None
    created_at: str | None = None
    parent_id: int | None = None
    story_id: int | None = None


class _Hits(msgspec.Struct, rename="camel"):
    hits: list[msgspec.Raw]
    page: int = 0
    nb_pages: int = 1


def _start(_target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (Ask(Request(f"{API}?tags=story,author_whoishiring&hitsPerPage=6")),)


def _comments(story: str, page: int) -> Ask:
    return Ask(Request(f"{API}?tags=comment,story_{story}&hitsPerPage={MOST}&page={page}"))


def _read(body: bytes, ask: Ask, _target: Target) -> Page:
    hits = decode(body, _Hits)
    if "tags=story," in ask.request.url:
        stories = [msgspec.json.decode(h, type=_Story) for h in hits.hits]
        newest = next((s for s in stories if _TITLE.search(s.title or "")), None)
        return Page(more=(_comments(newest.object_i_d, 0),) if newest else ())
    good, bad = rows(hits.hits, _Comment, _posting)
    story = ask.request.url.partition("story_")[2].partition("&")[0]
    further = hits.page + 1 < hits.nb_pages and story
    return Page(good, bad, (_comments(story, hits.page + 1),) if further else ())


def _posting(comment: _Comment) -> Posting | None:
    """A comment on the story itself whose first line looks like an ad's; replies are no ads."""
    text = text_of(comment.comment_text or "")
    if not text or comment.parent_id != comment.story_id:
        return None
    first, _, _ = text.partition("\n")
    parts = [p.strip() for p in re.split(r"\s*[|•]\s*", first) if p.strip()]
    if len(parts) < 2:
        return None
    role = next((p for p in parts[1:] if _ROLE.search(p)), parts[1])
    places = [
        p for p in parts[1:] if p != role and not _NOT_PLACE.search(p) and not _ROLE.search(p)
    ]
    return Posting(
        source="hackernews",
        id=comment.object_id,
        title=role[:200],
        text=text,
        url=f"https://news.ycombinator.com/item?id={comment.object_id}",
        employer=re.sub(r"\s*\(?https?://\S+", "", parts[0]).strip()[:120],
        location="; ".join(places)[:200],
        remote=True if _REMOTE.search(first) else None,
        posted=day(comment.created_at),
    )


CONNECTOR = Connector(
    id="hackernews",
    label="Hacker News: Who is hiring?",
    documentation="https://hn.algolia.com/api",
    terms="public search interface, no key",
    recorded="2026-07",
    start=_start,
    read=_read,
)
