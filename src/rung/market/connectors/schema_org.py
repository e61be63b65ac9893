"""schema.org JobPosting in any page: what search engines read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Drifted, Page, Target
from rung.market.connectors.values import amount, day, either, joined, period
from rung.market.posting import BadRow, Posting
from rung.reading.markup import line_of, text_of


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (Ask(Request(target.search, page=True)),)


def _read(body: bytes, ask: Ask, target: Target) -> Page:
    return page_of(body, ask.request.url, target)


def page_of(body: bytes, url: str, target: Target) -> Page:
    """Every JobPosting a page holds; :class:`Drifted` where it holds none."""
    good, bad = [], []
    for number, found in enumerate(postings_in(body)):
        try:
            posting = posting_of(found, url, target)
            posting.check()
            good.append(posting)
        except (ValueError, TypeError, AttributeError) as error:
            bad.append(BadRow(number, str(error), str(found)[:300]))
    if not good and not bad:
        raise Drifted(url or "the page", "it holds no ad marked for programs (JobPosting).")
    return Page(tuple(good), tuple(bad))


def postings_in(body: bytes) -> Iterator[dict[str, Any]]:
    """The JobPosting records of a page's JSON-LD, wherever they stand in it."""
    from selectolax.lexbor import LexborHTMLParser

    for script in LexborHTMLParser(body).css('script[type="application/ld+json"]'):
        try:
            yield from _inside(msgspec.json.decode(script.text(strip=True).encode()))
        except msgspec.DecodeError:
            continue


def _inside(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _inside(item)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
            yield value
        else:
            for item in value.values():
                if isinstance(item, dict | list):
                    yield from _inside(item)


def posting_of(found: Mapping[str, Any], url: str, target: Target) -> Posting:
    """One JobPosting record as an ad; the address names it where nothing else does."""
    pay, places = (
        _pay(found.get("baseSalary")),
        [_place(p) for p in _many(found.get("jobLocation"))],
    )
    name = found.get("identifier")
    own = name.get("value") if isinstance(name, dict) else name
    link = str(found.get("url") or url)
    return Posting(
        source=target.source,
        board=target.board or urlsplit(link).netloc,
        id=str(own or link or found.get("title") or ""),
        title=line_of(str(found.get("title") or "")),
        text=text_of(_text(found)),
        url=link,
        employer=target.employer or _name(found.get("hiringOrganization")),
        location=either(*(where for where, _ in places)),
        country=next((country for _, country in places if country), ""),
        remote=True if found.get("jobLocationType") == "TELECOMMUTE" else None,
        employment=", ".join(str(e) for e in _many(found.get("employmentType"))),
        posted=day(found.get("datePosted")),
        pay_low=pay[0],
        pay_high=pay[1],
        pay_currency=pay[2],
        pay_period=pay[3],
    )


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(value: Any) -> str:
    return str((value.get("name") if isinstance(value, dict) else value) or "").strip()


def _text(found: Mapping[str, Any]) -> str:
    """The description, and the parts some pages keep apart from it."""
    parts = [str(found.get("description") or "")]
    for key in ("responsibilities", "qualifications", "skills", "experienceRequirements"):
        if isinstance(found.get(key), str) and found[key] not in parts[0]:
            parts.append(f"<p>{key.removesuffix('Requirements').title()}</p>{found[key]}")
    return "\n\n".join(parts)


def _place(value: Any) -> tuple[str, str]:
    address = value.get("address") if isinstance(value, dict) else value
    if not isinstance(address, dict):
        return _name(address), ""
    country = _name(address.get("addressCountry"))
    where = joined(_name(address.get("addressLocality")), _name(address.get("addressRegion")))
    return where or country, country


def _pay(value: Any) -> tuple[float | None, float | None, str, str]:
    if not isinstance(value, dict):
        return None, None, "", ""
    inner = value.get("value")
    if not isinstance(inner, dict):
        inner = {"value": inner}
    low, high = amount(inner.get("minValue")), amount(inner.get("maxValue"))
    exact = amount(inner.get("value"))
    low, high = low or exact, high or exact
    if low is None and high is None:
        return None, None, "", ""
    unit = str(inner.get("unitText") or value.get("unitText") or "")
    return low, high, str(value.get("currency") or ""), period(unit)


CONNECTOR = Connector(
    id="page",
    label="Pages with a schema.org JobPosting",
    documentation="https://schema.org/JobPosting",
    terms="the page's own; robots.txt is obeyed",
    whole=False,
    start=_start,
    read=_read,
)
