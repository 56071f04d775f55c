"""One act told in two words of a sentence: an attack and its toll, an indictment and whom it charges."""

from __future__ import annotations

from collections.abc import Sequence

from nongrata.events.certainty.told import Told
from nongrata.events.sentence.scene import Scene


def told_with(scene: Scene, before: Sequence[Told], told: Told) -> list[Told]:
    """Give the acts of a sentence with one more, unless it tells one of them again."""
    if _is_toll(scene, told, before) or any(_is_said_again(scene, other, told) for other in before):
        return [*before]
    charged = [other for other in before if _is_charge_of(scene, other, told)]
    if not charged:
        return [*before, told]
    if told.recipients:  # "unsealed an indictment charging him": the verb tells whom
        return [*(other for other in before if other not in charged), told]
    return [*before]


def _is_toll(scene: Scene, told: Told, before: Sequence[Told]) -> bool:
    """Be only the toll of an attack told just before, or of an accident: "it broke up, killing seven"."""
    verb, tree = told.trigger.verb, scene.tree
    is_result = tree.tokens[verb].tag == "VBG" and tree.dep(verb) in ("advcl", "xcomp", "conj")
    if told.kind.type != "ASSAULT" or not is_result:
        return False
    subject = tree.subject(verb)
    is_thing = subject is not None and tree.tokens[subject].text.lower() == "it"
    return is_thing or any(other.kind.type == "ASSAULT" for other in before)


def _is_said_again(scene: Scene, before: Told, told: Told) -> bool:
    """Be the words of a refusal, what a concession gives, or the second of two verbs for one act.

    "Rejected it, calling it a lie"; "respects and understands their reasons"; "searched the flat and seized a pistol".
    """
    verb = told.trigger.verb
    is_pair = scene.tree.dep(verb) == "conj" and scene.tree.head(verb) == before.trigger.verb
    if is_pair and told.trigger.object is not None and told.trigger.object == before.trigger.object:
        return before.kind.type == told.kind.type
    if is_pair and _is_search(scene, before) and told.kind.mode == before.kind.mode == "seize":
        return set(before.actors) == set(told.actors)
    is_way = scene.tree.tokens[verb].tag == "VBG" and scene.tree.dep(verb) == "advcl"
    same = before.kind.type == told.kind.type and set(before.actors) == set(told.actors)
    return (
        is_way
        and same
        and told.kind.type in ("REJECT", "ACCUSE", "CONCEDE")
        and scene.tree.head(verb) == before.trigger.verb
    )


def _is_search(scene: Scene, told: Told) -> bool:
    return scene.tree.lemma(told.trigger.verb) in ("search", "raid")


def _is_charge_of(scene: Scene, paper: Told, charge: Told) -> bool:
    """Be the bringing of a charge and, below it, the charge: "filed a complaint accusing the lender"."""
    if not paper.kind.type == charge.kind.type == "ACCUSE" or "charges" not in paper.trigger.frame.object:
        return False
    tree, thing = scene.tree, paper.trigger.object
    is_against = thing is not None and any(tree.lemma(prep) == "against" for prep in tree.kids(thing, "prep"))
    is_other = is_against and bool(charge.recipients) and not set(paper.recipients) & set(charge.recipients)
    return not is_other and charge.trigger.verb in scene.tree.subtree(paper.trigger.verb)
