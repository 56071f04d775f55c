"""How far a sentence vouches for a claim about sanctions: whether it is negated, denied, or only thought of."""

from __future__ import annotations

from collections.abc import Iterator

from nongrata.events.claims.stated import Says
from nongrata.events.sentence.claim_words import is_word
from nongrata.events.sentence.tree import SUBJECTS, Tree

_NOT = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "none", "without", "nothing", "nobody"})
_BY_NOT = ("neg", "det", "poss", "advmod", "preconj", "cc", "nsubj", "nsubjpass", "predet")
_MODALS = frozenset(
    {"could", "may", "might", "would", "will", "should", "must", "can", "shall", "wo", "'ll", "’ll", "ca"}
)
_OPEN = frozenset({"if", "whether", "unless", "lest", "until"})
_SEEMS = frozenset(
    {"seem", "appear", "continue", "happen", "claim", "report", "say", "believe", "know", "prove", "use"}
)
_DECIDES = frozenset({"decide", "decision", "move", "choose", "step"})  # what a state decides to list is listed
_ORDINAL = frozenset({"first", "last", "only", "latest", "second", "third", "next"})
_CARRIES = frozenset({
    "ccomp", "xcomp", "pcomp", "acl", "advcl", "conj", "prep", "pobj", "dobj", "auxpass", "attr", "acomp",
})  # fmt: skip


def turned(tree: Tree, says: Says, *words: int) -> Says:
    """Give what is said once "not", "no longer" and denials on these words are counted; the last is the predicate."""
    kids = [kid for word in words for kid in tree.children[word]]
    if any(tree.lemma(kid) in ("long", "longer", "anymore") and _has_no(tree, kid) for kid in kids):
        return "lifted"
    if says == "listed" and _is_over(tree, words[-1], kids):  # "was not on it until 2023": since then he is
        return "listed" if is_negated(tree, *words) else "lifted"
    if is_negated(tree, *words) == _is_denied(tree, words[-1]):
        return says
    return "not listed" if says == "listed" else "listed"


def _is_over(tree: Tree, verb: int, kids: list[int]) -> bool:
    """Be told to have been so and to be no more: "was on the list until 2019", "formerly under", "used to be"."""
    is_past = tree.tokens[verb].tag == "VBD" or any(tree.lemma(kid) == "have" for kid in tree.kids(verb, "aux"))
    is_until = any(tree.lemma(kid) == "until" for kid in tree.kids(verb, "prep"))
    is_used = tree.dep(verb) == "xcomp" and tree.lemma(tree.head(verb)) == "use"
    is_state = is_word(tree.lemma(verb), "be") and is_past and is_until
    return is_state or is_used or any(is_word(tree.lemma(kid), "formerly") for kid in kids)


def is_negated(tree: Tree, *words: int) -> bool:
    """Have a "not", "no" or "never" on one of the words, or a "neither" on the subject."""
    return any(_has_no(tree, word) for word in words)


def _is_yet_to(tree: Tree, word: int) -> bool:
    """Be what somebody "has yet to" do, though the verb was taken for a noun: "has yet to sanction him"."""
    yets = [kid for kid in tree.kids(word, "advmod") if tree.lemma(kid) == "yet"]
    return tree.lemma(word) == "have" and any(tree.tokens[kid + 1].text == "to" for kid in yets)


def _has_no(tree: Tree, word: int) -> bool:
    near = [word, *tree.kids(word, *_BY_NOT)]
    near += [kid for subject in tree.kids(word, *SUBJECTS) for kid in tree.kids(subject, "preconj", "det", "cc", "neg")]
    near += [kid for aux in tree.kids(word, "aux", "auxpass") for kid in tree.kids(aux, "neg")]
    near += [each for thing in tree.kids(word, "dobj") for each in (thing, *tree.kids(thing, "det", "preconj"))]
    above = tree.head(word)
    if tree.dep(word) == "conj" and tree.is_verb(word) and not tree.kids(word, *SUBJECTS, "aux", "auxpass"):
        near += tree.kids(above, "neg")
    yet: tuple[int, ...] = ()
    if tree.dep(word) == "xcomp" and not tree.kids(word, "mark"):  # "has yet to be listed"
        near += tree.kids(above, "neg", "advmod")
        yet = tuple(
            kid for kid in (*tree.kids(above, "advmod"), *tree.kids(word, "advmod")) if tree.lemma(kid) == "yet"
        )
    return bool(yet) or _is_yet_to(tree, word) or any(_is_no(tree, kid) for kid in near)


