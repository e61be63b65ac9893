"""Where the work is done: on site, partly, or from anywhere, and within which bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from rung.reading.text import lowered
from rung.reading.windows import first, windows

RemoteKind = Literal["onsite", "hybrid", "remote_country", "remote_anywhere"]


@dataclass(frozen=True, slots=True)
class Remote:
    """``days`` are days a week in the office; ``zone`` the time-zone bounds as written.

    ``text`` is exactly ``original[start:end]`` of title, location or text, whichever decided.
    """

    kind: RemoteKind
    days: float | None
    zone: str | None
    start: int
    end: int
    text: str


_DAYS = re.compile(
    r"(?P<n>\d(?:\s?(?:-|–|to|or)\s?\d)?|one|two|three|four|five)\+?(?: full)? "
    r"(?:days?|x)(?: per| a| each| every|/| / )? ?(?:week|wk)?[^.\n]{0,30}?"
    r"(?:in(?:[- ](?:the|our|person|an))?[- ]?(?:\w+ )?(?:office|hub|studio)?|on[- ]?site|office)",
    re.IGNORECASE,
)
_DAYS_AFTER = re.compile(
    r"(?:in|at|from|to)[- ](?:the |our )?(?:\w+ )?(?:office|studio)s? (?:at least |a minimum of "
    r"|for "
    r"|up to |about )?(?P<n>\d(?:\s?(?:-|–|to|or)\s?\d)?|one|two|three|four|five)\+? days?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:this|the) (?:role|position|job|opportunity) (?:is|will be|can be)(?: an?| fully| performed"
    r"| primarily| currently)*[ -](?P<kind>remote|hybrid|on-?site|in[- ]office|in[- ]person)\b"
    r"|\boffice policy:? (?P<policy>remote|hybrid|on-?site|in[- ]office)",
    re.IGNORECASE,
)
_TAG = re.compile(r"#LI-(?P<kind>remote|hybrid|onsite)", re.IGNORECASE)
_HYBRID = re.compile(
    r"(?<!vector-based, )(?<!vector, )(?<!dense, )(?<!keyword, )\bhybrid\b(?! (?:cloud"
    r"|model architecture|search|retrieval|approach|infrastructure|systems?"
    r"|quantum|vehicle|electric|deploy|environments?|app|mobile|it\b|data|architect|recommend"
    r"|database|ml|ai|solution|network|power|energy|roles? (?:combin|that combin)))",
    re.IGNORECASE,
)
_ONSITE = re.compile(
    r"\b(?:on[- ]?site(?! (?:visits?|interview|gym|meals?|parking|caf|lunch|support|at customer"
    r"|fitness|child|chef|snack|customer|medical|clinic|amenit|food|final|loop))\b"
    r"|(?<!occasional )(?<!intentional )in[- ](?:person|office)\b(?! (?:moments|attendance"
    r"|hackathon|collaboration|ways|interview|lunch|meals?|events?|gather|perks|snacks|retreat"
    r"|meet|off-?site|onboard|training|visit|benefit|amenit|catered|massage|gym|dinners?|summit"
    r"|applica))"
    r"|work(?:ing)? (?:out of|from|in) (?:our|the) (?:\w+ ){0,4}office|in the office"
    r"|(?:must|required|able|willing) (?:to )?(?:be|work|come) (?:\w+ ){0,3}office"
    r"|not (?:a )?remote|no remote|relocat\w+ to [A-Z]|office[- ]based)",
    re.IGNORECASE,
)
_REMOTE = re.compile(
    r"\bremote(?:ly)?\b(?! (?:sensing|control|desktop|access|monitoring|procedure|server|diagnos"
    r"|teams? across|patient|care|proctor|site\b|robot|operat|vehicle|device|worker|identity|code"
    r"|employees|learning|communit|areas?|locations?|assist|support (?:of|for)|guid|support tool))"
    r"|\bwork from (?:home\b|anywhere\b(?! (?:for )?up to))|\bwfh\b|\btele(?:work|commut)\w*"
    r"|\bhome[- ]?office (?:option|possib|days)"
    r"|\bfully distributed\b|\bdistributed (?:team|company)",
    re.IGNORECASE,
)
_NO_REMOTE = re.compile(
    r"(?:not|no|isn['’]t|cannot|can['’]t|unable|never)\b[^.\n]{0,25}\bremote|remote[^.\n]{0,25}\b"
    r"(?:not (?:possible|available|an option|eligible|considered|supported)|isn['’]t)"
    r"|on[- ]?site only|100% (?:on[- ]?site|in[- ]office)|fully (?:on[- ]?site|in[- ]office"
    r"|in[- ]person)"
    r"|(?:5|five) days (?:a|per) week|full[- ]time (?:in|from) (?:the |our )?office",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(
    r"no restrictions? on where"
    r"|(?:from )?(?<!\))anywhere(?: in the world)?(?! (?:in|across|(?:for )?up to)\b)"
    r"|world[- ]?wide|globally remote|remote[- ]?\(?(?:global|worldwide|anywhere)"
    r"|any (?:time ?zone|country|location)|all over the world|location[- ]independent"
    r"|executed globally",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"[^.\n]{0,25}\b(?:based in|within|in the (?!world)|across)\b"
    r"|[^.\n]{0,12}\b(?:US|USA|U\.S|UK|EU|Canada)\b"
)
_BOUND_TOLD = re.compile(
    r"\bremote(?:ly)?\b[^.\n]{0,25}\b(?:within|in|from|across)\b[^.\n]{0,15}"
    r"\b(?:US|USA|U\.S|United States|UK|EU|Europe|EMEA|Canada|LATAM|India|Germany)\b"
    r"|\b(?:must|need to|required to|have to) (?:be )?(?:based|located|reside|live) (?:with)?in\b"
)
"""Bounds a text sets where its board's field only says "Remote"."""
_WEEKDAYS = re.compile(
    r"offices? (?:on|every) (?:mon|tues|wednes|thurs|fri)days?|(?:mon|tues|wednes|thurs"
    r"|fri)days?[^.\n]{0,40}"
    r"\bin[- ](?:the[- ])?office",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"(?:UTC|GMT|CET|EST|EDT|PST|PDT|ET|PT|CT|IST|BST|CEST)\s?(?:[+\-–±]\s?\d{1,2})?"
    r"(?:\s?(?:to|-|–|and|/)\s?(?:UTC|GMT|CET|EST|PST|ET|PT|CT)?\s?[+\-–±]?\s?\d{0,2})?"
    r"(?=[^\n.]{0,25}(?:time ?zones?|hours|overlap))"
    r"|(?:time ?zones?|overlap)[^.\n]{0,30}?(?:UTC|GMT|CET|EST|PST|ET|PT)\s?[+\-–±]?\s?\d{0,2}",
)
_PARTLY = re.compile(
    r"(?:some|partial(?:ly)?|occasional(?:ly)?|flexib\w+|option(?:al)?|mix|days?"
    r"|up to)[^.\n]{0,40}\b"
    r"(?:remote|from home|wfh)|(?:remote|from home|wfh|home office)[^.\n]{0,30}(?:days?|friday"
    r"|monday"
    r"|flexib|sometimes|occasional|optional|when)|office and (?:remote|home)"
    r"|from home[^.\n]{0,20}\boffice\b|"
    r"remote\s?/\s?(?:hybrid|office|on-?site)|(?:home|remote) and (?:the |in[- ])?office",
    re.IGNORECASE,
)
_FULLY = re.compile(
    r"(?:fully|100\s?%|completely|entirely|permanently)[ -]?remote|remote[- ](?:first|only"
    r"|friendly|position|role|job"
    r"|opportunity|work\b|us\b|usa|uk|eu\b|europe|canada|germany|india|\()|\|\s?(?:full[- ])?remote"
    r"|this (?:is a|role is|position is)[^.\n]{0,30}remote|work (?:fully )?remotely|\(remote"
    r"|remote\s?(?:,|-|–|—|\||\()|offices?,? or (?:fully )?remote(?:ly)?\b|location:? ?remote"
    r"|remote (?:in|within|from|across)"
    r"|work from anywhere(?! (?:for )?up to)",
    re.IGNORECASE,
)
_WORDS = (
    "remote", "hybrid", "on-site", "onsite", "on site", "in-person", "in person", "office",
    "relocat", "wfh",
    "work from", "working from", "home", "telework", "telecommut", "distributed", "anywhere",
    "worldwide", "days per week",
    "days a week", "days/week", "world", "location", "country",
)  # fmt: skip
_JOINED = 15
"""How near before a refusal another word is refused with it ("hybrid or remote … not")."""
_CLOSE = 200
"""How far from the word "remote" its freedom may be told."""
_GLOBAL = re.compile(r"\b(?:international|global(?:ly)?)\b", re.IGNORECASE)
_NUMBER = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}


