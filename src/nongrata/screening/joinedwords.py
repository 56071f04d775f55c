"""Listed names that write as several words what another writes as one, the other way round, or by first letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from nongrata.names.align import NEAR_JOINED
from nongrata.names.keys import bare_keys
from nongrata.names.keys_joined import JOINED, LONG, head_keys_of, joined_keys_of, letters_of, runs_of, whole_key
from nongrata.names.record import Name
from nongrata.screening.forms import texts_of
from nongrata.screening.lookup import Numbers, Places, distinct, gathered
from nongrata.screening.postings import NameTable

Keyed = tuple[Places, Numbers]  # what was asked for, and a reading for each


def written_as_several(table: NameTable, forms: Sequence[str]) -> list[Numbers]:
    """Give for each word the readings that write it as several, or by whose first letters it is made."""
    exact = _readings_by(table, [(i, key) for i, form in enumerate(forms) for key in joined_keys_of(form)])
    long = [(i, form) for i, form in enumerate(forms) if len(form) in JOINED and len(form) >= LONG]
    bare = _readings_by(table, [(i, key) for i, form in long for key in bare_keys(form)])
    near = [any(_is_near(run, forms[i]) for run in runs_of(table.forms_of(place))) for i, place in _rows(bare)]
    return _split(*_both(exact, _where(bare, near)), len(forms))


def written_otherwise(table: NameTable, names: Sequence[Name]) -> list[Numbers]:
    """Give for each name the readings that are the same letters, begin alike, or write several of its words as one."""
    whole = _readings_by(table, [(i, whole_key(name)) for i, name in enumerate(names)])
    begun = _readings_by(table, [(i, key) for i, name in enumerate(names) for key in head_keys_of(name)])
    wholes = [("".join(table.forms_of(place)), names[i].joined) for i, place in _rows(begun)]
    cut = [one.startswith(other) or other.startswith(one) for one, other in wholes]
    runs = [(i, run) for i, name in enumerate(names) for run in (*runs_of(name.forms), *letters_of(name))]
    return _split(*_both(whole, _where(begun, cut), of_runs(table, runs)), len(names))


def of_runs(table: NameTable, runs: Sequence[tuple[int, str]]) -> Keyed:
    """Give the readings with a word that may be these neighbouring words written as one."""
    same = [(i, word) for i, run in runs for word in table.forms.same(run)]
    long = [(i, run) for i, run in runs if len(run) >= LONG]
    keyed = [(at, key) for at, (_i, run) in enumerate(long) for key in bare_keys(run)]
    asked, words = table.by_key.pairs(*_columns(keyed))
    texts = texts_of([run for _i, run in long])
    scorer, near = OSA.normalized_similarity, np.zeros(len(asked), dtype=np.bool_)
    if len(asked):
        near = cpdist(texts[asked], table.forms.array[words], scorer=scorer, score_cutoff=NEAR_JOINED) >= NEAR_JOINED
    owners = np.array([i for i, _run in long], dtype=np.intp)[asked[near]]
    places = np.concatenate((np.array([word for _i, word in same], dtype=np.intp), words[near].astype(np.intp)))
    of = np.concatenate((np.array([i for i, _word in same], dtype=np.intp), owners))
    return gathered(table.postings, table.posting_ends, places, of)


def _is_near(form: str, run: str) -> bool:
    return OSA.normalized_similarity(form, run, score_cutoff=NEAR_JOINED) >= NEAR_JOINED


def _readings_by(table: NameTable, keyed: Sequence[tuple[int, int]]) -> Keyed:
    keys, asked = _columns(keyed)
    return table.by_joined.pairs(keys, asked)


def _columns(keyed: Sequence[tuple[int, int]]) -> tuple[Numbers, Places]:
    keys = np.array([key for _i, key in keyed], dtype=np.uint32)
    return keys, np.array([i for i, _key in keyed], dtype=np.intp)


def _where(found: Keyed, kept: Sequence[bool]) -> Keyed:
    which = np.array(kept, dtype=np.bool_)
    return found[0][which], found[1][which]


def _rows(found: Keyed) -> Iterable[tuple[int, int]]:
    return zip(found[0].tolist(), found[1].tolist(), strict=True)


def _both(*parts: Keyed) -> Keyed:
    return np.concatenate([asked for asked, _found in parts]), np.concatenate([found for _asked, found in parts])


def _split(asked: Places, found: Numbers, count: int) -> list[Numbers]:
    """Give what was found for each that was asked for, sorted, each once."""
    both = distinct((asked.astype(np.uint64) << np.uint64(32)) | found)
    ends = np.searchsorted(both, np.arange(1, count, dtype=np.uint64) << np.uint64(32))
    return np.split((both & np.uint64(0xFFFFFFFF)).astype(np.uint32), ends) if count else []
