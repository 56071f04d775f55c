"""Whether an act has the sides that it takes: somebody who did it, and no storm, fire or gas explosion."""

from __future__ import annotations

from nongrata.events.certainty.told import Told
from nongrata.events.record import Actor, Unnamed
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.offices import WORD
from nongrata.events.sentence.scene import Scene
from nongrata.events.who.nouns import is_of

# Types that nobody does to anybody without an actor being named; a sanction or a killing may be told without one.
NEED_ACTORS = frozenset(
    {"AID", "MOBILIZE", "CONSULT", "AGREE", "SUPPORT", "COOPERATE", "RETREAT", "CONCEDE", "REQUEST", "THREATEN"}
)
_CARRIES = frozenset({"fly", "run", "carry"})
_GIVES_OUT = frozenset({"deliver", "distribute", "hand", "airlift", "donate", "airdrop"})
_UNDONE = ("negated", "hypothetical")
_TITLE = 10  # characters before a name in which "Hurricane" stands


def has_sides(scene: Scene, told: Told) -> bool:
    """Have all that such an act wants to be one between somebody and somebody: a doer, or whom it was done to."""
    if any(_is_disaster(scene, actor) for actor in told.actors):
        return False
    if _goes_nowhere(scene, told) or _is_said_by_nobody(scene, told):
        return False
    if told.actors or told.kind.type in NEED_ACTORS:
        return bool(told.actors) or is_handed_over(scene, told) or _is_let_go(scene, told)
    if told.kind.type in ("ASSAULT", "COERCE") and _is_done_by_a_thing(scene, told):
        return False
    named = any(not isinstance(actor, Unnamed) for actor in told.recipients)
    return named or (told.kind.type == "ASSAULT" and _is_violent(scene, told))


def _goes_nowhere(scene: Scene, told: Told) -> bool:
    """Tell of goods that somebody carries or sends, and not to whom: nothing is known to be passed on."""
    frame, status = told.trigger.frame, told.kind.status
    if frame.sort != "transfer" or told.recipients or told.kind.type not in ("AID", "COOPERATE"):
        return False
    verb = told.trigger.verb
    is_used = scene.tree.lemma(verb) in _CARRIES  # "drones flown by the army"
    is_passed = frame.type == "AID" and (is_used or not scene.tree.is_passive(verb)) and not _is_relief(scene, told)
    return status in _UNDONE or (is_passed and status == "asserted")


def _is_relief(scene: Scene, told: Told) -> bool:
    """Be relief given out, to whoever needs it: "delivered blood and surgical kits", "handed out blankets"."""
    tree, thing = scene.tree, told.trigger.object
    given = tree.lemma(told.trigger.verb) in _GIVES_OUT and thing is not None
    return given and any(load_verbs().is_of(tree.lemma(each), "help") for each in tree.listed(thing or 0))


def _is_said_by_nobody(scene: Scene, told: Told) -> bool:
    """Be an accusation or a refusal of which nobody is told to have made it: "a banker accused of fraud"."""
    is_passive = scene.tree.is_passive(told.trigger.verb)
    return told.kind.type in ("ACCUSE", "REJECT") and not told.actors and is_passive


def _is_let_go(scene: Scene, told: Told) -> bool:
    """Be freed, acquitted or rid of sanctions by whoever it was: "Petrov was freed in March"."""
    named = any(not isinstance(actor, Unnamed) for actor in told.recipients)
    return named and told.kind.type in ("RETREAT", "CONCEDE") and scene.tree.is_passive(told.trigger.verb)


def is_handed_over(scene: Scene, told: Told) -> bool:
    """Be goods that went to somebody by name, whoever sent them: "missiles were shipped to Russia"."""
    named = any(not isinstance(actor, Unnamed) for actor in told.recipients)
    is_deed = told.kind.type in ("AID", "COOPERATE") and told.trigger.frame.sort in ("transfer", "ownership")
    is_told = bool(scene.tree.kids(told.trigger.verb, "auxpass")) or told.kind.status != "asserted"
    thing = told.trigger.object
    has_party = any(isinstance(actor, str) for actor in told.recipients)
    if not told.actors and not has_party and thing is not None and is_of(scene, thing, ("money",)):
        return False  # "money that was moved to London" is in nobody's hands
    return named and is_deed and is_told and not told.trigger.nominal and scene.tree.is_passive(told.trigger.verb)


def _is_disaster(scene: Scene, actor: Actor) -> bool:
    """Be a storm by name: "Typhoon Phanfone"."""
    if isinstance(actor, Unnamed):
        return load_verbs().is_of(actor.text.lower().partition(" ")[0], "accident")
    party = scene.parties.get(actor) if isinstance(actor, str) else None
    names = [scene.text[max(0, m.span.start - _TITLE) : m.span.end] for m in party.mentions] if party else []
    words = {word for name in names for word in WORD.findall(name.lower())}
    return any(load_verbs().is_of(word, "accident") for word in words - {"fire", "collapse"})


def _is_done_by_a_thing(scene: Scene, told: Told) -> bool:
    """Have a subject that is nobody: "a fungus that attacks", "a storm killed"."""
    tree, verb = scene.tree, told.trigger.verb
    if told.trigger.nominal or tree.is_passive(verb):
        return False
    subject = tree.subject(verb)
    return subject is not None and not any(
        load_verbs().is_of(tree.lemma(word), name) for word in tree.phrase(subject) for name in ("violence", "arms")
    )


def _is_violent(scene: Scene, told: Told) -> bool:
    """Be told of a bomb or an attack: what a fire, a crash or a gas explosion kills, nobody killed."""
    tree, known = scene.tree, load_verbs()
    verb = told.trigger.verb  # "the attack, in which 26 were killed"
    words = (*tree.subtree(verb), *((tree.head(verb),) if tree.dep(verb) == "relcl" else ()))
    mild = [word for word in words if not _is_gunfire(scene, word)]
    if any(known.is_of(tree.lemma(word), name) for word in mild for name in ("accident", "unmeant")):
        return False
    return any(known.is_of(tree.lemma(word), "violence") for word in words) or len(mild) < len(words)


def _is_gunfire(scene: Scene, word: int) -> bool:
    """Be what guns or a side fire: "artillery fire", "Thai fire"."""
    tree, known = scene.tree, load_verbs()
    before = tree.kids(word, "compound", "amod") if tree.lemma(word) == "fire" else ()
    return any(
        kid in scene.demonyms or any(known.is_of(tree.lemma(kid), name) for name in ("violence", "arms", "troops"))
        for kid in before
    )
