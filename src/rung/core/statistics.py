"""Intervals for counts."""

from __future__ import annotations

import math

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
