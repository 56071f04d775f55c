"""A story on stage: its sentences as scenes, set once for the acts that it tells and for what it says of sanctions."""

from __future__ import annotations

from dataclasses import dataclass

from nongrata.events.sentence.scene import Scene, Stage, stage_of
from nongrata.events.who.described import scenes_of
from nongrata.events.who.memory import remembering
from nongrata.events.who.speakers import Saying
from nongrata.mentions import Reading
from nongrata.parties import Cast


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """What all sentences share, the sentences, and what is said in them."""

    stage: Stage
    scenes: tuple[Scene, ...]  # each with whom the story's descriptions mean
    remembering: tuple[Scene, ...]  # the same, each with what those before it left behind
    sayings: tuple[Saying, ...]


def staged(text: str, reading: Reading, cast: Cast) -> Staged:
    """Give a story's sentences, ready to be asked who did what and what is said of whom."""
    stage = stage_of(text, cast, reading)
    scenes = scenes_of(reading, stage)
    remembered = list(remembering(scenes))
    return Staged(
        stage=stage,
        scenes=tuple(scenes),
        remembering=tuple(scene for scene, _sayings in remembered),
        sayings=tuple(saying for _scene, sayings in remembered for saying in sayings),
    )
