"""For whom somebody speaks who says "we", "I" or "our company" of sanctions."""

from __future__ import annotations

from nongrata.events.claims.bodies import THE_BODY, body_spoken_of
from nongrata.events.claims.said import Said
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.who.actors import actors_at
from nongrata.events.who.pronouns import WE
from nongrata.parties import Party


def spoken_for(said: Said, parties: list[Party]) -> tuple[Party, ...]:
    """Give for whom "we" speaks: who says it, or whose man says it ("its chairman said")."""
    tree, bearer = said.scene.tree, said.stated.bearer
    if bearer is None or not _is_we(said, bearer):
        return ()
    sayers = [word for verb in tree.up(bearer) for word in tree.kids(verb, *SUBJECTS) if word != bearer]
    owners = [owner for sayer in sayers for owner in (*tree.kids(sayer, "poss"), sayer)]
    named = (
        party for word in owners for actor in actors_at(said.scene, word) for party in parties if party.id == actor
    )
    found = next(named, None) or body_spoken_of(parties, said)
    return (found,) if found else ()


def _is_we(said: Said, bearer: int) -> bool:
    """Be "we", "I", "our company"."""
    tree = said.scene.tree
    owners = tree.kids(bearer, "poss") if tree.lemma(bearer) in THE_BODY else ()
    return any(tree.tokens[word].text.lower() in WE for word in (bearer, *owners))
