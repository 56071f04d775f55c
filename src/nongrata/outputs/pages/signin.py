"""Signing in with a token, and out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import HTMLResponse, Response

from nongrata.outputs.api.access import COOKIE, SESSION_SECONDS, find_caller, refuse_wrong
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import ServiceOf
from nongrata.outputs.pages.site import Sends, go
from nongrata.outputs.story.page import templates

router = APIRouter(include_in_schema=False)


@router.get("/sign-in")
def sign_in(to: Annotated[str, Query(max_length=500)] = "/") -> Response:
    """Show where the token goes."""
    return _form(to, None, 200)


@router.post("/sign-in")
async def signed_in(
    request: Request,
    service: ServiceOf,
    token: Annotated[str, Form(max_length=200)],
    to: Annotated[str, Form(max_length=500)] = "/",
) -> Response:
    """Take a token; give a cookie that stands for it for some hours."""
    held = service.doors.shelf.of_secret(token.strip(), now=datetime.now(UTC))
    if held is None:
        try:
            await refuse_wrong(service.doors, request.client.host if request.client else "?")
        except Refusal as error:
            return _form(to, error.detail, error.status)
    assert held is not None
    answer = go(to)
    answer.set_cookie(
        COOKIE,
        service.doors.session_of(held),
        max_age=SESSION_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/pages/sign-out")
async def sign_out(visit: Sends) -> Response:
    """Forget the cookie."""
    answer = go("/sign-in" if await find_caller(visit.request) else "/")
    answer.delete_cookie(COOKIE)
    return answer


def _form(to: str, wrong: str | None, status: int) -> Response:
    text = templates().get_template("pages/sign_in.html.j2").render(to=to, wrong=wrong, title="Sign in")
    return HTMLResponse(text, status_code=status)
