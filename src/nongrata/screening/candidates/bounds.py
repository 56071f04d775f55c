"""What readings could score at most, by all words that they share with the names that they were found for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from nongrata.names.comparing.align import LOOSE
from nongrata.names.comparing.coined import SLIGHT
from nongrata.names.comparing.compare_bodies import NUMBER_MORE, OTHER_NUMBER
from nongrata.names.comparing.compare_people import APART
from nongrata.names.keys import sum_of_numbers
from nongrata.screening.candidates.another import needs_two
from nongrata.screening.candidates.asked import Asked, covers_of, full_of, initials_of, weights_of
from nongrata.screening.candidates.at_most import (
    ANY_WORD,
    EXACT,
    HABIT,
    LEAST,
    LEAST_BODY,
    SLACK,
    TOLD_WHOLE,
    WHOLE,
    WHOLE_FROM,
    Flags,
    Weights,
    costs_of,
    share_kept,
    share_told,
)
from nongrata.screening.candidates.left_of_bodies import left_of_bodies
from nongrata.screening.candidates.lookup import Numbers
from nongrata.screening.candidates.nearwords import INITIAL
from nongrata.screening.candidates.pairing import Found, Likeness, Words, likeness_of
from nongrata.screening.candidates.postings import NameTable, Shares

MOST_COMPARED = 250  # names that one is compared with

Bounded = tuple[Numbers, Shares]  # readings with the most that each could score, the likest first


def likest(table: NameTable, asked: Sequence[Asked], found: Found, at_least: Shares) -> Iterator[Bounded]:
    """Give for each name those found that could be like it, with the most that each could score, the likest first."""
    bounds, whole = _bounded(table, asked, found)
    least = at_least[found.names]
    kept = np.flatnonzero((whole | (least < WHOLE_FROM)) & (bounds >= least - SLACK))
    kept = kept[np.lexsort((-bounds[kept], found.names[kept]))]
    highest = np.minimum(bounds[kept] + SLACK, 1.0).astype(np.float32)
    ends = np.searchsorted(found.names[kept], np.arange(len(asked) + 1))
    for start, end in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True):
        last = min(end, start + MOST_COMPARED)
        yield found.readings[kept[start:last]], highest[start:last]


def _bounded(table: NameTable, asked: Sequence[Asked], found: Found) -> tuple[Weights, Flags]:
    """Give the most that each could score, and whether one of the two holds most of the other."""
    if not len(found.names):
        return np.zeros(0), np.zeros(0, dtype=np.bool_)
    words = Words(table, found)
    likeness = likeness_of(table, asked, words)
    shared = _shared(asked, words, likeness)
    total = np.array([each.total for each in asked])[found.names]
    listed = np.add.reduceat(words.placed, words.firsts)
    whole = (shared.asked_more <= (1 - WHOLE) * total) | (shared.listed_more <= (1 - WHOLE) * listed)
    bounds = _bounds(np.array([each.is_person for each in asked])[found.names], words.is_person, shared)
    of_two = np.array([needs_two(each) for each in asked], dtype=np.bool_)
    bounds[of_two[found.names] & (shared.full < 2)] = 0.0
    left = left_of_bodies(asked, words, likeness)
    is_apart = left.is_apart | (~words.is_person & (shared.told <= SLIGHT + 1e-6) & (shared.quality < EXACT))
    bounds = np.where(is_apart, np.minimum(bounds, APART * shared.quality), bounds * left.share)
    return bounds * np.where(words.is_person, 1.0, _numbers(table, asked, found)), whole


def _numbers(table: NameTable, asked: Sequence[Asked], found: Found) -> Weights:
    """Give what is left of a body's score by the numbers in both names: they must agree."""
    ours = np.array([sum_of_numbers(each.name.numbers) for each in asked], dtype=np.uint32)[found.names]
    theirs = table.number_sums[found.readings]
    differ = np.where((ours > 0) & (theirs > 0), OTHER_NUMBER, NUMBER_MORE)
    return np.where(ours == theirs, 1.0, differ)


