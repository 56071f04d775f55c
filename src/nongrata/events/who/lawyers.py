"""For whom a lawyer speaks: "her client" is never the lawyer."""

from __future__ import annotations

from nongrata.events.record import Actor
from nongrata.events.sentence.scene import Scene
from nongrata.events.who.pronouns import is_pronoun

_LAWYERS = frozenset({"lawyer", "attorney", "counsel", "barrister", "solicitor", "advocate"})


def client(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whose lawyer it is ("Abenov's lawyer said her client"), else who was held last, else "her client"."""
    tree = scene.tree
    owner = tree.kid(word, "poss")
    if tree.lemma(word) != "client" or owner is None or not is_pronoun(scene, owner):
        return ()
    if tree.tokens[word].tag != "NN":
        return (scene.unnamed(word),)
    lawyers = [at for at in range(len(tree.tokens)) if tree.lemma(at) in _LAWYERS]
    owners = [kid for at in lawyers for kid in tree.kids(at, "poss")]
    whose = [scene.named[kid] for kid in owners if kid in scene.named]
    if any(tree.tokens[kid].pos == "PROPN" for kid in owners) and not whose:
        return (scene.unnamed(word),)
    held = [actor for _by, whom in scene.memory.charges for actor in whom if scene.is_person(actor)]
    named = {actor for at, actor in scene.named.items() if tree.tokens[at].pos == "PROPN"}  # the lawyer, too
    others = [actor for actor in held if actor not in named]
    return tuple([*whose, *others, scene.unnamed(word)][:1])
