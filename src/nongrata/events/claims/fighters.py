"""Which armed group "the rebels" and "the militants" mean, where a story speaks of sanctions on them."""

from __future__ import annotations

import re

from nongrata.events.claims.said import Said
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.who.described import may_be
from nongrata.mentions import Sentence
from nongrata.parties import Party
from nongrata.values import Span

_BESIDE = 6  # words before a name among which an attack on it is told: "killed three men of the ADF"
_NEAR = 40  # characters
_WORD = re.compile(r"\w+")
_OWN = frozenset({"s", "or", "whose"})
_OF = frozenset({"of", "from", "with", "the"})


def are_fighters_told_of(said: Said, bearer: int) -> bool:
    """Be those of a group told of before: "the rebels"."""
    tree = said.scene.tree
    is_the = any(tree.lemma(kid) in ("the", "these") for kid in tree.kids(bearer, "det"))
    return is_the and is_word(tree.lemma(bearer), "fighters")


def fighters_meant(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give the group that was told to fight last, here or in the sentence before, or whose fighters were told of."""
    bearer = said.stated.bearer
    if bearer is None or not are_fighters_told_of(said, bearer):
        return ()
    bodies = [party for party in parties if party.schema != "PublicBody" and may_be(said.scene, "militia", party.id)]
    lately = [each for each in (said.before, said.sentence) if each is not None]
    found = [
        (mention.span.start, party.id, party)
        for party in bodies
        for mention in party.mentions
        if mention.span.end <= said.span.start
        and (
            _has_fighters(said.scene.text, mention.span)
            or any(each.span.covers(mention.span) and _attacks(each, mention.span.end) for each in lately)
        )
    ]
    return (max(found, key=lambda row: row[:2])[2],) if found else ()


def _has_fighters(text: str, name: Span) -> bool:
    """Have fighters of its own, wherever it is named: "M23, whose fighters", "M23 rebels", "fighters of the ADF"."""
    behind = _WORD.findall(text[name.end : name.end + _NEAR])
    before = _WORD.findall(text[max(0, name.start - _NEAR) : name.start])[::-1]
    return _leads_to_fighters(behind, _OWN) or _leads_to_fighters(before, _OF)


def _leads_to_fighters(words: list[str], joints: frozenset[str]) -> bool:
    """Come to a word for fighters over small words and further names alone."""
    first = next((word for word in words if word not in joints and not word[0].isupper()), "")
    return is_word(first.removesuffix("s"), "fighters")


def _attacks(sentence: Sentence, end: int) -> bool:
    """Have an attack told beside the name that ends here."""
    words = [token for token in sentence.tokens if token.pos != "PUNCT"]
    at = next((index for index, token in enumerate(words) if token.span.end == end), None)
    near = [] if at is None else words[max(0, at - _BESIDE) : at] + words[at + 1 : at + 3]
    return any(is_word(token.lemma, "attack") for token in near)
