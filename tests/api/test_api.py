"""Rung from Python: cheap to import, the same answers, tables that hold them all."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

import rung
from rung.api import LIGHT
from rung.app import cards, demand, ladder, market_map, my_profile, paths, person
from rung.app.answer import Answer, NoPay
from rung.app.wire import plain, values
from rung.core.errors import UserError
from rung.report.jinja import TEMPLATES

TODAY = date(2026, 11, 27)


def test_every_name_is_there_and_sorted() -> None:
    from rung import api

    assert sorted(rung.__all__) == rung.__all__
    assert rung.__all__ == ["__version__", *api.__all__]
    assert all(hasattr(rung, name) for name in rung.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = rung.nothing


def test_the_page_names_every_function(root: Path) -> None:
    page = (root / "docs" / "python.md").read_text("utf-8")
    listed = page[page.index("The functions:") :].split(".")[0]
    assert sorted(re.findall(r"`(\w+)`", listed)) == rung.__all__[1:]


def test_importing_it_loads_nothing_of_it() -> None:
    code = "import rung, sys; print(sorted(m for m in sys.modules if m.startswith('rung.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_answers_are_those_of_app(root: Path) -> None:
    resume = root / "examples" / "backend_engineer.pdf"
    assert rung.nearest_roles(resume, today=TODAY) == person.fit_answer(resume, TODAY)
    asked = rung.gap(resume, role="mlops-engineer", place="Toronto", today=TODAY)
    assert asked == person.gap_answer(resume, "mlops-engineer", "Toronto", TODAY)


def test_the_others_are_those_of_app_too(root: Path) -> None:
    resume = root / "examples" / "statistics_phd.docx"
    assert rung.read(resume, today=TODAY) == my_profile.the_profile(resume, TODAY)
    assert rung.level(resume, today=TODAY) == ladder.level_answer(resume, TODAY)
    ways = paths.paths_answer(resume, "data-scientist", 6, "London", TODAY)
    assert rung.paths("data-scientist", resume, hours=6, place="London", today=TODAY) == ways
    assert rung.ladder("technical") == ladder.ladder_answer("technical", None)
    seen = rung.demand("ml-engineer", level="senior", since=date(2026, 5, 9), own=False)
    asked = demand.demand_answer("ml-engineer", None, "senior", since="2026-05-09", own_ads=False)
    assert seen == asked
    assert rung.market_map("metro", own=False) == market_map.market_map("metro", None, False)
    assert rung.ads_stats() == cards.ads_stats()
    assert rung.role("ml-engineer") == cards.role_card("ml-engineer")
    assert rung.skill("docker") == cards.skill_card("docker")
    assert rung.roles("images") == cards.role_lines("images")
    assert rung.skills() == cards.skill_lines()
    with pytest.raises(UserError, match="since soon: is not a date"):
        rung.demand("ml-engineer", since="soon")


def test_plans_side_by_side(root: Path) -> None:
    resume = root / "examples" / "backend_engineer.pdf"
    roles = ["mlops-engineer", "ml-engineer"]
    found = rung.compare(resume, roles=roles, hours=8, by="2027-08-31", today=TODAY)
    assert [v.role_label for v in found.variants] == ["MLOps engineer", "Machine learning engineer"]
    found = rung.compare(
        resume, role=roles[0], changes=["hours=12"], hours=8, by=date(2027, 8, 31), today=TODAY
    )
    assert [v.label for v in found.variants] == ["as it is", "hours=12"]
    assert found.variants[0].budget_hours < found.variants[1].budget_hours


def test_days_are_days_in_tables_and_all_else_is_as_in_the_json(
    backend_engineer: Answer, root: Path
) -> None:
    weeks = backend_engineer.plan.weeks
    table, frame = rung.table(weeks), rung.frame(weeks)
    assert table.column("start").to_pylist() == [w.start for w in weeks]
    assert str(frame["start"].dtype) == "datetime64[s]"
    assert [d.date() for d in frame["start"]] == [w.start for w in weeks]
    assert table.column_names == [f.name for f in fields(weeks[0])]
    for record in (backend_engineer, rung.role("ml-engineer"), rung.skill("docker")):
        assert json.loads(json.dumps(values(record), default=date.isoformat)) == plain(record)
    counted = values(rung.demand("ml-engineer").counted)
    assert all(names == sorted(names) for names in counted["asked"])


@pytest.mark.parametrize("name", ["pyarrow", "pandas", "altair"])
def test_without_the_extra_it_says_what_to_install(
    name: str, backend_engineer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = backend_engineer.gap
    makes = {"pyarrow": rung.table, "pandas": rung.frame, "altair": rung.chart}[name]
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UserError, match=r"pip install \"rung\[notebook\]\""):
        makes(rows)


def test_tables_hold_every_record_and_its_numbers(root: Path) -> None:
    found = rung.demand("ml-engineer")
    table, frame = rung.table(found.skills), rung.frame(found.skills)
    assert table.num_rows == len(frame) == len(found.skills)
    assert table.column("k").to_pylist() == [s.k for s in found.skills] == list(frame["k"])
    with pytest.raises(UserError, match="no records of one kind"):
        rung.frame([1, 2])


def test_a_chart_is_the_report_s_own_drawing(root: Path) -> None:
    resume = root / "examples" / "backend_engineer.pdf"
    found = rung.gap(resume, role="mlops-engineer", today=TODAY)
    spec = rung.chart(found.gap).to_dict()
    assert "var(--" not in str(spec)
    assert found.gap[0].label in str(spec)


def test_a_band_is_drawn_and_a_missing_one_told() -> None:
    paid = rung.pay("ml-engineer", place="United States", today=TODAY).pay
    assert not isinstance(paid, NoPay)
    assert f"{paid.p50 // 1000}k" in str(rung.chart(paid).to_dict())
    none = rung.pay("ai-ethicist", place="Canada", today=TODAY).pay
    assert isinstance(none, NoPay)
    with pytest.raises(UserError, match="No pay band in Canada"):
        rung.chart(none)


def test_the_colours_are_the_report_s_light_ones() -> None:
    css = (TEMPLATES / "report.css").read_text("utf-8")
    light = re.findall(r"--([\w-]+): (#[0-9a-f]{6})", css[: css.index("@media")])
    assert {f"var(--{n})": c for n, c in light if f"var(--{n})" in LIGHT} == LIGHT
    drawn = (TEMPLATES.parent / name for name in ("charts.py", "marks.py"))
    used = re.findall(r"var\(--[\w-]+\)", "".join(p.read_text("utf-8") for p in drawn))
    assert used
    assert set(used) <= set(LIGHT)


def test_the_page_s_examples_run(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    text = (root / "docs" / "python.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(blocks) >= 4
    shared: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/python.md", "exec"), shared)  # noqa: S102 - our own page
    assert "Kubernetes" in str(shared["page"])
