"""Who acts, and who suffers, in an act told by a noun: "Lavrov's visit", "its designation by Britain"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.frames import Frame, load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree
from nongrata.events.sentence.trigger import Trigger, claim_of
from nongrata.events.who.actors import actors_at
from nongrata.events.who.nouns import after_of
from nongrata.events.who.pronouns import unique
from nongrata.events.who.states import states_before

_SHOWING = frozenset({"give", "take"})  # with "a tour", in the passive


def doer_of_noun(scene: Scene, noun: int, *, suffers: bool) -> tuple[Actor, ...]:
    """Give who acts in a bare noun: "Lavrov's visit", "the sale of arms between A and B", "deliveries by C"."""
    tree = scene.tree
    agents = [actor for prep, other in preps_below(tree, noun) if prep == "by" for actor in actors_at(scene, other)]
    if agents:
        return unique(agents)
    for kid in tree.kids(noun, "poss") if not suffers else ():
        if found := actors_at(scene, kid):
            return found
    for prep, other in preps_below(tree, noun):
        if prep in ("between", "from") and (found := actors_at(scene, other)):
            return found[:1] if prep == "between" else found
    looks = (_claimed_by, _states_of, _charged_with, _of_clause)  # "A blamed B for the raid": B's, not A's own
    return next((found for look in looks if (found := look(scene, noun))), ())


def _charged_with(scene: Scene, noun: int) -> tuple[Actor, ...]:
    """Give who is to answer for it: "listed the maker over drone transfers", "faces an asset freeze over"."""
    tree, prep = scene.tree, scene.tree.head(noun)
    verb = tree.clause(prep)
    if tree.dep(noun) != "pobj" or not load_verbs().blames(tree.lemma(verb), tree.lemma(prep)):
        return ()
    if tree.lemma(verb) == "face":
        charged = tree.kids(verb, "nsubj")
    else:
        charged = tree.kids(verb, "nsubjpass") if tree.is_passive(verb) else tree.kids(verb, "dative", "dobj")
    below = [
        (tree.lemma(prep), each)
        for thing in charged
        for prep in tree.kids(thing, "prep")
        for each in tree.kids(prep, "pobj")
    ]
    bearers = (*charged, *(each for prep, each in below if prep in ("on", "of")))  # "froze the assets of"
    return unique(actor for thing in bearers for actor in actors_at(scene, thing))


def suffering(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give whose arrest or listing a noun tells of, where they did not make it: "its designation by Britain"."""
    tree, noun = scene.tree, trigger.verb
    if not trigger.nominal or "suffered" not in trigger.frame.flags:
        return ()
    own = unique(actor for kid in tree.kids(noun, "poss") for actor in actors_at(scene, kid))
    preps = {prep for prep, _other in preps_below(tree, noun)}
    is_theirs = "of" in preps or (bool(own) and "by" not in preps and all(isinstance(a, Government) for a in own))
    return () if is_theirs else own


def _claimed_by(scene: Scene, noun: int) -> tuple[Actor, ...]:
    """Give who claims responsibility for a blow, and so did it."""
    claim = claim_of(scene.tree, noun)
    subject = None if claim is None else scene.tree.subject(claim)
    return () if subject is None else actors_at(scene, subject)


def _of_clause(scene: Scene, noun: int) -> tuple[Actor, ...]:
    """Give the subject of a clause whose own visit the noun is."""
    tree = scene.tree
    verb = tree.clause(noun)
    is_shown = tree.lemma(verb) in _SHOWING  # "was given a tour of the plant"
    is_others = tree.dep(noun) in SUBJECTS or (tree.is_passive(verb) and not is_shown)
    subject = None if verb == noun or is_others else tree.subject(verb)
    if subject is None or subject == noun or not _is_own(tree, noun, verb):
        return ()
    guests = tree.kids(verb, "dative", "dobj") if is_shown else []  # "took the minister on a tour": both went
    visitors = [subject] if tree.lemma(verb) != "give" or tree.is_passive(verb) else []
    visitors += [guest for guest in guests if guest != noun]
    found = [actor for visitor in visitors for actor in actors_at(scene, visitor)]
    return unique(actor for actor in found if not isinstance(actor, Unnamed))


def _is_own(tree: Tree, noun: int, verb: int) -> bool:
    """Be a visit of the clause's own subject: "ended a visit to", "is on a visit to", "during a visit to"."""
    head = tree.head(noun)
    if head == verb and tree.lemma(verb) in _SHOWING:
        return tree.lemma(noun) == "tour"
    if head == verb:
        return load_verbs().is_of(tree.lemma(verb), "own-visit")
    return tree.lemma(head) in ("on", "during", "with", "after", "for") and tree.head(head) == verb


def preps_below(tree: Tree, noun: int) -> Iterator[tuple[str, int]]:
    """Give the prepositions that hang on a noun, or on what it is of, each with its own noun."""
    below = [(p, o) for p in tree.kids(noun, "prep") for o in tree.kids(p, "pobj")]
    # "the arrest in Arizona of a woman": the parser hangs the second on the place
    is_host = {o: tree.lemma(p) == "of" or (tree.lemma(p) == "in" and tree.tokens[o].pos == "PROPN") for p, o in below}
    hosts = [noun, *(o for o, is_one in is_host.items() if is_one)]
    for host in hosts:
        for prep in tree.kids(host, "prep", "agent"):
            for other in tree.kids(prep, "pobj"):
                yield tree.lemma(prep), other


def _states_of(scene: Scene, noun: int) -> tuple[Actor, ...]:
    """Give the states whose act it is; a blockade or a bombing "of Gaza" is done to it."""
    frames = load_verbs().nouns.get(scene.tree.lemma(noun), ())
    suffered = [scene.named.get(other) for other in after_of(scene.tree, noun)] if _is_of_force(frames) else []
    return tuple(state for state in states_before(scene, noun) if state not in suffered)


def _is_of_force(frames: Iterable[Frame]) -> bool:
    return any(frame.type in ("ASSAULT", "COERCE") for frame in frames)
