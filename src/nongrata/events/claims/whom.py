"""Whom a claim's words are about, and who may list somebody."""

from __future__ import annotations

from nongrata.events.acts.verbal import DAYS
from nongrata.events.claims.authorities import regimes_of_bodies
from nongrata.events.claims.stated import Words
from nongrata.events.record import Government
from nongrata.events.sentence.antecedents import antecedent
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.frames import load_verbs
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree
from nongrata.events.who.pronouns import RELATIVE

_OF_THEM = frozenset({"both", "all", "two", "three", "each", "neither", "none"})
_LANDS = frozenset({"country", "nation", "state", "economy"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "who", "which", "that", "itself", "himself", "herself"})


def meant(tree: Tree, word: int) -> int:
    """Give the noun that a word stands for: what "which" takes up, whose name "whose name" is."""
    if is_word(tree.lemma(word), "own"):
        if (owner := tree.kid(word, "poss")) is not None:
            return meant(tree, owner)
        word = next(iter(_below(tree, word, "of")), word)
    if tree.tokens[word].text.lower() in _OF_THEM:  # "both of whom", "none of them"
        word = next(iter(_below(tree, word, "of")), word)
    if tree.tokens[word].text.lower() in RELATIVE and (noun := antecedent(tree, word)) is not None:
        word = noun
    return _one_of(tree, word)


def _one_of(tree: Tree, word: int) -> int:
    """Give who is told to be one of those: "is among the lenders hit by sanctions", "is one of the firms listed"."""
    if tree.dep(word) in SUBJECTS and tree.lemma(tree.head(word)) == "include":  # "those listed include"
        return next(iter(tree.kids(tree.head(word), "dobj")), word)
    verb = belongs(tree, word)
    subject = None if verb is None else tree.subject(verb)
    return word if subject is None else subject


def belongs(tree: Tree, word: int) -> int | None:
    """Give the "is" by which somebody is told to be one of those: "is not among dozens of firms blacklisted by"."""
    prep, above = tree.head(word), tree.head(tree.head(word))
    while tree.dep(word) == "pobj" and tree.lemma(prep) == "of" and is_word(tree.lemma(above), "some"):
        word, prep, above = above, tree.head(above), tree.head(tree.head(above))
    is_those = tree.dep(word) == "attr" or (tree.dep(word) == "pobj" and tree.lemma(prep) == "among")
    verb = tree.clause(word)
    return verb if is_those and tree.lemma(verb) == "be" else None


def subject_of(tree: Tree, verb: int) -> int | None:
    """Give who the subject of a verb stands for."""
    subject = tree.subject(verb)
    return None if subject is None else meant(tree, _whose_one(tree, subject))


def _whose_one(tree: Tree, noun: int) -> int:
    """Give the name that the clause behind a noun is about: "a rival, whose shareholder, Mazepin, was sanctioned"."""
    theirs = [
        one for one in tree.kids(noun, "appos") for kid in tree.kids(one, "poss") if tree.tokens[kid].tag == "WP$"
    ]
    return next((name for one in theirs for name in tree.kids(one, "appos")), noun)


def object_of(tree: Tree, verb: int) -> int | None:
    """Give who the object of a verb stands for: "a firm the Treasury designated" has it above the verb."""
    for thing in tree.kids(verb, "dobj", "dative"):
        if not is_word(tree.lemma(thing), "measure", "roster"):
            return meant(tree, thing)
    while tree.dep(verb) == "conj" and tree.is_verb(tree.head(verb)):
        verb = tree.head(verb)
    return meant(tree, tree.head(verb)) if tree.dep(verb) == "relcl" or _is_that_clause(tree, verb) else None


def _is_that_clause(tree: Tree, verb: int) -> bool:
    """Be told of a common noun though the parser has it otherwise: "a refiner that OFAC designated in March"."""
    is_behind = tree.dep(verb) == "acl" and tree.tokens[tree.head(verb)].pos == "NOUN"
    return is_behind and any(kid == tree.head(verb) + 1 for kid in tree.kids(verb, "mark"))


def of_adjective(tree: Tree, word: int) -> int | None:
    """Give of whom an adjective is told: "is subject to", "made him subject to", "a firm subject to"."""
    if own := tree.kids(word, *SUBJECTS):
        return meant(tree, own[0])
    above = tree.head(word)
    return subject_of(tree, above) if tree.is_verb(above) else above


def below(tree: Tree, word: int, *preps: str) -> Words:
    """Give whom the nouns mean that hang on a word by one of these prepositions."""
    return tuple(meant(tree, noun) for noun in _below(tree, word, *preps))


def _below(tree: Tree, word: int, *preps: str) -> Words:
    """Give the nouns, but no day: "toured a plant that is under sanctions on Friday"."""
    found = [prep for prep in tree.kids(word, "prep", "agent", "dative") if tree.lemma(prep) in preps]
    return tuple(noun for prep in found for noun in tree.kids(prep, "pobj") if tree.lemma(noun).lower() not in DAYS)


def phrases(tree: Tree, noun: int) -> Words:
    """Give the words of a noun and of all that are in a list with it."""
    return tuple(sorted({each for member in tree.listed(noun) for each in tree.phrase(member)}))


def may_be_listed(scene: Scene, noun: int) -> bool:
    """Be somebody by name or a pronoun, or people or a body by what they are called; no "country"."""
    lemma, nouns = scene.tree.lemma(noun), load_verbs().actors
    if lemma in _LANDS:
        return False
    is_called = any(lemma in nouns[kind] for kind in ("people", "office", "named_last_company", "forces"))
    beside = (noun, *scene.tree.kids(noun, "appos"), *((scene.tree.head(noun),) * (scene.tree.dep(noun) == "appos")))
    if lemma in scene.stage.words:  # "the bureau"
        return True
    return (
        is_called
        or is_word(lemma, "pair")
        or scene.tree.tokens[noun].pos != "NOUN"
        or any(word in scene.named for word in beside)
    )


def is_imposer(scene: Scene, word: int) -> bool:
    """Be a state, its office or organ, or a pronoun that may stand for one."""
    noun = meant(scene.tree, word)
    if scene.tree.tokens[noun].text.lower() in _PRONOUNS:
        return True
    return any(is_authority(scene, member) or _is_state(scene, member) for member in scene.tree.listed(noun))


def names_party(scene: Scene, noun: int) -> bool:
    """Be somebody of the story by name, alone or among others: "his wife, Minal", "the bank and Alfa Steel"."""
    beside = (each for member in scene.tree.listed(noun) for each in (member, *scene.tree.kids(member, "appos")))
    return any(isinstance(scene.named.get(each), str) for each in beside)


def is_of_regime(scene: Scene, word: int) -> bool:
    """Be a state by name, or an organ that lists; "it" and "they" may be anybody's."""
    noun = meant(scene.tree, word)
    return any(is_authority(scene, each) or _is_state(scene, each) for each in scene.tree.listed(noun))


def _is_state(scene: Scene, word: int) -> bool:
    return isinstance(scene.named.get(word), Government)


def is_authority(scene: Scene, word: int) -> bool:
    """Be an organ that lists, by its name or its kind: OFAC, the Treasury, the foreign ministry."""
    if is_word(scene.tree.tokens[word].text.lower(), "imposer") or is_word(scene.tree.lemma(word), "imposer"):
        return True
    if regimes_of_bodies(scene.words(word)):
        return True
    actor = scene.named.get(word)
    return isinstance(actor, str) and actor in scene.offices
