"""A person against roles and ads: fit, gap, level."""

from rung.fit.gap import gap, held
from rung.fit.level import read_level
from rung.fit.role_fit import fit_roles

__all__ = ["fit_roles", "gap", "held", "read_level"]
