"""Places farther from the verb in which somebody stands: whose list it is, whom it helps, who holds the licence."""

from __future__ import annotations

from nongrata.events.record import Actor, Government
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.trigger import Trigger, preps_of
from nongrata.events.who.actors import actors_around, actors_at
from nongrata.events.who.nouns import is_of
from nongrata.events.who.pronouns import unique
from nongrata.events.who.states import states_before

_HELPING = frozenset({"help", "support", "assist", "back", "aid", "defend", "protect"})


def lister_of(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give whose list it is: "was removed from the sanctions list of the European Union"."""
    if not scene.tree.is_passive(trigger.verb):
        return ()
    lists = [noun for _, noun in preps_of(scene.tree, trigger.verb, None) if is_of(scene, noun, ("list", "sanctions"))]
    return unique(actor for noun in lists for actor in states_before(scene, noun))


def origin_of(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give whose goods they are: "was supplied with Chinese drones", "Iranian crude was sold to"."""
    if not scene.tree.is_passive(trigger.verb):
        return ()
    if trigger.frame.type == "COOPERATE" and trigger.object is not None and not scene.tree.kids(trigger.verb, "agent"):
        return states_before(scene, trigger.object)
    goods = [noun for prep, noun in preps_of(scene.tree, trigger.verb, trigger.object) if prep == "with"]
    return unique(actor for noun in goods for actor in states_before(scene, noun))


def helped_by(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give whom something is sent to help: "may send fighters to help the junta"."""
    tree = scene.tree
    deeds = [kid for kid in tree.kids(trigger.verb, "xcomp", "advcl") if tree.lemma(kid) in _HELPING]
    helped = [tree.kid(deed, "dobj") for deed in deeds]
    return unique(actor for noun in helped if noun is not None for actor in actors_around(scene, noun))


def given_for(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give for whom something is promised: "pledged a million euros for families displaced by the war"."""
    nouns = [noun for prep, noun in preps_of(scene.tree, trigger.verb, trigger.object) if prep == "for"]
    return unique(actor for noun in nouns for actor in actors_at(scene, noun))


def stopped_with(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give with whom was done what is stopped: "stopped buying oil from Iran"."""
    tree = scene.tree
    deeds = tree.kids(trigger.verb, "xcomp", "advcl", "ccomp")
    nouns = [noun for deed in deeds for _prep, noun in preps_of(tree, deed, tree.kid(deed, "dobj"))]
    return unique(actor for noun in nouns for actor in actors_at(scene, noun))


def barring(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give whose land somebody is kept from, by whom is not told: "was barred from doing business in Britain"."""
    tree, verb = scene.tree, trigger.verb
    if not tree.is_passive(verb) or tree.kids(verb, "agent"):
        return ()
    froms = [prep for prep in tree.kids(verb, "prep") if tree.lemma(prep) == "from"]
    nouns = [word for prep in froms for word in tree.subtree(prep) if tree.dep(word) == "pobj"]
    named = (scene.named.get(noun) for noun in nouns)
    return unique(actor for actor in named if isinstance(actor, Government))[:1]


def holder_of_paper(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give who has a paper told by its noun: "Shell's licence from OFAC", "sells its assets under a licence from"."""
    tree, noun = scene.tree, trigger.verb
    own = [actor for kid in tree.kids(noun, "poss") for actor in actors_at(scene, kid)]
    is_used = tree.lemma(tree.head(noun)) in ("under", "with") and tree.clause(noun) != noun
    subject = tree.subject(tree.clause(noun)) if is_used else None
    return unique(own or (() if subject is None else actors_at(scene, subject)))
