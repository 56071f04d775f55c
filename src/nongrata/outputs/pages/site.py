"""What every page has: who looks at it, the frame around it, the key of its forms."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from nongrata.outputs.api.access import COOKIE, Caller, find_caller
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.api.service import Service, service_of
from nongrata.outputs.story.page import templates
from nongrata.store.tokens import Role
from nongrata.values.version import __version__

AREAS = (
    ("inbox", "/", "Inbox"),
    ("read", "/read", "Read"),
    ("search", "/search", "Search"),
    ("screen", "/screen", "Screen"),
    ("watch", "/watch", "Watch"),
    ("lists", "/lists", "Lists"),
    ("audit", "/audit", "Audit"),
)

MOST_COUNTED = 1_000  # alerts and stories that are counted

EXPORTS = (  # of one dossier, and of all
    ("ftm", "FollowTheMoney"),
    ("plover", "PLOVER"),
    ("csv", "parties as csv"),
    ("events-csv", "events as csv"),
    ("graphml", "GraphML"),
    ("gexf", "GEXF"),
)


_WRITING = (
    Lock()
)  # pages are written one by one: a quick answer shares the interpreter with one of them, not with twenty


class SignIn(Refusal):
    """A page that nobody may see who is not known: the way leads to the sign-in."""

    def __init__(self, path: str) -> None:
        super().__init__(303, "found nobody signed in", headers={"location": f"/sign-in?to={quote(path, safe='/')}"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One look at a page."""

    request: Request
    service: Service
    caller: Caller

    @property
    def session(self) -> str:
        """What stands for the one who looks: a cookie's words, or this machine."""
        return self.request.cookies.get(COOKIE, "this machine")

    @property
    def key(self) -> str:
        """What our forms send along."""
        return self.service.doors.form_key(self.session)

    @property
    def may_judge(self) -> bool:
        """May read stories and judge."""
        return self.caller.may("analyst")

    def page(self, name: str, *, area: str, title: str, status: int = 200, **told: object) -> HTMLResponse:
        """Give a page."""
        template = templates().get_template(f"pages/{name}.html.j2")
        waiting = self.service.store.alerts.count(state="new", most=MOST_COUNTED)
        with _WRITING:
            text = template.render(
                areas=AREAS,
                area=area,
                title=title,
                caller=self.caller,
                is_open=self.caller.token is None,
                key=self.key,
                may_judge=self.may_judge,
                waiting=waiting,
                version=__version__,
                **{"desk": None, **told},
            )
        return HTMLResponse(text, status_code=status)


async def visit_of(request: Request) -> Visit:
    """Give who looks. Raises SignIn for nobody known."""
    caller = await find_caller(request)
    if caller is None:
        raise SignIn(request.url.path)
    return Visit(request=request, service=await service_of(request), caller=caller)


async def sent_by(request: Request, key: Annotated[str, Form(max_length=200)] = "") -> Visit:
    """Give who sends a form of ours. Raises Refusal where it is none of ours."""
    visit = await visit_of(request)
    if not visit.service.doors.is_form_key(visit.session, key):
        raise Refusal(403, "found a form that is not of this page, or of a session that is over; wanted it sent anew")
    return visit


async def judged_by(visit: Annotated[Visit, Depends(sent_by)]) -> Visit:
    """Give who sends a form that only an analyst may send."""
    return allowed(visit, "analyst")


def allowed(visit: Visit, role: Role) -> Visit:
    """Give the visit of who may do what a role may. Raises Refusal for others."""
    if not visit.caller.may(role):
        raise Refusal(403, f"{visit.caller.name} may read here, and no more; wanted the token of an {role}")
    return visit


def go(path: str) -> Response:
    """Lead to another page of ours; never elsewhere."""
    ours = path if path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() else "/"
    return RedirectResponse(ours, status_code=303)


Looks = Annotated[Visit, Depends(visit_of)]
Sends = Annotated[Visit, Depends(sent_by)]
Judges = Annotated[Visit, Depends(judged_by)]
