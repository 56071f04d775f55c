"""What a sentence leaves behind for the next: whom "he", "it", "they" and "the allies" will mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from nongrata.events.certainty.told import Told
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Memory, Scene
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.who.actors import actors_at, is_counted
from nongrata.events.who.carried import charged_by, heading_of, told_of_by
from nongrata.events.who.pronouns import governments_of, unique
from nongrata.events.who.speakers import Saying, sayings_of
from nongrata.events.who.states import states_before
from nongrata.events.who.taken_up import branch

_CHARGES = 6  # so many of the last may be answered
_ACTS = 12  # so many of the last may be condemned or welcomed
_SOME = frozenset({"number", "couple", "handful", "dozen", "majority", "pair", "lot"})  # "a number of officials"
UNIONS = frozenset({"eu", "un"})  # they have no army and no police of their own


def at_paragraph(old: Memory) -> Memory:
    """Give the memory where a paragraph begins: after a round of several states "the government" is the story's own."""
    state = old.seat or (old.home if old.home and len(old.lately) > 1 else old.state)
    return replace(old, state=state, lately=frozenset(), claimed={})


def within(scene: Scene, told: Told) -> Memory:
    """Give the memory after one act of a sentence: the next may take up who gave, who took, whom it was about."""
    old = scene.memory
    frame, actors, recipients = told.trigger.frame, told.actors, told.recipients
    old = replace(_answerable(old, told), charged={**old.charged, **charged_by(told)})
    if actors:
        cue = scene.tree.lemma(told.trigger.words[-1] if told.trigger.nominal else told.trigger.verb)
        old = replace(old, acts=((frame.type, cue, actors), *old.acts[: _ACTS - 1]))
    if len(everybody := unique((*actors, *recipients))) == 2:
        old = replace(old, duo=everybody)
    if frame.sort == "transfer" and actors:
        old = replace(old, giver=actors, taker=recipients)
    if "sanctions" in frame.object and _all_named(actors):
        old = replace(old, imposer=actors, target=recipients)
    are_people = all(scene.is_person(actor) and actor not in scene.offices for actor in actors)  # who sues is no court
    if "legal" in frame.flags and frame.type != "COERCE" and _all_named(actors) and not are_people:
        old = replace(old, court=actors)
    return old


def _answerable(old: Memory, told: Told) -> Memory:
    """Give the memory with who accused, sanctioned or threatened whom."""
    if told.kind.status == "alleged" and told.sources:
        charged = unique((*told.actors, *(told.recipients if _all_named(told.sources) else ())))
        old = _charged(old, told.sources, tuple(actor for actor in charged if not isinstance(actor, Unnamed)))
    if told.trigger.frame.type in ("ACCUSE", "THREATEN") and _all_named(told.recipients):
        old = replace(old, topic=told.recipients)
    if told.trigger.frame.type in ("ACCUSE", "SANCTION", "COERCE") and told.actors:
        old = _charged(old, told.actors, told.recipients)
    return old


def _charged(old: Memory, by: tuple[Actor, ...], whom: tuple[Actor, ...]) -> Memory:
    return replace(old, charges=((by, whom), *old.charges[: _CHARGES - 1]))


def remembering(scenes: Iterable[Scene]) -> Iterator[tuple[Scene, list[Saying]]]:
    """Give each sentence with what those before it left behind, and what is said in it."""
    memory = Memory()
    for index, scene in enumerate(scenes):
        here = replace(scene, memory=memory)
        sayings = list(sayings_of(here, index))
        yield here, sayings
        memory = remember(here, sayings=sayings)


def remember(scene: Scene, *, sayings: Sequence[Saying]) -> Memory:
    """Give the memory after a sentence."""
    old, by_word = scene.memory, _subjects(scene)
    subjects = list(by_word.values())
    people = [
        actor for group in subjects for actor in group if scene.is_person(actor) and actor not in scene.stage.turns
    ]
    people = people or _only_person(scene) if not old.person else people
    bodies = [group for group in subjects if len(group) == 1 and _may_be_it(scene, group[0])]
    groups = [group for group in subjects if len(group) > 1 or (group and isinstance(group[0], Government))]
    main = {word: group for word, group in by_word.items() if not _is_aside(scene, word)}
    states = [state for group in main.values() for state in governments_of(scene, group)]
    if not states and not old.state:  # "Rebels in Myanmar said": the army told of next is Myanmar's
        states = _around_subjects(scene)
    states = states or [state for word in main if (state := _whose_own(scene, word)) is not None]
    states = [state for state in states if state.country not in UNIONS]
    return replace(
        old,
        person=(people[0],) if people else old.person,
        body=bodies[0] if bodies else old.body,
        group=groups[0] if groups else old.group,
        sides=next((group for group in groups if _are_two_states(group)), old.sides),
        speaker=sayings[0].speakers if sayings else (),
        state=(states[0],) if states else old.state,
        lately=old.lately | set(states),
        organs={**old.organs, **_organs(scene)},
        things=_things(scene),
        under=heading_of(scene) or (() if sayings else old.under),
        claimed={**told_of_by(scene, sayings), **old.charged},
        charged={},
    )


