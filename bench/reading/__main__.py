"""How well and how fast ads are read, each task beside its peers.

python -m bench.reading [--misses] [spans|linking|titles|roles|facts|ambiguous|lines|speed …]

Needs the shared data folder. Intervals are bootstrap over ads (2,000 draws, fixed seed).
"""

from __future__ import annotations

import sys

from bench.reading import ambiguous, facts, lines, linking, roles, spans, speed, titles

TASKS = {
    "spans": spans.main,
    "linking": linking.main,
    "titles": titles.main,
    "roles": roles.main,
    "facts": facts.main,
    "ambiguous": ambiguous.main,
    "lines": lines.main,
    "speed": speed.main,
}

if __name__ == "__main__":
    for name in [a for a in sys.argv[1:] if a in TASKS] or TASKS:
        print(f"## {name}")
        TASKS[name]()
