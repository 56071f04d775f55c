"""The events of a story: who did what to whom, where, when, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from nongrata.articles import Story
from nongrata.events.blame import with_blame
from nongrata.events.described import find_described
from nongrata.events.frames import load_verbs
from nongrata.events.gates import is_event
from nongrata.events.home import home_of
from nongrata.events.kinds import DEEDS, kind_of
from nongrata.events.memory import at_paragraph, remember, within
from nongrata.events.merge import Draft, merge_drafts
from nongrata.events.pronouns import governments_of, homes_of, unique
from nongrata.events.public import Known, keep_public
from nongrata.events.quotes import Quoted, find_quoted, quotes_of, with_speakers
from nongrata.events.record import Actor, Acts, Event, Government, Unnamed
from nongrata.events.retold import told_with
from nongrata.events.roles import actors_of, recipients_of
from nongrata.events.scene import Memory, Scene, set_scene, stage_of
from nongrata.events.speakers import Saying, according_to, accusers_above, headed_by, sayings_of, speakers_at
from nongrata.events.status import Standing, standing_of
from nongrata.events.times import is_background, when_of, where_of
from nongrata.events.told import Told
from nongrata.events.trigger import Trigger
from nongrata.events.triggers import find_triggers
from nongrata.mentions import Reading
from nongrata.parties import Cast, PartyId


def find_events(text: str, story: Story, reading: Reading, cast: Cast) -> tuple[Event, ...]:
    """Give the events that a story tells, each once, in the order of the text."""
    return find_acts(text, story, reading, cast).events


def find_acts(
    text: str, story: Story, reading: Reading, cast: Cast, *, listed: frozenset[PartyId] = frozenset()
) -> Acts:
    """Give the events that a story tells and the quotations in it, each once, in the order of the text.

    `listed` are the parties that stand on a list: what they do is told though they hold no office.
    """
    stage = stage_of(text, cast, reading)
    scenes = [set_scene(sentence, stage) for sentence in reading.sentences]
    described = find_described(scenes)
    scenes = [replace(scene, described=described) for scene in scenes]
    sayings = _sayings(scenes)
    quoted = with_speakers(story, find_quoted(text, story, reading.sentences), scenes, sayings)
    known = Known(parties=stage.parties, listed=listed)
    home = home_of(text, story, reading)
    drafts = with_blame(_drafts(scenes, quoted, story, home))
    events = merge_drafts(keep_public(drafts, known, sentences=len(scenes)))
    return Acts(events=events, quotes=quotes_of(quoted, sayings))


def _sayings(scenes: Sequence[Scene]) -> list[Saying]:
    memory, found = Memory(), list[Saying]()
    for index, scene in enumerate(scenes):
        spoken = replace(scene, memory=memory)
        here = list(sayings_of(spoken, index))
        found += here
        memory = remember(spoken, sayings=here)
    return found


def _drafts(
    scenes: Sequence[Scene], quotes: Sequence[Quoted], story: Story, home: tuple[Government, ...]
) -> list[Draft]:
    memory = Memory(home=home)
    drafts: list[Draft] = []
    by_sentence: defaultdict[int, list[Quoted]] = defaultdict(list)
    for quote in quotes:
        for index in quote.sentences:
            by_sentence[index].append(quote)
    starts = {paragraph.start for paragraph in story.paragraphs}
    for index, scene in enumerate(scenes):
        if scene.tree.sentence.span.start in starts:
            memory = at_paragraph(memory)
        here = by_sentence[index]
        speaker = next((quote.speakers for quote in here if quote.speakers), memory.speaker if here else ())
        spoken = replace(scene, memory=replace(memory, speaker=speaker))
        tells: list[Told] = []
        for trigger in find_triggers(spoken):
            if is_background(spoken.tree, trigger, spoken.times, story.published.on):
                continue
            if told := _tell(spoken, trigger, here):
                tells = told_with(spoken, tells, told)
                spoken = replace(spoken, memory=within(spoken, told))
        headline = story.title is not None and story.title.covers(scene.tree.sentence.span)
        drafts += [_draft(spoken, told, headline=headline) for told in tells]
        memory = remember(spoken, sayings=list(sayings_of(spoken, index)))
    return drafts


def _tell(scene: Scene, trigger: Trigger, quotes: Sequence[Quoted]) -> Told | None:
    standing = standing_of(scene.tree, trigger.verb)
    kind = kind_of(trigger, standing)
    if kind is None:
        return None
    verb = scene.tree.tokens[trigger.verb].span
    quote = next((q for q in quotes if q.speakers and q.span.overlaps(verb)), None)
    actors = actors_of(scene, trigger)
    recipients = recipients_of(scene, trigger, actors)
    sources = _sources(scene, trigger.verb, standing, quote.speakers if quote else ())
    if kind.status in ("denied", "planned") and not actors:
        # who denies, or says, that soldiers are sent would be the one that sends them, or his state would
        actors = governments_of(scene, sources) or sources
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
    return _doubted(scene, told) if is_event(scene, told) else None


def _sources(scene: Scene, verb: int, standing: Standing, speaker: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the chain of speakers, the outermost first."""
    chain: list[Actor] = list(speaker)
    for sayer in reversed(standing.sayers):
        chain += speakers_at(scene, sayer)
    return unique(chain or accusers_above(scene, verb) or according_to(scene) or headed_by(scene))


