"""The six files of each made-up person: do they give the same roles and the same gaps?

Run ``python -m bench.resumes.same [FOLDER]``. Each person's JSON Resume is held against their
PDFs and DOCX: the order of the roles, and which skills of the nearest role's gap are lacking.
Prints every difference.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from rung import market
from rung.catalogue import load
from rung.fit import fit_roles, gap
from rung.profile import build
from rung.profile.records import Profile
from rung.reading.documents import read

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 27)
TOP = 10


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data/resumes"
    catalogue, snapshot = load(), market.load()
    files = ranks = gaps = 0
    for path in sorted((folder / "generated").glob("*.jsonresume.json")):
        person = path.name.removesuffix(".jsonresume.json")
        true = build(read(path), catalogue, TODAY)
        order = ranking(true)
        demand = market.demand(snapshot, order[0], None, catalogue)
        lacking = {r.skill for r in gap(catalogue, true, demand) if r.evidence == "absent"}
        for other in sorted(path.parent.glob(f"{person}__*")):
            files += 1
            profile = build(read(other), catalogue, TODAY)
            mine = ranking(profile)
            ranks += mine[:TOP] == order[:TOP]
            lack = {r.skill for r in gap(catalogue, profile, demand) if r.evidence == "absent"}
            gaps += lack == lacking
            if mine[:TOP] != order[:TOP]:
                moved = [f"{a}/{b}" for a, b in zip(order[:TOP], mine[:TOP], strict=True) if a != b]
                print(f"{other.name}: roles {', '.join(moved)}")
            if lack != lacking:
                print(f"{other.name}: gap +{sorted(lack - lacking)} -{sorted(lacking - lack)}")
    print(f"{files} files: the first {TOP} roles in the same order in {ranks}, same gaps in {gaps}")


def ranking(profile: Profile) -> list[str]:
    """Role ids, nearest first."""
    catalogue = load()
    demands = market.demands(market.load(), catalogue)
    return [f.role for f in fit_roles(catalogue, profile, demands, TODAY)]


if __name__ == "__main__":
    main()
