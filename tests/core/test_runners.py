"""Batches over processes: in order, whole, and nothing left behind."""

from __future__ import annotations

import pytest

from rung.core.runners import local


def double(batch: list[int]) -> list[int]:
    return [2 * x for x in batch]


def fail(batch: list[int]) -> list[int]:
    if 3 in batch:
        raise ValueError("three")
    return batch


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    batches = [[i, i + 1] for i in range(9)]
    assert list(local.run(double, batches, workers)) == [double(b) for b in batches]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_reaches_the_caller(workers: int) -> None:
    with pytest.raises(ValueError, match="three"):
        list(local.run(fail, [[1], [3], [5]], workers))


def test_batches_are_drawn_only_as_needed() -> None:
    drawn = []

    def batches() -> object:
        for i in range(100):
            drawn.append(i)
            yield [i]

    results = local.run(double, batches(), 2)  # type: ignore[arg-type]
    next(results)
    assert len(drawn) <= local.AHEAD * 2 + 1
    results.close()  # type: ignore[attr-defined]


def test_there_is_at_least_one_processor() -> None:
    assert local.processors() >= 1
