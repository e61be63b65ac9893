"""What to learn, in which order and week, inside the hours there are."""

from rung.plan.build import build_plan
from rung.plan.records import Goal, Plan

__all__ = ["Goal", "Plan", "build_plan"]
