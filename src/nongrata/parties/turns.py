"""Who takes the turns of a transcript: "PAZ: Well, prosecutors arrived". They are not who is spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nongrata.mentions import Reading, Sentence
from nongrata.parties.record import Party, PartyId

_TURNS = 3  # so many sentences that begin with a name in capitals and a colon make a transcript
_WORDS = 5


def turn_takers(parties: Sequence[Party], reading: Reading) -> frozenset[PartyId]:
    """Give the people whose turns a transcript has."""
    labels = [label for sentence in reading.sentences if (label := frozenset(label_of(sentence)))]
    if len(labels) < _TURNS:
        return frozenset()
    words = frozenset[str]().union(*labels)
    people = (party for party in parties if party.schema == "Person")
    return frozenset(party.id for party in people if party.name.casefold().split()[-1] in words)


def label_of(sentence: Sentence) -> Iterator[str]:
    """Give the words in capitals before the colon with which a turn begins; none where it is no turn."""
    words = [token.text for token in sentence.tokens[:_WORDS]]
    if ":" not in words or not words.index(":"):
        return
    label = words[: words.index(":")]
    if all(word.isupper() and len(word) > 1 for word in label):
        yield from (word.casefold() for word in label)
