"""Shared ground: records every room uses, errors, the lake."""
