"""Every failure as problem+json (RFC 9457): what was found, what was wanted, on which request."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from nongrata.outputs.story.page import templates
from nongrata.values import ListError, MissingExtra, NongrataError, SettingError, SourceError, StoreError

MEDIA_TYPE = "application/problem+json"
_PROGRAMS = ("/api/", "/match", "/reconcile", "/entities", "/search/", "/catalog", "/algorithms", "/healthz", "/readyz")
_LONGEST = 500  # letters of what was sent that are said back
_STATUS: Mapping[type[NongrataError], int] = {
    SettingError: 400,
    SourceError: 422,
    ListError: 422,
    MissingExtra: 501,
    StoreError: 503,
}
log = logging.getLogger("nongrata.server")


class Refusal(NongrataError):
    """A request that is refused, with the status that says so."""

    def __init__(self, status: int, detail: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, dict(headers or {})


def problem(
    status: int, detail: str, *, headers: Mapping[str, str] | None = None, errors: list[dict[str, str]] | None = None
) -> Response:
    """Give the answer that says what went wrong."""
    told: dict[str, object] = {"type": "about:blank", "title": _title(status), "status": status, "detail": detail}
    if errors:
        told["errors"] = errors
    body = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status_code=status, media_type=MEDIA_TYPE, headers=dict(headers or {}))


def add_problems(app: FastAPI) -> None:
    """Have an app answer every error as a problem."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(NongrataError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _bug)


def status_of(error: NongrataError) -> int:
    """Give the status of an error of ours."""
    if isinstance(error, Refusal):
        return error.status
    return next((status for kind, status in _STATUS.items() if isinstance(error, kind)), 400)


# What a page says instead of HTTP's own words.
_PAGE_TITLES: Mapping[int, str] = {
    400: "That can’t be used",
    403: "You may not do that",
    404: "Nothing is here",
    413: "That is too large",
    422: "That can’t be used",
    429: "Too much at once",
}


def _title(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else "Problem"


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    if error.status < 400:  # another way leads on
        return Response(status_code=error.status, headers=error.headers)
    return _told(request, error.status, error.detail, headers=error.headers)


async def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, NongrataError)
    return _told(request, status_of(error), str(error)[: 4 * _LONGEST])


def _told(request: Request, status: int, detail: str, *, headers: Mapping[str, str] | None = None) -> Response:
    """Give a problem as a program reads it, or as a page to who looks at pages."""
    if not request.url.path.startswith(_PROGRAMS) and "text/html" in request.headers.get("accept", ""):
        text = (
            templates()
            .get_template("pages/problem.html.j2")
            .render(title=_PAGE_TITLES.get(status) or _title(status), detail=detail)
        )
        return HTMLResponse(text, status_code=status, headers=dict(headers or {}))
    return problem(status, detail, headers=headers)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = [
        {"at": ".".join(map(str, each["loc"])), "wanted": str(each["msg"]), "found": _shown(each.get("input"))}
        for each in error.errors()[:20]
    ]
    says = "; ".join(f"{each['at']}: {each['wanted']}" for each in errors)
    if "text/html" in request.headers.get("accept", ""):
        return _told(request, 422, says[: 2 * _LONGEST])
    return problem(422, says[: 2 * _LONGEST] or "the request cannot be understood", errors=errors)


def _shown(told: object) -> str:
    text = repr(told)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


# What the framework says in words of its own: what was found, what was wanted.
_IN_OUR_WORDS: Mapping[str, str] = {
    "Not Found": "there is no such address here",
    "Method Not Allowed": "this address does not take such a request",
    "There was an error parsing the body": "found a body that cannot be read: nested too deep, or a number too long;"
    " wanted JSON or a form",
}


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    says = _IN_OUR_WORDS.get(str(error.detail), str(error.detail))
    return _told(request, error.status_code, says, headers=error.headers)


async def _bug(request: Request, error: Exception) -> Response:
    log.error("bug at %s %s", request.method, request.url.path, exc_info=error)
    return _told(request, 500, "a fault of the server: its log tells more")
