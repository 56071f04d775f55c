"""Claims that an adjective makes: "a sanctioned bank", "U.S.-sanctioned", "is a designated entity"."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.claims.imposers import listed_before
from nongrata.events.claims.stated import Stated
from nongrata.events.claims.vouched import is_negated, is_thought_of, turned
from nongrata.events.claims.whom import below, phrases, subject_of
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import Tree

_OF_SANCTIONS = frozenset({"sanctions", "sdn", "ofac", "un", "u.n.", "eu"})


def stated_by_adjective(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "a sanctioned bank", "sanctions-hit"; of "not a sanctioned bank in Europe" who is none bears it."""
    if scene.tree.tokens[word].tag == "NN":  # "urged it to | sanction | the bank"
        return
    tree, noun = scene.tree, scene.tree.head(word)
    before = (*tree.kids(word, "npadvmod", "compound", "advmod", "amod"), *listed_before(scene, word))
    prefix, _, stem = tree.tokens[word].text.lower().rpartition("-")
    is_of_sanctions = not _OF_SANCTIONS.isdisjoint((prefix, *(tree.tokens[kid].text.lower() for kid in before)))
    is_entity = is_word(tree.lemma(noun), "entity")  # "a designated person", not "a designated area"
    is_clear = is_word(stem, "listing") and (is_entity or not is_word(stem, "plain-listing"))
    if not is_clear and not (is_of_sanctions and is_word(stem, "hyphened")):
        return
    verb = tree.head(noun)
    is_told_of = tree.dep(noun) == "attr" and (is_entity or is_negated(tree, verb, noun))
    if is_told_of and not is_thought_of(tree, verb):
        where = tuple(each for whom in below(tree, noun, "in", "by", "under") for each in phrases(tree, whom))
        yield Stated(
            words=(word, noun),
            bearer=subject_of(tree, verb),
            by=(where, (*before, word, noun)),
            says=turned(tree, "listed", noun, verb),
        )
    elif is_entity and _as_what(tree, noun) is not None:
        yield Stated(words=(word, noun), bearer=_as_what(tree, noun), by=((*before, word),))
    elif not is_negated(tree, noun):
        yield Stated(words=(word,), bearer=_of_headline(tree, word, noun), by=((word, *before),))


def _as_what(tree: Tree, noun: int) -> int | None:
    """Give who is told to be one: "barred as an EU-listed person, the general"."""
    prep = tree.head(noun)
    if tree.dep(noun) != "pobj" or tree.lemma(prep) != "as" or not tree.is_verb(tree.head(prep)):
        return None
    return subject_of(tree, tree.head(prep))


def _of_headline(tree: Tree, word: int, noun: int) -> int:
    """Give the noun that is meant where a headline's verb was taken for one: "Sanctioned tanker burns"."""
    is_last = tree.dep(noun) == "ROOT" and tree.tokens[noun].tag == "NNS"
    return word + 1 if is_last and word + 1 < noun and tree.tokens[word + 1].tag == "NN" else noun
