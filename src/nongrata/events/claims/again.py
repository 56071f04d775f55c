"""What is said again of another: "Washington followed suit", "Britain did so a month later", "Canada has not"."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.claims.stated import Stated
from nongrata.events.claims.vouched import is_thought_of, turned
from nongrata.events.claims.whom import below, meant
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS


def stated_again(scene: Scene) -> Iterator[Stated]:
    """Give each place where a state is told to have done what was told before, or not to have."""
    tree = scene.tree
    for verb in range(len(tree.tokens)):
        subjects = tree.kids(verb, *SUBJECTS)
        again = [kid for kid in tree.kids(verb, "dobj", "advmod", "attr", "prt") if is_word(tree.lemma(kid), "again")]
        if not again or tree.lemma(verb) not in ("follow", "do"):
            continue
        subject = subjects[0] if subjects else tree.subject(verb)
        if subject is None or is_thought_of(tree, verb):
            continue
        doers = tuple(word for member in tree.listed(meant(tree, subject)) for word in tree.phrase(member))
        whom = below(tree, verb, "to", "for", "with", "against")  # "did the same to Hemedti"
        bearer = whom[0] if whom else None
        yield Stated(words=(*doers, verb, *again), bearer=bearer, by=(doers,), says=turned(tree, "listed", verb))
