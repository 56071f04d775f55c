"""Which class of the verb table a noun is of: arms, talks, a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nongrata.events.record import Government
from nongrata.events.sentence.antecedents import antecedent
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree
from nongrata.events.who.actors import actors_at
from nongrata.events.who.pronouns import IT, RELATIVE, THEY, may_be_body
from nongrata.events.who.taken_up import is_aged

_TOLLS = frozenset({"kill", "wound", "injure", "arrest", "detain"})
_THINGS = IT | THEY
PERSONAL = frozenset({"him", "her", "he", "she", "them"})


def is_of(scene: Scene, word: int, classes: tuple[str, ...]) -> bool:
    """Be a noun of one of the classes: by itself, by what it measures, or by what stands before it."""
    return any(_is_of(scene, member, wanted) for member in scene.tree.listed(word) for wanted in classes)


def _is_of(scene: Scene, word: int, wanted: str) -> bool:
    tree = scene.tree
    if tree.lemma(word) in RELATIVE and (meant := antecedent(tree, word)) is not None:
        word = meant
    if (is_one := KINDS.get(wanted)) is not None:
        return is_one(scene, word)
    if wanted == "vessel" and _is_vessel(scene, word):
        return True
    modifier, plus, noun = wanted.rpartition("+")
    if plus:
        return _is_of(scene, word, noun) and _is_modified(tree, word, modifier)
    taken_up = scene.memory.things if tree.tokens[word].text.lower() in _THINGS else ()
    return any(load_verbs().is_of(lemma, wanted) for lemma in (*_lemmas(tree, word, wanted), *taken_up))


def _is_body(scene: Scene, word: int) -> bool:
    """Be a body by name, or an "it" that takes one up: "It was acquired by Rostec"."""
    is_it = scene.tree.tokens[word].text.lower() == "it"
    actors = actors_at(scene, word) if is_it else (scene.named.get(word),)
    return any(isinstance(actor, str) and (not scene.is_person(actor) or may_be_body(scene, actor)) for actor in actors)


def _is_vessel(scene: Scene, word: int) -> bool:
    """Be a ship by name, or an "it" that takes one up."""
    if any(load_verbs().is_of(scene.tree.lemma(kid), "vessel") for kid in scene.tree.kids(word, "compound")):
        return True  # "the tanker NS Leader"
    parties = [scene.parties.get(actor) for actor in actors_at(scene, word) if isinstance(actor, str)]
    return any(party is not None and party.schema == "Vessel" for party in parties)


def _is_modified(tree: Tree, word: int, modifier: str) -> bool:
    """Have a word of this class before it; "own" is a pronoun: "its forces"."""
    if modifier == "own":
        return any(tree.tokens[kid].pos == "PRON" for kid in tree.kids(word, "poss"))
    before = [*tree.kids(word, "amod", "compound", "nmod"), *after_of(tree, word)]
    return any(load_verbs().is_of(tree.lemma(kid), modifier) for kid in before)


def _lemmas(tree: Tree, word: int, wanted: str) -> set[str]:
    """Give the words that tell what it is: itself, what it counts, and for goods what stands before it."""
    found = {tree.lemma(word)}
    counted = [word]
    for noun in counted:  # "hundreds of millions of dollars' worth of oil"
        if is_measure(tree.lemma(noun)) or tree.tokens[noun].pos in ("NUM", "SYM"):
            counted += after_of(tree, noun)
    found.update(tree.lemma(noun) for noun in counted)
    if wanted == "diplomat" and tree.tokens[word].pos == "PROPN":  # "summoned Ambassador Andrew Patrick"
        found.update(tree.lemma(kid).lower() for kid in tree.kids(word, "compound"))
    if wanted in ("arms", "goods", "money"):
        # the "frigate" of "the frigate Tamal" is tagged an adjective
        before = tree.kids(word, "compound", "nmod", *(["amod"] if wanted == "arms" else []))
        found.update(tree.lemma(kid) for kid in before)
        found.update(f"{tree.lemma(kid - 2)}-{tree.lemma(kid)}" for kid in before if kid > 1 and _is_joined(tree, kid))
    return found


def _is_joined(tree: Tree, word: int) -> bool:
    """Stand behind a hyphen: the "defence" of "air-defence systems"."""
    return tree.tokens[word - 1].text == "-"


def is_measure(lemma: str) -> bool:
    """Be a word that only counts what stands after it."""
    return load_verbs().is_of(lemma, "measures")


def _is_person(scene: Scene, word: int) -> bool:
    actors = actors_at(scene, word)
    nouns = load_verbs().actors["people"]
    is_number = scene.tree.tokens[word].pos == "NUM"
    counted = after_of(scene.tree, word) if is_number else []
    if is_number and not counted and scene.tree.lemma(scene.tree.head(word)) in _TOLLS:
        return True  # "jets kill 24"
    return (
        any(scene.tree.tokens[other].text.lower() in PERSONAL for other in counted)
        or any(scene.is_person(actor) for actor in actors)
        or scene.tree.lemma(word) in nouns
        or is_aged(scene, word)
        or (scene.tree.tokens[word].text.lower() in PERSONAL)
    )


def after_of(tree: Tree, word: int) -> list[int]:
    """Give the nouns after a noun's "of"."""
    return [noun for prep in tree.kids(word, "prep") if tree.lemma(prep) == "of" for noun in tree.kids(prep, "pobj")]


def _is_lister(scene: Scene, word: int) -> bool:
    """Be who puts people on sanctions lists: a government or its treasury, and no police, court or prosecutor."""
    law = load_verbs().actors["law"]
    words = {scene.tree.lemma(other).lower() for other in scene.tree.phrase(word)}
    actors = actors_at(scene, word)
    names = {part for actor in actors if isinstance(actor, str) for part in scene.parties[actor].name.lower().split()}
    is_public = any(isinstance(actor, Government) or actor in scene.offices for actor in actors)
    return is_public and not law & (words | names) and not any(scene.is_person(actor) for actor in actors)


def _is_court(scene: Scene, word: int) -> bool:
    """Be a court or who sits on one: "a judge", "Magistrate Halima Wekesa", "Ms Justice Karen O'Connor"."""
    tree, courts = scene.tree, load_verbs().actors["court"]
    return any(tree.lemma(each).lower() in courts for each in (word, *tree.kids(word, "compound", "nmod", "appos")))


# The classes that no list of nouns tells
KINDS: Mapping[str, Callable[[Scene, int], bool]] = {
    "actor": lambda scene, word: bool(actors_at(scene, word)),
    "government": lambda scene, word: any(isinstance(actor, Government) for actor in actors_at(scene, word)),
    "person": _is_person,
    "body": _is_body,
    "lister": _is_lister,
    "bench": _is_court,
    "named-place": lambda scene, word: word in scene.places and word not in scene.named,
}
