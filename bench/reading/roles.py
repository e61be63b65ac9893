"""The role of an ad with its title shown and masked: macro-F1, calibration, abstention.

Labels: ``roles_gold.jsonl`` (texts cut at 2,200 characters, as its annotators saw them),
``ads_gold.jsonl`` and ``near_gold.jsonl`` (near misses: titles with the field's words that are
mostly something else; they test precision, not macro-F1). A fixed part by hash is final.
Macro-F1 runs over roles with at least 20 labelled ads in both parts together; rarer ones are
listed by precision. The peer is a keyword rule: the role whose label stands in the title.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bench.gold_texts import GOLD, is_final, labels, texts
from bench.reading.common import f1, interval
from bench.roles_gold import SEEN, label_of, role_said
from rung.catalogue import load
from rung.reading.ad import AdReading, AdText, read_ad

FINAL_OF = 0.3
FEWEST = 20
FILES = {"roles_gold.jsonl": SEEN, "ads_gold.jsonl": None, "near_gold.jsonl": 2600}


@dataclass(frozen=True)
class Case:
    """One ad: the roles people accept, and what is read with and without its title."""

    said: tuple[str, ...]
    shown: tuple[str, float]
    masked: tuple[str, float]
    keyword: str
    near: bool


def main() -> None:
    """Print both parts, title shown and masked."""
    cases = {i: c for file, cut in FILES.items() if (GOLD / file).exists()
             for i, c in _cases(file, cut).items()}  # fmt: skip
    often = Counter(c.said[0] for c in cases.values() if not c.near)
    counted = {role for role, n in often.items() if n >= FEWEST}
    for part in ("tune", "final"):
        chosen = [c for i, c in cases.items() if is_final(i, FINAL_OF) == (part == "final")]
        plain = [c for c in chosen if not c.near]
        print(f"{part}: {len(plain)} ads, {len(chosen) - len(plain)} near misses")
        report("title shown ", [(c.said, *c.shown) for c in plain], counted)
        report("title masked", [(c.said, *c.masked) for c in plain], counted)
        report("keyword rule", [(c.said, c.keyword, 1.0) for c in plain], counted)
        near = [c for c in chosen if c.near]
        if near:
            right = interval(near, lambda u: sum(c.shown[0] in c.said for c in u) / len(u), 500)
            claimed = [c for c in near if c.shown[0] != "other"]
            good = sum(c.shown[0] in c.said for c in claimed)
            print(f"  near misses: accuracy {right}; of {len(claimed)} given a role {good} right")


def _cases(file: str, cut: int | None) -> dict[str, Case]:
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for r in labels(file):
        grouped[r["id"], r["source"]].append(r)
    ads = texts(set(grouped))
    found = {}
    for key, records in grouped.items():
        ad = ads[key]
        said = tuple(role_said(r[k]) for r in records for k in ("role", "role2") if r.get(k))
        shown, masked = _read(ad.title, ad.text[:cut]), _read("", ad.text[:cut])
        if shown and masked:
            found[ad.id] = Case(said, shown, masked, _keyword(ad.title), "near" in file)
    return found


def _read(title: str, text: str) -> tuple[str, float] | None:
    read = read_ad(AdText(title, text), load())
    if not isinstance(read, AdReading):
        return None
    return label_of(read.role.role), read.role.confidence


def _keyword(title: str) -> str:
    low = title.lower()
    for role in load().roles.values():
        if role.family != "feeder" and role.label.lower() in low:
            return label_of(role.id)
    return "other"


def report(
    title: str, rows: Sequence[tuple[tuple[str, ...], str, float]], counted: set[str]
) -> None:
    """Accuracy, macro-F1, expected calibration error and the abstention curve."""
    macro = interval(rows, lambda u: _macro(u, counted), 300)
    accuracy = sum(read in said for said, read, _ in rows) / len(rows)
    print(f"  {title}: accuracy {accuracy:.3f}  macro-F1 {macro}  ECE {_ece(rows):.3f}")
    curve = []
    for share in (1.0, 0.9, 0.75, 0.5):
        kept = sorted(rows, key=lambda r: -r[2])[: int(len(rows) * share)]
        curve.append(f"{share:.0%} {sum(r in s for s, r, _ in kept) / len(kept):.3f}")
    rare = Counter(r for s, r, _ in rows if r not in counted)
    right = Counter(r for s, r, _ in rows if r not in counted and r in s)
    print("    answered → right: " + ", ".join(curve))
    if rare:
        print("    rarer roles: " + ", ".join(f"{r} {right[r]} of {n}" for r, n in rare.items()))


def _macro(rows: Sequence[tuple[tuple[str, ...], str, float]], counted: set[str]) -> float:
    pairs = [(read, read if read in said else said[0]) for said, read, _ in rows]
    scores = []
    for role in sorted(counted):
        gold = sum(g == role for _, g in pairs)
        read = sum(r == role for r, _ in pairs)
        if gold:
            scores.append(f1(sum(r == g == role for r, g in pairs), read, gold))
    return sum(scores) / len(scores)


def _ece(rows: Sequence[tuple[tuple[str, ...], str, float]]) -> float:
    """Mean gap between confidence and truth over ten bins, weighed by their ads."""
    bins: dict[int, list[tuple[bool, float]]] = defaultdict(list)
    for said, read, sure in rows:
        bins[min(9, int(sure * 10))].append((read in said, sure))
    gap = sum(abs(sum(ok for ok, _ in b) - sum(sure for _, sure in b)) for b in bins.values())
    return gap / len(rows)
