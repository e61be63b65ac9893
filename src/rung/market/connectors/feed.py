"""RSS and Atom feeds of ads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rung.core.http import Request
from rung.market.connectors.base import SHOWN, Ask, Connector, Drifted, Page, Target
from rung.market.connectors.values import day
from rung.market.posting import BadRow, Posting
from rung.reading.markup import line_of, text_of

Item = Mapping[str, str]
_SPACE = re.compile(r"\{[^}]*\}")


def items(body: bytes) -> Iterator[dict[str, str]]:
    """Each item of a feed: the text of its children by their bare names.

    Why defused: feeds come from anywhere, and XML can hold bombs.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(body)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Drifted("the feed", f"it is no XML we can read: {error}.") from None
    found = [e for e in root.iter() if _bare(e.tag) in ("item", "entry")]
    if not found and _bare(root.tag) not in ("rss", "feed", "RDF"):
        raise Drifted("the feed", f"it is XML, but no feed ({_bare(root.tag)}).")
    for element in found:
        yield _children(element)


def _children(element: Any) -> dict[str, str]:
    held: dict[str, str] = {}
    for child in element:
        name = _bare(child.tag)
        value = (child.text or "").strip() or child.attrib.get("href", "")
        if name == "link" and child.attrib.get("rel") not in (None, "alternate"):
            continue
        if value and name not in held:
            held[name] = value
    return held


def _bare(tag: object) -> str:
    return _SPACE.sub("", tag) if isinstance(tag, str) else ""


def page_of(body: bytes, make: Callable[[Item], Posting]) -> Page:
    """The feed's items as ads."""
    good: dict[str, Posting] = {}
    bad = []
    for number, item in enumerate(items(body)):
        try:
            posting = make(item)
            posting.check()
        except ValueError as error:
            bad.append(BadRow(number, str(error), str(dict(item))[:SHOWN]))
            continue
        good.setdefault(posting.id, posting)
    return Page(tuple(good.values()), tuple(bad))


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (Ask(Request(target.search, page=True)),)


def _read(body: bytes, ask: Ask, target: Target) -> Page:
    def posting(item: Item) -> Posting:
        link = item.get("link", "")
        text = item.get("encoded") or item.get("content") or item.get("description", "")
        return Posting(
            source=target.source,
            board=target.board or ask.request.url,
            id=item.get("guid") or item.get("id") or link,
            title=line_of(item.get("title", "")),
            text=text_of(text or item.get("summary", "")),
            url=link,
            employer=target.employer or text_of(item.get("company", "") or item.get("author", "")),
            location=text_of(item.get("location", "") or item.get("region", "")),
            posted=day(item.get("pubDate") or item.get("published") or item.get("updated")),
        )

    return page_of(body, posting)


CONNECTOR = Connector(
    id="feed",
    label="RSS and Atom feeds",
    documentation="https://www.rssboard.org/rss-specification",
    terms="the feed's own; robots.txt is obeyed",
    whole=False,
    start=_start,
    read=_read,
)