def _doubted(scene: Scene, told: Told) -> Told:
    """Make a deed alleged where not the doer is the one that says so, but an opponent, an analyst or "a report"."""
    is_deed = (
        told.kind.type in DEEDS | {"SANCTION"} or scene.tree.lemma(told.trigger.verb) == "order"
    )  # "ordered guards to beat them"
    if told.kind.status != "asserted" or not is_deed or not told.sources:
        return told
    if set(told.sources) & set(told.actors) or all(_are_the_dealers(source) for source in told.sources):
        return told
    doers, sayers = homes_of(scene, told.actors), homes_of(scene, told.sources)
    if not sayers and all(_is_public_body(scene, source) for source in told.sources):
        sayers = homes_of(scene, scene.memory.state) or doers
    is_own = bool(doers & sayers)  # an arrest told by the prosecutors of the state that made it
    is_side = told.kind.type == "COOPERATE" and bool(sayers & homes_of(scene, told.recipients))  # whom it was done with
    is_other = bool(doers and sayers) and not is_own and not is_side
    if is_other or (not is_own and _is_contestable(told)):
        return replace(told, kind=replace(told.kind, status="alleged"))
    return told


def _is_public_body(scene: Scene, actor: Actor) -> bool:
    return isinstance(actor, str) and scene.parties[actor].schema == "PublicBody"


def _are_the_dealers(source: Actor) -> bool:
    """Be those who did it, by a word for all of them: "has sold its stake, the companies said"."""
    if not isinstance(source, Unnamed):
        return False
    first, *rest = source.text.lower().split()
    nouns = [word.replace("ies", "y").removesuffix("s") for word in rest]
    return first in ("the", "both") and all(load_verbs().is_of(noun, "dealers") for noun in nouns)


def _is_contestable(told: Told) -> bool:
    """Be a deed that others are wont to lay at a doer's door: arms handed over, a blow struck, a bank robbed."""
    return told.kind.type in ("AID", "ASSAULT", "REQUEST") or told.trigger.frame.sort in (
        "transfer",
        "ownership",
        "cyber",
    )


def _draft(scene: Scene, told: Told, *, headline: bool) -> Draft:
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
        where=where_of(tree, told.trigger, scene.near),
        when=when_of(tree, told.trigger, scene.times),
        status=told.kind.status,
        sources=told.sources,
        quote=told.quote,
    )
    bodies = [actor for actor in told.actors if not scene.is_person(actor)]
    return Draft(
        event=event,
        sort=frame.sort,
        states=frozenset(state.country for state in governments_of(scene, bodies)),
        speaking=frozenset(state.country for state in governments_of(scene, told.sources)),
        cue=" ".join(tree.lemma(word) for word in told.trigger.words),
        headline=headline,
    )
