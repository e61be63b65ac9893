"""What a connector is: where to ask, and how to read the answer.

    start(target) → requests → (fetched elsewhere) → read(body, ask, target) → Page

Connectors never fetch, so that each can be tested on recorded answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from rung.core.errors import RungError
from rung.core.http import Request
from rung.market.posting import BadRow, Posting

Row = TypeVar("Row", bound=msgspec.Struct)
Read = TypeVar("Read")

SHOWN = 300
"""Characters of a bad row that are kept, so that a person can see what came."""


class Drifted(RungError):  # noqa: N818 - named for what happened
    """An answer that isn't what the source documents: HTML, empty, cut off, or another shape."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to ask a source for: an employer's board by its name there, or a search."""

    source: str
    board: str = ""
    employer: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A request, and for a single ad's page what the list already told of it."""

    request: Request
    about: Posting | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What one answer holds: ads, rows that can't be read, and what to ask next."""

    postings: tuple[Posting, ...] = ()
    bad: tuple[BadRow, ...] = ()
    more: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class Connector:
    """A source of ads.

    ``recorded`` is the month its real answers were recorded that the tests read; empty where only
    its documentation was at hand: *unverified*. ``whole`` where one pass lists every open ad, so
    that an ad no longer listed is gone. ``board`` says what names a board; empty where there is
    one list for all.
    """

    id: str
    label: str
    documentation: str
    terms: str
    start: Callable[[Target, Mapping[str, str]], tuple[Ask, ...]]
    read: Callable[[bytes, Ask, Target], Page]
    recorded: str = ""
    whole: bool = True
    board: str = ""
    keys: tuple[str, ...] = field(default=())
    """Environment variables that hold the person's own key."""


def decode(body: bytes, shape: type[Row]) -> Row:
    """A JSON answer as a record; :class:`Drifted` where it isn't one."""
    return _drifting(body, lambda: msgspec.json.decode(body, type=shape))


def decode_list(body: bytes) -> list[msgspec.Raw]:
    """A bare JSON list, its rows unread."""
    return _drifting(body, lambda: msgspec.json.decode(body, type=list[msgspec.Raw]))


def _drifting(body: bytes, read: Callable[[], Read]) -> Read:
    if not body.strip():
        raise Drifted("the answer", "it is empty.")
    try:
        return read()
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        start = body.lstrip()[:15].lower()
        if start.startswith((b"<!doctype", b"<html")):
            raise Drifted("the answer", "it is a web page instead of data.") from None
        raise Drifted("the answer", f"it has another shape than documented: {error}.") from None


def rows(
    raw: Iterable[msgspec.Raw], shape: type[Row], make: Callable[[Row], Posting | None]
) -> tuple[tuple[Posting, ...], tuple[BadRow, ...]]:
    """Each row as a posting; those that can't be read with their place and reason.

    Why row by row: one broken ad must not cost the others. ``make`` gives None for what is no ad.
    """
    good: list[Posting] = []
    bad: list[BadRow] = []
    seen: set[str] = set()
    for number, row in enumerate(raw):
        try:
            posting = make(msgspec.json.decode(row, type=shape))
            if posting is None or posting.id in seen:
                continue
            posting.check()
        except (msgspec.DecodeError, ValueError, UnicodeDecodeError) as error:
            shown = bytes(row)[:SHOWN].decode("utf-8", "replace")
            bad.append(BadRow(number, str(error), shown))
            continue
        seen.add(posting.id)
        good.append(posting)
    return tuple(good), tuple(bad)


def board_of(target: Target) -> str:
    """The board's name, safe to stand in an address."""
    if not target.board or any(c in target.board for c in "/?#&\\ \n") or ".." in target.board:
        raise RungError(
            f"{target.source}: {target.board!r}",
            "is no name of a board.",
            "See `rung ads sources`.",
        )
    return target.board
