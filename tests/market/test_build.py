from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from rung.catalogue import load
from rung.core import lake
from rung.market import pay_tables
from rung.market.build import FILES, build_snapshot
from rung.market.demand import demand
from rung.market.snapshot import Snapshot
from tests.market.made import TEXT, posting, postings_file, salary_file

CATALOGUE = load()
DAY = date(2026, 8, 31)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A market of ads in Toronto, one of them without any skill, and ten salaries."""
    made = tmp_path_factory.mktemp("market")
    ads = [posting(n, company=f"Company {chr(65 + n % 26)}{n}") for n in range(1, 40)]
    long = "We need you. " * 20
    bare = posting(40, description=f"This is the ad of a team that works with you. {long}")
    postings_file(made, [*ads, bare, posting(41, title="Chef")])
    salary_file(
        made,
        [
            f"2025,SE,FT,Data Scientist,USD,US,2025-08,{150_000 + 1000 * n},{100_000 + 1000 * n}"
            for n in range(10)
        ],
    )
    return made


@pytest.fixture(scope="module")
def built(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    out = tmp_path_factory.mktemp("built")
    build_snapshot(folder, out, as_of=DAY, catalogue=CATALOGUE)
    return Snapshot(out)


def test_counts_are_of_the_ads_given(built: Snapshot) -> None:
    found = demand(built, "ml-engineer", None, CATALOGUE)
    by_skill = {s.skill: s for s in found.skills}
    assert found.n == 39
    assert (by_skill["python"].k, by_skill["python"].k_required) == (39, 39)
    assert (by_skill["docker"].k, by_skill["docker"].k_preferred) == (39, 39)
    assert {m for r in built.readings for m in r.metros} == {"toronto"}
    assert len(by_skill["python"].ads) == 5


def test_the_manifest_says_what_was_read_and_left_out(built: Snapshot) -> None:
    about = built.manifest
    assert (about.version, about.read, about.ads) == ("2026-08-31", 41, 39)
    assert (about.first, about.last) == ("2025-10", "2025-10")
    assert {left.reason: left.n for left in about.left_out if left.n} == {
        "another role": 1,
        "no skill read in its text": 1,
    }
    assert [(s.label, s.n) for s in about.sources] == [("Ashby boards", 39)]
    assert [(s.licence, s.n) for s in about.pay_sources] == [("CC0-1.0", 10)]
    assert [f.name for f in about.files] == [*FILES, *pay_tables.FILES]


def test_titles_in_common_use_are_kept(built: Snapshot) -> None:
    assert [(t.role, t.title, t.n) for t in built.titles] == [
        ("ml-engineer", "machine learning engineer", 39)
    ]


def test_pay_is_counted_by_level_and_over_all(built: Snapshot) -> None:
    assert [(c.level, c.p50, c.n) for c in built.pay] == [
        ("all", 129_500, 10),
        ("senior", 129_500, 10),
    ]


def test_no_text_of_an_ad_is_in_any_file(built: Snapshot) -> None:
    words = " ".join(str(lake.read(built.folder / name)) for name in (*FILES, *pay_tables.FILES))
    text = json.dumps((built.folder / "manifest.json").read_text("utf-8"))
    for sentence in TEXT.format(number=1).split("\n"):
        if len(sentence) > 12:
            assert sentence not in words
            assert sentence not in text


def test_two_builds_give_the_same_bytes(folder: Path, built: Snapshot, tmp_path: Path) -> None:
    seen = Counter[str]()
    info = build_snapshot(
        folder,
        tmp_path,
        as_of=DAY,
        catalogue=CATALOGUE,
        progress=lambda _done, _total, what: seen.update([what]),
    )
    for name in (*FILES, *pay_tables.FILES, "manifest.json"):
        assert (tmp_path / name).read_bytes() == (built.folder / name).read_bytes(), name
    assert info == built.info
    steps = {"Sorting ads into roles", "Reading what ads ask", "Counting pay", "Fitting pay"}
    assert set(seen) == steps


def test_one_ad_reworded_for_each_place_counts_once(tmp_path: Path) -> None:
    skills = "Python, PyTorch, Docker, Kubernetes, SQL, TensorFlow and Airflow"
    text = (
        "You will join the team in {} and work on the models of our company.\n\nRequirements\n"
        f"- You have experience with {skills}\n"
    )
    cities = ("Toronto", "Berlin", "London")
    rows = [
        posting(n, company="Acme", location=city, description=text.format(city))
        for n, city in enumerate(cities)
    ]
    postings_file(tmp_path, rows)
    info = build_snapshot(tmp_path, tmp_path / "out", as_of=DAY, catalogue=CATALOGUE)
    assert info.ads == 1
    left = {x.reason: x.n for x in Snapshot(tmp_path / "out").manifest.left_out}
    assert left["repeat: same employer, role and skills"] == 2


def test_a_remote_ad_belongs_to_its_country_and_no_city(tmp_path: Path) -> None:
    postings_file(tmp_path, [posting(1, location="Remote - Toronto, Canada")])
    build_snapshot(tmp_path, tmp_path / "out", as_of=DAY, catalogue=CATALOGUE)
    (ad,) = Snapshot(tmp_path / "out").readings
    assert (ad.metros, ad.countries, ad.remote) == (frozenset(), frozenset({"CA"}), True)
