"""/api/v1/alerts, audit and tokens: what waits for somebody, who did what, who may ask."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from nongrata.dossiers.alerts import AlertId, AlertState
from nongrata.outputs.api.access import AsAdmin, AsAnalyst, AsReader
from nongrata.outputs.api.own.answers import answer
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import ServiceOf
from nongrata.outputs.desk.tokens import TokenWish, make_token, revoke_token
from nongrata.store.tokens import Role

router = APIRouter(prefix="/api/v1", tags=["people"])
Limit = Annotated[int, Query(ge=1, le=500)]


class NewState(BaseModel):
    """What an alert is from now on."""

    model_config = ConfigDict(extra="forbid")

    state: AlertState


class NewToken(BaseModel):
    """Who will hold a token, and for what."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=80)]
    role: Role = "reader"
    days: Annotated[int, Field(ge=1, le=36_500)] | None = None


@router.get("/alerts", summary="Alerts, the newest first")
def alerts(
    service: ServiceOf,
    caller: AsReader,
    state: AlertState | None = None,
    before: Annotated[str | None, Query(max_length=200)] = None,
    limit: Limit = 50,
) -> Response:
    """Give the alerts in a state, or all; `before` is the last id of the page before."""
    page = None if before is None else AlertId(before)
    return answer({"alerts": service.store.alerts.find(state=state, before=page, limit=limit)})


@router.patch("/alerts/{alert_id}", summary="Mark an alert as seen or closed")
def mark_alert(alert_id: str, told: NewState, service: ServiceOf, caller: AsAnalyst) -> Response:
    """Put an alert in another state; the audit log keeps by whom."""
    alert = AlertId(alert_id[:200])
    if not service.store.alerts.mark(alert, told.state):
        raise Refusal(404, f"found no alert {alert_id[:60]!r}")
    service.store.audit.add(who=caller.name, did=f"marked an alert {told.state}", about=alert, at=service.now)
    return answer(service.store.alerts.get(alert))


@router.get("/audit", summary="Who did what")
def audit(
    service: ServiceOf,
    caller: AsReader,
    about: Annotated[str | None, Query(max_length=200)] = None,
    before: Annotated[int | None, Query(ge=1, le=2**60)] = None,
    limit: Limit = 100,
) -> Response:
    """Give the lines of the audit log, or those about one thing, the newest first."""
    return answer({"lines": service.store.audit.find(about=about, before=before, limit=limit)})


@router.get("/audit/verify", summary="Does the audit log's chain hold?")
def verify(service: ServiceOf, caller: AsReader) -> Response:
    """Go through the whole chain; give how many lines hold, the last digest, and what is wrong first."""
    return answer(service.store.audit.verify())


@router.get("/tokens", summary="Who may ask")
def tokens(service: ServiceOf, caller: AsAdmin) -> Response:
    """Give all tokens, revoked ones too; never the tokens themselves."""
    return answer({"tokens": service.store.tokens.all()})


@router.post("/tokens", summary="Make a token", status_code=201)
def add_token(told: NewToken, service: ServiceOf, caller: AsAdmin) -> Response:
    """Make a token; this answer alone holds it."""
    wish = TokenWish(name=told.name, role=told.role, days=told.days)
    token, secret = make_token(service.store, wish, by=caller.name, now=service.now)
    return answer({"token": token, "secret": secret}, status=201)


@router.delete("/tokens/{token}", summary="Revoke a token")
def drop_token(token: str, service: ServiceOf, caller: AsAdmin) -> Response:
    """Let a token, by its id or its holder's name, open nothing from now on."""
    return answer({"token": revoke_token(service.store, token, by=caller.name, now=service.now)})
