"""What a story tells of owners, as stakes: its parties are holders, its words of belonging the ties between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from nongrata.lists import Designation
from nongrata.ownership.exposed import STORY
from nongrata.ownership.holder import Holder, number_of
from nongrata.ownership.holdings import Register, register_of
from nongrata.ownership.registers.from_lists import key_of
from nongrata.ownership.resolve import Listed
from nongrata.ownership.shares import UNTOLD, Share
from nongrata.ownership.stakes import Stake
from nongrata.parties import Cast, Party, PartyId, Tie
from nongrata.screening import Match

_MOST_NAMES = 12


def holder_of_story(party: Party) -> Holder:
    """Give a party of a story as a holder."""
    names = (party.name, *(mention.text for mention in party.mentions if mention.kind in ("full", "alias")))
    facts = [fact for fact in party.facts if fact.kind == "identifier" and ":" in fact.value]
    return Holder(
        id=f"party {party.id} of the story",
        names=tuple(dict.fromkeys(names))[:_MOST_NAMES],
        schema=party.schema,
        countries=tuple(fact.value for fact in party.facts if fact.kind == "country"),
        numbers=tuple(number_of(*fact.value.split(":", 1)) for fact in facts),
        source="the story",
    )


def register_of_story(cast: Cast, text: str, holders: Mapping[PartyId, Holder]) -> Register:
    """Give the stakes that a story's own words tell; each has them as its source."""
    return register_of([*holders.values(), *_stakes(cast.ties, text, holders)])


def _stakes(ties: Iterable[Tie], text: str, holders: Mapping[PartyId, Holder]) -> Iterator[Stake]:
    for tie in ties:
        yield Stake(
            owner=holders[tie.owner].id,
            owned=holders[tie.owned].id,
            share=UNTOLD if tie.share is None else Share(low=tie.share * 100, high=tie.share * 100),
            kind="parent" if tie.share is None else "shares",
            source=f"{STORY}“{' '.join(tie.span.of(text).split())}”",
        )


def listed_of_matches(matches: Sequence[Match]) -> tuple[Listed, ...]:
    """Give the listed party that a story's party was found to be; what is only possible apart."""
    return tuple(
        _listed([match for match in matches if match.verdict == verdict], verdict)
        for verdict in ("match", "possible")
        if any(match.verdict == verdict for match in matches)
    )


def _listed(matches: Sequence[Match], verdict: str) -> Listed:
    acts = tuple(
        Designation(
            list_id=match.list_id,
            entity_id=match.entity_id,
            caption=match.caption,
            programs=match.programs,
            listed_on=match.listed_on,
            delisted_on=match.delisted_on,
        )
        for match in matches
    )
    return Listed(
        keys=tuple(map(key_of, acts)),
        caption=matches[0].caption,
        names=tuple(dict.fromkeys(match.caption for match in matches)),
        schema="",
        acts=acts,
        verdict="match" if verdict == "match" else "possible",
        score=matches[0].score,
        says=tuple(reason.says for reason in matches[0].reasons),
    )
