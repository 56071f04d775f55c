"""The app: every route, behind the guard, its errors as problems."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI
from starlette.types import ASGIApp

from nongrata.outputs.api.guard import Bounds, Guard
from nongrata.outputs.api.own import (
    export,
    jobs,
    judgements,
    lists,
    ownership,
    people,
    places,
    reading,
    screening,
    stories,
)
from nongrata.outputs.api.problems import MEDIA_TYPE, add_problems
from nongrata.outputs.api.service import Service
from nongrata.outputs.api.yente import catalog, columns, entities, match, reconcile, search, suggest
from nongrata.outputs.pages import audit, find, inbox, manual, party, signin, static, story, watch
from nongrata.outputs.pages import lists as list_pages
from nongrata.outputs.pages import ownership as own_pages
from nongrata.outputs.pages import screening as screen_pages
from nongrata.values.version import __version__

ROUTERS = (
    match.router,  # routes are tried in this order, and this one is asked most
    *(
        reading.router,
        stories.router,
        screening.router,
        judgements.router,
        lists.router,
        ownership.router,
        people.router,
        places.router,
        jobs.router,
        export.router,
    ),
    *(search.router, entities.router, catalog.router, reconcile.router, suggest.router, columns.router),
)
PAGES = (
    *(inbox.router, story.router, party.router, own_pages.router, screen_pages.router, list_pages.router, find.router),
    *(watch.router, audit.router, manual.router, signin.router, static.router),
)
_PROBLEM = {
    "type": "object",
    "required": ["title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "what was found, what was wanted"},
        "errors": {"type": "array", "items": {"type": "object", "additionalProperties": {"type": "string"}}},
    },
}
_ERRORS: dict[int | str, dict[str, object]] = {
    "4XX": {
        "description": "What was wrong with the request (RFC 9457)",
        "content": {MEDIA_TYPE: {"schema": _PROBLEM}},
    }
}


def build_app(service: Service, *, load: Callable[[Service], None]) -> FastAPI:
    """Give the app over a service; `load` puts the lists in their place when it starts."""
    app = FastAPI(
        title="Nongrata",
        version=__version__,
        summary="Reads the news and says who in it is under sanctions, by whom, since when, and who says so.",
        lifespan=_lifespan(service, load),
        docs_url=None,
        redoc_url=None,
        responses=_ERRORS,
    )
    app.state.service = service
    add_problems(app)
    for router in (*ROUTERS, *PAGES):
        app.include_router(router)
    return app


def guarded(app: ASGIApp, bounds: Bounds) -> ASGIApp:
    """Give an app behind the guard."""
    return Guard(app, bounds)


def _lifespan(
    service: Service, load: Callable[[Service], None]
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        load(service)
        service.works.start()
        yield
        service.works.stop()

    return lifespan
