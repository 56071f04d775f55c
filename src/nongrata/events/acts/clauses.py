"""The clauses below a verb that a frame asks for, or that make another act of it: "called it a lie", "asked if"."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.sentence.frames import Frame, load_verbs
from nongrata.events.sentence.tree import Tree
from nongrata.events.sentence.trigger import is_called
from nongrata.events.who.nouns import after_of

_QUESTIONS = frozenset({"if", "whether", "how", "why", "what", "who"})
_READY = frozenset({"ready", "prepared", "willing", "poised", "set"})
_NAMING = frozenset({"call", "brand", "label", "term", "dub", "describe", "deem", "denounce", "dismiss"})
_WILL = frozenset({"will", "would", "shall"})
_LETTING = frozenset({"let", "allow", "permit", "go", "rest", "stop", "hesitate"})
_OPENS = frozenset({'"', "“", "``", "‘", "'", "a", "an", "as"})


def clauses_fit(tree: Tree, verb: int, object_: int | None, frame: Frame) -> bool:
    """Have the clauses below, or the negation beside, that the frame asks for."""
    if _has_what_it_must_not(tree, verb, frame):
        return False
    if not _is_refused(tree, verb, frame):
        return False
    if frame.content == "denied" and tree.is_passive(verb) and tree.kids(verb, "dobj"):
        return False  # "had been denied food"
    if frame.complement:
        if object_ is not None and tree.tokens[object_].tag in ("WP", "WDT"):
            return False  # "condemned what he described as piracy": the condemning tells it
        return any(tree.lemma(word) in frame.complement for word in _complements(tree, verb, object_))
    if "deed" in frame.flags and object_ is None:
        return bool(tree.kids(verb, "xcomp", "prep", "dative"))
    return not ("xcomp" in frame.flags and not tree.kids(verb, "xcomp", "ccomp")) and not _asks(tree, verb, frame)


def _has_what_it_must_not(tree: Tree, verb: int, frame: Frame) -> bool:
    """Tell more where the frame wants the bare verb, order a deed where it wants goods, or say "that"."""
    if "alone" in frame.flags and tree.kids(verb, "xcomp", "ccomp", "prep"):
        return True
    if "will-do" in frame.flags and not tree.kids(verb, "ccomp"):
        return True
    if frame.sort == "transfer" and _orders_a_deed(tree, verb):
        return True
    return "nothat" in frame.flags and any(tree.kids(clause, "mark") for clause in tree.kids(verb, "ccomp"))


def _is_refused(tree: Tree, verb: int, frame: Frame) -> bool:
    """Be told with "not" where the frame asks for it; what is as often left undone as refused, with "will not"."""
    if "will-not" in frame.flags:
        return _is_sworn_off(tree, verb)
    if "not" not in frame.flags:
        return True
    will = any(tree.lemma(kid) in _WILL for kid in tree.kids(verb, "aux"))
    return bool(tree.kids(verb, "neg")) and (will or "refusing" not in frame.flags)


def _is_sworn_off(tree: Tree, verb: int) -> bool:
    """Vow not to do something: "vowed never to disarm", but not "vowed not to let it go unpunished"."""
    clauses = [clause for clause in tree.kids(verb, "xcomp", "ccomp") if tree.lemma(clause) not in _LETTING]
    return any(tree.kids(clause, "neg") for clause in clauses)


def _orders_a_deed(tree: Tree, verb: int) -> bool:
    """Tell somebody to do something: "ordered it to suspend lending", "ordered the yacht to be freed"."""
    asks = "requested" in load_verbs().embeddings.get(tree.lemma(verb), ())
    return asks and bool(tree.kids(verb, "xcomp", "ccomp"))


def _complements(tree: Tree, verb: int, object_: int | None) -> Iterator[int]:
    """Give the clauses below a verb, and what something is called: "called it a lie", "described it as false"."""
    below = tree.kids(verb, "xcomp", "advcl", "ccomp", "oprd")
    ready = [kid for clause in below for kid in tree.kids(clause, "acomp") if tree.lemma(kid) in _READY]
    named = [
        *below,
        *(deed for kid in ready for deed in tree.kids(kid, "xcomp")),
    ]  # "warned that it was ready to close"
    told = [] if object_ is None else [kid for one in tree.listed(object_) for kid in tree.kids(one, "appos")]
    named += [*told, *(kid for one in told for kid in tree.kids(one, "appos"))]  # "named A and a second gang, B, gangs"
    yield from named
    kinds = [word for word in named if tree.dep(word) in ("oprd", "appos") or is_called(tree, word)]
    kinds += [thing for thing in tree.kids(verb, "dobj") if object_ is not None and thing > object_]
    yield from (kid for word in kinds for kid in tree.kids(word, "amod", "compound"))  # "named it a terrorist group"
    plain = [clause for clause in tree.kids(verb, "ccomp") if not tree.kids(clause, "mark", "aux")]
    yield from (kid for clause in plain for kid in tree.kids(clause, "nsubj"))  # "called it "a circus staged for you""
    yield from (noun for word in named for noun in after_of(tree, word))  # "called it an act of piracy"
    for prep in tree.kids(verb, "prep"):
        if tree.lemma(prep) == "as":
            yield from tree.kids(prep, "pobj", "amod", "pcomp", "acomp")
            yield from (kid for noun in tree.kids(prep, "pobj") for kid in tree.kids(noun, "amod", "compound"))
    if object_ is not None and tree.lemma(verb) in _NAMING:
        yield from (word for word in range(object_ + 1, len(tree.tokens)) if _is_called(tree, word, verb))


def _is_called(tree: Tree, word: int, verb: int) -> bool:
    """Be what something is called, though the parser hung it elsewhere: "called the curbs on its oil "terrorism"."""
    before = [tree.tokens[other].text.lower() for other in range(max(verb + 1, word - 3), word)]
    return tree.clause(word) == verb and any(text in _OPENS for text in before)


def _asks(tree: Tree, verb: int, frame: Frame) -> bool:
    """Be a question, not a request: "asked him if he knew"."""
    marks = [kid for clause in tree.kids(verb, "ccomp") for kid in tree.kids(clause, "mark", "advmod", "dobj", "attr")]
    return frame.content == "requested" and any(tree.lemma(mark) in _QUESTIONS for mark in marks)
