"""What is looked up of a name: the words that tell whom it means, and only readings that could be like it."""

from __future__ import annotations

import numpy as np
import pytest

from nongrata.names.ready import Ready, ready
from nongrata.screening.candidates.asking import asked_of
from nongrata.screening.candidates.leftover import marks_in, placed_weights
from nongrata.screening.candidates.postings import readings_as
from nongrata.screening.candidates.rarest import looked_up_of
from nongrata.screening.candidates.reach import READING
from nongrata.screening.candidates.sharing import rows_of
from tests.screening.listings import index_of, listed


def body(text: str) -> Ready:
    return ready(next(readings_as(text, "body")))


@pytest.mark.parametrize(
    ("text", "word", "costs"),
    [
        ("Gentil Trading", "gentil", True),
        ("Port Gentil Trading", "gentil", False),
        ("Orlov Trading Berlin", "berlin", False),
    ],
)
def test_a_word_of_a_citys_name_costs_nothing_only_where_it_names_one(text: str, word: str, costs: bool) -> None:  # noqa: FBT001
    name = body(text)

    weights = placed_weights(name, marks_in(name))

    assert (weights[name.forms.index(word)] > 0) == costs


def test_a_word_is_not_looked_up_that_nearly_as_many_names_hold_as_the_others_without_which_it_is_of_no_use() -> None:
    names = ["Zvezda LLC"] * 6 + ["Ordinat LLC"] * 6 + ["Bank LLC"] * 9
    table = index_of(*(listed("Company", name, ids=[("a", str(at))]) for at, name in enumerate(names))).shards[0]
    (asked,) = asked_of(table, [[body("Zvezda Ordinat Bank")]], [0.7])

    looked_up = looked_up_of(asked, 0.7).words

    assert sorted(asked.tokens[i].form for i in looked_up) == ["ordinat", "zvezda"]


def test_a_body_with_a_number_is_looked_up_among_those_of_the_same_number() -> None:
    names = ["Orlov Plant 3", "Orlov Plant 7", "Orlov Plant", "Orlov Plant No. 7"]
    table = index_of(*(listed("Company", name, ids=[("a", str(at))]) for at, name in enumerate(names))).shards[0]
    asked = asked_of(table, [[body("Orlov Plant 7")]], [0.7])

    rows = rows_of(table, asked, [looked_up_of(asked[0], 0.7).words], np.array([0.7], dtype=np.float32))

    found = {table.listed[int(table.listed_of[int(place)])].text for place in rows >> READING}
    assert found == {"Orlov Plant 7", "Orlov Plant No. 7"}
