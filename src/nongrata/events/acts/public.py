"""Whether an act is a matter of states, courts and sanctions, or of sport, science and private life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nongrata.events.acts.merge import Draft
from nongrata.events.record import Actor, Event, Government, Unnamed
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.offices import is_office, is_organ, nouns_in
from nongrata.events.sentence.scene import BODIES
from nongrata.parties import Party, PartyId

# Kinds of act in which companies and private bodies matter as well; their agreements and meetings are business.
_HARD = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST", "THREATEN", "ACCUSE", "REJECT", "AID", "COOPERATE"})
_SPOKEN = frozenset({"ACCUSE", "REJECT"})
_DONE_TO = frozenset({"AID", "COOPERATE", "SANCTION", "COERCE", "CONSULT"})
_DEALS = frozenset({"transfer", "ownership"})
_SHORT = 4  # sentences
_ENOUGH = 3  # so many acts of states make a story one of politics, in which private people matter too


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a story's parties: the parties, and which of them stand on a list."""

    parties: Mapping[PartyId, Party]
    listed: frozenset[PartyId] = frozenset()


def keep_public(drafts: Sequence[Draft], known: Known, *, sentences: int) -> list[Draft]:
    """Give the acts that are public, and the private ones too where the story is one of politics.

    What a listed party does, and what it is given, is public, whatever the story makes of it: it is what is asked for.

    In a story of other things, an act of states and courts counts only where one of these acts itself; of a text of
    few sentences most acts tell what it is about.
    """
    public = [is_public(draft.event, known) for draft in drafts]
    told = {draft.event.evidence for draft, is_one in zip(drafts, public, strict=True) if is_one and not draft.by_noun}
    official = [
        draft
        for draft in drafts
        if _is_by_office(draft, known) or _is_spoken(draft) or _is_done_to_listed(draft, known)
    ]
    is_politics = _ENOUGH <= sum(public) > len(drafts) / 2 and len(told) >= _ENOUGH
    if is_politics or (sentences <= _SHORT and 2 * sum(public) > len(drafts)):
        return list(drafts)
    return official


def _is_spoken(draft: Draft) -> bool:
    """Be an act of speech from one to another, which is what it says it is whoever speaks: "accused the referee"."""
    event = draft.event
    is_told_whole = bool(event.actors) and bool(event.recipients) and event.quote is None
    is_named = any(not isinstance(actor, Unnamed) for actor in (*event.actors, *event.recipients))
    return event.type in _SPOKEN and is_told_whole and is_named


def _is_done_to_listed(draft: Draft, known: Known) -> bool:
    """Be goods, money or a blow that a listed party gets, whoever gives it: "a driver sent money to Hezbollah"."""
    return draft.event.type in _DONE_TO and any(actor in known.listed for actor in draft.event.recipients)


def _is_by_office(draft: Draft, known: Known) -> bool:
    """Be done by a state, an office or its organ, or by a crowd; sanctions and arms matter whoever deals in them."""
    event = draft.event
    if event.type == "SANCTION" or (draft.sort == "transfer" and "military" in event.contexts):
        return is_public(event, known)
    if draft.sort in _DEALS and _is_deal_with_state(event, known):
        return True
    if event.type == "PROTEST":
        return any(isinstance(actor, Unnamed) and _is_public(actor, known, hard=False) for actor in event.actors)
    return any(_is_office(actor, known) for actor in event.actors)


def _is_deal_with_state(event: Event, known: Known) -> bool:
    """Be goods or a company that went to a state or came from one, and no private person's gift."""
    people = [known.parties[actor] for actor in event.actors if isinstance(actor, str) and actor in known.parties]
    is_private = any(party.schema == "Person" for party in people)
    return not is_private and any(isinstance(actor, Government) for actor in (*event.actors, *event.recipients))


def _is_office(actor: Actor, known: Known) -> bool:
    if isinstance(actor, Unnamed):
        return is_organ(actor.text)
    return _is_public(actor, known, hard=False)


def is_public(event: Event, known: Known) -> bool:
    """Have a state, an office or a crowd in it; for the harder acts any named body will do."""
    everybody = (*event.actors, *event.recipients)
    return any(_is_public(actor, known, hard=event.type in _HARD) for actor in everybody)


def _is_public(actor: Actor, known: Known, *, hard: bool) -> bool:
    if isinstance(actor, Government):
        return True
    if isinstance(actor, Unnamed):
        words = nouns_in(actor.text)
        return bool(words & load_verbs().actors["crowd"]) and not words & load_verbs().actors["private"]
    party = known.parties.get(actor)
    if party is None or actor in known.listed:
        return party is not None
    if party.schema == "PublicBody" or (hard and party.schema in BODIES):
        return True
    return any(fact.kind == "position" and is_office(fact.value) for fact in party.facts)
