"""/api/v1/read and /api/v1/files/read: stories read into dossiers and kept."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from nongrata.outputs.api.access import AsAnalyst
from nongrata.outputs.api.own.files import taken
from nongrata.outputs.api.own.jobs import Wait, begun, ended, waited
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import ServiceOf

router = APIRouter(prefix="/api/v1", tags=["stories"])
MOST_LETTERS = 2_000_000


class StoryToRead(BaseModel):
    """A text, or the address of a page or a feed."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(max_length=MOST_LETTERS)] | None = None
    url: Annotated[str, Field(max_length=2_000, pattern=r"^https?://")] | None = None
    uri: Annotated[str, Field(max_length=2_000, description="what to call the text's place")] | None = None
    published: date | None = None
    as_of: Annotated[date | None, Field(description="ask what was in force on this day, not on the story's")] = None


@router.post("/read", summary="Read a story")
async def read(told: StoryToRead, service: ServiceOf, caller: AsAnalyst, wait: Wait = 30) -> Response:
    """Read a text or a page into a dossier and keep it; give the job, with the ids of its stories once it is done.

    The same story again changes nothing. Reading takes a second or so; 202 where it takes longer than `wait`.
    """
    if (told.text is None) == (told.url is None):
        raise Refusal(422, "found both or neither of `text` and `url`; wanted one of them")
    if told.text is not None and not told.text.strip():
        raise Refusal(422, "text: found nothing in it; wanted a story")
    job = await begun(service, "read", told.model_dump(mode="json", exclude_none=True), caller)
    return ended(await waited(service, job, wait))


@router.post("/files/read", summary="Read a story's file")
async def read_file(
    service: ServiceOf,
    caller: AsAnalyst,
    file: Annotated[UploadFile, File(description="text, HTML, PDF, Word, e-mail, a feed, WARC")],
    published: Annotated[date | None, Form()] = None,
    wait: Wait = 30,
) -> Response:
    """Read a file into dossiers, as `read` does a text."""
    path, name = await taken(service.works, file)
    asked: dict[str, object] = {"file": path.name, "name": name}
    if published is not None:
        asked["published"] = published.isoformat()
    return ended(await waited(service, await begun(service, "read", asked, caller), wait))
