"""How many of the hard skills people found in AI and ML ads the catalogue holds, and what it lacks.

    python -m bench.gold_coverage [--rest]

Counted by mention over the labelled ads whose role is one of AI and ML. A name counts as held when
``gold/skill_names.json`` maps it, by meaning, to a catalogue skill; the reason for each that isn't
stands in ``gold/unmapped_names.json``. Needs no text, so nothing from the shared folder.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter

from bench.gold_texts import GOLD, labels
from rung.catalogue import load

AI_ROLES = {
    "ml_engineer", "data_scientist", "research_scientist", "ai_product_manager",
    "computer_vision_engineer", "nlp_engineer", "mlops_engineer", "llm_ai_engineer",
    "research_engineer", "applied_scientist", "robotics_rl_engineer", "ai_manager",
    "ai_governance_ethics_safety",
}  # fmt: skip


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--rest", action="store_true", help="list the names not held, with reasons")
    chosen = args.parse_args()
    found, missing, why = mentions(), lacking(), reasons()
    print(f"{len(found)} hard-skill mentions in AI and ML ads: {share():.1%} held")
    print(f"{missing.total()} of {len(missing)} names not held; without a reason: {unexplained()}")
    if chosen.rest:
        for name, n in sorted(missing.items(), key=lambda x: (-x[1], x[0])):
            print(f"  {name} {n}: {why.get(name, '?')}")


def mentions() -> list[str]:
    """Every hard skill named in a labelled ad of an AI or ML role, as often as it was labelled."""
    ads = [r for r in labels("ads_gold.jsonl") if r["role"] in AI_ROLES]
    return [e["n"] for r in ads for e in r["skills"] if e["k"] == "hard"]


def lacking() -> Counter[str]:
    """The names that no catalogue skill stands for."""
    names: dict[str, str | None] = json.loads((GOLD / "skill_names.json").read_text("utf-8"))
    known = load().skills
    held = {n for n, skill in names.items() if skill in known}
    return Counter(n.lower() for n in mentions() if not {n, n.lower()} & held)


def share() -> float:
    """The share of mentions that a catalogue skill stands for."""
    return 1 - lacking().total() / len(mentions())


def reasons() -> dict[str, str]:
    """Why a name has no skill, by its lower case."""
    found = json.loads((GOLD / "unmapped_names.json").read_text("utf-8"))
    return {name.lower(): why for name, why in found.items()}


def unexplained() -> list[str]:
    """Names without a skill and without a reason."""
    return sorted(set(lacking()) - set(reasons()))


if __name__ == "__main__":
    main()
