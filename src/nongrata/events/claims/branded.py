"""Claims of who is called a terrorist by a state whose terrorists stand on its lists: "declared it a terror group"."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.claims.authorities import regimes_of_bodies
from nongrata.events.claims.laws import as_terrorist, is_of_terror
from nongrata.events.claims.stated import AUXILIARIES, Stated, Words
from nongrata.events.claims.vouched import is_thought_of, turned
from nongrata.events.claims.whom import below, meant, phrases, subject_of
from nongrata.events.record import Government
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree

# Whose terrorists stand on their lists of sanctions; London bans them by other lists
_KEEPERS = frozenset({"us", "eu"})


def stated_by_branding(scene: Scene, verb: int) -> Iterator[Stated]:
    """Read "the State Department declared the cartel a terrorist organization", "was declared one by Washington"."""
    tree = scene.tree
    if not is_word(tree.lemma(verb), "brand") or not tree.is_verb(verb) or is_thought_of(tree, verb):
        return
    called = as_terrorist(tree, verb) or _beside_whom(tree, verb)
    is_done_to = tree.is_passive(verb)
    agents = [noun for host in (verb, *called) for noun in below(tree, host, "by")]
    doer = next(iter(agents), None) if is_done_to else tree.subject(verb)
    bearer = subject_of(tree, verb) if is_done_to else _called_so(tree, verb, called)
    if not called or doer is None or bearer is None or not _keeps_them(scene, doer):
        return
    by = phrases(tree, meant(tree, doer))
    inside = by if is_done_to else tree.phrase(bearer)
    words = (*tree.kids(verb, *AUXILIARIES), verb, *called[:1], *inside)
    yield Stated(words=words, bearer=bearer, by=(by,), says=turned(tree, "listed", verb))


def _beside_whom(tree: Tree, verb: int) -> Words:
    """Give the noun where the parser took it for another name of whom it calls so: "declared Kilo | a terror group"."""
    things = tree.kids(verb, "dobj", "dative")
    return tuple(noun for thing in things for noun in tree.kids(thing, "appos") if is_of_terror(tree, noun))


def _called_so(tree: Tree, verb: int, called: Words) -> int | None:
    """Give whom a state calls so, though the parser may make a clause of it: "declared | the cartel a … group"."""
    things = [*tree.kids(verb, "dobj", "dative"), *(kid for noun in called for kid in tree.kids(noun, *SUBJECTS))]
    return next((meant(tree, thing) for thing in things if thing not in called), None)


def _keeps_them(scene: Scene, doer: int) -> bool:
    """Be a state, or an organ of one, that has terrorists on its lists of sanctions."""
    noun = meant(scene.tree, doer)
    states = {
        named.country for word in scene.tree.listed(noun) if isinstance(named := scene.named.get(word), Government)
    }
    return not _KEEPERS.isdisjoint((*states, *regimes_of_bodies(scene.words(noun))))
