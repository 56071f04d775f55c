"""The events of a story: who did what to whom, where, when, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nongrata.articles import Story
from nongrata.events.actors import actors_at, homes_of, unique
from nongrata.events.frames import load_verbs
from nongrata.events.kinds import DEEDS, Kind, kind_of
from nongrata.events.memory import remember, within
from nongrata.events.merge import Draft, merge_drafts
from nongrata.events.public import keep_public
from nongrata.events.record import Actor, Event, Government, Unnamed
from nongrata.events.roles import actors_of, recipients_of
from nongrata.events.scene import Memory, Scene, set_scene
from nongrata.events.speakers import Quote, according_to, find_quotes, speaker_outside, speakers_at
from nongrata.events.status import Standing, standing_of
from nongrata.events.times import is_background, when_of, where_of
from nongrata.events.triggers import Trigger, find_triggers
from nongrata.mentions import Reading
from nongrata.parties import Cast
from nongrata.values import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is known of a trigger before it is an event."""

    trigger: Trigger
    standing: Standing
    kind: Kind
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    sources: tuple[Actor, ...]
    quote: Span | None


def find_events(text: str, story: Story, reading: Reading, cast: Cast) -> tuple[Event, ...]:
    """Give the events that a story tells, each once, in the order of the text."""
    quotes = find_quotes(text, story, reading.sentences)
    scenes = [set_scene(text, sentence, cast, reading.places) for sentence in reading.sentences]
    memory = Memory()
    drafts: list[Draft] = []
    for index, scene in enumerate(scenes):
        here = [quote for quote in quotes if index in quote.sentences]
        speaker = _speaker(index, scenes, here, memory)
        spoken = replace(scene, memory=replace(memory, speaker=speaker))
        tells: list[_Told] = []
        for trigger in find_triggers(spoken):
            if is_background(spoken.tree, trigger, reading.times, story.published.on):
                continue
            if told := _tell(spoken, trigger, here, speaker):
                tells.append(told)
                spoken = replace(spoken, memory=within(spoken.memory, (trigger, told.actors, told.recipients)))
        headline = story.title is not None and story.title.covers(scene.tree.sentence.span)
        drafts += [_draft(spoken, told, reading, headline=headline) for told in tells]
        memory = remember(spoken, quotes=here)
    return merge_drafts(keep_public(drafts, {party.id: party for party in cast.parties}))


def _speaker(index: int, scenes: Sequence[Scene], quotes: Sequence[Quote], memory: Memory) -> tuple[Actor, ...]:
    """Give who speaks the quotation that touches a sentence: named in it, where it ends, or just before."""
    for quote in quotes:
        for other in (index, *quote.sentences, quote.sentences[-1] + 1):
            if other < len(scenes) and (found := speaker_outside(replace(scenes[other], memory=memory), quotes)):
                return found
    return memory.speaker if quotes else ()


def _tell(scene: Scene, trigger: Trigger, quotes: Sequence[Quote], speaker: tuple[Actor, ...]) -> _Told | None:
    standing = standing_of(scene.tree, trigger.verb)
    kind = kind_of(trigger, standing)
    if kind is None:
        return None
    quote = next((q.span for q in quotes if q.span.overlaps(scene.tree.tokens[trigger.verb].span)), None)
    actors = actors_of(scene, trigger)
    recipients = recipients_of(scene, trigger, actors)
    sources = _sources(scene, standing, speaker if quote else ())
    told = _Told(
        trigger=trigger,
        standing=standing,
        kind=kind,
        actors=actors,
        recipients=recipients,
        sources=sources,
        quote=quote,
    )
    return _doubted(scene, told) if _is_event(scene, told) else None


def _sources(scene: Scene, standing: Standing, speaker: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the chain of speakers, the outermost first."""
    chain: list[Actor] = list(speaker)
    for verb in reversed(standing.sayers):
        chain += speakers_at(scene, verb)
    return unique(chain or according_to(scene))


def _doubted(scene: Scene, told: _Told) -> _Told:
    """Make a deed alleged where another state is the one that says so."""
    if told.kind.status != "asserted" or told.kind.type not in DEEDS or not told.sources:
        return told
    doers = homes_of(scene, told.actors)
    sayers = homes_of(scene, told.sources)
    if doers and sayers and not doers & sayers:
        return replace(told, kind=replace(told.kind, status="alleged"))
    return told


def _is_event(scene: Scene, told: _Told) -> bool:
    flags, everybody = told.trigger.frame.flags, (*told.actors, *told.recipients)
    if "joint" in flags and len(told.actors) < 2:
        return False
    if "crowd" in flags and not any(isinstance(actor, Unnamed) or _is_body(scene, actor) for actor in told.actors):
        return False
    if "government" in flags and not any(isinstance(actor, Government) for actor in told.actors):
        return False
    if "must" in flags and not told.recipients:
        return False
    if "must" in flags and not (told.actors and any(not isinstance(a, Unnamed) for a in everybody)):
        return False
    if "traveller" in flags and not any(isinstance(a, Government) or scene.is_person(a) for a in told.actors):
        return False
    if "court" in flags and not _is_court(scene, told):
        return False
    if "state" in flags and not any(_is_of_state(scene, actor) for actor in everybody):
        return False
    if told.trigger.frame.sort in ("meeting", "country") and len(everybody) < 2 and not told.trigger.frame.prep_object:
        return False
    if told.kind.type in (
        "AID",
        "MOBILIZE",
        "CONSULT",
        "AGREE",
        "SUPPORT",
        "COOPERATE",
        "RETREAT",
        "CONCEDE",
        "REQUEST",
        "THREATEN",
    ):
        if told.kind.type == "SUPPORT" and not told.recipients and told.quote is None and "joint" not in flags:
            return bool(told.actors) and len(everybody) > 1
        return bool(told.actors)
    return bool(told.actors) or any(not isinstance(actor, Unnamed) for actor in told.recipients)


def _is_of_state(scene: Scene, actor: Actor) -> bool:
    return isinstance(actor, Government) or _is_body(scene, actor) or actor in scene.offices


def _is_body(scene: Scene, actor: Actor) -> bool:
    return isinstance(actor, str) and not scene.is_person(actor)


def _is_court(scene: Scene, told: _Told) -> bool:
    subject = scene.tree.subject(told.trigger.verb)
    if subject is None:
        return False
    lemmas = {scene.tree.lemma(word) for word in scene.tree.phrase(subject)}
    return bool(lemmas & load_verbs().actors["court"]) or (bool(actors_at(scene, subject)) and "court" in lemmas)


def _draft(scene: Scene, told: _Told, reading: Reading, *, headline: bool) -> Draft:
    tree, frame = scene.tree, told.trigger.frame
    event = Event(
        id="",
        type=told.kind.type,
        mode=told.kind.mode,
        contexts=frame.context,
        trigger=tree.span(told.trigger.words),
        evidence=(tree.sentence.span,),
        actors=told.actors,
        recipients=told.recipients,
        where=where_of(tree, told.trigger, reading.places),
        when=when_of(tree, told.trigger, reading.times),
        status=told.kind.status,
        sources=told.sources,
        quote=told.quote,
    )
    return Draft(
        event=event, sort=frame.sort, cue=" ".join(tree.lemma(word) for word in told.trigger.words), headline=headline
    )


def find_many(stories: Iterator[tuple[str, Story, Reading, Cast]]) -> Iterator[tuple[Event, ...]]:
    """Give the events of each story."""
    for text, story, reading, cast in stories:
        yield find_events(text, story, reading, cast)
