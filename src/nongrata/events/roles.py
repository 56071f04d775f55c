"""Who did it and to whom: the slots of a frame filled from the words around a trigger."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.actors import BEFORE, actors_around, actors_at, states_before, unique
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.scene import Scene
from nongrata.events.speakers import speakers_at
from nongrata.events.status import standing_of
from nongrata.events.tree import SUBJECTS, Tree
from nongrata.events.triggers import Trigger, preps_of

# Acts whose other side may stand deep in what is said: "threatened to impose restrictions against German goods".
LOOSE = frozenset(
    {"THREATEN", "REQUEST", "REJECT", "PROTEST", "ACCUSE", "AGREE", "RETREAT", "CONCEDE", "MOBILIZE", "SANCTION"}
)


def actors_of(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give who acts."""
    found: list[Actor] = []
    for slot in trigger.frame.actor:
        found += _slot(scene, trigger, slot) if slot != "subject" else _subject(scene, trigger)
    if not found and trigger.frame.sort == "transfer" and trigger.frame.nouns:
        found += scene.memory.giver
    if not found and "sanctions" in trigger.frame.object and scene.tree.is_passive(trigger.verb):
        found += scene.memory.imposer
    if not found and "legal" in trigger.frame.flags:
        found += _court(scene, trigger)
    return unique(found)


