"""The degree an ad asks for: the lowest that will do, how firmly, and in which fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rung.reading.sections import Part, Sections
from rung.reading.text import lowered
from rung.reading.windows import each, windows

DegreeLevel = Literal["bachelor", "master", "phd"]
Firmness = Literal["required", "preferred", "or_equivalent"]
_REACH = 130
"""How far after a degree's name a word may still speak of it."""
_TOGETHER = 24
"""How far apart two degrees named together stand at most ("Master's degree or PhD")."""
LEVELS: tuple[DegreeLevel, ...] = ("bachelor", "master", "phd")


@dataclass(frozen=True, slots=True)
class Degree:
    """``level`` is the lowest asked; ``higher`` one above it that would be welcome.

    ``text`` is exactly ``original[start:end]``: the words the level was read from.
    """

    level: DegreeLevel
    strength: Firmness
    higher: DegreeLevel | None
    fields: tuple[str, ...]
    start: int
    end: int
    text: str


_LEVEL: tuple[tuple[DegreeLevel, str], ...] = (
    ("phd", r"ph\.?\s?d\.?s?\b|doctora(?:te|l)s?|doctor of|promotion (?:in|im)"),
    (
        "master",
        (
            r"master(?:['’]?s|s['’]?)?(?= (?:degree|of|in|or|and|level|/)"
            r"|['’]s\b|s\b|/|,|\)|\.|;|$)"
            r"|\bm\.?s\.?c\.?(?![\w&])|\bm\.s\.(?!\w)|\bm\.?eng\b|\bmba\b|\bMS\b(?=[ /,)]|$)"
            r"|\badvanced degree|graduate degree|postgraduate degree|\bM\.?Tech\b"
        ),
    ),
    (
        "bachelor",
        (
            r"bachelor(?:['’]?s|s['’]?)?\b|\bb\.?s\.?c\.?(?![\w&])|\bb\.s\.(?!\w)|\bb\.?a\.(?!\w)"
            r"|\bBS\b(?=[ /,)]|$)|\bBA\b(?=[ /,)]|$)|\bb\.?eng\b|\bB\.?Tech\b|undergraduate degree"
            r"|four[- ]year degree|4[- ]year degree"
        ),
    ),
)
_PLAIN = (
    r"(?<!360 )(?<!360-)(?<!high )(?<!some )(?<!a )\bdegree\b(?! of\b)|(?<=a )degree (?:in|or"
    r"|from)\b"
    r"|\bdegree-level|hochschulabschluss|(?:abgeschlossenes )?studium\b"
)
"""A degree without its level: the lowest is meant, unless its sentence names one."""
_ANY = re.compile(
    "|".join(f"(?P<{level}>{pattern})" for level, pattern in (*_LEVEL, ("plain", _PLAIN))),
    re.IGNORECASE,
)
_WORDS = (
    "degree", "bachelor", "master", "ph.d", "phd", "ph. d", "ph d", "doctor", "mba", "studium",
    "hochschul", "promotion", "b.tech", "btech", "m.tech", "mtech", "b.eng", "beng", "m.eng",
    "meng",
    "bs ", "bs/", "bs,", "ms ", "ms/", "ms,", "ms)", "ba ", "ba/",
    "b.s", "m.s", "b.a", "bsc", "msc", "b.sc", "m.sc",
)  # fmt: skip
_EQUIVALENT = re.compile(
    r"\bor (?:an? )?(?!foreign)(?:\w+ ){0,3}(?:equivalent|comparable)"
    r"|equivalent (?:\w+ ){0,3}(?:experience"
    r"|training|practical|work|knowledge|qualification|combination)|or (?:\w+ ){0,3}experience"
    r"|(?:experience|or|and/or) (?:and/or|or) (?:an? )?(?:[\w/]+ ){0,3}degree|in lieu"
    r"|\bor equivalent|and/or (?:\w+ ){0,3}experience|or (?:\w+ )?(?:self[- ]taught"
    r"|bootcamp|vocational)|(?:oder|or) (?:vergleichbar|diploma)|diploma|commensurate experience",
    re.IGNORECASE,
)
_WELCOME = re.compile(
    r"\bprefer(?:red|ably|ence)?\b|\bplus\b|\bbonus\b|nice[- ]to[- ]have|\bideal(?:ly)?\b|desir"
    r"|advantage|\basset\b|not (?:strictly )?required|optional|is great|helpful|highly regarded"
    r"|welcome"
    r"|beneficial",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"no (?:\w+ )?degree|degree (?:is )?not (?:required|necessary)|(?:regardless of|without an?) "
    r"(?:\w+ )?degree|degrees? of|high degree|(?:don['’]t|do not) (?:need|require"
    r"|care)[^.]{0,30}degree"
    r"|360[- ]degree|\bscrum master|master data|master (?:plan|schedule|service|the\b)"
    r"|team of[^.]{0,60}ph\.?ds|our (?:team|founders?)|founded by|(?:co-?)?founders?\b"
    r"|we are a team"
    r"|tuition|degree program benefit|mentor(?:ing)? (?:phd|ms|master)",
    re.IGNORECASE,
)
_FIELDS = re.compile(
    r"\b(?:in|im|of)\b (?P<fields>[^.;\n()]{3,140}?)(?=\s*(?:\(|\.|;|\n|$|,? or (?:a "
    r"|an )?(?:related"
    r"|similar|relevant|equivalent|comparable)|\bwith\b|\band \d|\bplus\b|, and (?:a |an |\d)))",
    re.IGNORECASE,
)
_PIECE = re.compile(r"\s*(?:,|/|;|\bor\b|\band\b|&)\s*", re.IGNORECASE)


