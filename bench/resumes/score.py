"""One profile held against its truth: counts, and what was missed in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from bench.resumes.truth import Dates, Job, Study, Truth
from rung.profile.records import Education, Month, Period, Profile, Value, Work, said

ALIKE = 0.85


@dataclass
class Tally:
    """Counts of one group of documents: hits out of cases for each field."""

    documents: int = 0
    right: dict[str, int] = field(default_factory=dict)
    cases: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, hit: bool, miss: str = "") -> None:
        """One case of a field."""
        self.cases[name] = self.cases.get(name, 0) + 1
        self.right[name] = self.right.get(name, 0) + hit
        if not hit and miss:
            self.misses.append(miss)

    def share(self, name: str) -> float | None:
        """Hits of cases; None without cases."""
        return self.right[name] / self.cases[name] if self.cases.get(name) else None

    def f1(self) -> float | None:
        """The harmonic mean of recall and precision of positions."""
        recall, precision = self.share("job recall"), self.share("job precision")
        if recall is None or precision is None:
            return None
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def score(tally: Tally, profile: Profile, truth: Truth, text: str) -> None:
    """Adds one document; ``text`` is its text by another reader, to find inventions."""
    tally.documents += 1
    known = truth.known
    if "name" in known:
        tally.add(
            "name", plain(said(profile.name)) == plain(truth.name), f"name {said(profile.name)!r}"
        )
    if "email" in known and truth.email:
        mail = said(profile.email)
        tally.add(
            "email", mail.lower() == truth.email.lower(), f"email {mail!r} not {truth.email!r}"
        )
    if "phone" in known and truth.phone:
        same = digits(said(profile.phone))[-8:] == digits(truth.phone)[-8:]
        tally.add("phone", same, f"phone {said(profile.phone)!r} not {truth.phone!r}")
    if "jobs" in known:
        _jobs(tally, profile, truth)
    if "studies" in known:
        _studies(tally, profile, truth.studies)
    if "skills" in known:
        _skills(tally, profile, truth.skills)
    for value in values(profile):
        tally.add("verbatim", stands(value.value, text), f"INVENTED {value.value!r}")


def _jobs(tally: Tally, profile: Profile, truth: Truth) -> None:
    left = list(profile.work)
    for job in truth.jobs:
        found = next((w for w in left if _same(w, job)), None)
        tally.add("job recall", found is not None, f"job {job.title} @ {job.company}")
        if found is None:
            continue
        left.remove(found)
        tally.add("job precision", hit=True)
        if job.dates is not None:
            same = same_dates(found.period, job.dates, years_only=truth.years_only)
            tally.add("dates", same, f"dates of {job}: {found.period}")
    for extra in left:
        tally.add("job precision", False, f"read {said(extra.title)!r} @ {said(extra.employer)!r}")


def _same(work: Work, job: Job) -> bool:
    return alike(said(work.title), job.title) and alike(said(work.employer), job.company)


def same_dates(period: Period | None, dates: Dates, *, years_only: bool) -> bool:
    if period is None:
        return False
    if dates.start is None or (dates.end is not None and dates.start == dates.end):
        one = period.end or period.start
        return one is not None and dates.end is not None and _month(one, dates.end, years_only)
    start = period.start is not None and _month(period.start, dates.start, years_only)
    if dates.current:
        return start and (period.current or period.end is None)
    end = (
        period.end is not None
        and dates.end is not None
        and _month(period.end, dates.end, years_only)
    )
    return start and end


def _month(read: Month, true: Month, years_only: bool) -> bool:
    return read.year == true.year and (years_only or read.month == true.month)


def _studies(tally: Tally, profile: Profile, studies: Iterable[Study]) -> None:
    left = list(profile.education)
    for study in studies:
        found = max(left, key=lambda e: _closeness(e, study), default=None)
        if found is not None and _closeness(found, study) < 0.5:
            found = None
        if found is not None:
            left.remove(found)
        school = said(found.institution) if found else ""
        if study.school:
            tally.add(
                "school", alike(school, study.school), f"school {school!r} not {study.school!r}"
            )
        degree = f"{said(found.degree)} {said(found.field)}".strip() if found else ""
        if study.degree:
            tally.add(
                "degree",
                _same_degree(degree, study.degree),
                f"degree {degree!r} not {study.degree!r}",
            )


def _closeness(read: Education, study: Study) -> float:
    own = f"{said(read.degree)} {said(read.field)}"
    schools = SequenceMatcher(None, plain(said(read.institution)), plain(study.school)).ratio()
    return schools + SequenceMatcher(None, plain(own), plain(study.degree)).ratio()


def _same_degree(read: str, true: str) -> bool:
    filler = {"in", "of", "degree", "the", "de", "en", "s"}
    a = [w for w in plain(read).split() if w not in filler]
    b = [w for w in plain(true).split() if w not in filler]
    return alike(" ".join(a), " ".join(b))


def _skills(tally: Tally, profile: Profile, skills: tuple[str, ...]) -> None:
    read = {plain(v.value): v.value for v in _listed(profile)}
    true = {plain(s): s for s in skills}
    for key, word in true.items():
        tally.add("skill recall", key in read, f"skill {word!r}")
    for key, word in read.items():
        tally.add("skill precision", key in true, f"listed {word!r}")


def _listed(profile: Profile) -> list[Value]:
    return [k for g in profile.listed for k in g.keywords]


def values(profile: Profile) -> list[Value]:
    """Every text the profile says of the person."""
    found = [profile.name, profile.email, profile.phone, profile.location, profile.headline]
    for job in (*profile.work, *profile.volunteering):
        found += [job.title, job.employer, job.place]
    for study in profile.education:
        found += [study.degree, study.field, study.institution]
    found += _listed(profile)
    found += [c.name for c in (*profile.certificates, *profile.awards)]
    found += [p.name for p in profile.projects]
    found += [p.title for p in profile.publications]
    return [v for v in found if v is not None]


def stands(value: str, text: str) -> bool:
    """Whether a value's letters stand together in the text, or all of its words do.

    Why words too: another reader may break a line of a narrow column elsewhere.
    """
    if squeezed(value) in squeezed(text):
        return True
    words = set(plain(text).split())
    joined = squeezed(text)
    return all(w in words or w in joined for w in plain(value).split())


def alike(a: str, b: str) -> bool:
    return SequenceMatcher(None, plain(a), plain(b)).ratio() >= ALIKE


def plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+|[+#]+", folded))


def squeezed(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)
