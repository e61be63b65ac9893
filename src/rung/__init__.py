"""Rung: from a résumé and a goal to an evidenced plan for a career in AI and ML."""

__all__ = ["__version__"]

__version__ = "0.1.0"
