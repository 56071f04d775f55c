"""Nouns that take up a state or a public body told before: "the Gulf state", "the bloc", "inspectors of the agency"."""

from __future__ import annotations

import re

from nongrata.events.frames import load_verbs
from nongrata.events.record import Actor, Government
from nongrata.events.scene import Scene
from nongrata.events.states import land_before


def both_sides(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the two states of a story for the officials who meet and are nobody's: "military commanders will meet"."""
    tree = scene.tree
    is_some = tree.lemma(word) in load_verbs().actors["office"] | load_verbs().actors["government"]
    are_many = tree.tokens[word].tag == "NNS" and not tree.kids(word, "poss", "nummod", "prep", "relcl")
    meet = tree.dep(word) == "nsubj" and tree.lemma(tree.head(word)) in ("meet", "talk", "negotiate", "convene")
    return scene.memory.sides if is_some and are_many and meet else ()


def staff(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the public body whose people act: "inspectors of the Transport Administration"."""
    tree = scene.tree
    if tree.lemma(word) not in load_verbs().classes["inspector"] | load_verbs().actors["office"]:
        return ()
    of = [noun for prep in tree.kids(word, "prep") if tree.lemma(prep) == "of" for noun in tree.kids(prep, "pobj")]
    named = [scene.named[noun] for noun in of if noun in scene.named]
    return tuple(a for a in named if isinstance(a, str) and scene.parties[a].schema == "PublicBody")


def land(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state taken up as "the country", "the Gulf state"."""
    tree = scene.tree
    is_bare = scene.words(word).lower() == f"the {tree.lemma(word)}"
    is_told = bool(tree.kids(word, "amod", "compound")) and scene.words(word).startswith("the ")
    if tree.lemma(word) not in load_verbs().actors["land"] | {"state"} or not (is_bare or is_told):
        return ()
    if tree.lemma(word) == "state" and not is_told:
        return ()  # "the state" taxes and jails: it is whose it is
    return land_before(scene, word) or ((scene.unnamed(word),) if is_bare else ())


def union(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the European Union for "the bloc", where the story is about it."""
    is_meant = scene.words(word).lower() == "the bloc" and re.search(r"\bEU\b|European Union", scene.text)
    return (Government(country="eu"),) if is_meant else ()
