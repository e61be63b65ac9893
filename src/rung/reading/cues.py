"""What one sentence of an ad says of a skill it names: asked, welcome, used, or none of these."""

from __future__ import annotations

import re
from typing import Literal

from rung.reading.sections import Part

Strength = Literal["required", "preferred", "mentioned"]

_PREFERRED = re.compile(
    r"\b(?:(?:is|are|as|be|considered|definite|strong|big|huge|real|major) an? "
    r"(?:\w+ )?(?:plus|bonus|asset|advantage)|a (?:\w+ )?(?:plus|bonus)\b|bonus(?: points)?\b"
    r"|nice[- ]to[- ]have"
    r"|good[- ]to[- ]have|preferred|preferably|preference|ideally|beneficial|advantageous"
    r"|desirable|desired|an? (?:\w+ )?(?:advantage|asset)\b|would be (?:great|nice|ideal|helpful)"
    r"|helpful|von vorteil|wünschenswert|idealerweise|not required,? but|\bplus\b(?=[).!;]|$))",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\b(?:must(?:[- ]have)?\b|(?:is|are|be) (?:required|essential|mandatory|a must)"
    r"|required\b(?! to)"
    r"|you have\b|you(?:'|’)ve\b|we require|requires\b|proficien(?:t|cy)|fluen(?:t|cy) (?:in|with)"
    r"|\d+\+? (?:or more )?years|(?:strong|solid|deep|excellent|good|proven|demonstrated"
    r"|extensive) "
    r"(?:\w+ ){0,3}(?:experience|knowledge|understanding|background|skills|command|grasp|expertise)"
    r"|(?:hands[- ]on |prior |previous )?(?:experience|expertise|familiarity|knowledge) (?:with"
    r"|in|of|using|building)"
    r"|familiar with|we(?:'|’)re looking for (?:someone|people|a |an )|zwingend|erforderlich)",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:no|without)\b(?P<what>[^.;\n]{0,60}?)\b(?:is |are )?(?:required|needed|necessary)\b"
    r"|\b(?:no need (?:for|to know|of)|(?:do not|don(?:'|’)t|won(?:'|’)t|needn(?:'|’)t) (?:need"
    r"|have to know|require))"
    r"(?P<more>[^.;\n]{0,60})",
    re.IGNORECASE,
)
_NOT_REQUIRED = re.compile(
    r"(?:\bnot|n(?:'|’)t) (?:strictly |absolutely )?(?:required|needed|necessary|mandatory"
    r"|a must)\b(?P<tail>[^.;\n]{0,40})",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(
    r"\b(?:you|your|yours|yourself|candidates?|applicants?|the role|this role|role|position"
    r"|responsib\w+"
    r"|looking for|need|want|we use|stack|seeking|hiring|must|should|required?s?"
    r"|experience[ds]?|knowledge|skills?|proficien\w+"
    r"|familiar\w*|degree|du|dich|dein\w*|vous|votre)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:we|our|us|is an?|is the|are an?|was|has|have|company|companies|customers?|clients?"
    r"|mission"
    r"|founded|backed|investors?|world(?:'|’)s|leader|leading|teams?|wir|unser\w*)\b",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"(?:\b(?:degree|bachelor(?:(?:'|’)?s)?|master(?:(?:'|’)?s)?|ph\.?\s?d\.?|doctorate|diploma"
    r"|studium|graduate|b\.?sc?\.?|m\.?sc?\.?"
    r"|ba|bs|ms|ma|major(?:ing)?|field)\b[^.;\n]{0,60}?\b(?:in|of|field)\b"
    r"|\bdegree:)(?P<fields>[^;\n]{0,160})",
    re.IGNORECASE,
)
_FIELDS_END = re.compile(
    r"\b(?:related|similar|equivalent|relevant|comparable|other|another|quantitative"
    r"|technical) (?:\w+ )?(?:fields?|disciplines?|subjects?|areas?|experience|degree)"
    r"|\bwith\b|\bexperience\b|\bplus\b|\d|[.)](?:\s|$)|\band (?:a |an )?(?:strong|proven|solid)",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"equal[- ]opportunit|reasonable accommodation|(?:hiring|recruiting|recruitment"
    r"|interview) (?:process|partner)"
    r"|work authori[sz]ation|background check|in accordance with the|stipend|401\(?k"
    r"|paid (?:time|parental)"
    r"|discriminat|protected veteran|gender identity|privacy (?:policy|notice)|parental leave",
    re.IGNORECASE,
)
_DISMISSED = re.compile(
    r"\b(?:not (?:just|only|merely|simply)|rather than|instead of|beyond just)\b[^,.;\n]{0,30}$",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"\s+(?:(?:Software|Research|Platform|Systems|Infrastructure|Applied) )?"
    r"(?:Engineer|Developer|Scientist|Manager|Lead|Architect|Researcher|Specialist|Intern)s?\b"
)
_PERSON = re.compile(r"(?:engineer|developer|scientist)s?$", re.IGNORECASE)
_WE = re.compile(r"\W*(?:At [\w ]{2,20}, )?(?:we|our|us|wir|unser\w*)\b", re.IGNORECASE)
_COLLEAGUES = re.compile(
    r"[\w &/,-]{0,30}?\b(?:teams?|engineers|developers|scientists|managers|researchers|analysts"
    r"|experts|leaders"
    r"|stakeholders|partners|functions|departments)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:with|alongside|between|partner(?:ing)?|support(?:ing)?|across)\b[^.;\n]{0,90}$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:collaborat\w+|partner(?:s|ed|ing)?|coordinat\w+|liais\w+|interfac\w+"
    r"|work\w* (?:closely|hand in hand|together))\b"
    r"[^.;\n]{0,25}?\b(?:with|across|between)\b(?:(?!\b(?:to|on|for|in|using|through|by|who|that"
    r"|while|and \w+ing)\b)[^.;\n]){0,60}$",
    re.IGNORECASE,
)


def demand(sentence: str, lo: int, hi: int, part: Part) -> Strength | None:
    """How strongly a sentence asks for the skill at ``[lo, hi)``; None where it doesn't.

    Why the part of the ad comes first: lists under "Nice to have" carry no further cue.
    """
    if _not_a_demand(sentence, lo, hi):
        return None
    waived = _waived(sentence, lo, hi)
    if waived is not None:
        return "preferred" if waived == "preferred" else None
    if part == "preferred":
        return "preferred"
    if any(_reaches(sentence, m, lo, hi) for m in _PREFERRED.finditer(sentence)):
        return "preferred"
    if part == "required" or _REQUIRED.search(sentence):
        return "required"
    return "mentioned"


def of_the_firm(sentence: str, part: Part) -> bool:
    """Whether a sentence of running text tells of the firm and not of the work.

    Why stricter before the first heading: ads open with what the firm does, so there any
    word for the firm is enough; further down the firm has to be the one who acts.
    """
    if _CANDIDATE.search(sentence):
        return False
    return bool(_FIRM.search(sentence) if part == "intro" else _WE.match(sentence))


def _reaches(sentence: str, cue: re.Match[str], lo: int, hi: int) -> bool:
    """Whether a cue speaks of the mention: one in brackets speaks of what is in them, or,
    where they hold only the cue ("PyTorch (preferred) or TensorFlow"), of the word before.
    """
    opened = sentence.rfind("(", 0, cue.start())
    if opened < 0 or ")" in sentence[opened : cue.start()]:
        return not re.search(r"\b(?:required|must)\b", sentence[hi : cue.start()], re.IGNORECASE)
    closed = sentence.find(")", cue.end())
    closed = len(sentence) if closed < 0 else closed
    inside = sentence[opened + 1 : closed].replace(cue.group(), "").strip(" ,.;")
    if not inside:
        return 0 <= opened - hi <= 2
    return opened < lo < closed


def _not_a_demand(sentence: str, lo: int, hi: int) -> bool:
    """Whether the name stands there for another reason: a job title, a degree's field,
    colleagues, legal text, or something that isn't enough.
    """
    return bool(
        _POSITION.match(sentence, hi)
        or _PERSON.search(sentence[lo:hi])
        or _BOILERPLATE.search(sentence)
        or _DISMISSED.search(sentence[:lo])
        or _field_of_study(sentence, lo)
        or _of_colleagues(sentence, lo, hi)
    )


def _field_of_study(sentence: str, lo: int) -> bool:
    """Whether the mention only names what a degree should be in."""
    for m in _STUDIED.finditer(sentence):
        end = _FIELDS_END.search(sentence, m.start("fields"))
        if m.start("fields") <= lo < (min(m.end(), end.start()) if end else m.end()):
            return True
    return False


def _of_colleagues(sentence: str, lo: int, hi: int) -> bool:
    """Whether the name belongs to the people one works with ("with the security team")."""
    if _TOGETHER.search(sentence[:lo]):
        return True
    after = _COLLEAGUES.match(sentence, hi)
    if after is None or any(c in after.group() for c in ",;"):
        return False
    return bool(_WITH.search(sentence[:lo])) and len(after.group().split()) <= 2


def _waived(sentence: str, lo: int, hi: int) -> Literal["no", "preferred"] | None:
    for m in _NOT_ASKED.finditer(sentence):
        if m.start() <= lo and hi <= m.end():
            return "no"
    for m in _NOT_REQUIRED.finditer(sentence):
        if hi <= m.start():
            return "preferred" if re.search(r"\b(?:but|though|plus)\b", m["tail"]) else "no"
    return None
