"""Who takes part: a noun of a sentence as parties, governments, or people without a name."""

from __future__ import annotations

from nongrata.events.frames import load_verbs
from nongrata.events.pronouns import governments_of, is_pronoun, named_only, pronoun_at, subject_above, unique
from nongrata.events.record import Actor, Government, Unnamed
from nongrata.events.scene import BODIES, Scene

BEFORE = ("amod", "compound", "poss", "nmod")
_INSIDE = ("of", "by", "between", "from", "against", "with", "to", "on", "in", "for", "toward", "towards", "over")


def actors_at(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give those whom a noun means, with all members of its list; empty where it is nobody ("a plan")."""
    found: list[Actor] = []
    for member in scene.tree.listed(word):
        found.extend(_one(scene, member))
    return unique(found)


def actors_around(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give those whom a noun means or holds: "the escalation of cooperation between Pyongyang and Moscow"."""
    direct = actors_at(scene, word)
    if any(not isinstance(actor, Unnamed) for actor in direct):
        return tuple(actor for actor in direct if not isinstance(actor, Unnamed))
    if direct:
        return direct
    for member in scene.tree.listed(word):
        if inside := _inside(scene, member, depth=3):
            return inside
    return actors_at(scene, word)


def _one(scene: Scene, word: int) -> tuple[Actor, ...]:
    if is_pronoun(scene, word):
        return pronoun_at(scene, word, actors_at)
    if (actor := scene.named.get(word)) is not None and not _is_only_before(scene, word):
        if word in scene.demonyms and _is_counted(scene, word):
            return (scene.unnamed(word),)
        return (actor,)
    if word < scene.dateline:  # taken for the subject, with the real one as its apposition
        return next((found for kid in scene.tree.kids(word, "appos") if (found := _one(scene, kid))), ())
    for other in scene.tree.kids(word, "appos"):
        if other in scene.named and other not in scene.demonyms:
            return (scene.named[other],)
    return () if scene.tree.is_verb(word) else _noun(scene, word)


def _is_only_before(scene: Scene, word: int) -> bool:
    """Be a nationality used as a description: "a Russian and Israeli national"."""
    return word in scene.demonyms and scene.tree.tokens[word].pos == "ADJ" and scene.tree.dep(word) in BEFORE


def _is_counted(scene: Scene, word: int) -> bool:
    """Be some people of a nation, not its government: "up to 1,000 ethnic Turks", "two Russians"."""
    return bool(scene.tree.kids(word, "nummod", "amod")) and scene.tree.tokens[word].tag in ("NNS", "NNPS")


def _noun(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whom a common noun means: a state, a party named before, or people without a name."""
    lemma, nouns = scene.tree.lemma(word), load_verbs().actors
    unnamed: tuple[Actor, ...] = (scene.unnamed(word),)
    if lemma in nouns["office"] and (holder := _holder(scene, word)):
        return holder
    if lemma in nouns["government"] and (found := _of_state(scene, word)):
        return unnamed if scene.tree.kids(word, "nummod") else found
    if lemma == "ally" and not scene.tree.kids(word, *BEFORE):
        return subject_above(scene, word, actors_at, several=True) or scene.memory.group or unnamed
    if lemma in nouns["pair"] and _is_both(scene, word):
        return scene.memory.group if len(scene.memory.group) > 1 else unnamed
    if (schemata := _kinds_of_body(lemma)) and scene.words(word).lower().startswith("the "):
        return scene.last_of(schemata, scene.tree.tokens[word].span.start) or unnamed
    if lemma in nouns["land"] and scene.words(word).lower() == f"the {lemma}":
        return _land_before(scene, word) or unnamed
    if lemma in nouns["measure"]:
        return _measured(scene, word)
    return unnamed if lemma in nouns["people"] or _is_named_thing(scene, word) else ()


def _is_named_thing(scene: Scene, word: int) -> bool:
    """Be a name that acts and that no party took: it stays in the story's own words."""
    tree = scene.tree
    acts = tree.dep(word) in ("nsubj", "agent") or (tree.dep(word) == "pobj" and tree.dep(tree.head(word)) == "agent")
    return acts and tree.tokens[word].pos == "PROPN" and word >= scene.dateline and word not in scene.places


def _of_state(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state for which officials act; bare organs ("prosecutors") are of the state that acted last."""
    lemma, tree = scene.tree.lemma(word), scene.tree
    found = states_before(scene, word) or _owners(scene, word) or _seat(scene, word)
    if found or tree.kids(word, "poss"):
        return found
    if lemma in ("administration", "government", "cabinet") and not tree.kids(word, "amod"):
        return _sayer_above(scene, word) or scene.memory.state
    return scene.memory.state if lemma in load_verbs().actors["organ"] and _is_bare(scene, word) else ()


def _is_bare(scene: Scene, word: int) -> bool:
    """Have nobody's name before it and no place after it: "the foreign ministry", "prosecutors"."""
    near = scene.tree.kids(word, *BEFORE, "prep", "relcl")
    return not any(other in scene.named or scene.tree.tokens[other].pos in ("PROPN", "ADP", "VERB") for other in near)


def _seat(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state where an organ of state sits: "a court in Johor", "prosecutors in Seoul"."""
    if scene.tree.lemma(word) not in load_verbs().actors["organ"]:
        return ()
    for prep in scene.tree.kids(word, "prep"):
        for noun in scene.tree.kids(prep, "pobj") if scene.tree.lemma(prep) in ("in", "at") else ():
            if noun in scene.places:
                return (Government(country=scene.places[noun]),)
            if isinstance(actor := scene.named.get(noun), Government):
                return (actor,)
    return ()


def _land_before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state meant by "the country": the last one named in the sentence that is no subject and no scene."""
    tree = scene.tree
    for other in range(word - 1, -1, -1):
        actor = scene.named.get(other)
        if isinstance(actor, Government) and tree.dep(other) in ("poss", "dobj", "amod", "pobj"):
            is_scene = tree.dep(other) == "pobj" and tree.lemma(tree.head(other)) in ("in", "at", "from", "near")
            if not is_scene:
                return (actor,)
    return scene.memory.target


def _holder(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the person meant by "the president": the one named last who is told to be one, else the last to act."""
    lemma = scene.tree.lemma(word)
    if scene.words(word).lower() != f"the {lemma}":
        return ()
    return _told_to_be(scene, word, lemma) or _last_to_act(scene, lemma)


def _last_to_act(scene: Scene, lemma: str) -> tuple[Actor, ...]:
    """Give the person who acted last, where nothing tells that he is something else."""
    for person in scene.memory.person:
        facts = scene.parties[person].facts if isinstance(person, str) and person in scene.parties else ()
        if all(lemma in fact.value.lower() for fact in facts if fact.kind == "position"):
            return (person,)
    return ()


def _told_to_be(scene: Scene, word: int, lemma: str) -> tuple[Actor, ...]:
    before = scene.tree.tokens[word].span.start
    named = [
        (max(starts), party.id)
        for party in scene.parties.values()
        if any(fact.kind == "position" and lemma in fact.value.lower() for fact in party.facts)
        and (starts := [m.span.start for m in party.mentions if m.span.start < before])
    ]
    return (max(named)[1],) if named else ()


def _is_both(scene: Scene, word: int) -> bool:
    """Be "both men", "the two countries"."""
    return any(scene.tree.lemma(kid) in ("both", "two") for kid in scene.tree.kids(word, "det", "nummod", "predet"))


def _kinds_of_body(lemma: str) -> frozenset[str]:
    """Give the kinds of party that "the agency", "the company" can mean."""
    nouns = load_verbs().actors
    if lemma in nouns["named_last_body"]:
        return frozenset({"PublicBody"})
    return frozenset({"Company", "Organization"}) if lemma in nouns["named_last_company"] else frozenset()


def _measured(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whom a number counts: "a group of Moroccan diplomats", "thousands of Nigerians" (who are no government)."""
    for prep in scene.tree.kids(word, "prep"):
        for noun in scene.tree.kids(prep, "pobj"):
            if scene.tree.lemma(prep) == "of" and (found := actors_at(scene, noun)):
                return (scene.unnamed(word),) if noun in scene.demonyms else found
    return (scene.unnamed(word),) if scene.tree.lemma(word) in load_verbs().actors["people"] else ()


def states_before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the states in the words before a noun, or after its "of": "U.S. and South Korean officials"."""
    found: list[Actor] = []
    for kid in scene.tree.kids(word, *BEFORE):
        members = [kid, *scene.tree.kids(kid, *BEFORE, "conj")]
        members += [deep for member in scene.tree.kids(kid, "conj") for deep in scene.tree.kids(member, *BEFORE)]
        found += [scene.named[other] for other in sorted(members) if isinstance(scene.named.get(other), Government)]
    for prep in scene.tree.kids(word, "prep"):
        if scene.tree.lemma(prep) == "of":
            found += [
                scene.named[o] for o in scene.tree.kids(prep, "pobj") if isinstance(scene.named.get(o), Government)
            ]
    return unique(found)


def _owners(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the party before a noun: "Treasury officials", "the Biden administration" (then the state, if known)."""
    for kid in scene.tree.kids(word, *BEFORE):
        if scene.tree.dep(kid) == "poss" and is_pronoun(scene, kid):
            owners = pronoun_at(scene, kid, actors_at)
            return governments_of(scene, owners) or owners
        actor = scene.named.get(kid)
        if isinstance(actor, str):
            is_owner = scene.parties[actor].schema in BODIES or scene.tree.dep(kid) == "poss"
            return governments_of(scene, (actor,)) or ((actor,) if is_owner else ())
    return ()


def _sayer_above(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state whose office says so: "the State Department said the administration would …"."""
    for other in scene.tree.up(word)[1:]:
        subject = scene.tree.kid(other, "nsubj")
        if subject is not None and subject != word and subject in scene.named:
            return governments_of(scene, (scene.named[subject],))
    return ()


def _inside(scene: Scene, word: int, depth: int) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for kid in scene.tree.kids(word, *BEFORE):
        if scene.tree.tokens[kid].pos == "PRON":
            found += pronoun_at(scene, kid, actors_at)
        elif kid in scene.named:
            found.append(scene.named[kid])
            found += [a for other in scene.tree.listed(kid)[1:] for a in named_only(scene, other)]
    if found or depth == 0:
        return unique(found)
    for prep in scene.tree.kids(word, "prep", "agent"):
        if scene.tree.lemma(prep) in _INSIDE:
            for noun in scene.tree.kids(prep, "pobj"):
                direct = [a for a in actors_at(scene, noun) if not isinstance(a, Unnamed)]
                found += direct or _inside(scene, noun, depth - 1)
    return unique(found)
