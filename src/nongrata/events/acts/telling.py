"""An act as it is told: what kind it is, who does it to whom, who says so, and whether that makes it a fact."""

from __future__ import annotations

from collections.abc import Sequence

from nongrata.events.acts.gates import is_event
from nongrata.events.acts.roles import actors_of, recipients_of
from nongrata.events.acts.word_of import doubted
from nongrata.events.certainty.kinds import DEEDS, kind_of
from nongrata.events.certainty.status import Standing, standing_of
from nongrata.events.certainty.told import Told, alleged
from nongrata.events.quotes import Quoted
from nongrata.events.record import Actor
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.trigger import Trigger
from nongrata.events.who.carried import carried_on
from nongrata.events.who.headed import headed_by
from nongrata.events.who.pronouns import governments_of, unique
from nongrata.events.who.speakers import according_to, accusers_above, said_beside, speakers_at

_SPOKEN = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN"})  # done by words alone: who says it does it


def told_by(scene: Scene, trigger: Trigger, quotes: Sequence[Quoted]) -> Told | None:
    """Give what a trigger tells in its sentence; None where that is no event."""
    standing = standing_of(scene.tree, trigger.verb)
    kind = kind_of(trigger, standing)
    if kind is None or (kind.status == "unclear" and _is_counted_only(scene, trigger)):
        return None
    verb = scene.tree.tokens[trigger.verb].span
    quoting = [q for q in quotes if q.span.overlaps(verb)]
    quote = next((q for q in quoting if q.speakers), None)
    actors = actors_of(scene, trigger)
    recipients = recipients_of(scene, trigger, actors)
    sources = _sources(scene, trigger.verb, standing, quote.speakers if quote else ())
    if not sources and kind.type in _SPOKEN:
        sources = said_beside(scene, trigger.verb)
    if kind.status in ("denied", "planned") and not actors and kind.type not in ("ACCUSE", "REJECT"):
        # who denies, or says, that soldiers are sent would be the one that sends them, or his state would
        actors = governments_of(scene, sources) or sources
    if kind.type == "AGREE" and trigger.frame.actor == ("object",):
        actors, recipients = recipients, actors  # who will receive a guest has agreed to
    if kind.type == "THREATEN":
        recipients = tuple(actor for actor in recipients if actor not in sources)  # nobody threatens himself
    told = Told(
        trigger=trigger,
        kind=kind,
        actors=actors,
        recipients=recipients,
        sources=sources,
        quote=quote.span if quote else None,
    )
    if not is_event(scene, told):
        return None
    if quoting and not told.sources and told.kind.type in DEEDS:
        return alleged(told)
    return carried_on(scene, doubted(scene, told))


def _is_counted_only(scene: Scene, trigger: Trigger) -> bool:
    """Only ask after a number: "would not say how many people they have killed"."""
    thing = trigger.object
    words = () if thing is None else scene.tree.subtree(thing)
    return any(scene.tree.lemma(word) == "how" for word in words)


def _sources(scene: Scene, verb: int, standing: Standing, speaker: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the chain of speakers, the outermost first."""
    chain: list[Actor] = list(speaker)
    for sayer in reversed(standing.sayers):
        chain += speakers_at(scene, sayer)
    return unique(chain or accusers_above(scene, verb) or according_to(scene) or headed_by(scene))
