"""How well résumés are read: fields, invention, cost, and what damaged files do."""
