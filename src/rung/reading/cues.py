"""What one sentence of an ad says of a skill it names: asked, welcome, used, or none of these."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from rung.reading.sections import Part
from rung.reading.text import lowered

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


_PREFERRED_WORDS = (
    "plus", "bonus", "asset", "advantage", "nice", "good-to", "good to", "prefer", "ideal",
    "beneficial",
    "desir", "would be", "helpful", "vorteil", "wünschenswert", "required",
)  # fmt: skip
_REQUIRED_WORDS = (
    "must", "required", "essential", "mandatory", "you have", "you've", "you’ve", "require",
    "proficien",
    "fluen", "year", "experience", "knowledge", "understanding", "background", "skills", "command",
    "grasp", "expertise", "familiar", "looking for", "zwingend", "erforderlich",
)  # fmt: skip
_BOILERPLATE_WORDS = (
    "equal", "accommodation", "process", "partner", "work author", "background check",
    "in accordance", "stipend",
    "401", "paid ", "discriminat", "protected", "gender", "privacy", "parental",
)  # fmt: skip
_STUDIED_WORDS = (
    "degree", "bachelor", "master", "ph", "doctor", "diploma", "studium", "graduate", "b.", "bs",
    "ba ", "m.",
    "ms", "ma ", "major", "field",
)  # fmt: skip
_NEED_WORDS = ("required", "need", "necessary", "mandatory", "a must", "have to know", "require")
_DISMISSED_WORDS = ("not ", "rather", "instead", "beyond")
_WITH_WORDS = ("with", "across", "between", "alongside", "partner", "support")


class Sentence:
    """One sentence with what it says whatever skill is asked about, found when first needed.

    Why kept: a sentence that lists ten skills is judged ten times.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = lowered(text)

    def demand(self, lo: int, hi: int, part: Part) -> Strength | None:
        """How strongly it asks for the skill at ``[lo, hi)``; None where it doesn't.

        Why the part of the ad comes first: lists under "Nice to have" carry no further cue.
        """
        if self._not_a_demand(lo, hi):
            return None
        waived = self._waived(lo, hi)
        if waived is not None:
            return "preferred" if waived == "preferred" else None
        if part == "preferred":
            return "preferred"
        if any(self._reaches(m, lo, hi) for m in self._welcomes):
            return "preferred"
        if part == "required" or self._requires:
            return "required"
        return "mentioned"

    def of_the_firm(self, part: Part) -> bool:
        """Whether a sentence of running text tells of the firm and not of the work.

        Why stricter before the first heading: ads open with what the firm does, so there any
        word for the firm is enough; further down the firm has to be the one who acts.
        """
        if self._of_the_candidate:
            return False
        return self._names_firm if part == "intro" else bool(_WE.match(self.text))

    @cached_property
    def _welcomes(self) -> list[re.Match[str]]:
        return list(_PREFERRED.finditer(self.text)) if _holds(self.low, _PREFERRED_WORDS) else []

    @cached_property
    def _requires(self) -> bool:
        return _holds(self.low, _REQUIRED_WORDS) and bool(_REQUIRED.search(self.text))

    @cached_property
    def _of_the_candidate(self) -> bool:
        return bool(_CANDIDATE.search(self.text))

    @cached_property
    def _names_firm(self) -> bool:
        return bool(_FIRM.search(self.text))

    @cached_property
    def _is_boilerplate(self) -> bool:
        return _holds(self.low, _BOILERPLATE_WORDS) and bool(_BOILERPLATE.search(self.text))

    @cached_property
    def _studied(self) -> list[tuple[int, int]]:
        """Where fields of a degree stand."""
        if not _holds(self.low, _STUDIED_WORDS):
            return []
        found = []
        for m in _STUDIED.finditer(self.text):
            end = _FIELDS_END.search(self.text, m.start("fields"))
            found.append((m.start("fields"), min(m.end(), end.start()) if end else m.end()))
        return found

    @cached_property
    def _unasked(self) -> list[re.Match[str]]:
        return list(_NOT_ASKED.finditer(self.text)) if _holds(self.low, _NEED_WORDS) else []

    @cached_property
    def _unrequired(self) -> list[re.Match[str]]:
        return list(_NOT_REQUIRED.finditer(self.text)) if _holds(self.low, _NEED_WORDS) else []

    def _reaches(self, cue: re.Match[str], lo: int, hi: int) -> bool:
        """Whether a cue speaks of the mention: one in brackets speaks of what is in them, or,
        where they hold only the cue ("PyTorch (preferred) or TensorFlow"), of the word before.
        """
        text = self.text
        opened = text.rfind("(", 0, cue.start())
        if opened < 0 or ")" in text[opened : cue.start()]:
            return not re.search(r"\b(?:required|must)\b", text[hi : cue.start()], re.IGNORECASE)
        closed = text.find(")", cue.end())
        closed = len(text) if closed < 0 else closed
        inside = text[opened + 1 : closed].replace(cue.group(), "").strip(" ,.;")
        if not inside:
            return 0 <= opened - hi <= 2
        return opened < lo < closed

    def _not_a_demand(self, lo: int, hi: int) -> bool:
        """Whether the name stands there for another reason: a job title, a degree's field,
        colleagues, legal text, or something that isn't enough.
        """
        return bool(
            self._is_boilerplate
            or _POSITION.match(self.text, hi)
            or _PERSON.search(self.text, lo, hi)
            or any(start <= lo < end for start, end in self._studied)
            or self._dismissed(lo)
            or self._of_colleagues(lo, hi)
        )

    def _dismissed(self, lo: int) -> bool:
        if not _holds(self.low, _DISMISSED_WORDS):
            return False
        return bool(_DISMISSED.search(self.text[max(0, lo - 60) : lo]))

    def _of_colleagues(self, lo: int, hi: int) -> bool:
        """Whether the name belongs to the people one works with ("with the security team")."""
        if not _holds(self.low, _WITH_WORDS):
            return False
        before = self.text[:lo]
        if _TOGETHER.search(before):
            return True
        after = _COLLEAGUES.match(self.text, hi)
        if after is None or any(c in after.group() for c in ",;"):
            return False
        return bool(_WITH.search(before)) and len(after.group().split()) <= 2

    def _waived(self, lo: int, hi: int) -> Literal["no", "preferred"] | None:
        for m in self._unasked:
            if m.start() <= lo and hi <= m.end():
                return "no"
        for m in self._unrequired:
            if hi <= m.start():
                return "preferred" if re.search(r"\b(?:but|though|plus)\b", m["tail"]) else "no"
        return None


def _holds(low: str, words: tuple[str, ...]) -> bool:
    """Whether any of the words a pattern can't do without is there: search is far cheaper."""
    return any(word in low for word in words)
