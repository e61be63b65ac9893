"""The base pay an ad's text states: amounts, currency and period, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Period = Literal["year", "month", "day", "hour"]

DOLLARS = frozenset({"CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS"})
"""Currencies besides USD that are also written with a bare dollar sign."""


@dataclass(frozen=True, slots=True)
class Pay:
    """Base pay from ``low`` to ``high``; an end the ad doesn't state is None.

    ``start`` and ``end`` hold the first figure's place in the text.
    """

    low: float | None
    high: float | None
    currency: str
    period: Period
    start: int
    end: int
    confidence: float


_SIGNS = {
    "us$": "USD", "usd$": "USD", "$": "$", "ca$": "CAD", "c$": "CAD", "cad$": "CAD", "cdn$": "CAD",
    "a$": "AUD", "au$": "AUD", "aud$": "AUD", "nz$": "NZD", "s$": "SGD", "sg$": "SGD", "hk$": "HKD",
    "€": "EUR", "£": "GBP", "₹": "INR", "¥": "JPY", "zł": "PLN",
}  # fmt: skip
_CODES = "USD|EUR|GBP|CAD|AUD|NZD|SGD|HKD|INR|CHF|JPY|PLN|SEK|DKK|NOK|ILS|BRL|MXN|ZAR|CZK|AED"
_SIGN = r"(?:(?:US|USD|CA|CAD|CDN|C|AU|AUD|A|NZ|SG|S|HK)?\$|[€£₹¥])"
_CODE = rf"(?:{_CODES})"
_NUMBER = r"\d{1,3}(?:[,.' \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,3})?"
_TIMES = r"(?:\s?[kK](?![A-Za-z])|\s?(?:LPA|lakhs?)\b)"
_AMOUNT = re.compile(
    rf"(?<![\w.,$€£])(?P<c1>{_CODE}\s?(?=[\d$€£])|)(?P<s1>{_SIGN}\s?|)(?P<low>{_NUMBER})"
    rf"(?P<k1>{_TIMES}?)(?P<plus>\+)?(?P<c2>\s?(?:{_CODE}|€|£|zł)\b|\s?[€£]|)"
    rf"(?P<mid>(?:\s?/\s?(?:yr|year|hr|hour|h|month|mo|day|annum)|\s(?:per|an?|each)\s"
    rf"(?:year|hour|annum|month|day))?)"
    rf"(?:\s*(?:-|–|—|−|\bto\b|\band\b|up to|\bbis\b|\bund\b|~)\s*(?P<c3>{_CODE}\s?(?=[\d$€£])|)"
    rf"(?P<s2>{_SIGN}\s?|)(?P<high>{_NUMBER})(?P<k2>{_TIMES}?)"
    rf"(?P<c4>\s?(?:{_CODE}|€|£|zł)\b|\s?[€£]|))?",
)
_BIG = re.compile(
    r"\d|%|[xX]\b|\s?(?:\+|-|–)?\s?(?:[MBT]n?\b|[mM]m\b|million|billion|trillion|mil\b|bn\b"
    r"|employees|people|users|customers|members|companies|hours|years|days)"
)
_PERIODS: tuple[tuple[Period, re.Pattern[str]], ...] = (
    (
        "hour",
        re.compile(r"(?:/|per|an|a|by the|each)\s?(?:hour|hr|h)\b|\bhourly\b|/h\b", re.IGNORECASE),
    ),
    ("day", re.compile(r"(?:/|per|a)\s?day\b|\bday rate|\bdaily rate", re.IGNORECASE)),
    (
        "month",
        re.compile(r"(?:/|per|a|each)\s?(?:month|mo)\b|\bmonthly\b|\bpro monat", re.IGNORECASE),
    ),
    (
        "year",
        re.compile(
            r"(?:/|per|a|each)\s?(?:year|yr|annum)\b|\bannual(?:ly|i[sz]ed)?\b|\byearly\b"
            r"|\bp\.?a\.?\b"
            r"|\bLPA\b|\bpro jahr|brutto",
            re.IGNORECASE,
        ),
    ),
)
_PAYS = re.compile(
    r"salar(?:y|ies)|\bpay\b|compensation|\bbase\b|\brates?\b|\bwages?\b|remuneration|\bearn\b"
    r"|\bpackage|\bctc\b|gehalt|vergütung|\bhourly\b|\bannual(?:ly)?\b|\bband\b|\bcomp\b",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"\b(?:bonus(?:es)?|equity|stock|rsus?|401\(?k|allowance|stipend|budget|reimburse\w*|credits?"
    r"|rais(?:ed|ing)|fund(?:ed|ing|s|raise)?|revenue|arr|valu(?:ation|ed)|series [a-f]\b"
    r"|investors?"
    r"|referral|relocation|sign[- ]?on|tuition|insurance|sav(?:e[ds]?|ing|ings)|sales of"
    r"|market|assets|portfolio|transactions?|spend(?:ing)?|grants?|prizes?|worth of|quota"
    r"|wellness|wellbeing|commuter|match(?:ing)?|deductible|premium|co-?pay|donat\w+"
    r"|deals?|contracts? (?:worth|valued)|scholarship|fine[sd]?|loans?|lent)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\bote\b|on[- ]target|total (?:cash|target|annual|comp\w*|rewards?|earning)|target total"
    r"|including (?:bonus|commission|equity)|\btc\b",
    re.IGNORECASE,
)
_BASE = re.compile(r"\bbase\b|\bfixed\b", re.IGNORECASE)
_FLOOR = re.compile(
    r"(?:from|starting (?:at|from)|at least|minimum(?: of)?|above|over|ab)\s*$", re.IGNORECASE
)
_CEILING = re.compile(r"(?:up to|max(?:imum)?(?: of)?|upto|no more than|bis zu)\s*$", re.IGNORECASE)
_BEFORE, _AFTER = 130, 70
_LIKELY: dict[Period, tuple[float, float]] = {
    "year": (8_000, 2_500_000),
    "month": (300, 90_000),
    "day": (40, 5_000),
    "hour": (3, 600),
}
_RICH = {"INR": 50.0, "JPY": 100.0, "CZK": 20.0, "SEK": 9.0, "NOK": 9.0, "DKK": 6.0}
"""How many of these a dollar was worth, roughly: only to tell a year's pay from an hour's."""


@dataclass(frozen=True, slots=True)
class _Found:
    pay: Pay
    total: bool
    base: bool


def pay_of(text: str, own: str = "USD") -> Pay | None:
    """The base pay stated in an ad, or None; ``own`` is the currency of the ad's country.

    "$" is that currency where it is a dollar, and US dollars anywhere else.

    Why the overall range where several stand: ads give one line a region or a level. Total
    pay ("OTE") counts only where no base is stated, and hours never mix with years.
    """
    found = list(_each(text, own if own in DOLLARS else "USD"))
    if any(f.base for f in found):
        found = [f for f in found if not f.total] or found
    if not found:
        return None
    first = max(found, key=lambda f: (f.pay.low != f.pay.high, f.base))
    alike = [
        f.pay
        for f in found
        if (f.pay.currency, f.pay.period) == (first.pay.currency, first.pay.period)
    ]
    lows = [p.low for p in alike if p.low is not None]
    highs = [p.high for p in alike if p.high is not None]
    return Pay(
        min(lows) if lows else None,
        max(highs) if highs else None,
        first.pay.currency,
        first.pay.period,
        first.pay.start,
        first.pay.end,
        min(p.confidence for p in alike),
    )


def _each(text: str, dollar: str) -> Iterator[_Found]:
    if not any(c in text for c in "$€£₹") and not re.search(
        rf"\b(?:{_CODES})\b|\d[kK]\b|LPA|lakh", text
    ):
        return
    for m in _AMOUNT.finditer(text):
        found = _read(text, m, dollar)
        if found is not None:
            yield found


def _read(text: str, m: re.Match[str], dollar: str) -> _Found | None:
    ranged = m["high"] is not None
    currency = _currency(m, dollar)
    before = text[max(0, m.start() - _BEFORE) : m.start()]
    after = text[m.end() : m.end() + _AFTER]
    near = _clause(before)
    if _BIG.match(after) or (not ranged and _BIG.match(text[m.end("low") :])):
        return None
    paid = bool(_PAYS.search(before) or _PAYS.search(after))
    if currency is None:
        # "120k - 170k" without a sign is pay only where pay is spoken of.
        if not (ranged and (m["k1"] or m["k2"]) and _PAYS.search(near)):
            return None
        currency = dollar
    low, high = _values(m)
    period = _period(m, before, after, low, high, currency)
    if period is None or not _likely(low, high, period, currency):
        return None
    if _other(near, after, ranged) or not (paid or _stated(m, ranged, period, low)):
        return None
    if not ranged:
        floor = bool(m["plus"]) or bool(_FLOOR.search(before))
        low, high = (low, None if floor else low)
        if _CEILING.search(before):
            low, high = None, high or low
    sure = 0.95 if ranged and paid else 0.8
    pay = Pay(low, high, currency, period, m.start(), m.end(), sure)
    return _Found(
        pay, bool(_TOTAL.search(near) or _TOTAL.match(after.lstrip())), bool(_BASE.search(near))
    )


def _clause(before: str) -> str:
    """What stands before a figure in its own sentence, or as the heading above it."""
    for mark in (". ", "; ", "! "):
        before = before.rsplit(mark, 1)[-1]
    lines = before.split("\n")
    heading = next((line for line in reversed(lines[:-1]) if line.strip(" -•*")), "")
    return f"{heading} {lines[-1]}" if not lines[-1].strip(" -•*") else lines[-1]


def _other(near: str, after: str, ranged: bool) -> bool:
    """Whether the figure is something else: funding, a budget, a bonus."""
    cue = _NOT_PAY.search(near)
    if cue is not None and not _PAYS.search(near[cue.end() :]):
        return not (ranged and _PAYS.search(near))
    follows = _NOT_PAY.match(after.lstrip(" /-"))
    first = after.lstrip()[:22].lower()
    return bool(follows and not ranged) or (
        not ranged and bool(re.match(r"(?:in|of|for|towards?|worth)\b", first))
    )


def _stated(m: re.Match[str], ranged: bool, period: Period, low: float | None) -> bool:
    """Whether the figure alone is plainly pay: a range of a year's, or with its period."""
    after = m.string[m.end() : m.end() + 14]
    named = bool(m["mid"]) or any(p == period and c.search(after) for p, c in _PERIODS)
    yearly = period == "year" and (low or 0) >= 20_000
    in_header = bool(re.search(r"(?:^|[|\n])\s*$", m.string[: m.start()]) and m["plus"])
    return (yearly and (ranged or in_header)) or (named and period == "hour")


