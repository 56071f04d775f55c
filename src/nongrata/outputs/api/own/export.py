"""/api/v1/…/export: what is kept, for other tools: the same formats as `nongrata export`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from threading import Lock
from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from nongrata.outputs.api.access import AsReader
from nongrata.outputs.api.own.stories import found_dossier
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Service, ServiceOf
from nongrata.outputs.desk.export import WRITERS, all_dossiers, as_pdf
from nongrata.store.record import DossierId
from nongrata.store.stories.query import StoryQuery
from nongrata.values import NongrataError

router = APIRouter(prefix="/api/v1", tags=["export"])
Form = Literal["json", "ftm", "plover", "csv", "events-csv", "graphml", "gexf"]
_TYPES: Mapping[str, tuple[str, str]] = {  # media type, ending
    "json": ("application/jsonl", "jsonl"),
    "ftm": ("application/json+ftm", "ftm.json"),
    "plover": ("application/jsonl", "plover.jsonl"),
    "csv": ("text/csv; charset=utf-8", "csv"),
    "events-csv": ("text/csv; charset=utf-8", "events.csv"),
    "graphml": ("application/graphml+xml", "graphml"),
    "gexf": ("application/gexf+xml", "gexf"),
    "pdf": ("application/pdf", "pdf"),
}
_PAGE = 200
_PRINTING = Lock()  # a browser is a heavy thing: one at a time
_WAIT = 30.0


@router.get("/export/{form}", summary="All that is kept, for other tools")
def export(
    form: Form, service: ServiceOf, caller: AsReader, since: date | None = None, until: date | None = None
) -> Response:
    """Give all dossiers with stories of these days, as they are read one after another."""
    query = StoryQuery(since=since, until=until, limit=_PAGE)
    asked = tuple(dict.fromkeys(all_dossiers(service.store, query)))
    return StreamingResponse(_bytes(WRITERS[form](service.store, asked)), headers=_headers(form, "nongrata"))


@router.get("/dossiers/{dossier_id}/export/{form}", summary="A dossier for other tools, or as a PDF")
def export_one(dossier_id: str, form: Form | Literal["pdf"], service: ServiceOf, caller: AsReader) -> Response:
    """Give one dossier; a PDF is printed with a Chromium on the server's machine."""
    found_dossier(service, dossier_id)
    asked, headers = DossierId(dossier_id), _headers(form, f"dossier-{dossier_id[:12]}")
    if form == "pdf":
        return Response(_printed(service, asked), headers=headers)
    return StreamingResponse(_bytes(WRITERS[form](service.store, (asked,))), headers=headers)


def _printed(service: Service, asked: DossierId) -> bytes:
    """Give a dossier as a PDF. Raises Refusal where nothing prints it, or too many wait for it."""
    if not _PRINTING.acquire(timeout=_WAIT):
        raise Refusal(503, "found others who have dossiers printed; wanted fewer", headers={"retry-after": "10"})
    try:
        return as_pdf(service.store, asked)
    except NongrataError as error:
        raise Refusal(501, str(error)) from None
    finally:
        _PRINTING.release()


def _bytes(lines: Iterator[str]) -> Iterator[bytes]:
    return (line.encode("utf-8", "backslashreplace") for line in lines)


def _headers(form: str, name: str) -> dict[str, str]:
    media_type, ending = _TYPES[form]
    return {"content-type": media_type, "content-disposition": f'attachment; filename="{name}.{ending}"'}
