"""How a line speaks of a skill: as had, half had, wished for, missing or another's."""

from __future__ import annotations

import re
from typing import Literal

from rung.profile.words import TITLE

Stance = Literal["plain", "hedged", "wished", "negated"]

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
    r"|(?:some |limited |brief |initial )?exposure to"
    r"|(?:some|limited|little|working towards?) (?:knowledge|experience|understanding)(?: of| in"
    r"| with)?|aware(?:ness)? of|introduct(?:ion|ory)(?: to| knowledge)?"
    r"|(?:currently )?studying|theoretical knowledge|coursework in|self-?study|notions(?: de)?"
    r"|grundkenntnisse|conocimientos básicos)\b|(?:^|[,|]\s*)learning\s*:",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:seeking|in search of|interest(?:ed|s)? in|curious about|passionate about|keen on"
    r"|excited (?:about|by|to)|aspir(?:e|es|ing|ation)|dream(?:s|ing)? of|en reconversion"
    r"|retrain(?:ing)?(?: \w+){0,2} (?:for|as|towards?|into)|(?:would|['’]d) (?:like|love) to"
    r"|(?:wants?|wanting|wish|wishes|hopes?|hoping|I plan|planning|eager|keen|looking) to"
    r"|looking forward to|looking for (?:an?|my|new|roles?|opportunit\w+|positions?|internships?)"
    r"|mov(?:e|ing) closer to(?:wards?)?|souhaite|à la recherche d|busco|auf der suche nach)\b"
    r"|(?:^|\b(?:now|currently|am) )(?:moving|transitioning|pivoting) (?:in)?to(?:wards?)?\b"
    r"|\b(?:career )?(?:objective|goal|target role)\s*:",
    re.IGNORECASE,
)
_MOVING = re.compile(r"(?:moving|transitioning|pivoting) (?:in)?to(?:wards?)?\b", re.IGNORECASE)
_WISHERS = re.compile(
    r"\b(?:clients|customers|users|teams|companies|firms|businesses|start-?ups|people|students"
    r"|learners|engineers|analysts|those|who)\s+$",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"\b(?:(?:use|using|apply|applying|leverag\w+|bring\w*|contribut\w+|utili[sz]\w+)"
    r" (?:my|strong|proven|existing)|\d+\+? years|experienced (?:in|with)"
    r"|with (?:an? )?(?:background|experience|years))\b",
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
    if _wished(before):
        return "wished"
    if _HEDGED_AFTER.search(before) or _HEDGED_BESIDE.match(text, end):
        return "hedged"
    return "plain"


def _wished(before: str) -> bool:
    """Whether the clause so far speaks of what its writer wants rather than has.

    Why not every wish: clients may be looking to adopt something, and "seeking a role where
    I can use my Python" names what the writer has.
    """
    wishes = [m for m in _WISHED.finditer(before) if not _WISHERS.search(before, 0, m.start())]
    wishes += [m for m in _MOVING.finditer(before) if _is_title(before[: m.start()])]
    return bool(wishes) and not _HAD.search(before, wishes[-1].end())


def _is_title(text: str) -> bool:
    """Whether a text ends with a job ("Actuary moving to …")."""
    return any(m.end() == len(text.rstrip()) for m in TITLE.finditer(text))
