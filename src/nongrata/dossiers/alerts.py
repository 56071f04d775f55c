"""An Alert: that something a desk watches for stands in a story, by which rule, in words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NewType

from nongrata.dossiers.record import ScreenedParty, StoryReport
from nongrata.events import Event
from nongrata.events.claims.regimes import REGIME_OF_LIST
from nongrata.parties import PartyId
from nongrata.values import fold

AlertId = NewType("AlertId", str)
AlertState = Literal["new", "seen", "closed"]

_EXPOSED = ("listed", "owned")
_NOT_DONE = frozenset(("negated", "hypothetical"))
_LONGEST = 300  # letters of a sentence in an alert


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One alert. Its id comes from what it is about, so that the same one is not raised twice."""

    id: AlertId
    rule: str
    story: str | None  # the id of the stored story
    made_at: datetime
    says: str  # a sentence that a person can check
    about: Mapping[str, object]  # what the rule found: the party, the listing, the event, the client; JSON values
    state: AlertState = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A story as the rules look at it."""

    story: str  # its id
    text_id: str  # of the text: copies in forty papers are one
    uri: str
    text: str
    report: StoryReport
    clients: Mapping[PartyId, Sequence[str]] = field(default_factory=dict)  # the clients that a party may be


Found = tuple[ScreenedParty, str, Mapping[str, object]]  # whom it is about, what it says, what else it tells
Rule = Callable[[Sighting], Iterator[Found]]


def alerts_for(old: frozenset[str] | None, new: Sighting, *, at: datetime) -> list[Alert]:
    """Give the alerts of a story that was read.

    `old` holds the names of those who were listed or owned when it was read before, None where it was not: of a story
    that is asked again only who has become exposed since is told.
    """
    rules = RULES if old is None else AGAIN
    found = [(rule.__name__, each) for rule in rules for each in rule(new)]
    if old is not None:
        found = [(name, each) for name, each in found if fold(each[0].party.name) not in old]
    return [_alert(name, each, new, at=at) for name, each in found]


def is_over(alert: Alert, again: Sighting) -> bool:
    """Be about somebody who was listed or owned when the alert was raised, and is neither in the story read again."""
    exposed = {fold(each.party.name) for each in _exposed(again)}
    is_on_exposed = alert.rule in ON_EXPOSED and alert.about.get("exposure") in _EXPOSED
    return is_on_exposed and fold(str(alert.about.get("name", ""))) not in exposed


def listed_acts(sighting: Sighting) -> Iterator[Found]:
    """A party that is listed, or owned by one, does something."""
    for screened in _exposed(sighting):
        acts = [event for event in _told(sighting) if screened.party.id in event.actors]
        if acts:
            first = _sentence(acts[0], sighting)
            types = ", ".join(dict.fromkeys(event.type for event in acts))
            says = f"{screened.party.name} ({_regimes(screened)}): “{first}”"
            yield screened, says, {"events": [event.id for event in acts], "types": types}


def listed_named(sighting: Sighting) -> Iterator[Found]:
    """A party that is listed, or owned by one, is named and does nothing that is told."""
    acting = {actor for event in _told(sighting) for actor in event.actors}
    for screened in _exposed(sighting):
        if screened.party.id not in acting:
            yield screened, f"{screened.party.name} ({_regimes(screened)}) is named", {}


def client_near_listed(sighting: Sighting) -> Iterator[Found]:
    """A client stands in a story beside a party that is listed, or owned by one."""
    exposed = list(_exposed(sighting))
    for screened, clients in _clients(sighting):
        near = [each.party.name for each in exposed if each.party.id != screened.party.id]
        if near:
            names = ", ".join(near[:5])
            yield screened, f"client {clients[0]} is in a story with {names}", {"clients": clients, "near": near}


def client_named(sighting: Sighting) -> Iterator[Found]:
    """A client is in a story without anybody who is listed."""
    exposed = {each.party.id for each in _exposed(sighting)}
    for screened, clients in _clients(sighting):
        if not exposed - {screened.party.id}:
            yield screened, f"client {clients[0]} is in the news", {"clients": clients}


def newly_exposed(sighting: Sighting) -> Iterator[Found]:
    """A party of a story that was kept before is listed now, or owned by one who is."""
    for screened in _exposed(sighting):
        says = f"{screened.party.name}, in a story kept before, is now {screened.exposure}: {_regimes(screened)}"
        yield screened, says, {}


RULES: tuple[Rule, ...] = (listed_acts, listed_named, client_near_listed, client_named)
AGAIN: tuple[Rule, ...] = (newly_exposed,)
ALL_RULES = (*RULES, *AGAIN)
ON_EXPOSED = frozenset(each.__name__ for each in (listed_acts, listed_named, newly_exposed))


def _alert(rule: str, found: Found, sighting: Sighting, *, at: datetime) -> Alert:
    screened, says, about = found
    told = "\0".join((rule, sighting.text_id, _known_as(screened)))
    title = sighting.report.story.title
    return Alert(
        id=AlertId(hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]),
        rule=rule,
        story=sighting.story,
        made_at=at,
        says=says,
        about={
            **about,
            "uri": sighting.uri,
            "title": None if title is None else " ".join(title.of(sighting.text).split())[:_LONGEST],
            "party": screened.party.id,
            "name": screened.party.name,
            "exposure": screened.exposure,
            "entries": list(_entries(screened)),
        },
    )


def _known_as(screened: ScreenedParty) -> str:
    return min(_entries(screened), default=fold(screened.party.name))


def _entries(screened: ScreenedParty) -> Iterable[str]:
    return [f"{match.list_id}:{match.entity_id}" for match in screened.matches if match.verdict == "match"]


def _exposed(sighting: Sighting) -> Iterator[ScreenedParty]:
    return (each for each in sighting.report.parties if each.exposure in _EXPOSED)


def _clients(sighting: Sighting) -> Iterator[tuple[ScreenedParty, list[str]]]:
    for screened in sighting.report.parties:
        if clients := list(sighting.clients.get(screened.party.id, ())):
            yield screened, clients


def _told(sighting: Sighting) -> Iterator[Event]:
    return (event for event in sighting.report.events if event.status not in _NOT_DONE)


def _regimes(screened: ScreenedParty) -> str:
    """Give who listed the party, as one says it: "US, EU"."""
    matched = [match.list_id for match in screened.matches if match.verdict == "match"]
    named = dict.fromkeys(REGIME_OF_LIST.get(each, "").upper() or each for each in matched)
    return ", ".join(named) or screened.exposure


def _sentence(event: Event, sighting: Sighting) -> str:
    return " ".join(event.evidence[0].of(sighting.text).split())[:_LONGEST] if event.evidence else ""
