"""Who did what, whether the chain holds, and who may ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.responses import Response

from nongrata.outputs.desk.tokens import TokenWish, make_token, revoke_token
from nongrata.outputs.pages.site import Looks, Sends, Visit, allowed
from nongrata.values import SettingError

router = APIRouter(include_in_schema=False)
_SHOWN = 100
_GONE_THROUGH = 2_000  # lines: going through a hundred thousand takes seconds
_OPENS = {"had a story read": "/read/", "had a list screened": "/screen/"}  # what leads to what was done


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which lines are shown, and whether all are gone through."""

    about: str = ""
    before: int | None = None
    whole: bool = False


@router.get("/audit")
def audit(
    visit: Looks,
    about: Annotated[str, Query(max_length=200)] = "",
    before: Annotated[int | None, Query(ge=1, le=2**60)] = None,
    *,
    whole: Annotated[bool, Query()] = False,
) -> Response:
    """Show the audit log, the newest first; `whole` goes through all of its chain, not only through what is new."""
    return _shown(visit, Which(about=about, before=before, whole=whole))


@router.post("/pages/tokens")
def add(
    visit: Sends, name: Annotated[str, Form(max_length=80)] = "", role: Annotated[str, Form(max_length=20)] = "reader"
) -> Response:
    """Make a token; show it this once."""
    allowed(visit, "admin")
    try:
        wish = TokenWish(name=name, role=role)
        token, secret = make_token(visit.service.store, wish, by=visit.caller.name, now=visit.service.now)
    except SettingError as error:
        return _shown(visit, wrong=f"Found {error.value!r}; wanted {error.wanted}.")
    return _shown(visit, made=(token.name, secret))


@router.post("/pages/tokens/revoke")
def revoke(visit: Sends, token: Annotated[str, Form(max_length=100)]) -> Response:
    """Let a token open nothing from now on."""
    allowed(visit, "admin")
    revoke_token(visit.service.store, token, by=visit.caller.name, now=visit.service.now)
    return _shown(visit)


def _shown(
    visit: Visit, which: Which | None = None, *, wrong: str | None = None, made: tuple[str, str] | None = None
) -> Response:
    which = which or Which()
    store = visit.service.store
    is_admin = visit.caller.may("admin")
    return visit.page(
        "audit",
        area="audit",
        title="Audit",
        status=200 if wrong is None else 422,
        about=which.about,
        opens=_OPENS,
        lines=store.audit.find(about=which.about or None, before=which.before, limit=_SHOWN),
        verified=store.audit.verify(newest=None if which.whole else _GONE_THROUGH),
        is_admin=is_admin,
        tokens=store.tokens.all() if is_admin else (),
        now=visit.service.now,
        wrong=wrong,
        made=made,
        shown=_SHOWN,
    )
