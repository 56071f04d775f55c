"""The places of a frame in which somebody stands: its object, its "to", the clause below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nongrata.events.acts.farther import (
    barring,
    given_for,
    helped_by,
    holder_of_paper,
    lister_of,
    origin_of,
    stopped_with,
)
from nongrata.events.certainty.status import standing_of
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.antecedents import antecedent
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree
from nongrata.events.sentence.trigger import Trigger, clause_preps, preps_of
from nongrata.events.who.actors import actors_around, actors_at
from nongrata.events.who.described import BODILY
from nongrata.events.who.doers import doers_at
from nongrata.events.who.noun_doers import preps_below, suffering
from nongrata.events.who.nouns import is_measure
from nongrata.events.who.pronouns import RELATIVE, unique
from nongrata.events.who.speakers import speakers_at
from nongrata.events.who.states import BEFORE

_HANDS_OVER = frozenset({"give", "hand", "pay", "lend", "grant", "offer"})
_JUDGING = frozenset({"ACCUSE", "REJECT", "PROTEST", "SUPPORT"})
_TOGETHER = frozenset({"along", "together"})


def fill_slot(scene: Scene, trigger: Trigger, slot: str) -> tuple[Actor, ...]:
    """Give who fills a slot of the frame; what is not in the table of slots is a preposition."""
    fill = SLOTS.get(slot)
    return fill(scene, trigger) if fill else _after(scene, trigger, slot)


def _as_subject(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give the subject; of a passive, who stands after "by": "was received by Kim"."""
    tree = scene.tree
    agents = [noun for prep in tree.kids(trigger.verb, "agent") for noun in tree.kids(prep, "pobj")]
    subject = agents[0] if agents and tree.is_passive(trigger.verb) else tree.subject(trigger.verb)
    return () if subject is None else doers_at(scene, subject)


