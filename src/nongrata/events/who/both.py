"""Whom a "both" means that no list before it in its sentence tells."""

from __future__ import annotations

from nongrata.events.record import Actor
from nongrata.events.sentence.scene import Scene


def two_before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the two of one kind named last in the paragraph: "from Comintsa or Alba. Washington listed both"."""
    start, found = scene.tree.sentence.span.start, dict[Actor, None]()
    here = {actor for other, actor in scene.named.items() if other < word}
    for span, party in scene.stage.named.placed_back_from(start):
        if "\n" in scene.text[span.end : start] or len(found) == 2:
            break
        if party not in here:
            found[party] = None
    are_people = {scene.is_person(actor) for actor in found}
    if len(found) == 2 and len(are_people) == 1:
        return tuple(reversed(found))
    return _two_people_of(scene) or (scene.memory.group if len(scene.memory.group) == 2 else ())


def _two_people_of(scene: Scene) -> tuple[Actor, ...]:
    """Give the only two people whom the paragraph named, whatever else it did: "One is A. The other, B, leads C"."""
    start, people = scene.tree.sentence.span.start, dict[Actor, None]()
    for span, party in scene.stage.named.placed_back_from(start):
        if "\n" in scene.text[span.end : start]:
            break
        if scene.is_person(party) and party not in scene.stage.turns:
            people[party] = None
    return tuple(reversed(people)) if len(people) == 2 else ()
