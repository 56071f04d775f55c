"""Nouns that mean a state or a public body: "the Gulf state", "the bloc", "inspectors of the agency"."""

from __future__ import annotations

import re

from nongrata.events.record import Actor, Government
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.who.states import land_before, states_before

_MEETING = frozenset({"meet", "talk", "negotiate", "convene"})


def both_sides(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the two states of a story for the officials who meet and are nobody's: "military commanders will meet"."""
    tree, nouns = scene.tree, load_verbs().actors
    if not scene.memory.sides or tree.dep(word) != "nsubj" or tree.lemma(tree.head(word)) not in _MEETING:
        return ()
    is_some = tree.lemma(word) in nouns["office"] or tree.lemma(word) in nouns["government"]
    are_many = tree.tokens[word].tag == "NNS" and not tree.kids(word, "poss", "nummod", "prep", "relcl")
    return scene.memory.sides if is_some and are_many else ()


def staff(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the public body whose people act: "inspectors of the Transport Administration"."""
    tree, known = scene.tree, load_verbs()
    if not known.is_of(tree.lemma(word), "inspector") and tree.lemma(word) not in known.actors["office"]:
        return ()
    of = [noun for prep in tree.kids(word, "prep") if tree.lemma(prep) == "of" for noun in tree.kids(prep, "pobj")]
    named = [scene.named[noun] for noun in of if noun in scene.named]
    return tuple(a for a in named if isinstance(a, str) and scene.parties[a].schema == "PublicBody")


def land(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state taken up as "the country", "the Gulf state"."""
    tree, lemma = scene.tree, scene.tree.lemma(word)
    if lemma != "state" and lemma not in load_verbs().actors["land"]:
        return ()
    words = scene.words(word)
    if words.lower() == f"the {lemma}" and lemma != "state":  # "the state" taxes and jails: it is whose it is
        return land_before(scene, word) or (scene.unnamed(word),)
    is_told = bool(tree.kids(word, "amod", "compound")) and words.startswith("the ")
    return land_before(scene, word) if is_told else ()


def union(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the European Union for "the bloc", where the story is about it."""
    if scene.tree.lemma(word) != "bloc" or scene.words(word).lower() != "the bloc":
        return ()
    return (Government(country="eu"),) if re.search(r"\bEU\b|European Union", scene.text) else ()


def abroad(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state whose minister or envoy is met: "his Armenian counterpart"."""
    return states_before(scene, word) if scene.tree.lemma(word) == "counterpart" else ()
