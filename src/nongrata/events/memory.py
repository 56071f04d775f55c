"""What a sentence leaves behind for the next: whom "he", "it", "they" and "the allies" will mean."""

from __future__ import annotations

from collections.abc import Sequence

from nongrata.events.actors import actors_at, unique
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.scene import Memory, Scene
from nongrata.events.speakers import Quote, speaker_outside
from nongrata.events.tree import SUBJECTS
from nongrata.events.triggers import Trigger

Taking = tuple[Trigger, tuple[Actor, ...], tuple[Actor, ...]]


def remember(scene: Scene, told: Sequence[Taking], *, quotes: Sequence[Quote]) -> Memory:
    """Give the memory after a sentence."""
    old, subjects = scene.memory, _subjects(scene)
    people = [actor for group in subjects for actor in group if scene.is_person(actor)]
    bodies = [group for group in subjects if len(group) == 1 and not scene.is_person(group[0])]
    groups = [group for group in subjects if len(group) > 1 or (group and isinstance(group[0], Government))]
    moves = [(a, r) for trigger, a, r in told if trigger.frame.sort == "transfer" and a]
    aims = [r for trigger, _, r in told if trigger.frame.type in ("ACCUSE", "THREATEN") and _all_named(r)]
    law = [a for trigger, a, _ in told if "legal" in trigger.frame.flags and _all_named(a)]
    speaker = speaker_outside(scene, quotes) or (old.speaker if quotes else ())
    return Memory(
        person=(people[0],) if people else old.person,
        body=bodies[0] if bodies else old.body,
        group=groups[0] if groups else old.group,
        speaker=speaker,
        giver=moves[-1][0] if moves else old.giver,
        taker=moves[-1][1] if moves else old.taker,
        court=law[-1] if law else old.court,
        topic=aims[-1] if aims else old.topic,
    )


def _subjects(scene: Scene) -> list[tuple[Actor, ...]]:
    """Give whom the subjects of a sentence mean, the main clause's first."""
    tree = scene.tree
    words = [word for word in range(len(tree.tokens)) if tree.dep(word) in SUBJECTS]
    words.sort(key=lambda word: (len(tree.up(word)), word))
    return [unique(group) for word in words if (group := actors_at(scene, word))]


def _all_named(actors: Sequence[Actor]) -> bool:
    return bool(actors) and not any(isinstance(actor, Unnamed) for actor in actors)
