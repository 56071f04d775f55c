"""The day of an act of which its own sentence tells none: "On Saturday he mocked them. He also called for talks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nongrata.events.acts.merge import SPEECHES, Draft
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.sentence.trigger import Trigger
from nongrata.events.who.pronouns import HE, IT, THEY
from nongrata.values import PartialDate

_GOES_ON = frozenset({"also", "further", "furthermore", "likewise"})
_SET = frozenset({"be", "grow", "turn", "feel"})  # "The mood in the chamber on Thursday was sour."


def on_same_day(scene: Scene, trigger: Trigger, draft: Draft, before: Sequence[Draft]) -> Draft:
    """Give an undated speech the day of the one that it goes on with, by the same speaker in the sentence before."""
    event = draft.event
    if event.when is not None or scene.times or event.type not in SPEECHES or not _goes_on(scene, trigger):
        return draft
    days = [
        known.event.when
        for known in before
        if known.event.when is not None and known.event.type in SPEECHES and known.event.actors == event.actors
    ]
    return replace(draft, event=replace(event, when=days[-1])) if days else draft


def on_day_of_scene(scene: Scene, trigger: Trigger, draft: Draft, ahead: Scene | None) -> Draft:
    """Give an undated speech the day on which the sentence before, which tells no act, sets the scene."""
    event, tree = draft.event, scene.tree
    if ahead is None or event.when is not None or scene.times or event.type not in SPEECHES:
        return draft
    told = [time.value for time in ahead.times if time.value is not None and _is_day(time.value)]
    main = next((word for word in range(len(ahead.tree.tokens)) if ahead.tree.head(word) == word), None)
    is_set = main is not None and ahead.tree.lemma(main) in _SET and ahead.tree.tokens[main].tag == "VBD"
    clause = tree.clause(trigger.verb)
    is_past = tree.tokens[clause].tag == "VBD" and not tree.kids(clause, "aux")
    return replace(draft, event=replace(event, when=told[0])) if is_set and is_past and len(told) == 1 else draft


def _is_day(value: str) -> bool:
    """Be one day, no month and no year."""
    date = PartialDate(value)
    return date.earliest == date.latest


def _goes_on(scene: Scene, trigger: Trigger) -> bool:
    """Take the speaker up by a pronoun, with "also"."""
    tree, clause = scene.tree, scene.tree.clause(trigger.verb)
    subject = tree.kid(clause, *SUBJECTS)
    is_same = subject is not None and tree.tokens[subject].text.lower() in HE | IT | THEY
    return is_same and any(tree.lemma(kid) in _GOES_ON for kid in tree.kids(clause, "advmod"))
