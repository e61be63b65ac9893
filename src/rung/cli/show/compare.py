"""Plans side by side on a terminal."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from rung.app.answer import NoPay
from rung.app.compare import Comparison, Variant
from rung.cli.show.plan import pay_text
from rung.report import words


def comparison(found: Comparison, console: Console) -> None:
    """One column a plan, then what each adds and leaves out."""
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for variant in found.variants:
        table.add_column(variant.label)
    for name, value in _ROWS:
        table.add_row(name, *(value(v) for v in found.variants))
    console.print(table)
    for variant in found.variants:
        console.print(f"\n{variant.label}: {variant.reason}")
        if variant.added:
            console.print(f"  Adds: {', '.join(variant.added)}")
        if variant.left_out:
            console.print(f"  Leaves out: {', '.join(variant.left_out)}")
        if variant is found.variants[0] or variant.pay != found.variants[0].pay:
            console.print(f"  Pay: {pay_text(variant.pay)}")


def _odds(part: str) -> Callable[[Variant], str]:
    def value(v: Variant) -> str:
        return f"{round(100 * getattr(v.odds, part))} of 100" if v.odds else "–"

    return value


def _pay(v: Variant) -> str:
    if isinstance(v.pay, NoPay):
        return "none stated"
    return f"{v.pay.currency} {v.pay.p25:,}–{v.pay.p75:,} (n {v.pay.n})"


def _reach(v: Variant) -> str:
    return f"{v.reach.before} → {v.reach.after} of {v.reach.n}" if v.reach else "no ads"


_ROWS: tuple[tuple[str, Callable[[Variant], str]], ...] = (
    ("Role", lambda v: v.role_label),
    ("Nearness", lambda v: f"{v.rank} of {v.roles}"),
    ("Can be done", lambda v: "yes" if v.feasible else "no"),
    ("Core, hours", lambda v: words.total(v.core_hours)),
    ("Hours there are", lambda v: words.total(v.budget_hours)),
    ("Steps, hours", lambda v: f"{v.steps}, {words.total(v.total_hours)}"),
    ("Core in time", _odds("core")),
    ("All in time", _odds("everything")),
    ("Earliest day", lambda v: str(v.earliest) if v.earliest else "–"),
    ("Or more a week", lambda v: f"{v.add_hours:g} h" if v.add_hours else "–"),
    ("Ads you could answer", _reach),
    ("Pay a year", _pay),
)
