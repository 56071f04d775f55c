"""Whether a sentence has its verb, and whether another reading of it is a better one."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token as SpacyToken

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl", "advcl", "parataxis"})
AUXILIARY = frozenset({"aux", "auxpass"})
NOUN_PARTS = frozenset({"amod", "compound", "nmod"})

_TENSES = frozenset({"VBD", "VBZ", "VBP"})
_BESIDE = NOUN_PARTS | {"npadvmod", "dep"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_RELATIVE = frozenset({"WDT", "WP"})
_EITHER = frozenset({"NNPS", "DT", "WDT", "WP"})  # "the Philippines supplies", "some supply", "that supply"
_MANY = frozenset({"NNS", "CD"}) | _EITHER
_ONE = frozenset({"NN", "NNP", "VBG"}) | _EITHER
_MANY_WORDS = frozenset({"they", "we", "you", "i", "half"})
_ONE_WORDS = frozenset({"it", "he", "she", "one"})


def subject_of(verb: SpacyToken) -> SpacyToken | None:
    return next((kid for kid in verb.children if kid.dep_ in _SUBJECTS), None)


def wants_verb(root: SpacyToken) -> bool:
    """Be the root of a sentence without a verb: no order ("See the map.") and no participle that has a subject."""
    is_open = root.tag_ == "VB" or (root.tag_.startswith("VB") and subject_of(root) is not None)
    return wants_subject(root) or (not is_open and not _is_finite(root))


def wants_subject(verb: SpacyToken) -> bool:
    """Be a verb behind a noun that the parser took for anything but its subject: "Kaveh Marine | exports engines"."""
    is_alone = verb.tag_ in _TENSES and verb.dep_ in ("ROOT", "ccomp") and subject_of(verb) is None
    return is_alone and any(kid.dep_ in _BESIDE and kid.tag_.startswith("NN") for kid in verb.lefts)


def is_better(sent: SpacySpan, again: Doc, at: int, tag: str) -> bool:
    """Have the word as the verb of a clause, with a subject that agrees, and take nothing from another verb."""
    verb = again[at]
    subject, root = subject_of(verb), next(iter(again.sents)).root
    if len(list(again.sents)) != 1 or not verb.tag_.startswith("VB") or verb.dep_ not in CLAUSES:
        return False
    if subject is None or not _agrees(subject, tag) or any(kid.dep_ in ("aux", "mark") for kid in verb.children):
        return False  # "as amended"
    is_whole = not wants_verb(root) and _keeps_root(sent, verb, root)
    return is_whole and all(_keeps_verb(token, again[place]) for place, token in enumerate(sent) if place != at)


def _is_finite(token: SpacyToken) -> bool:
    return token.tag_ in FINITE or any(kid.tag_ in FINITE and kid.dep_ in AUXILIARY for kid in token.children)


def _agrees(subject: SpacyToken, tag: str) -> bool:
    word = subject.text.lower()
    is_one = subject.tag_ in _ONE or word in _ONE_WORDS
    is_many = subject.tag_ in _MANY or word in _MANY_WORDS or any(kid.dep_ == "conj" for kid in subject.children)
    return is_many if tag == "VBP" else is_one if tag == "VBZ" else is_one or is_many


def _keeps_root(sent: SpacySpan, verb: SpacyToken, root: SpacyToken) -> bool:
    """Leave the sentence its verb, if it had one, or put it behind an "and": "landed jobs | and sent sums"."""
    before = sent.root.i - sent.start
    if wants_verb(sent.root) or root.i == before:
        return True
    return root.i == verb.i and verb.doc[before].dep_ == "conj" and any(kid.dep_ == "cc" for kid in verb.children)


def _keeps_verb(before: SpacyToken, now: SpacyToken) -> bool:
    """Be a verb still, if it was one, and have its own subject or share that of the verb before an "and"."""
    if before.tag_ not in FINITE:
        return True
    subject = subject_of(before)
    is_joined = now.dep_ == "conj" and any(kid.dep_ == "cc" for kid in now.head.children)
    has_subject = subject is None or subject.tag_ in _RELATIVE or subject_of(now) is not None or is_joined
    return has_subject and (now.tag_.startswith("VB") or now.tag_ == "MD")