def _is_no(tree: Tree, word: int) -> bool:
    """Be a word that negates, and no part of a name: "No Kwang Chol is under sanctions"."""
    is_named = tree.dep(word) == "det" and tree.tokens[tree.head(word)].pos == "PROPN"
    return tree.tokens[word].text.lower() in _NOT and not is_named


def _is_denied(tree: Tree, word: int) -> bool:
    """Be what somebody denies, or leaves undone: "denies being under sanctions", "stopped short of sanctioning"."""
    return any(is_word(tree.lemma(each), "denying", "undone") for each in _carriers(tree, word) if each != word)


def is_thought_of(tree: Tree, word: int) -> bool:
    """Be no more than possible, asked for or planned: "could be sanctioned", "threatened to sanction"."""
    return any(_is_open(tree, each) or (each != word and _is_thought(tree, each)) for each in _carriers(tree, word))


def _is_thought(tree: Tree, word: int) -> bool:
    """Be a word for what is only thought of or asked for; "called the sanctions on him a medal" asks for none."""
    if tree.lemma(word) == "call" and tree.is_verb(word):
        preps = tree.kids(word, "prep")
        thing = next(iter(tree.kids(word, "dobj")), len(tree.tokens))  # "called the sanctions | on him a medal"
        asks = any(tree.lemma(prep) == "for" or (prep < thing and tree.lemma(prep) in ("on", "upon")) for prep in preps)
        return asks or any(tree.is_verb(kid) for kid in tree.kids(word, "xcomp"))
    return is_word(tree.lemma(word), "thought")


def _is_open(tree: Tree, word: int) -> bool:
    auxiliaries = {tree.tokens[kid].text.lower() for kid in tree.kids(word, "aux")}
    is_unless = any(
        tree.lemma(kid) == "unless" for clause in tree.kids(word, "advcl") for kid in tree.kids(clause, "mark")
    )
    if is_unless or auxiliaries & _MODALS or any(tree.lemma(kid) in _OPEN for kid in tree.kids(word, "mark")):
        return True
    return "to" in auxiliaries and not _is_vouched_for(tree, word)


def _is_vouched_for(tree: Tree, verb: int) -> bool:
    """Be an infinitive of what is: "appears to be under", "the first bank to be listed", "has yet to be listed"."""
    above = tree.head(verb)
    is_first = any(tree.lemma(word) in _ORDINAL for word in (above, *tree.kids(above, "amod")))
    is_yet = any(tree.lemma(kid) == "yet" for kid in (*tree.kids(above, "advmod"), *tree.kids(verb, "advmod")))
    return is_first or is_yet or tree.lemma(above) in _SEEMS | _DECIDES or is_word(tree.lemma(above), "undone")


def is_asked_for(tree: Tree, noun: int) -> bool:
    """Be what a verb or noun above calls for: "called for sanctions on", "the threat of sanctions against"."""
    if _would_be_lifted(tree, noun):
        return False
    below = noun
    for each in tree.up(noun):
        if _is_thought(tree, each) and tree.lemma(below) != "against":  # "an appeal against sanctions"
            return True
        below = each
        if tree.is_verb(each):
            return is_thought_of(tree, each) and tree.head(noun) == each
    return False


def _would_be_lifted(tree: Tree, noun: int) -> bool:
    """Be what somebody wants lifted, and so is in force: "his bid to have the sanctions against him lifted"."""
    above = tree.head(noun)
    had = next((each for each in (above, tree.head(above)) if tree.lemma(each) == "have"), None)
    if had is not None:
        return is_word(tree.lemma(tree.head(had)), "striving")
    if tree.dep(noun) in ("dobj", *SUBJECTS) and is_word(tree.lemma(above), "lift"):
        return True
    behind = min(max(tree.subtree(noun)) + 1, len(tree.tokens) - 1)
    is_lifted = tree.tokens[behind].tag in ("VBN", "VBD") and is_word(tree.lemma(behind), "lift")
    return is_lifted and is_word(tree.lemma(above), "striving")  # "wants sanctions on it lifted"


def _carriers(tree: Tree, word: int) -> Iterator[int]:
    """Give the word and what is above it, as long as a clause or a phrase carries it on."""
    yield word
    for each in tree.up(word):
        is_own = tree.dep(word) in ("conj", "advcl") and tree.is_verb(word) and _is_whole(tree, word)
        if tree.dep(word) not in _CARRIES or is_own:
            return
        yield each
        word = each


def _is_whole(tree: Tree, verb: int) -> bool:
    """Be a clause with a subject or a time of its own."""
    return bool(tree.kids(verb, *SUBJECTS)) or tree.tokens[verb].tag in ("VBD", "VBZ", "VBP", "VBN", "VBG")
