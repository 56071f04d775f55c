"""A party across stories, and a listed party: when it was listed, where it is named, what it did, who holds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import HTMLResponse, Response

from nongrata.lists import Designation
from nongrata.outputs.api.own.judgements import is_about, row_of
from nongrata.outputs.api.own.stories import found_party
from nongrata.outputs.api.problems import Refusal
from nongrata.outputs.own.as_json import owned_as_json
from nongrata.outputs.pages.site import Looks, Visit
from nongrata.outputs.pages.told_across import telling_rows
from nongrata.outputs.regimes import list_title, regime_of
from nongrata.outputs.story.cards import is_web
from nongrata.outputs.story.page import templates
from nongrata.outputs.words import country_words, date_words, one_line
from nongrata.screening import ListedParty
from nongrata.store.happenings import EventQuery
from nongrata.store.record import Finding, KeptStory, Member
from nongrata.store.story_query import StoryQuery

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """How long one list has named the party: a bar of the time line."""

    regime: str
    title: str
    entity_id: str
    caption: str
    programs: tuple[str, ...]
    authority: str | None
    url: str | None
    says: str
    x: float  # where the bar begins, 0 to 100
    width: float
    is_open: bool  # still listed
    is_dated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """The bars of a party's listings, and the years beneath them."""

    spells: tuple[Spell, ...]
    years: tuple[tuple[int, float], ...]


@router.get("/parties/{member_id}")
def party(member_id: str, visit: Looks) -> Response:
    """Show a party of stories: its listings over time, its stories, its events, who holds it."""
    members, store = found_party(visit.service, member_id), visit.service.store
    first = members[0]
    names = tuple(dict.fromkeys(one_line(each.name) for each in members))
    findings = [each for member in members for each in store.parties.findings(member.id)]
    listed = _listed(visit, findings)
    events = store.happenings.find(EventQuery(party=first.id))
    held = {kept.number for kept in store.judgements.standing()}
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
            row_of(kept, stands=kept.number in held)
            for kept in store.judgements.all()
            if any(is_about(kept, each.name) for each in members)
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


@router.get("/ownership")
def ownership(visit: Looks, party: Annotated[str, Query(min_length=1, max_length=300)]) -> Response:
    """Show who holds a party, and what each regime's law makes of that."""
    desk = visit.service.lists.desk
    found, owned = desk.own(party)
    told = owned_as_json(found, owned, desk.index.versions, desk.ledger.sources)
    return visit.page("ownership", area="search", title=f"Who holds {one_line(owned.label)}", asked=party, told=told)


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


def time_line(parties: Iterable[ListedParty], *, today: date) -> TimeLine | None:
    """Give the listings of parties as bars over the years; None for none."""
    acts = [act for party in parties for act in party.designations]
    if not acts:
        return None
    begun = [act.listed_on.earliest.year for act in acts if act.listed_on is not None]
    first = min([*begun, today.year - 2])
    days = (today - date(first, 1, 1)).days or 1
    spells = sorted((_spell(act, first, days, today) for act in acts), key=lambda each: (not each.is_dated, each.x))
    step = max(1, (today.year - first) // 6)
    years = ((year, 100 * (date(year, 1, 1) - date(first, 1, 1)).days / days) for year in range(first, today.year + 1))
    return TimeLine(spells=tuple(spells), years=tuple(pair for pair in years if (pair[0] - first) % step == 0))


def _spell(act: Designation, first: int, days: int, today: date) -> Spell:
    start = None if act.listed_on is None else act.listed_on.earliest
    end = today if act.delisted_on is None else act.delisted_on.latest
    x = 0.0 if start is None else 100 * (start - date(first, 1, 1)).days / days
    since = "since when is not told" if act.listed_on is None else f"since {date_words(str(act.listed_on))}"
    until = "" if act.delisted_on is None else f", until {date_words(str(act.delisted_on))}"
    return Spell(
        regime=one_line(regime_of(act.list_id)),
        title=one_line(list_title(act.list_id)),
        entity_id=one_line(act.entity_id),
        caption=one_line(act.caption),
        programs=tuple(map(one_line, act.programs)),
        authority=None if act.authority is None else one_line(act.authority),
        url=act.source_url if is_web(act.source_url) else None,
        says=since + until,
        x=x,
        width=max(0.8, 100 * (min(end, today) - date(first, 1, 1)).days / days - x),
        is_open=act.delisted_on is None,
        is_dated=start is not None,
    )
