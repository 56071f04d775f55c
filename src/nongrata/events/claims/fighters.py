"""Which armed group "the rebels" and "the militants" mean, where a story speaks of sanctions on them."""

from __future__ import annotations

from nongrata.events.claims.said import Said
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.who.described import may_be
from nongrata.mentions import Sentence, Token
from nongrata.parties import Party

_BESIDE = 3  # words before and after a name among which its fighters stand: "M23 rebels", "fighters of the ADF"
_BEHIND = 5


def are_fighters_told_of(said: Said, bearer: int) -> bool:
    """Be those of a group told of before: "the rebels"."""
    tree = said.scene.tree
    is_the = any(tree.lemma(kid) in ("the", "these") for kid in tree.kids(bearer, "det"))
    return is_the and is_word(tree.lemma(bearer), "fighters")


def fighters_meant(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give the group that was told to fight last, in this sentence or one before."""
    bearer = said.stated.bearer
    if bearer is None or not are_fighters_told_of(said, bearer):
        return ()
    bodies = [party for party in parties if party.schema != "PublicBody" and may_be(said.scene, "militia", party.id)]
    lately = [each for each in (said.before, said.sentence) if each is not None]
    found = [
        (mention.span.start, party.id, party)
        for party in bodies
        for mention in party.mentions
        for sentence in lately
        if sentence.span.covers(mention.span)
        and mention.span.end <= said.span.start
        and _fights(sentence, mention.span.end)
    ]
    return (max(found, key=lambda row: row[:2])[2],) if found else ()


def _fights(sentence: Sentence, end: int) -> bool:
    """Have fighters or an attack told beside the name that ends here."""
    words = [token for token in sentence.tokens if token.pos != "PUNCT"]
    at = next((index for index, token in enumerate(words) if token.span.end == end), None)
    if at is None:
        return False
    near = words[max(0, at - _BESIDE - 2) : at] + words[at + 1 : at + 1 + _BEHIND]
    return any(_is_of_fight(token) for token in near)


def _is_of_fight(token: Token) -> bool:
    return is_word(token.lemma, "fighters", "attack")
