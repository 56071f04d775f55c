"""Every route asks who is there: nobody enters without a token, a reader writes nothing, an analyst makes no tokens."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime

import httpx
import pytest
from fastapi import FastAPI, Request
from fastapi.routing import APIRoute

from nongrata.outputs.api.access import COOKIE, find_caller
from nongrata.outputs.api.app import PAGES
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Service
from nongrata.outputs.desk.tokens import TokenWish, make_token, revoke_token

NOW = datetime(2026, 3, 1, tzinfo=UTC)
OPEN = {"/healthz", "/readyz"}  # those who run the server ask these, without a token
ASKING = {  # sent as POST because what is asked is long: they change nothing
    "/api/v1/screen", "/api/v1/compare", "/match/{dataset}", "/reconcile/{dataset}",
}  # fmt: skip
OPEN_PAGES = {"/sign-in", "/static/{name}", "/favicon.ico"}
FOR_ALL = {"/pages/sign-out", "/pages/screen"}  # forms that a reader may send: leaving, and asking


@pytest.fixture
def service(app: FastAPI) -> Service:
    found: Service = app.state.service
    return found


@pytest.fixture
def secrets(service: Service) -> Mapping[str, str]:
    """A token of each role."""
    return {
        role: make_token(service.store, TokenWish(name=role, role=role), by="a test", now=NOW)[1]
        for role in ("reader", "analyst", "admin")
    }


def statuses(app: FastAPI, asked: list[tuple[str, str]], headers: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """Give what each route answers to an empty request."""

    async def ask_all() -> dict[tuple[str, str], int]:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            paths = [(method, re.sub(r"\{\w+\}", "1", path)) for method, path in asked]
            told = await asyncio.gather(*(client.request(*each, headers=headers) for each in paths))
            return dict(zip(asked, [each.status_code for each in told], strict=True))

    return asyncio.run(ask_all())


def bearer(secret: str) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}"}


def in_api(app: FastAPI) -> list[tuple[str, str]]:
    return [(method.upper(), path) for path, methods in app.openapi()["paths"].items() for method in methods]


def on_pages() -> list[tuple[str, str]]:
    routes = [route for router in PAGES for route in router.routes if isinstance(route, APIRoute)]
    return [(method, route.path) for route in routes for method in sorted(route.methods or ())]


def test_no_route_answers_without_a_token_or_with_a_wrong_one(app: FastAPI, secrets: Mapping[str, str]) -> None:
    for headers in ({}, bearer("ng_wrong"), {"authorization": "Basic YTpi"}, {"cookie": f"{COOKIE}=a.9999999999.b.c"}):
        told = statuses(app, in_api(app), headers)
        assert {route for route, status in told.items() if status not in (401, 429)} == {("GET", each) for each in OPEN}


def test_a_reader_writes_nothing_and_an_analyst_makes_no_tokens(app: FastAPI, secrets: Mapping[str, str]) -> None:
    writing = [(method, path) for method, path in in_api(app) if method != "GET" and path not in ASKING]
    by_reader = statuses(app, writing, bearer(secrets["reader"]))
    assert len(writing) >= 8
    assert set(by_reader.values()) == {403}, by_reader

    tokens = [(method, path) for method, path in in_api(app) if "tokens" in path]
    assert set(statuses(app, tokens, bearer(secrets["analyst"])).values()) == {403}
    assert 403 not in statuses(app, writing, bearer(secrets["admin"])).values()


def test_every_page_leads_to_the_sign_in_and_every_form_wants_its_role(
    app: FastAPI, service: Service, secrets: Mapping[str, str]
) -> None:
    pages = [(method, path) for method, path in on_pages() if path not in OPEN_PAGES]
    told = statuses(app, pages, {})
    assert {route for route, status in told.items() if status not in (303, 403)} == set()

    assert len(pages) > 20
    forms = [(method, path) for method, path in pages if method == "POST" and path not in FOR_ALL]
    token = service.doors.shelf.of_secret(secrets["reader"], now=NOW)
    assert token is not None
    session = service.doors.session_of(token)
    assert set(_sent(app, forms, session, service.doors.form_key(session)).values()) == {403}
    assert set(_sent(app, forms, session, "no key of ours").values()) == {403}


def _sent(app: FastAPI, forms: list[tuple[str, str]], session: str, key: str) -> dict[str, int]:
    """Give what each form answers to a session that sends its key and nothing else that is wrong."""
    filled = {"alert": "1", "state": "seen", "number": "1", "token": "1", "party": "1", "entry": "a:1",
              "verdict": "same", "place": "https://a.example/feed", "back": "/", "because": "x", "member": "1",
              "match": "1"}  # fmt: skip

    async def send_all() -> dict[str, int]:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            client.cookies.set(COOKIE, session)
            return {
                path: (await client.post(path, data=filled | {"key": key}, files={"file": b"a"})).status_code
                for _method, path in forms
            }

    return asyncio.run(send_all())


def test_a_token_that_was_revoked_opens_nothing_any_more_nor_does_its_session(
    app: FastAPI, service: Service, secrets: Mapping[str, str]
) -> None:
    token = service.doors.shelf.of_secret(secrets["reader"], now=NOW)
    assert token is not None
    cookie = {"cookie": f"{COOKIE}={service.doors.session_of(token)}"}
    routes = [("GET", "/api/v1/stories"), ("GET", "/audit")]
    assert set(statuses(app, routes, bearer(secrets["reader"])).values()) == {200}
    assert set(statuses(app, routes, cookie).values()) == {200}

    revoke_token(service.store, "reader", by="a test", now=NOW)

    assert set(statuses(app, routes, bearer(secrets["reader"])).values()) == {401}
    assert statuses(app, routes, cookie) == {routes[0]: 401, routes[1]: 303}


def test_ten_thousand_wrong_tokens_open_nothing_and_fill_no_log(
    app: FastAPI, secrets: Mapping[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    def asking(secret: str) -> Request:
        headers = [(b"authorization", f"Bearer {secret}".encode())]
        told = {"type": "http", "path": "/", "query_string": b"", "client": ("203.0.113.9", 1), "app": app}
        return Request({**told, "headers": headers})

    async def tried(number: int) -> int:
        try:
            await find_caller(asking(f"ng_{number}"))
        except Refusal as refused:
            return refused.status
        return 200

    async def try_all() -> Counter[int]:
        found = Counter(await asyncio.gather(*map(tried, range(10_000))))
        caller = await find_caller(asking(secrets["reader"]))
        assert caller is not None, "a right one is never kept out"
        return found

    logging.getLogger("nongrata.server").disabled = False  # import-linter, run before, leaves every logger disabled
    with caplog.at_level(logging.WARNING, logger="nongrata.server"):
        found = asyncio.run(try_all())

    assert set(found) == {401, 429}
    assert found[401] < 100
    lines = [each.getMessage() for each in caplog.records if "wrong or revoked" in each.getMessage()]
    assert len(lines) == 14, "the 1st, the 2nd, the 4th … the 8,192nd"
    assert not any("ng_" in line for line in lines), "what was tried may be a letter off a good one"
