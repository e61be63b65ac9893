"""Measurements and the texts made from the program itself: python -m bench.NAME."""
