"""Who takes part: a noun of a sentence as parties, governments, or people without a name."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from nongrata.events.described import description
from nongrata.events.frames import load_verbs
from nongrata.events.holders import holder_of
from nongrata.events.officials import both_sides, land, staff, union
from nongrata.events.pronouns import is_pronoun, named_only, pronoun_at, subject_above, unique
from nongrata.events.record import Actor, Unnamed
from nongrata.events.scene import Scene
from nongrata.events.states import BEFORE, state_of
from nongrata.events.tree import SUBJECTS

_NEAR = 8  # names before "both men" among which they are
_LOST = frozenset({"advmod", "npadvmod", "intj", "dep", "nmod"})
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


def _one(scene: Scene, word: int) -> tuple[Actor, ...]:
    if is_pronoun(scene, word):
        return pronoun_at(scene, word, actors_at)
    if (actor := scene.named.get(word)) is not None and not _is_only_before(scene, word):
        if word in scene.demonyms and _is_counted(scene, word):
            return (scene.unnamed(word),)
        return (actor,)
    if word < scene.dateline:  # taken for the subject, with the real one as its apposition
        return next((found for kid in scene.tree.kids(word, "appos") if (found := _one(scene, kid))), ())
    for other in scene.tree.kids(word, "appos"):
        if other in scene.named and other not in scene.demonyms:
            return unique(scene.named[each] for each in scene.tree.listed(other) if each in scene.named)
    if (name := _name_before(scene, word)) is not None:
        return (name,)
    return () if scene.tree.is_verb(word) else _noun(scene, word)


def _name_before(scene: Scene, word: int) -> Actor | None:
    """Give who is named right before what he is, where the parser took the name for an adverb: "Usmanov, a magnate"."""
    tree = scene.tree
    lost = [kid for kid in tree.children[tree.head(word)] if kid in scene.named and tree.dep(kid) in _LOST]
    first = min(tree.phrase(word)) if lost else 0
    is_beside = first > 1 and tree.tokens[first - 1].text == "," and first - 2 in lost
    return scene.named[first - 2] if is_beside else None


def _is_only_before(scene: Scene, word: int) -> bool:
    """Be a nationality used as a description: "a Russian and Israeli national"."""
    return word in scene.demonyms and scene.tree.tokens[word].pos == "ADJ" and scene.tree.dep(word) in BEFORE


def _is_counted(scene: Scene, word: int) -> bool:
    """Be some people of a nation, not its government: "up to 1,000 ethnic Turks", "two Russians"."""
    return bool(scene.tree.kids(word, "nummod", "amod")) and scene.tree.tokens[word].tag in ("NNS", "NNPS")


def _noun(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whom a common noun means: a state, a party named before, or people without a name."""
    return next((found for rule in NOUN_RULES if (found := rule(scene, word))), ())


def _holder(scene: Scene, word: int) -> tuple[Actor, ...]:
    return holder_of(scene, word) if scene.tree.lemma(word) in load_verbs().actors["office"] else ()


def _state(scene: Scene, word: int) -> tuple[Actor, ...]:
    lemma = scene.tree.lemma(word)
    is_central = lemma == "bank" and any(scene.tree.lemma(kid) == "central" for kid in scene.tree.kids(word, "amod"))
    if lemma not in load_verbs().actors["government"] and not is_central:
        return ()
    found = state_of(scene, word, actors_at)
    return (scene.unnamed(word),) if found and scene.tree.kids(word, "nummod") else found


def _allies(scene: Scene, word: int) -> tuple[Actor, ...]:
    if scene.tree.lemma(word) != "ally" or scene.tree.kids(word, *BEFORE):
        return ()
    known = scene.memory.group if len(scene.memory.group) > 1 and scene.tree.kids(word, "det") else ()
    return subject_above(scene, word, actors_at, several=True) or known or (scene.unnamed(word),)


