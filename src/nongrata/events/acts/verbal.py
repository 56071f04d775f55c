"""Acts that a verb tells: "accused Tehran of", "imposed sanctions on"."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.acts.clauses import clauses_fit
from nongrata.events.certainty.above import is_decreed
from nongrata.events.sentence.frames import Frame, load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree
from nongrata.events.sentence.trigger import Trigger, clause_preps, object_of, preps_of
from nongrata.events.who.actors import actors_around
from nongrata.events.who.nouns import is_of
from nongrata.values.dates import MONTHS, WEEKDAYS

DAYS = WEEKDAYS | {*MONTHS, "weekend"}
_FAR = 8  # words: farther behind, it is of something else
_VERDICTS = ("guilty", "liable", "responsible")
_ATTACHED = ("prt", "dobj", "prep", "advmod", "dative", "agent", "acomp", "oprd", "aux")


def find_verbal(scene: Scene, verb: int) -> Trigger | None:
    """Give the act that a verb tells, by the first of its frames that fits; None where none does."""
    tree = scene.tree
    object_ = object_of(tree, verb)
    for particle, frame in load_verbs().verbs.get(tree.lemma(verb), ()):
        attached = (*_ATTACHED, "ccomp") if particle in _VERDICTS else _ATTACHED
        kids = (*tree.kids(verb, *attached), *(_told_to(tree, verb) if particle == "to" else ()))
        beside = [kid for kid in kids if _is_particle(tree, verb, kid, particle)]
        if particle and not beside:
            continue
        if beside and particle in frame.recipient and object_ is not None and verb < object_ < beside[0]:
            continue  # "called American curbs on its oil terrorism" calls on nobody
        if _fits(scene, verb, object_, frame, particle):
            return Trigger(frame=frame, verb=verb, words=(verb, *beside[:1]), object=object_)
    return None


def _told_to(tree: Tree, verb: int) -> tuple[int, ...]:
    """Give the "to" of what somebody is told to do: "told Pakistan to solve its problems"."""
    asked = tree.kids(verb, "xcomp", "ccomp") if tree.lemma(verb) == "tell" else ()
    return tuple(kid for clause in asked for kid in tree.kids(clause, "aux"))


def _is_particle(tree: Tree, verb: int, kid: int, particle: str) -> bool:
    """Be the word that a verb wants close behind it; "called on Sunday" is not "called on Moscow"."""
    if tree.tokens[kid].text.lower() != particle or kid - verb > _FAR:
        return False
    if kid > 1 and "not" in (tree.tokens[kid - 1].text.lower(), tree.tokens[kid - 2].text.lower()):
        return False  # "found not guilty"
    if tree.dep(kid) == "aux" and tree.lemma(verb) != "tell":
        return False  # "his intent to appeal" is no appeal to anybody
    nouns = tree.kids(kid, "pobj")
    return not any(tree.tokens[noun].text.lower() in DAYS for noun in nouns)


def _fits(scene: Scene, verb: int, object_: int | None, frame: Frame, particle: str) -> bool:
    """Have around the verb all that the frame asks for."""
    preps = _without_days(scene.tree, preps_of(scene.tree, verb, object_))
    if frame.needs and not any(prep in frame.needs for prep, _ in preps):
        preps = _without_days(scene.tree, clause_preps(scene.tree, verb))
    places = frame.needs or ((particle,) if particle else ())
    return (
        _object_fits(scene, verb, object_, frame, particle)
        and _subject_fits(scene, verb, frame)
        and not _holds_out(scene, verb, object_, preps, frame)
        and not (frame.content == "negated" and _is_silence(scene.tree, verb, object_))
        and (not frame.needs or any(prep in frame.needs for prep, _ in preps))
        and (
            not frame.prep_object
            or any(prep in places and is_of(scene, noun, frame.prep_object) for prep, noun in preps)
        )
        and clauses_fit(scene.tree, verb, object_, frame)
        and not (frame.type == "AGREE" and _decrees(scene.tree, verb))
    )


def _without_days(tree: Tree, preps: Iterator[tuple[str, int]]) -> list[tuple[str, int]]:
    """Give the prepositions that do not tell when: "sank it in July", "added him on Tuesday"."""
    return [(prep, noun) for prep, noun in preps if tree.lemma(noun).lower() not in DAYS]


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


def _holds_out(scene: Scene, verb: int, object_: int | None, preps: list[tuple[str, int]], frame: Frame) -> bool:
    """Have what the frame must not have: "offered a reward for information on him" promises him nothing."""
    if any(prep in frame.unless for prep, _noun in preps):
        return True  # "left the town without power"
    nouns = [noun for prep, noun in preps if prep == "for"] + ([] if object_ is None else [object_])
    is_offer = scene.tree.lemma(verb) == "offer" and "bounty" in frame.without
    is_sum = is_offer and object_ is not None and is_of(scene, object_, ("money",))
    if is_sum and any(is_of(scene, noun, ("person",)) for prep, noun in preps if prep == "for"):
        return True  # "offers two million dollars for him"
    # "for whose arrest Washington is offering": the parser sees two subjects
    nouns += scene.tree.kids(verb, "nsubj")[:-1]
    return any(is_of(scene, noun, frame.without) for noun in nouns)


def _is_silence(tree: Tree, verb: int, object_: int | None) -> bool:
    """Be a refusal to speak: "declined to comment", "declined to give details"."""
    asked = tree.kids(verb, "xcomp")
    words = (*asked, *(kid for word in asked for kid in tree.kids(word, "dobj"))) if asked else (object_,)
    is_silent = any(word is not None and load_verbs().is_of(tree.lemma(word), "silence") for word in words)
    return is_silent or any(_is_to_press(tree, word) for word in asked)


def _is_to_press(tree: Tree, speech: int) -> bool:
    """Be speaking to the press: who "refused to speak to reporters" rejects nothing."""
    nouns = [noun for prep in tree.kids(speech, "prep") for noun in tree.kids(prep, "pobj")]
    return any(tree.lemma(noun) in load_verbs().actors["press"] for noun in nouns)


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
