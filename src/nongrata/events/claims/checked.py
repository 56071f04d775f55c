"""What the story itself says about sanctions, tied to a party and a regime and checked against the lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from nongrata.articles import Story
from nongrata.events.claims.bodies import kind_beside, kinds_of
from nongrata.events.claims.claimants import parties_meant
from nongrata.events.claims.generally import is_of_one, is_of_some
from nongrata.events.claims.said import Said
from nongrata.events.claims.sayings import find_said
from nongrata.events.claims.since import day_told, note_on_day
from nongrata.events.claims.verdicts import Screened, check_claim
from nongrata.events.record import Claim, Event
from nongrata.events.who.staged import Staged
from nongrata.mentions import Reading
from nongrata.parties import Cast, Party
from nongrata.values import PartialDate

_FRESH = timedelta(days=1)
_ACTS = ("SANCTION", "CONCEDE", "COERCE")
_NEAR = 45  # characters before a claim in which it is told when
_FOLLOWS = re.compile(r"\bfaces?\b|\b[Ss]o do(?:es)?\b|,? too\b")  # "was sanctioned too", of nobody's list
_AGO = re.compile(r"\b(?:day|week|month)s? (?:earlier|before|ago)\b")
_HAD = re.compile(
    r"(?:(?!\b(?:said|says|announced|told|confirmed|reported|added|that)\b).)*\bhad (?:\w+ly )?\w+(?:ed|en|ut)\b"
)


def find_claims(staged: Staged, reading: Reading, cast: Cast, screened: Screened) -> tuple[Claim, ...]:
    """Give the story's claims about sanctions in the order of the text, each with its verdict and its basis."""
    text = staged.stage.text
    claims: list[Claim] = []
    for bare in sorted(find_said(staged), key=lambda said: said.span):
        if is_of_some(bare, cast):
            continue
        said = bare.after_those(((claim.span.start, claim.party) for claim in claims), cast)
        for party in parties_meant(said, cast) or (None,):
            named = _described(party, said, cast, screened)
            if named is None and is_of_one(said):
                continue
            told = day_told(text, said, reading)
            verdict, basis = check_claim(said, named, screened, told)
            if verdict == "confirmed" and named is not None:
                asked = screened.of(named, said.imposers)
                basis += note_on_day(told, asked, lifted=said.says == "lifted")
            claims.append(
                Claim(
                    span=said.span,
                    party=named.id if named else None,
                    regimes=said.imposers.regimes,
                    verdict=verdict,
                    basis=basis,
                )
            )
    return tuple(claims)


def without_news(text: str, claims: Iterable[Claim], events: Sequence[Event], story: Story) -> tuple[Claim, ...]:
    """Give the claims but those of what was only now done: of these the acts tell ("on Friday lifted sanctions on").

    An act of the story's day or the one before it is news; so is its headline. What it tells as done before that
    ("had placed", "on Monday" in a paper of Wednesday) is none. What follows from it ("face a travel ban") is news too.
    """
    news = [event for event in events if event.type in _ACTS and _is_news(event, story)]

    def is_told(claim: Claim) -> bool:
        if _is_before(text, claim):
            return False
        if not claim.regimes and _FOLLOWS.search(text, claim.span.start, claim.span.end + len(", too")):
            return any(event.type == "SANCTION" and event.trigger.start < claim.span.start for event in news)
        in_title = story.title is not None and story.title.covers(claim.span)
        return any(
            event.trigger.overlaps(claim.span) or (in_title and claim.party in event.recipients) for event in news
        )

    return tuple(claim for claim in claims if not is_told(claim))


def _is_before(text: str, claim: Claim) -> bool:
    """Be told as done before: "had placed the exchange on its list a day earlier"; not "said that it had lifted"."""
    start = max(text.rfind(". ", 0, claim.span.start), text.rfind("\n", 0, claim.span.start), claim.span.start - _NEAR)
    here = max(0, start)
    return bool(_AGO.search(text, here, claim.span.end + _NEAR) or _HAD.match(text, here, claim.span.end))


def _is_news(event: Event, story: Story) -> bool:
    on, when = story.published.on, PartialDate(event.when) if event.when is not None else None
    if on is None or when is None or when.earliest != when.latest:  # "last week", "this month": told of as past
        return False
    return on - when.latest <= _FRESH


def _is_named_beside(party: Party, said: Said) -> bool:
    """Be named in the claim's own sentence: "Another tanker, the Jaguar, was listed"."""
    return any(said.sentence.span.covers(mention.span) for mention in party.mentions)


def _described(party: Party | None, said: Said, cast: Cast, screened: Screened) -> Party | None:
    """Give the party that a noun beside the claim describes ("a jet plant that is under …"), a listed one first."""
    kind = kind_beside(said)
    if kind is None or (party is not None and kind in kinds_of(party) and _is_named_beside(party, said)):
        return party
    of_kind = [each for each in cast.parties if kind in kinds_of(each)]
    listed = [each for each in of_kind if any(match.verdict == "match" for match in screened.matches.get(each.id, ()))]
    return next(iter(listed or of_kind), party)
