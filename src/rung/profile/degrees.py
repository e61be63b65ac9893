"""The names of degrees in several languages, and the level each stands for."""

from __future__ import annotations

import re

from rung.profile.records import DegreeLevel

_PHD = (
    r"(?i:ph\.?\s?d\b\.?|d\.?phil\b\.?|doctor(?:ate)?\b(?: of| in)?(?: philosophy)?"
    r"|doctorat\b(?: (?:de|d['’]|en) ?\w+)?|doktor\b|promotion\b"
    r"|dr\.\s?(?:rer|ing)\b\.?(?: nat\b\.?)?"
    r"|doctorado\b|dottorato\b(?: di ricerca)?|doutora(?:do|mento)\b|doktorat\b|habilitation\b)"
)
_MASTER = (
    r"(?i:integrated master(?:['’]?s)?\b|master(?:['’]?s)?(?: degree)?\b(?: of (?:science|arts"
    r"|engineering|research|philosophy|business administration|technology|computer applications"
    r"|public health|education|laws?|fine arts|data science"
    r"|applied \w+))?|m\.?sc\b\.?(?:\s?\((?:hons|eng|res)\))?"
    r"|m\.?eng\b\.?|m\.?tech\b\.?|mba\b|m\.?phil\b\.?|mres\b|mmath\b|mca\b|mph\b|llm\b|mfa\b"
    r"|m\.?ed\b"
    r"|magister\b|maîtrise\b|mastère\b|dess\b|dea\b|diplôme d['’]ingénieur\b"
    r"|diplom(?:-\w+)?\b(?:in\b)?"
    r"|staatsexamen\b|maestría\b|máster\b|mestrado\b|laurea magistrale\b|doctorandus\b)"
    r"|M\.?S\.?c?\b\.?|M\.?A\b\.?|M\.?E\.?(?= (?:in|of)\b)"
)
_BACHELOR = (
    r"(?i:bachelor(?:['’]?s)?(?: degree)?\b(?: of (?:science|arts|engineering"
    r"|technology|commerce|business administration|music|fine arts|education|laws?|mathematics"
    r"|computer applications|applied \w+))?(?: with honou?rs| \(hons?\.?\))?"
    r"|b\.?sc\b\.?(?:\s?\(hons?\.?\))?|b\.?eng\b\.?(?:\s?\(hons?\.?\))?|b\.?tech\b\.?"
    r"|b\.?com\b\.?|bba\b|bfa\b|bca\b"
    r"|llb\b|b\.?math\b|b\.?ed\b|licence\b(?: (?:professionnelle|pro))?|licenciatura\b"
    r"|bacharelado\b"
    r"|grado\b|laurea(?: triennale)?\b|ingeniería\b|inżynier\b|licencjat\b"
    r"|kandidatexamen\b)"
    r"|B\.?S\.?c?\b\.?|B\.?A\b\.?(?:\s?\(Hons?\.?\))?|B\.?E\b\.?|A\.?B\b\.?(?= (?:in|,))"
)
_ASSOCIATE = (
    r"(?i:associate(?:['’]?s)?(?: degree| of \w+(?: science)?| in)\b|foundation degree\b"
    r"|hnd\b|hnc\b)"
    r"|DUT\b|BUT\b|BTS\b|A\.A\.?S?\b\.?|A\.S\b\.?|A\.?A\.?S?\b(?= in\b)"
)
DEGREE = re.compile(
    rf"(?<![\w.&])(?:(?P<phd>{_PHD})|(?P<master>{_MASTER})|(?P<bachelor>{_BACHELOR})"
    rf"|(?P<associate>{_ASSOCIATE}))(?![\w&])"
)
"""A degree by its name; the group that matched is its level."""

COURSE = re.compile(
    r"\b(?:certificates?|bootcamp|program(?:me)?|immersive|nanodegree|diploma|abitur|fachabitur"
    r"|baccalauréat|bachillerato|a[- ]levels?|matura|maturità|high school|secondary school"
    r"|fellowship|speciali[sz]ation|study abroad|exchange|erasmus|residency|m\.?d\b\.?|mbbs"
    r"|j\.?d\b\.?"
    r"|pharm\.?d|dds|dvm|md[- ]phd|ausbildung|umschulung|lehre|pgce|postgraduate \w+|minor)\b",
    re.IGNORECASE,
)
"""A course of study that is no academic degree, or one whose level no ad asks for."""

LEVEL_ORDER: tuple[DegreeLevel, ...] = ("none", "associate", "bachelor", "master", "phd")


def level_of(text: str) -> DegreeLevel:
    """The highest degree a text names."""
    levels = [level(m) for m in DEGREE.finditer(text)]
    return max(levels, key=LEVEL_ORDER.index, default="none")


def level(match: re.Match[str]) -> DegreeLevel:
    """The level of one match of ``DEGREE``."""
    return next(lv for lv in LEVEL_ORDER if lv == match.lastgroup)
