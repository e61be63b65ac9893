"""How well and how fast ads are read: one module a task, `python -m bench.reading` runs all."""
