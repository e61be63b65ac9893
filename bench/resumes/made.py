"""Makes documents of known content in layouts, fonts and orders of their own.

Run ``python -m bench.resumes.made OUT [--seed N] [--each N] [--people people_aside]``: PDFs by
Chromium (and by WeasyPrint where it can be imported) and Word files, each with a
``.truth.json`` beside it that holds what the page shows; then
``python -m bench.resumes --made OUT``.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

from bench.resumes import word
from bench.resumes.pages import Person, Style, page, style

HERE = Path(__file__).parent
LAYOUTS = (
    "single", "oneline", "below", "rail", "left", "right", "equal", "band", "at", "grouped"
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--people", choices=("people", "people_aside"), default="people")
    parser.add_argument("--each", type=int, default=len(LAYOUTS), help="documents a person")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    people = yaml.safe_load((HERE / f"{given.people}.yaml").read_text("utf-8"))
    fonts = installed()
    made = 0
    for number, person in enumerate(people):
        for at in range(given.each):
            dice = random.Random(f"{given.seed} {person['id']} {at}")  # noqa: S311 - repeatable
            layout = LAYOUTS[(number + at) % len(LAYOUTS)]
            look = style(dice, fonts, person["lang"])
            engine = "weasyprint" if at % 2 and weasyprint() else "chromium"
            engine = "word" if at % 5 == 4 else engine
            stem = f"{person['id']}__{layout}__{given.seed}{at}__{engine}"
            if engine == "word":
                word.write(person, look, given.out / f"{stem}.docx")
            else:
                render(page(person, look, layout), given.out / f"{stem}.pdf", engine)
            truth = json.dumps(shown(person, look), ensure_ascii=False, indent=1)
            (given.out / f"{stem}.truth.json").write_text(truth + "\n", "utf-8")
            made += 1
    print(f"{made} documents in {given.out}; fonts: {', '.join(fonts)}")


def installed() -> list[str]:
    """Latin text fonts of this machine, or the generic ones."""
    listed = subprocess.run(
        ["fc-list", ":lang=vi", "family"], capture_output=True, text=True, check=False
    ).stdout
    names = sorted({line.split(",")[0].strip() for line in listed.splitlines() if line.strip()})
    return [n for n in names if "Mono" not in n and "Emoji" not in n][:8] or ["serif", "sans-serif"]


def weasyprint() -> Any:
    try:
        import weasyprint as engine
    except (ImportError, OSError):
        return None
    return engine


def render(html: str, path: Path, engine: str) -> None:
    if engine == "weasyprint":
        weasyprint().HTML(string=html).write_pdf(path)
        return
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    source = path.with_suffix(".html")
    source.write_text(html, "utf-8")
    subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={path}",
         "--no-pdf-header-footer", source.as_uri()],
        check=True,
        capture_output=True,
    )  # fmt: skip
    source.unlink()


def shown(person: Person, look: Style) -> dict[str, Any]:
    """What the page says, as JSON Resume."""
    return {
        "basics": {
            "name": person["name"],
            "label": person["label"],
            "email": person["email"],
            "phone": person["phone"],
            "summary": person["summary"],
        },
        "work": [
            {
                "position": w["title"],
                "name": w["employer"],
                "location": w["place"] if look.place else "",
                "startDate": w["start"],
                "endDate": w["end"],
                "highlights": w["lines"],
            }
            for w in person["work"]
        ],
        "education": [
            {
                "institution": e["school"],
                "studyType": e["degree"],
                "area": e["field"],
                "startDate": e["start"],
                "endDate": e["end"],
            }
            for e in person["education"]
        ],
        "skills": [{"name": n, "keywords": k} for n, k in person["skills"].items()],
        "languages": [
            {"language": n, "fluency": level} for n, level in person["languages"].items()
        ],
    }


if __name__ == "__main__":
    main()
