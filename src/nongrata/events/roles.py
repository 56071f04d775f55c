"""Who did it and to whom: the slots of a frame filled from the words around a trigger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nongrata.events.actors import actors_around, actors_at
from nongrata.events.frames import load_verbs
from nongrata.events.nouns import is_measure, is_of
from nongrata.events.pronouns import RELATIVE, antecedent, homes_of, unique
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.scene import Scene
from nongrata.events.speakers import speakers_at
from nongrata.events.states import BEFORE, states_before
from nongrata.events.status import standing_of
from nongrata.events.tree import SUBJECTS, Tree
from nongrata.events.trigger import Trigger, clause_preps, preps_of

_SHOWING = frozenset({"give", "take"})  # with "a tour", in the passive
_HELPING = frozenset({"help", "support", "assist", "back", "aid", "defend", "protect"})
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
        found += _court(scene, trigger) or _announcer(scene, trigger)
    return unique(found)


def recipients_of(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give to whom, with whom or against whom: the first slot of the frame that holds somebody."""
    best: tuple[Actor, ...] = ()
    for slot in trigger.frame.recipient:
        found = tuple(actor for actor in _slot(scene, trigger, slot) if actor not in actors)
        if found and (not best or all(isinstance(actor, Unnamed) for actor in best)):
            best = found
    for look in () if best else ELSE:
        best = tuple(actor for actor in look(scene, trigger, actors) if actor not in actors)
        if best:
            break
    return best or _partner(trigger, actors)


