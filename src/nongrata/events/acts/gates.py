"""What an act must have to count: those who take part must be of the kind that does such things."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nongrata.events.acts.other_sense import is_in_other_sense
from nongrata.events.acts.played import is_played
from nongrata.events.acts.powers import (
    can_travel,
    is_armed,
    is_body,
    is_fugitive,
    is_own_deed,
    is_physical,
    may_threaten,
)
from nongrata.events.acts.sides import has_sides, is_handed_over
from nongrata.events.acts.worth_telling import (
    answers_a_request,
    is_advice,
    is_arrest_of_thing,
    is_of_anybody,
    is_of_list,
    is_of_nobody,
    is_own_circle,
    is_own_money,
    is_promised,
    is_what_measures_do,
)
from nongrata.events.certainty.told import Told
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.counted import SEVERAL
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.offices import is_office, is_organ, nouns_in
from nongrata.events.sentence.scene import Scene

_GENERALLY = frozenset(("generally", "ordinarily", "normally", "typically", "usually"))
_LAWS = frozenset(
    ("authority", "order", "law", "act", "regulation", "rule", "programme", "program", "provision", "statute", "bill")
)
_MEANT = frozenset(("aim", "mean", "design", "intend"))
_ONESELF = ("itself", "himself", "herself", "themselves")


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
        and not is_arrest_of_thing(scene, told)
        and not is_of_anybody(scene, told)
        and not _is_rule(scene, told)
        and not is_advice(scene, told)
        and not is_own_money(told)
        and not is_in_other_sense(scene, told)
        and not is_of_nobody(scene, told)
        and not is_what_measures_do(scene, told)
    )


def _is_rule(scene: Scene, told: Told) -> bool:
    """Be what a rule says and nobody does: "regulations generally prohibit", "an authority aimed at blocking"."""
    tree, verb = scene.tree, told.trigger.verb
    if any(tree.lemma(kid) in _GENERALLY for kid in tree.kids(verb, "advmod")):
        return True
    above = next((word for word in (verb, *tree.up(verb)) if tree.dep(word) == "acl"), None)
    return above is not None and tree.lemma(tree.head(above)) in _LAWS and tree.tokens[above].lemma in _MEANT


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
    if told.recipients and all(is_own_circle(actor) for actor in told.recipients):
        return False  # "thanked his lawyers"
    if told.recipients or (told.trigger.frame.object and len(told.actors) > 1):
        return True
    is_said = told.trigger.object is not None and not scene.tree.is_passive(told.trigger.verb)
    return is_said and any(isinstance(actor, Government) or actor in scene.offices for actor in told.actors)


def _blames_somebody(scene: Scene, told: Told) -> bool:
    """Accuse somebody, and no thing: "blaming repair costs that have tripled"."""
    thing = told.trigger.object
    is_allegation = told.kind.type == "ACCUSE" and told.trigger.frame.content == "alleged" and not told.recipients
    return thing is None or not is_allegation or scene.tree.tokens[thing].pos != "NOUN"


def _are_several(_scene: Scene, told: Told) -> bool:
    return len(told.actors) > 1


def _are_many(scene: Scene, told: Told) -> bool:
    return any(isinstance(actor, Unnamed) or is_body(scene, actor) for actor in told.actors)


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


def _is_court(scene: Scene, told: Told) -> bool:
    subject = scene.tree.subject(told.trigger.verb)
    words = () if subject is None else scene.tree.phrase(subject)
    return any(scene.tree.lemma(word) in load_verbs().actors["court"] for word in words)


def _is_of_state(scene: Scene, told: Told) -> bool:
    return any(
        is_organ(actor.text)
        if isinstance(actor, Unnamed)
        else isinstance(actor, Government) or is_body(scene, actor) or actor in scene.offices
        for actor in told.everybody
    )


def _is_official(scene: Scene, told: Told) -> bool:
    return any(isinstance(actor, Government) or actor in scene.parties for actor in told.actors)


def _has_say(scene: Scene, told: Told) -> bool:
    """Be told of who has a say: no lawyer's advice, and no two teachers who refused to hand over a key."""
    nouns = load_verbs().actors["crowd"] | load_verbs().actors["forces"]
    return any(
        not isinstance(actor, Unnamed) or is_office(actor.text) or (_are_unnumbered(actor) & nouns)
        for actor in told.actors
        if not scene.is_person(actor) or actor in scene.offices or told.trigger.frame.type == "REJECT"
    )


def _are_unnumbered(actor: Unnamed) -> set[str]:
    """Give the words of some people who are not told by their number, "the miners" but not "two miners"."""
    words = nouns_in(actor.text)
    return set() if words & SEVERAL or words & {"a", "an", "one"} else words


def _goes_on_with_sanctions(scene: Scene, _told: Told) -> bool:
    """Come right after sanctions were told: "Britain followed suit", "Canada also targeted the bank"."""
    return any(type_ == "SANCTION" for type_, _cue, _by in scene.memory.acts[:2])


def _follows_protest(scene: Scene, _told: Told) -> bool:
    """Come right after a protest was told: "Mothers marched to the camp. Police blocked the road"."""
    return any(type_ == "PROTEST" for type_, _cue, _by in scene.memory.acts[:1])


GATES: Mapping[str, Callable[[Scene, Told], bool]] = {
    "joint": _are_several,
    "crowd": _are_many,
    "government": _is_government,
    "must": _is_told_of_another,
    "must-sides": _has_both_sides,
    "must-named": _is_named,
    "to-come": _is_to_come,
    "suffered-only": _is_suffered,
    "traveller": can_travel,
    "court": _is_court,
    "state": _is_of_state,
    "sayer-only": _is_official,
    "official": may_threaten,
    "with-say": _has_say,
    "own-deed": is_own_deed,
    "will-do": is_promised,
    "armed": is_armed,
    "fugitive": is_fugitive,
    "physical": is_physical,
    "after-request": answers_a_request,
    "after-list": is_of_list,
    "after-protest": _follows_protest,
    "after-sanction": _goes_on_with_sanctions,
}