_MBA = re.compile(r"\bM\.?B\.?A\b(?!\w)")


@dataclass(frozen=True, slots=True)
class _Line:
    levels: tuple[DegreeLevel, ...]
    strength: Firmness
    higher: DegreeLevel | None
    match: re.Match[str]
    sentence: str


def names_mba(text: str) -> bool:
    """Whether a text names an MBA."""
    return _MBA.search(text) is not None


def degree_of(text: str, parts: Sections) -> Degree | None:
    """The lowest degree the ad asks, or None where it states none.

    Why the firmest line decides: "Bachelor's required, PhD a plus" asks for a bachelor's. A
    degree told of the team, or one that is said not to matter, isn't asked.
    """
    lines = _lines(text, parts)
    if not lines:
        return None
    firm = [x for x in lines if x.strength != "preferred"]
    chosen = min(firm or lines, key=lambda x: (LEVELS.index(x.levels[0]), x.match.start()))
    above = [
        level
        for x in lines
        for level in (
            *(x.levels if x is not chosen and x.strength == "preferred" else ()),
            x.higher,
        )
        if level is not None and LEVELS.index(level) > LEVELS.index(chosen.levels[0])
    ]
    m = chosen.match
    return Degree(
        chosen.levels[0],
        chosen.strength,
        max(above, key=LEVELS.index) if above else None,
        _fields(chosen.sentence),
        m.start(),
        m.end(),
        m.group(),
    )


def _lines(text: str, parts: Sections) -> list[_Line]:
    found: list[_Line] = []
    done = -1
    for m in each(_ANY, text, windows(text, lowered(text), _WORDS, 40)):
        if m.start() < done:
            continue
        start, end = _around(text, m)
        done = end
        part = parts.at(m.start())
        sentence = text[start:end]
        if _dismissed(sentence, part):
            continue
        found.append(_line(sentence, start, m, part))
    return found


def _around(text: str, m: re.Match[str]) -> tuple[int, int]:
    """The sentence or list item about a degree's name."""
    start = max(text.rfind("\n", 0, m.start()) + 1, m.start() - 300)
    begun = start
    for stop in re.finditer(r"(?<=[a-z)])[.!?] (?=[A-Z])|[;•]", text[begun : m.start()]):
        start = begun + stop.end()
    end = text.find("\n", m.end())
    end = min(len(text) if end < 0 else end, m.end() + 300)
    cut = re.search(r"(?<=[a-z)])[.!?](?= [A-Z])|[;•]", text[m.end() : end])
    return start, m.end() + cut.start() if cut else end


def _dismissed(sentence: str, part: Part) -> bool:
    if _NOT_ASKED.search(sentence):
        return True
    if part == "skip":
        # Benefits and firm's blurb; but education may be stated under any heading.
        return not re.search(r"require|minimum|must|education|qualif", sentence, re.IGNORECASE)
    return False


def _line(sentence: str, offset: int, first: re.Match[str], part: Part) -> _Line:
    named: list[tuple[int, DegreeLevel]] = []
    for m in _ANY.finditer(sentence):
        level = next((x for x in LEVELS if m[x]), None)
        if level is not None and level not in [x for _, x in named]:
            named.append((m.start(), level))
    named = named or [(first.start() - offset, "bachelor")]
    levels = sorted({level for _, level in named}, key=LEVELS.index)
    welcome = _near(_WELCOME, sentence, named)
    strength: Firmness = "required"
    higher: DegreeLevel | None = None
    if part == "preferred":
        strength = "preferred"
    elif welcome is not None:
        spoken_of = _group(named, welcome)
        if len(spoken_of) < len(levels):
            # "BS in CS, MS or PhD preferred": what stands nearest to the word is welcome.
            higher = spoken_of[0]
            levels = [x for x in levels if x not in spoken_of]
        elif not _field_only(sentence, welcome):
            strength = "preferred"
    if strength == "required" and _near(_EQUIVALENT, sentence, named, 70):
        strength = "or_equivalent"
    return _Line(tuple(levels), strength, higher, first, sentence)


def _group(named: list[tuple[int, DegreeLevel]], cue: re.Match[str]) -> list[DegreeLevel]:
    """The levels a cue speaks of: those named together ("MS or PhD") nearest to it."""
    groups: list[list[tuple[int, DegreeLevel]]] = []
    for at, level in named:
        if groups and at - groups[-1][-1][0] <= _TOGETHER:
            groups[-1].append((at, level))
        else:
            groups.append([(at, level)])
    before = [g for g in groups if g[0][0] < cue.start()]
    chosen = before[-1] if before else groups[0]
    return [level for _, level in chosen]


def _near(
    pattern: re.Pattern[str],
    sentence: str,
    named: list[tuple[int, DegreeLevel]],
    back: int = 50,
) -> re.Match[str] | None:
    """The first cue within reach of a level's name: ads run many demands into one line."""
    return next(
        (
            m
            for m in pattern.finditer(sentence)
            if any(at - back <= m.start() <= at + _REACH for at, _ in named)
        ),
        None,
    )


def _field_only(sentence: str, welcome: re.Match[str]) -> bool:
    """Whether only the field is preferred ("degree, preferably in statistics")."""
    return bool(re.match(r"\s*(?:in|with|from|a |an )\b", sentence[welcome.end() :]))


def _fields(sentence: str) -> tuple[str, ...]:
    """The fields of study named, as written."""
    m = _FIELDS.search(sentence)
    if m is None:
        return ()
    pieces = [p.strip(" .,:'’\"") for p in _PIECE.split(m["fields"])]
    return tuple(p for p in pieces if 2 < len(p) < 50)[:8]
