"""The boards' ways of writing days, amounts and periods, as ours."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_LONG_AGO, _FAR = 2000, 2100
_MILLISECONDS = 100_000_000_000
"""Numbers from here on count milliseconds since 1970, smaller ones seconds."""

_PERIOD = (
    ("hour", re.compile(r"hour|\bhr\b|hourly", re.IGNORECASE)),
    ("day", re.compile(r"\bday|daily|per diem", re.IGNORECASE)),
    ("week", re.compile(r"week", re.IGNORECASE)),
    ("month", re.compile(r"month", re.IGNORECASE)),
    ("year", re.compile(r"year|annual|annum|\bpa\b|yearly", re.IGNORECASE)),
)
_AMOUNT = re.compile(r"[^\d.,]")


def day(value: str | float | None) -> str:
    """A day (YYYY-MM-DD, in UTC) from ISO text, "2026-08-05 09:41:37 UTC", RFC 2822 or an epoch.

    Empty where nothing is given; :class:`ValueError` where it is no date.
    """
    if value is None or value in ("", 0):
        return ""
    if isinstance(value, str) and value.strip().isdigit() and len(value.strip()) >= 9:
        value = float(value)
    at = _moment(value)
    if not _LONG_AGO <= at.year < _FAR:
        raise ValueError(f"{value!r} is no date of an ad")
    return at.date().isoformat()


def _moment(value: str | float) -> datetime:
    if not isinstance(value, str):
        seconds = value / 1000 if value >= _MILLISECONDS else value
        try:
            return datetime.fromtimestamp(seconds, UTC)
        except (OverflowError, OSError):
            raise ValueError(f"{value!r} is no date") from None
    text = value.strip()
    if text.endswith(" UTC"):
        text = text.removesuffix(" UTC") + "+00:00"
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        from email.utils import parsedate_to_datetime

        found = parsedate_to_datetime(text)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def amount(value: str | float | None) -> float | None:
    """A sum of money; zero, as boards write what they don't know, is None."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        value = float(_AMOUNT.sub("", value).replace(",", "") or 0)
    return float(value) if value > 0 else None


def period(word: str | None) -> str:
    """The period pay is for, from "per-year-salary", "1 YEAR", "annual"; empty where unknown."""
    return next((name for name, pattern in _PERIOD if word and pattern.search(word)), "")


def joined(*parts: str | None) -> str:
    """Those parts of a place that are given, in order, each once."""
    named = [p.strip() for p in parts if p and p.strip()]
    return ", ".join(dict.fromkeys(named))


def either(*places: str | None) -> str:
    """Several places an ad is open in."""
    named = [p.strip() for p in places if p and p.strip()]
    return "; ".join(dict.fromkeys(named))
