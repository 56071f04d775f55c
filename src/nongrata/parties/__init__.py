"""Who is one and the same within a story, and what is said of them."""

from nongrata.parties.cast import find_cast
from nongrata.parties.record import Cast, Fact, FactKind, MentionKind, Party, PartyId, PartyMention, Tie
from nongrata.parties.turns import label_of, turn_takers

__all__ = [
    "Cast",
    "Fact",
    "FactKind",
    "MentionKind",
    "Party",
    "PartyId",
    "PartyMention",
    "Tie",
    "find_cast",
    "label_of",
    "turn_takers",
]
