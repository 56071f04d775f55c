"""A Trigger: words that tell an act. And what hangs on its verb: the object, the prepositions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nongrata.events.sentence.frames import Frame
from nongrata.events.sentence.tree import SUBJECTS, Tree

_CLAIMS = frozenset({"claim", "take", "accept", "assume"})
_LEANING = frozenset({"accord", "according", "thanks", "due", "owe", "contrary"})  # "according to" leads nowhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """An act told: the verb of its clause, the words that tell it, and its nouns."""

    frame: Frame
    verb: int  # the word by whose place in the sentence the status is judged; a noun for a bare nominal event
    words: tuple[int, ...]
    object: int | None = None  # the thing or person acted upon, where there is one
    nominal: bool = False


def object_of(tree: Tree, verb: int) -> int | None:
    """Give what is acted upon: the object, the subject of a passive, or the noun a participle hangs on."""
    if (found := tree.kid(verb, "dobj")) is not None:
        return found
    if (shared := _shared(tree, verb)) is not None:
        return shared
    if (asked := _asked(tree, verb)) is not None:
        return asked
    if (said := _called_that(tree, verb)) is not None:
        return said
    if not tree.is_passive(verb):
        return _taken_up(tree, verb)
    if (found := tree.kid(verb, "nsubjpass")) is not None:
        return found
    if tree.dep(verb) in ("acl", "amod") and not tree.is_verb(tree.head(verb)):
        return tree.head(verb)
    return tree.subject(verb)


def _shared(tree: Tree, verb: int) -> int | None:
    """Give the object that two verbs have in common: "has armed and financed Hezbollah"."""
    other = tree.kid(verb, "conj")
    if other is None or not tree.is_verb(other) or tree.is_passive(verb) or tree.kids(other, *SUBJECTS):
        return None
    is_near = all(tree.dep(between) in ("cc", "advmod", "punct") for between in range(verb + 1, other))
    return tree.kid(other, "dobj") if is_near else None


def _taken_up(tree: Tree, verb: int) -> int | None:
    """Give the noun on which a clause hangs that has a subject and no object: "the drivers it had detained"."""
    subject = tree.kid(verb, "nsubj")
    is_bare = not tree.kids(verb, "ccomp", "xcomp", "mark", "prt", "dative")
    if tree.dep(verb) != "relcl" or subject is None or not is_bare:
        return None
    ahead = [tree.tokens[word].tag for word in tree.subtree(verb) if word < verb]
    return None if any(tag in ("WDT", "WP", "WRB", "WP$") for tag in ahead) else tree.head(verb)


def preps_of(tree: Tree, verb: int, object_: int | None) -> Iterator[tuple[str, int]]:
    """Give the prepositions on a verb, its particle or its object, each with its noun."""
    hosts = [
        verb,
        *tree.kids(verb, "prt", "advmod", "acomp", "oprd", "prep", "agent"),
        *([] if object_ is None else [object_]),
    ]
    for host in hosts:
        for first in () if tree.lemma(host) in _LEANING else tree.kids(host, "prep", "agent", "dative"):
            for prep in _chained(tree, first):
                for noun in tree.kids(prep, "pobj"):
                    yield tree.lemma(prep), noun


def _chained(tree: Tree, prep: int) -> Iterator[int]:
    """Give a preposition and those joined to it: "on the general and on two firms"."""
    yield prep
    for other in tree.kids(prep, "conj"):
        if tree.tokens[other].pos == "ADP":
            yield from _chained(tree, other)


def clause_preps(tree: Tree, verb: int) -> Iterator[tuple[str, int]]:
    """Give all prepositions after a verb in its own clause, wherever the parser hung them, each with its noun."""
    for word in range(verb + 1, len(tree.tokens)):
        is_prep = tree.dep(word) in ("prep", "agent", "dative") and tree.lemma(tree.head(word)) not in _LEANING
        if is_prep and tree.clause(word) == verb:
            for noun in tree.kids(word, "pobj"):
                yield tree.lemma(word), noun


def claim_of(tree: Tree, blow: int) -> int | None:
    """Give the verb by which somebody takes a blow upon himself: "claimed responsibility for the strikes"."""
    duty = tree.head(tree.head(blow))
    is_duty = tree.lemma(tree.head(blow)) == "for" and tree.lemma(duty) == "responsibility" and tree.dep(duty) == "dobj"
    return tree.head(duty) if is_duty and tree.lemma(tree.head(duty)) in _CLAIMS else None


def _asked(tree: Tree, verb: int) -> int | None:
    """Give the one asked: "urged Seoul to show restraint" comes as a clause of its own as often as not."""
    clause = tree.kid(verb, "ccomp")
    if clause is not None and (tree.tokens[clause].pos == "ADJ" or is_called(tree, clause)):
        return tree.kid(clause, "nsubj")  # "found the banker guilty", "declared it a terrorist group"
    if clause is None or tree.kids(clause, "mark"):
        return None
    is_bare = tree.lemma(verb) == "help" and tree.tokens[clause].tag == "VB"  # "helped the North set up production"
    if not is_bare and "to" not in [tree.lemma(kid) for kid in tree.kids(clause, "aux")]:
        return None
    return tree.kid(clause, "nsubj")


def _called_that(tree: Tree, verb: int) -> int | None:
    """Give the "that" of what somebody called it, which the parser takes for a conjunction: "called that a lie"."""
    marks = [mark for told in tree.kids(verb, "oprd") for mark in tree.kids(told, "mark")]
    return next((mark for mark in marks if mark == verb + 1 and tree.tokens[mark].text.lower() == "that"), None)


def is_called(tree: Tree, clause: int) -> bool:
    """Be what somebody is declared to be, which the parser takes for a clause: "declared it a terrorist group"."""
    return tree.tokens[clause].pos == "NOUN" and not tree.kids(clause, "mark", "aux", "cop")
