"""How many years of experience an ad asks at least."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rung.reading.sections import Sections, sections
from rung.reading.strength import Requirement
from rung.reading.text import lowered
from rung.reading.windows import each, windows

_NUMBER = {
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
    "eight": 8.0, "nine": 9.0, "ten": 10.0, "twelve": 12.0, "fifteen": 15.0,
}  # fmt: skip
_N = r"(?:\d{1,2}(?:\.\d)?|" + "|".join(_NUMBER) + ")"
_ASKED = re.compile(
    rf"(?P<upto>up to |less than |under |maximum of |max\.? )?(?<![\d$€£.,])(?:\b"
    rf"|(?<=[a-z]))(?P<low>{_N})(?:\s*\(\d+\))?\s*"
    rf"(?:\+|plus|or more)?\s*(?:(?:-|–|—|to|bis)\s*(?P<high>{_N})\s*\+?\s*)?"
    r"(?:or more |full |of )?(?:years?|yrs?|jahre?n?)\b(?P<tail>[^\n.;]{0,80})",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"experience|exp\b|erfahrung|work(?:ing|ed)?\b|building|developing|in (?:a|an"
    r"|the)? ?(?:\w+ ){0,3}"
    r"(?:role|position|industry|engineering|development|management|science|analytics)|leading"
    r"|managing|"
    r"designing|writing|shipping|deploying|programming|using|as an? |background|hands-on",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\bago\b|\bold\b|of age|(?:the|within) (?:last|past)|within past|for (?:over|more than"
    r"|the past)|in business"
    r"|warranty|contract|vesting|anniversar|of service|combined",
    re.IGNORECASE,
)
_WORDS = ("year", "yrs", "yr ", "jahr")
_SENTENCE = 120
"""How far from a number of years its alternative by another degree may stand."""

_APART = re.compile(r",| [-–—] |\(")
_NONE_ASKED = re.compile(
    r"\bno (?:prior |previous |professional |work |relevant )*experience (?:is |necessary|required"
    r"|needed)",
    re.IGNORECASE,
)
_WELCOME = re.compile(r"prefer|ideal|a plus|bonus|nice to have|desired|desirable", re.IGNORECASE)
_ASKING = re.compile(r"experience|minimum|at least|you have|mindestens", re.IGNORECASE)
_DEGREE = re.compile(
    r"ph\.?d|doctora|master(?:'s|’s|s)?\b|\bm\.?s\.?c?\b|bachelor|\bb\.?s\.?c?\b|degree",
    re.IGNORECASE,
)


_CLAUSE = 110
_BREAK = re.compile(r"[.;•](?:\s|$)|\n| and \d|, \d+\+? ?years", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SkillYears:
    """Years asked of one skill; ``text`` is exactly ``original[start:end]``."""

    id: str
    years: float
    start: int
    end: int
    text: str


def years_min(text: str) -> float | None:
    """The largest minimum the ad demands, or None where it states none.

    Why the largest: "5+ years in software, 2+ with ML" needs five. Years that are only
    preferred, or that tell the firm's age, don't count; "up to N" asks none. Where degrees
    trade for years ("PhD and 2 years, or Master's and 5"), the least does.
    """
    return years_in(text, sections(text))


def years_in(text: str, parts: Sections) -> float | None:
    """:func:`years_min` of a text whose parts are known."""
    found: list[float] = []
    traded: list[float] = []
    for m in each(_ASKED, text, windows(text, lowered(text), _WORDS, 100)):
        low = _asked(text, m, parts)
        if low is not None:
            (traded if _trades(text, m) else found).append(low)
    found += [min(traded)] if traded else []
    if not found and _NONE_ASKED.search(text):
        return 0.0
    return max(found) if found else None


def years_of_skills(
    text: str, skills: Iterable[Requirement], parts: Sections
) -> tuple[SkillYears, ...]:
    """The years asked of single skills: "3+ years with Python" asks three of Python.

    Why only in the same clause: years of the profession ("5 years in engineering. Python")
    are none of a tool named later.
    """
    placed = sorted(skills, key=lambda r: r.start)
    found: dict[str, SkillYears] = {}
    for m in each(_ASKED, text, windows(text, lowered(text), _WORDS, 100)):
        low = _asked(text, m, parts)
        if low is None:
            continue
        reach = m.end("high") if m["high"] else m.end("low")
        stop = min(m.end(), reach + _CLAUSE)
        for r in placed:
            if reach <= r.start < stop and not _BREAK.search(text, reach, r.start):
                known = found.get(r.id)
                if known is None or known.years < low:
                    found[r.id] = SkillYears(r.id, low, m.start(), r.end, text[m.start() : r.end])
    return tuple(sorted(found.values(), key=lambda y: (y.start, y.id)))


def _asked(text: str, m: re.Match[str], parts: Sections) -> float | None:
    if parts.at(m.start()) in ("skip", "preferred"):
        return None
    before = text[max(0, m.start() - 60) : m.start()].rsplit("\n", 1)[-1]
    around = before + m.group()
    # After a comma "ideally in a startup" speaks of where, not of how many.
    clause = _APART.split(m["tail"], maxsplit=1)[0]
    if _NOT_ASKED.search(around) or _WELCOME.search(clause) or _WELCOME.search(before):
        return None
    if not (_EXPERIENCE.search(clause) or _ASKING.search(before) or "+" in m.group()):
        return None
    low = 0.0 if m["upto"] else _value(m["low"])
    return low if low <= 20 else None


def _trades(text: str, m: re.Match[str]) -> bool:
    """Whether this demand stands in one sentence with another, by degree."""
    start = max(text.rfind("\n", 0, m.start()) + 1, m.start() - _SENTENCE)
    stop = text.find("\n", m.end())
    around = text[start : min(stop if stop >= 0 else len(text), m.end() + _SENTENCE)]
    alternative = re.search(r"\bor\b|in lieu", around, re.IGNORECASE)
    return bool(_DEGREE.search(around) and alternative) and len(_ASKED.findall(around)) > 1


def _value(text: str) -> float:
    return _NUMBER.get(text.lower()) or float(text)
