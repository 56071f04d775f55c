"""Who takes part: a noun of a sentence as parties, governments, or people without a name."""

from __future__ import annotations

from collections.abc import Callable

from nongrata.events.record import Actor, Unnamed
from nongrata.events.sentence.counted import SEVERAL
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.who.holders import holder_of
from nongrata.events.who.lawyers import client
from nongrata.events.who.officials import abroad, both_sides, land, staff, union
from nongrata.events.who.pairs import pair
from nongrata.events.who.pronouns import governments_of, is_pronoun, named_only, pronoun_at, subject_above, unique
from nongrata.events.who.states import BEFORE, state_of, states_before
from nongrata.events.who.taken_up import body, branch, called_by_name, called_so, described, magnate, people, told_of

_LOST = frozenset({"advmod", "npadvmod", "intj", "dep", "nmod"})
_ONE = frozenset({"a", "an", "another"})
_SINGULAR = frozenset({"NN", "NNP", "JJ"})
_PEOPLES = ("sh", "ese", "ch", "ss")
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
        if word in scene.demonyms and is_counted(scene, word):
            told = scene.named.get(scene.tree.head(word)) if scene.tree.dep(word) == "appos" else None
            return (told if isinstance(told, str) else scene.unnamed(word),)  # "Artemov, a Ukrainian who"
        return (actor,)
    if word < scene.dateline:  # taken for the subject, with the real one as its apposition
        return next((found for kid in scene.tree.kids(word, "appos") if (found := _one(scene, kid))), ())
    for other in scene.tree.kids(word, "appos"):
        if other in scene.named and other not in scene.demonyms:
            return unique(scene.named[each] for each in scene.tree.listed(other) if each in scene.named)
    if names := _name_before(scene, word) or _names_behind(scene, word):
        return names
    return () if scene.tree.is_verb(word) else _noun(scene, word)


