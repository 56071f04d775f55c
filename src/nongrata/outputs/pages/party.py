"""A party across stories, and a listed party: when it was listed, where it is named, what it did, who holds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from fastapi import APIRouter
from starlette.responses import HTMLResponse, Response

from nongrata.outputs.api.own.judgements import row_of
from nongrata.outputs.api.own.stories import found_party
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.pages.site import Looks, Visit
from nongrata.outputs.pages.time_line import time_line
from nongrata.outputs.pages.told_across import telling_rows
from nongrata.outputs.regimes import regime_of
from nongrata.outputs.story.page import templates
from nongrata.outputs.words import country_words, date_words, one_line
from nongrata.screening import ListedParty
from nongrata.store.record import Finding, KeptStory, Member
from nongrata.store.stories.happenings import EventQuery
from nongrata.store.stories.query import StoryQuery

router = APIRouter(include_in_schema=False)


@router.get("/parties/{member_id}")
def party(member_id: str, visit: Looks) -> Response:
    """Show a party of stories: its listings over time, its stories, its events, who holds it."""
    members, store = found_party(visit.service, member_id), visit.service.store
    first = members[0]
    names = tuple(dict.fromkeys(one_line(each.name) for each in members))
    findings = [each for member in members for each in store.parties.findings(member.id)]
    listed = _listed(visit, findings)
    events = store.happenings.find(EventQuery(party=first.id))
    return visit.page(
        "party",
        area="search",
        title=names[0],
        names=names,
        kind=_kind(members),
        facts=_facts(members),
        line=time_line(listed, today=visit.service.now.date()),
        listed=[(_path_of(visit, each), one_line(each.designations[0].caption)) for each in listed],
        stories=store.stories.find(StoryQuery(party=first.id)),
        events=telling_rows(events, store),
        entry=_entry(listed[0]) if listed else None,
        judgements=[
            row_of(kept, stands=stands) for kept, stands in visit.service.book.of(names, (each.id for each in members))
        ],
        back=f"/parties/{first.id}",
    )


@router.get("/listed/{entity_id}")
def listed_party(entity_id: str, visit: Looks) -> Response:
    """Show a listed party: what the lists say of it, and the stories that name it."""
    found = _listed_at(visit, entity_id)
    told = _about(found, visit)
    stories: dict[str, KeptStory] = {}
    for act in found.designations:
        for each in visit.service.store.stories.find(StoryQuery(entry=(act.list_id, act.entity_id))):
            stories[each.id] = each
    return visit.page(
        "listed",
        area="search",
        title=one_line(found.names[0].text),
        stories=tuple(stories.values()),
        entry=_entry(found),
        **told,
    )


@router.get("/listed/{entity_id}/preview")
def preview(entity_id: str, visit: Looks) -> Response:
    """Show a listed party in the small: what OpenRefine shows beside a row."""
    found = _listed_at(visit, entity_id)
    told = {**_about(found, visit), "title": one_line(found.names[0].text)}
    return HTMLResponse(templates().get_template("pages/preview.html.j2").render(told))


def _listed_at(visit: Visit, entity_id: str) -> ListedParty:
    lists = visit.service.lists
    place = lists.listed.places.get(entity_id)
    if place is None:
        raise Refusal(404, f"found no listed party {entity_id[:60]!r}; it may have left the lists")
    return lists.index.parties[place]


def _about(party: ListedParty, visit: Visit) -> dict[str, Any]:  # what a template is told has no one type
    return {
        "names": [(one_line(name.text), name.kind) for name in party.names],
        "kind": party.schema,
        "facts": _listed_facts(party),
        "line": time_line([party], today=visit.service.now.date()),
        "reasons": [(regime_of(a.list_id), one_line(a.reason)) for a in party.designations if a.reason],
    }


def _listed(visit: Visit, findings: Iterable[Finding]) -> list[ListedParty]:
    """Give the listed parties that the members were found to be, each once."""
    lists = visit.service.lists
    entries = {(each.list_id, each.entity_id) for each in findings if each.verdict == "match"}
    places = {place for entry in entries if (place := lists.listed.place_of_entry(entry[0], entry[1])) is not None}
    return [lists.index.parties[place] for place in sorted(places)]


def _path_of(visit: Visit, party: ListedParty) -> str:
    return f"/listed/{visit.service.lists.listed.of_party(party).entity['id']}"


def _entry(party: ListedParty) -> str:
    act = party.designations[0]
    return f"{act.list_id}:{act.entity_id}"


def _kind(members: Sequence[Member]) -> str:
    return next((each.schema for each in members if each.schema != "LegalEntity"), members[0].schema)


def _facts(members: Sequence[Member]) -> list[tuple[str, str]]:
    told = dict.fromkeys(fact for member in members for fact in member.facts)
    return [(kind.replace("_", " "), country_words(v) if kind == "country" else one_line(v)) for kind, v in told]


def _listed_facts(party: ListedParty) -> list[tuple[str, str]]:
    born = [("born", date_words(str(day))) for day in dict.fromkeys(day for day, _who in party.birth_dates)]
    tied = [("country", country_words(code)) for code in sorted(party.countries)]
    jobs = [("position", one_line(job)) for job in party.positions[:12]]
    numbers = [(each.kind.replace("_", " "), one_line(each.value)) for each in party.identifiers[:30]]
    return [*born, *tied, *jobs, *numbers]
