"""Verbs of the table that mean something else here: a price that is charged, a helicopter shot down, who "ended up"."""

from __future__ import annotations

from collections.abc import Callable

from nongrata.events.certainty.told import Told
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene

_MUST = frozenset(("must", "should", "can", "could", "may", "might"))


def is_in_other_sense(scene: Scene, told: Told) -> bool:
    """Be told by a verb that here is another than the table's."""
    look = _SENSES.get(scene.tree.lemma(told.trigger.verb))
    return look is not None and look(scene, told)


def _is_price(scene: Scene, told: Told) -> bool:
    """Charge money, and nobody with anything: "charged the ministry $6 million"."""
    tree = scene.tree
    things = tree.kids(told.trigger.verb, "dobj", "oprd")
    words = [word for noun in things for word in tree.subtree(noun)]
    return any(tree.tokens[word].tag == "$" or tree.lemma(word) in _FEES for word in words)


_FEES = frozenset(
    ("fee", "rent", "price", "premium", "toll", "interest", "dollar", "euro", "pound", "rouble", "ruble", "yuan")
)


def _is_ended_up(scene: Scene, told: Told) -> bool:
    """Come to it in the end: "ended up paying drivers less"."""
    return any(scene.tree.lemma(kid) == "up" for kid in scene.tree.kids(told.trigger.verb, "prt"))


def _is_opinion(scene: Scene, told: Told) -> bool:
    """Think as another does: "agreed with the judge's decision"; or be what nobody "might have agreed to"."""
    tree, verb = scene.tree, told.trigger.verb
    shared = [
        noun for prep in tree.kids(verb, "prep") if tree.lemma(prep) == "with" for noun in tree.kids(prep, "pobj")
    ]
    if any(load_verbs().is_of(tree.lemma(noun), "opinion") for noun in shared):
        return True
    return told.kind.type == "REJECT" and any(
        tree.lemma(aux) in ("might", "could", "may") for aux in tree.kids(verb, "aux")
    )


def _is_order(scene: Scene, told: Told) -> bool:
    """Rule what has to be done, which finds nobody guilty: "ruled that shops must label the goods"."""
    tree = scene.tree
    clauses = tree.kids(told.trigger.verb, "ccomp")
    return told.kind.type == "SANCTION" and any(
        tree.lemma(aux) in _MUST for word in clauses for aux in tree.kids(word, "aux")
    )


def _is_contest(scene: Scene, told: Told) -> bool:
    """Vie for something: "as they battle to win the election"."""
    tree, verb = scene.tree, told.trigger.verb
    return not tree.kids(verb, "dobj") and any(tree.kids(kid, "aux") for kid in tree.kids(verb, "xcomp", "advcl"))


def _is_likeness(scene: Scene, told: Told) -> bool:
    """Call something to mind, and ask for nothing: "reminds us of the programme"."""
    return not scene.tree.kids(told.trigger.verb, "xcomp", "ccomp")


def _is_downed(scene: Scene, told: Told) -> bool:
    """Be brought down, as aircraft are, and turn nothing down: "helicopter shot down"."""
    return told.kind.type == "REJECT" and told.trigger.object is None


def _is_of_things(scene: Scene, told: Told) -> bool:
    """Put something on the market: "launched a keyboard case"."""
    thing = told.trigger.object
    if told.kind.type != "ACCUSE" or thing is None or scene.tree.lemma(thing) != "case":
        return False
    return not any(
        scene.tree.lemma(prep) in ("against", "into", "over", "at", "in") for prep in scene.tree.kids(thing, "prep")
    )


def _is_of_exchange(scene: Scene, told: Told) -> bool:
    """Be glad of an exchange, which is no guest: "welcomed the exchange"."""
    thing = told.trigger.object
    return told.kind.type == "CONSULT" and thing is not None and scene.tree.lemma(thing) == "exchange"


_SENSES: dict[str, Callable[[Scene, Told], bool]] = {
    "charge": _is_price,
    "end": _is_ended_up,
    "agree": _is_opinion,
    "rule": _is_order,
    "battle": _is_contest,
    "remind": _is_likeness,
    "shoot": _is_downed,
    "launch": _is_of_things,
    "welcome": _is_of_exchange,
}
