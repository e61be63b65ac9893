"""Twelve fictional people and their goals, planned; for reading line by line.

    python -m bench.twelve_plans OUT

Writes one ``plan.md`` a person into OUT and prints a line each: whether it can be done, hours, ads
covered, the steps in order. People and goals stand in ``people/``; all are invented.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import yaml

from rung.app.goal import Request
from rung.app.plan import make_plan
from rung.report import write

PEOPLE = Path(__file__).parent / "people"
TODAY = date(2026, 11, 25)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("out", type=Path)
    out = args.parse_args().out
    for goal in yaml.safe_load((PEOPLE / "goals.yaml").read_text("utf-8")):
        path = (PEOPLE / goal["resume"]).resolve()
        request = Request(
            goal["role"], goal["hours"], str(goal["by"]), goal["place"], goal.get("level"), TODAY
        )
        answer = make_plan(path, request)
        folder = out / path.stem
        folder.mkdir(parents=True, exist_ok=True)
        write(answer, folder)
        plan = answer.plan
        print(f"## {path.stem} → {goal['role']}, {goal['hours']} h a week by {goal['by']}")
        print(plan.reason)
        near = ", ".join(f"{f.role} {f.score}" for f in answer.fit[:5])
        print(f"nearest: {near}; level {answer.level.id}")
        named = (f"{s.skill or s.kind}.{(s.level or '')[:1]}" for s in plan.steps)
        hours = (f"{s.hours.likely:g}" for s in plan.steps)
        print("; ".join(map(" ".join, zip(named, hours, strict=True))), "\n")


if __name__ == "__main__":
    main()
