"""The other side of an act, where no place of its frame holds anybody: who was spoken of, who accused, who ruled."""

from __future__ import annotations

from collections.abc import Callable

from nongrata.events.acts.slots import denies_words, fill_slot, is_suffered_by
from nongrata.events.acts.spoken_of import to_be_hit, to_talk_with
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree
from nongrata.events.sentence.trigger import Trigger
from nongrata.events.who.actors import actors_at
from nongrata.events.who.nouns import is_of
from nongrata.events.who.pronouns import homes_of

_MOVES = frozenset({"move", "decision", "step", "announcement", "plan"})
_STEM = 4  # letters by which a verb is known in its noun
# Acts whose other side may stand deep in what is said: "threatened to impose restrictions against German goods".
LOOSE = frozenset(
    {"THREATEN", "REQUEST", "REJECT", "PROTEST", "ACCUSE", "AGREE", "RETREAT", "CONCEDE", "MOBILIZE", "SANCTION"}
)


def _last_target(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give whom the sanctions spoken of hit, where the same state imposes them."""
    is_another = trigger.object is not None and scene.tree.lemma(trigger.object) == "embargo"
    same = "sanctions" in trigger.frame.object and not is_another and set(actors) & set(scene.memory.imposer)
    return scene.memory.target if same else ()


def _last_taker(scene: Scene, trigger: Trigger, _actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    is_of_arms = trigger.frame.sort == "transfer" and "military" in trigger.frame.context
    return scene.memory.taker if trigger.frame.nouns and is_of_arms else ()


def _answered(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give who accused last, of those who may have meant the one that answers."""
    if not _answers(scene, trigger):
        return ()
    return next((by for by, whom in scene.memory.charges if _is_meant(scene, actors, whom)), ())


def _doer_meant(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give who did what is condemned, welcomed or protested against: "condemned the strike", "welcomed the verdict"."""
    thing, tree = trigger.object, scene.tree
    if trigger.frame.type not in ("ACCUSE", "SUPPORT", "PROTEST", "REJECT") or trigger.frame.content == "denied":
        return ()
    if thing is None or thing in trigger.words or _is_another_named(scene, thing):
        return ()
    noun = tree.lemma(thing)
    if any(tree.lemma(kid) == "such" for kid in tree.kids(thing, "amod", "predet", "det")):  # "opposes any such step"
        return next((by for type_, _cue, by in scene.memory.acts if type_ == "REQUEST"), ())
    types = {type_ for type_, nouns in load_verbs().deeds.items() if noun in nouns}
    done = [(cue, by) for type_, cue, by in scene.memory.acts if type_ in types and not set(by) & set(actors)]
    akin = [(cue, by) for cue, by in done if cue[:_STEM] == noun[:_STEM]]  # "seized", and then "the seizures"
    found = next((by for _cue, by in akin or done), ())
    lately = scene.memory.lately  # "welcomed the move": of the state that this paragraph is about
    is_old = noun in _MOVES and bool(lately) and all(isinstance(by, Government) and by not in lately for by in found)
    return scene.memory.state if found and is_old and not akin else found


def _is_another_named(scene: Scene, thing: int) -> bool:
    """Have a party named within it, who is not whom it was done to: "Hezbollah's attack", but not "his arrest"."""
    suffers = scene.tree.kids(thing, "poss") if is_suffered_by(scene, thing) else ()
    return any(isinstance(scene.named.get(kid), str) and kid not in suffers for kid in scene.tree.subtree(thing))


def _fellow(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the other of the two who met last, where one of them signs an agreement and nobody else is told."""
    duo = set(scene.memory.duo)
    is_deal = trigger.frame.type in ("SUPPORT", "AGREE", "COOPERATE") and "agreement" in trigger.frame.object
    return tuple(duo - set(actors)) if is_deal and actors and set(actors) < duo else ()


def _pressed(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give whom the same side accused last, where it demands or threatens and names nobody."""
    if trigger.frame.type not in ("REQUEST", "THREATEN") or to_be_hit(scene, trigger, ()):
        return ()
    return next((whom for by, whom in scene.memory.charges if set(by) & set(actors) and whom), ())


def _is_meant(scene: Scene, actors: tuple[Actor, ...], accused: tuple[Actor, ...]) -> bool:
    """Be accused, or of the same state; people answer for others, and who was not named may be anybody."""
    told = [actor for actor in accused if not isinstance(actor, Unnamed)]
    if not told:  # a state is named where it is accused: who listed "five tankers" accused none
        return not accused and not any(_speaks_for_state(scene, actor) for actor in actors)
    if set(told) & set(actors) or homes_of(scene, told) & homes_of(scene, actors):
        return True
    is_states = all(isinstance(actor, Government) for actor in told)  # for which only its officers answer
    people = (actor for actor in actors if scene.is_person(actor) and not (is_states and actor not in scene.offices))
    return any(isinstance(actor, Unnamed) for actor in actors) or any(people)


def _speaks_for_state(scene: Scene, actor: Actor) -> bool:
    """Be a state, its officer or its office: an accusation names them."""
    return isinstance(actor, Government) or actor in scene.offices


def _ruled(scene: Scene, trigger: Trigger, _actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the court whose ruling is rejected."""
    is_ruling = trigger.object is not None and is_of(scene, trigger.object, ("ruling",))
    return scene.memory.court if trigger.frame.type in ("REJECT", "ACCUSE") and is_ruling else ()


def _struck(scene: Scene, trigger: Trigger, _actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return fill_slot(scene, trigger, "in") if trigger.frame.type == "ASSAULT" else ()


def _spoken_of(scene: Scene, trigger: Trigger, _actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return scene.memory.topic if trigger.frame.says else ()


def _answers(scene: Scene, trigger: Trigger) -> bool:
    """Be an answer to who accused, sanctioned or threatened before: "rejected the charge", "vowed to retaliate"."""
    tree = scene.tree
    below = {tree.lemma(kid) for kid in tree.kids(trigger.verb, "xcomp", "ccomp")}
    if trigger.frame.type == "REJECT":
        if below == {"be"}:
            return False  # "denied being the owner" answers whoever says so, who need not be the last to accuse
        is_denial = trigger.frame.content == "denied" or tree.lemma(trigger.object or 0) in ("that", "this")
        return is_denial or (
            trigger.object is not None and load_verbs().is_of(tree.lemma(trigger.object), "accusation")
        )
    return trigger.frame.type == "THREATEN" and bool(below & {"retaliate", "respond", "answer", "reciprocate"})


def _named_below(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the first other state or party named in what is threatened, asked for, promised or protested against."""
    tree = scene.tree
    is_of_deed = trigger.object is not None and is_suffered_by(scene, trigger.object)  # "condemned his arrest"
    if trigger.frame.type not in LOOSE or is_of_deed or _is_done_to_another(tree, trigger):
        return ()
    said = () if trigger.frame.content == "denied" else ("xcomp", "ccomp")  # who is named in a denial did not say it
    if trigger.frame.content == "denied" and not denies_words(tree, trigger):
        return ()
    clauses = tree.kids(trigger.verb, "dobj", "prep", "prt", "advmod", "dative", *said)
    if trigger.frame.type == "PROTEST":
        clauses += tree.kids(trigger.verb, "advcl")
    for clause in sorted(clauses):
        for word in _told_within(tree, clause):
            found = scene.named.get(word) if not _is_of_some(scene, word) else None
            if found is not None and found not in actors and word > trigger.verb and not _is_own(scene, trigger, word):
                return (found,)
    return ()


def _is_of_some(scene: Scene, word: int) -> bool:
    """Be the nationality of people or firms, which are not their state: "three Peruvian exporters"."""
    if word not in scene.demonyms:
        return False
    some = actors_at(scene, scene.tree.head(word)) if scene.tree.head(word) != word else ()
    return bool(some) and all(isinstance(actor, Unnamed) for actor in some)


def _is_own(scene: Scene, trigger: Trigger, word: int) -> bool:
    """Be who is to carry out a threat or a promise: "warned that Warsaw would expel diplomats"."""
    tree = scene.tree
    return (
        trigger.frame.type in ("THREATEN", "AGREE")
        and tree.dep(word) in SUBJECTS
        and tree.head(tree.head(word)) == trigger.verb
    )


def _is_done_to_another(tree: Tree, trigger: Trigger) -> bool:
    """Have whom it is done to as its subject, though nobody knows who that is: "the bureau is accused of …"."""
    return trigger.frame.type == "ACCUSE" and tree.kid(trigger.verb, "nsubjpass") is not None


def _told_within(tree: Tree, clause: int) -> list[int]:
    """Give the words of a clause without those of the clauses that only describe something in it."""
    told = tree.subtree(clause, without=frozenset({"relcl", "advcl", "appos"}))
    aside = [word for word in told if word != clause and tree.dep(word) in ("relcl", "advcl")]
    deeper = {below for word in aside for below in tree.subtree(word)}
    return [word for word in told if word not in deeper]


def _other_side(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the other of the two states that the story is about: "Bangkok recalled its ambassador" after their clash."""
    sides = scene.memory.sides
    is_against = trigger.frame.type in ("SANCTION", "THREATEN", "ASSAULT") and len(actors) == 1
    return tuple(side for side in sides if side not in actors) if is_against and set(actors) <= set(sides) else ()


def _storys_own(scene: Scene, trigger: Trigger, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Give the state that the story is of where another one acts on nobody it names: "Panama recalled its envoys"."""
    is_foreign = bool(actors) and all(isinstance(actor, Government) for actor in actors)
    is_done_to = trigger.frame.type in ("RETREAT", "REQUEST", "SANCTION") and "legal" not in trigger.frame.flags
    return scene.memory.home if is_foreign and is_done_to else ()


# Where else to look for the other side, when no slot of the frame holds anybody
ELSE: tuple[Callable[[Scene, Trigger, tuple[Actor, ...]], tuple[Actor, ...]], ...] = (
    _last_target, _last_taker, _doer_meant, _named_below, to_talk_with, _answered, _ruled, _struck, _spoken_of,
    to_be_hit, _pressed, _fellow, _other_side, _storys_own,
)  # fmt: skip
