"""What the story itself says about sanctions, tied to a party and a regime and checked against the lists."""

from __future__ import annotations

from nongrata.articles import Story
from nongrata.events.bodies import kind_beside, kinds_of
from nongrata.events.claimants import parties_meant
from nongrata.events.generally import is_of_some
from nongrata.events.record import Claim
from nongrata.events.said import Said, find_said
from nongrata.events.since import day_told, note_on_day
from nongrata.events.verdicts import Screened, check_claim
from nongrata.mentions import Reading
from nongrata.parties import Cast, Party


def find_claims(text: str, story: Story, reading: Reading, cast: Cast, screened: Screened) -> tuple[Claim, ...]:
    """Give the story's claims about sanctions in the order of the text, each with its verdict and its basis."""
    claims = []
    for said in sorted(find_said(text, reading, cast), key=lambda said: said.span):
        if is_of_some(said, cast):
            continue
        for party in parties_meant(said, cast) or (None,):
            named = _described(party, said, cast, screened)
            verdict, basis = check_claim(said, named, screened)
            if verdict == "confirmed" and named is not None:
                asked = screened.of(named, said.imposers)
                basis += note_on_day(day_told(text, said, reading), asked, lifted=said.says == "lifted")
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


def _described(party: Party | None, said: Said, cast: Cast, screened: Screened) -> Party | None:
    """Give the party that a noun beside the claim describes ("a jet plant that is under …"), a listed one first."""
    kind = kind_beside(said)
    if kind is None:
        return party
    of_kind = [each for each in cast.parties if kind in kinds_of(each)]
    listed = [each for each in of_kind if any(match.verdict == "match" for match in screened.matches.get(each.id, ()))]
    return next(iter(listed or of_kind), party)
