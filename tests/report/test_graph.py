"""The prerequisite graph as a drawing."""

from __future__ import annotations

import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from rung.report import graph
from rung.report.placing import WIDE
from tests.report import answers


def test_linked_and_single_steps_are_told_apart() -> None:
    plan = replace(answers.plan(), steps=(*answers.plan().steps, answers.step("alone", "study")))
    assert [s.id for s in graph.apart(plan)] == ["alone"]
    assert "checkpoint.1" not in [s.id for s in graph.linked(plan)]


def test_boxes_carry_numbers_and_never_overlap() -> None:
    made = graph.drawn(answers.plan(), "T", "D")
    assert made is not None
    boxes = HTMLParser(made).css("g.box")
    assert [b.text(separator=" ").split()[0] for b in boxes] == ["1", "2", "3", "4"]
    places = [
        (float(x), float(y)) for x, y in re.findall(r'<rect x="([-\d.]+)" y="([\d.]+)"', made)
    ]
    for i, (x, y) in enumerate(places):
        for other_x, other_y in places[i + 1 :]:
            assert y != other_y or abs(x - other_x) >= WIDE


def test_no_links_no_drawing() -> None:
    assert graph.drawn(answers.empty().plan, "T", "D") is None


def test_hostile_labels_stay_text() -> None:
    made = graph.drawn(answers.hostile().plan, "T", "D")
    assert made is not None
    assert "<script" not in made
