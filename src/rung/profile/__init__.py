"""A résumé as a person: values with their places, skills with their evidence."""

from rung.profile.build import build

__all__ = ["build"]
