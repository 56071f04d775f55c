"""Who takes part: a noun of a sentence as parties, governments, or people without a name."""

from __future__ import annotations

from collections.abc import Iterable

from nongrata.events.frames import load_verbs
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.scene import BODIES, Scene
from nongrata.events.tree import SUBJECTS, Tree

BEFORE = ("amod", "compound", "poss", "nmod")
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
HE, IT, THEY, WE = (
    frozenset({"he", "she", "him", "her", "his", "hers"}),
    frozenset({"it", "its"}),
    frozenset({"they", "them", "their", "both"}),
    frozenset({"we", "us", "our", "i", "my", "me"}),
)
# "the company" means the company named last, and so on
PAIRS = frozenset({"man", "woman", "side", "country", "leader", "party", "minister", "nation", "government", "company"})
BODY_NOUNS = {
    **dict.fromkeys(
        ("service", "mixer", "exchange", "network", "organisation", "organization", "militia", "gang", "operator"),
        frozenset({"Organization", "Company"}),
    ),
    **dict.fromkeys(
        ("lender", "carrier", "producer", "maker", "shipper", "plant", "factory", "shipyard", "refiner"),
        frozenset({"Company", "Organization"}),
    ),
    "agency": frozenset({"PublicBody"}),
    "department": frozenset({"PublicBody"}),
    "company": frozenset({"Company", "Organization"}),
    "firm": frozenset({"Company", "Organization"}),
    "bank": frozenset({"Company"}),
    "group": frozenset({"Company", "Organization"}),
}
_INSIDE = ("of", "by", "between", "from", "against", "with", "to", "on", "in", "for", "toward", "towards", "over")


