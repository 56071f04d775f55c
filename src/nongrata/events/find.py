"""The events of a story: who did what to whom, where, when, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from nongrata.articles import Story
from nongrata.events.acts.blame import may_be_for_blow, with_blame
from nongrata.events.acts.merge import Draft, merge_drafts
from nongrata.events.acts.public import Known, keep_public
from nongrata.events.acts.retold import told_with
from nongrata.events.acts.same_day import on_day_of_scene, on_same_day
from nongrata.events.acts.telling import told_by
from nongrata.events.acts.times import is_background, when_of, where_of
from nongrata.events.acts.triggers import find_triggers
from nongrata.events.certainty.told import Told
from nongrata.events.quotes import Quoted, find_quoted, quotes_of, with_speakers
from nongrata.events.record import Acts, Event
from nongrata.events.sentence.scene import Memory, Scene
from nongrata.events.who.home import home_of, seat_of
from nongrata.events.who.memory import at_paragraph, remember, within
from nongrata.events.who.pronouns import governments_of
from nongrata.events.who.speakers import sayings_of
from nongrata.events.who.staged import Staged, staged
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
    return acts_of(staged(text, reading, cast), story, reading, listed=listed)


def acts_of(told: Staged, story: Story, reading: Reading, *, listed: frozenset[PartyId] = frozenset()) -> Acts:
    """Give the same of a story that is on stage already."""
    text, scenes = told.stage.text, told.scenes
    quoted = with_speakers(story, find_quoted(text, story, reading.sentences), scenes, told.sayings)
    known = Known(parties=told.stage.parties, listed=listed)
    memory = Memory(home=home_of(text, story, reading), seat=seat_of(text, story, reading))
    drafts = with_blame(_drafts(scenes, quoted, story, memory))
    events = merge_drafts(keep_public(drafts, known, sentences=len(scenes)))
    return Acts(events=events, quotes=quotes_of(quoted, told.sayings))


def _drafts(scenes: Sequence[Scene], quotes: Sequence[Quoted], story: Story, memory: Memory) -> list[Draft]:
    drafts: list[Draft] = []
    by_sentence: defaultdict[int, list[Quoted]] = defaultdict(list)
    for quote in quotes:
        for index in quote.sentences:
            by_sentence[index].append(quote)
    here: list[Draft] = []  # what the sentence before tells, in the same paragraph
    ahead: Scene | None = None
    starts = {paragraph.start for paragraph in story.paragraphs}
    for index, scene in enumerate(scenes):
        if scene.tree.sentence.span.start in starts:
            memory, here, ahead = at_paragraph(memory), [], None
        said = by_sentence[index]
        speaker = next((quote.speakers for quote in said if quote.speakers), memory.speaker if said else ())
        spoken = replace(scene, memory=replace(memory, speaker=speaker))
        tells: list[Told] = []
        for trigger in find_triggers(spoken):
            if is_background(spoken.tree, trigger, spoken.times, story.published.on):
                continue
            if told := told_by(spoken, trigger, said):
                tells = told_with(spoken, tells, told)
                spoken = replace(spoken, memory=within(spoken, told))
        headline = story.title is not None and story.title.covers(scene.tree.sentence.span)
        dated = [_dated(spoken, told, _draft(spoken, told, headline=headline), here, ahead) for told in tells]
        drafts += dated
        here, ahead = dated, None if dated or headline else spoken
        memory = remember(spoken, sayings=list(sayings_of(spoken, index)))
    return drafts


def _dated(scene: Scene, told: Told, draft: Draft, before: Sequence[Draft], ahead: Scene | None) -> Draft:
    """Give a draft with the day that the sentence before tells, where its own tells none."""
    return on_day_of_scene(scene, told.trigger, on_same_day(scene, told.trigger, draft, before), ahead)


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
        offices=frozenset(state.country for state in governments_of(scene, told.actors)),
        speaking=frozenset(state.country for state in governments_of(scene, told.sources)),
        cue=" ".join(tree.lemma(word) for word in told.trigger.words),
        headline=headline,
        blows=may_be_for_blow(tree, told.trigger.verb),
        by_noun=told.trigger.nominal,
    )
