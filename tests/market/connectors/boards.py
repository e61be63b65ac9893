"""Fictional boards of every source: the same jobs, told in each source's own shape.

``BOARDS[id](jobs)`` gives a server: a function from request to response, paged as the source is.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2

Server = Callable[[httpx2.Request], httpx2.Response]


WORK = "You will train models with the team, and put them to work for the farmers who use them."


@dataclass(frozen=True)
class Job:
    """A fictional job; ``posted`` is a moment in UTC."""

    id: str
    title: str
    city: str = "Toronto"
    country: str = "CA"
    remote: bool = False
    posted: str = "2026-03-04T23:30:00+00:00"
    epoch: int = 1772667000
    low: int = 120000
    high: int = 150000

    @property
    def body(self) -> str:
        return (
            f"<p>Acme Heron builds weather models. Number {self.id}.</p>"
            f"<p>{WORK}</p><h3>Requirements</h3><ul><li>Python &amp; PyTorch</li><li>SQL</li></ul>"
        )


def jobs(n: int = 3) -> tuple[Job, ...]:
    titles = ("Machine Learning Engineer", "Data  Scientist ", "MLOps Engineer")
    return tuple(Job(str(1000 + i), titles[i % 3], remote=i % 3 == 1) for i in range(n))


def as_json(value: Any) -> httpx2.Response:
    return httpx2.Response(200, json=value)


def ask(request: httpx2.Request, name: str, default: int = 0) -> int:
    found = parse_qs(urlsplit(str(request.url)).query).get(name)
    return int(found[0]) if found else default


def greenhouse(many: Sequence[Job]) -> Server:
    rows = [
        {
            "id": int(j.id), "title": j.title, "content": html.escape(j.body),
            "absolute_url": f"https://boards.example/{j.id}", "company_name": "Acme Heron ",
            "location": {"name": j.city}, "departments": [{"name": "Models "}], "metadata": None,
            "first_published": "2026-03-04T18:30:00-05:00",
        }
        for j in many
    ]  # fmt: skip
    return lambda _: as_json({"jobs": rows, "meta": {"total": len(rows)}})


def lever(many: Sequence[Job]) -> Server:
    rows = [
        {
            "id": j.id, "text": j.title, "hostedUrl": f"https://jobs.example/{j.id}",
            "descriptionPlain": f"Acme Heron builds weather models. Number {j.id}.\n\n{WORK}",
            "lists": [{"text": "Requirements",
                       "content": "<li>Python &amp; PyTorch</li><li>SQL</li>"}],
            "additionalPlain": "", "createdAt": j.epoch * 1000, "country": j.country,
            "categories": {"location": j.city, "commitment": "Full-time", "team": "Models"},
            "workplaceType": "remote" if j.remote else "onsite",
            "salaryRange": {"min": j.low, "max": j.high, "currency": "CAD",
                            "interval": "per-year-salary"},
        }
        for j in many
    ]  # fmt: skip

    def serve(request: httpx2.Request) -> httpx2.Response:
        start = ask(request, "skip")
        return as_json(rows[start : start + ask(request, "limit")])

    return serve


def ashby(many: Sequence[Job]) -> Server:
    rows = [
        {
            "id": j.id, "title": f" {j.title}", "descriptionHtml": j.body, "isListed": True,
            "jobUrl": f"https://jobs.example/{j.id}", "employmentType": "FullTime",
            "location": j.city, "isRemote": j.remote, "publishedAt": j.posted,
            "address": {"postalAddress": {"addressCountry": j.country}}, "secondaryLocations": [],
            "compensation": {"summaryComponents": [
                {"compensationType": "EquityPercentage", "interval": "NONE", "minValue": None},
                {"compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "CAD",
                 "minValue": j.low, "maxValue": j.high}]},
        }
        for j in many
    ]  # fmt: skip
    return lambda _: as_json({"jobs": rows, "apiVersion": "1"})


def smartrecruiters(many: Sequence[Job]) -> Server:
    rows = [
        {
            "id": j.id, "name": j.title, "company": {"name": "Acme Heron"},
            "releasedDate": j.posted, "department": {},
            "location": {"city": j.city, "country": "ca", "remote": j.remote, "latitude": "43.6"},
        }
        for j in many
    ]  # fmt: skip
    bodies = {j.id: j.body for j in many}

    def serve(request: httpx2.Request) -> httpx2.Response:
        last = request.url.path.rpartition("/")[2]
        if last in bodies:
            part = {"title": "Job Description", "text": bodies[last]}
            return as_json({"id": last, "jobAd": {"sections": {"jobDescription": part}}})
        start = ask(request, "offset")
        page = rows[start : start + ask(request, "limit")]
        return as_json({"offset": start, "limit": 100, "totalFound": len(rows), "content": page})

    return serve


def workable(many: Sequence[Job]) -> Server:
    rows = [
        {
            "title": j.title, "shortcode": j.id, "url": f"https://apply.example/j/{j.id}",
            "telecommuting": j.remote, "description": j.body, "published_on": "2026-03-04",
            "locations": [{"country": "Canada", "countryCode": j.country, "city": j.city,
                           "region": None}],
        }
        for j in many
    ]  # fmt: skip
    return lambda _: as_json({"name": "Acme Heron", "jobs": rows})


def recruitee(many: Sequence[Job]) -> Server:
    rows = [
        {
            "id": int(j.id), "title": j.title, "company_name": "Acme Heron", "status": "published",
            "description": f"<p>Acme Heron builds weather models. Number {j.id}.</p><p>{WORK}</p>",
            "requirements": "<ul><li>Python &amp; PyTorch</li><li>SQL</li></ul>",
            "careers_url": f"https://acme.example/o/{j.id}", "location": j.city,
            "country_code": j.country, "remote": j.remote, "hybrid": False,
            "published_at": "2026-03-04 23:30:00 UTC",
            "salary": {"min": str(j.low), "max": str(j.high), "period": "year", "currency": "CAD"},
        }
        for j in many
    ]  # fmt: skip
    return lambda _: as_json({"offers": rows})


def teamtailor(many: Sequence[Job]) -> Server:
    rows = [
        {
            "id": j.id, "title": j.title, "url": f"https://acme.example/jobs/{j.id}",
            "content_html": j.body, "date_published": j.posted,
            "_jobposting": {
                "@type": "JobPosting", "title": j.title,
                "jobLocation": [{"address": {"addressLocality": j.city,
                                             "addressCountry": j.country}}],
                "jobLocationType": "TELECOMMUTE" if j.remote else None,
            },
        }
        for j in many
    ]  # fmt: skip

    def serve(request: httpx2.Request) -> httpx2.Response:
        start = ask(request, "from")
        feed: dict[str, Any] = {"title": "Acme Heron", "items": rows[start : start + 100]}
        if start + 100 < len(rows):
            feed["next_url"] = f"https://acme.teamtailor.com/jobs.json?from={start + 100}"
        return as_json(feed)

    return serve


def bamboohr(many: Sequence[Job]) -> Server:
    rows = [
        {
            "id": j.id, "jobOpeningName": j.title, "employmentStatusLabel": "Full Time",
            "location": {"city": j.city, "state": None}, "locationType": "1" if j.remote else "0",
            "atsLocation": {"country": j.country},
        }
        for j in many
    ]  # fmt: skip
    bodies = {j.id: j.body for j in many}

    def serve(request: httpx2.Request) -> httpx2.Response:
        parts = request.url.path.split("/")
        if parts[-1] == "detail":
            opening = {"description": bodies[parts[-2]], "datePosted": "2026-03-04"}
            return as_json({"result": {"jobOpening": opening}})
        return as_json({"meta": {"totalCount": len(rows)}, "result": rows})

    return serve


def workday(many: Sequence[Job]) -> Server:
    rows = [
        {
            "title": j.title, "externalPath": f"/job/{j.city}/{j.id}",
            "locationsText": j.city, "postedOn": "Posted Today", "bulletFields": [j.id],
        }
        for j in many
    ]  # fmt: skip
    by_id = {j.id: j for j in many}

    def serve(request: httpx2.Request) -> httpx2.Response:
        if request.method == "POST":
            asked = json.loads(request.content)
            page = rows[asked["offset"] : asked["offset"] + asked["limit"]]
            return as_json({"total": len(rows), "jobPostings": page})
        job = by_id[request.url.path.rpartition("/")[2]]
        info = {
            "jobDescription": job.body, "location": job.city, "startDate": "2026-03-04",
            "remoteType": "Remote" if job.remote else None, "country": {"descriptor": "Canada"},
        }  # fmt: skip
        return as_json({"jobPostingInfo": info})

    return serve


def remotive(many: Sequence[Job]) -> Server:
    rows = [
        {
            "id": int(j.id), "title": j.title, "url": f"https://board.example/{j.id}",
            "company_name": "Acme Heron", "description": j.body, "tags": ["python"],
            "job_type": "full_time", "publication_date": "2026-03-04T23:30:00",
            "candidate_required_location": j.city, "salary": "$31,2k- $52k",
        }
        for j in many
    ]  # fmt: skip
    return lambda _: as_json({"00-warning": "be kind", "jobs": rows})


def remoteok(many: Sequence[Job]) -> Server:
    rows: list[dict[str, Any]] = [{"last_updated": 1, "legal": "link back"}]
    rows += [
        {
            "id": j.id, "position": j.title, "company": "Acme Heron", "description": j.body,
            "location": j.city, "date": j.posted, "url": f"https://board.example/{j.id}",
            "salary_min": 0, "salary_max": 0, "tags": ["python"],
        }
        for j in many
    ]  # fmt: skip
    return lambda _: as_json(rows)


def arbeitnow(many: Sequence[Job]) -> Server:
    rows = [
        {
            "slug": j.id, "title": j.title, "company_name": "Acme Heron", "description": j.body,
            "remote": j.remote, "url": f"https://board.example/{j.id}", "tags": [],
            "job_types": [], "location": j.city, "created_at": j.epoch,
        }
        for j in many
    ]  # fmt: skip

    def serve(request: httpx2.Request) -> httpx2.Response:
        number = ask(request, "page", 1)
        page = rows[(number - 1) * 100 : number * 100]
        base = "https://www.arbeitnow.com/api/job-board-api"
        following = f"{base}?page={number + 1}" if number * 100 < len(rows) else None
        return as_json({"data": page, "links": {"next": following}})

    return serve


def himalayas(many: Sequence[Job]) -> Server:
    rows = [
        {
            "title": j.title, "guid": j.id, "companyName": "Acme Heron", "description": j.body,
            "companySlug": "acme-heron", "employmentType": "Full Time", "minSalary": j.low,
            "maxSalary": j.high, "currency": "CAD", "salaryPeriod": "annual",
            "locationRestrictions": [j.city], "pubDate": j.epoch, "categories": [],
        }
        for j in many
    ]  # fmt: skip

    def serve(request: httpx2.Request) -> httpx2.Response:
        start = ask(request, "offset")
        return as_json({"jobs": rows[start : start + 20], "totalCount": len(rows)})

    return serve


def jobicy(many: Sequence[Job]) -> Server:
    rows = [
        {
            "id": int(j.id), "jobTitle": j.title, "url": f"https://board.example/{j.id}",
            "companyName": "Acme Heron", "jobType": ["Full-Time"], "jobGeo": j.city,
            "jobDescription": j.body, "pubDate": j.posted, "jobIndustry": ["Data &amp; AI"],
        }
        for j in many
    ]  # fmt: skip
    return lambda _: as_json({"jobs": rows})


def weworkremotely(many: Sequence[Job]) -> Server:
    told = "".join(
        f"<item><title>Acme Heron: {j.title}</title><guid>{j.id}</guid><region>{j.city}</region>"
        f"<link>https://board.example/{j.id}</link><type>Full-Time</type>"
        "<pubDate>Wed, 04 Mar 2026 23:30:00 +0000</pubDate>"
        f"<description>{html.escape(j.body)}</description></item>"
        for j in many
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel>{told}</channel></rss>'
    return lambda _: httpx2.Response(200, content=body.encode())


def hackernews(many: Sequence[Job]) -> Server:
    rows = [
        {
            "objectID": j.id, "parent_id": 7, "story_id": 7, "created_at": j.posted,
            "comment_text": f"Acme Heron | {j.title} | {j.city} | Full-time"
            f"{' | REMOTE' if j.remote else ''}<p>{j.body}",
        }
        for j in many
    ]  # fmt: skip
    rows.append({"objectID": "1", "parent_id": 1000, "story_id": 7, "comment_text": "Is | it | a?"})

    def serve(request: httpx2.Request) -> httpx2.Response:
        if "story%2C" in str(request.url) or "tags=story," in str(request.url):
            story = {"objectID": "7", "title": "Ask HN: Who is hiring? (March 2026)"}
            other = {"objectID": "8", "title": "Ask HN: Who wants to be hired?"}
            return as_json({"hits": [other, story]})
        number = ask(request, "page")
        page = rows[number * 1000 : (number + 1) * 1000]
        return as_json({"hits": page, "page": number, "nbPages": -(-len(rows) // 1000)})

    return serve


def personio(many: Sequence[Job]) -> Server:
    told = "".join(
        f"<position><id>{j.id}</id><office>{j.city}</office><name>{j.title}</name>"
        "<subcompany>Acme Heron</subcompany><jobDescriptions><jobDescription><name>Work</name>"
        f"<value><![CDATA[{j.body}]]></value></jobDescription></jobDescriptions>"
        f"<createdAt>{j.posted}</createdAt></position>"
        for j in many
    )
    body = f"<?xml version='1.0' encoding='UTF-8'?><workzag-jobs>{told}</workzag-jobs>"
    return lambda _: httpx2.Response(200, content=body.encode())


def usajobs(many: Sequence[Job]) -> Server:
    rows = [
        {
            "MatchedObjectId": j.id,
            "MatchedObjectDescriptor": {
                "PositionTitle": j.title, "PositionURI": f"https://board.example/{j.id}",
                "OrganizationName": "Acme Heron", "PositionLocation": [{"LocationName": j.city}],
                "PositionRemuneration": [{"MinimumRange": str(j.low), "RateIntervalCode": "PA",
                                          "MaximumRange": str(j.high)}],
                "PublicationStartDate": "2026-03-04",
                "UserArea": {"Details": {"JobSummary": j.body}},
            },
        }
        for j in many
    ]  # fmt: skip

    def serve(request: httpx2.Request) -> httpx2.Response:
        number, size = ask(request, "Page", 1), ask(request, "ResultsPerPage")
        page = rows[(number - 1) * size : number * size]
        found = {"SearchResultCountAll": len(rows), "SearchResultItems": page}
        return as_json({"SearchResult": found})

    return serve


def adzuna(many: Sequence[Job]) -> Server:
    rows = [
        {
            "id": j.id, "title": f"<strong>{j.title}</strong>", "description": j.body,
            "company": {"display_name": "Acme Heron"}, "location": {"display_name": j.city},
            "created": j.posted, "redirect_url": f"https://board.example/{j.id}",
            "salary_min": j.low, "salary_max": j.high, "salary_is_predicted": "1",
        }
        for j in many
    ]  # fmt: skip

    def serve(request: httpx2.Request) -> httpx2.Response:
        number = int(request.url.path.rpartition("/")[2])
        return as_json({"count": len(rows), "results": rows[(number - 1) * 50 : number * 50]})

    return serve


def themuse(many: Sequence[Job]) -> Server:
    rows = [
        {
            "id": int(j.id), "name": j.title, "contents": j.body, "publication_date": j.posted,
            "company": {"name": "Acme Heron"}, "locations": [{"name": j.city}],
            "refs": {"landing_page": f"https://board.example/{j.id}"}, "categories": [],
        }
        for j in many
    ]  # fmt: skip

    def serve(request: httpx2.Request) -> httpx2.Response:
        number = ask(request, "page", 1)
        page = rows[(number - 1) * 20 : number * 20]
        return as_json({"page_count": -(-len(rows) // 20), "results": page})

    return serve


def page(many: Sequence[Job]) -> Server:
    told = json.dumps(
        [
            {
                "@context": "https://schema.org", "@type": "JobPosting", "title": j.title,
                "identifier": {"value": j.id}, "description": j.body, "datePosted": j.posted,
                "hiringOrganization": {"name": "Acme Heron"},
                "jobLocation": {"address": {"addressLocality": j.city,
                                            "addressCountry": j.country}},
                "baseSalary": {"currency": "CAD", "value": {"minValue": j.low, "maxValue": j.high,
                                                            "unitText": "YEAR"}},
            }
            for j in many
        ]
    )  # fmt: skip
    body = f'<html><script type="application/ld+json">{told}</script><p>Jobs</p></html>'

    def serve(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/robots.txt":
            return httpx2.Response(404)
        return httpx2.Response(200, content=body.encode())

    return serve


def feed(many: Sequence[Job]) -> Server:
    told = "".join(
        f"<entry><title>{j.title}</title><id>{j.id}</id><author>Acme Heron</author>"
        f'<link href="https://board.example/{j.id}"/><location>{j.city}</location>'
        f"<published>{j.posted}</published>"
        f'<content type="html">{html.escape(j.body)}</content></entry>'
        for j in many
    )
    body = f'<feed xmlns="http://www.w3.org/2005/Atom">{told}</feed>'

    def serve(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/robots.txt":
            return httpx2.Response(404)
        return httpx2.Response(200, content=body.encode())

    return serve


BOARDS: dict[str, Callable[[Sequence[Job]], Server]] = {
    f.__name__: f
    for f in (
        greenhouse, lever, ashby, smartrecruiters, workable, recruitee, teamtailor, bamboohr,
        workday, remotive, remoteok, arbeitnow, himalayas, jobicy, weworkremotely, hackernews,
        personio, usajobs, adzuna, themuse, page, feed,
    )
}  # fmt: skip
