"""How well and how fast ads are kept, told apart and counted."""
