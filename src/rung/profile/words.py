"""The words that tell titles, employers, schools and places apart in a header line."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TITLES = (
    r"engineers?|scientists?|managers?|analysts?|developers?|researchers?|interns?|leads?"
    r"|leader|directors?|consultants?|radiologists?|teachers?|architects?|administrators?"
    r"|specialists?|associates?|assistants?|fellows?|professors?|lecturers?|instructors?"
    r"|tutors?|founders?|co-?founders?|partners?|presidents?|vice[- ]president|vp|svp|evp"
    r"|ceo|cto|cfo|coo|cio|chief|head|officers?|programmers?|designers?|technicians?"
    r"|coordinators?|supervisors?|advis[eo]rs?|strategists?|statisticians?|actuary"
    r"|mathematicians?|physicists?|chemists?|biologists?|economists?|ethicists?|linguists?"
    r"|nurses?|physicians?|doctors?|surgeons?|pharmacists?|therapists?|psychologists?"
    r"|lawyers?|attorneys?|counsel|paralegals?|accountants?|auditors?|bookkeepers?|clerks?"
    r"|writers?|editors?|journalists?|translators?|librarians?|curators?|composers?"
    r"|artists?|animators?|photographers?|producers?|operators?|trainers?|coach|mentors?"
    r"|recruiters?|representatives?|agents?|executives?|owners?|contributors?|members?"
    r"|counsel+ors?|docents?|volunteers?|captains?|sergeants?|lieutenants?|pilots?|drivers?"
    r"|chefs?|cooks?|baristas?|cashiers?|receptionists?|secretary|secretaries|planners?"
    r"|testers?|sre|sdet|dba|postdoc\w*|freelancers?|apprentices?|trainees?|students?"
    r"|educators?|facilitators?|ambassadors?|buyers?|brokers?|traders?|underwriters?"
    r"|inspectors?|investigators?|mechanics?|electricians?|machinists?|builders?|evangelists?"
    r"|advocates?|hackers?|gurus?|scrum master|principal|peers?|annotators?|labellers?"
    # French, German, Spanish, Portuguese, Italian, Dutch, Polish
    r"|ingénieure?s?|développeu(?:r|se)s?|cherch?eu(?:r|se)s?|analyste|responsable"
    r"|chef(?:fe)? de projet|chargée? d\w+|stagiaire|(?:post-?)?doctorante?|consultante"
    r"|enseignante?"
    r"|directeur|directrice|technicien(?:ne)?|professeure?|scientifique|alternante?|apprentie?"
    r"|assistante|adjointe?|architecte|formateur|formatrice|gérante?|vendeu(?:r|se)"
    r"|maître(?:sse)? de conférences|coordinateur|coordinatrice|conseill(?:er|ère)"
    r"|(?:\w*(?:entwickler|ingenieur|wissenschaftler|forscher|leiter|berater|mitarbeiter"
    r"|praktikant|lehrer|techniker|architekt|doktorand|werkstudent|informatiker|analytiker"
    r"|administrator|programmierer|dozent|kaufmann|verkäufer)(?:in)?)"
    r"|(?:wissenschaftliche|studentische)[rn]? (?:mitarbeiter(?:in)?|hilfskraft)|hilfskraft"
    r"|geschäftsführer(?:in)?|referent(?:in)?|auszubildender?|kauffrau|beauftragter?"
    r"|ingenier[oa]s?|desarrollador(?:a)?|analista|científic[oa]|investigador(?:a)?|gerente"
    r"|becari[oa]|profesor(?:a)?|jef[ea]|consultor(?:a)?|técnic[oa]|programador(?:a)?"
    r"|directora?|coordinador(?:a)?|asistente|docente|especialista|encargad[oa]|arquitect[oa]"
    r"|engenheir[oa]|desenvolvedor(?:a)?|cientista|estagiári[oa]|pesquisador(?:a)?|coordenador(?:a)?"
    r"|diretora?|arquitet[oa]|assistente|bolsista|chefe"
    r"|ingegnere|sviluppat(?:ore|rice)|ricercat(?:ore|rice)|tirocinante|stagista|responsabile"
    r"|consulente|diret(?:tore|trice)|scienziat[oa]|dottorand[oa]|impiegat[oa]|architetto"
    r"|ontwikkelaar|onderzoeker|stagiaire?|adviseur|medewerker|projectleider|promovend[aiu]s?"
    r"|wetenschapper|beheerder|hoofd|docente"
    r"|inżynier|analityk|programist[ak]a?|kierownik|stażyst(?:a|ka)|badacz(?:ka)?"
)
TITLE = re.compile(rf"(?<![\w-])(?:{_TITLES})(?![\w])", re.IGNORECASE)
"""A job-title word anywhere in a text."""

TITLE_HEAD = re.compile(
    rf"(?<![\w-])(?:{_TITLES})(?:\s*(?:[IVX]{{1,4}}|\d|[(/&,+-].*|(?:of|for|in|at|on|and|to|–)\b"
    r".*))?$",
    re.IGNORECASE,
)
"""A title word where titles carry it: last, or before "of", a comma or a numeral."""

COMPANY = re.compile(
    r"\b(?:inc|incorporated|llc|l\.l\.c|ltd|limited|gmbh|ag|s\.?a\.?s?|sarl|s\.?r\.?l|b\.?v|n\.?v"
    r"|oy|ab|plc|corp|corporation|co|company|pty|kg|pvt|llp|lp|group|holdings?|labs?"
    r"|laborator(?:y|ies)|laboratoire|technologies|technology|systems|solutions|software|studios?"
    r"|consulting|consultancy|partners|analytics|robotics|bank|banque|capital|ventures|media"
    r"|industries|networks|services|health(?:care)?|hospital|clinic|agency|agence|associates"
    r"|foundation|museum|gallery|council|ministry|department of|government|center|centre"
    r"|institute|institut|university|universität|université|universidad|universit[aà]|college"
    r"|school|academy|faculty|research|retail|logistics|insurance|airlines?|energy|motors"
    r"|pharma\w*|therapeutics|biotech|payments|financial|finance|securities|airways|telecom"
    r"|startup|freelance|self-?employed|nhs|army|navy|church|club|society|ensemble|opera"
    r"|organi[sz]ation|enterprises?|digital|cloud|data|ai|\w+\.(?:com|io|ai|org|net))\b\.?",
    re.IGNORECASE,
)
"""A word that employers' names carry."""