def actors_at(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give those whom a noun means, with all members of its list; empty where it is nobody ("a plan")."""
    found: list[Actor] = []
    for member in scene.tree.listed(word):
        found.extend(_one(scene, member))
    return unique(found)


def actors_around(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give those whom a noun means or holds: "the escalation of cooperation between Pyongyang and Moscow"."""
    direct = actors_at(scene, word)
    if any(not isinstance(actor, Unnamed) for actor in direct):
        return tuple(actor for actor in direct if not isinstance(actor, Unnamed))
    if direct:
        return direct
    for member in scene.tree.listed(word):
        if inside := _inside(scene, member, depth=3):
            return inside
    return actors_at(scene, word)


def unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Give each once, in their order."""
    return tuple(dict.fromkeys(actors))


def governments_of(scene: Scene, actors: Iterable[Actor]) -> tuple[Government, ...]:
    """Give the states that these are, or hold office in."""
    codes = [actor.country if isinstance(actor, Government) else _office(scene, actor) for actor in actors]
    return tuple(dict.fromkeys(Government(country=code) for code in codes if code))


def homes_of(scene: Scene, actors: Iterable[Actor]) -> frozenset[str]:
    """Give the countries that these are, or come from."""
    codes = [
        a.country if isinstance(a, Government) else scene.homes.get(a) for a in actors if not isinstance(a, Unnamed)
    ]
    return frozenset(code for code in codes if code)


def _office(scene: Scene, actor: Actor) -> str | None:
    return scene.homes.get(actor) if isinstance(actor, str) and actor in scene.offices else None


def _one(scene: Scene, word: int) -> tuple[Actor, ...]:
    token = scene.tree.tokens[word]
    if token.pos == "PRON" or token.lemma in RELATIVE or token.text.lower() in HE | IT | THEY | WE:
        return _pronoun(scene, word)
    if (actor := scene.named.get(word)) is not None and not _is_only_before(scene, word):
        if word in scene.demonyms and _is_counted(scene, word):
            return (scene.unnamed(word),)
        return (actor,)
    for other in scene.tree.kids(word, "appos"):
        if other in scene.named and other not in scene.demonyms:
            return (scene.named[other],)
    return _noun(scene, word)


def _is_only_before(scene: Scene, word: int) -> bool:
    """Be a nationality used as a description: "a Russian and Israeli national"."""
    return word in scene.demonyms and scene.tree.tokens[word].pos == "ADJ" and scene.tree.dep(word) in BEFORE


def _is_counted(scene: Scene, word: int) -> bool:
    """Be some people of a nation, not its government: "up to 1,000 ethnic Turks", "two Russians"."""
    return bool(scene.tree.kids(word, "nummod", "amod")) and scene.tree.tokens[word].tag in ("NNS", "NNPS")


def _noun(scene: Scene, word: int) -> tuple[Actor, ...]:
    nouns = load_verbs().actors
    lemma = scene.tree.lemma(word)
    states = states_before(scene, word)
    if lemma == "ally" and not scene.tree.kids(word, *BEFORE):
        return _above(scene, word, several=True) or scene.memory.group or (scene.unnamed(word),)
    if lemma in nouns["government"] and states:
        return (scene.unnamed(word),) if scene.tree.kids(word, "nummod") else states
    if lemma in nouns["government"] and (owners := _owners(scene, word)):
        return owners
    if lemma in ("administration", "government", "cabinet") and (spoken := _sayer_above(scene, word)):
        return spoken
    if lemma in PAIRS and any(
        scene.tree.lemma(kid) in ("both", "two") for kid in scene.tree.kids(word, "det", "nummod", "predet")
    ):
        return scene.memory.group if len(scene.memory.group) > 1 else (scene.unnamed(word),)
    if lemma in BODY_NOUNS and scene.tree.tokens[scene.tree.phrase(word)[0]].text.lower() == "the":
        return scene.last_of(BODY_NOUNS[lemma], scene.tree.tokens[word].span.start) or (scene.unnamed(word),)
    if lemma in nouns["measure"]:
        return _measured(scene, word)
    if lemma in nouns["people"]:
        return (scene.unnamed(word),)
    return ()


def _measured(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whom a number counts: "a group of Moroccan diplomats", "thousands of Nigerians" (who are no government)."""
    for prep in scene.tree.kids(word, "prep"):
        for noun in scene.tree.kids(prep, "pobj"):
            if scene.tree.lemma(prep) == "of" and (found := actors_at(scene, noun)):
                return (scene.unnamed(word),) if noun in scene.demonyms else found
    return (scene.unnamed(word),) if scene.tree.lemma(word) in load_verbs().actors["people"] else ()


def states_before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the states in the words before a noun, or after its "of": "U.S. and South Korean officials"."""
    found: list[Actor] = []
    for kid in scene.tree.kids(word, *BEFORE):
        members = [kid, *scene.tree.kids(kid, *BEFORE, "conj")]
        members += [deep for member in scene.tree.kids(kid, "conj") for deep in scene.tree.kids(member, *BEFORE)]
        found += [scene.named[other] for other in sorted(members) if isinstance(scene.named.get(other), Government)]
    for prep in scene.tree.kids(word, "prep"):
        if scene.tree.lemma(prep) == "of":
            found += [
                scene.named[o] for o in scene.tree.kids(prep, "pobj") if isinstance(scene.named.get(o), Government)
            ]
    return unique(found)


def _owners(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the party before a noun: "Treasury officials", "the Biden administration" (then the state, if known)."""
    for kid in scene.tree.kids(word, *BEFORE):
        actor = scene.named.get(kid)
        if isinstance(actor, str):
            return governments_of(scene, (actor,)) or ((actor,) if scene.parties[actor].schema in BODIES else ())
    return ()


def _sayer_above(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state whose office says so: "the State Department said the administration would …"."""
    for other in scene.tree.up(word)[1:]:
        subject = scene.tree.kid(other, "nsubj")
        if subject is not None and subject != word and subject in scene.named:
            return governments_of(scene, (scene.named[subject],))
    return ()


def _pronoun(scene: Scene, word: int) -> tuple[Actor, ...]:
    text = scene.tree.tokens[word].text.lower()
    if (actor := scene.named.get(word)) is not None:
        return (actor,)
    if text in RELATIVE:
        meant = antecedent(scene.tree, word)
        return actors_at(scene, meant) if meant is not None else ()
    if text in WE:
        states = governments_of(scene, scene.memory.speaker) if text in ("we", "us", "our") else ()
        return unique((*scene.memory.speaker, *states))
    if text in HE:
        return _person_before(scene, word) or scene.memory.person
    if text in IT:
        return _above(scene, word, several=False) or scene.memory.body
    if text in THEY:
        found = _listed_before(scene, word) or _above(scene, word, several=True)
        named = any(not isinstance(actor, Unnamed) for actor in found)
        return found if named or not scene.memory.group else scene.memory.group
    return ()


def antecedent(tree: Tree, word: int) -> int | None:
    """Give the noun that a "who" or "which" takes up."""
    verb = next((other for other in tree.up(word) if tree.dep(other) == "relcl"), None)
    return tree.head(verb) if verb is not None else None


def _person_before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the person named last before "he" or "she" in its own sentence, if only one is."""
    here = [scene.named[other] for other in range(word) if other in scene.named]
    subject = scene.tree.kid(scene.tree.clause(word), *SUBJECTS)
    other = {scene.named.get(subject)} if subject is not None and subject != word else set()  # "Kim received him"
    people = unique(actor for actor in here if scene.is_person(actor) and actor not in other)
    return people if len(people) == 1 else ()


def _above(scene: Scene, word: int, *, several: bool) -> tuple[Actor, ...]:
    """Give the subject of a clause above, if it is several ("they") or a body or state ("it")."""
    for other in scene.tree.up(word):
        subject = scene.tree.kid(other, *SUBJECTS)
        if subject is None or subject >= word or scene.tree.tokens[subject].pos == "PRON":
            continue
        found = actors_at(scene, subject)
        if not several and scene.tree.tokens[subject].tag in ("NNS", "NNPS") and isinstance(found[:1], tuple):
            if any(isinstance(actor, Unnamed) for actor in found):
                continue
        plural = len(found) > 1 or scene.tree.tokens[subject].tag in ("NNS", "NNPS")
        if found and (plural if several else not any(scene.is_person(actor) for actor in found)):
            return found
    return ()


def _listed_before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the nearest list of at least two names before the pronoun."""
    for other in range(word - 1, -1, -1):
        if scene.tree.kids(other, "conj") and scene.tree.dep(other) != "conj":
            found = [a for member in scene.tree.listed(other) if member < word for a in _named_only(scene, member)]
            if len(set(found)) > 1:
                return unique(found)
    return ()


def _named_only(scene: Scene, word: int) -> tuple[Actor, ...]:
    actor = scene.named.get(word)
    return (actor,) if actor is not None and word not in scene.demonyms else ()


def _inside(scene: Scene, word: int, depth: int) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for kid in scene.tree.kids(word, *BEFORE):
        if scene.tree.tokens[kid].pos == "PRON":
            found += _pronoun(scene, kid)
        elif kid in scene.named:
            found.append(scene.named[kid])
            found += [a for other in scene.tree.listed(kid)[1:] for a in _named_only(scene, other)]
    if found or depth == 0:
        return unique(found)
    for prep in scene.tree.kids(word, "prep", "agent"):
        if scene.tree.lemma(prep) in _INSIDE:
            for noun in scene.tree.kids(prep, "pobj"):
                direct = [a for a in actors_at(scene, noun) if not isinstance(a, Unnamed)]
                found += direct or _inside(scene, noun, depth - 1)
    return unique(found)
