"""The first bound on what a listed name could score never lies below the second: it drops nothing more."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from nongrata.names.ready import ready
from nongrata.screening.candidates.asked import Asked
from nongrata.screening.candidates.asking import asked_of
from nongrata.screening.candidates.bounds import likest
from nongrata.screening.candidates.pairing import Found
from nongrata.screening.candidates.postings import class_of, readings_as
from nongrata.screening.candidates.rarest import looked_up_of
from nongrata.screening.candidates.reach import READING, Listed, Rows, firsts_of, known_of, may_reach
from nongrata.screening.candidates.sharing import rows_of, with_other_words
from tests.screening.listings import index_of, listed

GIVEN = (
    "Ivan",
    "I.",
    "Yu.",
    "M",
    "Iwan",
    "Mohammed",
    "Muhamad",
    "Aleksandr",
    "Sasha",
    "Elena",
    "J",
    "Jean",
    "al",
    "bin",
)
FAMILY = ("Petrov", "Petrow", "Petrova", "Hassan", "Hasan", "Orlov", "Orlow", "Delacroix", "Kowalski", "Kowalsky")
TRADE = (
    "Bank",
    "Trading",
    "Shipping",
    "Marine",
    "Invest",
    "Moscow",
    "Limited",
    "LLC",
    "GmbH",
    "7",
    "12",
    "Volga",
    "Wolga",
)
PEOPLE = [f"{one} {other} {last}".strip() for one in GIVEN for other in ("", "Ivanovich", "Ali") for last in FAMILY]
PEOPLE += ["Ivan Ali Mohammed Hassan Orlov", "Elena Sasha Jean Iwan Ivanovich Petrov"]
BODIES = [f"{one} {trade} {form}" for one in FAMILY[:6] for trade in TRADE for form in ("", "LLC", "Trading 7")]
TABLE = index_of(
    *(listed("Person", name, ids=[("mine", f"p{i}")]) for i, name in enumerate(PEOPLE)),
    *(listed("Company", name, ids=[("mine", f"b{i}")]) for i, name in enumerate(BODIES)),
).shards[0]
WORDS = st.lists(st.sampled_from((*GIVEN, *FAMILY, *TRADE, "Ivanovna", "Petrv", "Volgga")), min_size=1, max_size=5)


@given(st.lists(st.tuples(WORDS, st.sampled_from(("Person", "Company"))), min_size=1, max_size=4), st.floats(0.3, 0.95))
@example([(["Petrov", "Petrov", "Petrv"], "Person")], 0.5)
def test_what_may_score_enough_by_the_second_bound_may_by_the_first(
    queries: list[tuple[list[str], str]], at_least: float
) -> None:
    names = [ready(each) for words, schema in queries for each in readings_as(" ".join(words), class_of(schema))]
    asked = asked_of(TABLE, [[name] for name in names], [at_least] * len(names))
    looked_up = [looked_up_of(each, at_least).words for each in asked]
    least = np.full(len(asked), at_least, dtype=np.float32)
    found = _holding(asked, looked_up)
    rows = rows_of(TABLE, asked, looked_up, least)
    first = _readings(rows)
    rows = with_other_words(TABLE, asked, looked_up, rows, first)
    listed = Listed(TABLE.initials_in[first.readings], TABLE.left_totals[first.readings])
    reach = may_reach(rows, [known_of(each) for each in asked], listed, least)

    kept = set(zip(first.names[reach].tolist(), first.readings[reach].tolist(), strict=True))
    for number, (readings, _highest) in enumerate(likest(TABLE, asked, found, least)):
        assert all((number, place) in kept for place in readings.tolist())


@given(WORDS, st.sampled_from(("Person", "Company")), st.floats(0.66, 0.95))
def test_what_has_none_of_the_words_that_are_looked_up_may_not_score_enough(
    words: list[str], schema: str, at_least: float
) -> None:
    groups = [[ready(name)] for name in readings_as(" ".join(words), class_of(schema))]
    for each in asked_of(TABLE, groups, [at_least] * len(groups)):
        looked_up = looked_up_of(each, at_least)
        near, beside = (
            {word for i in chosen for word in each.near[i].words.tolist()}
            for chosen in (looked_up.words, [*looked_up.words, *looked_up.beside_initials])
        )
        places = np.flatnonzero(TABLE.kinds == each.kind).astype(np.uint32)
        found = Found(np.zeros(len(places), dtype=np.intp), places)

        ((readings, _highest),) = likest(TABLE, [each], found, np.array([at_least], dtype=np.float32))

        is_all = len(looked_up.words) == each.heavy or any(each.initial[i] for i in looked_up.words)
        assert is_all or all(
            (beside if TABLE.initials_in[place] else near).intersection(TABLE.words_of(place))
            for place in readings.tolist()
        )


def _holding(asked: Sequence[Asked], looked_up: Sequence[Sequence[int]]) -> Found:
    """Give all readings that hold a word like one that is looked up, found by reading them all."""
    near = [
        {word for i in places for word in each.near[i].telling.tolist()}
        for each, places in zip(asked, looked_up, strict=True)
    ]
    rows = [
        (n, place)
        for n, (each, words) in enumerate(zip(asked, near, strict=True))
        for place in np.flatnonzero(TABLE.kinds == each.kind).tolist()
        if words.intersection(TABLE.words_of(place))
    ]
    names, readings = np.array(rows, dtype=np.intp).reshape(-1, 2).T
    return Found(names, readings.astype(np.uint32))


def _readings(rows: Rows) -> Found:
    first = rows[firsts_of(rows)] >> READING
    return Found((first >> np.uint64(32)).astype(np.intp), (first & np.uint64(0xFFFFFFFF)).astype(np.uint32))
