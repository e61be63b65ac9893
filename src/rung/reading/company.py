"""Whether a name that is also an ordinary word is meant as a skill: judged by its company."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rung.catalogue.records import ContextAlias
from rung.reading.text import Folded, fold, fold_name

REACH = 120
"""How many characters either side of a name still are its company."""

_PASSED = 4
"""How many items of a list may stand between a name and the skill that vouches for it."""

TECH, SKILL = "@tech", "@skill"
"""Stand in ``near`` for the words of any technical sentence, and for any sure skill in it."""

_TECH = (
    "experience", "experienced", "proficient", "proficiency", "knowledge", "familiar",
    "familiarity", "expertise", "expert", "fluent", "hands-on", "pipeline", "dashboard", "cluster",
    "deploy", "deployed", "deploying", "deployment", "api", "cloud", "database", "sql", "code",
    "coding", "programming", "developer", "development", "framework", "library", "libraries",
    "script", "scripting", "stack", "backend", "back-end", "frontend", "front-end", "server",
    "orchestration", "orchestrate", "query", "queries", "warehouse", "warehousing",
    "infrastructure", "migrate", "migrated", "migrating", "migration", "ported", "rewrote",
    "software", "streaming", "machine learning", "ml", "ai", "analytics", "workflow", "written in",
    "wrote", "writing", "kubernetes", "docker", "data engineering", "data science", "data", "etl",
    "elt", "microservice", "open source", "sdk", "package", "kernel", "concurrency", "serverless",
    "container", "version control", "fine-tune", "inference", "neural", "deep learning", "notebook",
    "visualisation", "visualization", "nosql", "time series", "prompt", "llm", "agent", "chatbot",
    "gpu", "tpu", "ios", "android", "certified", "language", "engineer", "engineering", "platform",
    "tool", "technologies", "technology", "analyst", "administer", "administration", "automate",
    "automation", "bi", "kpi", "module", "chart", "function", "endpoint", "numerical",
    "simulation", "scientific computing", "game", "app", "debug", "shuffle", "component",
    "write", "idiomatic", "batch", "job", "messaging", "system", "model", "log", "benchmark", "web",
    "mobile", "interactive", "visualise", "visualize", "spreadsheet", "tuned", "operate", "built",
    "using", "exposure", "skilled", "certificate",
)  # fmt: skip
"""Words of sentences about technical work; alone they prove nothing, beside a name that is
rarely an ordinary word they are enough."""

_END = re.compile(r"[.!?]\s+(?=[A-Z\d(])|[\n•]")
_SEPARATOR = re.compile(r"\s*(?:[,/;|&()•·+]|\n[ \t]*[-*•–]?|\b(?:and|or|und|oder|et|ou|y|o)\b)\s*")


@dataclass(frozen=True, slots=True)
class Rule:
    """A :class:`ContextAlias` made ready."""

    cased: str | None
    near: tuple[str, ...]
    in_list: bool
    never: tuple[str, ...]
    by_skill: bool = False
    """Whether any sure skill in the same sentence is company enough."""


@dataclass(frozen=True, slots=True)
class Company:
    """A text in which names are judged; ``sure`` are the places of unambiguous skills in
    the original, sorted.
    """

    original: str
    folded: Folded
    sure: Sequence[tuple[int, int]]


def rule(alias: ContextAlias) -> Rule:
    """The rule an alias states."""
    never = tuple(fold_name(w) for w in alias.never)
    cased = fold(alias.text).cased.strip() if alias.case else None
    near = tuple(w for w in alias.near if w not in (TECH, SKILL))
    near += _TECH if TECH in alias.near else ()
    return Rule(cased, near, alias.list, never, SKILL in alias.near)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all the words.

    Why made when first needed: a text touches few of the hundreds of rules.
    """
    folded = sorted((re.escape(fold_name(w)) for w in words), key=len, reverse=True)
    return re.compile(rf"(?<![\w+#])(?:{'|'.join(folded)})s?(?![\w+#])")


def holds(rule: Rule, start: int, end: int, around: Company) -> bool:
    """Whether the name at ``[start, end)`` of the folded text is meant as the skill."""
    if rule.cased is not None and around.folded.cased[start:end] != rule.cased:
        return False
    if any(_touches(around.folded.text, word, start, end) for word in rule.never):
        return False
    if rule.near and _near(_any_of(rule.near), start, end, around):
        return True
    if rule.by_skill and (_beside(start, end, around) or _alone(start, end, around)):
        return True
    return rule.in_list and _listed(start, end, around)


