"""Made-up lists that are longer than the real ones have new words, as real lists gain them while they grow."""

from __future__ import annotations

import random

from bench.search.coined import Coined
from bench.search.names import synthetic_list

GIVEN = ["Ivan", "Oleg", "Anna"]
HEADS = ["petr", "zakhar", "melnik", "taras", "dzhabar", "koval", "bondar", "sokol", "gavril", "lukash"]
TAILS = ["ov", "chuk", "enko", "in", "yan", "shvili", "ski", "ev", "uk", "ets"]
FAMILIES = [head + tail for head in HEADS for tail in TAILS]
POOL = [
    *(("Person", f"{GIVEN[at % 3]} {family}") for at, family in enumerate(FAMILIES)),
    *(("Company", f"Torgovyy {family}") for family in FAMILIES),
]


def words_of(times: int, *, with_new_words: bool) -> set[str]:
    file = synthetic_list(POOL, 200 * times, most_names=1, with_new_words=with_new_words)
    return {word.lower() for listing in file.listings for name in listing.names for word in name.text.split()}


def test_a_longer_list_has_new_words_and_those_of_the_real_one() -> None:
    old, new = words_of(10, with_new_words=False), words_of(10, with_new_words=True)

    assert old <= {word.lower() for _schema, text in POOL for word in text.split()}
    assert len(new - old) > len(old)
    assert {"ivan", "oleg", "anna"} <= new


def test_a_list_no_longer_than_the_real_ones_has_their_words_alone() -> None:
    coined = Coined(POOL, 1.0)

    assert coined("Person", "tarasenko", random.Random(1)) == "tarasenko"


def test_a_frequent_word_stays_and_a_rare_one_is_replaced_as_often_as_the_law_says() -> None:
    coined, chance = Coined(POOL, 10), random.Random(1)
    rare = [coined("Person", "petrov", chance) for _ in range(2_000)]
    frequent = [coined("Person", "Ivan", chance) for _ in range(2_000)]

    assert abs(rare.count("petrov") / 2_000 - (1 - coined.power * 0.9)) < 0.05
    assert frequent.count("Ivan") > 1_850
