"""How a job is held, and how near to research it is."""

from __future__ import annotations

import re
from typing import Literal

from rung.reading.text import lowered
from rung.reading.windows import first, windows

Employment = Literal["employee", "contract", "intern"]
Orientation = Literal["research", "applied", "mixed"]

_CONTRACT = re.compile(
    r"\b(?:contract(?:or)?|freelanc\w+|temporary|fixed[- ]term|c2c|corp[- ]to[- ]corp|w2 contract"
    r"|1099|b2b|interim|gig)\b",
    re.IGNORECASE,
)
_CONTRACT_TEXT = re.compile(
    r"\b(?:this is an? (?:\w+[ -]){0,4}(?:contract|freelance|temporary|fixed[- ]term)"
    r"|contract (?:position"
    r"|role|duration|length|to hire|opportunity|basis)|contract[- ]to[- ]hire"
    r"|freelance (?:\w+ ){0,2}"
    r"(?:role|position|basis|translator|opportunity)|independent contractor|fixed[- ]term contract|"
    r"(?:\d+|six|three|twelve)[- ]?\+?[- ]months? (?:contract|fixed|initial|assignment|engagement)"
    r"|b2b contract|w2 only|corp[- ]to[- ]corp"
    r"|(?:job|employment|contract|\W)\s?type:? ?(?:\n\W*)?(?:contract\b|freelance)"
    r"|hourly contract"
    r"|as a contractor)",
    re.IGNORECASE,
)
_INTERN_TEXT = re.compile(
    r"\b(?:of|during|for|throughout|over) (?:your|the|this) internship\b"
    r"(?! (?:program|experience))",
    re.IGNORECASE,
)
_CONTRACT_WORDS = (
    "contract",
    "freelance",
    "temporary",
    "fixed-term",
    "fixed term",
    "w2 only",
    "corp",
)
_EMPLOYEE = (
    "full-time", "full time", "fulltime", "permanent", "benefits", "401k", "401(k",
    "paid time off", " pto",
    "parental leave", "health insurance", "medical, dental", "equity", "stock options", "salary",
    "vacation",
    "pension", "festanstellung", "unbefristet", "holiday", "rsus", "bonus", "annual leave", "perks",
)  # fmt: skip
_NEW_GRAD = re.compile(
    r"new grad|new college grad|university grad|recent grad|early career|graduate (?:program|scheme"
    r"|engineer|role)|campus|class of 20\d\d|20\d\d grad|entry[- ]level",
    re.IGNORECASE,
)


def employment_of(title: str, text: str, level: str | None, hint: str = "") -> Employment | None:
    """Employee, contract or intern; None where nothing tells.

    ``level`` is what :mod:`rung.reading.seniority` reads; ``hint`` the board's own field.
    Why a title decides first: "Contract" in a text is often a customer's.
    """
    low = lowered(text)
    if (
        level == "intern"
        or re.search(r"\bintern", hint, re.IGNORECASE)
        or _INTERN_TEXT.search(text)
    ):
        return "intern"
    if _CONTRACT.search(title) or first(
        _CONTRACT_TEXT, text, windows(text, low, _CONTRACT_WORDS, 60)
    ):
        return "contract"
    if re.search(r"contract|temp|freelance", hint, re.IGNORECASE):
        return "contract"
    if any(word in low for word in _EMPLOYEE) or re.search(
        r"full|part|permanent", hint, re.IGNORECASE
    ):
        return "employee"
    return None


def new_graduate(title: str, text: str) -> bool:
    """Whether the job is meant for people fresh from their studies."""
    return bool(_NEW_GRAD.search(title) or _NEW_GRAD.search(text[:600]))


_RESEARCH_TITLE = re.compile(
    r"\bresearch(?:er)?\b(?! (?:and development|operations|analyst|assistant|platform|tools"
    r"|infra\w*"
    r"|coordinator|nurse|associate))|\bresearch scientist|\bscientist\b(?=.*research)",
    re.IGNORECASE,
)
_NOT_RESEARCH_TITLE = re.compile(
    r"data scientist|data science|user research|market research", re.IGNORECASE
)
_RESEARCH = (
    "publish", "publication", "peer-reviewed", "peer reviewed", "neurips", "icml", "iclr",
    "cvpr", "emnlp",
    "research agenda", "novel method", "novel algorithm", "novel research", "novel architecture",
    "novel approach", "novel technique", "state-of-the-art research", "fundamental research",
    "conduct research",
    "conducting research", "research paper", "research scientist", "research community",
    "research question",
    "research direction", "research roadmap", "ph.d", "phd", "advance the state",
    "advance the field",
    "advance the frontier", "frontier research", "scientific paper", "scientific literature",
    "scientific conference", "original research", "hypothes",
)  # fmt: skip
_APPLIED = (
    "production", "deploy", "shipping", "shipped", " ship ", "customer", "client", "stakeholder",
    "product",
    "dashboard", "business", "pipeline", "ci/cd", "scalab", "scaling", "at scale",
)  # fmt: skip


def orientation_of(title: str, text: str) -> tuple[Orientation, float]:
    """How near to research the work is, and how sure that is.

    Why counted apart: nearly every ad says "research" somewhere; papers and novel methods are
    what makes it one, production and customers what doesn't.
    """
    low = lowered(text)
    research = sum(word in low for word in _RESEARCH)
    applied = sum(word in low for word in _APPLIED)
    titled = bool(_RESEARCH_TITLE.search(title)) and not _NOT_RESEARCH_TITLE.search(title)
    score = research - 0.45 * applied + (4.0 if titled else 0.0)
    if titled and score >= 3.0 and not re.search(r"engineer", title, re.IGNORECASE):
        return "research", 0.7
    if (titled and research >= 2) or score >= 2.5:
        return "mixed", 0.55
    return "applied", 0.95
