"""The level an ad's title and demands point to."""

from __future__ import annotations

import re
from typing import Literal

from rung.reading.text import plain

LEVELS = ("intern", "junior", "mid", "senior", "staff", "principal", "manager", "director")
"""Levels an ad can be read to, lowest first; the last two are the management track."""

Track = Literal["specialist", "manager"]

_WORDS = {
    "intern": (
        r"interns?|internships?|co op|coop|werkstudent\w*|working student|apprentice\w*"
        r"|praktik\w+|stagiaire|trainee"
    ),
    "director": (
        r"directors?|head of|vice president|vp|svp|evp|avp|chief (?!of staff)|c[teiod]o|cpo"
    ),
    "manager": (
        r"(?:engineering|development|science|research|learning|ml|ai|analytics|data|team|people"
        r"|software|support|operations|store|group product|platform) managers?|managers?,? "
        r"(?:of|data|machine|ml|ai|engineering|software|research|applied|customer|support"
        r"|analytics)|team leads?|em|sales leader|senior managers?$"
    ),
    "principal": r"principal|principle|distinguished|fellow|l7",
    "staff": (
        r"(?<!technical )(?<!of )staff(?!ing)|lead|leader|leads|tech lead|technical lead|iv|v|l6"
    ),
    "senior": r"senior|sr\.?|snr|iii|experienced|expert|l5|sen",
    "mid": r"ii|mid|mid level|midlevel|intermediate|l4",
    "junior": (
        r"junior|jr\.?|graduate|new grad\w*|new college grad\w*|entry level|entry|early career"
        r"|campus|university grad\w*|associate (?!director|principal|professor)|i|l3"
        r"|absolvent\w*"
    ),
}
_TITLE = tuple((level, re.compile(rf"\b(?:{words})\b")) for level, words in _WORDS.items())
"""What a title says of the level; the first that is found wins."""

_NOT_MANAGER = re.compile(
    r"\b(?:product|program|programme|project|account|success|marketing|community|office|"
    r"case|property|growth|partner\w*|delivery|content|brand|risk|finance|campaign"
    r"|release) managers?\b"
)
_EARLY = re.compile(
    r"\b(?:new grads?\b|recent graduates?|entry[- ]level (?:role|position|job)|early[- ]career|"
    r"no (?:prior |previous )?experience (?:is )?(?:required|necessary|needed))",
    re.IGNORECASE,
)
_MID_FROM, _SENIOR_FROM = 2.0, 5.0
"""Years asked from which a role without a level in its title is mid, and senior."""


def level_of(title: str, years_min: float | None, text: str) -> str | None:
    """The level in :data:`LEVELS`, or None where neither title nor text says.

    Why the title wins over years: "Senior" with three years asked is hired as senior. "Manager"
    counts where people are managed, not products or projects.
    """
    named = level_in_title(title)
    if named is not None:
        return named
    if years_min is not None:
        if years_min >= _SENIOR_FROM:
            return "senior"
        return "mid" if years_min >= _MID_FROM else "junior"
    return "junior" if _EARLY.search(text) else None


def level_in_title(title: str) -> str | None:
    """The level a title names; None where it names none."""
    return _by_title(plain(title))


def track_of(level: str | None) -> Track:
    """Whether a level leads people; titles alone tell it, since texts praise leadership of all."""
    return "manager" if level in ("manager", "director") else "specialist"


def _by_title(title: str) -> str | None:
    words = re.sub(r"[^\w.+#' ]", " ", title)
    for level, pattern in _TITLE:
        if not pattern.search(words):
            continue
        if level == "manager" and _NOT_MANAGER.search(words) and "group product" not in words:
            continue
        return level
    return None
