"""Claims about sanctions that speak of nobody by name: of many, of a state, of somebody's people."""

from __future__ import annotations

from nongrata.events.claims.among import named_among
from nongrata.events.claims.bearers import maker_of, members_of, named_beside
from nongrata.events.claims.bodies import THE_BODY
from nongrata.events.claims.fighters import fighters_meant
from nongrata.events.claims.said import Said
from nongrata.events.claims.whereabouts import named_by
from nongrata.events.record import Government
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.tree import Tree
from nongrata.parties import Cast

_THOSE = ("both", "these", "all", "neither")
_NOBODY = frozenset({"none", "nobody", "anyone", "anybody", "someone", "somebody", "others", "everyone", "nothing"})


def is_of_some(said: Said, cast: Cast) -> bool:
    """Speak of things in general and of none by name: "cargoes on sanctioned ships", "his allies were not listed"."""
    parties, bearer, tree = list(cast.parties), said.stated.bearer, said.scene.tree
    if bearer is None:
        return False
    if _is_of_nobody(said, bearer) or _is_frozen_by_nobody(said):
        return True
    token = tree.tokens[bearer]
    if named_by(parties, token, tree.tokens) is not None or token.pos != "NOUN":
        return False
    owners = tree.kids(bearer, "poss")
    if any(tree.tokens[kid].text.lower() == "our" for kid in owners) and tree.lemma(bearer) in THE_BODY:
        return False
    if any(named_by(parties, tree.tokens[kid], tree.tokens) or tree.tokens[kid].pos == "PRON" for kid in owners):
        return token.tag == "NNS" or not is_word(tree.lemma(bearer), "head")
    if (maker := maker_of(said)) is not None and named_by(parties, tree.tokens[maker], tree.tokens) is not None:
        return False
    if token.tag != "NNS" or _are_known(tree, bearer) or fighters_meant(said, parties):
        return False
    return named_beside(said, parties) is None and not named_among(said.scene, bearer)


def _is_of_nobody(said: Said, bearer: int) -> bool:
    """Be about anybody, each name on a list, or a state: no list names one ("U.N. sanctions on Pyongyang")."""
    tree = said.scene.tree
    is_any = any(tree.lemma(kid) in ("any", "every") for kid in tree.kids(bearer, "det"))  # "any vessel on the list"
    if is_any or tree.tokens[bearer].text.lower() in _NOBODY or tree.lemma(bearer) == "name":
        return True
    return any(isinstance(said.scene.named.get(word), Government) for word in members_of(said)[:1])


def _is_frozen_by_nobody(said: Said) -> bool:
    """Be a freeze that no state is told to have ordered: banks and courts freeze accounts too."""
    tree = said.scene.tree
    is_frozen = any(is_word(tree.lemma(word), "freeze") and tree.is_verb(word) for word in said.stated.words)
    return is_frozen and not said.imposers.is_told


def _are_known(tree: Tree, bearer: int) -> bool:
    """Be those told of before: "both banks", "the two men"."""
    are_those = any(tree.lemma(kid) in _THOSE for kid in tree.kids(bearer, "det", "predet"))
    return are_those or bool(tree.kids(bearer, "nummod") and tree.kids(bearer, "det"))


def is_of_one(said: Said) -> bool:
    """Speak of somebody told of for the first time, or of somebody's: "a sanctioned businessman", "its manager"."""
    tree, bearer = said.scene.tree, said.stated.bearer
    if bearer is None or tree.tokens[bearer].pos != "NOUN":
        return False
    return bool(tree.kids(bearer, "poss")) or not said.imposers.is_told
