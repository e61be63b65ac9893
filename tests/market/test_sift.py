from __future__ import annotations

from pathlib import Path

import pytest

from rung.catalogue import load
from rung.core.errors import UserError
from rung.market.postings import gather
from rung.market.sift import Kept, plain_name, sift
from tests.market.made import GERMAN, posting, postings_file

CATALOGUE = load()


def sifted(
    folder: Path, *rows: dict[str, object]
) -> tuple[tuple[Kept, ...], dict[str, int], list[str]]:
    postings_file(folder, rows)
    seen: list[str] = []
    kept, left_out = sift(
        gather(folder).postings, CATALOGUE, lambda _done, _total, what: seen.append(what)
    )
    return kept, {left.reason: left.n for left in left_out}, seen


def test_an_english_ad_of_a_known_role_counts(tmp_path: Path) -> None:
    kept, left_out, seen = sifted(tmp_path, posting(1, company="Acme, Inc."))
    assert [(k.role, k.title, k.employer) for k in kept] == [
        ("ml-engineer", "machine learning engineer", "acme")
    ]
    assert (kept[0].places[0].metro, kept[0].places[0].country) == ("toronto", "CA")
    assert left_out == {}
    assert seen == ["Sorting ads into roles"]


def test_what_does_not_count_is_told_by_reason(tmp_path: Path) -> None:
    kept, left_out, _ = sifted(
        tmp_path,
        posting(1, title="Account Executive"),
        posting(2, description=GERMAN),
        posting(3, desc_hash="same"),
        posting(4, desc_hash="same"),
        posting(5, company="Acme"),
        posting(6, company="ACME Inc"),
        posting(7, company="Acme", location="Berlin, Germany"),
    )
    assert len(kept) == 3
    assert left_out == {
        "another role": 1,
        "language: German": 1,
        "repeat: same text": 1,
        "repeat: same employer, title and place": 1,
    }


def test_one_employer_does_not_speak_for_the_market(tmp_path: Path) -> None:
    cities = ("Toronto", "Berlin", "London", "Paris", "Madrid", "Austin, TX", "Boston, MA")
    titles = ("Machine Learning Engineer", "ML Engineer, Search", "ML Engineer, Ads")
    rows = [
        posting(10 * t + c, company="Acme", title=title, location=city, country_hint="")
        for t, title in enumerate(titles)
        for c, city in enumerate(cities)
    ]
    kept, left_out, _ = sifted(tmp_path, *rows)
    assert len(kept) == 10
    assert left_out["more than 5 ads of one employer under one title"] == 6
    assert left_out["more than 10 ads of one employer for one role"] == 5


def test_ads_of_unknown_employers_repeat_only_by_text(tmp_path: Path) -> None:
    kept, _, _ = sifted(tmp_path, *(posting(n, company="") for n in range(8)))
    assert len(kept) == 8


def test_old_short_and_muddled_ads_are_not_gathered(tmp_path: Path) -> None:
    postings_file(
        tmp_path,
        [
            posting(1),
            posting(2, fetched_at="2024-12-31"),
            posting(3, fetched_at=None),
            posting(4, source="adzuna_2025"),
            posting(5, description_raw_format="text_trunc500"),
            posting(6, source="hn_whoishiring_2026"),
            posting(7, source="cyber_2026_greenhouse"),
        ],
    )
    found = gather(tmp_path)
    assert (found.read, [p.id for p in found.postings]) == (7, ["id-1"])
    assert [left.n for left in found.left_out] == [2, 2, 1, 1]


def test_the_newest_comes_first_and_of_a_day_the_fullest(tmp_path: Path) -> None:
    postings_file(
        tmp_path,
        [
            posting(1, fetched_at="2025-09-01"),
            posting(2, fetched_at="2026-07-01", desc_len=100),
            posting(3, fetched_at="2026-07-01", desc_len=4000, description_raw_format="html"),
            posting(4, fetched_at="2026-06-01", desc_len=4000)
            | {"description_raw_format": "text_trunc4000"},
        ],
    )
    found = gather(tmp_path).postings
    assert [p.id for p in found] == ["id-3", "id-2", "id-4", "id-1"]
    assert [p.cut for p in found] == [False, False, True, False]
    assert found[0].month == "2026-07"


def test_a_folder_without_ads_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="postings_"):
        gather(tmp_path)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Acme Robotics, Inc.", "acme-robotics"), ("Bolt GmbH", "BOLT"), ("Cove Careers", "cove")],
)
def test_employers_are_told_without_case_signs_and_form(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other)