def _forces(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whose forces they are: "its fighters", "Haftar's troops", "M23 rebels"."""
    owner = scene.tree.kid(word, "poss")
    if scene.tree.lemma(word) not in load_verbs().actors["forces"]:
        return ()
    if owner is not None:
        return tuple(actor for actor in actors_at(scene, owner) if not isinstance(actor, Unnamed))
    is_some = scene.tree.kids(word, "nummod") or scene.tree.tokens[word].tag not in ("NNS", "NNPS")
    before = [scene.named[kid] for kid in scene.tree.kids(word, "compound", "nmod") if kid in scene.named]
    return () if is_some else unique(actor for actor in before if isinstance(actor, str))


def _pair(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give both of "both men", "the two countries", "the two"."""
    lemma, is_alone = scene.tree.lemma(word), scene.words(word).lower() in ("the two", "the pair")
    if not is_alone and not (lemma in load_verbs().actors["pair"] and _is_both(scene, word)):
        return ()
    if is_alone and len(scene.memory.duo) > 1:
        return scene.memory.duo
    if len(scene.memory.group) > 1:
        return scene.memory.group
    return _last_two(scene, word) or scene.memory.sides or (scene.unnamed(word),)


def _last_two(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the two people named last, where both are in the sentences right before: "the army chief … both men"."""
    if scene.tree.lemma(word) not in ("man", "woman", "leader", "brother"):
        return ()
    before = scene.tree.tokens[word].span.start
    people = unique(actor for actor in islice(scene.stage.named.back_from(before), _NEAR) if scene.is_person(actor))
    return people[:2] if len(people) > 1 else ()


def _described(scene: Scene, word: int) -> tuple[Actor, ...]:
    told = description(scene.tree, word)
    return (scene.described[told],) if told in scene.described and _is_that_one(scene, word) else ()


def _body(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the body of this kind that was named last: "the agency", "the company"."""
    schemata = _kinds_of_body(scene.tree.lemma(word))
    is_one = scene.tree.tokens[word].tag in ("NN", "NNP")
    if not schemata or not is_one or not scene.words(word).lower().startswith("the "):
        return ()
    before = scene.tree.tokens[word].span.start
    return _told_of_itself(scene, word, schemata) or scene.last_of(schemata, before) or (scene.unnamed(word),)


def _told_of_itself(scene: Scene, word: int, schemata: frozenset[str]) -> tuple[Actor, ...]:
    """Give the body that is told of where "the company said" ends what it tells: "Alba had sold the ship, …"."""
    tree = scene.tree
    said = tree.clause(word)
    told = tree.kid(said, "ccomp") if tree.dep(word) in SUBJECTS else None
    subject = None if told is None or told > said else tree.kid(told, *SUBJECTS)
    actor = None if subject is None else scene.named.get(subject)
    is_meant = isinstance(actor, str) and scene.parties[actor].schema in schemata
    return (actor,) if actor is not None and is_meant else ()


def _people(scene: Scene, word: int) -> tuple[Actor, ...]:
    nouns, lemma = load_verbs().actors, scene.tree.lemma(word)
    is_several = lemma in nouns["office"] and bool(scene.tree.kids(word, "nummod"))  # "two generals"
    is_people = lemma in nouns["people"] or is_several or _is_named_thing(scene, word)
    return (scene.unnamed(word),) if is_people else ()


def _is_that_one(scene: Scene, word: int) -> bool:
    """Be one, and no further one: "another vessel" and "two brokers" are others."""
    tree = scene.tree
    if tree.kids(word, "nummod", "poss") or tree.tokens[word].tag not in ("NN", "NNP"):
        return False
    return not any(tree.lemma(kid) in ("another", "other", "each", "every", "no", "any") for kid in tree.children[word])


def _is_named_thing(scene: Scene, word: int) -> bool:
    """Be a name that acts and that no party took: it stays in the story's own words."""
    tree = scene.tree
    acts = tree.dep(word) in ("nsubj", "agent") or (tree.dep(word) == "pobj" and tree.dep(tree.head(word)) == "agent")
    return acts and tree.tokens[word].pos == "PROPN" and word >= scene.dateline and word not in scene.places


def _is_both(scene: Scene, word: int) -> bool:
    """Be "both men", "the two countries", "each side"."""
    return any(
        scene.tree.lemma(kid) in ("both", "two", "each", "either")
        for kid in scene.tree.kids(word, "det", "nummod", "predet")
    )


def _kinds_of_body(lemma: str) -> frozenset[str]:
    """Give the kinds of party that "the agency", "the company" can mean."""
    nouns = load_verbs().actors
    if lemma in nouns["named_last_body"]:
        return frozenset({"PublicBody"})
    return frozenset({"Company", "Organization"}) if lemma in nouns["named_last_company"] else frozenset()


def _measured(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whom a number counts: "a group of Moroccan diplomats", "thousands of Nigerians" (who are no government)."""
    if scene.tree.lemma(word) not in load_verbs().actors["measure"]:
        return ()
    for prep in scene.tree.kids(word, "prep"):
        for noun in scene.tree.kids(prep, "pobj"):
            if scene.tree.lemma(prep) == "of" and (found := actors_at(scene, noun)):
                return (scene.unnamed(word),) if noun in scene.demonyms else found
    return (scene.unnamed(word),) if scene.tree.lemma(word) in load_verbs().actors["people"] else ()


def _inside(scene: Scene, word: int, depth: int) -> tuple[Actor, ...]:
    found = [actor for kid in scene.tree.kids(word, *BEFORE) for actor in _before(scene, kid)]
    if found or depth == 0:
        return unique(found)
    for prep in scene.tree.kids(word, "prep", "agent"):
        if scene.tree.lemma(prep) in _INSIDE:
            for noun in scene.tree.kids(prep, "pobj"):
                direct = [a for a in actors_at(scene, noun) if not isinstance(a, Unnamed)]
                found += direct or _inside(scene, noun, depth - 1)
    return unique(found)


def _before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whom a word before a noun means: "its plant", "Kremlin envoys", "the company's servers"."""
    if scene.tree.tokens[word].pos == "PRON":
        return pronoun_at(scene, word, actors_at)
    if word in scene.named:
        return (scene.named[word], *(a for other in scene.tree.listed(word)[1:] for a in named_only(scene, other)))
    owners = actors_at(scene, word) if scene.tree.dep(word) == "poss" else ()
    return tuple(actor for actor in owners if not isinstance(actor, Unnamed))


NOUN_RULES: tuple[Callable[[Scene, int], tuple[Actor, ...]], ...] = (
    _holder, both_sides, _state, staff, _forces, _allies, _pair, _described, _body, land, union, _measured, _people,
)  # fmt: skip
