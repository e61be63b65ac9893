"""Layers of the prerequisite graph."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rung.report.layers import ACROSS, essential, groups, layered

GRAPHS = st.integers(1, 9).flatmap(
    lambda n: st.tuples(
        *(st.sets(st.integers(0, i - 1)) if i else st.just(set()) for i in range(n))
    )
)


def named(graph: tuple[set[int], ...]) -> dict[str, tuple[str, ...]]:
    return {f"s{i}": tuple(f"s{r}" for r in sorted(needed)) for i, needed in enumerate(graph)}


def reach(node: str, graph: dict[str, tuple[str, ...]]) -> set[str]:
    return set(graph[node]).union(*(reach(r, graph) for r in graph[node]))


def test_links_a_longer_way_says_are_left_out() -> None:
    assert essential({"a": (), "b": ("a",), "c": ("a", "b")}) == {
        "a": (), "b": ("a",), "c": ("b",),
    }  # fmt: skip


def test_a_long_link_bends_once_a_layer() -> None:
    found = layered({"a": (), "b": ("a",), "c": ("b",), "d": ("c", "x"), "x": ("a",)})
    assert [len(layer) for layer in found.layers] == [1, 2, 2, 1]
    assert len(found.bends) == 1
    (bend,) = found.bends
    assert any(bend in route and route[0] == "a" for route in found.routes.values())


def test_crossing_that_order_can_avoid_is_avoided() -> None:
    found = layered({"a": (), "b": (), "c": ("b",), "d": ("a",)})
    top, below = found.layers
    assert [{"a": "d", "b": "c"}[n] for n in top] == list(below)


def test_links_from_one_node_share_their_bends() -> None:
    found = layered({"a": (), "b": ("a",), "c": ("b",), "d": ("c", "a"), "e": ("c", "a")})
    assert found.bends == {"a@1", "a@2"}


def test_no_layer_is_wider_than_a_page() -> None:
    wide = {f"n{i}": () for i in range(20)} | {"end": tuple(f"n{i}" for i in range(20))}
    found = layered(wide)
    assert max(sum(n not in found.bends for n in layer) for layer in found.layers) == ACROSS


def test_groups_are_told_apart_the_largest_first() -> None:
    found = groups({"a": (), "b": (), "c": ("b",), "d": ("c",), "e": ("a",)})
    assert found == (("b", "c", "d"), ("a", "e"))


@given(GRAPHS)
def test_leaving_links_out_loses_no_order(graph: tuple[set[int], ...]) -> None:
    full = named(graph)
    kept = essential(full)
    for node in full:
        assert reach(node, kept) == reach(node, full)


@given(GRAPHS)
def test_links_run_downwards_one_layer_at_a_time(graph: tuple[set[int], ...]) -> None:
    full = named(graph)
    found = layered(full)
    depth = {n: d for d, layer in enumerate(found.layers) for n in layer}
    assert set(depth) == set(full) | found.bends
    for (source, node), route in found.routes.items():
        assert source in full[node]
        assert [depth[n] for n in route] == list(range(depth[source], depth[node] + 1))
    assert len(found.routes) == sum(len(r) for r in full.values())
