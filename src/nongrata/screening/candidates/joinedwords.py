"""Listed names that write as several words what another writes as one, the other way round, or by first letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from nongrata.names.comparing.align import NEAR_JOINED
from nongrata.names.comparing.spelled_apart import pinyin_of
from nongrata.names.keys import bare_keys
from nongrata.names.keys_joined import (
    JOINED,
    LONG,
    head_keys_of,
    joined_keys_of,
    letters_key,
    letters_of,
    spans_of,
    whole_key,
)
from nongrata.names.ready import Ready
from nongrata.screening.candidates.forms import texts_of
from nongrata.screening.candidates.lookup import Numbers, Places, distinct, gathered
from nongrata.screening.candidates.postings import NameTable

_APART = int((1 - NEAR_JOINED) * max(JOINED))  # letters that a word and others together may have more, or less
Keyed = tuple[Places, Numbers]  # what was asked for, and a reading for each
Run = tuple[range, int]  # the places of neighbouring words of a name, and a listed word that may be all of them


class Several(NamedTuple):
    """Readings that write a word as several neighbouring ones, and those words."""

    readings: Numbers
    words: Numbers


def written_as_several(table: NameTable, forms: Sequence[str]) -> list[Several]:
    """Give for each word the readings that write it as several."""
    found = _readings_by(table, [(i, key) for i, form in enumerate(forms) for key in joined_keys_of(form)])
    kept: list[tuple[list[int], list[int]]] = [([], []) for _form in forms]
    texts = table.forms.texts
    for i, place in _rows(_each_once(found)):
        readings, words = kept[i]
        form, own = forms[i], table.words_of(place)
        for span, run in spans_of(tuple([texts[word] for word in own])):
            if run == form or (len(run) >= LONG and abs(len(run) - len(form)) <= _APART and _is_near(run, form)):
                readings.append(place)
                words += own[span.start : span.stop]
    return [Several(_numbers(readings), _numbers(words)) for readings, words in kept]


def written_as_one(table: NameTable, names: Sequence[tuple[str, ...]]) -> list[list[Run]]:
    """Give for each name, by its words, the listed words that may be neighbouring ones of it, written as one."""
    found: dict[tuple[str, ...], list[Run]] = {forms: [] for forms in names}  # a body's and a person's are the same
    spans = [(runs, span, run) for forms, runs in found.items() for span, run in spans_of(forms)]
    for runs, span, run in spans:
        runs += [(span, word) for form in (run, *pinyin_of(run)) for word in table.forms.same(form)]
    long = [each for each in spans if len(each[2]) >= LONG]
    keyed = [(at, key) for at, (_runs, _span, run) in enumerate(long) for key in bare_keys(run)]
    asked, words = table.by_key.pairs(*_columns(keyed))
    if len(asked):
        texts = texts_of([run for _runs, _span, run in long])[asked]
        alike = cpdist(texts, table.forms.array[words], scorer=OSA.normalized_similarity, score_cutoff=NEAR_JOINED)
        near = alike >= NEAR_JOINED
        for at, word in zip(asked[near].tolist(), words[near].tolist(), strict=True):
            long[at][0].append((long[at][1], word))
    return [found[forms] for forms in names]


def same_letters(table: NameTable, names: Sequence[Ready]) -> list[Numbers]:
    """Give for each name the readings of the same letters, and those of which one is the cut-off beginning."""
    whole = _readings_by(table, [(i, whole_key(name.name)) for i, name in enumerate(names)])
    begun = _readings_by(table, [(i, key) for i, name in enumerate(names) for key in head_keys_of(name.name)])
    wholes = [("".join(table.forms_of(place)), names[i].joined) for i, place in _rows(begun)]
    cut = np.array([one.startswith(other) or other.startswith(one) for one, other in wholes], dtype=np.bool_)
    return _split((np.append(whole[0], begun[0][cut]), np.append(whole[1], begun[1][cut])), len(names))


def by_first_letters(table: NameTable, names: Sequence[Ready]) -> list[Numbers]:
    """Give for each name of a body the readings that are its first letters, or whose first letters it is."""
    letters = [(i, each) for i, name in enumerate(names) for each in letters_of(name.name)]
    same = [(i, word) for i, each in letters for word in table.forms.same(each)]
    asked, words = np.array([i for i, _word in same], np.intp), np.array([word for _i, word in same], np.intp)
    short = gathered(table.postings, table.posting_ends, words, asked)
    long = _readings_by(table, [(i, letters_key(name.acronym)) for i, name in enumerate(names) if name.acronym])
    is_one = np.array([_is_one_word(table, place) for place in short[1].tolist()], dtype=np.bool_)
    return _split((np.append(short[0][is_one], long[0]), np.append(short[1][is_one], long[1])), len(names))


def _is_one_word(table: NameTable, place: int) -> bool:
    """Be one word beside legal forms and places, as names of first letters are: names/ready.py."""
    return int(np.count_nonzero(table.left["body"][table.words_of(place)])) <= 1


def _is_near(form: str, run: str) -> bool:
    return OSA.normalized_similarity(form, run, score_cutoff=NEAR_JOINED) >= NEAR_JOINED


def _readings_by(table: NameTable, keyed: Sequence[tuple[int, int]]) -> Keyed:
    keys, asked = _columns(keyed)
    return table.by_joined.pairs(keys, asked)


def _columns(keyed: Sequence[tuple[int, int]]) -> tuple[Numbers, Places]:
    keys = np.array([key for _i, key in keyed], dtype=np.uint32)
    return keys, np.array([i for i, _key in keyed], dtype=np.intp)


def _rows(found: Keyed) -> Iterable[tuple[int, int]]:
    return zip(found[0].tolist(), found[1].tolist(), strict=True)


def _each_once(found: Keyed) -> Keyed:
    both = distinct((found[0].astype(np.uint64) << np.uint64(32)) | found[1])
    return (both >> np.uint64(32)).astype(np.intp), (both & np.uint64(0xFFFFFFFF)).astype(np.uint32)


def _numbers(found: Sequence[int]) -> Numbers:
    return np.array(sorted(set(found)), dtype=np.uint32)


def _split(found: Keyed, count: int) -> list[Numbers]:
    """Give what was found for each that was asked for, sorted, each once."""
    asked, readings = _each_once(found)
    return np.split(readings, np.searchsorted(asked, np.arange(1, count))) if count else []
