"""The listed words that a word may stand for: none is missed that comparing word with word finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.names.comparing.align import align
from nongrata.names.ready import Ready, ready
from nongrata.names.record import Token
from nongrata.screening import ListIndex
from nongrata.screening.candidates.alikewords import FREQUENT
from nongrata.screening.candidates.maybe import LikeWords
from nongrata.screening.candidates.nearwords import is_initial, near_words
from nongrata.screening.candidates.postings import readings_as
from nongrata.screening.query import Query
from nongrata.screening.search import search, search_all
from tests.screening.listings import index_of, listed

WORDS = ["mohammed", "muhammad", "mhmd", "hssn", "hassan", "hasan", "petrov", "petrow", "pyetrov", "kim", "gim", "tse"]
WORDS += ["tsetung", "zedong", "viktorovich", "fiodorovich", "alireza", "ali", "reza", "gennady", "ивановна", "محمد"]


def index_of_words(words: list[str]) -> ListIndex:
    return index_of(*(listed("Person", word, ids=[("a", str(at))]) for at, word in enumerate(words)))


def reading_of(text: str) -> Ready:
    return ready(next(readings_as(text, "person")))


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("mohammed", "muhammad"),  # a family of names
        ("hssn", "hassan"),  # without vowels
        ("petrov", "petrow"),  # a slip, and the same sound
        ("tsetung", "zedong"),  # syllables spelled otherwise
        ("ivan", "ivanas"),  # an ending
        ("aleksandr", "alek"),  # cut short
        ("вова", "vova"),
        ("hamchi", "hamci"),  # the third way to say it
    ],
)
def test_a_word_finds_another_that_may_stand_for_it(word: str, other: str) -> None:
    table = index_of_words([other]).shards[0]
    (token,) = reading_of(word).tokens

    (near,) = near_words(table, [token])

    assert near.words.tolist() == [0]


@pytest.mark.parametrize(
    ("word", "other", "score"),
    [
        ("mahmoud", "mohammed", None),  # the same consonants, and two names
        ("zhang", "chen", 0.6),  # the same name in another tongue, and no spelling of it
        ("hassan", "hasan", 0.95),
    ],
)
def test_a_word_that_very_many_names_hold_is_compared_before_they_are_looked_at(
    word: str, other: str, score: float | None
) -> None:
    table = index_of_words([other] * FREQUENT).shards[0]
    (token,) = reading_of(word).tokens

    (near,) = near_words(table, [token])

    assert near.scores.tolist() == ([] if score is None else [pytest.approx(score)])


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS) | st.text("abdeghiklmnorstuvy", min_size=2, max_size=9), min_size=1, max_size=8),
    st.sampled_from(WORDS) | st.text("abdeghiklmnorstuvy", min_size=2, max_size=9),
)
def test_words_that_are_told_not_to_be_alike_are_not(words: list[str], asked: str) -> None:
    table = index_of_words(words).shards[0]
    name = reading_of(asked)
    near = dict(zip(name.tokens, near_words(table, name.tokens), strict=True))

    for place in range(len(table.kinds)):
        reading = table.reading(place)
        told = align(name, reading, LikeWords(table, name, near).beside(table.words_of(place), reading))
        assert told.pairs == align(name, reading).pairs


def test_many_words_are_looked_up_as_one_by_one() -> None:
    tokens = [Token(form=word, native=word) for word in ("muhammad", "petrov", "ali", "x", "zedong")]
    together = near_words(index_of_words(WORDS).shards[0], tokens)
    alone = [near_words(index_of_words(WORDS).shards[0], [token])[0] for token in tokens]

    assert [near.words.tolist() for near in together] == [near.words.tolist() for near in alone]
    assert [near.scores.tolist() for near in together] == [near.scores.tolist() for near in alone]
    assert is_initial(tokens[3])


def test_many_names_are_answered_as_one_by_one() -> None:
    index = index_of(
        listed("Person", "KIM, Jong Un", "김정은", ids=[("a", "1")]),
        listed("Person", "Ali Reza Zakani", ids=[("a", "2")]),
        listed("Company", "JSC Plant 7", ids=[("a", "3")]),
        listed("Vessel", "Plant 7", ids=[("a", "4")]),
    )
    queries = [Query(names=(name,)) for name in ("Kim Jongun", "Alireza Zakani", "Plant 7", "Plant 8", "", "김정은")]

    assert list(search_all(index, queries)) == [search(index, query) for query in queries]
    assert [len(hits) for hits in search_all(index, queries)] == [1, 1, 2, 0, 0, 1]
