"""An answer as files a person keeps: HTML, Markdown, JSON and a calendar."""

from rung.report.events import ics
from rung.report.files import write
from rung.report.notes import markdown
from rung.report.page import html
from rung.report.page import review as review_page

__all__ = ["html", "ics", "markdown", "review_page", "write"]
