"""Personio's XML feed of open positions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rung.core.http import Request
from rung.market.connectors.base import SHOWN, Ask, Connector, Drifted, Page, Target, board_of
from rung.market.connectors.values import day, either
from rung.market.posting import BadRow, Posting
from rung.reading.markup import line_of, text_of


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    board = board_of(target)
    host = board if "." in board else f"{board}.jobs.personio.de"
    return (Ask(Request(f"https://{host}/xml?language=en")),)


def _read(body: bytes, ask: Ask, target: Target) -> Page:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(body)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Drifted("the feed", f"it is no XML we can read: {error}.") from None
    if root.tag != "workzag-jobs":
        raise Drifted("the feed", f"it is XML of another kind ({root.tag}).")
    good: dict[str, Posting] = {}
    bad = []
    host = ask.request.url.partition("/xml")[0]
    for number, position in enumerate(root.iter("position")):
        try:
            posting = _posting(position, host, target)
            posting.check()
        except ValueError as error:
            bad.append(BadRow(number, str(error), (position.findtext("name") or "")[:SHOWN]))
            continue
        good.setdefault(posting.id, posting)
    return Page(tuple(good.values()), tuple(bad))


def _posting(position: Any, host: str, target: Target) -> Posting:
    def told(name: str) -> str:
        return (position.findtext(name) or "").strip()

    parts = [
        f"{(d.findtext('name') or '').strip()}\n{text_of(d.findtext('value') or '')}"
        for d in position.iter("jobDescription")
    ]
    offices = [o.text for o in position.iterfind("additionalOffices/office")]
    return Posting(
        source="personio",
        board=target.board,
        id=told("id"),
        title=line_of(told("name")),
        text="\n\n".join(p.strip() for p in parts),
        url=f"{host}/job/{told('id')}",
        employer=target.employer or told("subcompany") or target.board,
        location=either(told("office"), *offices),
        employment=" ".join(x for x in (told("employmentType"), told("schedule")) if x),
        department=told("department"),
        posted=day(told("createdAt")),
    )


CONNECTOR = Connector(
    id="personio",
    label="Personio career sites",
    documentation="https://developer.personio.de/reference/get_xml",
    terms="public XML feed of each employer, no key",
    board="the word before .jobs.personio.de, or the career site's host",
    start=_start,
    read=_read,
)
