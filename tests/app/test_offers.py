from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rung.app import offers
from rung.app.pay import pay_answer
from rung.core.errors import DataError, UserError
from rung.market.offers import OLD_FILE
from rung.market.records import PayBand

DAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RUNG_HOME", str(tmp_path))
    return tmp_path


def test_an_offer_is_kept_in_the_countrys_money_and_forgotten_again() -> None:
    kept = offers.add("ml-engineer", "London", 100_000, 120_000, DAY, level="senior")
    assert (kept.id, kept.country, kept.currency, kept.middle) == (1, "GB", "GBP", 110_000)
    assert offers.add("ml-engineer", "London", 100_000, 120_000, DAY, level="senior") == kept
    other = offers.add("ml-engineer", "Berlin", 90_000, None, DAY)
    assert [o.id for o in offers.listed()] == [1, 2]
    assert offers.remove(1) == kept
    assert offers.listed() == (other,)
    assert offers.add("ml-engineer", "London", 100_000, None, DAY).id == 3


@pytest.mark.parametrize(
    ("place", "low", "high", "said"),
    [("Europe", 1.0, None, "names no country"), ("London", 0.0, None, "above zero"),
     ("London", 2.0, 1.0, "above zero")],
)  # fmt: skip
def test_an_offer_that_cannot_be_is_refused(
    place: str, low: float, high: float | None, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        offers.add("ml-engineer", place, low, high, DAY)
    assert offers.listed() == ()


def test_forgetting_what_is_not_kept_lists_what_is() -> None:
    with pytest.raises(UserError, match="offer 7") as error:
        offers.remove(7)
    assert "rung offer list" in error.value.next_step


def test_offers_of_the_older_file_are_taken_over_once(home: Path) -> None:
    old = {"id": 3, "role": "ml-engineer", "country": "GB", "level": None, "currency": "GBP",
           "low": 1.0, "high": 1.0, "day": "2026-11-01", "employer": "Northwind"}  # fmt: skip
    (home / OLD_FILE).write_text(json.dumps([old]), "utf-8")
    assert [(o.id, o.employer) for o in offers.listed()] == [(3, "Northwind")]
    assert not (home / OLD_FILE).exists()
    assert offers.add("ml-engineer", "London", 100_000, None, DAY).id == 4


def test_a_broken_older_file_is_named_and_left_as_it_is(home: Path) -> None:
    (home / OLD_FILE).write_text("[{", "utf-8")
    with pytest.raises(DataError, match=OLD_FILE):
        offers.add("ml-engineer", "London", 100_000, None, DAY)
    assert (home / OLD_FILE).read_text("utf-8") == "[{"


def test_an_offer_stands_beside_the_ads_and_changes_no_figure() -> None:
    before = pay_answer("ml-engineer", "London", "senior", DAY)
    offers.add("ml-engineer", "London", 1_000_000, None, DAY)
    offers.add("ml-engineer", "Berlin", 90_000, None, DAY)
    offers.add("ml-engineer", "London", 150_000, None, DAY, currency="USD")
    after = pay_answer("ml-engineer", "London", "senior", DAY)
    assert after.pay == before.pay
    assert isinstance(after.pay, PayBand)
    high, middle = (placed.at for placed in after.offers)
    assert high == "above p90"
    assert 40 < int(middle.removeprefix("p")) < 65


def test_where_there_is_no_band_an_offer_is_still_shown() -> None:
    offers.add("ai-ethicist", "Nairobi", 4_000_000, None, DAY)
    found = pay_answer("ai-ethicist", "Nairobi", None, DAY)
    assert not isinstance(found.pay, PayBand)
    assert [(p.offer.currency, p.at) for p in found.offers] == [("KES", "")]


@pytest.mark.parametrize("place", ["London", "Nairobi"])
def test_a_currency_with_buying_power_is_refused_with_and_without_a_band(place: str) -> None:
    with pytest.raises(UserError, match="no meaning") as error:
        pay_answer("ml-engineer", place, None, DAY, currency="EUR", terms="ppp")
    assert error.value.next_step
