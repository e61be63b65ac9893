"""What the person wrote, in one SQLite file: kept, undone, backed up, restored, deleted."""

from rung.core.state.records import Change, Part, Refused, Saved
from rung.core.state.store import State

__all__ = ["Change", "Part", "Refused", "Saved", "State"]
