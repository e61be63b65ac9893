"""Adviser mode on many made résumés: minutes, silent losses, and what names change.

    python -m bench.cohort [--people 200]

Documents of fictional people by ``bench.resumes.made`` (Chromium and Word), a table of goals made
up from the roles, a tenth without consent, one file that is no résumé. Then the same cohort with
other names, addresses, a photo and personal lines: pages must not differ. Then a second run over
the first.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
import shutil
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bench.resumes import made, word
from bench.resumes.pages import page, style
from rung.app.cohort import Cohort, cohort
from rung.report.cohort import write_cohort

TODAY = date(2026, 11, 27)
ROLES = ("ml-engineer", "data-scientist", "mlops-engineer", "ai-engineer", "data-engineer")
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD"
    "hgGAWjR9awAAAABJRU5ErkJggg=="
)
OTHER = ("Aiyana Whitefeather", "Björn Ahlgren", "Fatoumata Diallo", "Wei Chen", "Olga Petrova")


def people() -> list[dict[str, Any]]:
    here = Path(made.__file__).parent
    found = [yaml.safe_load((here / f"{n}.yaml").read_text("utf-8")) for n in
             ("people", "people_aside")]  # fmt: skip
    return [p for group in found for p in group]


def write(folder: Path, count: int, *, other: bool) -> None:
    """``count`` documents; with ``other`` the same people under other names and with a photo."""
    folder.mkdir(parents=True)
    fonts, known = made.installed(), people()
    for at in range(count):
        person = dict(known[at % len(known)])
        dice = random.Random(f"cohort {at}")  # noqa: S311 - repeatable
        layout = made.LAYOUTS[at % len(made.LAYOUTS)]
        look = style(dice, fonts, person["lang"])
        if other:
            person |= {"name": OTHER[at % len(OTHER)], "email": alias(person["email"], at)}
        stem = folder / f"person_{at:03}"
        if at % 5 == 4:
            word.write(person, look, stem.with_suffix(".docx"))
        else:
            html = page(person, look, layout)
            if other:
                photo = f'<img src="{PIXEL}" width="90" height="110" alt="">'
                html = html.replace("</body>", f"{photo}</body>")
            made.render(html, stem.with_suffix(".pdf"), "chromium")
    (folder / "shopping.pdf").write_bytes(b"%PDF-1.4 broken")


def alias(email: str, at: int) -> str:
    """Another address as long as the first: a narrow column must not break its lines anew."""
    local, _, host = email.partition("@")
    return f"{f'p{at}':x<{len(local)}}@{host}"


def goals(path: Path, count: int) -> int:
    """A goal a person; every tenth without consent. How many consent."""
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("file", "role", "hours", "by", "place", "level", "consent"))
        for at in range(count):
            kind = "docx" if at % 5 == 4 else "pdf"
            role = ROLES[at % len(ROLES)]
            consent = "no" if at % 10 == 9 else "yes"
            rows.writerow((f"person_{at:03}.{kind}", role, 8, "2027-08-31", "", "", consent))
        rows.writerow(("shopping.pdf", ROLES[0], 8, "2027-08-31", "", "", "yes"))
    return count - count // 10 + 1


def digest(folder: Path) -> str:
    told = hashlib.sha256()
    for file in sorted(f for f in folder.rglob("*") if f.is_file()):
        told.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
    return told.hexdigest()


def run(folder: Path, table: Path, out: Path) -> tuple[Cohort, float]:
    began = time.perf_counter()
    found = cohort(folder, table, TODAY, lambda *_: None)
    write_cohort(found, out, TODAY)
    return found, time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=200)
    count = parser.parse_args().people
    work = Path(tempfile.mkdtemp(prefix="cohort-"))
    try:
        write(work / "in", count, other=False)
        write(work / "other", count, other=True)
        consents = goals(work / "goals.csv", count)
        found, seconds = run(work / "in", work / "goals.csv", work / "out")
        told = len(found.people) + len([x for x in found.left if "no such file" not in x.why])
        print(
            f"{found.files} files, {consents} consenting: {len(found.people)} pages, "
            f"{found.without_consent} without consent, {len(found.left)} left out with a reason; "
            f"silent losses {found.files - told - found.without_consent}; "
            f"{seconds / 60:.1f} minutes"
        )
        for one in found.left:
            print(f"  {one.what}: {one.why}")
        first = digest(work / "out")
        run(work / "in", work / "goals.csv", work / "out")
        print(f"second run: {'the same bytes' if digest(work / 'out') == first else 'DIFFERS'}")
        run(work / "other", work / "goals.csv", work / "out_other")
        differ = [
            f.name
            for f in sorted((work / "out" / "people").iterdir())
            if (work / "out_other" / "people" / f.name).read_bytes() != f.read_bytes()
        ]
        print(f"other names and a photo: {len(differ)} of {len(found.people)} pages differ")
        print("  " + ", ".join(differ[:10]) if differ else "")
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
