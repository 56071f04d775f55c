"""Claims of who acted against somebody, once sanctions were told of: "Britain took the same step against him"."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.claims.authorities import is_regime_name
from nongrata.events.claims.measures import was_told
from nongrata.events.claims.regimes import is_regime_of
from nongrata.events.claims.slot import ON
from nongrata.events.claims.stated import AUXILIARIES, Stated, Words
from nongrata.events.claims.vouched import is_thought_of, turned
from nongrata.events.claims.whom import below, is_authority, may_be_listed, meant, phrases
from nongrata.events.record import Government
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree
from nongrata.events.who.actors import actors_at
from nongrata.parties import PartyId

_THINGS = ("measure", "action", "step")
_LIKE = frozenset(
    {"same", "similar", "such", "like", "own", "restrictive", "further", "no", "any", "the", "a", "this", "that"}
)


def stated_by_acting(scene: Scene, verb: int) -> Iterator[Stated]:
    """Give what a state is told to have done to somebody by "took measures", "acted" or "moved against"."""
    tree = scene.tree
    if not is_word(tree.lemma(verb), "act") or not tree.is_verb(verb) or tree.is_passive(verb):
        return
    things = _things(tree, verb)
    whom = [each for host in (verb, *(things or ())) for each in below(tree, host, *ON)]
    subject = tree.subject(verb)
    if things is None or not whom or subject is None or not may_be_listed(scene, whom[0]):
        return
    doer = meant(tree, subject)
    if not _are_states(scene, doer) or is_thought_of(tree, verb) or not was_told(scene, verb):
        return
    words = (*tree.kids(verb, *AUXILIARIES), verb, *things, *tree.phrase(whom[0]))
    yield Stated(words=words, bearer=whom[0], by=(phrases(tree, doer),), says=turned(tree, "listed", verb, *things))


def _things(tree: Tree, verb: int) -> Words | None:
    """Give the step that is taken; none for "acted"; None where it is another thing, as "military action"."""
    things = tree.kids(verb, "dobj")
    if tree.lemma(verb) != "take":
        return None if things else ()
    kinds = {tree.lemma(kid) for thing in things for kid in tree.kids(thing, "amod", "compound", "det")}
    return things if things and all(tree.lemma(each) in _THINGS for each in things) and kinds <= _LIKE else None


def _are_states(scene: Scene, noun: int) -> bool:
    """Be states whose lists are kept, or their organs that list: others may act against somebody in many ways."""
    if is_authority(scene, noun):
        return True
    doers = [scene.named.get(each) for each in scene.tree.listed(noun)]
    if doers == [None] and scene.tree.tokens[noun].pos == "PRON":  # "the Treasury said it had", not "the army said it"
        return all(isinstance(each, str) and _lists(scene, each) for each in actors_at(scene, noun) or (None,))
    return all(isinstance(each, Government) and is_regime_of(each.country) for each in doers)


def _lists(scene: Scene, actor: str) -> bool:
    return actor in scene.parties and is_regime_name(scene.parties[PartyId(actor)].name)
