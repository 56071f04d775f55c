"""Names with all that is looked up of their words, for many names in one go."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.screening.bounds import ANY_WORD, Asked
from nongrata.screening.leftover import left_weights
from nongrata.screening.nearwords import BODIES, Near, is_initial, near_words, same_words
from nongrata.screening.postings import KINDS, NameTable

MOST_ALIKE = 12  # words of a name for which alike ones are looked up, the weightiest
MOST_WORDS = 60  # … that are looked up at all
LIGHTEST = 0.2  # what a word weighs at least that is looked up


def asked_of(table: NameTable, groups: Sequence[Sequence[Ready]]) -> list[Asked]:
    """Give each name with its words and the listed ones like them; a group is one name of several kinds of parties."""
    names = [group[0] for group in groups]
    weighed = [_weighed(name) for name in names]
    ranked = [_ranked(heavy) for heavy in weighed]
    light = [_light(name, heavy) for name, heavy in zip(names, weighed, strict=True)]
    near = list(_near(table, ranked, light))
    tokens = [(*words, *more) for words, more in zip(ranked, light, strict=True)]
    covers = iter(_covers(table, names, tokens, near))
    found = []
    for group, heavy, own, words in zip(groups, weighed, near, tokens, strict=True):
        full = dict(zip(group[0].tokens, group[0].weights, strict=True))
        asked = Asked(
            name=group[0],
            kind=KINDS.index(group[0].name.kind) if len(group) == 1 else BODIES,
            tokens=words,
            heavy=sum(token in heavy for token in words),
            weights=[heavy.get(token, 0.0) for token in words],
            full=[full[token] for token in words],
            near=own,
            covers=list(islice(covers, len(words))),
        )
        found.append(asked)
    return found


def _near(
    table: NameTable, heavy: Sequence[Sequence[Token]], light: Sequence[Sequence[Token]]
) -> Iterator[tuple[Near, ...]]:
    """Give what is like each word of each name; of its heavy words behind the weightiest, the same words alone."""
    alike = [[*words[:MOST_ALIKE], *more] for words, more in zip(heavy, light, strict=True)]
    near = iter(near_words(table, [token for words in alike for token in words]))
    for words, more in zip(heavy, light, strict=True):
        own = list(islice(near, min(len(words), MOST_ALIKE)))
        same = [same_words(table, token) for token in words[MOST_ALIKE:]]
        yield (*own, *same, *islice(near, len(more)))


def _covers(
    table: NameTable, names: Sequence[Ready], tokens: Sequence[Sequence[Token]], near: Sequence[Sequence[Near]]
) -> list[float]:
    """Give of each word of each name what a listed word like it weighs at most, where that finds no partner."""
    words = [each.words for of_name in near for each in of_name]
    lengths = np.array([len(each) for each in words], dtype=np.intp)
    flat = np.concatenate([np.zeros(0, dtype=np.uint32), *words])
    of_person = np.repeat([name.is_person for name, own in zip(names, near, strict=True) for _each in own], lengths)
    left = np.where(of_person, table.left["person"][flat], table.left["body"][flat])
    most = np.zeros(len(words))
    if len(flat):
        most[lengths > 0] = np.maximum.reduceat(left, (np.cumsum(lengths) - lengths)[lengths > 0])
    most[[is_initial(token) for of_name in tokens for token in of_name]] = ANY_WORD
    return most.tolist()


def _weighed(name: Ready) -> dict[Token, float]:
    """Give the words of a name that cost something where they find no partner, each once; all, where none does."""
    weighed = dict(zip(name.tokens, left_weights(name), strict=True))
    return {token: weight for token, weight in weighed.items() if weight > 0} or dict.fromkeys(weighed, 1.0)


def _ranked(heavy: dict[Token, float]) -> list[Token]:
    """Give the words that are looked up, of too many the weightiest."""
    return heapq.nlargest(MOST_WORDS, heavy, key=heavy.__getitem__) if len(heavy) > MOST_ALIKE else list(heavy)


def _light(name: Ready, heavy: dict[Token, float]) -> list[Token]:
    """Give the words that cost nothing and yet tell something where they agree: places and numbers."""
    told = dict(zip(name.tokens, name.weights, strict=True))
    return [token for token, weight in told.items() if weight >= LIGHTEST and token not in heavy][:MOST_ALIKE]
