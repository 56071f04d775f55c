"""Our own style, script and map, as files; nothing else is served from the package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from fastapi import APIRouter
from starlette.responses import Response

from nongrata.outputs.api.problems import Refusal

router = APIRouter(include_in_schema=False)
FILES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "desk.css": (("page.css", "lists_diff.css", "pages/desk.css"), "text/css; charset=utf-8"),
    "desk.js": (("pages/desk.js",), "text/javascript; charset=utf-8"),
    "land.svg": (("pages/land.svg",), "image/svg+xml"),
}


@router.get("/static/{name}")
def static(name: str) -> Response:
    """Give one of our files."""
    if name not in FILES:
        raise Refusal(404, f"found no file {name[:60]!r}")
    body, media_type = _file(name)
    return Response(body, media_type=media_type, headers={"cache-control": "max-age=300"})


@router.get("/favicon.ico")
def favicon() -> Response:
    """Give no icon, without a complaint in the browser."""
    return Response(status_code=204)


@lru_cache(maxsize=8)
def _file(name: str) -> tuple[bytes, str]:
    parts, media_type = FILES[name]
    folder = files("nongrata.outputs")
    return b"\n".join(folder.joinpath(part).read_bytes() for part in parts), media_type
