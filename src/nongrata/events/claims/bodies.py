"""Which body "the company" or "a plant that …" means, where a story speaks of sanctions on it."""

from __future__ import annotations

import re

from nongrata.events.claims.said import Said
from nongrata.events.claims.whereabouts import inside, last_in
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.mentions import Sentence
from nongrata.parties import Party

_KINDS = ("plant", "factory", "shipyard", "refinery", "bank", "airline", "tanker", "vessel", "ship")
_SAME_KIND = {"factory": "plant", "vessel": "tanker", "ship": "tanker"}
THE_BODY = ("it", "company", "firm", "group", "corporation", "lender", "exchange", "bank", "vessel", "ship", "tanker")
THAT_BODY = re.compile(rf"\b(?:the|this) (?:{'|'.join(THE_BODY[1:])})\b", re.IGNORECASE)


def body_spoken_of(parties: list[Party], said: Said) -> Party | None:
    """Give the body that "the company" takes up: the subject of the sentence before, else the one named last."""
    bodies = [party for party in parties if party.schema not in ("Person", "PublicBody")]
    before = said.before
    tokens = () if before is None else before.tokens
    subjects = [token for token in tokens if token.dep in SUBJECTS and tokens[token.head].dep == "ROOT"]
    about = (inside(bodies, subject.span) for subject in subjects)
    here = last_in(bodies, said.sentence.span.start, said.span.start)
    return here or next((body for body in about if body is not None), None) or last_in(bodies, 0, said.span.start)


def body_introduced(parties: list[Party], sentence: Sentence | None) -> Party | None:
    """Give the first body that a sentence names for the first time: "a front company that Britain listed. …"."""
    if sentence is None:
        return None
    bodies = [party for party in parties if party.schema not in ("Person", "PublicBody")]
    firsts = [(min(m.span.start for m in body.mentions), body.id, body) for body in bodies if body.mentions]
    here = [first for first in firsts if sentence.span.start <= first[0] < sentence.span.end]
    return min(here, key=lambda first: first[:2])[2] if here else None


def kinds_of(party: Party) -> set[str]:
    """Give the kinds of thing that the party's names say it is: plant, bank, tanker."""
    words = {word for mention in party.mentions for word in mention.text.lower().split()}
    kinds = {_SAME_KIND.get(word, word) for word in words if word in _KINDS}
    return kinds | ({"tanker"} if party.schema == "Vessel" else set())


def kind_beside(said: Said) -> str | None:
    """Give the kind that the noun which bears the claim tells: "a jet plant that is under sanctions"."""
    bearer, tree = said.stated.bearer, said.scene.tree
    if bearer is None or (tree.kids(bearer, "poss") and tree.tokens[bearer].pos == "NOUN"):
        return (
            None  # "Myanmar's central bank" is no bank of the story's; a headline's "North Korea's Kim" owns no plant
        )
    word = tree.tokens[bearer].text.lower()
    return _SAME_KIND.get(word, word) if word in _KINDS else None