def _currency(m: re.Match[str], dollar: str) -> str | None:
    for name in ("c1", "c2", "c3", "c4"):
        code = (m[name] or "").strip()
        if code:
            return _SIGNS.get(code.lower(), code.upper())
    for name in ("s1", "s2"):
        sign = (m[name] or "").strip()
        if sign:
            found = _SIGNS[sign.lower()]
            return dollar if found == "$" else found
    marks = f"{m['k1']}{m['k2'] or ''}".lower()
    return "INR" if "l" in marks else None


def _values(m: re.Match[str]) -> tuple[float | None, float | None]:
    low = _number(m["low"])
    high = _number(m["high"]) if m["high"] else None
    times1, times2 = _times(m["k1"]), _times(m["k2"] or "")
    if high is not None and times2 > 1 and times1 == 1 and low < 1000:
        times1 = times2
    if high is not None and times1 > 1 and times2 == 1 and high < 1000:
        times2 = times1
    return low * times1, None if high is None else high * times2


def _times(mark: str) -> float:
    mark = mark.strip().lower()
    return 1000.0 if mark == "k" else 100_000.0 if mark[:1] == "l" and mark else 1.0


def _number(text: str) -> float:
    """A number with thousands marks and decimals of either habit.

    >>> _number("120,000.50"), _number("160.000"), _number("62.5")
    (120000.5, 160000.0, 62.5)
    """
    bare = re.sub(r"['\s]", "", text)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", bare):
        return float(re.sub(r"[.,]", "", bare))
    last = max(bare.rfind(","), bare.rfind("."))
    if last < 0:
        return float(bare)
    whole = re.sub(r"[.,]", "", bare[:last])
    return float(f"{whole or 0}.{bare[last + 1 :]}")


