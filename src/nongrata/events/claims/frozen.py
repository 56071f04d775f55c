"""Claims about what somebody owns: "whose assets were frozen", "Tokyo froze what he may have", "barred from entry"."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.claims.stated import AUXILIARIES, Stated, Words
from nongrata.events.claims.vouched import is_thought_of, turned
from nongrata.events.claims.whom import below, is_imposer, meant, phrases
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree


def stated_by_freezing(scene: Scene, word: int) -> Iterator[Stated]:
    """Give what a verb of freezing states of whose the frozen things are."""
    tree = scene.tree
    is_state = tree.dep(word) == "acomp"  # "his assets are frozen"
    if not is_word(tree.lemma(word), "freeze") or not (tree.is_verb(word) or is_state):
        return
    order = _order_above(tree, word)
    verb = tree.head(word) if is_state else word if order is None else order
    things = [*tree.kids(verb if is_state else word, *SUBJECTS), *tree.kids(verb, "dobj")]
    is_passive = is_state or (order is None and tree.is_passive(word))
    owner = _owner(tree, things) if is_passive or order is not None else _owner(tree, things) or _inside(tree, word)
    is_had = order is not None and tree.lemma(order) in ("have", "get")  # "had its assets frozen"
    subject = None if is_passive or is_had else tree.subject(verb)
    if (
        owner is None
        or is_thought_of(tree, verb)
        or not (is_passive or is_had or (subject is not None and is_imposer(scene, subject)))
    ):
        return
    by: Words = () if subject is None else phrases(tree, meant(tree, subject))
    where = tuple(
        each for thing in (*things, word) for whom in below(tree, thing, "in", "by") for each in phrases(tree, whom)
    )
    before = tuple(each for thing in things for each in tree.phrase(thing))
    words = (
        *tree.kids(word, *AUXILIARIES),
        word,
        *(thing for thing in things if thing < word or is_passive),
    )
    yield Stated(words=words, bearer=owner, by=(by, before, where), says=turned(tree, "listed", verb))


def _order_above(tree: Tree, word: int) -> int | None:
    """Give the verb of "ordered the assets of the bank frozen", "had his accounts frozen"."""
    above = tree.head(word)
    if tree.dep(word) == "acl" and tree.dep(above) == "dobj":  # "had its assets | frozen"
        above = tree.head(above)
    is_ordered = tree.lemma(above) in ("order", "have", "get") and tree.dep(word) in ("ccomp", "oprd", "acl", "xcomp")
    return above if is_ordered and not tree.kids(word, "aux", "auxpass") else None


def _owner(tree: Tree, things: list[int]) -> int | None:
    """Give whose the things are: "his assets", "the assets of the bank"."""
    owners = (meant(tree, thing) for thing in things if is_word(tree.lemma(thing), "frozen"))
    return next((owner for owner in owners if owner not in things), None)


def _inside(tree: Tree, word: int) -> int | None:
    """Give who has them by the clause that tells it: "froze what assets he may have"."""
    clauses = [
        c for c in tree.kids(word, "ccomp") if any(is_word(tree.lemma(t), "frozen") for t in tree.kids(c, "dobj"))
    ]
    clauses += [c for t in tree.kids(word, "dobj") if is_word(tree.lemma(t), "frozen") for c in tree.kids(t, "relcl")]
    return next((subject for clause in clauses for subject in tree.kids(clause, *SUBJECTS)), None)
