"""Words that take two up: "both men", "the two countries", "each side", "the two"."""

from __future__ import annotations

from itertools import islice

from nongrata.events.record import Actor, Government
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.who.pronouns import governments_of, unique
from nongrata.events.who.states import BEFORE

_NEAR = 8  # names before "both men" among which they are
_BOTH = frozenset({"both", "each", "either", "neither"})
_UNIONS = frozenset({"eu", "un"})
_TWO = frozenset({"the", "two", "pair"})  # by the parser, either may be the head


def pair(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give both of "both men", "the two countries", "the two"."""
    tree, lemma = scene.tree, scene.tree.lemma(word)
    if tree.tokens[word].text.lower() in _TWO and scene.words(word).lower() in ("the two", "the pair"):
        return scene.memory.duo if len(scene.memory.duo) > 1 else _two_states(scene, word) or (scene.unnamed(word),)
    if lemma not in load_verbs().actors["pair"] or not _is_both(scene, word):
        return ()
    if lemma in load_verbs().actors["office"] or tree.lemma(word) in ("man", "woman", "brother"):
        return _two_people(scene, word) or _two_states(scene, word) or (scene.unnamed(word),)
    return _two_states(scene, word) or (scene.unnamed(word),)


def _is_both(scene: Scene, word: int) -> bool:
    """Be "both men", "the two countries", "each side", and not two of many: "two Chinese companies"."""
    tree = scene.tree
    before = tree.kids(word, "det", "nummod", "predet", *BEFORE)
    if any(kid in scene.named for kid in before):
        return False
    words = {tree.tokens[kid].text.lower() for kid in before}
    return bool(words & _BOTH) or ("two" in words and bool(words & {"the", "these", "those"}))


def _two_people(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the two who acted together, else the two people named last: "the army chief … both men"."""
    duo = tuple(actor for actor in scene.memory.duo if scene.is_person(actor))
    before = scene.tree.tokens[word].span.start
    people = unique(actor for actor in islice(scene.stage.named.back_from(before), _NEAR) if scene.is_person(actor))
    return duo if len(duo) > 1 else people[:2] if len(people) > 1 else ()


def _two_states(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the two states, or the group, that did one thing together; else the two that the story told of last."""
    memory = scene.memory
    if len(memory.group) > 1:
        return memory.group
    here = unique(scene.named[other] for other in range(word) if other in scene.named)
    states = unique(a for a in here if isinstance(a, Government) and a.country not in _UNIONS)
    acting = unique((*governments_of(scene, memory.duo), *states))
    sets = (memory.sides, states, acting)
    return next((each for each in sets if len(each) == 2), ())
