"""In which state the text says that its organs act: "prosecutors there", "sent to Peru, where prosecutors …"."""

from __future__ import annotations

from nongrata.events.record import Actor, Government
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene


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