def recipients_of(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give to whom, with whom or against whom: the first slot of the frame that holds somebody."""
    best: tuple[Actor, ...] = ()
    for slot in trigger.frame.recipient:
        found = tuple(actor for actor in _slot(scene, trigger, slot) if actor not in actors)
        if found and (not best or all(isinstance(actor, Unnamed) for actor in best)):
            best = found
    if not best and "sanctions" in trigger.frame.object and set(actors) & set(scene.memory.imposer):
        best = tuple(actor for actor in scene.memory.target if actor not in actors)
    if not best and trigger.frame.nouns and trigger.frame.sort == "transfer":
        best = tuple(actor for actor in scene.memory.taker if actor not in actors)
    if not best and trigger.frame.type in LOOSE:
        best = _named_below(scene, trigger, actors)
    if not best and trigger.frame.says:
        best = tuple(actor for actor in scene.memory.topic if actor not in actors)
    return best


def _named_below(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the first other state or party named in what is threatened, asked for, promised or protested against."""
    tree = scene.tree
    clauses = tree.kids(trigger.verb, "xcomp", "dobj", "prep", "prt", "advmod", "ccomp", "dative")
    if trigger.frame.type == "PROTEST":
        clauses += tree.kids(trigger.verb, "advcl")
    for clause in sorted(clauses):
        for word in tree.subtree(clause, without=frozenset({"relcl", "advcl", "appos"})):
            found = scene.named.get(word)
            if found is not None and found not in actors and word > trigger.verb:
                return (found,)
    return ()


def _subject(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    tree, verb = scene.tree, trigger.verb
    if trigger.nominal:
        return _of_noun(scene, trigger.verb)
    if tree.is_passive(verb) and not (tree.lemma(verb) == "oppose" and not tree.kids(verb, "agent")):
        return unique(
            actor for prep in tree.kids(verb, "agent") for noun in tree.kids(prep, "pobj")
            for actor in actors_around(scene, noun)
        )  # fmt: skip
    if trigger.frame.says:
        for other in (verb, *tree.up(verb)):
            own = tree.kid(other, *SUBJECTS)
            if own is not None and (found := _doers(scene, own)):
                return found
    subject = tree.subject(verb)
    if subject is None or subject == trigger.object:
        return ()
    found = _doers(scene, subject)
    if not found and tree.dep(verb) == "acl" and tree.dep(subject) == "dobj":
        above = tree.subject(tree.head(subject))  # "issued a declaration demanding that …"
        found = () if above is None else _doers(scene, above)
    return found


def _doers(scene: Scene, subject: int) -> tuple[Actor, ...]:
    """Give who acts where a thing is the subject: "Israeli bulldozers", "the company's tankers"."""
    found = actors_at(scene, subject)
    if found:
        return found
    tree = scene.tree
    for kid in tree.kids(subject, *BEFORE):
        if kid in scene.named:
            return (scene.named[kid],)
    of = [n for p in tree.kids(subject, "prep") if tree.lemma(p) in ("of", "by") for n in tree.kids(p, "pobj")]
    return unique(actor for noun in of for actor in actors_at(scene, noun))


def _of_noun(scene: Scene, noun: int) -> tuple[Actor, ...]:
    """Give who acts in a bare noun: "Lavrov's visit", "the sale of arms between A and B", "deliveries by C"."""
    tree = scene.tree
    for kid in tree.kids(noun, "poss"):
        if found := actors_at(scene, kid):
            return found
    for prep, other in _preps_below(tree, noun):
        if prep in ("by", "between", "from"):
            if found := actors_at(scene, other):
                return found[:1] if prep == "between" else found
    if found := tuple(a for a in states_before(scene, noun)):
        return found
    verb = tree.clause(noun)
    if scene.tree.dep(noun) not in SUBJECTS and verb != noun and not tree.is_passive(verb):
        subject = tree.subject(verb)
        if subject is not None and subject != noun and _is_own(tree, noun, verb):
            return tuple(actor for actor in actors_at(scene, subject) if not isinstance(actor, Unnamed))
    return ()


def _is_own(tree: Tree, noun: int, verb: int) -> bool:
    """Be a visit of the clause's own subject: "ended a visit to", "is on a visit to", "during a visit to"."""
    head = tree.head(noun)
    if head == verb:
        return tree.lemma(verb) in (
            "end",
            "begin",
            "make",
            "pay",
            "start",
            "wrap",
            "conclude",
            "cap",
            "undertake",
            "finish",
        )
    return tree.lemma(head) in ("on", "during", "with", "after", "for") and tree.head(head) == verb


def _preps_below(tree: Tree, noun: int) -> Iterator[tuple[str, int]]:
    hosts = [noun, *(o for p in tree.kids(noun, "prep") if tree.lemma(p) == "of" for o in tree.kids(p, "pobj"))]
    for host in hosts:
        for prep in tree.kids(host, "prep", "agent"):
            for other in tree.kids(prep, "pobj"):
                yield tree.lemma(prep), other


def _slot(scene: Scene, trigger: Trigger, slot: str) -> tuple[Actor, ...]:
    tree, verb = scene.tree, trigger.verb
    if slot == "subject":
        subject = tree.subject(verb)
        return () if subject is None else _doers(scene, subject)
    if slot == "object":
        return () if trigger.object is None else actors_around(scene, trigger.object)
    if slot == "dative":
        return unique(
            a for kid in tree.kids(verb, "dative") if tree.tokens[kid].pos != "ADP" for a in actors_at(scene, kid)
        )
    if slot == "clause":
        below = [s for clause in tree.kids(verb, "ccomp", "xcomp") for s in tree.kids(clause, *SUBJECTS)]
        return unique(actor for subject in below for actor in actors_around(scene, subject))
    if slot == "sayer":
        return unique(a for v in standing_of(tree, verb).sayers for a in speakers_at(scene, v)) or scene.memory.speaker
    if slot == "copula":
        subject = tree.kid(verb, *SUBJECTS)
        return () if subject is None else actors_around(scene, subject)
    return _after(scene, trigger, slot)


def _after(scene: Scene, trigger: Trigger, slot: str) -> tuple[Actor, ...]:
    """Give who stands after a preposition; after "between", the second of the two is the other side."""
    found: list[Actor] = []
    for prep, noun in _all_preps(scene.tree, trigger):
        if prep != slot:
            continue
        direct = actors_at(scene, noun)
        if not direct and noun in scene.places:
            direct = (Government(country=scene.places[noun]),)
        found += direct or actors_around(scene, noun)
    return unique(found)


def _all_preps(tree: Tree, trigger: Trigger) -> Iterator[tuple[str, int]]:
    if trigger.nominal:
        yield from _preps_below(tree, trigger.verb)
        return
    yield from preps_of(tree, trigger.verb, trigger.object)
    if trigger.frame.content in ("threatened", "promised"):
        for verb in tree.kids(trigger.verb, "xcomp"):
            yield from preps_of(tree, verb, tree.kid(verb, "dobj"))
            for deeper in tree.kids(verb, "xcomp"):
                yield from preps_of(tree, deeper, tree.kid(deeper, "dobj"))


def _court(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give the state whose police or court it was, where nobody is named: where it happened, or as told before."""
    tree = scene.tree
    below = [
        word for word in tree.subtree(trigger.verb) if tree.dep(word) == "pobj" and tree.clause(word) == trigger.verb
    ]
    for prep, noun in [(tree.lemma(tree.head(word)), word) for word in below]:
        if prep in ("in", "of") and (actor := scene.named.get(noun)) is not None and isinstance(actor, Government):
            return (actor,)
        if prep == "in" and noun in scene.places:
            return (Government(country=scene.places[noun]),)
    return scene.memory.court
