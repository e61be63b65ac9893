"""The plan in hand against four pitfalls; what the person overrides stays overridden."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec

from rung.app import my_log, my_plan
from rung.app.decoded import decoded
from rung.app.my_profile import the_profile
from rung.catalogue import load
from rung.core.errors import UserError
from rung.core.state import State
from rung.fit import held
from rung.plan.advise import PITFALLS, Advice, Stepped, advise
from rung.plan.log import add_up
from rung.plan.settle import held_now

KIND = "override"


@dataclass(frozen=True, slots=True)
class Override:
    """A check the person decided against, with their reason."""

    pitfall: str
    role: str
    reason: str
    day: date


@dataclass(frozen=True, slots=True)
class Checked:
    """One check, and why it was overridden where it was."""

    advice: Advice
    override: Override | None


@dataclass(frozen=True, slots=True)
class AdviseAnswer:
    """All four checks on the plan in hand."""

    role: str
    role_label: str
    made: date
    checks: tuple[Checked, ...]


def advice_on_my_plan(state: State, today: date) -> AdviseAnswer:
    """The checks on the plan in hand; UserError without one."""
    kept, catalogue = my_plan.needed(state), load()
    role = catalogue.roles[kept.request.role]
    done = add_up(my_log.read(state)).done
    have = held_now(catalogue, held(the_profile(None, today)), done)
    steps = [
        Stepped(s.id, s.label, s.area, s.hours.likely)
        for s in kept.steps
        if s.kind != "checkpoint" and s.id not in done
    ]
    found = advise(steps, have, catalogue.area_of, builds=role.builds_systems)
    decided = overrides(state)
    return AdviseAnswer(
        role.id,
        role.label,
        kept.made,
        tuple(Checked(a, decided.get((a.pitfall, role.id))) for a in found),
    )


def overrides(state: State) -> dict[tuple[str, str], Override]:
    """What was overridden, by check and role."""
    found = [decoded(state, b, Override, "an override") for b in state.all(KIND).values()]
    return {(o.pitfall, o.role): o for o in found}


def override(state: State, pitfall: str, reason: str, today: date) -> Override:
    """Decide against a check for the role of the plan in hand; the reason is kept."""
    kept = my_plan.needed(state)
    if pitfall not in PITFALLS:
        raise UserError(f"check {pitfall!r}", "is none.", f"Checks: {', '.join(PITFALLS)}.")
    if not reason.strip():
        raise UserError("--because", "is empty.", "Say why; you will read it at the next check.")
    made = Override(pitfall, kept.request.role, reason.strip(), today)
    with state.change(f"override {pitfall}") as change:
        change.put(KIND, f"{made.role}.{pitfall}", msgspec.to_builtins(made))
    return made