class _Shared(NamedTuple):
    """What readings have in common with the names asked for, at most: a number for each of them."""

    told: Weights  # how telling the shared words are
    quality: Weights  # how alike they are
    full: Weights  # how many there are, initials left out
    lost: Weights  # how many words only one of the two has, patronymics left out
    asked_more: Weights  # what the words weigh that only the asked name has
    listed_more: Weights


def _shared(asked: Sequence[Asked], words: Words, likeness: Likeness) -> _Shared:
    total = likeness.total
    full, left, covers = (likeness.of_words(asked, of) for of in (full_of, weights_of, covers_of))
    is_word = likeness.of_words(asked, initials_of) == 0
    is_paired, is_shared = likeness.likest > 0, likeness.best > 0
    paired = total(full * is_paired)
    over = words.placed * ~is_shared
    spare, light = np.array([(each.spare, each.light) for each in asked]).T[:, words.found.names]
    covered = total(covers * is_paired) + spare * ANY_WORD
    listed_left = np.add.reduceat(over, words.firsts) + _crowded(words, is_shared, total(is_paired) + spare)
    told = total(full * _told(likeness.likest))
    listed_told = np.add.reduceat(words.full * _told_by(asked, words, likeness.best), words.firsts)
    return _Shared(
        told=np.minimum(told, listed_told) + light,
        quality=total(full * likeness.likest) / np.maximum(paired, 1e-6),
        full=np.minimum(total(is_paired & is_word), np.add.reduceat(likeness.is_full.astype(np.float64), words.firsts)),
        lost=total(~is_paired & (left > HABIT)) + np.add.reduceat((over > HABIT).astype(np.float64), words.firsts),
        asked_more=total(left * ~is_paired),
        listed_more=np.maximum(listed_left, np.add.reduceat(words.left, words.firsts) - covered),
    )


def _told(likeness: Shares) -> Shares:
    """Give what share of a word's weight agreement tells at most, by how like the words are."""
    return np.where((likeness >= TOLD_WHOLE) | (likeness == INITIAL), np.float32(1.0), likeness)


def _told_by(asked: Sequence[Asked], words: Words, best: Shares) -> Shares:
    """Give the same for words of readings: less between words in Latin letters, as looser agreement tells less."""
    is_latin = np.array([each.name.name.text.isascii() for each in asked], dtype=np.bool_)[words.found.names]
    are_latin = np.repeat(is_latin, np.diff(words.firsts, append=len(best))) & words.is_latin & (best < TOLD_WHOLE)
    is_loose = are_latin & (best != INITIAL)
    return np.where(is_loose, np.maximum(1 - np.float32(LOOSE) * (1 - best), 0), _told(best))


def _crowded(words: Words, is_shared: Flags, paired: Weights) -> Weights:
    """Weigh words of the readings that must be left, as fewer of the words asked for are like them: Hamad and Hamid."""
    weighs = is_shared & (words.left > 0)
    lightest = np.minimum.reduceat(np.where(weighs, words.left, np.float32(np.inf)), words.firsts)
    more = np.add.reduceat(weighs.astype(np.float64), words.firsts) - paired
    return np.where(more > 0, more * np.where(np.isfinite(lightest), lightest, 0.0), 0.0)


def _bounds(is_told: Flags, is_person: Flags, shared: _Shared) -> Weights:
    """Give the most that each could score; `is_told`: whether a person's words must tell enough."""
    more = shared.asked_more + shared.listed_more
    kept = share_kept(costs_of(is_person), shared.told, shared.asked_more, shared.listed_more)
    bounds = shared.quality * kept
    least = np.where(is_person, LEAST, LEAST_BODY)
    is_apart = (shared.asked_more > least) & (shared.listed_more > least)
    bounds = np.where(is_apart, np.minimum(bounds, APART), bounds)
    is_other = is_told & ((more > LEAST) | (shared.quality < EXACT))
    bounds = np.where(is_other, bounds * share_told(shared.told, shared.lost), bounds)
    return np.where(is_told & (more > LEAST) & (shared.full < 2), 0.0, bounds)
