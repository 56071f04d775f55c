"""What an act must have to count: those who take part must be of the kind that does such things."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nongrata.events.acts.played import is_played
from nongrata.events.acts.sides import has_sides, is_handed_over
from nongrata.events.certainty.told import Told
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.offices import is_office, is_organ, nouns_in
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.who.actors import actors_at
from nongrata.events.who.pronouns import homes_of

_WEAPONS = ("arms", "troops", "explosive", "blade")
_ONESELF = ("itself", "himself", "herself", "themselves")
_SENT = ("chiefs", "delegation")


def is_event(scene: Scene, told: Told) -> bool:
    """Have all that the frame's flags, the sort and the type ask for."""
    flags = told.trigger.frame.flags
    return (
        all(gate(scene, told) for flag, gate in GATES.items() if flag in flags)
        and _meets_somebody(told)
        and _praises_somebody(scene, told)
        and _blames_somebody(scene, told)
        and has_sides(scene, told)
        and not is_played(scene, told)
        and not _is_for_itself(scene, told)
    )


def _is_for_itself(scene: Scene, told: Told) -> bool:
    """Be done to nobody else: "would defend itself vigorously"."""
    thing = told.trigger.object
    return thing is not None and scene.tree.tokens[thing].text.lower() in _ONESELF


def _meets_somebody(told: Told) -> bool:
    frame = told.trigger.frame
    if frame.type == "CONSULT" and told.recipients and all(_is_press(actor) for actor in told.recipients):
        return False  # "speaking to reporters" is no meeting
    return frame.sort not in ("meeting", "country") or len(told.everybody) > 1 or bool(frame.prep_object)


def _is_press(actor: Actor) -> bool:
    return isinstance(actor, Unnamed) and not nouns_in(actor.text).isdisjoint(load_verbs().actors["press"])


def _praises_somebody(scene: Scene, told: Told) -> bool:
    if told.kind.type != "SUPPORT" or told.quote is not None:
        return True
    if told.recipients or (told.trigger.frame.object and len(told.actors) > 1):
        return True
    is_said = told.trigger.object is not None and not scene.tree.is_passive(told.trigger.verb)
    return is_said and any(isinstance(actor, Government) or actor in scene.offices for actor in told.actors)


def _blames_somebody(scene: Scene, told: Told) -> bool:
    """Accuse somebody, and no thing: "blaming repair costs that have tripled"."""
    thing = told.trigger.object
    is_allegation = told.kind.type == "ACCUSE" and told.trigger.frame.content == "alleged" and not told.recipients
    return thing is None or not is_allegation or scene.tree.tokens[thing].pos != "NOUN"


def _is_physical(scene: Scene, told: Told) -> bool:
    """Be a raid and no tirade: a named person or firm that "attacked" somebody spoke, unless with a weapon."""
    tree, verb = scene.tree, told.trigger.verb
    speaks = all(isinstance(a, str) and scene.parties[a].schema in ("Person", "Company") for a in told.actors)
    if not told.actors or not speaks or tree.is_passive(verb):
        return True
    words = tree.subtree(verb)
    armed = any(load_verbs().is_of(tree.lemma(word), name) for word in words for name in _WEAPONS)
    return armed or any(tree.tokens[word].text.lower() == "men" and tree.dep(word) in SUBJECTS for word in words)


def _are_several(_scene: Scene, told: Told) -> bool:
    return len(told.actors) > 1


def _are_many(scene: Scene, told: Told) -> bool:
    return any(isinstance(actor, Unnamed) or _is_body(scene, actor) for actor in told.actors)


def _is_government(scene: Scene, told: Told) -> bool:
    return any(isinstance(actor, Government) or actor in scene.offices for actor in told.actors)


def _is_told_of_another(_scene: Scene, told: Told) -> bool:
    named = any(not isinstance(actor, Unnamed) for actor in told.everybody)
    return bool(told.actors) and bool(told.recipients) and named


def _is_named(_scene: Scene, told: Told) -> bool:
    """Name one of the two sides, whoever the other is: "the arrest of Petrov", "Aramco suspended loadings"."""
    return bool(told.recipients) and any(not isinstance(actor, Unnamed) for actor in told.everybody)


def _is_to_come(_scene: Scene, told: Told) -> bool:
    """Be said of what one will do: "will take necessary measures" threatens, "took all necessary steps" does not."""
    return told.kind.type == "THREATEN"


def _is_suffered(scene: Scene, told: Told) -> bool:
    """Be told of whom it was done to: "has been held in Italy since", not "held his rivals in contempt"."""
    return scene.tree.is_passive(told.trigger.verb)


