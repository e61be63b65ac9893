"""Charts: the specs say the records' numbers and the drawings carry them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from rung.report import charts, timeline
from rung.report.drawing import chart
from rung.report.marks import Spec
from tests.report import answers


def texts(spec: Spec) -> list[str]:
    return [
        row["text"]
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text"
        for row in layer["data"]["values"]
    ]


@pytest.mark.parametrize("narrow", [False, True])
def test_gap_bars_stand_most_asked_first_with_share_and_evidence(narrow: bool) -> None:
    spec = charts.gap_bars(answers.answer().gap, narrow=narrow)
    rows = spec["layer"][0]["data"]["values"]
    assert [(r["share"], r["evidence"]) for r in rows] == [
        (0.75, "evidenced"), (0.625, "claimed"), (0.5, "absent"), (0.3, "claimed"),
    ]  # fmt: skip
    assert texts(spec)[4:] == ["30 of 40", "25 of 40", "20 of 40", "12 of 40"]


def test_timeline_cuts_a_step_where_it_pauses() -> None:
    plan = replace(
        answers.plan(),
        weeks=answers.weeks((("mlops.basic", 5),), (("mlops.working", 5),), (("mlops.basic", 5),)),
    )
    spec = timeline.timeline(plan, answers.answer().goal.by)
    bars = spec["layer"][3]["data"]["values"]
    assert [(r["from"], r["to"], r["kind"]) for r in bars] == [
        (0, 1, "study"), (2, 3, "study"), (1, 2, "build"),
    ]  # fmt: skip
    assert spec["layer"][2]["data"]["values"] == [{"from": 6}]


def test_timeline_names_months_where_there_is_room() -> None:
    spec = timeline.timeline(answers.plan(), answers.answer().goal.by)
    assert spec["layer"][1]["data"]["values"][0]["text"] == "Dec"


def test_a_long_timeline_names_each_new_year() -> None:
    plan = answers.plan()
    for years in (1, 2, 4):
        by = date(answers.TODAY.year + years, 12, 31)
        for narrow in (False, True):
            names = texts(timeline.timeline(plan, by, narrow=narrow))
            assert [n for n in names if n.startswith("Jan ")] == [
                f"Jan ’{27 + i}" for i in range(years)
            ]


def test_pay_band_draws_the_guide_only_on_its_own_axis() -> None:
    band = answers.band()
    assert "a career guide says 90k–210k" in texts(charts.pay_band(band))
    assert not any("guide" in t for t in texts(charts.pay_band(replace(band, guide_range=None))))


def test_a_flat_band_is_drawn() -> None:
    flat = replace(
        answers.band(), p10=100_000, p25=100_000, p50=100_000, p75=100_000, p90=100_000,
        guide_range=None,
    )  # fmt: skip
    assert "NaN" not in chart(charts.pay_band(flat), "pay", "Pay", "Flat")


def test_a_drawing_scales_speaks_and_takes_the_page_s_colours() -> None:
    made = chart(charts.gap_bars(answers.answer().gap), "gap", "A <title>", "Said & done")
    assert made.startswith('<svg class="chart" width="')
    assert ' viewBox="0 0 ' in made
    assert '<title id="gap-title">A &lt;title&gt;</title>' in made
    assert '<desc id="gap-desc">Said &amp; done</desc>' in made
    assert 'fill="var(--accent)"' in made
    assert "Kubernetes" in made
    assert "http" not in made


def test_hostile_names_stay_text_in_a_drawing() -> None:
    made = chart(charts.gap_bars(answers.hostile().gap), "gap", "T", "D")
    assert "<script" not in made
    assert "<script>alert(1)</script>" in unescape(made)