def _only_person(scene: Scene) -> list[Actor]:
    """Give the only person whom a sentence names: "froze villas of the ex-minister Omar Sidi", and then "he"."""
    people = unique(actor for actor in scene.named.values() if scene.is_person(actor))
    return [actor for actor in people if actor not in scene.stage.turns] if len(people) == 1 else []


def _may_be_it(scene: Scene, actor: Actor) -> bool:
    """Be a state, a body or a thing: no person, and not several without a name ("two officials")."""
    head = actor.text.partition(" of ")[0] if isinstance(actor, Unnamed) else ""  # "the panel of experts" is one
    last = head.split()[-1] if head else ""
    are_some = last.islower() and (last.endswith("s") or last in _SOME)
    return not are_some and not scene.is_person(actor)


def _things(scene: Scene) -> frozenset[str]:
    """Give the goods and arms of the sentence that the next may call "they", those that are a subject first."""
    tree, known = scene.tree, load_verbs()
    arms, others = known.classes["arms"], known.classes["goods"]
    goods = [word for word, token in enumerate(tree.tokens) if token.lemma in arms or token.lemma in others]
    first = [word for word in goods if tree.dep(word) in SUBJECTS]
    return frozenset(tree.lemma(word) for word in first or goods if tree.tokens[word].pos == "NOUN")


def _organs(scene: Scene) -> dict[str, tuple[Actor, ...]]:
    """Give the organs of states that the sentence tells with whose they are: "the Malian army", "Iran's police"."""
    tree, organs = scene.tree, load_verbs().actors["organ"]
    words = [word for word in range(len(scene.tree.tokens)) if scene.tree.lemma(word) in organs]
    found = {word: states for word in words if len(states := states_before(scene, word) or _beside(scene, word)) == 1}
    military = [w for w in found if any(scene.tree.lemma(kid) == "military" for kid in scene.tree.kids(w, "amod"))]
    branches = {tree.lemma(word): bodies for word in range(len(tree.tokens)) if (bodies := branch(scene, word))}
    told = [*branches.items()] + [("junta", found[word]) for word in military[:1]]  # "Niger's military government"
    return dict([*told, *((scene.tree.lemma(word), states) for word, states in found.items())])


def _beside(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state named right before an organ, whatever both belong to: "the Myanmar junta chief"."""
    actor = scene.named.get(word - 1)
    return (actor,) if isinstance(actor, Government) else ()


def _subjects(scene: Scene) -> dict[int, tuple[Actor, ...]]:
    """Give whom the subjects of a sentence mean, by their words, the main clause's first."""
    tree = scene.tree
    words = [word for word, token in enumerate(tree.tokens) if token.dep in SUBJECTS]
    words.sort(key=lambda word: (len(tree.up(word)), word))
    return {word: group for word in words if (group := actors_at(scene, word) or _equated(scene, word))}


def _equated(scene: Scene, subject: int) -> tuple[Actor, ...]:
    """Give the names by which a sentence tells who its subject is: "Those named are Silva, Odeh and Haddad"."""
    tree = scene.tree
    verb = tree.head(subject)
    is_told = tree.tokens[subject].tag in ("NNS", "DT", "CD") and tree.lemma(verb) == "be"
    names = [name for name in tree.kids(verb, "attr") if is_told and name > subject and name in scene.named]
    return next((group for name in names if len(group := actors_at(scene, name)) > 1), ())


def _is_aside(scene: Scene, word: int) -> bool:
    """Stand in a clause of time: "after Iran had struck"."""
    return any(scene.tree.dep(up) == "advcl" for up in scene.tree.up(word))


def _around_subjects(scene: Scene) -> list[Government]:
    """Give the states named in the phrases of the sentence's subjects."""
    tree = scene.tree
    near = [word for top in range(len(tree.tokens)) if tree.dep(top) in SUBJECTS for word in tree.phrase(top)]
    some = {word for word in near if word in scene.demonyms and is_counted(scene, word)}  # "three Bulgarians said"
    return [actor for word in near if word not in some and isinstance(actor := scene.named.get(word), Government)]


def _whose_own(scene: Scene, word: int) -> Government | None:
    """Give the state whose own somebody is: "Georgia's public defender, Levan Ioseliani", and then "the ministry"."""
    tree = scene.tree
    owners = [scene.named.get(kid) for kid in tree.kids(word, "poss")] if tree.tokens[word].tag in ("NN", "NNP") else []
    return next((owner for owner in owners if isinstance(owner, Government)), None)


def _are_two_states(group: tuple[Actor, ...]) -> bool:
    return len(group) == 2 and all(isinstance(actor, Government) for actor in group)


def _all_named(actors: Sequence[Actor]) -> bool:
    return bool(actors) and not any(isinstance(actor, Unnamed) for actor in actors)