def remote_of(title: str, location: str, text: str, flag: bool | None = None) -> Remote | None:
    """How far the work may be done from elsewhere; None where neither says.

    ``flag`` is what the board's own field says, used last. Why location and title first:
    they are filled in for this one job, while texts praise "a remote-friendly culture".
    """
    for place in (location, title):
        found = _named(place)
        if found is not None:
            bound = found.kind == "remote_anywhere" and _BOUND_TOLD.search(text)
            return replace(found, kind="remote_country") if bound else found
    found = _told(text)
    if found is None and flag:
        return Remote("remote_country", None, None, 0, 0, "")
    return found


def _named(place: str) -> Remote | None:
    """What a location or title says."""
    if m := re.search(r"\bhybrid\b", place, re.IGNORECASE):
        return Remote("hybrid", None, None, m.start(), m.end(), m.group())
    if m := re.search(r"\bremote\b|work from home|\bwfh\b", place, re.IGNORECASE):
        bare = re.sub(r"[^A-Za-z]+", " ", place.replace(m.group(), " ")).strip()
        wide = bool(_ANYWHERE.search(place) or _GLOBAL.search(place))
        kind: RemoteKind = (
            "remote_anywhere" if wide or (not bare and len(place) < 12) else "remote_country"
        )
        return Remote(kind, None, None, m.start(), m.end(), m.group())
    if m := re.search(r"\bon-?site\b|\bin[- ](?:office|person)\b", place, re.IGNORECASE):
        return Remote("onsite", None, None, m.start(), m.end(), m.group())
    if m := re.match(r"\s*anywhere\b", place, re.IGNORECASE):
        return Remote("remote_country", None, None, m.start(), m.end(), m.group())
    if m := re.search(r"\boffice\s*$", place, re.IGNORECASE):
        return Remote("onsite", None, None, m.start(), m.end(), m.group())
    return None


