"""Acts that a verb tells: "accused Tehran of", "imposed sanctions on"."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.above import is_decreed
from nongrata.events.actors import actors_around
from nongrata.events.frames import Frame, load_verbs
from nongrata.events.nouns import is_of
from nongrata.events.scene import Scene
from nongrata.events.tree import Tree
from nongrata.events.trigger import Trigger, clause_preps, object_of, preps_of
from nongrata.values.dates import MONTHS

DAYS = frozenset(MONTHS) | {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend"
}  # fmt: skip
QUESTIONS = frozenset({"if", "whether", "how", "why", "what", "who"})
_VERDICTS = ("guilty", "liable", "responsible")
_ATTACHED = ("prt", "dobj", "prep", "advmod", "dative", "agent", "acomp", "oprd", "aux")


def find_verbal(scene: Scene, verb: int) -> Trigger | None:
    """Give the act that a verb tells, by the first of its frames that fits; None where none does."""
    tree = scene.tree
    object_ = object_of(tree, verb)
    for particle, frame in load_verbs().verbs.get(tree.lemma(verb), ()):
        attached = (*_ATTACHED, "ccomp") if particle in _VERDICTS else _ATTACHED
        beside = [kid for kid in tree.kids(verb, *attached) if _is_particle(tree, verb, kid, particle)]
        if particle and not beside:
            continue
        if _fits(scene, verb, object_, frame, particle):
            return Trigger(frame=frame, verb=verb, words=(verb, *beside[:1]), object=object_)
    return None


def _is_particle(tree: Tree, verb: int, kid: int, particle: str) -> bool:
    """Be the word that a verb wants close behind it; "called on Sunday" is not "called on Moscow"."""
    if tree.tokens[kid].text.lower() != particle:
        return False
    if kid > 1 and "not" in (tree.tokens[kid - 1].text.lower(), tree.tokens[kid - 2].text.lower()):
        return False  # "found not guilty"
    if tree.dep(kid) == "aux" and tree.lemma(verb) != "tell":
        return False  # "his intent to appeal" is no appeal to anybody
    nouns = tree.kids(kid, "pobj")
    return not any(tree.tokens[noun].text.lower() in DAYS for noun in nouns)


def _fits(scene: Scene, verb: int, object_: int | None, frame: Frame, particle: str) -> bool:
    """Have around the verb all that the frame asks for."""
    preps = list(preps_of(scene.tree, verb, object_))
    if frame.needs and not any(prep in frame.needs for prep, _ in preps):
        preps = list(clause_preps(scene.tree, verb))
    preps = [(prep, noun) for prep, noun in preps if scene.tree.lemma(noun).lower() not in DAYS]  # "sank it in July"
    places = frame.needs or ((particle,) if particle else ())
    return (
        _object_fits(scene, verb, object_, frame, particle)
        and _subject_fits(scene, verb, frame)
        and not _holds_out(scene, object_, preps, frame)
        and not (frame.content == "negated" and _is_silence(scene.tree, verb, object_))
        and (not frame.needs or any(prep in frame.needs for prep, _ in preps))
        and (
            not frame.prep_object
            or any(prep in places and is_of(scene, noun, frame.prep_object) for prep, noun in preps)
        )
        and _clauses_fit(scene.tree, verb, object_, frame)
        and not (frame.type == "AGREE" and _decrees(scene.tree, verb))
    )


def _decrees(tree: Tree, verb: int) -> bool:
    """Tell of what the agreeing does: "agreed to lift sanctions" is the lifting."""
    return any(is_decreed(tree, word, verb) for word in tree.kids(verb, "xcomp"))


def _subject_fits(scene: Scene, verb: int, frame: Frame) -> bool:
    """Have a subject of the kind asked for: "missiles hit a school" is a blow, "prices hit a record" is none."""
    if not frame.subject:
        return True
    tree = scene.tree
    agents = [noun for prep in tree.kids(verb, "agent") for noun in tree.kids(prep, "pobj")]
    subject = tree.subject(verb) if not tree.is_passive(verb) else next(iter(agents), None)
    return subject is not None and is_of(scene, subject, frame.subject)


def _holds_out(scene: Scene, object_: int | None, preps: list[tuple[str, int]], frame: Frame) -> bool:
    """Have what the frame must not have: "offered a reward for information on him" promises him nothing."""
    nouns = [noun for prep, noun in preps if prep == "for"] + ([] if object_ is None else [object_])
    return any(is_of(scene, noun, frame.without) for noun in nouns)


def _is_silence(tree: Tree, verb: int, object_: int | None) -> bool:
    """Be a refusal to speak: "declined to comment", "declined to give details"."""
    asked = tree.kids(verb, "xcomp")
    words = (*asked, *(kid for word in asked for kid in tree.kids(word, "dobj"))) if asked else (object_,)
    return any(word is not None and load_verbs().is_of(tree.lemma(word), "silence") for word in words)


def _clauses_fit(tree: Tree, verb: int, object_: int | None, frame: Frame) -> bool:
    """Have the clauses below, or the negation beside, that the frame asks for."""
    clauses = tree.kids(verb, "ccomp")
    if frame.sort == "transfer" and _orders_a_deed(tree, verb):
        return False
    if "nothat" in frame.flags and any(tree.kids(clause, "mark") for clause in clauses):
        return False
    if "not" in frame.flags and not tree.kids(verb, "neg"):
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


def _orders_a_deed(tree: Tree, verb: int) -> bool:
    """Tell somebody to do something: "ordered it to suspend lending", "ordered the yacht to be freed"."""
    asks = "requested" in load_verbs().embeddings.get(tree.lemma(verb), ())
    return asks and bool(tree.kids(verb, "xcomp", "ccomp"))


def _complements(tree: Tree, verb: int, object_: int | None) -> Iterator[int]:
    """Give the clauses below a verb, and what something is called: "called it a lie", "described it as false"."""
    yield from tree.kids(verb, "xcomp", "advcl", "ccomp", "oprd")
    yield from () if object_ is None else tree.kids(object_, "appos")
    for prep in tree.kids(verb, "prep"):
        if tree.lemma(prep) == "as":
            yield from tree.kids(prep, "pobj", "amod", "pcomp", "acomp")


def _asks(tree: Tree, verb: int, frame: Frame) -> bool:
    """Be a question, not a request: "asked him if he knew"."""
    marks = [kid for clause in tree.kids(verb, "ccomp") for kid in tree.kids(clause, "mark", "advmod", "dobj", "attr")]
    return frame.content == "requested" and any(tree.lemma(mark) in QUESTIONS for mark in marks)


def _object_fits(scene: Scene, verb: int, object_: int | None, frame: Frame, particle: str) -> bool:
    """Have the object asked for; without one, "he resisted" and "numbers declined" tell nothing."""
    if frame.object:
        return "nobody" in frame.object if object_ is None else is_of(scene, object_, frame.object)
    if object_ is not None or particle or "object" not in frame.recipient:
        return True
    if scene.tree.kids(verb, "ccomp", "xcomp", "dative"):
        return True
    preps = preps_of(scene.tree, verb, None)
    return any(prep == "as" or (prep in frame.recipient and actors_around(scene, noun)) for prep, noun in preps)
