"""Rung from Python: the functions the other faces call, giving records and tables."""
