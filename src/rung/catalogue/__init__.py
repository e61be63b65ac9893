"""What the field is: roles, skills and their prerequisites, the ladder, places."""

from rung.catalogue.load import Catalogue, load

__all__ = ["Catalogue", "load"]
