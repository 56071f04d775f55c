"""Whether an act is a matter of states, courts and sanctions, or of sport, science and private life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nongrata.events.frames import load_verbs
from nongrata.events.merge import Draft
from nongrata.events.offices import WORD, is_office
from nongrata.events.record import Actor, Event, Government, Unnamed
from nongrata.events.scene import BODIES
from nongrata.parties import Party, PartyId

# Kinds of act in which companies and private bodies matter as well; their agreements and meetings are business.
_HARD = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST", "THREATEN", "ACCUSE", "REJECT", "AID", "COOPERATE"})
_ENOUGH = 3  # so many acts of states make a story one of politics, in which private people matter too


def keep_public(drafts: Sequence[Draft], parties: Mapping[PartyId, Party]) -> list[Draft]:
    """Give the acts that are public, and the private ones too where the story is one of politics."""
    public = [is_public(draft.event, parties) for draft in drafts]
    if sum(public) >= _ENOUGH or 2 * sum(public) > len(drafts):
        return list(drafts)
    return [draft for draft, keep in zip(drafts, public, strict=True) if keep]


def is_public(event: Event, parties: Mapping[PartyId, Party]) -> bool:
    """Have a state, an office or a crowd in it; for the harder acts any named body will do."""
    everybody = (*event.actors, *event.recipients)
    return any(_is_public(actor, parties, hard=event.type in _HARD) for actor in everybody)


def _is_public(actor: Actor, parties: Mapping[PartyId, Party], *, hard: bool) -> bool:
    if isinstance(actor, Government):
        return True
    if isinstance(actor, Unnamed):
        words = {word.removesuffix("s") for word in WORD.findall(actor.text.lower())}
        return bool(words & load_verbs().actors["crowd"]) and not words & load_verbs().actors["private"]
    party = parties.get(actor)
    if party is None:
        return False
    if party.schema == "PublicBody" or (hard and party.schema in BODIES):
        return True
    return any(fact.kind == "position" and is_office(fact.value) for fact in party.facts)
