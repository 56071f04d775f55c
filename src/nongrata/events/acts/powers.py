"""Whether who acts is of those who can: who travels, has troops to move or weapons, or may threaten."""

from __future__ import annotations

from nongrata.events.certainty.told import Told
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.offices import is_office, nouns_in
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.who.actors import actors_at
from nongrata.events.who.pronouns import homes_of
from nongrata.events.who.states import states_before

_WEAPONS = ("arms", "troops", "explosive", "blade")
_SENT = ("chiefs", "delegation")


def is_physical(scene: Scene, told: Told) -> bool:
    """Be a raid and no tirade: a named person or firm that "attacked" somebody spoke, unless with a weapon."""
    tree, verb = scene.tree, told.trigger.verb
    speaks = all(isinstance(a, str) and scene.parties[a].schema in ("Person", "Company") for a in told.actors)
    if not told.actors or not speaks or tree.is_passive(verb):
        return True
    words = tree.subtree(verb)
    armed = any(load_verbs().is_of(tree.lemma(word), name) for word in words for name in _WEAPONS)
    return armed or any(tree.tokens[word].text.lower() == "men" and tree.dep(word) in SUBJECTS for word in words)


def is_armed(scene: Scene, told: Told) -> bool:
    """Be done by who has troops to move: a state, its officers, a militia; no tourist and no firm."""
    nouns = load_verbs().actors["crowd"] | load_verbs().actors["forces"]
    return any(
        isinstance(actor, Government)
        or actor in scene.offices
        or (isinstance(actor, Unnamed) and bool(nouns_in(actor.text) & nouns))
        or (is_body(scene, actor) and isinstance(actor, str) and scene.parties[actor].schema != "Company")
        for actor in told.actors
    )


def is_fugitive(scene: Scene, told: Told) -> bool:
    """Be somebody by name, or troops: residents who leave their homes retreat from nothing."""
    return is_armed(scene, told) or any(isinstance(actor, str) for actor in told.actors)


def is_own_deed(scene: Scene, told: Told) -> bool:
    """Warn of what one would do oneself: "warned that it could shut the border"."""
    clauses = scene.tree.kids(told.trigger.verb, "ccomp")
    subjects = [subject for clause in clauses if (subject := scene.tree.kid(clause, *SUBJECTS)) is not None]
    doers = {actor for subject in subjects for actor in actors_at(scene, subject)}
    subject = scene.tree.subject(told.trigger.verb)
    sent = () if subject is None else states_before(scene, subject)  # "the United States ambassador, Mike Waltz"
    # an officer of whose state nothing is told is of the one that acted last
    own = homes_of(scene, (*told.actors, *sent)) or homes_of(scene, scene.memory.state or scene.memory.home)
    return bool(doers & set(told.actors)) or bool(homes_of(scene, doers) & own)


def may_threaten(scene: Scene, told: Told) -> bool:
    """Be told of who holds power: what an analyst warns of is no threat of his."""
    return _is_titled(scene, told) or any(
        is_office(actor.text) if isinstance(actor, Unnamed) else isinstance(actor, Government) or actor in scene.offices
        for actor in told.actors
    )


def _is_titled(scene: Scene, told: Told) -> bool:
    """Have an office before his name: "the United States ambassador to the UN, Mike Waltz, warned"."""
    subject = scene.tree.subject(told.trigger.verb)
    return subject is not None and subject not in scene.named and is_office(scene.words(subject))


def can_travel(scene: Scene, told: Told) -> bool:
    return any(isinstance(actor, Government) or scene.is_person(actor) or _is_sent(actor) for actor in told.actors)


def _is_sent(actor: Actor) -> bool:
    """Be an office without a name, or people of one: "the head of Iran's state shipping line", "a delegation"."""
    if not isinstance(actor, Unnamed):
        return False
    words = nouns_in(actor.text)
    return is_office(actor.text) or any(load_verbs().is_of(word, name) for word in words for name in _SENT)


def is_body(scene: Scene, actor: Actor) -> bool:
    return isinstance(actor, str) and not scene.is_person(actor)
