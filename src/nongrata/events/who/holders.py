"""Whom an office means: "the president" is who was told to be one, else the last person to act."""

from __future__ import annotations

import re

from nongrata.events.record import Actor
from nongrata.events.sentence.scene import Scene

_HEADS = {
    "the head of state": ("president", "king", "emir", "sultan"),
    "the head of government": ("premier", "prime minister", "chancellor"),
}
_RANKS = {"gen.": "general", "col.": "colonel", "adm.": "admiral", "gov.": "governor", "sen.": "senator"}


def holder_of(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the person meant by "the president": the one named last who is told to be one, else the last to act."""
    lemma = scene.tree.lemma(word)
    if (offices := _HEADS.get(scene.words(word).lower())) is not None:
        return next((found for office in offices if (found := _told_to_be(scene, word, office))), ())
    if re.fullmatch(rf"the (?:\d+-year-old |former |ex-|then )?{re.escape(lemma)}", scene.words(word).lower()) is None:
        return ()
    return _told_to_be(scene, word, lemma) or _last_to_act(scene, lemma)


def _last_to_act(scene: Scene, lemma: str) -> tuple[Actor, ...]:
    """Give the person who acted last, where nothing tells that he is something else."""
    for person in scene.memory.person:
        facts = scene.parties[person].facts if isinstance(person, str) and person in scene.parties else ()
        if all(lemma in fact.value.lower() for fact in facts if fact.kind == "position"):
            return (person,)
    return ()


def _in_full(title: str) -> str:
    """Write out what ranks are short for.

    >>> _in_full("senior gen.")
    'senior general'
    """
    return " ".join(_RANKS.get(word, word) for word in title.split())


def _is_one(lemma: str, position: str) -> bool:
    """Be of this office; a prime minister is no "minister".

    >>> _is_one("minister", "Foreign Minister"), _is_one("minister", "Prime Minister")
    (True, False)
    """
    full = _in_full(position.lower())
    return lemma in (full.replace("prime minister", "premier") if lemma == "minister" else full)


def _told_to_be(scene: Scene, word: int, lemma: str) -> tuple[Actor, ...]:
    """Give the person named last before who is told to be of this office."""
    before = scene.tree.tokens[word].span.start
    named = [
        (max(starts), party.id)
        for party in scene.parties.values()
        if any(fact.kind == "position" and _is_one(lemma, fact.value) for fact in party.facts)
        and (starts := [m.span.start for m in party.mentions if m.span.start < before])
    ]
    return (max(named)[1],) if named else ()
