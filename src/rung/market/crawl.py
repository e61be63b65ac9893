"""One pass over a source: ask, read, ask further, until it is done or stopped."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from rung.core.errors import RungError
from rung.core.http import Fetcher
from rung.market.connectors import Ask, Connector, Target
from rung.market.posting import BadRow, Posting

Step = Callable[[int, int], None]
"""Told after each answer: how many ads there are, and how many answers are still to ask for."""

MOST_FAILED = 20
"""Answers that may fail in one pass before the source is left for another time."""


@dataclass
class Crawl:
    """What one pass found; ``complete`` where every answer came."""

    target: Target
    postings: list[Posting] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    listed: set[str] = field(default_factory=set)
    """Keys of known ads that the list still held and whose own page was not asked for again."""

    failed: list[str] = field(default_factory=list)
    complete: bool = False
    asked: int = 0


def crawl(
    connector: Connector,
    target: Target,
    fetcher: Fetcher,
    keys: Mapping[str, str],
    known: Collection[str] = (),
    step: Step = lambda _ads, _left: None,
    into: Crawl | None = None,
) -> Crawl:
    """Everything a source lists now.

    ``known`` are keys of ads already read: where each ad has a page of its own, theirs are not
    asked for again. ``into`` is filled as answers come, so that Ctrl-C loses none of them.
    """
    found = into if into is not None else Crawl(target)
    asks: deque[Ask] = deque(connector.start(target, keys))
    seen_urls: set[str] = set()
    while asks:
        ask = asks.popleft()
        if ask.about is not None and ask.about.key in known:
            found.listed.add(ask.about.key)
            continue
        told = f"{ask.request.url} {ask.request.json}"
        if told in seen_urls:
            continue
        seen_urls.add(told)
        _one(connector, ask, fetcher, found, asks)
        step(len(found.postings) + len(found.listed), len(asks))
        if len(found.failed) >= MOST_FAILED:
            break
    found.complete = not found.failed and not asks
    return found


def _one(connector: Connector, ask: Ask, fetcher: Fetcher, found: Crawl, asks: deque[Ask]) -> None:
    """Fetch and read one answer; what fails is told and the others go on."""
    found.asked += 1
    try:
        answer = fetcher.fetch(ask.request)
        page = connector.read(answer.body, ask, found.target)
    except RungError as error:
        found.failed.append(f"{ask.request.url}: {error.cause}")
        return
    known = {p.key for p in found.postings}
    for posting in page.postings:
        try:
            posting.check()
        except ValueError as error:
            found.bad.append(BadRow(len(found.postings), str(error), posting.title[:300]))
            continue
        if posting.key not in known:
            known.add(posting.key)
            found.postings.append(posting)
    found.bad += page.bad
    asks.extend(page.more)
