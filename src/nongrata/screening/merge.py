"""Two parties of a story that are the same listed person are one: "Kim Jong Un" and "Kim Chŏng-ŭn"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nongrata.lists import EntityId, ListId
from nongrata.parties import Cast, Party, PartyId, PartyMention
from nongrata.screening.record import Match


def merge_by_listing(cast: Cast, matches: Mapping[PartyId, Sequence[Match]]) -> Cast:
    """Give the cast with parties that match the very same listing made one, under the first one's id."""
    into: dict[PartyId, PartyId] = {}
    first: dict[tuple[ListId, EntityId], PartyId] = {}
    schema = {party.id: party.schema for party in cast.parties}
    for party in cast.parties:
        told = [(each.list_id, each.entity_id) for each in matches.get(party.id, ()) if each.verdict == "match"]
        is_person = party.schema == "Person"
        holders = [first[entry] for entry in told if entry in first]
        shared = Counter(each for each in holders if (schema[each] == "Person") == is_person)
        if shared:  # with most entries in common: "Ansar Allah" are the Houthis, though a list has it for Hizballah too
            into[party.id] = shared.most_common(1)[0][0]
            continue
        for entry in told:
            first.setdefault(entry, party.id)
    if not into:
        return cast
    others: dict[PartyId, list[Party]] = {}
    for party in cast.parties:
        if party.id in into:
            others.setdefault(into[party.id], []).append(party)
    merged = tuple(_with(party, others.get(party.id, ())) for party in cast.parties if party.id not in into)
    ties = tuple(
        replace(tie, owned=into.get(tie.owned, tie.owned), owner=into.get(tie.owner, tie.owner)) for tie in cast.ties
    )
    return Cast(parties=merged, ties=tuple(tie for tie in ties if tie.owned != tie.owner))


def _with(party: Party, others: Sequence[Party]) -> Party:
    if not others:
        return party
    told = [_as_alias(mention) for other in others for mention in other.mentions]
    mentions = sorted((*party.mentions, *told), key=lambda mention: mention.span)
    facts = dict.fromkeys((*party.facts, *(fact for other in others for fact in other.facts)))
    return replace(party, mentions=tuple(mentions), facts=tuple(facts))


def _as_alias(mention: PartyMention) -> PartyMention:
    return replace(mention, kind="alias") if mention.kind == "full" else mention
