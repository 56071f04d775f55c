"""Acts that are only played: a team's attack in a match, what a film or a novel tells."""

from __future__ import annotations

import re
from functools import lru_cache

from nongrata.events.certainty.told import Told
from nongrata.events.record import Actor, Unnamed
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.offices import WORD, nouns_in
from nongrata.events.sentence.scene import Scene

# What a team does to another, and people on a stage do: who accuses, protests or is fined in a story of sport really is
_PLAYED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "CONCEDE", "REJECT", "AGREE", "CONSULT", "AID"})
_TEAM_PLAYS = _PLAYED - {"COERCE", "AID"}
_STAGED = _PLAYED | {"COOPERATE", "THREATEN"}
_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")
_CLEAR = 2  # scores, and words that only games have
_RATE = 180  # characters: in a story of sport a word of games stands at least as often
_NOT_PLAYED = ("violence", "arms", "detention", "court")


def is_played(scene: Scene, told: Told) -> bool:
    """Be done in a game, or in a work of fiction."""
    return _is_of_contest(scene, told) or _is_of_fiction(scene, told)


def _is_of_contest(scene: Scene, told: Told) -> bool:
    """Be done by a team or a player in a story of sport: "France invaded the New Zealand half"."""
    if told.kind.type not in _TEAM_PLAYS or not is_sport(scene.text) or not told.actors:
        return False
    if told.quote is not None or any(_is_crowd(actor) for actor in told.actors):
        return False  # hooligans do attack
    if any(actor in scene.offices for actor in told.everybody) or _has_clause(scene, told):
        return False
    lemmas = {scene.tree.lemma(word) for word in scene.tree.subtree(told.trigger.verb)} - {"attack", "strike"}
    return not any(load_verbs().is_of(lemma, name) for lemma in lemmas for name in _NOT_PLAYED)


def _has_clause(scene: Scene, told: Told) -> bool:
    """Be told with what was refused or agreed: "refused to play in Moscow" is meant in earnest."""
    return bool(scene.tree.kids(told.trigger.verb, "xcomp", "ccomp"))


def _is_crowd(actor: Actor) -> bool:
    return isinstance(actor, Unnamed) and bool(nouns_in(actor.text) & load_verbs().actors["crowd"])


@lru_cache(maxsize=4)
def is_sport(text: str) -> bool:
    """Be a story of sport: words of contests and scores stand in it again and again.

    >>> is_sport("Spain beat Italy 2-1 in the semi-final. The striker scored after half-time; the coach wept.")
    True
    >>> is_sport("Spain and Italy signed a treaty on Monday. The ministers went to a match in the stadium afterwards.")
    False
    """
    known = load_verbs()
    words = [word.removesuffix("s") for word in WORD.findall(text.lower())]
    clear = sum(known.is_of(word, "contest") for word in words) + sum(1 for _ in _SCORE.finditer(text))
    weighed = clear + sum(known.is_of(word, "contest-as-well") for word in words) / 2
    return clear >= _CLEAR and weighed * _RATE >= len(text)


def _is_of_fiction(scene: Scene, told: Told) -> bool:
    """Be told in the present, as plots are, after a film or a book was named: "a novel in which a spy kills …"."""
    tree, verb = scene.tree, told.trigger.verb
    if told.kind.type not in _STAGED or tree.tokens[tree.clause(verb)].tag not in ("VBZ", "VBP"):
        return False
    start = scene.text.rfind("\n", 0, tree.tokens[verb].span.start) + 1
    before = scene.text[start : tree.tokens[verb].span.start].lower()
    named = any(load_verbs().is_of(word.removesuffix("s"), "fiction") for word in WORD.findall(before))
    subject = tree.subject(verb)
    return named and not (subject is not None and load_verbs().is_of(tree.lemma(subject), "fiction"))
