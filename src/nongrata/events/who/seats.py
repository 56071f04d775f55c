"""In which state the text says that its organs act: "prosecutors there", "sent to Peru, where prosecutors …"."""

from __future__ import annotations

from nongrata.events.record import Actor, Government
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene

_AT = frozenset({"in", "at", "near", "outside", "off", "around", "across"})
_BEFORE = ("amod", "compound", "poss", "nmod")


def there(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state of the place told last: "was charged in Brooklyn. Prosecutors there said"."""
    tree = scene.tree
    if not any(tree.lemma(kid) == "there" for kid in tree.kids(word, "advmod")):
        return ()
    places = scene.stage.places.back_from(tree.sentence.span.start)
    return next(((Government(country=place.country),) for place in places if place.country), ())


def where(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state in which the clause says that its organs act: "sent to Peru, where prosecutors accuse him"."""
    tree, verb = scene.tree, scene.tree.clause(word)
    is_there = tree.dep(verb) == "relcl" and any(tree.lemma(kid) == "where" for kid in tree.kids(verb, "advmod"))
    if not is_there or tree.lemma(word) not in load_verbs().actors["organ"]:
        return ()
    place = tree.head(verb)
    state = scene.named.get(place)
    if isinstance(state, Government):
        return (state,)
    return (Government(country=scene.places[place]),) if place in scene.places else ()


def is_organ_at(scene: Scene, word: int) -> bool:
    """Be an organ of state, or the people of one: "prosecutors", "a police unit", "border guards"."""
    tree, actors = scene.tree, load_verbs().actors
    before = {tree.lemma(kid).lower() for kid in tree.kids(word, "compound", "nmod")}
    is_staff = tree.lemma(word) in actors["staff"] and bool(before & actors["service"])
    return tree.lemma(word) in actors["organ"] or bool(before & actors["organ"]) or is_staff


def seat(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state where an organ of state sits: "a court in Johor", "In Yangon, police arrested"."""
    tree = scene.tree
    if not is_organ_at(scene, word):
        return ()
    for kid in tree.kids(word, *_BEFORE):
        if kid in scene.places:  # "a Rotterdam court"
            return (Government(country=scene.places[kid]),)
    verb = tree.head(word)
    ahead = [prep for prep in tree.kids(verb, "prep") if prep < word] if tree.is_verb(verb) else []
    preps = [prep for prep in (*tree.kids(word, "prep"), *ahead) if tree.lemma(prep) in ("in", "at")]
    nouns = (noun for prep in preps for noun in tree.kids(prep, "pobj"))
    return next((found for noun in nouns if (found := _states_around(scene, noun))), ())


def _states_around(scene: Scene, noun: int) -> tuple[Actor, ...]:
    """Give the states of a place and of those listed with it: "police in Germany and Finland"."""
    return tuple(dict.fromkeys(state for each in scene.tree.listed(noun) for state in _state_around(scene, each)))


def _state_around(scene: Scene, noun: int) -> tuple[Actor, ...]:
    """Give the state of a place: "Lyon", "Kenya", "the Kenyan port of Mombasa", "the town of Gao"."""
    tree = scene.tree
    of = [name for prep in tree.kids(noun, "prep") if tree.lemma(prep) == "of" for name in tree.kids(prep, "pobj")]
    for word in (noun, *tree.kids(noun, *_BEFORE), *of):
        if word in scene.places:
            return (Government(country=scene.places[word]),)
        if isinstance(actor := scene.named.get(word), Government):
            return (actor,)
    return ()


def is_at(scene: Scene, place: int, clauses: set[int]) -> bool:
    """Be where something is done in one of these clauses: "in Skopje", "near the port of Aden"."""
    tree = scene.tree
    preps = [tree.lemma(up) for up in tree.up(place) if tree.tokens[up].pos == "ADP"]
    return tree.clause(place) in clauses and bool(preps) and preps[-1] in _AT
