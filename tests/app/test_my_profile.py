"""The stored person: merged, corrected, removed, exported, the same after every new reading."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rung.app import data, doctor, my_profile
from rung.core.errors import UserError
from rung.core.state import State

TODAY = date(2026, 11, 27)
OLD = """# Ada Lovel

ada@example.com | (415) 555-0100 | Toronto, Canada

## Experience

**Data Analyst** — Blue Finch, Toronto, 2019 – 2021
- Wrote SQL reports for six teams

## Education

BSc Mathematics, University of Northfield, 2015 – 2019

## Skills

SQL, Excel
"""
NEW = """# Ada Lovel

ada@example.org | (415) 555-0100 | Toronto, Canada

## Experience

**Machine Learning Engineer** — Northwind Labs, Toronto, Mar 2021 – Present
- Served PyTorch models on Kubernetes

**Data Analyst** — Blue Finch, Toronto, Jun 2019 – Feb 2021
- Wrote SQL reports for six teams
- Built Airflow pipelines

## Education

BSc Mathematics, University of Northfield, 2015 – 2019

## Skills

Python, PyTorch
"""


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("RUNG_HOME", str(tmp_path / "home"))
    return State(tmp_path / "home", lambda: datetime(2026, 11, 27, 12, tzinfo=UTC))


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_two_documents_become_one_person_with_what_differs_shown(
    state: State, tmp_path: Path
) -> None:
    files = [put(tmp_path, "old.md", OLD), put(tmp_path, "new.md", NEW)]
    done = my_profile.import_files(state, files, TODAY)
    assert (done.added, done.conflicts) == (("old.md", "new.md"), 1)
    person = my_profile.stored(state, TODAY)
    jobs = [(w.title.value, w.employer.value) for w in person.work if w.title and w.employer]
    assert jobs == [
        ("Machine Learning Engineer", "Northwind Labs"),
        ("Data Analyst", "Blue Finch"),
    ]
    analyst = person.work[1]
    assert analyst.period is not None
    assert analyst.period.start is not None
    assert analyst.period.start.month == 6  # the more precise dates of the two
    assert [line.text for line in analyst.lines] == [
        "Wrote SQL reports for six teams",
        "Built Airflow pipelines",
    ]
    (conflict,) = person.conflicts
    assert (conflict.field, conflict.chosen.value) == ("email", "ada@example.org")
    assert [v.value for v in conflict.others] == ["ada@example.com"]
    assert len(person.education) == 1
    listed = [k.value for g in person.listed for k in g.keywords]
    assert listed == ["Python", "PyTorch", "SQL", "Excel"]
    sql = next(s for s in person.skills if s.id == "sql")
    assert (sql.evidence, sql.years, sql.last_year) == ("evidenced", 1.8, 2021)


def test_two_files_of_one_name_are_both_kept(state: State, tmp_path: Path) -> None:
    for folder, text in (("a", OLD), ("b", NEW)):
        (tmp_path / folder).mkdir()
        put(tmp_path / folder, "cv.md", text)
    files = [tmp_path / "a" / "cv.md", tmp_path / "b" / "cv.md"]
    assert my_profile.import_files(state, files, TODAY).added == ("a/cv.md", "b/cv.md")


def test_a_correction_stays_when_the_document_is_read_anew(state: State, tmp_path: Path) -> None:
    my_profile.import_files(state, [put(tmp_path, "cv.md", NEW)], TODAY)
    my_profile.edit(state, "work/2/title", "Senior Data Analyst", TODAY)
    my_profile.edit(state, "work/2/employer", "Blue Finch Ltd", TODAY)
    my_profile.edit(state, "work/2/end", "2021-03", TODAY)
    my_profile.edit(state, "work/2/end", "2021-04", TODAY)
    my_profile.edit(state, "phone", "+1 416 555 0101", TODAY)
    assert len(my_profile.corrected(state)) == 4  # the second end took the first one's place
    longer = NEW.replace("Built Airflow pipelines", "Built Airflow and dbt pipelines")
    done = my_profile.import_files(state, [put(tmp_path, "cv.md", longer)], TODAY)
    assert done.replaced == ("cv.md",)
    person = my_profile.stored(state, TODAY)
    job = person.work[1]
    assert job.title is not None
    assert job.employer is not None
    assert job.period is not None
    assert (job.title.value, job.employer.value) == ("Senior Data Analyst", "Blue Finch Ltd")
    assert job.title.span.document == "your corrections"
    assert job.period.end is not None
    assert (job.period.end.year, job.period.end.month) == (2021, 4)
    assert job.lines[1].text == "Built Airflow and dbt pipelines"
    assert person.phone is not None
    assert person.phone.value == "+1 416 555 0101"


def test_a_correction_of_something_gone_is_said(state: State, tmp_path: Path) -> None:
    my_profile.import_files(state, [put(tmp_path, "cv.md", NEW)], TODAY)
    my_profile.edit(state, "work/1/title", "Staff Engineer", TODAY)
    my_profile.import_files(state, [put(tmp_path, "cv.md", OLD)], TODAY)
    person = my_profile.stored(state, TODAY)
    assert any("Machine Learning Engineer" in note for note in person.unread)


def test_settling_a_conflict_ends_it(state: State, tmp_path: Path) -> None:
    files = [put(tmp_path, "old.md", OLD), put(tmp_path, "new.md", NEW)]
    my_profile.import_files(state, files, TODAY)
    my_profile.edit(state, "email", "ada@example.com", TODAY)
    person = my_profile.stored(state, TODAY)
    assert person.conflicts == ()
    assert person.email is not None
    assert person.email.value == "ada@example.com"


def test_entries_skills_and_documents_can_be_taken_out_and_brought_back(
    state: State, tmp_path: Path
) -> None:
    my_profile.import_files(state, [put(tmp_path, "cv.md", NEW)], TODAY)
    my_profile.remove(state, "work/1", TODAY)
    my_profile.remove(state, "skill/python", TODAY)
    person = my_profile.stored(state, TODAY)
    assert len(person.work) == 1
    assert not {"python", "kubernetes"} & {s.id for s in person.skills}
    data.undo(state)
    data.undo(state)
    assert {"python", "kubernetes"} <= {s.id for s in my_profile.stored(state, TODAY).skills}
    assert my_profile.remove(state, "cv.md", TODAY).document
    with pytest.raises(UserError, match="no résumé was imported"):
        my_profile.stored(state, TODAY)
    data.undo(state)
    assert my_profile.stored(state, TODAY).name is not None


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("work/9/title", "x", "there are 2, counted from 1"),
        ("work/x", "x", "there are 2"),
        ("work/1/salary", "x", "fields of work are title, employer"),
        ("work/1", "x", "whole entry"),
        ("hobby", "x", "paths look like"),
        ("phone", "  ", "can't be empty"),
        ("work/1/start", "soon", "no month or year"),
    ],
)
def test_bad_edits_name_what_there_is(
    state: State, tmp_path: Path, path: str, value: str, said: str
) -> None:
    my_profile.import_files(state, [put(tmp_path, "cv.md", NEW)], TODAY)
    before = state.saved()
    with pytest.raises(UserError, match=said):
        my_profile.edit(state, path, value, TODAY)
    assert state.saved() == before


def test_bad_files_are_named_and_good_ones_kept(state: State, tmp_path: Path) -> None:
    bad = put(tmp_path, "bad.json", '{"a": ')
    good = put(tmp_path, "cv.md", NEW)
    done = my_profile.import_files(state, [bad, good], TODAY)
    assert (done.added, [r.name for r in done.refused]) == (("cv.md",), ["bad.json"])
    before = state.saved()
    with pytest.raises(UserError, match="not valid JSON"):
        my_profile.import_files(state, [bad], TODAY)
    assert state.saved() == before
    same = my_profile.import_files(state, [good], TODAY)
    assert (same.same, same.added) == (("cv.md",), ())


def test_json_resume_goes_in_and_out_without_loss(state: State, tmp_path: Path) -> None:
    resume = {
        "$schema": "x",
        "basics": {"name": "Ada Lovel", "image": "me.png", "location": {"city": "Toronto", "x": 1}},
        "work": [
            {"name": "Blue Finch", "position": "Analyst", "startDate": "2019-06-01",
             "summary": "Reports.", "highlights": ["SQL"], "x-team": 6},
            {"name": "", "position": "", "note": "an entry Rung can't read"},
        ],
        "references": [{"name": "B", "reference": "Good."}],
        "meta": {"theme": "even"},
    }  # fmt: skip
    my_profile.import_files(state, [put(tmp_path, "cv.json", json.dumps(resume))], TODAY)
    assert my_profile.export_jsonresume(None, TODAY) == resume
    my_profile.edit(state, "work/1/title", "Data Analyst", TODAY)
    out = my_profile.export_jsonresume(None, TODAY)
    expected = json.loads(json.dumps(resume))
    expected["work"][0]["position"] = "Data Analyst"
    assert out == expected


def test_an_export_of_a_read_document_reads_back_the_same(tmp_path: Path, state: State) -> None:
    out = my_profile.export_jsonresume(put(tmp_path, "cv.md", NEW), TODAY)
    again = my_profile.the_profile(put(tmp_path, "cv.json", json.dumps(out)), TODAY)
    first = my_profile.the_profile(tmp_path / "cv.md", TODAY)
    assert [(w.title and w.title.value, w.period and (w.period.start, w.period.end))
            for w in again.work] == [
        (w.title and w.title.value, w.period and (w.period.start, w.period.end))
        for w in first.work
    ]  # fmt: skip
    assert {s.id for s in again.skills} == {s.id for s in first.skills}


def test_everything_survives_export_delete_and_import(state: State, tmp_path: Path) -> None:
    files = [put(tmp_path, "old.md", OLD), put(tmp_path, "new.md", NEW)]
    my_profile.import_files(state, files, TODAY)
    my_profile.edit(state, "phone", "+1 416 555 0101", TODAY)
    (state.folder / "catalogue").mkdir()
    (state.folder / "catalogue" / "note.txt").write_text("mine")
    before, person = state.saved(), my_profile.stored(state, TODAY)
    data.export(state, tmp_path / "all.zip")
    gone = data.delete_all(state)
    assert not state.folder.exists()
    assert (gone.left, gone.undo) == ((), False)
    done = data.bring(state, tmp_path / "all.zip")
    assert done.added == 3
    assert (state.saved(), my_profile.stored(state, TODAY)) == (before, person)
    assert (state.folder / "catalogue" / "note.txt").read_text() == "mine"
    assert doctor.examine(state).sound


def test_delete_leaves_what_rung_did_not_make(state: State, tmp_path: Path) -> None:
    my_profile.import_files(state, [put(tmp_path, "cv.md", NEW)], TODAY)
    (state.folder / "novel.txt").write_text("not Rung's")
    assert data.delete_all(state).left == ("novel.txt",)
    assert [p.name for p in state.folder.iterdir()] == ["novel.txt"]


def test_a_part_is_deleted_and_undone(state: State, tmp_path: Path) -> None:
    my_profile.import_files(state, [put(tmp_path, "cv.md", NEW)], TODAY)
    assert data.delete(state, "profile").removed == ("document cv.md",)
    assert my_profile.kept(state) == ()
    data.undo(state)
    assert [d.name for d in my_profile.kept(state)] == ["cv.md"]
    with pytest.raises(UserError, match="There are: profile"):
        data.delete(state, "everything")
