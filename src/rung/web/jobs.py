"""Work that takes long: it goes on while its page shows how far it is, and can be stopped."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Literal

from rung.core.errors import RungError
from rung.web import faults

Progress = Callable[[int, int, str], None]
JobState = Literal["running", "done", "stopped", "failed"]
MOST_JOBS = 20


class Stopped(Exception):  # noqa: N818 - named for what happened
    """The person stopped the work; what was already stored stays."""


@dataclass(slots=True)
class Job:
    """One piece of work. ``then`` is the page that shows its outcome."""

    id: str
    title: str
    then: str
    state: JobState = "running"
    done: int = 0
    total: int = 0
    what: str = ""
    said: str = ""
    _stop: bool = field(default=False, repr=False)

    def report(self, done: int, total: int, what: str) -> None:
        """Note how far the work is; ends it where the person wants it stopped."""
        if self._stop:
            raise Stopped
        self.done, self.total, self.what = done, total, what

    def stop(self) -> None:
        """Have the work end at its next step."""
        self._stop = True


class Jobs:
    """The work under way and lately done."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()
        self._turn = Lock()

    def start(self, title: str, then: str, work: Callable[[Progress], str]) -> Job:
        """Begin ``work``; it is given a function to report with, and gives what to say after."""
        job = Job(secrets.token_urlsafe(8), title, then)
        with self._lock:
            self._jobs[job.id] = job
            for old in [j.id for j in self._jobs.values() if j.state != "running"]:
                if len(self._jobs) > MOST_JOBS:
                    del self._jobs[old]
        Thread(target=_run, args=(job, work, self._turn), daemon=True, name=f"rung {title}").start()
        return job

    def get(self, name: str) -> Job | None:
        """The job of this id, if there is one."""
        return self._jobs.get(name)


def _run(job: Job, work: Callable[[Progress], str], turn: Lock) -> None:
    """Do the work once what was begun before it is done: two passes over the ads would collide."""
    try:
        with turn:
            job.report(0, 0, "")
            job.said = work(job.report)
        job.state = "done"
    except Stopped:
        job.said, job.state = "Stopped. What was already stored stays.", "stopped"
    except RungError as error:
        job.said, job.state = f"{error}", "failed"
    except Exception as error:
        job.said, job.state = "This is a fault in Rung, not in what you did.", "failed"
        faults.log(job.title, error)
