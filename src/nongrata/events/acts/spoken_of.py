"""Who is told of in what is threatened or asked for: "threatened to burn hotels", "called for talks with rebels"."""

from __future__ import annotations

from nongrata.events.record import Actor
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree
from nongrata.events.sentence.trigger import Trigger, preps_of
from nongrata.events.who.actors import actors_at
from nongrata.events.who.nouns import is_of


def to_be_hit(scene: Scene, trigger: Trigger, _actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give what a threatened blow is to hit, in the story's own words: "threatened to burn hotels"."""
    tree = scene.tree
    if trigger.frame.type != "THREATEN":
        return ()
    blows = [verb for verb in tree.kids(trigger.verb, "xcomp") if _is_blow(tree, verb)]
    things = [thing for verb in blows for thing in tree.kids(verb, "dobj")]
    return tuple(scene.unnamed(thing) for thing in things if tree.tokens[thing].pos == "NOUN")


def _is_blow(tree: Tree, verb: int) -> bool:
    return any(frame.type == "ASSAULT" for _particle, frame in load_verbs().verbs.get(tree.lemma(verb), ()))


def to_talk_with(scene: Scene, trigger: Trigger, _actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give with whom somebody wants to talk: "called for talks with the transitional council"."""
    tree = scene.tree
    if trigger.frame.type != "REQUEST":
        return ()
    nouns = [noun for _prep, noun in preps_of(tree, trigger.verb, trigger.object)]
    talks = [noun for noun in (*nouns, *tree.kids(trigger.verb, "dobj")) if is_of(scene, noun, ("talks",))]
    withs = [prep for noun in talks for prep in tree.kids(noun, "prep") if tree.lemma(prep) in ("with", "between")]
    return tuple(actor for prep in withs for noun in tree.kids(prep, "pobj") for actor in actors_at(scene, noun))
