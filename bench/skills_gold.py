"""How well skills are read from real ads, against 136 that people labelled whole and 42 more.

Run: ``python -m bench.skills_gold [--misses]``. Needs the shared data folder.

An ad's prediction is the set of skill ids :func:`read_requirements` gives. A gold name counts
through ``gold/skill_names.json``, which says by meaning which catalogue skill it is, or none.
The mapping was written from the names and the catalogue's summaries, not from what the matcher
finds; where the catalogue gives a name to another skill of near meaning, its placing was taken
unless it was wrong. It was revised once the errors of the ``tune`` ads had been read. Where two
people labelled an ad, a prediction is right if either names it (precision), and what both name
must be found (recall). Languages people speak are left out, and degrees, which the annotators
kept apart. Of the 40 ``final`` ads only totals were seen while aliases and rules were tuned,
never a text or an error. Intervals are bootstrap over ads (2,000 draws, fixed seed).

The 42 of ``gold/skills_by_id.jsonl`` were drawn later by a hash among ads whose title names the
field, and labelled from the whole text, by the author of the rules, with catalogue ids (or a name
where there is none) before the reader was run on them. About 40 %, by a hash of the id, are final.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bench.gold_texts import GOLD, Ad, is_final, labels, order, texts
from rung.catalogue import load
from rung.reading.skills import find, lexicon
from rung.reading.strength import Requirement, read_requirements

FINAL = 40
FINAL_OF = 0.4
"""Which share of the ads labelled by id is final."""
NOT_LABELLED = {"phd"}
"""The annotators kept degrees apart from skills, so this one can't be judged here."""
KINDS = ("hard", "domain", "certification", "soft")
Pair = tuple[int, int]


@dataclass(frozen=True)
class Scored:
    """One ad: what was read, what people found in it."""

    id: str
    read: dict[str, Requirement]
    either: dict[str, Counter[str]]
    """Skill id → the strengths people gave it."""
    both: set[str]
    unknown: int
    mentions: int


def main() -> None:
    """Print precision, recall, coverage and strength for both parts."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--misses", action="store_true", help="list errors of the tune part")
    chosen = args.parse_args()
    records = labels("ads_gold.jsonl")
    names: dict[str, str | None] = json.loads((GOLD / "skill_names.json").read_text("utf-8"))
    wrong = {(c["id"], c["n"]) for c in json.loads((GOLD / "corrections.json").read_text("utf-8"))}
    ads = {a.id: a for a in texts({(r["id"], r["source"]) for r in records}).values()}
    ranked = order(set(ads))
    for part, ids in (("tune", ranked[FINAL:]), ("final", ranked[:FINAL])):
        for kinds, what in ((KINDS, "all kinds"), (KINDS[:3], "without soft"), (("soft",), "soft")):
            scored = [score(ads[i], records, names, wrong, kinds) for i in ids]
            report(f"{part}, {what}", scored)
        if chosen.misses and part == "tune":
            misses([score(ads[i], records, names, wrong, KINDS) for i in ids], records, names)
    by_id()
    throughput([a.text for a in ads.values()])


def by_id() -> None:
    """The figures of the ads labelled with catalogue ids."""
    records = labels("skills_by_id.jsonl")
    ads = {a.id: a for a in texts({(r["id"], r["source"]) for r in records}).values()}
    for part in ("tune", "final"):
        chosen = [r for r in records if is_final(r["id"], FINAL_OF) == (part == "final")]
        for soft in (True, False):
            what = "all kinds" if soft else "without soft"
            report(f"later {part}, {what}", [_by_id(ads[r["id"]], r, soft) for r in chosen])


def _by_id(ad: Ad, record: dict[str, Any], soft: bool) -> Scored:
    read = {r.id: r for r in read_requirements(ad.text, lexicon(load()))}
    read = {i: r for i, r in read.items() if i not in NOT_LABELLED and (soft or not _is_soft(i))}
    said = {i: s for i, s in record["skills"].items() if soft or not _is_soft(i)}
    either = {i: Counter([strength]) for i, strength in said.items()}
    lacking = len(record["unmapped"])
    return Scored(ad.id, read, either, set(said), lacking, len(said) + lacking)


def score(
    ad: Ad,
    records: Sequence[dict[str, Any]],
    names: dict[str, str | None],
    wrong: set[tuple[str, str]],
    kinds: Sequence[str],
) -> Scored:
    """Compare one ad with its labels of these kinds; skills of the other kinds don't count."""
    catalogue = load()
    found = {r.id: r for r in read_requirements(ad.text, lexicon(catalogue))}
    found = {i: r for i, r in found.items() if i not in NOT_LABELLED}
    either: dict[str, Counter[str]] = {}
    sets: list[set[str]] = []
    other: set[str] = set()
    mentions = unknown = 0
    for record in (r for r in records if r["id"] == ad.id):
        mine: set[str] = set()
        for entry in record["skills"]:
            name = entry["n"].lower()
            skill = names.get(entry["n"]) or names.get(name)
            if entry["k"] == "language" or (ad.id, name) in wrong:
                continue
            if entry["k"] not in kinds:
                other |= {skill} if skill else set()
                continue
            mentions += 1
            unknown += skill is None
            if skill:
                mine.add(skill)
                either.setdefault(skill, Counter())[entry["s"]] += 1
        sets.append(mine)
    if len(kinds) < len(KINDS):
        found = {i: r for i, r in found.items() if i in either or _is_soft(i) == ("soft" in kinds)}
        found = {i: r for i, r in found.items() if i in either or i not in other}
    return Scored(ad.id, found, either, set.intersection(*sets), unknown, mentions)