def _as_object(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    if trigger.object is None or (trigger.frame.content == "denied" and not denies_words(scene.tree, trigger)):
        return ()  # "denied any link to the Kremlin" answers whoever says so, who is not told
    thing = trigger.object
    if trigger.frame.type in _JUDGING and is_suffered_by(scene, thing):
        return ()  # "condemned his arrest" is against who arrested him
    if scene.tree.lemma(thing) in RELATIVE and (meant := antecedent(scene.tree, thing)) is not None:
        thing = meant  # "accounts of the bank that Austria froze"
    fined = scene.tree.kid(trigger.verb, "nsubjpass")
    if fined is not None and fined != thing:  # "was fined a million euros"
        return actors_around(scene, fined)
    found = _owners_of(scene, thing) or actors_around(scene, thing)
    if not found and thing in scene.places and trigger.frame.type in ("ASSAULT", "COERCE"):
        return (Government(country=scene.places[thing]),)  # "captured Goma"
    return unique((*found, *_beside(scene, trigger))) if found else ()


def is_suffered_by(scene: Scene, noun: int) -> bool:
    """Be a deed with whom it was done to before it: "his arrest", "the singer's detention"."""
    is_deed = any("suffered" in frame.flags for frame in load_verbs().nouns.get(scene.tree.lemma(noun), ()))
    return is_deed and bool(scene.tree.kids(noun, "poss"))


def _beside(scene: Scene, trigger: Trigger) -> Iterator[Actor]:
    """Give who shares it by "together with": "the bank was listed along with two traders"."""
    tree = scene.tree
    hosts = (trigger.verb, *(() if trigger.object is None else (trigger.object,)))
    for prep in (prep for host in hosts for prep in (*tree.kids(host, "prep"), *_deeper(tree, host))):
        joins = tree.lemma(prep) == "alongside" or (
            tree.lemma(prep) == "with" and prep > 0 and tree.lemma(prep - 1) in _TOGETHER
        )
        for noun in tree.kids(prep, "pobj") if joins else ():
            yield from actors_at(scene, noun)


def _deeper(tree: Tree, host: int) -> Iterator[int]:
    """Give the "with" of an "along with"."""
    return (prep for along in tree.kids(host, "prep", "advmod") for prep in tree.kids(along, "prep"))


def denies_words(tree: Tree, trigger: Trigger) -> bool:
    """Deny what somebody said, not what somebody did or is: "denied the reports by Washington"."""
    thing = trigger.object
    return (
        thing is None
        or tree.lemma(thing) in ("that", "this", "it")
        or load_verbs().is_of(tree.lemma(thing), "accusation")
    )


def _owners_of(scene: Scene, thing: int) -> tuple[Actor, ...]:
    """Give who is told to own a thing: "a ship owned by the bank", "the tanker, operated by …"."""
    tree, named = scene.tree, load_verbs().actors
    if thing in scene.named or tree.lemma(thing) in (named["people"] | named["office"]) - BODILY:
        return ()  # "an aide at a firm tied to Chen" is no property of his
    end = next(iter(tree.kids(thing, "cc")), len(tree.tokens))  # "the group and the firms tied to it": not the group
    things = (thing, *(noun for _prep, noun in preps_below(tree, thing)))  # "dollars in accounts held by the bank"
    if actors_at(scene, thing) == ():
        things, end = (*things, *tree.listed(thing)[1:]), len(tree.tokens)
    kids = [kid for each in things for kid in tree.kids(each, "acl", "relcl")]
    verbs = [kid for kid in kids if load_verbs().is_of(tree.lemma(kid), "owning") and kid < end]
    preps = [prep for verb in verbs for prep in tree.kids(verb, "agent", "prep") if tree.lemma(prep) != "in"]
    nouns = [noun for prep in preps for noun in tree.kids(prep, "pobj")]
    owners = unique(actor for noun in nouns for actor in actors_at(scene, noun) if not isinstance(actor, Unnamed))
    holding = [noun for verb in verbs if not tree.is_passive(verb) for noun in _holding(tree, verb)]
    return owners or unique(actor for noun in holding for actor in actors_at(scene, noun))


def _holding(tree: Tree, verb: int) -> tuple[int, ...]:
    """Give who holds it in a clause of his own: "assets that | the two generals | may hold"."""
    return tuple(noun for noun in tree.kids(verb, "nsubj") if tree.lemma(noun) not in RELATIVE)


def _as_dative(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    given = [kid for kid in scene.tree.kids(trigger.verb, "dative") if scene.tree.tokens[kid].pos != "ADP"]
    is_handed = trigger.object is not None and (
        is_measure(scene.tree.lemma(trigger.object)) or scene.tree.lemma(trigger.verb) in _HANDS_OVER
    )
    if trigger.object is not None and is_handed:  # "handed Hamas hundreds of shells", "gave Hamas money"
        given += [kid for kid in scene.tree.kids(trigger.object, "compound") if kid == trigger.verb + 1]
    return unique(actor for kid in given for actor in actors_at(scene, kid))


def _in_clause(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    clauses = scene.tree.kids(trigger.verb, "ccomp", "xcomp")
    subjects = [subject for clause in clauses for subject in scene.tree.kids(clause, *SUBJECTS)]
    return unique(actor for subject in subjects for actor in actors_around(scene, subject))


def sayers_of(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give who says what the act stands in, else who spoke last."""
    sayers = standing_of(scene.tree, trigger.verb).sayers
    return unique(actor for verb in sayers for actor in speakers_at(scene, verb)) or scene.memory.speaker


def _in_copula(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    subject = scene.tree.kid(trigger.verb, *SUBJECTS)
    return () if subject is None else actors_around(scene, subject)


def _after(scene: Scene, trigger: Trigger, slot: str) -> tuple[Actor, ...]:
    """Give who stands after a preposition; after "between", the second of the two is the other side."""
    found: list[Actor] = [*suffering(scene, trigger)] if slot == "of" else []
    for prep, noun in _all_preps(scene.tree, trigger):
        if prep != slot:
            continue
        direct = _owners_of(scene, noun) or actors_at(scene, noun)
        if not direct:  # "in Poti", "in Sisaket province"
            here = [word for word in (noun, *scene.tree.kids(noun, *BEFORE)) if word in scene.places]
            direct = tuple(Government(country=scene.places[word]) for word in here[:1])
        found += direct or actors_around(scene, noun)
    return unique(found) or _far_after(scene, trigger, slot)


def _far_after(scene: Scene, trigger: Trigger, slot: str) -> tuple[Actor, ...]:
    """Give who is named after a preposition that the parser hung on another word of the clause."""
    if trigger.nominal or slot in ("in", "of", "at", "by", "for"):
        return ()
    after = [noun for prep, noun in clause_preps(scene.tree, trigger.verb) if prep == slot]
    return unique(scene.named[noun] for noun in after if noun in scene.named)


def _all_preps(tree: Tree, trigger: Trigger) -> Iterator[tuple[str, int]]:
    if trigger.nominal:
        yield from preps_below(tree, trigger.verb)
        return
    yield from preps_of(tree, trigger.verb, trigger.object)
    if trigger.frame.type == "CONCEDE" and trigger.object is not None:  # "lifted the sanctions it had imposed on him"
        for verb in tree.kids(trigger.object, "relcl", "acl"):
            yield from preps_of(tree, verb, None)
    if trigger.frame.content in ("threatened", "promised"):
        for verb in tree.kids(trigger.verb, "xcomp", "ccomp"):
            yield from preps_of(tree, verb, tree.kid(verb, "dobj"))
            for deeper in tree.kids(verb, "xcomp"):
                yield from preps_of(tree, deeper, tree.kid(deeper, "dobj"))


SLOTS: Mapping[str, Callable[[Scene, Trigger], tuple[Actor, ...]]] = {
    "subject": _as_subject,
    "object": _as_object,
    "dative": _as_dative,
    "clause": _in_clause,
    "helped": helped_by,
    "people-for": given_for,
    "stopped": stopped_with,
    "holder": holder_of_paper,
    "barred-from": barring,
    "origin": origin_of,
    "lister": lister_of,
    "sayer": sayers_of,
    "copula": _in_copula,
    "target": lambda scene, _trigger: scene.memory.charges[0][1] if scene.memory.charges else (),
    "asker": lambda scene, _trigger: scene.memory.acts[0][2] if scene.memory.acts else (),
    "court": lambda scene, _trigger: scene.memory.court,
}
