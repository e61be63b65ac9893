"""Places of the graph's boxes."""

from __future__ import annotations

from hypothesis import given

from rung.report.placing import HIGH, WIDE, placed
from tests.report.test_layers import GRAPHS, named


def test_a_chain_hangs_straight() -> None:
    found = placed({"a": (), "b": ("a",), "c": ("b",)})
    assert len({x for x, _ in found.places.values()}) == 1
    assert found.width == WIDE + 4


def test_what_one_step_needs_stands_evenly_around_it() -> None:
    places = placed({"a": (), "b": (), "c": (), "end": ("a", "b", "c")}).places
    (a, _), (b, _), (c, _), (end, _) = (places[n] for n in ("a", "b", "c", "end"))
    assert b == end
    assert a + c == 2 * end


@given(GRAPHS)
def test_no_box_covers_another_and_all_are_inside(graph: tuple[set[int], ...]) -> None:
    found = placed(named(graph))
    boxes = sorted(found.places.values())
    for i, (x, y) in enumerate(boxes):
        assert WIDE / 2 <= x <= found.width - WIDE / 2
        assert 0 <= y <= found.height - HIGH
        for other_x, other_y in boxes[i + 1 :]:
            assert abs(x - other_x) >= WIDE or abs(y - other_y) >= HIGH


@given(GRAPHS)
def test_every_link_runs_from_its_need_to_its_step(graph: tuple[set[int], ...]) -> None:
    full = named(graph)
    found = placed(full)
    ends = sorted((r[0], r[-1]) for r in found.routes)
    assert ends == sorted(
        (found.places[need], found.places[node]) for node in full for need in full[node]
    )
