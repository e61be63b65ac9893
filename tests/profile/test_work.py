"""Positions in the orders people write them."""

from __future__ import annotations

import pytest

from rung.profile import work
from rung.profile.layout import rows
from rung.profile.records import Month, Work
from tests.profile.made import PLACES, document

ENTRIES = {
    "title and date, employer below": (
        "Senior Data Scientist\tMar 2021 – Present\nMarlow Analytics\tLeeds, UK\n- Built a thing\n"
        "Data Analyst\tJun 2018 – Feb 2021\nPerrin Foods\tYork, UK\n- Wrote a report"
    ),
    "employer and date, title below": (
        "Marlow Analytics\tMar 2021 – Present\nSenior Data Scientist\tLeeds\n- Built a thing\n"
        "Perrin Foods\tJun 2018 – Feb 2021\nData Analyst\tYork\n- Wrote a report"
    ),
    "title at employer beside a date rail": (
        "03/2021 – now\tSenior Data Scientist at Marlow Analytics, Leeds, UK\n- Built a thing\n"
        "06/2018 – 02/2021\tData Analyst at Perrin Foods, York, UK\n- Wrote a report"
    ),
    "title, employer, place and date on one line": (
        "Senior Data Scientist, Marlow Analytics, Leeds, UK  Mar 2021 – Present\n- Built a thing\n"
        "Data Analyst, Perrin Foods, York, UK  Jun 2018 – Feb 2021\n- Wrote a report"
    ),
    "employer dash title, date below": (
        "Marlow Analytics — Senior Data Scientist\nMar 2021 – Present · Leeds\n- Built a thing\n"
        "Perrin Foods — Data Analyst\nJun 2018 – Feb 2021 · York\n- Wrote a report"
    ),
    "everything on its own line": (
        "Marlow Analytics\nSenior Data Scientist\nLeeds, UK\nMar 2021 – Present\n- Built a thing\n"
        "Perrin Foods\nData Analyst\nYork, UK\nJun 2018 – Feb 2021\n- Wrote a report"
    ),
    "bars": (
        "Senior Data Scientist | Marlow Analytics | Mar 2021 – Present\n- Built a thing\n"
        "Data Analyst | Perrin Foods | Jun 2018 – Feb 2021\n- Wrote a report"
    ),
    "no bullets": (
        "Senior Data Scientist\tMar 2021 – Present\nMarlow Analytics, Leeds, UK\n"
        "Built a thing that served many people every day.\n"
        "Data Analyst\tJun 2018 – Feb 2021\nPerrin Foods, York, UK\nWrote a long report on it."
    ),
}


def read(text: str) -> tuple[Work, ...]:
    made = document(text)
    return work.read(made, rows(made), PLACES)


def shown(found: tuple[Work, ...]) -> list[tuple[str | None, str | None]]:
    return [
        (w.title.value if w.title else None, w.employer.value if w.employer else None)
        for w in found
    ]


@pytest.mark.parametrize("layout", ENTRIES)
def test_both_orders(layout: str) -> None:
    found = read(ENTRIES[layout])
    assert shown(found) == [
        ("Senior Data Scientist", "Marlow Analytics"),
        ("Data Analyst", "Perrin Foods"),
    ]
    first, second = (w.period for w in found)
    assert first is not None
    assert second is not None
    assert (first.start, first.current) == (Month(2021, 3), True)
    assert (second.start, second.end) == (Month(2018, 6), Month(2021, 2))
    assert [len(w.lines) for w in found] == [1, 1]


def test_every_value_quotes_its_place() -> None:
    made = document(ENTRIES["title, employer, place and date on one line"])
    for held in work.read(made, rows(made), PLACES):
        for value in (held.title, held.employer):
            assert value is not None
            assert made.pages[0].text[value.span.start : value.span.end] == value.value


def test_wrapped_bullets_are_one_line_of_work() -> None:
    (held,) = read(
        "Data Analyst\t2018 – 2021\nPerrin Foods\n- Wrote reports for\nKubernetes teams\n- Cut cost"
    )
    assert [line.text for line in held.lines] == ["Wrote reports for\nKubernetes teams", "Cut cost"]


def test_a_date_broken_in_a_narrow_column_is_one_range() -> None:
    (held,) = read("Product Manager,\tMay 2022 –\nAI Platform\tPresent\nMarlow Health\n- Did it")
    assert held.title is not None
    assert held.period is not None
    assert held.title.value == "Product Manager, AI Platform"
    assert (held.period.start, held.period.current) == (Month(2022, 5), True)


def test_positions_below_one_employer_share_it_with_less_confidence() -> None:
    found = read(
        "Marlow Analytics\nSenior Engineer  2020 – 2022\n- Led it\nEngineer II  2018 – 2020\n- Did"
    )
    assert shown(found) == [
        ("Senior Engineer", "Marlow Analytics"),
        ("Engineer II", "Marlow Analytics"),
    ]
    assert found[1].employer is not None
    assert found[1].employer.confidence < 1


def test_an_employer_not_given_stays_unknown() -> None:
    found = read("Staff Engineer, Platform\tAug 2024 - Present\n- Led it\nEngineer\t2021 - 2024")
    assert [employer for _, employer in shown(found)] == [None, None]


def test_sentences_give_no_employer() -> None:
    found = read(
        "2021 - present: Web Developer\nMain project: a shop for tea.\nUsed: HTML, CSS and SQL."
    )
    assert shown(found) == [("Web Developer", None)]
