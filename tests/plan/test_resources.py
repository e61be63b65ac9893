"""What to learn from: few works, as the person likes them, and honest where there are none."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rung.catalogue import load
from rung.plan.records import Taste
from rung.plan.resources import in_words, pick, work_of

CATALOGUE = load()
SKILLS = sorted(CATALOGUE.skills)
some = st.lists(st.sampled_from(SKILLS), max_size=8, unique=True)
tastes = st.builds(
    Taste, free=st.booleans(), kinds=st.sampled_from([(), ("video",), ("book", "course")])
)


@given(some, tastes)
def test_every_skill_gets_one_of_its_own_works_as_the_person_likes(
    skills: list[str], taste: Taste
) -> None:
    found = pick(CATALOGUE, skills, taste)
    for skill in skills:
        own = CATALOGUE.skills[skill].resources
        assert (skill in found) == bool(own)
        if not own:
            continue
        picked = found[skill]
        assert picked.first in own
        assert set(picked.others) == set(own) - {picked.first}
        free = [r for r in own if r.cost != "paid"]
        if taste.free and free:
            assert picked.first.cost != "paid"
        assert picked.fits == (not taste.free or picked.first.cost != "paid")
        said = in_words(picked, {s: s for s in skills}, taste)
        assert len(said) == len(own)


@given(st.lists(st.sampled_from(SKILLS), min_size=1, max_size=5, unique=True))
def test_no_fewer_works_would_do(skills: list[str]) -> None:
    offered = {s: {work_of(r) for r in CATALOGUE.skills[s].resources} for s in skills}
    offered = {s: works for s, works in offered.items() if works}
    found = pick(CATALOGUE, skills, Taste())
    used = {work_of(p.first) for p in found.values()}
    every = sorted(set().union(*offered.values())) if offered else []
    for size in range(len(used)):
        for fewer in combinations(every, size):
            assert not all(works & {*fewer} for works in offered.values())


def test_a_book_that_serves_two_steps_is_opened_once() -> None:
    shared = [
        (one, other)
        for one, other in combinations(SKILLS, 2)
        if {work_of(r) for r in CATALOGUE.skills[one].resources}
        & {work_of(r) for r in CATALOGUE.skills[other].resources}
    ]
    one, other = shared[0]
    found = pick(CATALOGUE, [one, other], Taste())
    assert work_of(found[one].first) == work_of(found[other].first)
    assert found[one].also == (other,)
