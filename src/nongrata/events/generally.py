"""Claims about sanctions that speak of nobody by name: of many, of a state, of somebody's people."""

from __future__ import annotations

from nongrata.events.bearers import maker_of, members_of, named_beside
from nongrata.events.bodies import THE_BODY
from nongrata.events.claim_words import is_word
from nongrata.events.record import Government
from nongrata.events.said import Said
from nongrata.events.whereabouts import named_by
from nongrata.parties import Cast

_NOBODY = frozenset({"none", "nobody", "anyone", "anybody", "someone", "somebody", "others", "everyone", "nothing"})


def is_of_some(said: Said, cast: Cast) -> bool:
    """Speak of things in general and of none by name: "cargoes on sanctioned ships", "his allies were not listed"."""
    parties, bearer, tree = list(cast.parties), said.stated.bearer, said.scene.tree
    if bearer is None:
        return False
    if tree.tokens[bearer].text.lower() in _NOBODY or tree.lemma(bearer) == "name":  # "each name on that list"
        return True
    if any(isinstance(said.scene.named.get(word), Government) for word in members_of(said)[:1]):
        return True  # "U.N. sanctions on Pyongyang": no list names a state
    token = tree.tokens[bearer]
    if named_by(parties, token, tree.tokens) is not None or token.pos != "NOUN":
        return False
    owners = tree.kids(bearer, "poss")
    is_ours = any(tree.tokens[kid].text.lower() == "our" for kid in owners) and tree.lemma(bearer) in THE_BODY
    if is_ours:
        return False
    is_owned = any(named_by(parties, tree.tokens[kid], tree.tokens) or tree.tokens[kid].pos == "PRON" for kid in owners)
    if is_owned:
        return token.tag == "NNS" or not is_word(tree.lemma(bearer), "head")
    if (maker := maker_of(said)) is not None and named_by(parties, tree.tokens[maker], tree.tokens) is not None:
        return False
    is_known = any(tree.lemma(kid) in ("both", "these", "all", "neither") for kid in tree.kids(bearer, "det", "predet"))
    is_known = is_known or bool(tree.kids(bearer, "nummod") and tree.kids(bearer, "det"))  # "the two men"
    return token.tag == "NNS" and not is_known and named_beside(said, parties) is None


def is_of_one(said: Said) -> bool:
    """Speak of somebody told of for the first time, or of somebody's: "a sanctioned businessman", "its manager"."""
    tree, bearer = said.scene.tree, said.stated.bearer
    if bearer is None or tree.tokens[bearer].pos != "NOUN":
        return False
    return bool(tree.kids(bearer, "poss")) or not said.imposers.is_told
