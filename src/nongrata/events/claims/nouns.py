"""Claims made with a measure or a list, by how the noun hangs: "imposed sanctions on", "no sanctions apply to him"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nongrata.events.claims.imposers import imposers_by
from nongrata.events.claims.measures import is_measure, is_roster
from nongrata.events.claims.slot import ON, THOSE, Slot, first_of_list, stated_of, target_of
from nongrata.events.claims.stated import Stated
from nongrata.events.claims.under import stated_by_preposition
from nongrata.events.claims.vouched import is_asked_for, turned
from nongrata.events.claims.whom import below, may_be_listed, meant, phrases, subject_of
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree

_NEW = frozenset({
    "new", "further", "possible", "potential", "more", "additional", "secondary", "fresh", "sectoral", "tougher",
    "proposed",
})  # fmt: skip
_EARLIER = frozenset({"first", "initial", "original", "earlier", "previous", "old"})


def stated_by_noun(scene: Scene, word: int) -> Iterator[Stated]:
    """Give what is stated with a measure or a list, by how the noun hangs in its sentence."""
    if not is_measure(scene, word) and not is_roster(scene, word):
        return
    if _are_earlier(scene.tree, word):
        return
    is_next = scene.tree.dep(word) == "conj" and scene.tree.lemma(word) not in THOSE
    if is_next and is_measure(scene, scene.tree.head(word)):
        return  # "a travel ban and an asset freeze" are one claim
    if (found := next((found for way in WAYS if (found := way(scene, word)) is not None), None)) is not None:
        yield found


def _by_object(scene: Scene, word: int) -> Stated | None:
    """Read "imposed sanctions on", "lifted", "faces", "entered the list", "escaped"."""
    tree = scene.tree
    first = first_of_list(tree, word)
    if tree.dep(first) != "dobj":
        return None
    verb = tree.head(first)
    lemma, subject, on = tree.lemma(verb), subject_of(tree, verb), target_of(tree, word)
    if is_word(lemma, "escape"):
        is_told = tree.tokens[verb].tag in ("VBN", "VBD", "VBZ") and not _is_at_first(tree, verb)
        return stated_of(scene, Slot(verb, word), subject, "not listed") if is_told else None
    if is_word(lemma, "spared") and tree.is_passive(verb):
        return stated_of(scene, Slot(verb, word), subject, "not listed")
    if is_word(tree.lemma(word), "naming") and lemma == "lose":
        return stated_of(scene, Slot(verb, word), subject, "lifted")
    if is_roster(scene, word):
        is_left = is_word(lemma, "leave")
        is_there = is_word(lemma, "enter") or is_left
        return stated_of(scene, Slot(verb, word), subject, "lifted" if is_left else "listed") if is_there else None
    if is_word(lemma, "face") and on is None and not _is_new(tree, word):
        return stated_of(scene, Slot(verb, word), subject, "listed")
    also = (*below(tree, verb, "to"), *below(tree, word, "to")) if lemma == "extend" else ()
    whom = on if on is not None else next(iter((*also, *_lower(tree, verb))), None)
    if whom is None or not is_word(lemma, "lift", "impose") or not may_be_listed(scene, whom):
        return None
    return stated_of(scene, Slot(verb, word), whom, "lifted" if is_word(lemma, "lift") else "listed")


def _are_earlier(tree: Tree, word: int) -> bool:
    """Be others than those of today: "the court annulled their first listings, but they stay on the list"."""
    is_earlier = any(tree.lemma(kid) in _EARLIER for kid in tree.kids(word, "amod"))
    return is_earlier and is_word(tree.lemma(tree.head(word)), "lift")


def _is_at_first(tree: Tree, verb: int) -> bool:
    """Be so no more, as what follows tells: "escaped EU sanctions at first, but was added in 2022"."""
    at = [
        noun
        for prep in tree.kids(verb, "prep")
        if tree.lemma(prep) == "at"
        for noun in tree.kids(prep, "pobj", "pcomp")
    ]
    return any(tree.lemma(each) in ("first", "initially", "long") for each in (*at, *tree.kids(verb, "advmod")))


def _by_subject(scene: Scene, word: int) -> Stated | None:
    """Read "no sanctions apply to him", "sanctions on the bank were lifted", "sanctions were imposed on it"."""
    tree = scene.tree
    if tree.dep(word) not in SUBJECTS:
        return None
    verb = tree.head(word)
    lemma, is_passive = tree.lemma(verb), tree.is_passive(verb)
    if is_roster(scene, word) and _has_no_such(tree, verb):
        own = phrases(tree, word)
        words = (*own, verb, *(each for thing in tree.kids(verb, "dobj") for each in tree.phrase(thing)))
        return Stated(words=words, bearer=None, by=(own,), says="not listed")
    things = () if is_passive or not is_word(lemma, "hold") else tree.kids(verb, "dobj")
    if things:  # "the list carries his name", "an asset freeze binds him"
        return stated_of(scene, Slot(verb, word), meant(tree, things[0]), "listed")
    on = target_of(tree, word)
    whom = on if on is not None else next(iter((*_lower(tree, verb), *below(tree, verb, "to"))), None)
    if whom is None or is_roster(scene, word) or not may_be_listed(scene, whom):
        return None
    if (is_word(lemma, "lift") and is_passive) or is_word(lemma, "lapse"):
        return stated_of(scene, Slot(verb, word), whom, "lifted")
    is_on = is_word(lemma, "apply") or (is_word(lemma, "impose") and is_passive)
    return stated_of(scene, Slot(verb, word), whom, "listed") if is_on else None


def _has_no_such(tree: Tree, verb: int) -> bool:
    """Be the "has no such name" of a list, said of who was told of before."""
    names = [thing for thing in tree.kids(verb, "dobj") if tree.lemma(thing) in ("name", "entry")]
    kids = {tree.lemma(kid) for name in names for kid in tree.kids(name, "det", "amod", "predet")}
    return {"no", "such"} <= kids


def _lower(tree: Tree, verb: int) -> Iterator[int]:
    """Give on whom it is, though that hangs lower: "are in force against him"."""
    yield from below(tree, verb, *ON)
    for prep in tree.kids(verb, "prep"):
        for noun in tree.kids(prep, "pobj"):
            yield from below(tree, noun, *ON)


def _by_itself(scene: Scene, word: int) -> Stated | None:
    """Read "U.S. sanctions on the bank", "sanctions that Britain imposed on him"."""
    tree = scene.tree
    on = target_of(tree, word)
    if on is None or not may_be_listed(scene, on) or is_roster(scene, word):
        return None
    if is_asked_for(tree, word) or _is_new(tree, word):
        return None
    says = turned(tree, "lifted" if is_word(tree.lemma(word), "removal") else "listed", word)
    return Stated(words=(word, on), bearer=on, by=imposers_by(scene, word, None), says=says)


def _is_new(tree: Tree, word: int) -> bool:
    return any(tree.lemma(kid) in _NEW for kid in tree.kids(word, "amod"))


WAYS: tuple[Callable[[Scene, int], Stated | None], ...] = (_by_object, stated_by_preposition, _by_subject, _by_itself)
