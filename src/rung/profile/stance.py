"""How a line speaks of a skill: as had, as half had, or as missing or another's."""

from __future__ import annotations

import re
from typing import Literal

Stance = Literal["plain", "hedged", "negated"]

_CLAUSE = re.compile(r"[.;!?]\s|\n\s*\n|[–—]\s|\bbut\b|\balthough\b")
_NEGATED = re.compile(
    r"\b(?:no|without|not|never|haven['’]?t|hasn['’]?t|don['’]?t|didn['’]?t|lack(?:s|ing|ed)?"
    r"|little)\b(?:\s+(?!but\b|and\b|only\b|just\b)[\w'’+#.-]+){0,3}?"
    r"\s+(?:experience|knowledge|background|exposure|familiarity|expertise|worked|used|learned"
    r"|learnt|touched|know|yet|training|formal)\b[^.;\n]*"
    r"|\b(?:never|haven['’]?t|have not) (?:used|worked|learned|learnt|touched|tried)\b[^.;\n]*"
    r"|\bnot (?:proficient|experienced|familiar|skilled|fluent)\b[^.;\n]*"
    r"|\b(?:without|instead of|rather than)\s+(?:using\s+|any\s+)?(?=\S+(?:\s+\S+)?$)",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:her|his)\s+$", re.IGNORECASE)
_OTHERS_AFTER = re.compile(
    r"(?:\s+\w+){0,2}?\s+(?:(?:was|were|is|are)\s+)(?:hers|his|theirs|(?:done|owned|built|handled)"
    r" by (?:another|others|someone|the \w+ team|a colleague))\b",
    re.IGNORECASE,
)
_NONE_AFTER = re.compile(r"\s*[:–-]\s*(?:none|no experience)\b", re.IGNORECASE)
_HEDGED_AFTER = re.compile(
    r"\b(?:familiar(?:ity|ised|ized)?(?: with)?|basic(?:s| knowledge| understanding)?(?: of| in)?"
    r"|(?:currently |now |am |still )learning|beginner|novice|elementary|rudimentary"
    r"|(?:some |limited |brief |initial )?exposure to|(?:keenly |very )?interest(?:ed|s)? in"
    r"|(?:some|limited|little|working towards?) (?:knowledge|experience|understanding)(?: of| in"
    r"| with)?|aware(?:ness)? of|introduct(?:ion|ory)(?: to| knowledge)?|curious about"
    r"|(?:want|wants|hoping|hope|plan|planning|eager|keen|looking|aspire|aspiring) to"
    r"|(?:currently )?studying|theoretical knowledge|coursework in|self-?study|notions(?: de)?"
    r"|grundkenntnisse|conocimientos básicos)\b|(?:^|[,|]\s*)learning\s*:",
    re.IGNORECASE,
)
_HEDGED_BESIDE = re.compile(
    r"\s*(?:\((?:[^()]*\b)?(?:basic|basics|beginner|familiar|learning|novice|notions|elementary"
    r"|introductory|in progress)\b[^()]*\)|[:–-]\s*(?:basic|beginner|familiar|learning|novice)\b"
    r"|\s(?:basics|fundamentals only)\b)",
    re.IGNORECASE,
)


def stance(text: str, start: int, end: int) -> Stance:
    """How ``text`` speaks of what it names between two offsets.

    Why the clause and not the line: "Built it in Python; familiar with Rust" says two
    different things.
    """
    opened = 0
    for cut in _CLAUSE.finditer(text, 0, start):
        opened = cut.end()
    before = text[opened:start]
    whole = text[opened:end]
    for match in _NEGATED.finditer(whole):
        if match.end() >= start - opened:
            return "negated"
    others = _OTHERS.search(before) or _OTHERS_AFTER.match(text, end)
    if others or _NONE_AFTER.match(text, end):
        return "negated"
    if _HEDGED_AFTER.search(before) or _HEDGED_BESIDE.match(text, end):
        return "hedged"
    return "plain"
