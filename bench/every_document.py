"""Every résumé document at hand through the whole plan: a plan or one clear refusal.

    python -m bench.every_document [FOLDER]

FOLDER holds data/resumes and is the shared folder beside the project by default.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from pathlib import Path

from rung.app.goal import Request
from rung.app.plan import make_plan
from rung.core.errors import UserError

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOAL = Request("ml-engineer", 8, "2027-08-31", None, None, date(2026, 11, 22))
KINDS = {".pdf", ".docx", ".json", ".yaml", ".html", ".md", ".txt"}


def main(folder: Path) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    refusals: list[str] = []
    for path in sorted((folder / "data" / "resumes").rglob("*")):
        if path.suffix not in KINDS or path.name == "README.md":
            continue
        try:
            answer = make_plan(path, GOAL)
        except UserError as error:
            counts[path.parent.name, "refused"] += 1
            refusals.append(f"{path.name}: {error.cause}")
            continue
        counts[path.parent.name, "plan"] += 1
        if not answer.person.skills:
            counts[path.parent.name, "plan without any skill read"] += 1
    print("| folder | outcome | documents |")
    print("|---|---|---|")
    for (name, outcome), n in sorted(counts.items()):
        print(f"| {name} | {outcome} | {n} |")
    print(f"\nRefused, {len(refusals)}:")
    for refusal in refusals:
        print(f"- {refusal}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED)