SUFFIX = re.compile(
    r"(?:inc|llc|l\.l\.c|ltd|limited|gmbh|ag|s\.?a\.?s?|sarl|b\.?v|n\.?v|plc|corp|co|pty ltd"
    r"|pvt ltd|llp|lp)\.?",
    re.IGNORECASE,
)
"""A legal form, which belongs to the name before the comma."""

TEAM = re.compile(r"\b(?:team|division|unit|squad|department|dept)\b\.?$", re.IGNORECASE)

DURATION = re.compile(
    r"\(?\s*(?:~?\d+(?:\.\d)?\+?\s*(?:years?|yrs?|y|months?|mos?|m|ans?|mois|jahre?|monate?)"
    r"\.?[\s,]*)+\)?",
    re.IGNORECASE,
)

ARRANGEMENT = re.compile(
    r"\(?(?:remote|hybrid|on-?site|full[- ]?time|part[- ]?time|contract|permanent|freelance"
    r"|temporary|fixed[- ]term|anywhere|worldwide|télétravail|cdi|cdd)\)?",
    re.IGNORECASE,
)

LINK = re.compile(
    r"(?:https?:/+|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|ai|dev|me|edu|co|app|fr|de"
    r"|uk|ca|info|tech|xyz)\b(?:/\S*)?",
    re.IGNORECASE,
)

