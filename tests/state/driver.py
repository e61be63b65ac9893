"""One operation on a state, run in a process of its own so that it can be made to fail."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from rung.app import data
from rung.core.errors import RungError
from rung.core.state import State, schema

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
NEWER = (*schema.MIGRATIONS, ("CREATE TABLE more (x)", "INSERT INTO more VALUES (1)"))


def state(home: Path, *, newer: bool = False) -> State:
    if newer:
        return State(
            home, lambda: NOW, migrations=NEWER, before_migrating=data.copy_before_migrating
        )
    return State(home, lambda: NOW)


def main() -> int:
    what, home, other = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    try:
        if what == "import":
            data.bring(state(home), other)
        elif what == "restore":
            data.restore(state(home), other)
        elif what == "backup":
            data.backup(state(home))
        elif what == "migration":
            state(home, newer=True).all("offer")
        elif what == "change":
            with state(home).change("more") as change:
                change.put("offer", "9", {"low": 9})
    except RungError as error:
        print(f"refused: {error}")
        return 2
    print("done")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