def _told(text: str) -> Remote | None:
    """What the text says of this job."""
    low = lowered(text)
    where = windows(text, low, _WORDS, 70)
    days = first(_DAYS, text, where)
    hybrid = first(_HYBRID, text, where)
    remote = first(_REMOTE, text, where)
    onsite = first(_ONSITE, text, where)
    never = first(_NO_REMOTE, text, where)
    zone = first(_ZONE, text, windows(text, low, ("time zone", "timezone", "overlap", "hours"), 50))
    zoned = zone.group() if zone else None
    weekday = first(_WEEKDAYS, text, where)
    if weekday is not None:
        return _made("hybrid", weekday, None, zoned)
    if days is None:
        days = first(_DAYS_AFTER, text, where)
    if days is not None and _days(days["n"]) < 5:
        return _made("hybrid", days, _days(days["n"]), zoned)
    said = first(_ROLE, text, where)
    if said is not None:
        return _by_word(said, said["kind"] or said["policy"], text, where, zoned)
    if never is not None and not (hybrid and hybrid.start() < never.start() - _JOINED):
        return _made("onsite", never, 5.0, zoned)
    if hybrid is not None:
        return _made("hybrid", hybrid, None, zoned)
    found = _weighed(text, where, remote, onsite, zoned)
    if found is not None:
        return found
    tag = _TAG.search(text)
    return None if tag is None else _by_word(tag, tag["kind"], text, [], zoned)


def _weighed(
    text: str,
    where: list[tuple[int, int]],
    remote: re.Match[str] | None,
    onsite: re.Match[str] | None,
    zone: str | None,
) -> Remote | None:
    """What the mentions of remote work and of the office come to together."""
    if remote is None:
        return None if onsite is None else _made("onsite", onsite, None, zone)
    full = first(_FULLY, text, where)
    partly = first(_PARTLY, text, where)
    if full is not None:
        return _afar(full, text, where, zone)
    if partly is not None:
        return _made("hybrid", partly, None, zone)
    if onsite is not None:
        return _made("onsite", onsite, None, zone)
    return _afar(remote, text, where, zone) if _own(text, remote) else None


def _by_word(
    m: re.Match[str], word: str, text: str, where: list[tuple[int, int]], zone: str | None
) -> Remote:
    """What one plain word says of the job."""
    if word.lower().startswith("remote"):
        return _afar(m, text, where, zone)
    return _made("hybrid" if word.lower() == "hybrid" else "onsite", m, None, zone)


def _afar(m: re.Match[str], text: str, where: list[tuple[int, int]], zone: str | None) -> Remote:
    """Remote work from anywhere, where that is said close by, or within bounds."""
    wide = first(_ANYWHERE, text, where)
    near = wide is not None and abs(wide.start() - m.start()) < _CLOSE
    free = near and not _BOUND.match(text, m.end())
    return _made("remote_anywhere" if free else "remote_country", m, None, zone)


def _own(text: str, m: re.Match[str]) -> bool:
    """Whether "remote" speaks of the job and not of the firm's culture or a technique."""
    around = text[max(0, m.start() - 60) : m.end() + 40]
    return bool(
        re.search(r"\b(?:position|role|job|location|you|candidates?|work|eligible|open to|based)\b",
                  around, re.IGNORECASE)
    )  # fmt: skip


def _days(said: str) -> float:
    first = re.split(r"\s?(?:-|–|to|or)\s?", said.lower())[0]
    return _NUMBER.get(first) or float(first)


def _made(kind: RemoteKind, m: re.Match[str], days: float | None, zone: str | None) -> Remote:
    return Remote(kind, days, zone, m.start(), m.end(), m.group())
