"""Claims made with "off", "with" and "of": "struck from the list", "hit with a ban", "the target of sanctions"."""

from __future__ import annotations

from nongrata.events.claims.slot import Slot, stated_of
from nongrata.events.claims.stated import Stated
from nongrata.events.claims.whom import below, meant, object_of, of_adjective, subject_of
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene


def stated_off(scene: Scene, word: int, prep: int, above: int) -> Stated | None:
    """Read "struck from the list", "came off it", "his removal from", "kept him off", "free of sanctions"."""
    tree = scene.tree
    above = next((thing for thing in tree.kids(above, "dobj") if is_word(tree.lemma(thing), "removal")), above)
    lemma = tree.lemma(above)
    if is_word(lemma, "removal"):
        owners = (*below(tree, above, "of"), *tree.kids(above, "poss"))
        return stated_of(scene, Slot(above, word, prep), meant(tree, owners[0]) if owners else None, "lifted")
    if is_word(lemma, "free") and not tree.is_verb(above):
        return stated_of(scene, Slot(above, word, prep), of_adjective(tree, above), "not listed")
    is_aside = tree.tokens[prep - 1].text in (",", "–", "—", "(") and tree.tokens[above].pos == "PROPN" and above < prep
    if tree.lemma(prep) == "off" and is_aside:  # "Tornado Cash, off the blacklist since March"
        return stated_of(scene, Slot(above, word, prep), above, "lifted")
    if tree.lemma(prep) == "of" or not tree.is_verb(above) or not is_word(lemma, "keep-off", "remove", "lift"):
        return None  # "fell foul of sanctions"
    thing = None if tree.is_passive(above) else object_of(tree, above)
    bearer = thing if thing is not None else subject_of(tree, above)
    return stated_of(scene, Slot(above, word, prep), bearer, "not listed" if is_word(lemma, "keep-off") else "lifted")


def stated_with(scene: Scene, word: int, prep: int, above: int) -> Stated | None:
    """Read "hit with sanctions", "targeted by a travel ban", "lives with sanctions", "spared by them"."""
    tree, lemma = scene.tree, scene.tree.lemma(above)
    if is_word(lemma, "spared"):
        verb = above if tree.is_verb(above) and tree.subject(above) is not None else tree.head(above)
        return stated_of(scene, Slot(verb, word, prep), subject_of(tree, verb), "not listed")
    is_lived_with = is_word(lemma, "live") and tree.lemma(prep) == "with"
    if not tree.is_verb(above) or not (is_word(lemma, "hit") or is_lived_with):
        return None
    is_subject = is_lived_with or tree.is_passive(above) or tree.lemma(prep) == "by"  # "the refiner, hit by sanctions"
    bearer = subject_of(tree, above) if is_subject else object_of(tree, above)
    return stated_of(scene, Slot(above, word, prep), bearer, "listed")


def stated_outside(scene: Scene, word: int, prep: int, above: int) -> Stated | None:
    """Read "remains outside the EU's list"."""
    tree = scene.tree
    is_there = tree.is_verb(above) and is_word(tree.lemma(above), "be")
    return stated_of(scene, Slot(above, word, prep), subject_of(tree, above), "not listed") if is_there else None


def stated_target(scene: Scene, word: int, prep: int, above: int) -> Stated | None:
    """Read "the target of sanctions", "was made the object of a travel ban"."""
    tree = scene.tree
    if not is_word(tree.lemma(above), "target"):
        return None
    verb = tree.head(above)
    bearer = subject_of(tree, verb) if tree.is_verb(verb) else verb
    return stated_of(scene, Slot(verb, word, prep), bearer, "listed")
