"""The exact solver, set so that it gives the same answer on every machine."""

from __future__ import annotations

from typing import Any


def solver() -> Any:
    """HiGHS with one thread, no gap and a fixed seed; imported when first needed."""
    from highspy import Highs

    kind: Any = Highs
    made = kind()
    made.silent()
    for option, value in (("threads", 1), ("mip_rel_gap", 0.0), ("random_seed", 1)):
        made.setOptionValue(option, value)
    return made
