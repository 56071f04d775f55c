"""A second reading of sentences whose verb the parser took for a noun or an adjective: "Rosneft | supplied fuel".

The word that may be the verb is read as a verb that can be nothing else, in the same number and tense. Only where that
makes it the verb of a clause, with a subject that agrees with it, is the new tree taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
from spacy.pipeline import Tagger
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token as SpacyToken

from nongrata.mentions.clauses import (
    AUXILIARY,
    CLAUSES,
    FINITE,
    NOUN_PARTS,
    is_better,
    subject_of,
    wants_subject,
    wants_verb,
)
from nongrata.mentions.forms import load_forms
from nongrata.mentions.pipeline import Floats, load_model

_PLAIN = {"VBD": "gave", "VBZ": "gives", "VBP": "give"}
_PIPES = ("tok2vec", "tagger", "parser")
_OPENS = frozenset({"det", "poss"})
_NAMES = frozenset({"NNP", "NNPS"})
_BEFORE_NOUN = frozenset({"DT", "PRP$", "TO", "MD", "POS"})
_FEWEST = 5  # words of a sentence
_MOST = 3  # words of a sentence that are tried
_LIKELY = 0.0001  # by the tagger, which is sure of a mere noun
_LIKELY_PLURAL = 0.005  # of what may be a plural, in a sentence that has a verb: "U.S. sanctions restrictions"

_Columns = tuple[list[str], list[str], list[int]]  # tags, relations, heads


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A word that may be the verb, by its place in the sentence, and the tag that it then has."""

    at: int
    tag: str


def read_again(doc: Doc) -> Doc:
    """Give a paragraph with the sentences that want a verb as they are read the second time; the words stay."""
    if not _is_closed(doc):
        return doc  # a headline, a caption
    found = [(sent, again) for sent in doc.sents if _is_whole(sent) and (again := _second(sent)) is not None]
    if not found:
        return doc
    tags, deps, heads = _columns(doc, 0)
    for sent, again in found:
        place = slice(sent.start, sent.end)
        tags[place], deps[place], heads[place] = _columns(again, sent.start)
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    return Doc(doc.vocab, words=words, spaces=spaces, tags=tags, deps=deps, heads=heads)


def _columns(doc: Doc, start: int) -> _Columns:
    return [token.tag_ for token in doc], [token.dep_ for token in doc], [start + token.head.i for token in doc]


def _is_whole(sent: SpacySpan) -> bool:
    return len(sent) >= _FEWEST and _is_closed(sent) and "[" not in sent.text


def _is_closed(words: Doc | SpacySpan) -> bool:
    """Have a full stop at the end, before a quotation mark at most."""
    return next((word.text for word in reversed(words) if not word.is_space and not word.is_quote), "") == "."


def _second(sent: SpacySpan) -> Doc | None:
    """Give the first reading in which a word that may be the verb is one."""
    for candidate in _candidates(sent):
        again = _parsed(sent, candidate)
        if is_better(sent, again, candidate.at, candidate.tag):
            again[candidate.at].tag_ = candidate.tag  # of "give", the tagger thinks VB
            return again
    return None


def _parsed(sent: SpacySpan, candidate: _Candidate) -> Doc:
    words = [token.text for token in sent]
    words[candidate.at] = _PLAIN[candidate.tag]
    nlp = load_model()
    doc = Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in sent])
    for name in _PIPES:
        doc = nlp.get_pipe(name)(doc)
    return doc


def _candidates(sent: SpacySpan) -> list[_Candidate]:
    """Give the words that may be the verb, the likeliest first; none where nothing is wrong."""
    is_wanted = wants_verb(sent.root)
    places = [token.i - sent.start for token in sent[1:] if _is_hidden(token) or (is_wanted and _may_be_verb(token))]
    found: list[tuple[float, _Candidate]] = []
    chances = _chances(sent) if places else {}
    for at in places:
        tag = load_forms().tag(sent[at].text)
        if tag is None:
            continue
        chance = float(chances[tag][at])
        if chance > (_LIKELY if is_wanted or tag != "VBZ" else _LIKELY_PLURAL):
            found.append((chance, _Candidate(at=at, tag=tag)))
    found.sort(key=lambda each: -each[0])
    return [candidate for _chance, candidate in found[:_MOST]]


def _chances(sent: SpacySpan) -> dict[str, Floats]:
    """Give what the tagger thinks of each finite form for each word."""
    tagger = cast("Tagger", load_model().get_pipe("tagger"))
    scores = tagger.model.predict([sent.doc])[0][sent.start : sent.end]
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = powers / powers.sum(axis=1, keepdims=True)
    return {tag: shares[:, tagger.labels.index(tag)] for tag in _PLAIN}


def _is_hidden(token: SpacyToken) -> bool:
    """Describe, right behind a name or a comma, a noun that nothing opens: "Kim, 47, | exported drawings"."""
    if wants_subject(token):
        return True
    if token.dep_ not in NOUN_PARTS or token.head.i < token.i:
        return False
    before, tag = token.nbor(-1), load_forms().tag(token.text)
    is_behind = before.tag_ in (*_NAMES, ",", ":") or subject_of(token) is not None
    is_formed = tag == "VBD" or (tag == "VBZ" and before.tag_ in _NAMES)
    return is_formed and is_behind and not any(kid.i < token.i and kid.dep_ in _OPENS for kid in token.head.children)


def _may_be_verb(token: SpacyToken) -> bool:
    """Be no verb as it is, nor the noun or the participle that others around it need."""
    before, kids = token.nbor(-1), {kid.dep_ for kid in token.children}
    is_verb = token.tag_ in FINITE and token.dep_ in CLAUSES and subject_of(token) is not None
    is_participle = bool(kids & {"agent", *AUXILIARY}) or (token.dep_ == "conj" and token.tag_ in ("VBN", "VB"))
    is_aside = before.text == "," and token.dep_ == "acl" and token.head.i == before.i - 1  # "the order, | signed on"
    is_noun = before.tag_ in _BEFORE_NOUN and token.tag_ not in FINITE and before.dep_ != "nsubj"
    return not (is_verb or is_participle or is_aside or is_noun or token.dep_ in AUXILIARY)
