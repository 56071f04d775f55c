"""How a claim's measure or list hangs in its sentence, and what is stated by that."""

from __future__ import annotations

from typing import NamedTuple

from nongrata.events.claims.imposers import before_list, before_own, imposers_by
from nongrata.events.claims.stated import AUXILIARIES, Says, Stated, Words
from nongrata.events.claims.vouched import is_thought_of, turned
from nongrata.events.claims.whom import below, meant
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree

ON = ("on", "against", "upon")
THOSE = ("those", "that")  # measures or lists of others: "but not those of Japan"
_BESIDE = ("under", "on")


class Slot(NamedTuple):
    """A measure or list, the preposition before it if there is one, and the word above: "is", "under", "sanctions"."""

    above: int
    noun: int
    prep: int | None = None


def first_of_list(tree: Tree, word: int) -> int:
    """Give the first of the nouns in whose list one stands: "hit with export curbs and | sanctions"."""
    while tree.dep(word) == "conj" and tree.tokens[tree.head(word)].pos in ("NOUN", "PROPN"):
        word = tree.head(word)
    return word


def target_of(tree: Tree, word: int) -> int | None:
    """Give on whom a measure is: "sanctions on X", "sanctions imposed on X", "sanctions by the EU on X"."""
    if is_word(tree.lemma(word), "naming"):  # "its EU listing", "the designation of the bank by the Treasury"
        owners = (*below(tree, word, "of"), *tree.kids(word, "poss"))  # "the bloc's listing of the bank"
        return meant(tree, owners[0]) if owners else None
    is_lifted = tree.is_passive(tree.head(word)) and is_word(tree.lemma(tree.head(word)), "lift")
    if is_lifted or tree.kids(word, "compound", "amod"):  # "lost an appeal against his EU sanctions", "his were lifted"
        owners = tuple(kid for kid in tree.kids(word, "poss") if tree.tokens[kid].text.lower() in ("his", "her"))
        if owners:
            return owners[0]
    for host in (word, *tree.kids(word, "conj", "acl", "relcl")):
        preps = [prep for prep in tree.kids(host, "prep", "agent") if tree.lemma(prep) in ("by", "in")]
        by = [noun for prep in preps for noun in tree.kids(prep, "pobj")]
        if found := [whom for each in (host, *by) for whom in below(tree, each, *ON)]:
            return found[0]
        if tree.tokens[host].tag == "VBG" and (things := tree.kids(host, "dobj")):
            return things[0]
    return _hung_above(tree, word)


def _hung_above(tree: Tree, word: int) -> int | None:
    """Give on whom it is where that was hung on the verb: "called the sanctions | on him a medal"."""
    verb = tree.head(word)
    if tree.dep(word) != "dobj" or word + 1 not in tree.kids(verb, "prep"):
        return None
    return next((whom for whom in below(tree, verb, *ON) if tree.head(whom) == word + 1), None)


def stated_of(scene: Scene, slot: Slot, bearer: int | None, says: Says) -> Stated | None:
    """Give the claim of a verb and its noun, turned round where it is denied; None where it is only thought of."""
    tree, verb = scene.tree, slot.above
    chain = (*_neither(scene, slot.noun), *_chain(tree, slot))
    if chain[-1] not in (slot.noun, slot.prep) and is_thought_of(tree, chain[-1]):
        return None
    inside = (bearer,) if bearer is not None and chain[-1] == verb and verb < bearer else ()
    by = imposers_by(scene, slot.noun, verb if tree.is_verb(verb) else None)
    return Stated(words=(*chain, *inside), bearer=bearer, by=by, says=turned(tree, says, *chain))


def _neither(scene: Scene, noun: int) -> Words:
    """Give the "neither" that leads to a noun by way of states: "under | neither | U.S. nor EU sanctions"."""
    ahead = range(before_list(scene, before_own(scene.tree, noun)) + 1, noun)
    return tuple(word for word in ahead if scene.tree.tokens[word].text.lower() == "neither")


def _chain(tree: Tree, slot: Slot) -> Words:
    """Give the words that make the claim, the predicate last: "sanctions", "under", "is"."""
    verb, prep = slot.above, slot.prep
    chain = (slot.noun,) if prep is None else (slot.noun, prep)
    is_beside = prep is not None and tree.lemma(prep) in _BESIDE and not is_word(tree.lemma(verb), "be", "put")
    is_apart = prep is not None and tree.head(prep) != verb and not is_word(tree.lemma(tree.head(prep)), "target")
    if tree.dep(slot.noun) == "conj" and tree.lemma(slot.noun) in THOSE:
        return (slot.noun, *(each for kid in tree.kids(slot.noun, "prep") for each in tree.subtree(kid)))[::-1]
    is_second = prep is not None and prep > 0 and tree.dep(prep - 1) == "cc"
    if prep is not None and (tree.dep(prep) == "conj" or is_second):  # "is on a list since 2014 and under sanctions"
        return chain
    if is_apart and tree.is_verb(verb):
        return chain  # "is under U.S. sanctions but not under those of the EU": the verb is told already
    if tree.is_verb(verb):  # "under sanctions since 2018, he cannot travel": told beside another act
        return chain if is_beside else (*chain, *tree.kids(verb, *AUXILIARIES), verb)
    if tree.tokens[verb].pos == "ADJ" or is_word(tree.lemma(verb), "removal"):
        return (*chain, verb, *((tree.head(verb),) if tree.is_verb(tree.head(verb)) else ()))
    return chain