def _has_both_sides(scene: Scene, told: Told) -> bool:
    return (bool(told.recipients) and (bool(told.actors) or is_handed_over(scene, told))) or _is_blow_on(scene, told)


def _is_blow_on(scene: Scene, told: Told) -> bool:
    """Be a blow that a state deals to something that is nobody: "U.S. strikes on boats"."""
    noun = told.trigger.verb
    preps = scene.tree.kids(noun, "prep") if told.trigger.nominal and told.kind.type == "ASSAULT" else ()
    by_state = any(isinstance(actor, Government) for actor in told.actors)
    return by_state and any(scene.tree.lemma(prep) in ("on", "against") for prep in preps)


def _can_travel(scene: Scene, told: Told) -> bool:
    return any(isinstance(actor, Government) or scene.is_person(actor) or _is_sent(actor) for actor in told.actors)


def _is_sent(actor: Actor) -> bool:
    """Be an office without a name, or people of one: "the head of Iran's state shipping line", "a delegation"."""
    if not isinstance(actor, Unnamed):
        return False
    words = nouns_in(actor.text)
    return is_office(actor.text) or any(load_verbs().is_of(word, name) for word in words for name in _SENT)


def _is_court(scene: Scene, told: Told) -> bool:
    subject = scene.tree.subject(told.trigger.verb)
    words = () if subject is None else scene.tree.phrase(subject)
    return any(scene.tree.lemma(word) in load_verbs().actors["court"] for word in words)


def _is_of_state(scene: Scene, told: Told) -> bool:
    return any(
        is_organ(actor.text)
        if isinstance(actor, Unnamed)
        else isinstance(actor, Government) or _is_body(scene, actor) or actor in scene.offices
        for actor in told.everybody
    )


def _is_body(scene: Scene, actor: Actor) -> bool:
    return isinstance(actor, str) and not scene.is_person(actor)


def _is_official(scene: Scene, told: Told) -> bool:
    return any(isinstance(actor, Government) or actor in scene.parties for actor in told.actors)


def _is_armed(scene: Scene, told: Told) -> bool:
    """Be done by who has troops to move: a state, its officers, a militia; no tourist and no firm."""
    nouns = load_verbs().actors["crowd"] | load_verbs().actors["forces"]
    return any(
        isinstance(actor, Government)
        or actor in scene.offices
        or (isinstance(actor, Unnamed) and bool(nouns_in(actor.text) & nouns))
        or (_is_body(scene, actor) and isinstance(actor, str) and scene.parties[actor].schema != "Company")
        for actor in told.actors
    )


def _is_fugitive(scene: Scene, told: Told) -> bool:
    """Be somebody by name, or troops: residents who leave their homes retreat from nothing."""
    return _is_armed(scene, told) or any(isinstance(actor, str) for actor in told.actors)


def _is_own_deed(scene: Scene, told: Told) -> bool:
    """Warn of what one would do oneself: "warned that it could shut the border"."""
    clauses = scene.tree.kids(told.trigger.verb, "ccomp")
    subjects = [subject for clause in clauses if (subject := scene.tree.kid(clause, *SUBJECTS)) is not None]
    doers = {actor for subject in subjects for actor in actors_at(scene, subject)}
    # an officer of whose state nothing is told is of the one that acted last
    own = homes_of(scene, told.actors) or homes_of(scene, scene.memory.state or scene.memory.home)
    return bool(doers & set(told.actors)) or bool(homes_of(scene, doers) & own)


def _is_threat_to_make(scene: Scene, told: Told) -> bool:
    """Be told of who holds power: what an analyst warns of is no threat of his."""
    return any(
        is_office(actor.text) if isinstance(actor, Unnamed) else isinstance(actor, Government) or actor in scene.offices
        for actor in told.actors
    )


def _goes_on_with_sanctions(scene: Scene, _told: Told) -> bool:
    """Come right after sanctions were told: "Britain followed suit", "Canada also targeted the bank"."""
    return any(type_ == "SANCTION" for type_, _cue, _by in scene.memory.acts[:2])


GATES: Mapping[str, Callable[[Scene, Told], bool]] = {
    "joint": _are_several,
    "crowd": _are_many,
    "government": _is_government,
    "must": _is_told_of_another,
    "must-sides": _has_both_sides,
    "must-named": _is_named,
    "to-come": _is_to_come,
    "suffered-only": _is_suffered,
    "traveller": _can_travel,
    "court": _is_court,
    "state": _is_of_state,
    "sayer-only": _is_official,
    "official": _is_threat_to_make,
    "own-deed": _is_own_deed,
    "armed": _is_armed,
    "fugitive": _is_fugitive,
    "physical": _is_physical,
    "after-sanction": _goes_on_with_sanctions,
}
