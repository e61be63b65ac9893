"""J8: a careers adviser with a folder of résumés, a table of goals, and consents."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from rung.app.cohort import FEWEST, Cohort, cohort, read_goals
from rung.core.errors import UserError
from rung.report.cohort import write_cohort

TODAY = date(2026, 11, 22)
HEAD = "file,role,hours,by,place,level,consent\n"
PEOPLE = (
    "bootcamp_graduate", "data_analyst", "devops_engineer", "graduate_student", "nlp_engineer",
    "physicist", "senior_ml_engineer",
)  # fmt: skip
GOAL = "ml-engineer,8,2027-08-31,,"


def table(folder: Path, lines: list[str]) -> Path:
    made = folder / "goals.csv"
    made.write_text(HEAD + "".join(f"{line}\n" for line in lines), "utf-8")
    return made


def run(folder: Path, goals: Path, out: Path) -> Cohort:
    found = cohort(folder, goals, TODAY, lambda *_: None, workers=1)
    write_cohort(found, out, TODAY)
    return found


def files(out: Path) -> dict[str, bytes]:
    return {f.relative_to(out).as_posix(): f.read_bytes() for f in out.rglob("*") if f.is_file()}


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cohort") / "in"
    made.mkdir()
    for name in PEOPLE:
        shutil.copy(root / "bench" / "people" / f"{name}.md", made)
    shutil.copy(root / "bench" / "people" / "policy_adviser.md", made / "says_no.md")
    shutil.copy(root / "bench" / "people" / "radiologist.md", made / "not_in_table.md")
    (made / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    return made


@pytest.fixture(scope="module")
def done(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Cohort, Path, Path]:
    work = tmp_path_factory.mktemp("run")
    lines = [f"{name}.md,{GOAL},yes" for name in PEOPLE]
    lines += [f"says_no.md,{GOAL},no", f"broken.pdf,{GOAL},yes", f"gone.pdf,{GOAL},yes"]
    goals = table(work, lines)
    return run(folder, goals, work / "out"), goals, work / "out"


def test_h_nobody_without_consent_has_a_page(done: tuple[Cohort, Path, Path]) -> None:
    found, _, out = done
    assert found.without_consent == 1
    written = " ".join(f"{n} {b.decode()}" for n, b in files(out).items())
    assert "says_no" not in written
    assert "not_in_table.md.md" not in written


def test_h_no_file_is_lost_in_silence(done: tuple[Cohort, Path, Path]) -> None:
    found, _, out = done
    left = {x.what: x.why for x in found.left}
    assert len(found.people) == len(PEOPLE)
    assert "damaged" in left["broken.pdf"]
    assert "no consent" in left["not_in_table.md"]
    assert any(what.endswith("gone.pdf") for what in left)
    in_folder = [w for w in left if not w.startswith("line")]
    assert found.files == len(found.people) + len(in_folder) + found.without_consent
    assert all(why in (out / "left_out.md").read_text("utf-8") for why in left.values())


def test_h_counts_under_five_are_not_told(done: tuple[Cohort, Path, Path]) -> None:
    found, _, out = done
    assert any(c.people is None for c in found.cells)
    assert all(c.people is None or c.people >= FEWEST for c in found.cells)
    rows = (out / "gaps.csv").read_text("utf-8").splitlines()[1:]
    assert rows
    assert all(int(row.split(",")[3]) >= FEWEST for row in rows)
    text = (out / "gaps.md").read_text("utf-8")
    assert all(int(k) >= FEWEST for k in re.findall(r"\| (\d+) of 7 \|", text))


def test_h_a_role_of_few_people_is_not_told(folder: Path, tmp_path: Path) -> None:
    goals = table(tmp_path, [f"{name}.md,{GOAL},yes" for name in PEOPLE[:4]])
    run(folder, goals, tmp_path / "out")
    assert "Fewer than 5 people have this goal" in (tmp_path / "out/gaps.md").read_text("utf-8")
    assert (tmp_path / "out/gaps.csv").read_text("utf-8").count("\n") == 1


def test_gaps_stand_beside_counts_of_ads(done: tuple[Cohort, Path, Path]) -> None:
    found, _, _ = done
    assert all(0 < c.k <= c.n and c.of == len(PEOPLE) and c.used for c in found.cells)
    assert found.areas


def test_groups_are_by_next_action_in_the_order_of_files(done: tuple[Cohort, Path, Path]) -> None:
    found, _, out = done
    grouped = [f for g in found.groups for f in g.files]
    assert sorted(grouped) == sorted(p.file for p in found.people)
    assert all(list(g.files) == sorted(g.files) for g in found.groups)
    text = (out / "groups.md").read_text("utf-8")
    assert not re.search(r"score|rank(?!ing of people)|best|worst|weak", text, re.IGNORECASE)


def test_a_second_run_changes_nothing(folder: Path, done: tuple[Cohort, Path, Path]) -> None:
    _, goals, out = done
    before = files(out)
    run(folder, goals, out)
    assert files(out) == before


def test_someone_who_leaves_is_gone_and_other_files_stay(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    lines = [f"{name}.md,{GOAL},yes" for name in PEOPLE[:2]]
    run(folder, table(tmp_path, lines), out)
    (out / "people" / "my_note.md").write_text("kept by hand", "utf-8")
    run(folder, table(tmp_path, [lines[0], lines[1].replace(",yes", ",no")]), out)
    assert sorted(f.name for f in (out / "people").iterdir()) == [
        "bootcamp_graduate.md.md", "my_note.md",
    ]  # fmt: skip
    assert PEOPLE[1] not in " ".join(b.decode() for b in files(out).values())
    assert json.loads((out / "cohort.json").read_text("utf-8"))


def test_h_name_photo_and_age_change_nothing(folder: Path, tmp_path: Path) -> None:
    lines = [f"{PEOPLE[0]}.md,{GOAL},yes"]
    run(folder, table(tmp_path, lines), tmp_path / "one")
    other = tmp_path / "in"
    other.mkdir()
    text = (folder / f"{PEOPLE[0]}.md").read_text("utf-8")
    name = text.splitlines()[0].removeprefix("# ")
    told = text.replace(name, "Fatoumata Diallo", 1)
    (other / f"{PEOPLE[0]}.md").write_text(told, "utf-8")
    run(other, table(tmp_path, lines), tmp_path / "two")
    first = files(tmp_path / "one" / "people")
    assert first == files(tmp_path / "two" / "people")
    aged = told.replace("## ", "Born 1961, married, French\n\n## ", 1)
    (other / f"{PEOPLE[0]}.md").write_text(aged, "utf-8")
    run(other, table(tmp_path, lines), tmp_path / "three")
    assert first == files(tmp_path / "three" / "people")


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("file,role\n", "has no column hours, by, consent"),
        (HEAD + f"a.md,{GOAL},maybe\n", "line 2: consent is 'maybe'"),
        (HEAD + "a.md,ml-engineer,many,2027-08-31,,,yes\n", "line 2: hours is 'many'"),
        (HEAD + f",{GOAL},yes\n", "line 2: names no file"),
        (HEAD + f"a.md,{GOAL},yes\na.md,{GOAL},yes\n", "names a.md twice"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(tmp_path: Path, text: str, cause: str) -> None:
    path = tmp_path / "goals.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(UserError, match=re.escape(cause)):
        read_goals(path, TODAY)


def test_a_table_from_a_spreadsheet_elsewhere_reads_too(tmp_path: Path) -> None:
    path = tmp_path / "goals.csv"
    text = "File;Role;Hours;By;Consent\nä.md;ml-engineer;7,5;2027-08-31;Oui\n"
    path.write_text(text, "utf-8-sig")
    row = read_goals(path, TODAY)[0]
    assert (row.file, row.request.hours, row.consents) == ("ä.md", 7.5, True)


def test_an_unknown_role_leaves_one_person_out_with_the_reason(
    folder: Path, tmp_path: Path
) -> None:
    lines = [f"{PEOPLE[0]}.md,wizard,8,2027-08-31,,,yes", f"{PEOPLE[1]}.md,{GOAL},yes"]
    found = run(folder, table(tmp_path, lines), tmp_path / "out")
    assert len(found.people) == 1
    assert "is not in the catalogue" in next(
        x.why for x in found.left if x.what == f"{PEOPLE[0]}.md"
    )
