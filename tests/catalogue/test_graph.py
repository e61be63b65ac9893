"""The prerequisite graph."""

from __future__ import annotations

from msgspec.structs import replace

from rung.catalogue import load
from rung.catalogue.graph import Node, all_prerequisites, closure, cycle, node, requirements


def test_a_node_reads_back_from_its_id() -> None:
    assert node(str(Node("ci-cd", "working"))) == Node("ci-cd", "working")


def test_working_needs_basic_of_the_same_skill() -> None:
    assert Node("docker", "basic") in requirements(load(), Node("docker", "working"))


def test_transitive_prerequisites_hold_the_prerequisites_of_prerequisites() -> None:
    found = all_prerequisites(load(), "llm-fine-tuning")
    for skill in found:
        assert set(all_prerequisites(load(), skill)) <= set(found)
    assert {"transformer-architecture", "python"} <= set(found)
    assert "llm-fine-tuning" not in found


def test_a_closure_is_closed() -> None:
    catalogue = load()
    nodes = closure(catalogue, [Node("kubernetes", "working")])
    for at in nodes:
        assert set(requirements(catalogue, at)) <= nodes


def test_a_cycle_is_found_and_named() -> None:
    skills = {s: load().skills[s] for s in ("python", "numpy")}
    loop = replace(skills["numpy"].prerequisites[0], id="numpy")
    skills["python"] = replace(skills["python"], prerequisites=(loop,))
    assert {"python", "numpy"} <= set(cycle(skills))
    assert cycle(load().skills) == ()