def _period(
    m: re.Match[str], before: str, after: str, low: float | None, high: float | None, currency: str
) -> Period | None:
    near_after = re.split(r"[.;\n]", after, maxsplit=1)[0][:45]
    for text in (m["mid"] or "", near_after, _clause(before)[-110:]):
        spoken = [(p, found) for p, pattern in _PERIODS if (found := pattern.search(text))]
        if spoken:
            best = min(spoken, key=lambda f: f[1].start()) if text is near_after else spoken[0]
            if _likely(low, high, best[0], currency):
                return best[0]
    top = (high or low or 0) / _RICH.get(currency, 1.0)
    if top >= 15_000:
        return "year"
    monthly = currency == "EUR" and high is not None and top >= 1_200
    return (
        "month"
        if monthly and re.search(r"salary|gehalt|pay\b", _clause(before), re.IGNORECASE)
        else None
    )


def _likely(low: float | None, high: float | None, period: Period, currency: str) -> bool:
    least, most = (x * _RICH.get(currency, 1.0) for x in _LIKELY[period])
    ends = [x for x in (low, high) if x is not None]
    in_order = len(ends) < 2 or (ends[0] <= ends[1] <= 6 * max(ends[0], 1))
    return bool(ends) and in_order and all(least <= x <= most for x in ends)
