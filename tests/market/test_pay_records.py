from __future__ import annotations

from pathlib import Path

from rung.catalogue import load
from rung.market.pay_records import PaidAds, gather_pay
from rung.market.postings import Posting, gather
from tests.market.made import board_file, posting, postings_file, salary_file

CATALOGUE = load()


def gathered(folder: Path, postings: tuple[Posting, ...] = ()) -> PaidAds:
    return gather_pay(folder, postings, CATALOGUE)


def reasons(found: PaidAds) -> dict[str, int]:
    return {left.reason.split(": ", 1)[1]: left.n for left in found.left_out}


def test_the_salary_file_gives_one_record_an_ad(tmp_path: Path) -> None:
    salary_file(
        tmp_path,
        [
            "2024,SE,FT,Machine Learning Engineer,USD,US,2024-07,200000,150000",
            "2025,EX,FT,Data Scientist,CAD,CA,2025-08,120000,120000",
            "2025,MI,FT,Data Scientist,USD,CA,2025-08,120000,110000",
        ],
    )
    first, second, third = gathered(tmp_path).ads
    assert (first.role, first.country, first.level) == ("ml-engineer", "US", "senior")
    assert (first.low, first.high, first.middle) == (150_000, 200_000, 175_000)
    assert (first.month, first.year, first.source) == ("2024-07", 2024, "ai-jobs")
    assert (second.role, second.level, second.currency) == ("data-scientist", None, "CAD")
    assert (third.level, third.currency) == ("mid", "USD")


def test_the_salary_files_doubtful_rows_are_left_out_with_their_reason(tmp_path: Path) -> None:
    salary_file(
        tmp_path,
        [
            "2023,SE,FT,Data Scientist,USD,US,2023-07,200000,150000",
            "2024,SE,PT,Data Scientist,USD,US,2024-07,200000,150000",
            "2024,SE,FT,Chef,USD,US,2024-07,200000,150000",
            "2024,SE,FT,Data Scientist,USD,US,2024-07,720000,170000",
            "2024,SE,FT,Data Scientist,USD,US,2024-07,90,80",
            "2024,SE,FT,Data Scientist,USD,US,2024-07,150000,200000",
        ],
    )
    found = gathered(tmp_path)
    assert found.ads == ()
    assert reasons(found) == {
        "before 2024": 1,
        "not full time": 1,
        "another role": 1,
        "ends more than 3 times apart": 1,
        "under 10,000 a year": 1,
        "ends in the wrong order": 1,
    }


def row(
    uid: str,
    board: str = "ashby",
    title: str = "Senior Machine Learning Engineer",
    place: str = "Toronto, Canada",
    currency: str = "CAD",
    period: str = "1 YEAR",
    company: str = "Acme",
    low: float | None = 150_000,
) -> tuple[object, ...]:
    seen = "2026-07-18"
    return (
        *(uid, board, company, title, place, "other", seen, currency, low, 190_000.0, period),
        True,
    )


def test_company_boards_give_their_own_currency(tmp_path: Path) -> None:
    board_file(tmp_path, [row("a"), row("b", place="London, UK", currency="GBP")])
    toronto, london = gathered(tmp_path).ads
    assert (toronto.country, toronto.currency, toronto.level) == ("CA", "CAD", "senior")
    assert (london.country, london.currency, london.employer) == ("GB", "GBP", "acme")
    assert (toronto.month, toronto.year) == ("2026-07", 2026)


def test_greenhouse_figures_outside_the_united_states_have_no_known_currency(
    tmp_path: Path,
) -> None:
    board_file(
        tmp_path,
        [
            row("a", "greenhouse", currency="USD", period="year"),
            row("b", "greenhouse", place="Austin, TX", currency="USD", period="year"),
        ],
    )
    found = gathered(tmp_path)
    assert [ad.country for ad in found.ads] == ["US"]
    assert reasons(found) == {"currency not recorded": 1}


def test_what_boards_leave_unclear_is_left_out(tmp_path: Path) -> None:
    board_file(
        tmp_path,
        [
            row("a"),
            row("b", title="Staff Machine Learning Engineer", company="Acme, Inc."),
            row("c"),
            row("d", place="Remote"),
            row("e", period="per-hour-wage"),
            row("f", title="Machine Learning Engineer Intern"),
            row("g", title="Account Executive"),
            row("h", low=None),
        ],
    )
    found = gathered(tmp_path)
    assert len(found.ads) == 1
    assert reasons(found) == {
        "another role": 1,
        "country not read": 1,
        "internship": 1,
        "not by the year": 1,
        "one end only": 1,
        "repeat: same employer, title, country and range": 2,
    }


def test_only_ashby_ads_give_pay_among_postings(tmp_path: Path) -> None:
    paid = {
        "salary_min": 100_000.0,
        "salary_max": 150_000.0,
        "salary_currency": "CAD",
        "salary_period": "1 YEAR",
    }
    postings_file(
        tmp_path,
        [
            posting(1, **paid),
            posting(2),
            posting(3, source="remoteboards_2026_himalayas", **paid),
            posting(4, **(paid | {"salary_period": "1 HOUR"})),
        ],
    )
    found = gathered(tmp_path, gather(tmp_path).postings)
    assert [(ad.source, ad.country, ad.middle) for ad in found.ads] == [
        ("ashby-pay-2025", "CA", 125_000)
    ]
    assert reasons(found) == {"not by the year": 1}
