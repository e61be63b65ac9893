"""Ads that tell of one job are one; others are not, however much they share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rung.catalogue import load
from rung.market import alike
from rung.market.alike import Told, containment, groups, likeness, sketch, title_words

PRAISE = (
    "Heron builds weather models for farmers in forty countries. We are a team of ninety who "
    "care about craft and each other. You get thirty days of holiday, a pension, a budget for "
    "books and courses, and lunch with the team on Wednesdays at our office by the river. "
)
TRAIN = (
    "You train forecasting models on satellite images, keep their pipelines healthy, and measure "
    "what they are worth to a farmer. You know Python and PyTorch, have shipped models before, and "
    "like to write down what you learnt. You work with agronomists and read their field notes. "
)
SELL = (
    "You sell our forecasts to insurers and seed firms in the north, run the whole sale from the "
    "first call to the contract, and bring back what customers miss. You have sold software to "
    "large firms, like numbers, and travel about a week in every month by train. "
)


def told(
    key: str, title: str, text: str, employer: str = "heron", seen: str = "2026-03", at: str = ""
) -> Told:
    return alike.told(key, title, employer, at, seen, sketch(text), load().places)


def test_the_same_job_on_two_boards_is_one() -> None:
    ads = [
        told("a", "Machine Learning Engineer", PRAISE + TRAIN),
        told("b", "Machine Learning Engineer (m/f/d)", PRAISE + TRAIN + " Apply on our site."),
    ]
    assert groups(ads) == {"a": "a", "b": "a"}


def test_two_jobs_of_one_employer_stay_two() -> None:
    ads = [
        told("a", "Machine Learning Engineer", PRAISE * 2 + TRAIN),
        told("b", "Account Executive", PRAISE * 2 + SELL),
    ]
    assert likeness(ads[0].sketch, ads[1].sketch) > 0.2
    assert groups(ads) == {"a": "a", "b": "b"}


def test_one_text_under_two_titles_of_another_kind_stays_two() -> None:
    ads = [told("a", "Data Scientist", PRAISE + TRAIN), told("b", "Nurse", PRAISE + TRAIN)]
    assert groups(ads) == {"a": "a", "b": "b"}


def test_another_firm_s_copy_is_the_same_job_only_word_for_word() -> None:
    ads = [told("a", "ML Engineer", PRAISE + TRAIN), told("b", "ML Engineer", PRAISE + TRAIN, "it")]
    assert groups(ads)["b"] == "a"
    ads[1] = told("b", "ML Engineer", TRAIN + SELL, "it")
    assert groups(ads)["b"] == "b"


def test_another_level_is_another_job() -> None:
    text = PRAISE + TRAIN
    ads = [
        told("a", "Staff ML Engineer", text + "You have ten years."),
        told("b", "Senior ML Engineer", text + "You have five years."),
    ]
    assert likeness(ads[0].sketch, ads[1].sketch) > 0.8
    assert groups(ads)["b"] == "b"


def test_another_place_is_the_same_job() -> None:
    ads = [
        told("a", "ML Engineer - Leeds, England", PRAISE + TRAIN + "In Leeds.", at="UK"),
        told("b", "ML Engineer - Berlin, Germany", PRAISE + TRAIN + "In Berlin."),
    ]
    assert groups(ads)["b"] == "a"


def test_a_text_cut_short_or_run_together_is_the_same_job() -> None:
    whole = PRAISE + TRAIN
    cut, glued = whole[: 2 * len(whole) // 3], whole.replace(". ", ".")
    assert containment(sketch(whole), sketch(cut)) > 0.8
    ads = [told("a", "Engineer", whole), told("b", "Engineer", cut), told("c", "Engineer", glued)]
    assert set(groups(ads).values()) == {"a"}


def test_a_like_text_years_later_is_a_new_job() -> None:
    changed = TRAIN.replace("satellite images", "radar echoes") + SELL[:150]
    ads = [told("a", "Engineer", PRAISE + TRAIN), told("b", "Engineer", PRAISE + changed)]
    assert groups(ads)["b"] == "a"
    ads[1] = told("b", "Engineer", PRAISE + changed, seen="2029-01")
    assert groups(ads)["b"] == "b"


def test_an_unknown_employer_s_copy_is_the_same_job() -> None:
    ads = [told("a", "ML Engineer", PRAISE + TRAIN), told("b", "ML Engineer", PRAISE + TRAIN, "")]
    assert groups(ads)["b"] == "a"


def test_texts_too_short_to_compare_stand_alone() -> None:
    assert sketch("Python wanted") == ()
    assert groups([told("a", "Engineer", "Hi"), told("b", "Engineer", "Hi")]) == {
        "a": "a",
        "b": "b",
    }


def test_titles_lose_case_place_level_and_gender() -> None:
    assert title_words("Senior Data Scientist (M/W/D) - Remote, US") == {"data", "scientist"}
    assert title_words("機械学習エンジニア Machine Learning Engineer") == {
        "machine", "learning", "engineer",
    }  # fmt: skip


texts = st.lists(st.sampled_from(["red", "blue", "fast", "model", "data", "team"]), max_size=60)


@given(texts, texts)
def test_likeness_is_a_share_and_the_same_both_ways(one: list[str], two: list[str]) -> None:
    a, b = sketch(" ".join(one)), sketch(" ".join(two))
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, b) == likeness(b, a)
    assert likeness(a, a) in (0.0, 1.0)


@given(st.lists(st.tuples(st.sampled_from("xyz"), texts), max_size=8))
def test_each_group_has_one_head_that_is_its_own(many: list[tuple[str, list[str]]]) -> None:
    ads = [told(str(i), t, " ".join(w)) for i, (t, w) in enumerate(many)]
    found = groups(ads)
    assert set(found) == {a.key for a in ads}
    assert all(found[head] == head for head in found.values())
