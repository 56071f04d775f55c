"""Claims that a verb makes by itself: "was blacklisted by Washington", "whom OFAC sanctioned", "a sanctioned bank"."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.claims.adjectives import stated_by_adjective
from nongrata.events.claims.among import named_among
from nongrata.events.claims.laws import as_terrorist, is_nobody, is_of_listing, is_time, laws_of
from nongrata.events.claims.measures import was_told
from nongrata.events.claims.shut_out import stated_by_shutting_out, stated_by_sparing
from nongrata.events.claims.stated import AUXILIARIES, Stated, Words
from nongrata.events.claims.vouched import is_thought_of, turned
from nongrata.events.claims.whom import (
    belongs,
    below,
    is_imposer,
    is_of_regime,
    may_be_listed,
    meant,
    names_party,
    object_of,
    phrases,
    subject_of,
)
from nongrata.events.record import Government
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.scene import Scene
from nongrata.events.sentence.tree import SUBJECTS, Tree

_FINES = ("fine", "ban", "suspension", "deduction")


def stated_by_verb(scene: Scene, word: int) -> Iterator[Stated]:
    """Give what a verb of listing states of its subject, its object or the noun that it stands before."""
    tree, lemma = scene.tree, scene.tree.lemma(word)
    if tree.dep(word) in ("amod", "compound"):
        yield from stated_by_adjective(scene, word)
    elif shut_out := list(stated_by_shutting_out(scene, word)):
        yield from shut_out
    elif is_word(lemma, "listing", "delisting", "hit") and tree.tokens[word].pos in ("VERB", "ADJ", "AUX"):
        is_agent = any(
            tree.lemma(prep) == "by" for noun in as_terrorist(tree, word) for prep in tree.kids(noun, "prep")
        )
        is_passive = tree.is_passive(word) or bool(tree.kids(word, "agent")) or _is_state(tree, word) or is_agent
        is_passive = is_passive or _name_before(tree, word) is not None
        yield from _passive(scene, word) if is_passive else _active(scene, word)
    elif is_word(lemma, "spared") and tree.tokens[word].pos == "VERB" and was_told(scene, word):
        yield from stated_by_sparing(scene, word)


def _passive(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "was sanctioned", "listed by the EU in May and by Britain in June"."""
    tree, bearer = scene.tree, _told_to_be(scene, word)
    agents = list(_agents(tree, word))
    if not is_of_listing(scene, word, [noun for _prep, noun in agents]) or is_thought_of(tree, word):
        return
    own = [(prep, noun) for prep, noun in agents[:1] if not tree.kids(prep, "neg")]  # "is listed, but not by Canada"
    by: Words = tuple(each for prep, noun in own for each in (prep, *phrases(tree, noun)))
    places = tuple(each for whom in (*below(tree, word, "in"), *laws_of(tree, word)) for each in phrases(tree, whom))
    above = _above(tree, word)
    denied = (*(noun for _prep, noun in agents if is_nobody(tree, noun)), *(prep for prep, _noun in own))
    is_off = is_word(tree.lemma(word), "delisting")
    says = turned(tree, "lifted" if is_off else "listed", *denied, *above, word)
    verbs = above if _is_state(tree, word) else ()
    words = (*(kid for verb in (*verbs, word) for kid in tree.kids(verb, *AUXILIARIES)), *verbs, word, *by)
    yield Stated(words=words, bearer=bearer, by=(by, places), says=says)
    for prep, noun in agents[len(own) :]:
        also = phrases(tree, noun)
        yield Stated(
            words=(*tree.kids(prep, "neg"), prep, *also), bearer=bearer, by=(also,), says=turned(tree, says, prep)
        )
    for noun in _further(scene, word) if agents else ():
        yield Stated(words=phrases(tree, noun), bearer=bearer, by=(phrases(tree, noun),), says=says)


def _further(scene: Scene, word: int) -> Iterator[int]:
    """Give the states of which only a day tells that they did so too: "by the EU in 2014 and the US a year later"."""
    tree = scene.tree
    days = [noun for prep in tree.kids(word, "prep") for noun in tree.kids(prep, "pobj") if is_time(tree, noun)]
    days += [noun for at in (word, *tree.kids(word, "advmod")) for noun in tree.kids(at, "npadvmod")]  # "a year ago"
    for host in (word, *days):
        for noun in tree.kids(host, "conj"):
            is_state = noun > word and isinstance(scene.named.get(noun), Government)
            if is_state and (tree.kids(noun, "prep", "advmod", "npadvmod") or host != word):
                yield noun


def _told_to_be(scene: Scene, word: int) -> int | None:
    """Give who is listed: the subject, or whom another tells to be so ("lists the tanker as | blacklisted")."""
    tree = scene.tree
    is_as = any(tree.lemma(kid) == "as" for kid in tree.kids(word, "mark"))
    thing = object_of(tree, tree.head(word)) if is_as and tree.is_verb(tree.head(word)) else None
    if thing is not None:
        return thing
    if (beside := _name_before(tree, word)) is not None:
        return beside
    bearer = subject_of(tree, word)
    if bearer is not None and bearer < scene.dateline <= word:  # "PARIS (AFP) - Already listed by Bern, Gertler says"
        return subject_of(tree, tree.clause(bearer))
    return bearer


