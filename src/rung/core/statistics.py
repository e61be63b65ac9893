"""Intervals and tests for counts."""

from __future__ import annotations

import math
from statistics import NormalDist

Z_95 = 1.959963984540054
"""Standard deviations either side of the middle that hold 95 in 100."""


def wilson(k: int, n: int, z: float = Z_95) -> tuple[float, float]:
    """Wilson's score interval of a share ``k`` of ``n``; the whole line where ``n`` is 0.

    Why not the usual one: it stays inside 0 to 1 and holds for few ads (Wilson 1927; Brown, Cai
    and DasGupta 2001).

    >>> tuple(round(x, 3) for x in wilson(8, 10))
    (0.49, 0.943)
    """
    if n <= 0:
        return 0.0, 1.0
    share = k / n
    spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    middle, scale = share + z * z / (2 * n), 1 + z * z / n
    low, high = (middle - spread) / scale, (middle + spread) / scale
    return min(max(0.0, low), share), max(min(1.0, high), share)


def student_tail(t: float, freedom: float) -> float:
    """The share of Student's t above ``t`` (Wallace 1959, within 0.002 from one degree on).

    >>> round(student_tail(2.228, 10), 3)
    0.025
    """
    z = (8 * freedom + 1) / (8 * freedom + 3) * math.sqrt(freedom * math.log1p(t * t / freedom))
    upper = 1 - NormalDist().cdf(z)
    return upper if t >= 0 else 1 - upper


def student_quantile(share: float, freedom: float) -> float:
    """Where ``share`` of Student's t lies below: the same approximation turned round.

    >>> round(student_quantile(0.975, 10), 2)
    2.23
    """
    z = NormalDist().inv_cdf(share)
    scaled = z * (8 * freedom + 3) / (8 * freedom + 1)
    return math.copysign(math.sqrt(freedom * math.expm1(scaled * scaled / freedom)), z)