def _last_target(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give whom the sanctions spoken of hit, where the same state imposes them."""
    same = "sanctions" in trigger.frame.object and set(actors) & set(scene.memory.imposer)
    return scene.memory.target if same else ()


def _last_taker(scene: Scene, trigger: Trigger, _actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return scene.memory.taker if trigger.frame.nouns and trigger.frame.sort == "transfer" else ()


def _partner(trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the second of those who cooperate with each other: PLOVER wants a recipient."""
    return actors[1:] if trigger.frame.type == "COOPERATE" else ()


def _answered(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give who accused last, of those who may have meant the one that answers."""
    if not _answers(scene, trigger):
        return ()
    return next((by for by, whom in scene.memory.charges if _is_meant(scene, actors, whom)), ())


def _is_meant(scene: Scene, actors: tuple[Actor, ...], accused: tuple[Actor, ...]) -> bool:
    """Be accused, or of the same state; people answer for others, and who was not named may be anybody."""
    told = [actor for actor in accused if not isinstance(actor, Unnamed)]
    if not told:  # a state is named where it is accused: who listed "five tankers" accused none
        return not accused or not any(isinstance(actor, Government) for actor in actors)
    if set(told) & set(actors) or homes_of(scene, told) & homes_of(scene, actors):
        return True
    return any(isinstance(actor, Unnamed) or scene.is_person(actor) for actor in actors)


def _ruled(scene: Scene, trigger: Trigger, _actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the court whose ruling is rejected."""
    is_ruling = trigger.object is not None and is_of(scene, trigger.object, ("ruling",))
    return scene.memory.court if trigger.frame.type in ("REJECT", "ACCUSE") and is_ruling else ()


def _struck(scene: Scene, trigger: Trigger, _actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return _slot(scene, trigger, "in") if trigger.frame.type == "ASSAULT" else ()


def _spoken_of(scene: Scene, trigger: Trigger, _actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return scene.memory.topic if trigger.frame.says else ()


def _answers(scene: Scene, trigger: Trigger) -> bool:
    """Be an answer to who accused, sanctioned or threatened before: "rejected the charge", "vowed to retaliate"."""
    tree = scene.tree
    below = {tree.lemma(kid) for kid in tree.kids(trigger.verb, "xcomp", "ccomp")}
    if trigger.frame.type == "REJECT":
        if below == {"be"}:
            return False  # "denied being the owner" answers whoever says so, who need not be the last to accuse
        is_denial = trigger.frame.content == "denied" or tree.lemma(trigger.object or 0) in ("that", "this")
        return is_denial or (
            trigger.object is not None and load_verbs().is_of(tree.lemma(trigger.object), "accusation")
        )
    return trigger.frame.type == "THREATEN" and bool(below & {"retaliate", "respond", "answer", "reciprocate"})


def _denies_words(tree: Tree, trigger: Trigger) -> bool:
    """Deny what somebody said, not what somebody did or is: "denied the reports by Washington"."""
    thing = trigger.object
    return (
        thing is None
        or tree.lemma(thing) in ("that", "this", "it")
        or load_verbs().is_of(tree.lemma(thing), "accusation")
    )


def _named_below(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the first other state or party named in what is threatened, asked for, promised or protested against."""
    tree = scene.tree
    if trigger.frame.type not in LOOSE:
        return ()
    said = () if trigger.frame.content == "denied" else ("xcomp", "ccomp")  # who is named in a denial did not say it
    if trigger.frame.content == "denied" and not _denies_words(tree, trigger):
        return ()
    clauses = tree.kids(trigger.verb, "dobj", "prep", "prt", "advmod", "dative", *said)
    if trigger.frame.type == "PROTEST":
        clauses += tree.kids(trigger.verb, "advcl")
    for clause in sorted(clauses):
        for word in tree.subtree(clause, without=frozenset({"relcl", "advcl", "appos"})):
            found = scene.named.get(word)
            if found is not None and found not in actors and word > trigger.verb:
                return (found,)
    return ()


def _subject(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give who acts: the subject, or who stands after "by" in a passive."""
    tree, verb = scene.tree, trigger.verb
    if trigger.nominal:
        return _of_noun(scene, verb)
    agents = [noun for prep in tree.kids(verb, "agent") for noun in tree.kids(prep, "pobj")]
    if tree.is_passive(verb) and (agents or tree.lemma(verb) != "oppose"):
        return unique(actor for noun in agents for actor in actors_around(scene, noun))
    if trigger.frame.says:
        subjects = [own for other in (verb, *tree.up(verb)) if (own := tree.kid(other, *SUBJECTS)) is not None]
        return next((found for own in subjects if (found := _doers(scene, own))), ())
    subject = tree.subject(verb)
    if subject is None or subject == trigger.object:
        return ()
    return _doers(scene, subject) or _declarer(scene, verb, subject)


def _declarer(scene: Scene, verb: int, subject: int) -> tuple[Actor, ...]:
    """Give who issued the words that ask: "the party issued a declaration demanding that …"."""
    tree = scene.tree
    if tree.dep(verb) != "acl" or tree.dep(subject) != "dobj":
        return ()
    above = tree.subject(tree.head(subject))
    return () if above is None else _doers(scene, above)


def _doers(scene: Scene, subject: int) -> tuple[Actor, ...]:
    """Give who acts where a thing is the subject: "Israeli bulldozers", "the company's tankers"."""
    found = actors_at(scene, subject)
    if found:
        return found
    tree = scene.tree
    is_tool = load_verbs().is_of(tree.lemma(subject), "instrument")
    for kid in tree.kids(subject, *BEFORE):
        if kid in scene.named and (is_tool or kid not in scene.demonyms):
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
        if prep in ("by", "between", "from") and (found := actors_at(scene, other)):
            return found[:1] if prep == "between" else found
    return states_before(scene, noun) or _of_clause(scene, noun)


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


def _preps_below(tree: Tree, noun: int) -> Iterator[tuple[str, int]]:
    hosts = [noun, *(o for p in tree.kids(noun, "prep") if tree.lemma(p) == "of" for o in tree.kids(p, "pobj"))]
    for host in hosts:
        for prep in tree.kids(host, "prep", "agent"):
            for other in tree.kids(prep, "pobj"):
                yield tree.lemma(prep), other


def _slot(scene: Scene, trigger: Trigger, slot: str) -> tuple[Actor, ...]:
    """Give who fills a slot of the frame; what is not in the table of slots is a preposition."""
    fill = SLOTS.get(slot)
    return fill(scene, trigger) if fill else _after(scene, trigger, slot)


def _as_subject(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    subject = scene.tree.subject(trigger.verb)
    return () if subject is None else _doers(scene, subject)


def _as_object(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    if trigger.object is None or (trigger.frame.content == "denied" and not _denies_words(scene.tree, trigger)):
        return ()  # "denied any link to the Kremlin" answers whoever says so, who is not told
    thing = trigger.object
    if scene.tree.lemma(thing) in RELATIVE and (meant := antecedent(scene.tree, thing)) is not None:
        thing = meant  # "accounts of the bank that Austria froze"
    return _owners_of(scene, thing) or actors_around(scene, thing)


def _owners_of(scene: Scene, thing: int) -> tuple[Actor, ...]:
    """Give who is told to own a thing: "a ship owned by the bank", "the tanker, operated by …"."""
    tree = scene.tree
    if thing in scene.named:
        return ()
    verbs = [kid for kid in tree.kids(thing, "acl", "relcl") if load_verbs().is_of(tree.lemma(kid), "owning")]
    nouns = [n for verb in verbs for prep in tree.kids(verb, "agent", "prep") for n in tree.kids(prep, "pobj")]
    return unique(actor for noun in nouns for actor in actors_at(scene, noun) if not isinstance(actor, Unnamed))


def _as_lister(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give whose list it is: "was removed from the sanctions list of the European Union"."""
    if not scene.tree.is_passive(trigger.verb):
        return ()
    lists = [noun for _, noun in preps_of(scene.tree, trigger.verb, None) if is_of(scene, noun, ("list", "sanctions"))]
    return unique(actor for noun in lists for actor in states_before(scene, noun))


def _as_dative(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    given = [kid for kid in scene.tree.kids(trigger.verb, "dative") if scene.tree.tokens[kid].pos != "ADP"]
    if trigger.object is not None and is_measure(scene.tree.lemma(trigger.object)):  # "handed Hamas hundreds of shells"
        given += [kid for kid in scene.tree.kids(trigger.object, "compound") if kid == trigger.verb + 1]
    return unique(actor for kid in given for actor in actors_at(scene, kid))


def _in_clause(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    clauses = scene.tree.kids(trigger.verb, "ccomp", "xcomp")
    subjects = [subject for clause in clauses for subject in scene.tree.kids(clause, *SUBJECTS)]
    return unique(actor for subject in subjects for actor in actors_around(scene, subject))


def _as_origin(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give whose goods they are: "was supplied with Chinese drones", "Iranian crude was sold to"."""
    if not scene.tree.is_passive(trigger.verb):
        return ()
    if trigger.frame.type == "COOPERATE" and trigger.object is not None and not scene.tree.kids(trigger.verb, "agent"):
        return states_before(scene, trigger.object)
    goods = [noun for prep, noun in preps_of(scene.tree, trigger.verb, trigger.object) if prep == "with"]
    return unique(actor for noun in goods for actor in states_before(scene, noun))


def _as_helped(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give whom something is sent to help: "may send fighters to help the junta"."""
    tree = scene.tree
    deeds = [kid for kid in tree.kids(trigger.verb, "xcomp", "advcl") if tree.lemma(kid) in _HELPING]
    helped = [tree.kid(deed, "dobj") for deed in deeds]
    return unique(actor for noun in helped if noun is not None for actor in actors_around(scene, noun))


def _as_sayer(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    sayers = standing_of(scene.tree, trigger.verb).sayers
    return unique(actor for verb in sayers for actor in speakers_at(scene, verb)) or scene.memory.speaker


def _in_copula(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    subject = scene.tree.kid(trigger.verb, *SUBJECTS)
    return () if subject is None else actors_around(scene, subject)


# Where else to look for the other side, when no slot of the frame holds anybody
ELSE: tuple[Callable[[Scene, Trigger, tuple[Actor, ...]], tuple[Actor, ...]], ...] = (
    _last_target, _last_taker, _named_below, _answered, _ruled, _struck, _spoken_of,
)  # fmt: skip
SLOTS: Mapping[str, Callable[[Scene, Trigger], tuple[Actor, ...]]] = {
    "subject": _as_subject,
    "object": _as_object,
    "dative": _as_dative,
    "clause": _in_clause,
    "helped": _as_helped,
    "origin": _as_origin,
    "lister": _as_lister,
    "sayer": _as_sayer,
    "copula": _in_copula,
    "court": lambda scene, _trigger: scene.memory.court,
}


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
    return unique(found) or _far_after(scene, trigger, slot)


def _far_after(scene: Scene, trigger: Trigger, slot: str) -> tuple[Actor, ...]:
    """Give who is named after a preposition that the parser hung on another word of the clause."""
    if trigger.nominal or slot in ("in", "of", "at", "by", "for"):
        return ()
    after = [noun for prep, noun in clause_preps(scene.tree, trigger.verb) if prep == slot]
    return unique(scene.named[noun] for noun in after if noun in scene.named)


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


def _announcer(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give the state or the public body that tells of a charge or an arrest, where nobody is told to have made it."""
    sayers = _as_sayer(scene, trigger) if scene.tree.is_passive(trigger.verb) else ()
    return tuple(actor for actor in sayers if isinstance(actor, Government) or _is_public_body(scene, actor))


def _is_public_body(scene: Scene, actor: Actor) -> bool:
    return isinstance(actor, str) and actor in scene.parties and scene.parties[actor].schema == "PublicBody"


def _court(scene: Scene, trigger: Trigger) -> tuple[Actor, ...]:
    """Give the state whose police or court it was, where nobody is named: where it happened, or as told before."""
    tree = scene.tree
    whom = tree.kid(trigger.verb, *SUBJECTS)
    about = set() if whom is None else set(tree.subtree(whom))  # "Jan Novak, 44, of Riga, was arrested in Miami"
    below = [
        word for word in tree.subtree(trigger.verb) if tree.dep(word) == "pobj" and tree.clause(word) == trigger.verb
    ]
    for prep, noun in [(tree.lemma(tree.head(word)), word) for word in below if word not in about]:
        if prep in ("in", "of") and (actor := scene.named.get(noun)) is not None and isinstance(actor, Government):
            return (actor,)
        if prep in ("in", "at") and (
            found := [kid for kid in (noun, *tree.kids(noun, *BEFORE)) if kid in scene.places]
        ):
            return (Government(country=scene.places[found[0]]),)
    return scene.memory.court