def _touches(text: str, word: str, start: int, end: int) -> bool:
    low = max(0, start - len(word) - 1)
    window = text[low : end + len(word) + 1]
    at = window.find(word)
    while at >= 0:
        stop = at + len(word)
        whole = not (window[at - 1 : at].isalnum() or window[stop : stop + 1].isalnum())
        if whole and low + at <= end + 1 and low + stop >= start - 1:
            return True
        at = window.find(word, at + 1)
    return False


def _near(pattern: re.Pattern[str], start: int, end: int, around: Company) -> bool:
    low, high = _sentence(start, end, around)
    text = around.folded.text
    return any(
        not (start <= m.start() and m.end() <= end) for m in pattern.finditer(text, low, high)
    )


def _beside(start: int, end: int, around: Company) -> bool:
    """Whether a sure skill stands in the same sentence."""
    low, high = (around.folded.origin(x) for x in _sentence(start, end, around))
    at = bisect_left(around.sure, (low, 0))
    return at < len(around.sure) and around.sure[at][0] < high


def _alone(start: int, end: int, around: Company) -> bool:
    """Whether the name with its capital is all its line says ("- Snowflake")."""
    a, b = around.folded.span(start, end)
    text = around.original
    line = text.rfind("\n", 0, a) + 1
    stop = text.find("\n", b)
    rest = text[line:a] + text[b : len(text) if stop < 0 else stop]
    return text[a].isupper() and not any(c.isalpha() for c in rest)


def _sentence(start: int, end: int, around: Company) -> tuple[int, int]:
    """The sentence or list line about a name, at most REACH characters each way."""
    cased = around.folded.cased
    low = max(0, start - REACH)
    for m in _END.finditer(cased, low, start):
        low = m.end()
    cut = _END.search(cased, end, min(len(cased), end + REACH))
    return low, cut.start() if cut else min(len(cased), end + REACH)


def _listed(start: int, end: int, around: Company) -> bool:
    """Whether a neighbour in the same list is surely a skill.

    Why by the original text: folding turns the slash of "R/Python" into a space. A name
    counts as an item only where nothing stands between it and the separator.
    """
    a, b = around.folded.span(start, end)
    after = _items(around.original, b, forward=True)
    before = _items(around.original, a, forward=False)
    return any(_vouched(lo, hi, around, forward=True) for lo, hi in after) or any(
        _vouched(lo, hi, around, forward=False) for lo, hi in before
    )


def _items(text: str, at: int, *, forward: bool) -> Iterator[tuple[int, int]]:
    """The neighbouring list items from ``at`` on, nearest first, as long as they are short."""
    if forward:
        sep = _SEPARATOR.match(text, at)
        for _ in range(_PASSED):
            if sep is None or (not sep.group().strip() and "\n" not in sep.group()):
                return
            begin = _run_on(text, sep.end())
            sep = _SEPARATOR.search(text, begin, begin + 60)
            stop = sep.start() if sep else min(len(text), begin + 60)
            yield begin, stop
            if len(text[begin:stop].split()) > 3:
                return
        return
    seps = list(_SEPARATOR.finditer(text, max(0, at - 240), at))
    seps = [s for s in seps if s.group().strip() or "\n" in s.group()]
    while seps and seps[-1].end() == at:
        sep = seps.pop()
        stop = sep.start()
        while seps and seps[-1].end() == stop:
            stop = seps.pop().start()
        begin = seps[-1].end() if seps else max(0, stop - 60)
        yield begin, stop
        if len(text[begin:stop].split()) > 3:
            return
        at = begin


def _run_on(text: str, at: int) -> int:
    """Past separators that follow one another (", and", ") /")."""
    while (m := _SEPARATOR.match(text, at)) and m.end() > at:
        at = m.end()
    return at


def _vouched(low: int, high: int, around: Company, *, forward: bool) -> bool:
    """Whether a sure skill stands at the near edge of the item ``[low, high)``."""
    edge = low if forward else high
    for i in range(bisect_left(around.sure, (low, 0)), len(around.sure)):
        start, end = around.sure[i]
        if start >= high:
            return False
        if abs((start if forward else end) - edge) <= 2:
            return True
    return False
