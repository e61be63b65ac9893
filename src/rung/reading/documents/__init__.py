"""Documents as pages of lines, each line at a known place.

Why: a résumé is a file from anywhere. It is parsed in a disposable child process with time
and memory limits, so that a broken or hostile one ends in one clear refusal.
"""

from rung.reading.documents.limits import Limits
from rung.reading.documents.reader import read

__all__ = ["Limits", "read"]
