"""Proposed prerequisites: who comes first, and what is left alone."""

from __future__ import annotations

from collections import Counter

from rung.catalogue import load
from rung.catalogue.edges import Signal, from_company, from_courses, from_esco, proposals
from rung.catalogue.records import Chapter, Course


def course(name: str, *skills: str) -> Course:
    chapters = tuple(Chapter(at=str(i), skills=(s,)) for i, s in enumerate(skills))
    return Course(
        id=name,
        title=name,
        by="nobody",
        kind="book",
        chapters=chapters,
        source="made up",
        as_of="2026-11-25",
    )


def test_the_wider_skill_comes_first() -> None:
    baskets = [frozenset({"wide", "narrow"})] * 10 + [frozenset({"wide"})] * 20
    baskets += [frozenset({"other"})] * 30
    found = from_company(baskets, "ads", "ads")
    assert set(found) == {("wide", "narrow")}
    (signal,) = found["wide", "narrow"]
    assert signal.said == "10 of 10 ads with narrow name wide"
    assert signal.strength == 1.0


def test_company_by_chance_says_nothing() -> None:
    everywhere = [frozenset({"wide", "narrow"})] * 10 + [frozenset({"wide"})] * 50
    assert from_company(everywhere, "ads", "ads") == {}


def test_courses_must_agree() -> None:
    one, two = course("one", "a", "b"), course("two", "a", "b")
    other = course("other", "b", "a")
    assert set(from_courses([one, two])) == {("a", "b")}
    assert from_courses([one]) == {}
    assert from_courses([one, two, other]) == {}


def test_esco_speaks_through_exact_links_only() -> None:
    skills = [s for s in load().skills.values() if s.links.esco]
    one = next(s for s in skills if s.links.esco[0].relation == "exact")
    two = next(s for s in skills if s.links.esco[0].relation == "exact" and s is not one)
    vague = next(s for s in skills if s.links.esco[0].relation != "exact")
    uris = [s.links.esco[0].uri for s in (one, two, vague)]
    rows = [(uris[0], uris[1], "essential"), (uris[0], uris[2], "essential")]
    assert set(from_esco(load(), rows)) == {(two.id, one.id)}


ONE, TWO = "incident-response", "docker"
"""Two skills of one area of which neither leads to the other."""


def company() -> list[Signal]:
    baskets = [frozenset({"w", "n"})] * 10 + [frozenset({"w"})] * 20 + [frozenset({"o"})] * 30
    return from_company(baskets, "ads", "ads")["w", "n"]


def order(before: str, after: str) -> dict[tuple[str, str], list[Signal]]:
    return from_courses([course("one", before, after), course("two", before, after)])


def test_what_the_graph_knows_or_was_decided_is_not_proposed() -> None:
    catalogue = load()
    decided = catalogue.edge_decisions.decisions[0]
    known = [
        ("linux-cli", "docker"),
        ("docker", "linux-cli"),
        (decided.before, decided.after),
        ("communication", "docker"),
        (ONE, TWO),
    ]
    found = {pair: order("a", "b")["a", "b"] for pair in known}
    assert [(p.before, p.after) for p in proposals(catalogue, found)] == [(ONE, TWO)]


def test_company_counts_within_an_area_only() -> None:
    assert proposals(load(), {("linguistics", "docker"): company()}) == ()
    assert len(proposals(load(), {(ONE, TWO): company()})) == 1


def test_signals_of_different_sources_add_up() -> None:
    together = {(ONE, TWO): company()}
    (one,) = proposals(load(), together)
    (both,) = proposals(load(), together, together, order(ONE, TWO))
    assert both.strength == one.strength + order(ONE, TWO)[ONE, TWO][0].strength


def test_every_decision_has_a_reason_of_its_own() -> None:
    reasons = Counter(each.reason for each in load().edge_decisions.decisions)
    assert [reason for reason, times in reasons.items() if times > 1] == []
