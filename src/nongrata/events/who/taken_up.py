"""Nouns that take somebody up: "the broker", "the company"; or people without a name."""

from __future__ import annotations

import re
from itertools import islice

from nongrata.events.record import Actor, Government
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS
from nongrata.events.who.described import BODILY, description
from nongrata.parties import PartyId
from nongrata.values import Span

_BESIDE = ("amod", "compound", "nmod", "poss", "prep", "nummod")
_APART = ("prep", "relcl", "acl", "appos")
_DOERS = ("er", "or", "ist", "man", "woman", "ian", "ant", "ee", "boy", "girl", "yst", "ent")
_AGED = re.compile(r"\b\d+-year-old\b")
_BODIES = ("Organization", "Company", "LegalEntity")
_SORTS = frozenset({  # what a body is, and never a part of it: the "Gazprom unit" is another than Gazprom
    "group", "movement", "organisation", "organization", "militia", "gang", "cartel", "sect", "faction", "syndicate",
    "exchange", "alliance", "coalition", "network",
})  # fmt: skip
_NEAR = 8  # names before a noun among which the one it means is


def told_of(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the party that a noun tells of: "Khalifa Haftar, the commander whose forces", "Alfa is a firm that"."""
    tree, nouns = scene.tree, load_verbs().actors
    if tree.tokens[word].tag not in ("NN", "NNP"):
        return ()
    if not any(tree.lemma(word) in nouns[kind] for kind in ("people", "office", "land")):
        return ()
    if tree.dep(word) == "appos":
        name: int | None = tree.head(word)
    else:
        name = tree.kid(tree.head(word), "nsubj") if tree.dep(word) == "attr" else None
    actor = None if name is None else scene.named.get(name)
    is_state = isinstance(actor, Government) and tree.lemma(word) in nouns["land"]  # "Russia is the only country to"
    return (actor,) if actor is not None and (isinstance(actor, str) or is_state) else ()


def called_by_name(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the body that stands with its name before what it is: "the Islamic State group", "the Garantex exchange"."""
    tree = scene.tree
    if tree.tokens[word].tag != "NN" or tree.lemma(word) not in _SORTS:
        return ()
    names = (scene.named[kid] for kid in tree.kids(word, "compound", "nmod") if kid in scene.named)
    return tuple(name for name in names if isinstance(name, str) and scene.parties[name].schema in _BODIES)[:1]


def described(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the party that a noun describes elsewhere in the story: "the broker", who was named beside it."""
    told = description(scene.tree, word)
    if told not in scene.described or not _is_that_one(scene, word):
        return ()
    meant = scene.described[told]
    if " " not in told and scene.tree.tokens[word].tag == "NN" and (nearer := body(scene, word)):
        # "the group" is the one told of now, not the one that was called a group long before
        is_left = not _was_named(scene, word, meant) or _is_paragraph_away(scene, word, meant, nearer[0])
        return nearer if isinstance(nearer[0], str) and is_left else (meant,)
    return (meant,)


def _was_named(scene: Scene, word: int, party: PartyId) -> bool:
    """Have been named in the paragraph's last sentences."""
    before = scene.tree.tokens[word].span.start
    return any(each == party for each in islice(scene.stage.named.back_from(before), _NEAR))


def _is_paragraph_away(scene: Scene, word: int, party: PartyId, nearer: Actor) -> bool:
    """Have been named last in a paragraph before the one in which the nearer is named."""
    last: dict[Actor, Span] = {}
    for span, actor in scene.stage.named.placed_back_from(scene.tree.tokens[word].span.start):
        last.setdefault(actor, span)
        if party in last and nearer in last:
            return "\n" in scene.text[last[party].end : last[nearer].start]
    return False


def _is_that_one(scene: Scene, word: int) -> bool:
    """Be one, and no further one: "another vessel" and "two brokers" are others."""
    tree = scene.tree
    if tree.kids(word, "nummod", "poss") or tree.tokens[word].tag not in ("NN", "NNP"):
        return False
    return not any(tree.lemma(kid) in ("another", "other", "each", "every", "no", "any") for kid in tree.children[word])


def magnate(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the only person told of lately for what he is: "the Kenyan-born businessman", "the tycoon"."""
    tree = scene.tree
    is_told = load_verbs().is_of(tree.lemma(word), "magnate") and tree.tokens[word].tag == "NN"
    is_beside = tree.dep(word) in ("appos", "attr", "compound")
    is_named = bool(tree.kids(word, *_APART)) or any(kid in scene.named for kid in tree.kids(word, "compound"))
    if not is_told or is_beside or is_named or not scene.words(word).lower().startswith("the "):
        return ()
    lately = list(islice(scene.stage.named.back_from(tree.tokens[word].span.start), _NEAR))
    people = [party for party in dict.fromkeys(lately) if scene.is_person(party)]
    return (people[0],) if len(people) == 1 else ()


def body(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the body of this kind that was named last: "the agency", "the company"."""
    schemata = _kinds_of_body(scene.tree.lemma(word))
    is_one = scene.tree.tokens[word].tag in ("NN", "NNP")
    if not schemata or not is_one or not scene.words(word).lower().startswith(("the ", "that ", "this ")):
        return ()
    before = scene.tree.tokens[word].span.start
    found = _told_of_itself(scene, word, schemata) or _acting_before(scene, word, schemata)
    found = found or scene.last_of(schemata, before)
    return found if found and not _is_another_since(scene, word, found[0]) else (scene.unnamed(word),)


def _is_another_since(scene: Scene, word: int, party: Actor) -> bool:
    """Have been told of without a name since the party: "Alba … Switzerland's largest refiner … sued the refiner"."""
    before = scene.tree.tokens[word].span.start
    last = next((span.end for span, each in scene.stage.named.placed_back_from(before) if each == party), before)
    noun = re.escape(scene.tree.lemma(word))
    return (
        re.search(rf"(?:\b[Aa]n?|[’']s|\bits) (?:[\w-]+ ){{0,2}}{noun}\b(?! [A-Z])", scene.text[last:before])
        is not None
    )


def _acting_before(scene: Scene, word: int, schemata: frozenset[str]) -> tuple[Actor, ...]:
    """Give the body that the sentence before was about: "Alba sued the Vesna. The company was listed"."""
    actor = next(iter(scene.memory.body), None)
    is_meant = isinstance(actor, str) and scene.parties[actor].schema in schemata and _was_named(scene, word, actor)
    return (actor,) if actor is not None and is_meant else ()


def _told_of_itself(scene: Scene, word: int, schemata: frozenset[str]) -> tuple[Actor, ...]:
    """Give the body that is told of where "the company said" ends what it tells: "Alba had sold the ship, …"."""
    tree = scene.tree
    said = tree.clause(word)
    told = tree.kid(said, "ccomp") if tree.dep(word) in SUBJECTS else None
    subject = None if told is None or told > said else tree.kid(told, *SUBJECTS)
    actor = None if subject is None else scene.named.get(subject)
    is_meant = isinstance(actor, str) and scene.parties[actor].schema in schemata
    return (actor,) if actor is not None and is_meant else ()


def _kinds_of_body(lemma: str) -> frozenset[str]:
    """Give the kinds of party that "the agency", "the company" can mean."""
    nouns = load_verbs().actors
    if lemma in nouns["named_last_body"]:
        return frozenset({"PublicBody"})
    return frozenset({"Company", "Organization"}) if lemma in nouns["named_last_company"] else frozenset()


def called_so(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the body named last that has the word in its name: "the movement" after "the March 23 Movement".

    "The force" is the police or the guard that the paragraph named.
    """
    tree, names = scene.tree, load_verbs().actors["named_by"]
    lemma = tree.lemma(word)
    is_bare = not tree.kids(word, *_BESIDE) and any(
        tree.tokens[kid].text.lower() == "the" for kid in tree.kids(word, "det")
    )
    if lemma not in names or tree.tokens[word].tag != "NN" or not is_bare:
        return ()
    wanted = load_verbs().actors["armed_body"] if lemma == "force" else {lemma}
    start = tree.sentence.span.start
    for span, party in scene.stage.named.placed_back_from(start):
        if lemma == "force" and "\n" in scene.text[span.end : start]:
            return ()
        if wanted & set(scene.parties[party].name.lower().split()) and not scene.is_person(party):
            return (party,)
    return ()


def branch(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the body of which a panel or a mission is: "the U.N. panel", "the Hamas delegation"."""
    if not load_verbs().is_of(scene.tree.lemma(word), "branch") or scene.tree.tokens[word].tag != "NN":
        return ()
    before = [scene.named[kid] for kid in scene.tree.kids(word, "compound", "poss", "nmod") if kid in scene.named]
    if scene.words(word).lower() == f"the {scene.tree.lemma(word)}" and scene.tree.dep(word) != "appos":
        return scene.memory.organs.get(scene.tree.lemma(word), ())  # whose it is was told before
    return tuple(actor for actor in before[:1] if isinstance(actor, str) and not scene.is_person(actor))


def people(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give those whom a noun means without a name, in the story's words: "two generals"."""
    nouns, lemma = load_verbs().actors, scene.tree.lemma(word)
    is_several = lemma in nouns["office"] and bool(scene.tree.kids(word, "nummod"))  # "two generals"
    is_people = lemma in nouns["people"] or is_several or _is_named_thing(scene, word) or is_aged(scene, word)
    return (scene.unnamed(word),) if is_people else ()


def is_aged(scene: Scene, word: int) -> bool:
    """Be somebody of an age, whatever he does: "a 34-year-old telemarketer", but not "a 12-year-old treaty"."""
    tree = scene.tree
    if tree.tokens[word].pos != "NOUN" or not tree.lemma(word).endswith(_DOERS) or tree.lemma(word) in BODILY:
        return False
    return _AGED.search(scene.words(word).lower()) is not None


def _is_named_thing(scene: Scene, word: int) -> bool:
    """Be a name that acts and that no party took: it stays in the story's own words."""
    tree = scene.tree
    acts = tree.dep(word) in ("nsubj", "agent") or (tree.dep(word) == "pobj" and tree.dep(tree.head(word)) == "agent")
    return acts and tree.tokens[word].pos == "PROPN" and word >= scene.dateline and word not in scene.places
