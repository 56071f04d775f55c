"""Units whose name begins with their owner's: "NIS Petrol, the wholly owned subsidiary", where the story has NIS."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from nongrata.parties.record import Party, Tie
from nongrata.values import Span

# Behind the name: a unit, and of nobody who is named
_A_UNIT = re.compile(
    r", (?:the|its|a|an) (?:[a-z-]+ ){0,2}?(?P<wholly>(?:wholly|fully)[ -]owned )?(?:[a-z-]+ ){0,2}?"
    r"(?:unit|subsidiary|division|arm|branch|affiliate)\b(?! of\b)"
)
_FAR = 80  # characters of such an apposition


def ties_by_name(text: str, parties: Sequence[Party]) -> Iterator[Tie]:
    """Give a tie for each party that is told to be a unit, to the one with whose name its own begins."""
    names = {
        mention.span.of(text): party for party in parties for mention in party.mentions if mention.kind != "pronoun"
    }
    for party in parties:
        owner = names.get(party.name.rpartition(" ")[0])
        if owner is None or "Person" in (party.schema, owner.schema) or owner is party:
            continue
        for mention in party.mentions:
            if match := _A_UNIT.match(text, mention.span.end, mention.span.end + _FAR):
                share = Fraction(1) if match["wholly"] else None
                yield Tie(owned=party.id, owner=owner.id, share=share, span=Span(mention.span.start, match.end()))
                break
