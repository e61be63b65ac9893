"""How well role, level, years and language of real ads are read, against 491 labelled ads.

Run: ``python -m bench.roles_gold [--misses]``. Needs the shared data folder.

Where two people labelled an ad, or a label gives a second role, any of them is right for
accuracy and macro-F1 alike; the tables name the first. Software engineers, whom the catalogue
knows only as people who come to the field, count as ``other``. Labels know one level from staff
upward and one from director upward.
The annotators saw the first 2,200 characters of each text, so no more is read here.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bench.gold_texts import labels, order, texts
from rung.catalogue import load
from rung.reading.language import language_of
from rung.reading.seniority import level_of
from rung.reading.titles import role_of
from rung.reading.years import years_min

COARSER = {
    "ai-engineer": "llm_ai_engineer",
    "prompt-engineer": "llm_ai_engineer",
    "forward-deployed-engineer": "llm_ai_engineer",
    "analytics-engineer": "data_analyst",
    "ml-manager": "ai_manager",
    "ai-director": "ai_manager",
    "vp-ai": "ai_manager",
    "ai-ethicist": "ai_governance_ethics_safety",
    "ai-governance-specialist": "ai_governance_ethics_safety",
    "ai-safety-researcher": "ai_governance_ethics_safety",
    "clinical-ai-lead": "other",
}
"""The label that covers each role the labels don't know by itself; they are coarser."""
LEVELS = {"staff": "staff_plus", "principal": "staff_plus", "director": "director_plus"}
FINAL = 150
SEEN = 2200


@dataclass(frozen=True)
class Read:
    """One ad: its labels, first given first, and what was read."""

    title: str
    roles: tuple[str, ...]
    role: str
    levels: tuple[str, ...]
    level: str
    years: tuple[float | None, ...]
    year: float | None
    langs: tuple[str, ...]
    lang: str


def main() -> None:
    """Print accuracies, macro-F1 and the confusions of the roles."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--misses", action="store_true", help="list errors of the tune part")
    chosen = args.parse_args()
    by_id = read()
    ranked = order(set(by_id))
    for part, ids in (("tune", ranked[FINAL:]), ("final", ranked[:FINAL])):
        report(part, [by_id[i] for i in ids], show=chosen.misses and part == "tune")


def read() -> dict[str, Read]:
    """Every labelled ad with what Rung reads from it."""
    catalogue = load()
    grouped = defaultdict(list)
    for record in labels("roles_gold.jsonl"):
        grouped[record["id"], record["source"]].append(record)
    ads = texts(set(grouped))
    found: dict[str, Read] = {}
    for key, records in grouped.items():
        ad = ads[key]
        text = ad.text[:SEEN]
        years = years_min(text)
        reading = role_of(ad.title, text, catalogue)
        level = level_of(ad.title, years, text) or "unstated"
        found[ad.id] = Read(
            ad.title,
            tuple(role_said(r[k]) for r in records for k in ("role", "role2") if r[k]),
            label_of(reading.role),
            tuple(r["level"] for r in records),
            LEVELS.get(level, level),
            tuple(r["years_min"] for r in records),
            years,
            tuple(r["lang"] for r in records),
            language_of(text),
        )
    return found


def role_said(label: str) -> str:
    return "other" if label == "software_engineer" else label


def label_of(role: str | None) -> str:
    """What the annotators would call a role that was read."""
    return COARSER.get(role, role.replace("-", "_")) if role else "other"


def report(part: str, ads: Sequence[Read], *, show: bool) -> None:
    """The figures of one part."""
    n = len(ads)
    known = {"en", "de", "fr", "es", "nl", "it", "pt", "pl"}
    print(f"{part} ({n} ads)")
    print(
        f"  role accuracy {sum(a.role in a.roles for a in ads) / n:.3f}  macro-F1 {_macro(ads):.3f}"
    )
    print(f"  level accuracy {sum(a.level in a.levels for a in ads) / n:.3f}")
    print(f"  years accuracy {sum(a.year in a.years for a in ads) / n:.3f}")
    langs = sum(a.lang in {x if x in known else "other" for x in a.langs} for a in ads)
    print(f"  language accuracy {langs / n:.3f}")
    wrong = Counter((a.roles[0], a.role) for a in ads if a.role not in a.roles)
    print("  role confusions (label → read): " + _pairs(wrong))
    levels = Counter((a.levels[0], a.level) for a in ads if a.level not in a.levels)
    print("  level confusions (label → read): " + _pairs(levels))
    if show:
        for a in ads:
            if a.role not in a.roles:
                print(f"    role {a.roles} read {a.role}: {a.title[:90]}")
            if a.level not in a.levels:
                print(f"    level {a.levels} read {a.level} ({a.years}, {a.year}): {a.title[:90]}")
            elif a.year not in a.years:
                print(f"    years {a.years} read {a.year}: {a.title[:90]}")


def _pairs(wrong: Counter[tuple[str, str]]) -> str:
    return "; ".join(f"{a} → {b} ×{n}" for (a, b), n in wrong.most_common(14))


def _macro(ads: Sequence[Read]) -> float:
    """Mean F1 over the roles that occur, ``other`` among them."""
    labelled = [a.role if a.role in a.roles else a.roles[0] for a in ads]
    scores = []
    for role in sorted(set(labelled)):
        right = sum(a.role == role == label for a, label in zip(ads, labelled, strict=True))
        read = sum(a.role == role for a in ads)
        scores.append(2 * right / (read + labelled.count(role)))
    return sum(scores) / len(scores)


if __name__ == "__main__":
    main()
