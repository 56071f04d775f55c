"""Whether words tell an act at all by what stands around them: a list, a request, a promise, people of any sort."""

from __future__ import annotations

import re

from nongrata.events.acts.powers import is_body
from nongrata.events.certainty.told import Told
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.offices import nouns_in
from nongrata.events.sentence.scene import Scene
from nongrata.events.who.pronouns import WE

_WHOSE = frozenset({"his", "her", "their", "my", "our"})
_CIRCLE = frozenset({
    "lawyer", "mother", "father", "wife", "husband", "son", "daughter", "brother", "sister", "family", "friend", "fan",
    "supporter", "colleague", "doctor", "children", "parent", "neighbour", "neighbor",
})  # fmt: skip
_ANYBODY = frozenset({"people", "those", "anyone", "anybody", "someone", "somebody", "man", "country", "state", "one"})
_WILL = frozenset({"will", "would", "shall", "'ll", "’ll"})
_PUBLIC = frozenset({"people", "resident", "worker", "student", "farmer", "villager", "community", "voter", "parent"})
_AROUND = 500  # characters before "added both" in which a list is spoken of
_LISTS = re.compile(r"\b(?:black|sanctions )list|\bsanctions\b|\b(?:un|us|u\.[ns]\.|eu) list\b")


def is_arrest_of_thing(scene: Scene, told: Told) -> bool:
    """Be an "it" that somebody picked up or took away: no arrest."""
    thing = told.trigger.object
    is_arrest = told.kind.type == "COERCE" and told.kind.mode == "arrest"
    return is_arrest and thing is not None and scene.tree.tokens[thing].text.lower() == "it"


def is_of_anybody(scene: Scene, told: Told) -> bool:
    """Tell what sort of people are meant, not what some did: "we don't sit down with people who burn hospitals"."""
    tree, verb = scene.tree, told.trigger.verb
    if tree.dep(verb) != "relcl" or tree.tokens[verb].tag not in ("VBP", "VBZ", "VB"):
        return False
    noun = tree.head(verb)
    is_told_apart = tree.kids(noun, "det", "nummod", "poss", "amod", "compound", "prep")
    return tree.lemma(noun) in _ANYBODY and not is_told_apart and tree.subject(verb) is not None


def is_of_nobody(scene: Scene, told: Told) -> bool:
    """Be done by a "we" of whom nobody knows who they are: the "we" of whoever wrote the page."""
    subject = scene.tree.subject(told.trigger.verb)
    return not told.actors and subject is not None and scene.tree.tokens[subject].text.lower() in WE


def is_what_measures_do(scene: Scene, told: Told) -> bool:
    """Say what sanctions do, which were told before: "The measures freeze their assets and ban them from entry"."""
    tree, verb = scene.tree, told.trigger.verb
    subject = tree.subject(verb) if tree.is_verb(verb) and not tree.is_passive(verb) else None
    is_told_before = subject is not None and tree.tokens[subject].tag in ("NN", "NNS") and told.kind.type == "COERCE"
    return is_told_before and tree.lemma(subject or 0) in load_verbs().classes["sanctions"]


def is_promised(scene: Scene, told: Told) -> bool:
    """Say what one will do: "promised that it would share its files", not "assured Brussels that it complied"."""
    tree = scene.tree
    clauses = tree.kids(told.trigger.verb, "ccomp")
    active = [clause for clause in clauses if not tree.is_passive(clause)]
    return any(tree.tokens[kid].text.lower() in _WILL for clause in active for kid in tree.kids(clause, "aux"))


def is_of_list(scene: Scene, told: Told) -> bool:
    """Be put on the list that was spoken of just before, by who keeps one: "The Council's committee added both"."""
    before = scene.text[: scene.tree.sentence.span.start][-_AROUND:].lower()
    keeps = any(
        isinstance(actor, Government) or actor in scene.offices or is_body(scene, actor) for actor in told.actors
    )
    return keeps and _LISTS.search(before) is not None and bool(told.recipients)


def answers_a_request(scene: Scene, told: Told) -> bool:
    """Come right after somebody asked for something, and say no more: "Its head, Laurent Saint-Cyr, refused"."""
    is_asked = any(type_ in ("REQUEST", "THREATEN") for type_, _cue, _by in scene.memory.acts[:1])
    return is_asked and bool(told.actors) and not set(told.actors) & set(scene.memory.acts[0][2])


def is_own_circle(actor: Actor) -> bool:
    """Be somebody's family, lawyers or friends: "his lawyers", "her mother"."""
    words = actor.text.lower().split() if isinstance(actor, Unnamed) else []
    return bool(words) and words[0] in _WHOSE and words[-1].removesuffix("s") in _CIRCLE


def is_advice(scene: Scene, told: Told) -> bool:
    """Be warned for one's own good: "warned members not to pay strangers", "the bank warned customers"."""
    tree, verb = scene.tree, told.trigger.verb
    if told.kind.type != "THREATEN" or tree.lemma(verb) != "warn" or not told.recipients:
        return False
    nouns = load_verbs().actors["crowd"] | load_verbs().actors["forces"]
    if any(not isinstance(actor, Unnamed) or nouns_in(actor.text) & nouns - _PUBLIC for actor in told.recipients):
        return False
    is_spared = any(tree.kids(clause, "neg") for clause in tree.kids(verb, "xcomp"))
    are_firms = all(isinstance(actor, str) and scene.parties[actor].schema == "Company" for actor in told.actors)
    return is_spared or are_firms


def is_own_money(told: Told) -> bool:
    """Be what somebody's kin paid or gave to nobody by name: "My mother wired money to Tepic for a flat"."""
    is_given = told.kind.type in ("AID", "COOPERATE") and bool(told.actors)
    return is_given and all(map(is_own_circle, told.actors)) and not any(isinstance(a, str) for a in told.recipients)
