"""J2: a statistics PhD, research or applied?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rung.app.answer import Answer, NoPay
from rung.app.choices import ChoiceAnswer, choice_answer
from rung.core.state import State
from tests.journeys import checks


def test_h_the_doctorate_counts_for_research(statistics_phd_research: Answer) -> None:
    fit = {f.role: f for f in statistics_phd_research.fit}["research-scientist"]
    assert not any("No PhD" in r.text for r in fit.against)
    assert checks.evidence(statistics_phd_research)["phd"] == "evidenced"


def test_h_no_introductory_probability(statistics_phd: Answer) -> None:
    assert checks.hours_on(statistics_phd, "probability", "distributions", "statistics") == 0
    shown = checks.evidence(statistics_phd)
    assert shown["probability"] == shown["statistics"] == "evidenced"


def test_publications_are_read_as_evidence(statistics_phd: Answer) -> None:
    publications = {s.id: s for s in statistics_phd.person.skills}["publications"]
    assert publications.evidence == "evidenced"
    assert publications.spans


def test_the_engineering_gap_is_named(statistics_phd: Answer) -> None:
    lacking = {r.skill for r in statistics_phd.gap if r.evidence in ("absent", "claimed")}
    assert {"sql", "git"} <= lacking
    planned = checks.skills_planned(statistics_phd)
    dropped = {d.skill for d in statistics_phd.plan.drop}
    assert {"sql", "git"} <= planned | dropped


def test_applied_roles_are_offered_beside_research(statistics_phd: Answer) -> None:
    nearest = [f.role for f in statistics_phd.fit[:4]]
    assert {"data-scientist", "applied-scientist"} & set(nearest)
    assert "research-scientist" in nearest


def test_both_pay_answers_carry_n_or_abstain(
    statistics_phd: Answer, statistics_phd_research: Answer
) -> None:
    for answer in (statistics_phd, statistics_phd_research):
        assert isinstance(answer.pay, NoPay) or (answer.pay.n >= 10 and answer.pay.years)


def test_h_nothing_is_promised(statistics_phd: Answer, statistics_phd_research: Answer) -> None:
    checks.promises_nothing(statistics_phd)
    checks.promises_nothing(statistics_phd_research)


def test_the_plans_keep_the_budget_and_count_their_gaps(statistics_phd: Answer) -> None:
    checks.inside_the_budget(statistics_phd)
    checks.every_gap_is_counted(statistics_phd)
    checks.every_claim_about_the_person_quotes_a_line(statistics_phd)


def test_publications_carry_author_position(statistics_phd: Answer) -> None:
    listed = statistics_phd.person.publications
    assert [(p.year, p.position, p.authors) for p in listed] == [
        (2024, 1, 2),
        (2023, 1, 3),
        (2022, 2, 2),
        (2021, 1, 1),
    ]
    assert all(p.venue and p.title for p in listed)


def test_research_ads_requiring_a_phd_are_counted(statistics_phd_research: Answer) -> None:
    asks = statistics_phd_research.demand.besides
    assert asks is not None
    phd = next(d for d in asks.degrees if d.level == "phd")
    assert 0 < phd.required < phd.n == statistics_phd_research.demand.n


@pytest.fixture(scope="module")
def divide(root: Path, tmp_path_factory: pytest.TempPathFactory) -> ChoiceAnswer:
    """Research or applied, before any answer."""
    state = State(tmp_path_factory.mktemp("j2"))
    document = root / "examples" / "statistics_phd.docx"
    return choice_answer(state, document, "research-or-applied", "London", date(2026, 11, 22))


def test_two_probes_with_stop_rules(divide: ChoiceAnswer) -> None:
    for way in divide.ways:
        probes = [t for t in way.trials if 2 <= t.weeks <= 4]
        assert probes
        assert all(t.stop and t.shows for t in probes)
    assert "Reproduce" in divide.ways[0].trials[0].title
    assert "service" in divide.ways[1].trials[0].title


def test_blank_answers_abstain(divide: ChoiceAnswer) -> None:
    assert divide.leaning.side is None


def test_both_columns_quote_lines_and_name_what_is_missing(divide: ChoiceAnswer) -> None:
    research, applied = divide.ways
    assert research.column.lines
    assert applied.column.lines
    assert len(research.column.publications) == 4
    assert "none at a venue of machine learning" in research.column.note
    assert any("Statistics" in line.text for line in research.column.degrees)
    missing = {s.id for s in applied.column.skills if not s.shown}
    assert {"git", "testing", "sql", "model-deployment"} <= missing


def test_research_and_applied_ads_are_counted_apart(divide: ChoiceAnswer) -> None:
    research, applied = divide.ways
    assert 0 < research.ads.k < applied.ads.k < applied.ads.n
    assert research.ads.n == applied.ads.n
    assert {r.role for r in applied.roles} >= {"applied-scientist", "data-scientist"}