ACTION = re.compile(
    r"(?:[A-Z][a-zé]+ed|led|built|wrote|ran|won|made|drove|grew|cut|set|shipped|taught|sold"
    r"|began|brought|kept|held|oversaw|rebuilt|rewrote|redesigned|spearheaded|lead|build|write"
    r"|run|own|design|develop|create|manage|work|maintain|implement|collaborate|engage|execute"
    r"|responsible|participat\w+|provid\w+|us(?:ed|ing)|help\w*|was|i|we|the|a|an|this)",
    re.IGNORECASE,
)
"""A first word that opens a sentence about work rather than names a job."""

_STATES_TOO = {"new york", "washington", "quebec", "québec", "oklahoma"}
"""States that are cities too, but stand after a town's name as states."""
_VERBAL = re.compile(
    r"applied|lead|embedded|distributed|advanced|certified|licensed|chartered|registered|associated",
    re.IGNORECASE,
)
_STATE_TAIL = re.compile(r"[A-Z]{2}(?:\s+\d{5}(?:-\d{4})?)?|[A-Z]\d[A-Z]\s?\d[A-Z]\d")


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Places in lower case: countries and states, and cities."""

    regions: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()


def is_place(text: str, places: PlaceNames) -> bool:
    """Whether a text names a place and nothing else: a known one, or "Name, ST".

    Why a region last: "Springfield, IL" is a place though nobody lists Springfield, while
    "Petit Atelier, Paris" is an employer and where it is.
    """
    bare = text.strip(" ()[].,;–-")
    if not bare or len(bare) > 60:
        return False
    if ARRANGEMENT.fullmatch(bare) or _known(bare, places):
        return True
    options = re.split(r"\s+(?:&|and|or|/)\s+|/", bare)
    return all(_is_address(o, places) for o in options)


def _is_address(text: str, places: PlaceNames) -> bool:
    parts = [p.strip() for p in text.split(",")]
    regions = 0
    while len(parts) > 1 and (
        _STATE_TAIL.fullmatch(parts[-1]) or _only_region(parts[-1], places, regions)
    ):
        parts.pop()
        regions += 1
    if all(_known(p, places) for p in parts):
        return True
    if not regions or len(parts) > 1 or not parts[0][:1].isupper():
        return False
    name = parts[0]
    cue = TITLE.search(name) or COMPANY.search(name) or SUFFIX.fullmatch(name)
    return not cue and len(name.split()) <= 3 and not any(c.isdigit() for c in name)


def _only_region(text: str, places: PlaceNames, regions: int) -> bool:
    """A country or state that is no city too: "Kestrel, Berlin" is an employer and its town."""
    city = text.lower() in places.cities and text.lower() not in _STATES_TOO
    return _region(text, places) and (bool(regions) or not city)


def _known(text: str, places: PlaceNames) -> bool:
    return (len(text) > 2 and text.lower() in places.cities) or _region(text, places)


def _region(text: str, places: PlaceNames) -> bool:
    """A country or state; two-letter forms only in capitals."""
    return text.lower() in places.regions and (len(text) > 2 or text.isupper())


def _is_titled(words: list[str]) -> bool:
    """Whether a first word that could be a verb belongs to a title ("Lead Data Engineer")."""
    return _VERBAL.fullmatch(words[0]) is not None and any(
        TITLE.fullmatch(w.strip(",:")) and not w.lower().rstrip(",:").endswith("s")
        for w in words[1:5]
    )


def is_prose(text: str) -> bool:
    """Whether a line reads as a sentence about work rather than as a header."""
    words = text.split()
    if not words or len(words) > 16:
        return True
    if text[0].islower() or text[0] in "+%$&":
        return True
    if len(words) >= 4 and ACTION.fullmatch(words[0].strip(",:")) and not _is_titled(words):
        return True
    return len(words) >= 7 and text.endswith(".") and not SUFFIX.search(words[-1])
