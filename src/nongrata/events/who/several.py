"""Whom "them" takes up: those to whom something else was just done."""

from __future__ import annotations

from collections.abc import Callable

from nongrata.events.record import Actor
from nongrata.events.sentence.scene import Scene


def done_to_before(scene: Scene, word: int, look: Callable[[Scene, int], tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Give those to whom the verb before was done as well: "training gunmen and supplying | them with rifles"."""
    tree, verb = scene.tree, scene.tree.head(word)
    if tree.tokens[word].text.lower() != "them" or tree.dep(verb) != "conj" or not tree.is_verb(tree.head(verb)):
        return ()
    things = tree.kids(tree.head(verb), "dobj")
    several = [thing for thing in things if tree.tokens[thing].tag in ("NNS", "NNPS") or tree.kids(thing, "conj")]
    return look(scene, several[0]) if several else ()
