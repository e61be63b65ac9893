"""J3: a radiologist towards AI in medical imaging."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rung.app.answer import Answer, NoPay
from rung.app.goal import Request
from rung.app.plan import make_plan
from rung.app.wire import to_json
from tests.journeys import checks

TODAY = date(2026, 11, 22)
BRIDGES = {
    "clinical-ai-lead", "clinical-validation-lead", "medical-ai-product-manager",
    "imaging-data-lead", "medical-imaging-scientist",
}  # fmt: skip


@pytest.fixture(scope="module")
def radiologist(root: Path) -> Answer:
    document = root / "bench" / "people" / "radiologist.md"
    goal = Request("clinical-ai-lead", 6, "2027-09-30", "United Kingdom", None, TODAY)
    return make_plan(document, goal)


def test_h_bridge_roles_come_before_engineering(radiologist: Answer) -> None:
    order = [f.role for f in radiologist.fit]
    assert max(order.index(r) for r in BRIDGES) < order.index("ml-engineer")
    assert order.index("data-analyst") > order.index("clinical-ai-lead")


def test_h_regulation_and_privacy_are_there(radiologist: Answer) -> None:
    planned = checks.skills_planned(radiologist)
    shown = {s for s, e in checks.evidence(radiologist).items() if e in ("evidenced", "verified")}
    assert "medical-device-regulation" in planned | shown
    assert {"privacy", "gdpr", "hipaa"} & (planned | shown)


def test_what_the_clinic_taught_is_credited(radiologist: Answer) -> None:
    found = checks.evidence(radiologist)
    for skill in ("healthcare-domain", "clinical-workflows", "diagnostic-accuracy"):
        assert found[skill] == "evidenced"
        assert checks.hours_on(radiologist, skill) == 0


def test_python_is_optional_and_no_network_comes_before_the_basics(radiologist: Answer) -> None:
    assert "python" not in {s.skill for s in radiologist.plan.steps if s.core}
    assert not {"cnn", "pytorch", "cuda"} & checks.skills_planned(radiologist)
    lacking = [r.skill for r in radiologist.gap if r.evidence == "absent" and r.kind != "human"]
    assert "python" not in lacking[:6]
    python = next(r for r in radiologist.gap if r.skill == "python")
    assert python.hours.likely > 0


def test_h_too_few_ads_are_said_to_be_too_few(radiologist: Answer) -> None:
    assert "too few" in radiologist.demand.why
    assert isinstance(radiologist.pay, NoPay)


def test_nobody_is_told_to_give_up_the_profession(radiologist: Answer) -> None:
    text = to_json(radiologist, Answer).lower()
    assert "licence to practise" not in text
    assert "start from zero" not in text
    checks.promises_nothing(radiologist)


def test_every_claim_quotes_a_line_and_every_gap_counts(radiologist: Answer) -> None:
    checks.every_claim_about_the_person_quotes_a_line(radiologist)
    checks.every_gap_is_counted(radiologist)
    checks.inside_the_budget(radiologist)


def test_seniority_in_the_clinic_is_not_reset_to_a_rung_of_software(radiologist: Answer) -> None:
    assert radiologist.level.id is None
    assert "Consultant Radiologist are seniority in your own field" in radiologist.level.note
