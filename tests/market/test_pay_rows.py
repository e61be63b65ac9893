from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from rung.catalogue import load
from rung.market.pay_kinds import in_doubtful_dollars, kinds
from rung.market.pay_rows import FILE, PayRow, Rejected, rows

HEAD = (
    "work_year,experience_level,employment_type,job_title,salary_currency,employee_residence,"
    "remote_ratio,company_location,company_size,first_seen,rows,salary_high,salary_low,usd_high,"
    "usd_low"
)
GOOD = "2025,SE,FT,Data Scientist,GBP,GB,0,GB,M,2025-08,2,90000,60000,113900,75900"


def read(folder: Path, *lines: str) -> list[PayRow | Rejected]:
    with gzip.open(folder / FILE, "wt", encoding="utf-8") as file:
        file.write("\n".join((HEAD, *lines)) + "\n")
    return list(rows(folder))


def test_a_row_is_one_ad_in_its_own_money_and_in_dollars(tmp_path: Path) -> None:
    (found,) = read(tmp_path, GOOD)
    assert isinstance(found, PayRow)
    assert (found.number, found.currency, found.low, found.high) == (1, "GBP", 60_000, 90_000)
    assert found.middle_usd == 94_900
    assert (found.level, found.seen, found.year, found.size) == ("SE", "2025-08", 2025, "M")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("60000", "20000", "ends more than 3 times apart"),
        ("60000", "0", "nothing paid"),
        ("60000", "95000", "ends in the wrong order"),
        ("GBP", "XXX", "unknown currency XXX"),
        ("75900", "many", "a cell is missing or no number"),
        ("2025-08", "", "no country, title or month"),
    ],
)
def test_a_row_that_cannot_be_right_is_set_aside_with_its_number(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    found = read(tmp_path, GOOD, GOOD.replace(old, new), GOOD)
    assert [type(r) for r in found] == [PayRow, Rejected, PayRow]
    assert found[1] == Rejected(2, reason)


def test_no_file_is_no_rows(tmp_path: Path) -> None:
    assert list(rows(tmp_path)) == []


def test_dollars_of_a_country_with_its_own_dollar_are_doubtful(tmp_path: Path) -> None:
    canada = GOOD.replace("GBP,GB,0,GB", "USD,CA,0,CA")
    found = read(tmp_path, GOOD, canada, GOOD.replace("GBP,GB,0,GB", "USD,IN,0,IN"))
    catalogue = load()
    doubtful = [isinstance(r, PayRow) and in_doubtful_dollars(r, catalogue) for r in found]
    assert doubtful == [False, True, False]


def test_a_rare_title_outside_the_catalogue_is_another_role(tmp_path: Path) -> None:
    rare = GOOD.replace("Data Scientist", "Lighthouse Keeper")
    often = GOOD.replace("Data Scientist", "Harbour Pilot")
    found = [r for r in read(tmp_path, GOOD, rare, *[often] * 30) if isinstance(r, PayRow)]
    named = [k.features[2] for k in kinds(found, load())]
    assert named[:3] == ["data-scientist", "other", "Harbour Pilot"]
    assert {k.features[3] for k in kinds(found, load(), levels=False)} == {""}
