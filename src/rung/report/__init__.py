"""An answer as files a person keeps: HTML, Markdown, JSON and a calendar."""

from rung.report.events import ics
from rung.report.files import write
from rung.report.notes import markdown
from rung.report.page import html

__all__ = ["html", "ics", "markdown", "write"]