def _is_soft(skill: str) -> bool:
    return load().area_of[skill] == "people"


def report(title: str, scored: Sequence[Scored]) -> None:
    """One line of figures."""
    precision = _interval(scored, lambda s: (len(s.read.keys() & s.either.keys()), len(s.read)))
    recall = _interval(scored, lambda s: (len(s.read.keys() & s.both), len(s.both)))
    union = _interval(scored, lambda s: (len(s.read.keys() & s.either.keys()), len(s.either)))
    strength = _interval(scored, _strength)
    lacking = sum(s.unknown for s in scored) / max(1, sum(s.mentions for s in scored))
    print(f"{title} ({len(scored)} ads)")
    print(f"  precision {precision}  recall {recall}  recall of the union {union}")
    firm = _interval(scored, _firm)
    print(f"  required or preferred told apart {firm}")
    print(f"  strength right {strength}  gold mentions the catalogue lacks {lacking:.1%}")


def _strength(s: Scored) -> Pair:
    shared = s.read.keys() & s.either.keys()
    return sum(s.read[i].strength in s.either[i] for i in shared), len(shared)


def _firm(s: Scored) -> Pair:
    """Of the skills that both people and Rung call required or preferred, those called alike."""
    said = {i: set(s.either[i]) - {"mentioned"} for i in s.read.keys() & s.either.keys()}
    both = [i for i, kinds in said.items() if kinds and s.read[i].strength != "mentioned"]
    return sum(s.read[i].strength in said[i] for i in both), len(both)


def _interval(scored: Sequence[Scored], pair: Callable[[Scored], Pair]) -> str:
    pairs = [pair(s) for s in scored]
    draw = random.Random(20261122)  # noqa: S311 (a bootstrap, nothing secret)
    values = sorted(_ratio(draw.choices(pairs, k=len(pairs))) for _ in range(2000))
    return f"{_ratio(pairs):.3f} [{values[50]:.3f}, {values[1949]:.3f}]"


def _ratio(pairs: Sequence[Pair]) -> float:
    return sum(a for a, _ in pairs) / max(1, sum(b for _, b in pairs))


def misses(
    scored: Sequence[Scored], records: Sequence[dict[str, Any]], names: dict[str, str | None]
) -> None:
    """The wrong and the missed skills by frequency, with the texts behind them."""
    wrong: dict[str, list[str]] = {}
    missed: dict[str, list[str]] = {}
    for s in scored:
        for i in s.read.keys() - s.either.keys():
            wrong.setdefault(i, []).append(s.read[i].text)
        for record in (r for r in records if r["id"] == s.id):
            for entry in record["skills"]:
                skill = names.get(entry["n"]) or names.get(entry["n"].lower())
                if skill and skill in s.both - s.read.keys():
                    missed.setdefault(skill, []).append(f"{entry['m']} = {entry['n']}")
    for title, errors in (("WRONG", wrong), ("MISSED", missed)):
        print(title)
        for skill, seen in sorted(errors.items(), key=lambda e: -len(e[1])):
            counted = Counter(seen).most_common(12)
            print(f"  {skill} {len(seen)}: " + "; ".join(f"{t} ×{n}" for t, n in counted))


def throughput(many: Sequence[str]) -> None:
    """Ads a CPU second of :func:`find`."""
    names = lexicon(load())
    start = time.process_time()
    for text in many:
        find(text, names)
    print(f"find: {len(many) / (time.process_time() - start):.0f} ads a CPU second")


if __name__ == "__main__":
    main()