def _name_before(tree: Tree, word: int) -> int | None:
    """Give the name beside which it stands with "also" or "itself": "from the tanker company, | also blacklisted"."""
    is_bare = tree.tokens[word].tag in ("VBN", "VBD") and not tree.kids(word, *SUBJECTS, *AUXILIARIES, "dobj")
    is_aside = word > 2 and tree.tokens[word - 1].text in ("also", "itself", "himself", "herself")
    if not is_bare or not is_aside or tree.tokens[word - 2].text not in (",", "–", "—"):
        return None
    return word - 3 if tree.tokens[word - 3].pos == "PROPN" else None


def _above(tree: Tree, word: int) -> Words:
    """Give the "is" above: "is not itself | sanctioned", "is not among those | sanctioned"."""
    if _is_state(tree, word):
        return (tree.head(word),)
    verb = belongs(tree, tree.head(word)) if tree.dep(word) in ("acl", "relcl") else None
    return () if verb is None else (verb,)


def _is_state(tree: Tree, word: int) -> bool:
    return tree.dep(word) == "acomp" and tree.lemma(tree.head(word)) == "be"


def _active(scene: Scene, word: int) -> Iterator[Stated]:
    """Read "the EU sanctioned him", "a firm the Treasury designated"; no league fines and no parliament allows."""
    tree = scene.tree
    subject, thing = _who(tree, word), object_of(tree, word)
    is_hit = is_word(tree.lemma(word), "hit") and not _names_more(scene, word)
    if subject is None or thing is None or is_hit or not is_imposer(scene, subject):
        return
    is_fine = any(tree.lemma(noun) in _FINES for noun in below(tree, word, "with", "for"))
    is_plain = is_word(tree.lemma(word), "plain-listing")
    if (
        is_fine
        or is_thought_of(tree, word)
        or not (_is_told(scene, thing, word) if is_plain else may_be_listed(scene, thing))
    ):
        return
    inside = tree.phrase(thing) if thing > word else ()
    is_off = is_word(tree.lemma(word), "delisting")
    says = turned(tree, "lifted" if is_off else "listed", *_above(tree, word), word)
    by = phrases(tree, meant(tree, subject))
    yield Stated(words=(*tree.kids(word, *AUXILIARIES), word, *inside), bearer=thing, by=(by,), says=says)
    for noun in _further(scene, word):
        if is_of_regime(scene, noun):  # "sanctioned the bank in May and Venezuela in June" tells whom
            yield Stated(words=phrases(tree, noun), bearer=thing, by=(phrases(tree, noun),), says=says)


def _who(tree: Tree, verb: int) -> int | None:
    """Give who lists somebody; of a decision or a step whose it is: "the EU's decision to sanction him"."""
    subject, above = tree.subject(verb), tree.head(verb)
    if tree.dep(verb) == "pcomp" and subject == tree.head(above):  # "took the step of sanctioning him"
        return tree.subject(tree.clause(above))
    return tree.kid(above, "poss", "compound") if subject == above and tree.kids(above, "poss", "compound") else subject


def _names_more(scene: Scene, word: int) -> bool:
    """Name one more, once sanctions were told of: "London also named his wife, Minal", not "named him envoy"."""
    tree = scene.tree
    things = tree.kids(word, "dobj")
    is_called = (
        tree.kids(word, "oprd", "attr", "xcomp", "ccomp") or below(tree, word, "as", "in", "to") or len(things) > 1
    )
    subject = tree.subject(word)
    if tree.lemma(word) != "name" or is_called or subject is None or not is_of_regime(scene, subject):
        return False
    return any(names_party(scene, thing) for thing in things) and was_told(scene, word)


def _is_told(scene: Scene, noun: int, verb: int) -> bool:
    """Be somebody by name, or one that the story told of: "listed the lender", not "listed three reasons"."""
    tree = scene.tree
    if named_among(scene, noun):  # "listed 28 firms, among them A"
        return is_word(tree.lemma(noun), "entity") or may_be_listed(scene, noun)
    articles = {tree.tokens[kid].text.lower() for kid in tree.kids(noun, "det", "poss")}
    if tree.tokens[noun].pos == "NUM":  # "listed none of the three"
        return bool(articles & {"the", "these", "those"})
    is_that_one = bool(articles & {"the", "its", "his", "her"}) and tree.tokens[noun].tag == "NN"
    return tree.tokens[noun].pos in ("PROPN", "PRON") or is_that_one or noun < verb


def _agents(tree: Tree, word: int) -> Iterator[tuple[int, int]]:
    """Give each "by" with its noun: "hit by OFAC in January and by Britain a month later"."""
    preps = [prep for host in (*as_terrorist(tree, word), word) for prep in tree.kids(host, "agent", "prep", "conj")]
    waiting = [prep for prep in preps if tree.lemma(prep) == "by" or tree.kids(prep, "conj")]
    while waiting:
        prep = waiting.pop(0)
        waiting += tree.kids(prep, "conj")
        if tree.lemma(prep) == "by":
            yield from ((prep, noun) for noun in tree.kids(prep, "pobj"))
