"""Whether an ad sponsors work permits, says it doesn't, or keeps silent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rung.reading.text import lowered
from rung.reading.windows import each, windows

VisaKind = Literal["sponsors", "no_sponsorship"]


@dataclass(frozen=True, slots=True)
class Visa:
    """``text`` is exactly ``original[start:end]``: the words that decide."""

    kind: VisaKind
    start: int
    end: int
    text: str


_NO = re.compile(
    r"(?:unable|not|cannot|can['’]t|don['’]t|doesn['’]t|won['’]t|no|without|isn['’]t|nor"
    r"|unavailable"
    r"|ineligible|never)\b[^.\n]{0,70}\b(?:visas?|sponsor(?:ship|ing|ed|s)?\b|h-?1b|work permit"
    r"|immigration)"
    r"|(?:visas?|sponsorship|h-?1b)\b[^.\n]{0,40}\b(?:not (?:be )?(?:available|offered|provided"
    r"|possible|"
    r"supported|considered|eligible)|unavailable|isn['’]t)"
    r"|(?:must|need to|required to|should|able to|currently|legally"
    r"|already)\b[^.\n]{0,70}\b(?:authori[sz]ed"
    r"|authori[sz]ation|eligible|entitled|(?:legal )?right|permitted)\b[^.\n]{0,25}\b(?:to )?work"
    r"(?:[^.\n]{0,80}\b(?:without|now or in the future|unrestricted|permanent))"
    r"|(?:u\.?s\.?|united states|american|australian|canadian|uk|british|eu)\s(?:citizen(?:s"
    r"|ship)?|nationals?)"
    r"(?:\s(?:or|and|only|required|is|status|(?:permanent|lawful))\b|[,.)])"
    r"|(?:must |you )(?:have|hold)[^.\n]{0,25}citizenship|\bcitizenship (?:is )?required"
    r"|must be (?:an? )?(?:u\.?s\.?|united states)[^.\n]{0,15}(?:citizen|person)"
    r"|(?:active|current|secret|ts/?sci|top[- ]secret|security|government|sc|dv|obtain\w*"
    r"|maintain\w*|hold\w*|"
    r"eligib\w+ (?:for|to))[^.\n]{0,40}\bclearance\b|\bclearance (?:is )?required"
    r"|\bitar\b[^.\n]{0,80}person"
    r"|u\.?s\.? person\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"(?:we|will|can|do|company|able to|happy to|open to|offer(?:s|ing)?|provide[sd]?"
    r"|support(?:s)?|including|with)"
    r"\b[^.\n]{0,50}\b(?:visa|immigration|h-?1b|work permit)s?\b[^.\n]{0,40}(?:sponsor\w*|support"
    r"|assist\w*|help"
    r"|transfer\w*)"
    r"|(?:sponsor(?:s|ing)?)\s(?:\w+ ){0,3}(?:visas?|h-?1b|work permits?|green card|candidates)"
    r"|visa (?:sponsorship|support|assistance)(?:[^.\n]{0,30}(?:available|provided|offered"
    r"|possible|included|is\b))"
    r"|(?:visa|relocation|immigration)[^.\n]{0,15}(?:and|&|/|,|\+)[^.\n]{0,15}(?:visa|relocation"
    r"|immigration)[^.\n]{0,20}(?:support|assist\w*"
    r"|sponsor\w*|help|package)|^\W*visa (?:sponsorship|support)\W*$|\b(?:visa"
    r"|h-?1b)[ -](?:sponsor\w*|ok\b|transfer)",
    re.IGNORECASE | re.MULTILINE,
)
_WORDS = (
    "visa", "sponsor", "clearance", "citizen", "authoriz", "authoris", "h-1b", "h1b", "immigration",
    "work permit", "right to work", "eligible to work", "entitled", "itar", "u.s. person",
    "us person", "national",
)  # fmt: skip
_NO_DOUBT = re.compile(
    r"will you (?:now|require)|do you (?:now|require)|export license|regardless"
    r"|citizenship and immigration services",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"will you (?:now|require)|do you (?:now|require)|regardless|reasonabl[ey]|may be able"
    r"|case[- ]by[- ]case|depend|executive sponsor|equal|without regard|discriminat|protected"
    r"|race|veteran|marital",
    re.IGNORECASE,
)
_STILL = re.compile(r"however|but (?:we|if)|exception|only for", re.IGNORECASE)


def visa_of(text: str) -> Visa | None:
    """What the ad says of sponsorship; citizenship or a clearance that is asked counts as none.

    Why refusals first: "we do not sponsor visas" holds every word of an offer.
    """
    where = windows(text, lowered(text), _WORDS)
    refused = _first(_NO, _NO_DOUBT, text, where)
    offered = _first(_YES, _DOUBT, text, where, refused)
    if refused is None:
        return None if offered is None else _made("sponsors", offered)
    cleared = "clearance" in refused.group().lower()
    if offered is not None and not cleared and offered.start() < refused.start():
        return _made("sponsors", offered)
    return _made("no_sponsorship", refused)


def _first(
    pattern: re.Pattern[str],
    doubt: re.Pattern[str],
    text: str,
    where: list[tuple[int, int]],
    other: re.Match[str] | None = None,
) -> re.Match[str] | None:
    for m in each(pattern, text, where):
        start = text.rfind("\n", 0, m.start()) + 1
        stop = text.find("\n", m.end())
        low = max(start, text.rfind(". ", 0, m.start()) + 1)
        sentence = text[low : m.end() if stop < 0 else min(stop, m.end() + 60)]
        if doubt.search(sentence) and not _STILL.search(sentence):
            continue
        if other is not None and _overlap(m, other):
            continue
        return m
    return None


def _overlap(a: re.Match[str], b: re.Match[str]) -> bool:
    return a.start() < b.end() and b.start() < a.end()


def _made(kind: VisaKind, m: re.Match[str]) -> Visa:
    return Visa(kind, m.start(), m.end(), m.group())
