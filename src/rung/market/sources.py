"""The collections ads and pay come from, with the licence each states."""

from __future__ import annotations

from dataclasses import dataclass

NO_LICENCE = "none stated"


@dataclass(frozen=True, slots=True)
class Source:
    """A collection; ``id`` is its name in the files."""

    id: str
    label: str
    origin: str
    licence: str


ADS: tuple[Source, ...] = (
    Source("ashby_2025", "Ashby boards", "stapply-ai/jobs @eebf688", "MIT (code)"),
    Source(
        "remoteboards_2026_arbeitnow", "Arbeitnow", "EGG-ZERO/da-job-radar @99cb2e3", NO_LICENCE
    ),
    Source(
        "remoteboards_2026_himalayas", "Himalayas", "EGG-ZERO/da-job-radar @99cb2e3", NO_LICENCE
    ),
    Source("remoteboards_2026_remoteok", "Remote OK", "EGG-ZERO/da-job-radar @99cb2e3", NO_LICENCE),
    Source("remoteboards_2026_jobicy", "Jobicy", "EGG-ZERO/da-job-radar @99cb2e3", NO_LICENCE),
    Source("remoteboards_2026_remotive", "Remotive", "EGG-ZERO/da-job-radar @99cb2e3", NO_LICENCE),
    Source(
        "remoteboards_2026_workingnomads",
        "Working Nomads",
        "EGG-ZERO/da-job-radar @99cb2e3",
        NO_LICENCE,
    ),
    Source("remoteboards_2026_eleduck", "Eleduck", "EGG-ZERO/da-job-radar @99cb2e3", NO_LICENCE),
    Source(
        "newgrad_ats_2026",
        "New-graduate boards",
        "harrycodingnow/new-grad-2027-tracker @719499e",
        NO_LICENCE,
    ),
    Source(
        "greenhouse_2026_misc",
        "Greenhouse boards",
        "ComfyJace/Smart-Job-Market-Analyzer @00746f2",
        NO_LICENCE,
    ),
    Source("themuse_2026", "The Muse", "Kietkiet1109/OptiMatch-App @9caf04a", NO_LICENCE),
    Source(
        "linkedin_2025", "LinkedIn", "muabdalaleam/data-jobs-analysis @867930b", "MIT (LICENSE)"
    ),
)

SALARY_FILE = Source(
    "ai-jobs",
    "ai-jobs salary file, roles by title alone",
    "foorilla/ai-jobs-net-salaries, mid-2025",
    "CC0-1.0",
)
POSTED_2026 = Source(
    "posted-pay-2026",
    "boards of 243 technology companies",
    "midat-fx/tech-salary-radar @38fc00c",
    "MIT",
)
ASHBY_PAY = Source(
    "ashby-pay-2025", "Ashby boards with pay", "stapply-ai/jobs @eebf688", "MIT (code)"
)
PAY: tuple[Source, ...] = (SALARY_FILE, POSTED_2026, ASHBY_PAY)


def source_of(name: str) -> Source:
    """The collection a file's source name belongs to; one unknown stands for itself."""
    known = next((s for s in ADS if s.id == name), None)
    return known or Source(name, name, "unknown", NO_LICENCE)
