"""The journeys of real people through the pages, by keyboard alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.web.chromium import Served, Visit, needs_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = needs_chromium


def test_j1_a_backend_engineer_gets_a_plan_and_logs_a_week(
    made_browser: Browser, fresh_site: Served, root: Path
) -> None:
    visit = Visit.begin(made_browser, fresh_site)
    assert "Where do you stand" in visit.text()
    visit.hand_in("^Your résumé", root / "examples" / "backend_engineer.pdf")
    visit.follow("^Read it$")
    assert "Read: backend_engineer.pdf" in visit.text()
    assert "Nadia Samplewood" in visit.text()
    visit.follow("It is right")
    assert "Python: shown" in visit.text()
    visit.follow("Plan the way there to MLOps engineer")
    assert "It can be done" in visit.text()
    visit.fill("^Place", "Toronto")
    visit.reach("^Hours a week")
    with visit.page.expect_response(lambda r: "hours=9" in r.url and "/plan" in r.url):
        visit.press("ArrowRight", "ArrowRight")
    visit.page.wait_for_url("**hours=9**")
    visit.page.get_by_text("39 weeks at 9 hours").first.wait_for()
    assert "Kubernetes" in visit.text()
    assert "of 46 ads" in visit.text()
    assert "No pay band in Canada" in visit.text()
    visit.follow("^Live with this plan$")
    assert "the plan you live with: MLOps engineer" in visit.text()
    visit.press("g")
    with visit.page.expect_navigation():
        visit.press("t")
    assert "On the way to MLOps engineer" in visit.text()
    visit.reach("^Hours spent")
    visit.page.keyboard.type("2")
    visit.follow("^Note hours on")
    assert "2 hours on" in visit.text()
    visit.follow("^Undo$")
    visit.go("/")
    assert "Take back the last entry" not in visit.text()
    assert not visit.wrong


def test_j2_a_statistician_weighs_research_and_applied_work(
    made_browser: Browser, fresh_site: Served, root: Path
) -> None:
    visit = Visit.begin(made_browser, fresh_site)
    visit.hand_in("^Your résumé", root / "examples" / "statistics_phd.docx")
    visit.follow("^Read it$")
    visit.press("g")
    with visit.page.expect_navigation():
        visit.press("c")
    visit.follow("^Research or applied work")
    said = visit.text()
    assert "0 of 12" in said
    assert "author 1 of" in said
    assert "PhD in" in said
    assert said.count("Stop: ") >= 2
    for number in (1, 2):
        visit.reach(r"^(?!.*Keep my).*\S", "select")
        visit.page.keyboard.type(str(6 - number))
    visit.follow("^Keep my answers$")
    assert "2 of 12" in visit.text()
    assert "No pay band" in visit.text() or "middle" in visit.text()
    visit.follow("^Undo$")
    visit.go("/choices/research-or-applied")
    assert "0 of 12" in visit.text()
    assert not visit.wrong


def test_j5_a_senior_engineer_weighs_principal_and_manager(
    made_browser: Browser, fresh_site: Served, root: Path
) -> None:
    visit = Visit.begin(made_browser, fresh_site)
    visit.hand_in("^Your résumé", root / "bench" / "people" / "senior_ml_engineer.md")
    visit.follow("^Read it$")
    visit.press("g")
    with visit.page.expect_navigation():
        visit.press("c")
    visit.follow("^Technical specialist or people manager")
    said = visit.text()
    assert "four teams" in said
    assert "Mentor two engineers" in said
    assert "0 of 12" in said
    assert "The way back" in said
    visit.press("g")
    with visit.page.expect_navigation():
        visit.press("m")
    visit.follow("^Level$")
    assert "A packet for it, from your own lines" in visit.text()
    assert not visit.wrong


def test_j3_a_radiologist_finds_roles_where_the_clinic_counts(
    made_browser: Browser, fresh_site: Served, root: Path
) -> None:
    visit = Visit.begin(made_browser, fresh_site)
    visit.hand_in("^Your résumé", root / "bench" / "people" / "radiologist.md")
    visit.follow("^Read it$")
    visit.follow("It is right")
    said = visit.text()
    assert said.index("Clinical AI lead") < said.index("Machine learning engineer")
    visit.follow("Plan the way there to Clinical AI lead")
    visit.fill("^Place", "United Kingdom")
    visit.page.get_by_text("No pay band in the United Kingdom").first.wait_for()
    assert "all AI and ML roles" in visit.text()
    assert "seniority in your own field" in visit.text()
    assert "Medical device regulation" in visit.text()
    assert not visit.wrong


def test_j7_a_product_manager_gets_the_difference_only(
    made_browser: Browser, fresh_site: Served, root: Path
) -> None:
    visit = Visit.begin(made_browser, fresh_site)
    visit.hand_in("^Your résumé", root / "examples" / "product_manager.pdf")
    visit.follow("^Read it$")
    visit.follow("It is right")
    visit.follow("Plan the way there to AI product manager")
    said = visit.text()
    assert "It can be done" in said
    steps = said[said.index("Steps") :]
    assert not [word for word in ("CUDA", "Kubernetes", "C++") if word in steps]
    assert not visit.wrong


def test_without_script_a_plan_is_made_and_kept(
    made_browser: Browser, fresh_site: Served, root: Path
) -> None:
    visit = Visit.begin(made_browser, fresh_site, script=False)
    visit.page.locator("input[type=file]").set_input_files(root / "examples/backend_engineer.pdf")
    visit.page.get_by_role("button", name="Read it").first.click()
    visit.page.get_by_role("link", name="It is right").click()
    visit.page.get_by_role("link", name="Plan the way there to MLOps engineer").click()
    visit.page.get_by_label("Place").fill("Toronto")
    visit.page.get_by_role("button", name="Plan", exact=True).click()
    assert "place=Toronto" in visit.page.url
    visit.page.get_by_role("button", name="Live with this plan").click()
    assert "the plan you live with" in visit.text()
    assert visit.page.locator("svg.chart").count() >= 2
    assert not visit.wrong


def test_lines_about_oneself_do_where_there_is_no_document(
    made_browser: Browser, fresh_site: Served
) -> None:
    visit = Visit.begin(made_browser, fresh_site)
    visit.reach("No résumé at hand")
    visit.press("Enter")
    visit.fill(
        "^What you did",
        "Experience\nData analyst, Example Bakery, 2022 - present\n"
        "- Built SQL reports in PostgreSQL and dashboards in Tableau for twelve shops",
    )
    visit.follow("^Read it$", "button")
    assert "in my own words.txt" in visit.text()
    visit.go("/me")
    assert "PostgreSQL" in visit.text()
    assert not visit.wrong
