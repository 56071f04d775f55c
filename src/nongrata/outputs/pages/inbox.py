"""The inbox: alerts that wait, and the stories that were read last; and where a story is pasted."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Query, UploadFile
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from nongrata.dossiers.alerts import Alert, AlertId, AlertState
from nongrata.outputs.api.own.files import taken
from nongrata.outputs.api.own.jobs import begun, waited
from nongrata.outputs.api.own.jobs import found as found_job
from nongrata.outputs.api.own.reading import MOST_LETTERS
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.pages.site import Judges, Looks, Visit, go
from nongrata.store.jobs import Job
from nongrata.store.record import KeptStory, StoryId
from nongrata.store.stories.query import StoryQuery

router = APIRouter(include_in_schema=False)
_WAIT = 25.0  # seconds that a reader waits for a story before the page of its job is shown
_SHOWN = 50
_LAST = 25
_RULES = {
    "listed_acts": "a listed party acts",
    "listed_named": "a listed party is named",
    "client_near_listed": "a client near a listed party",
    "client_named": "a client in the news",
    "newly_exposed": "newly listed",
}
_EMPTY = {"text": "", "url": "", "published": ""}


@router.get("/")
def inbox(
    visit: Looks,
    state: Annotated[AlertState, Query()] = "new",
    before: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Show the alerts in a state, and on the first page the stories that were read last."""
    page = AlertId(before) if before else None
    alerts = visit.service.store.alerts.find(state=state, before=page, limit=_SHOWN)
    stories = () if before else visit.service.store.stories.find(StoryQuery(limit=_LAST))
    many = Counter(alert.story for alert in alerts)
    rows = [(alert, story_of(visit, alert), many.pop(alert.story, 0)) for alert in alerts]  # at the first of each story
    return visit.page(
        "inbox",
        area="inbox",
        title="Inbox",
        alerts=rows,
        rules=_RULES,
        state=state,
        stories=stories,
        before=before,
        shown=_SHOWN,
        last=_LAST,
    )


@router.post("/pages/alerts")
def mark(visit: Judges, alert: Annotated[str, Form(max_length=200)], state: Annotated[AlertState, Form()]) -> Response:
    """Put an alert in another state."""
    store = visit.service.store
    if store.alerts.mark(AlertId(alert), state):
        store.audit.add(who=visit.caller.name, did=f"marked an alert {state}", about=alert, at=visit.service.now)
    return go("/")


@router.post("/pages/alerts/story")
def close(visit: Judges, story: Annotated[str, Form(max_length=200)]) -> Response:
    """Close all alerts of a story."""
    store = visit.service.store
    for alert in store.alerts.of_story(StoryId(story)):
        if alert.state != "closed" and store.alerts.mark(alert.id, "closed"):
            store.audit.add(who=visit.caller.name, did="marked an alert closed", about=alert.id, at=visit.service.now)
    return go("/")


@router.get("/read")
def read(visit: Looks) -> Response:
    """Show where a story is pasted, named by its address, or sent as a file."""
    return visit.page("read", area="read", title="Read a story", wrong=None, told=_EMPTY)


@router.post("/pages/read")
async def read_text(
    visit: Judges,
    text: Annotated[str, Form(max_length=MOST_LETTERS)] = "",
    url: Annotated[str, Form(max_length=2_000)] = "",
    published: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Read what was pasted, or the page at an address; then show the story."""
    told = {"text": text, "url": url.strip(), "published": published}
    wrong = _wrong(told)
    if wrong is not None:
        return visit.page("read", area="read", title="Read a story", status=422, wrong=wrong, told=told)
    asked: dict[str, object] = {"text": text} if text.strip() else {"url": told["url"]}
    return await _begun(visit, asked, published)


@router.post("/pages/files/read")
async def read_file(visit: Judges, file: UploadFile, published: Annotated[str, Form(max_length=10)] = "") -> Response:
    """Read a file; then show its story."""
    try:
        path, name = await taken(visit.service.works, file)
    except Refusal as error:
        return visit.page("read", area="read", title="Read a story", status=422, wrong=error.detail, told=_EMPTY)
    return await _begun(visit, {"file": path.name, "name": name}, published)


@router.get("/read/{job_id}")
async def reading(job_id: str, visit: Looks) -> Response:
    """Show how far the reading of a story is; its story once it is there."""
    job = await waited(visit.service, found_job(visit.service, job_id), 5.0)
    stories = (job.result or {}).get("stories")
    if isinstance(stories, list) and len(stories) == 1:
        return go(f"/stories/{stories[0]['story']}")
    return await run_in_threadpool(_reading, visit, job)


def _reading(visit: Visit, job: Job) -> Response:
    stories = (job.result or {}).get("stories")
    kept = [visit.service.store.stories.get(StoryId(each["story"])) for each in stories or []]  # type: ignore[attr-defined] # a list
    return visit.page("reading", area="read", title="Reading", job=job, stories=[each for each in kept if each])


async def _begun(visit: Visit, asked: dict[str, object], published: str) -> Response:
    told = asked | ({"published": published} if published else {})
    job = await begun(visit.service, "read", told, visit.caller)
    await waited(visit.service, job, _WAIT)
    return go(f"/read/{job.id}")


def _wrong(told: dict[str, str]) -> str | None:
    """Say what of a form cannot be read; None where all can."""
    if bool(told["text"].strip()) == bool(told["url"]):
        return "Paste a story’s text, or give the address of its page: one of the two."
    if told["url"] and not told["url"].lower().startswith(("http://", "https://")):
        return f"Found the address “{told['url'][:80]}”; wanted one that begins with https:// or http://."
    try:
        if told["published"]:
            date.fromisoformat(told["published"])
    except ValueError:
        return f"Found the day “{told['published']}”; wanted one such as 2023-09-15."
    return None


def story_of(visit: Visit, alert: Alert) -> KeptStory | None:
    """Give the story that an alert is about."""
    return None if alert.story is None else visit.service.store.stories.get(StoryId(alert.story))