def _names_behind(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give who is named right behind what they are, where the parser lost them: "two tankers, the Sea and the Sky"."""
    tree = scene.tree
    if tree.tokens[word].tag not in ("NNS", "NN") or word + 2 >= len(tree.tokens) or tree.tokens[word + 1].text != ",":
        return ()
    start = word + 2 + (tree.tokens[word + 2].text.lower() == "the")
    last = next((at for at in range(start, len(tree.tokens)) if tree.head(at) not in range(start, at + 3)), start)
    if last not in scene.named or tree.dep(last) not in ("npadvmod", "dep", "appos") or last in scene.demonyms:
        return ()
    return unique(scene.named[each] for each in tree.listed(last) if each in scene.named)


def _name_before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give who is named right before what he is, where the parser took the name for an adverb: "Usmanov, a magnate"."""
    tree = scene.tree
    lost = [kid for kid in tree.children[tree.head(word)] if kid in scene.named and tree.dep(kid) in _LOST]
    first = min(tree.phrase(word)) if lost else 0
    is_beside = first > 1 and tree.tokens[first - 1].text == "," and first - 2 in lost
    return (scene.named[first - 2],) if is_beside else ()


def _is_only_before(scene: Scene, word: int) -> bool:
    """Be a nationality used as a description: "a Russian and Israeli national"."""
    return word in scene.demonyms and scene.tree.tokens[word].pos == "ADJ" and scene.tree.dep(word) in BEFORE


def is_counted(scene: Scene, word: int) -> bool:
    """Be some people of a nation, not its government: "up to 1,000 ethnic Turks", "a Bulgarian living in Britain"."""
    tree = scene.tree
    articles = {tree.lemma(kid) for kid in tree.kids(word, "det")}
    is_people = tree.tokens[word].text.endswith(_PEOPLES)  # "the French", "the Chinese"
    if articles & _ONE or (articles & {"the", "this", "that"} and not is_people and tree.tokens[word].tag in _SINGULAR):
        return True
    is_number = any(tree.lemma(kid).lower() in SEVERAL for kid in tree.kids(word, "compound"))
    told_apart = is_number or bool(tree.kids(word, "nummod", "amod", "acl"))
    return told_apart and tree.tokens[word].tag in ("NNS", "NNPS")


def _noun(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whom a common noun means: a state, a party named before, or people without a name."""
    return next((found for rule in NOUN_RULES if (found := rule(scene, word))), ())


def _holder(scene: Scene, word: int) -> tuple[Actor, ...]:
    is_one = scene.tree.lemma(word) in load_verbs().actors["office"] or scene.tree.lemma(word) == "head"
    return holder_of(scene, word) if is_one else ()


def _state(scene: Scene, word: int) -> tuple[Actor, ...]:
    lemma = scene.tree.lemma(word)
    is_central = lemma == "bank" and any(scene.tree.lemma(kid) == "central" for kid in scene.tree.kids(word, "amod"))
    if (lemma not in load_verbs().actors["government"] and not is_central) or _is_against_state(scene, word):
        return ()
    found = state_of(scene, word, actors_at)
    return (scene.unnamed(word),) if found and scene.tree.kids(word, "nummod") else found


def _is_against_state(scene: Scene, word: int) -> bool:
    """Be of those who are not the state, whose nationality they have: "Georgia's opposition leader"."""
    kinds = load_verbs().actors["no_state"]
    return any(scene.tree.lemma(kid).lower() in kinds for kid in scene.tree.kids(word, "compound", "amod", "nmod"))


def _state_press(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state whose own press it is: "its state media called", "Russian state television said"."""
    tree = scene.tree
    is_states = any(tree.lemma(kid).startswith("state") for kid in tree.kids(word, "compound", "amod"))
    if not is_states or tree.lemma(word) not in load_verbs().actors["press"]:
        return ()
    owner = tree.kid(word, "poss")
    owners = actors_at(scene, owner) if owner is not None else states_before(scene, word)
    return governments_of(scene, owners) or (scene.unnamed(word),)


def _law_office(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give the state whose prosecutors an office is, else the office itself: "the Paris prosecutor's office"."""
    tree = scene.tree
    law = load_verbs().actors["law"] | {"attorney", "ombudsman", "general"}
    owners = [kid for kid in tree.kids(word, "poss", "nmod", "compound") if tree.lemma(kid) in law]
    if tree.lemma(word) != "office" or not owners:
        return ()
    return _state(scene, owners[-1]) or (scene.unnamed(word),)


def _allies(scene: Scene, word: int) -> tuple[Actor, ...]:
    if scene.tree.lemma(word) != "ally" or scene.tree.kids(word, *BEFORE):
        return ()
    known = scene.memory.group if len(scene.memory.group) > 1 and scene.tree.kids(word, "det") else ()
    return subject_above(scene, word, actors_at, several=True) or known or (scene.unnamed(word),)


def _forces(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whose forces they are: "its fighters", "his men", "M23 rebels"."""
    owner = scene.tree.kid(word, "poss")
    are_men = scene.tree.tokens[word].text.lower() == "men" and (owner is not None or bool(_sent_by(scene, word)))
    if scene.tree.lemma(word) not in load_verbs().actors["forces"] and not are_men:
        return ()
    if owner is not None:
        return tuple(actor for actor in actors_at(scene, owner) if not isinstance(actor, Unnamed))
    is_some = scene.tree.kids(word, "nummod") or scene.tree.tokens[word].tag not in ("NNS", "NNPS")
    before = [scene.named[kid] for kid in scene.tree.kids(word, "compound", "nmod") if kid in scene.named]
    before += _sent_by(scene, word)
    return () if is_some else unique(actor for actor in before if isinstance(actor, str))


def _sent_by(scene: Scene, word: int) -> list[Actor]:
    """Give the bodies after the "of" of forces: "gunmen of the Viv Ansanm coalition", "fighters from the M23"."""
    preps = [prep for prep in scene.tree.kids(word, "prep") if scene.tree.lemma(prep) in ("of", "from")]
    nouns = [noun for prep in preps for noun in scene.tree.kids(prep, "pobj")]
    near = [each for noun in nouns for each in (noun, *scene.tree.kids(noun, "compound", "nmod", "appos"))]
    bodies = [scene.named[each] for each in near if each in scene.named and not scene.is_person(scene.named[each])]
    return [actor for actor in bodies if isinstance(actor, str) and scene.parties[actor].schema != "Company"]


def _measured(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whom a number counts: "a group of Moroccan diplomats", "thousands of Nigerians" (who are no government)."""
    if scene.tree.lemma(word) not in load_verbs().actors["measure"]:
        return ()
    for prep in scene.tree.kids(word, "prep"):
        for noun in scene.tree.kids(prep, "pobj"):
            if scene.tree.lemma(prep) == "of" and (found := actors_at(scene, noun)):
                return (scene.unnamed(word),) if noun in scene.demonyms else found
            if scene.tree.kids(noun, "poss") and scene.tree.tokens[noun].tag == "NNS":
                return (scene.unnamed(word),)  # "two of its organisers" are not the party
    return (scene.unnamed(word),) if scene.tree.lemma(word) in load_verbs().actors["people"] else ()


def _inside(scene: Scene, word: int, depth: int) -> tuple[Actor, ...]:
    found = [actor for kid in scene.tree.kids(word, *BEFORE) for actor in _before(scene, kid)]
    if found or depth == 0:
        return unique(found)
    for prep in scene.tree.kids(word, "prep", "agent"):
        if scene.tree.lemma(prep) in _INSIDE:
            for noun in scene.tree.kids(prep, "pobj"):
                direct = [a for a in actors_at(scene, noun) if not isinstance(a, Unnamed)]
                found += direct or _inside(scene, noun, depth - 1)
    return unique(found)


def _before(scene: Scene, word: int) -> tuple[Actor, ...]:
    """Give whom a word before a noun means: "its plant", "Kremlin envoys", "the company's servers"."""
    if scene.tree.tokens[word].pos == "PRON":
        return pronoun_at(scene, word, actors_at)
    if word in scene.named:
        return (scene.named[word], *(a for other in scene.tree.listed(word)[1:] for a in named_only(scene, other)))
    owners = actors_at(scene, word) if scene.tree.dep(word) == "poss" else ()
    return tuple(actor for actor in owners if not isinstance(actor, Unnamed))


NOUN_RULES: tuple[Callable[[Scene, int], tuple[Actor, ...]], ...] = (
    told_of, called_by_name, _holder, both_sides, pair, described, called_so, magnate, _law_office, client, _state,
    _state_press, staff, _forces, _allies, branch, body, land, union, abroad, _measured, people,
)  # fmt: skip
