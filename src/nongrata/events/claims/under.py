"""Claims made with a preposition: "is under sanctions", "struck from the list", "hit with a travel ban"."""

from __future__ import annotations

from collections.abc import Callable

from nongrata.events.claims.imposers import before_list, before_own
from nongrata.events.claims.measures import is_roster
from nongrata.events.claims.off import stated_off, stated_outside, stated_target, stated_with
from nongrata.events.claims.slot import THOSE, Slot, first_of_list, stated_of, target_of
from nongrata.events.claims.stated import Stated
from nongrata.events.claims.vouched import is_asked_for
from nongrata.events.claims.whom import below, meant, object_of, of_adjective, subject_of
from nongrata.events.record import Government
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree

_LIST_ONLY = ("on", "in", "among", "onto")
_WAY = ("way", "place", "home")  # "found its way onto the list"


def stated_by_preposition(scene: Scene, word: int) -> Stated | None:
    """Read "under", "on", "from" and "with" by what they hang on."""
    tree = scene.tree
    prep = _governor(scene, word)
    if prep is None or target_of(tree, word) is not None:
        return None  # "under sanctions on Russia"
    above = tree.head(prep)
    while _only_leads(tree, above) and tree.head(above) != above:
        above = tree.head(above)
    for preps, way in PREPOSITIONS:
        if tree.lemma(prep) in preps and (found := way(scene, word, prep, above)) is not None:
            return found
    return None


def _only_leads(tree: Tree, word: int) -> bool:
    """Be a word between the phrase and what it hangs on: "but, contrary to a notice, not under those of the U.N."."""
    is_told = is_word(tree.lemma(word), "subject", "free", "spared")
    return tree.tokens[word].pos in ("ADP", "SCONJ", "ADV") or (tree.tokens[word].pos == "ADJ" and not is_told)


def _governor(scene: Scene, word: int) -> int | None:
    """Give the preposition of a noun, before the states of a list too: "under U.S., EU and British sanctions"."""
    tree = scene.tree
    if tree.dep(first := first_of_list(tree, word)) == "pobj":
        return tree.head(first)
    if tree.lemma(word) in THOSE and tree.dep(word) == "conj":  # "is under U.S. sanctions, but not | those of Japan"
        return next((prep for prep in tree.kids(tree.head(word), "prep") if tree.lemma(prep) in ("under", "on")), None)
    at = before_list(scene, before_own(tree, word))
    is_list = (
        at >= 0 and tree.tokens[at].pos == "ADP" and tree.dep(word) in ("conj", "npadvmod", "appos", "dep", "nmod")
    )
    return at if is_list else None


def _under(scene: Scene, word: int, prep: int, above: int) -> Stated | None:
    """Read "is under sanctions", "put on a list", "subject to an asset freeze", "the bank, under sanctions since"."""
    tree, lemma = scene.tree, scene.tree.lemma(prep)
    if (lemma == "under") if is_roster(scene, word) else (lemma in _LIST_ONLY):
        return None
    if lemma in ("in", "by") and is_word(tree.lemma(above), "spared") and tree.is_passive(above):
        return stated_of(scene, Slot(above, word, prep), subject_of(tree, above), "not listed")
    if is_word(tree.lemma(above), "inclusion"):
        return _by_inclusion(scene, Slot(above, word, prep))
    if lemma in ("in", "to") and not is_word(tree.lemma(above), "put", "subject", "be"):
        return None
    aside = _in_commas(tree, prep, above)
    if aside is not None and not isinstance(scene.named.get(aside), Government):
        return stated_of(scene, Slot(aside, word, prep), aside, "listed")
    bearer = _before_comma(tree, prep, above)
    bearer = bearer if bearer is not None else _held(tree, prep, above)
    if isinstance(scene.named.get(-1 if bearer is None else bearer), Government):
        return None  # "is banned from entering the Union under sanctions of 2022"
    return None if bearer is None else stated_of(scene, Slot(above, word, prep), bearer, "listed")


def _by_inclusion(scene: Scene, slot: Slot) -> Stated | None:
    """Read "his inclusion on the EU's list", "the addition of the bank to the list", unless it is asked for."""
    tree = scene.tree
    owners = (*below(tree, slot.above, "of"), *tree.kids(slot.above, "poss"))
    return stated_of(scene, slot, owners[0], "listed") if owners and not is_asked_for(tree, slot.above) else None


def _in_commas(tree: Tree, prep: int, above: int) -> int | None:
    """Give whom an aside with an adverb is about: "the refiner, newly on the British list, is not among those"."""
    adverb = prep - 1
    is_aside = adverb > 1 and tree.tokens[adverb].pos == "ADV" and tree.tokens[adverb - 1].text in (",", "–", "—")
    noun = adverb - 2
    kinds = ("PROPN", "NOUN") if prep < above else ("PROPN",)  # "is owned by Rosneft, currently under sanctions"
    return noun if is_aside and tree.tokens[noun].pos in kinds else None


def _before_comma(tree: Tree, prep: int, above: int) -> int | None:
    """Give the noun that the comma before the phrase closes: "sold it to the bank, under sanctions since 2014"."""
    is_after = prep > 1 and tree.tokens[prep - 1].text in (",", "–", "—") and above < prep
    is_aside = is_after and tree.dep(prep) == "prep" and not is_word(tree.lemma(above), "be", "put")
    return prep - 2 if is_aside and tree.tokens[prep - 2].pos in ("PROPN", "NOUN") else None


def _held(tree: Tree, prep: int, above: int) -> int | None:
    """Give who is under it: a noun before it, the subject of a state, who is put there."""
    lemma, pos = tree.lemma(above), tree.tokens[above].pos
    if lemma in _WAY and tree.dep(above) == "dobj":
        return subject_of(tree, tree.head(above))
    if pos in ("NOUN", "PROPN", "PRON"):
        return _put_there(tree, above) if above < prep else None
    if pos == "ADJ" and is_word(lemma, "subject"):
        return of_adjective(tree, above)
    if not tree.is_verb(above):
        return None
    thing = None if tree.is_passive(above) or not is_word(lemma, "put") else object_of(tree, above)
    if thing is not None and tree.lemma(thing) not in _WAY:
        return thing
    beside = [kid for kid in tree.kids(above, "dobj") if max(tree.subtree(kid)) == prep - 1]
    if beside and not is_word(lemma, "be", "put") and tree.lemma(prep) == "under":
        return meant(tree, beside[0])  # "tours a drone maker under sanctions"
    is_there = is_word(lemma, "be") or (is_word(lemma, "put") and tree.is_passive(above))
    return subject_of(tree, above) if is_there or prep < above else None


def _put_there(tree: Tree, noun: int) -> int:
    """Give the noun, or the object that it ends: "kept him and his firms on the blacklist"."""
    for each in (noun, *tree.up(noun)):
        verb = tree.head(each)
        if tree.dep(each) in ("dobj", "conj", "npadvmod") and tree.is_verb(verb) and is_word(tree.lemma(verb), "put"):
            thing = object_of(tree, verb)
            return meant(tree, each) if thing is None else thing
        if tree.dep(each) not in ("conj", "prep", "pobj"):
            break
    return meant(tree, noun)


PREPOSITIONS: tuple[tuple[tuple[str, ...], Callable[[Scene, int, int, int], Stated | None]], ...] = (
    (("under", "on", "to", "in", "among", "onto"), _under),
    (("outside",), stated_outside),
    (("of",), stated_target),
    (("from", "off", "of"), stated_off),
    (("with", "by"), stated_with),
)
