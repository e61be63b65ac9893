"""Dates as people write them in a résumé: months, years, ranges, "present"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rung.profile.records import Month

_NAMES: tuple[tuple[str, ...], ...] = (
    (
        *("january", "jan", "januar", "jänner", "jän", "janvier", "janv", "enero", "ene"),
        *("janeiro", "gennaio", "gen", "januari"),
    ),
    (
        *("february", "feb", "februar", "février", "fevrier", "févr", "fév", "febrero"),
        *("fevereiro", "fev", "febbraio", "febb", "februari"),
    ),
    (
        *("march", "mar", "märz", "maerz", "mrz", "mär", "mars", "marzo", "março", "marco"),
        *("maart", "mrt"),
    ),
    ("april", "apr", "avril", "avr", "abril", "abr", "aprile"),
    ("may", "mai", "mayo", "maio", "maggio", "mag", "mei"),
    ("june", "jun", "juni", "juin", "junio", "junho", "giugno", "giu"),
    ("july", "jul", "juli", "juillet", "juil", "julio", "julho", "luglio", "lug"),
    ("august", "aug", "août", "aout", "agosto", "ago", "augustus"),
    (
        *("september", "sept", "sep", "septembre", "septiembre", "setiembre", "setembro", "set"),
        *("settembre", "sett"),
    ),
    (
        *("october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "out", "ottobre"),
        *("ott",),
    ),
    ("november", "nov", "novembre", "noviembre", "novembro"),
    (
        *("december", "dec", "dezember", "dez", "décembre", "decembre", "déc", "diciembre", "dic"),
        *("dezembro", "dicembre"),
    ),
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_SEASON = (
    r"spring|summer|autumn|fall|winter|printemps|été|automne|hiver|frühling|sommer|herbst"
    r"|primavera|verano|otoño|invierno|q[1-4]"
)
_PRESENT = (
    r"present|current(?:ly)?|now|today|ongoing|to date|date|aujourd['’]hui|présent|actuel\w*"
    r"|en cours|à ce jour|ce jour|heute|jetzt|aktuell|laufend|la actualidad|actualidad|presente"
    r"|actual(?:mente)?|hoy|atual(?:mente)?|(?:o )?momento|hoje|in corso|oggi|attuale|attualmente"
    r"|heden|nu|obecnie"
)
_SPACED_PRESENT = _PRESENT.replace(" ", r"\s")  # blanks don't count in a verbose pattern
_TOKEN = re.compile(
    rf"""(?<![\w$€£#])(?:
      (?P<named>(?:\d{{1,2}}(?:st|nd|rd|th|\.|er)?[ ](?:de[ ])?)?\b(?P<name>{_MONTH})\b\.?,?
         (?:\s*\d{{1,2}}(?:st|nd|rd|th)?,)?\s*(?:de\s+|of\s+|/\s*)?(?P<ny>{_YEAR}|['’]\d{{2}}))
     |(?P<iso>(?P<iy>{_YEAR})[-/.](?P<im>0[1-9]|1[0-2])(?:[-/.](?:0[1-9]|[12]\d|3[01])(?!\d))?)
     |(?P<num>(?:\d{{1,2}}\.)?(?P<nm>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<nny>{_YEAR}))
     |(?P<season>(?:{_SEASON})\s+(?:of\s+)?(?P<sy>{_YEAR}))
     |(?P<year>{_YEAR})
     |(?P<month>\b(?:{_MONTH})\b\.?)
     |(?P<short>\d{{2}})
     |(?P<present>(?:{_SPACED_PRESENT})\b)
    )(?![\w%]|,\d|\.\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_TO = re.compile(
    r"\s*(?:[-–—−‐‑~→]+|to|until|till|through|thru|bis(?: zum)?|à|a|au|al|hasta(?: la)?"
    r"|até(?: (?:o|a))?|fino (?:a|ad|al)|ad|tot|t/m)\s*",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?:\b(?:since|seit|ab|depuis|desde|dal|dall['’]|sinds|vanaf)\s+)$", re.IGNORECASE
)
_OPEN = re.compile(r"\s*[-–—]\s*$")
BROKEN = re.compile(
    rf"{_YEAR}[-/.](?:(?:0[1-9]|1[0-2])\s*(?:[-–—]|to|bis|à))?$|{_YEAR}\s*(?:[-–—]|to|bis|à)\s*(?:{_MONTH})?\.?$|\b(?:{_MONTH})\.?$",
    re.IGNORECASE,
)
"""The end of a line that breaks off in the middle of a date range."""


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date or range in a text. ``open`` says that a dash follows and nothing after it."""

    start: int
    end: int
    first: Month | None
    last: Month | None
    current: bool = False
    range: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    kind: str
    date: Month | None
    month: int | None = None
    short: int | None = None


def find(text: str) -> tuple[DateHit, ...]:
    """Every date and date range, left to right."""
    tokens = [_token(m) for m in _TOKEN.finditer(text)]
    hits: list[DateHit] = []
    at = 0
    while at < len(tokens):
        pair = _pair(text, tokens[at], tokens[at + 1]) if at + 1 < len(tokens) else None
        if pair:
            hits.append(pair)
            at += 2
            continue
        single = _single(text, tokens[at])
        if single:
            hits.append(single)
        at += 1
    return tuple(hits)


def is_whole(text: str) -> bool:
    """Whether a text is one date or range and nothing else."""
    bare = text.rstrip(" .)")
    hits = find(bare)
    return len(hits) == 1 and hits[0].start == 0 and hits[0].end == len(bare)


def is_present(text: str) -> bool:
    """Whether a text says only "present"."""
    return re.fullmatch(rf"(?:{_PRESENT})", text.strip(" )."), re.IGNORECASE) is not None


def _token(match: re.Match[str]) -> _Token:
    kind = next(
        k
        for k in ("named", "iso", "num", "season", "year", "month", "short", "present")
        if match.group(k)
    )
    date: Month | None = None
    if kind == "named":
        date = Month(_year(match["ny"]), MONTHS[match["name"].lower()])
    elif kind == "iso":
        date = Month(int(match["iy"]), int(match["im"]))
    elif kind == "num":
        date = Month(int(match["nny"]), int(match["nm"]))
    elif kind in ("season", "year"):
        date = Month(int(match["sy"] or match["year"]))
    month = MONTHS.get(match.group().rstrip(".").lower()) if kind == "month" else None
    short = int(match.group()) if kind == "short" else None
    return _Token(match.start(), match.end(), kind, date, month, short)


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    two = int(text[-2:])
    return 2000 + two if two < 50 else 1900 + two


def _pair(text: str, a: _Token, b: _Token) -> DateHit | None:
    between = text[a.end : b.start]
    if not _TO.fullmatch(between) and not (
        # a soft hyphen between two months is often lost on the way out of a PDF
        between.isspace()
        and a.date
        and b.date
        and a.date.month
        and b.date.month
        and a.date <= b.date
    ):
        return None
    if a.kind == "month" and b.date and b.date.month:
        return DateHit(a.start, b.end, Month(b.date.year, a.month), b.date, range=True)
    if not a.date:
        return None
    if b.kind == "present":
        return DateHit(a.start, b.end, a.date, None, current=True, range=True)
    if b.date:
        return DateHit(a.start, b.end, a.date, b.date, range=True)
    if a.kind == "year" and b.short is not None and b.short > a.date.year % 100:
        end = Month(a.date.year // 100 * 100 + b.short)
        return DateHit(a.start, b.end, a.date, end, range=True)
    return None


def _single(text: str, token: _Token) -> DateHit | None:
    if not token.date:
        return None
    since = _SINCE.search(text, 0, token.start)
    if since:
        return DateHit(since.start(), token.end, token.date, None, current=True, range=True)
    dash = _OPEN.match(text, token.end)
    end = dash.end() if dash else token.end
    return DateHit(token.start, end, token.date, None, open=bool(dash), range=bool(dash))
