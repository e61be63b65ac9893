"""Which role an ad's text describes, whatever its title: counted signs, weighed together.

The signs are the skills an ad names, the duties it tells of, telling words and the job titles
in its text. How often each stands in ads of each role was counted over real ads whose title
names the role without doubt (``data/role_signs.json`` says which and how many); a naive Bayes
sum of those counts, damped because signs hang together, gives the probabilities.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary

from rung.catalogue.records import Role
from rung.reading.duties import Duty
from rung.reading.skills import Mention
from rung.reading.text import lowered

if TYPE_CHECKING:
    import ahocorasick

NONE = "none"
"""The class of ads that are of no role of the field."""

READ = 4000
"""Characters of a text that are looked at."""

_WORDS = (
    "research", "dashboards", "publications", "customers", "roadmap", "kubernetes", "patients",
    "stakeholders", "reports to", "direct reports", "your team", "engineers", "scientists",
    "product managers", "sales", "policy", "robot", "sensor", "camera", "etl", "warehouse",
    "experiments", "a/b", "prompt", "llm", "agents", "frontend", "backend", "react", "mobile",
    "ios",
    "security", "network", "hardware", "tests", "marketing", "recruit", "legal",
)  # fmt: skip
_OTHER_TITLES = (
    "software engineer", "product manager", "account executive", "designer", "security engineer",
    "sales", "support engineer", "backend engineer", "frontend", "full stack", "full-stack",
    "program manager", "operations", "marketing", "solutions engineer", "hardware", "recruiter",
    "consultant", "writer", "annotator", "translator", "technician",
)  # fmt: skip
_NAMED = re.compile(
    r"(?:as an?|looking for an?|seeking an?|hiring an?|join us as an?|role of|the|our|an?) "
    r"[a-z/ &,-]{0,40}?(?:engineer|scientist|manager|analyst|researcher|developer|director|lead"
    r"|designer|architect|specialist)s?\b"
)
_TITLE_SIGNS = ("first", "most", "named")
_DAMPED, _TITLES_COUNT, _PRIOR = 0.2, 2.0, 0.3
"""How much of a sign's weight counts, how many times that a title's, how much the shares."""


_TRUE = ((0.0, 0.0), (0.35, 0.38), (0.5, 0.62), (0.7, 0.77), (0.86, 0.83), (1.0, 0.95))
"""(a probability, how often it held) in the labelled ads set aside for tuning (437)."""


class HasRoles(Protocol):
    """Anything with roles by id."""

    @property
    def roles(self) -> Mapping[str, Role]:
        """Roles by id."""


@dataclass(frozen=True)
class Counts:
    """How many ads of each role were counted, and in how many each sign stands."""

    ads: Mapping[str, int]
    signs: Mapping[str, Mapping[str, int]]
    """Sign → role → ads."""
    none_bias: float


_cached: WeakKeyDictionary[HasRoles, ahocorasick.Automaton] = WeakKeyDictionary()


def chances(signs: Iterable[str], counts: Counts | None = None) -> dict[str, float]:
    """The probability of each role, :data:`NONE` among them, given an ad's signs."""
    known = counts or bundled()
    everything = sum(known.ads.values())
    scores = {role: _PRIOR * math.log(n / everything) for role, n in known.ads.items()}
    scores[NONE] += known.none_bias
    for sign in sorted(signs):
        found = known.signs.get(sign)
        if not found:
            continue
        share = sum(found.values()) / everything
        weight = _DAMPED * (_TITLES_COUNT if sign.split(":")[0] in _TITLE_SIGNS else 1.0)
        for role, n in known.ads.items():
            scores[role] += weight * math.log((found.get(role, 0) + 4 * share) / (n + 4) / share)
    top = max(scores.values())
    raised = {role: math.exp(score - top) for role, score in scores.items()}
    total = sum(raised.values())
    return {role: value / total for role, value in raised.items()}


def calibrated(chance: float) -> float:
    """How often a role of this probability is the right one."""
    for (low, held_low), (high, held_high) in pairwise(_TRUE):
        if chance <= high:
            return held_low + (held_high - held_low) * (chance - low) / (high - low)
    return _TRUE[-1][1]


def signs_of(
    text: str, mentions: Iterable[Mention], duties: Iterable[Duty], catalogue: HasRoles
) -> frozenset[str]:
    """The signs in the first :data:`READ` characters of a text."""
    low = lowered(text[:READ])
    often = Counter(m.id for m in mentions if m.end <= READ)
    found = {f"skill:{skill}" for skill in often}
    found |= {f"twice:{skill}" for skill, n in often.items() if n > 1}
    found |= {f"duty:{d.id}" for d in duties if d.end <= READ}
    found |= {f"word:{word}" for word in _WORDS if word in low}
    return frozenset(found | _titles_in(low, _titles(catalogue)))


def _titles_in(low: str, titles: ahocorasick.Automaton) -> set[str]:
    """The first title in the text, the commonest, and those it is said to look for."""
    hits: list[tuple[int, int, str]] = []
    for last, (size, role) in titles.iter(low):
        start = last - size + 1
        after = low[last + 1 : last + 2]
        if not (low[start - 1 : start].isalnum() or (after.isalpha() and after != "s")):
            hits.append((start, -size, role))
    placed: list[tuple[int, str]] = []
    end = -1
    for start, size, role in sorted(hits):
        if start >= end:
            placed.append((start, role))
            end = start - size
    if not placed:
        return set()
    most = Counter(role for _, role in placed).most_common(1)[0][0]
    named = {
        f"named:{role}"
        for m in _NAMED.finditer(low)
        for start, role in placed
        if m.start() <= start < m.end() + 3
    }
    return {f"first:{placed[0][1]}", f"most:{most}", *named}


def _titles(catalogue: HasRoles) -> ahocorasick.Automaton:
    made = _cached.get(catalogue)
    if made is None:
        import ahocorasick

        made = ahocorasick.Automaton()
        for title in _OTHER_TITLES:
            made.add_word(title, (len(title), title))
        for role in catalogue.roles.values():
            for phrase in role.titles.phrases:
                if len(phrase) > 6:
                    made.add_word(phrase, (len(phrase), role.id))
        made.make_automaton()
        _cached[catalogue] = made
    return made


@cache
def bundled() -> Counts:
    """The counts that ship with Rung."""
    text = (files("rung.reading") / "data" / "role_signs.json").read_text("utf-8")
    raw = json.loads(text)
    return Counts(raw["ads"], raw["signs"], raw["none_bias"])
