"""An ad's parts: what is asked, what would be welcome, the work, and the rest."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rung.reading.text import plain

Part = Literal["required", "preferred", "mentioned", "skip", "intro"]

_PREFERRED = (
    r"(?:the )?(?:nice|good|great) to haves?|nice to have skills|preferred|bonus|pluses"
    r"|plus(?: points)?"
    r"|desired|desirable|ideally|extra credit|brownie points|even better|additional qualifications"
    r"|what sets you apart|what (?:will|would|could|might|may) (?:make|set) you|what we d love"
    r"|you ?(?:ll| will)? (?:really )?(?:stand out|shine)|it s a plus|a plus|it would be|great if"
    r"|not required|optional|icing|ways to stand out|recommended|advantageous|assets?$"
    r"|you are an ideal candidate|ideal (?:candidate|experience|skills)|examples of desirable"
    r"|wunschenswert|von vorteil|pluspunkte|idealerweise"
)
_REQUIRED = (
    r"(?:job |role |position |minimum |basic |key |technical |core |essential |general "
    r"|experience )?"
    r"requirements?(?: include| for.*)?$|requirements? and|what we require"
    r"|(?:key |selection |essential |hiring )criteria$"
    r"|(?:minimum|basic|required|key|core|essential|must have|technical|your|the|professional)?"
    r" ?(?:qualifications?|competenc(?:y|ies))\b"
    r"|(?:required|must have|key|core|essential|technical|your|hard|soft) (?:skills?|experience|"
    r"knowledge|abilities|background|expertise)\b|skills?(?:$| and| &|  )|experience(?:$| and| &"
    r"| requirements)"
    r"|education(?:$| and| &)|knowledge(?:$| and| &|  )|must haves?|minimum requirements"
    r"|(?:skills|experience|things|what) (?:and experience )?(?:you ?(?:ll|will|should|must)? ?"
    r"(?:need|bring|have|possess)|you ?(?:re| are) bringing)|what you bring"
    r"|(?:what|who) we ?(?:re| are)? ?(?:are )?(?:looking for|seeking|look for|need|want|expect)"
    r"|we ?(?:re| are) looking for|(?:qualities|people) we look for|we look for|looking for$"
    r"|who (?:you|we think you) are|who should apply|who you ll be|is this you|you are$|you re$"
    r"|you have$"
    r"|you ve(?: got)?$|about you|your (?:profile|background|experience|qualifications|strengths"
    r"|toolkit)"
    r"|you (?:may|might|could|would|will|should|ll)? ?be a (?:good|great|strong|perfect) (?:fit"
    r"|match)"
    r"|you (?:may|might|could) (?:thrive|fit)|you ?(?:ll| will)? (?:thrive|succeed|excel|fit)"
    r"|this (?:role|job) (?:is|may be|might be) (?:perfect |right |great )?for you"
    r"|(?:to be|what makes you) (?:successful|a good fit|a great fit)|candidate (?:profile"
    r"|requirements)"
    r"|(?:the |our )?(?:successful|perfect) candidate|prerequisites|eligibility"
    r"|we d like you to have"
    r"|(?:dein|ihr|das|unser)? ?(?:profil|anforderungen|anforderungsprofil|qualifikation)"
    r"|(?:was|das) (?:du|sie|bringst|solltest|wir (?:erwarten|suchen|uns wunschen)|zeichnet dich)"
    r"|what (?:do )?you(?: ll| will)? need|your skills"
    r"|why you ?(?:re| are|ll be| will be) an? (?:great|good|perfect|strong)? ?(?:fit|match)"
)
_MENTIONED = (
    r"(?:key |main |core |your |primary |job |roles? (?:and|&) |the role (?:and|&) |essential "
    r"|day to day )?"
    r"(?:responsibilities|duties|accountabilities|tasks)|what you(?: ?ll| will| are going to|d)? "
    r"?(?:be )?(?:do|own|work|achieve|build|tackle|lead|drive|deliver|focus|ship|learn|contribute)"
    r"|what(?: i| wi)?(?: i)?s (?:the job|it like)|(?:about|more about) (?:the |this "
    r"|your )?(?:role|job|position|"
    r"opportunity|work|project|internship|program)|(?:the|your|this) (?:role|job|position"
    r"|opportunity|"
    r"mission|work|program|impact|challenge|project)\b|(?:role|job|position|project|program) "
    r"?(?:overview|description|summary|purpose|details|responsibilities)|overview$|summary$"
    r"|(?:our |the |your )?(?:current |technical )?(?:tech(?:nology|nical)?|technical) ?(?:stack"
    r"|environment)"
    r"|our (?:tech|stack)|stack$|tools (?:we|you)|technologies|you(?: ll| will) (?:be|do|work"
    r"|own|have|get to)"
    r"|you will$|(?:as|in) (?:a|an|this|the) .{0,40}(?:you|role)|your (?:day|typical|week"
    r"|contribution)"
    r"|a (?:typical )?day in|day to day|(?:main|our) mission and|main mission|you may work"
    r"|projects?"
    r"|in this role|why this role|how you(?: ll| will)? (?:make|contribute|have)|success (?:in"
    r"|looks)"
    r"|what success|(?:deine|ihre|die) (?:aufgaben|rolle)|aufgaben|das erwartet dich"
    r"|was dich erwartet"
    r"|what are your|areas? of (?:focus|responsibility)|focus areas|scope"
)
_SKIP = (
    r"about\b|benefits|perks|(?:our|the|your|employee|uk|us|key|full time employee) (?:benefits"
    r"|perks|package|offer)"
    r"|what (?:we|s|is|you)(?: ?ll| will| can)? ?(?:offer|get|in it|gain|provide|receive"
    r"|expect next)"
    r"|what(?: i)?s in it|what can you expect|why (?:join|us|work|you|we|choose|collaborate|be"
    r"|apply|should|[a-z]+$)"
    r"|compensation|salary|pay\b|total rewards|remuneration|base salary|the (?:pay|salary|base)"
    r"|(?:an )?equal (?:employment )?opportunit|eeo|diversity|our commitment|we are an equal"
    r"|inclusion|accommodation"
    r"|(?:our|company|core) (?:values|culture|story|mission|vision|principles|commitment|company"
    r"|people|team)"
    r"|company (?:description|overview|profile)|who (?:we are|are we|is)|(?:the|meet the"
    r"|meet) (?:team|company|founders)"
    r"|how (?:to apply|we (?:hire|work|interview))|apply\b|interview|(?:the |our )?(?:hiring"
    r"|application|recruitment|"
    r"interview|selection) process|additional (?:information|benefits|notes)|working at|life at"
    r"|we offer|join (?:us|our)"
    r"|legal|privacy|notice|disclaimer|disclosures|e verify|background check|work authori[sz]ation"
    r"|working conditions|physical|awards|recruit|location|note to|agency|find out|follow us"
    r"|what makes .* special"
    r"|what sets (?:us|our)|full time employees|was wir (?:dir )?bieten|wir bieten|unser angebot"
    r"|deine vorteile"
    r"|uber uns|(?:das|dein) (?:bieten|benefits)|culture|employment type|seniority|industries"
    r"|job function"
)
_ORDER: tuple[tuple[Part, str], ...] = (
    ("preferred", _PREFERRED),
    ("mentioned", _MENTIONED),
    ("required", _REQUIRED),
    ("skip", _SKIP),
)
_LONGEST = 9
_BULLET = re.compile(r"\s*(?:[-•·▪*●○◦–—]|\d{1,2}[.)])\s")
LONE_BULLETS = frozenset("-•·▪*●○◦–—")
"""Bullets that some boards put on a line of their own before the item."""

_INLINE = re.compile(
    r"(?:(?<=[.!?;:)] )|(?<=^))(?:(?P<r>(?:Minimum |Required |Basic |Key )?(?:Requirements"
    r"|Qualifications|"
    r"Skills)|What (?:you bring|we(?:'|’)re looking for|you(?:'|’)ll need)|Who you are"
    r"|Must[- ]haves?)"
    r"|(?P<p>(?:Nice|Good)[- ]to[- ]haves?|Preferred(?: Qualifications| Skills)?"
    r"|Bonus(?: points)?|Desired(?: Skills)?)"
    r"|(?P<m>(?:Key )?Responsibilities|What you(?:'|’)ll do|Tech stack|Job Description|Duties)"
    r"|(?P<s>Benefits|Perks|What we offer|About us|Compensation|Salary))(?: include)?\s*(?::"
    r"|(?=\s[-•]))"
)


@dataclass(frozen=True, slots=True)
class Sections:
    """Where each part of a text starts."""

    starts: tuple[int, ...]
    parts: tuple[Part, ...]

    def at(self, offset: int) -> Part:
        """The part the character at ``offset`` stands in."""
        return self.parts[bisect_right(self.starts, offset) - 1]


def sections(text: str) -> Sections:
    """Split an ad at its headings.

    Why headings decide more than wording: ads list demands without verbs ("Python, SQL") and
    describe the firm with the same words as the work. Before any heading the text counts as
    ``intro``, or as ``mentioned`` if none follows; unknown headings change nothing.
    """
    found: list[tuple[int, Part]] = [(0, "intro")]
    at = 0
    item = False
    for line in text.split("\n"):
        bare = line.strip()
        if bare and not item:
            found += [(at + offset, part) for offset, part in _line(line)]
        if bare:
            item = bare in LONE_BULLETS
        at += len(line) + 1
    if len(found) == 1:
        found = [(0, "mentioned")]
    return Sections(tuple(s for s, _ in found), tuple(p for _, p in found))


def _line(line: str) -> list[tuple[int, Part]]:
    if not line.strip() or _BULLET.match(line):
        return []
    head, colon, rest = line.partition(":")
    if part := _heading(head if colon and rest.strip() else line):
        return [(0, part)]
    return [(m.start(), _inline_part(m)) for m in _INLINE.finditer(line)]


def _inline_part(m: re.Match[str]) -> Part:
    if m["r"]:
        return "required"
    if m["p"]:
        return "preferred"
    return "mentioned" if m["m"] else "skip"


@cache
def _patterns() -> tuple[tuple[Part, re.Pattern[str]], ...]:
    return tuple((part, re.compile(pattern)) for part, pattern in _ORDER)


def _heading(line: str) -> Part | None:
    """The part a line opens, or None where it is no heading we know."""
    bare = line.strip()
    if len(bare) > 80 or bare.endswith((".", ",", ";")):
        return None
    words = re.sub(r"[^\w ]+", " ", plain(bare))
    words = " ".join(words.split())
    if not words or len(words.split()) > _LONGEST:
        return None
    return next((part for part, pattern in _patterns() if pattern.match(words)), None)
