"""A list's earlier versions: former names, and who is gone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nongrata.lists import Listing
from nongrata.lists.past import with_past
from tests.screening.listings import list_of, listed


def entry(number: str, *names: str, list_id: str = "us_ofac_sdn") -> Listing:
    """Give a company's entry under a number."""
    return listed("Company", *names, ids=[(list_id, number)])


def test_a_company_is_still_found_under_the_name_it_had() -> None:
    then = list_of(entry("35901", "IRKUT CORPORATION"), version="2024-02-20")
    now = list_of(entry("35901", "YAKOVLEV PJSC"), version="2026-08-20")
    (listing,) = with_past(now, [then]).listings

    assert [(name.text, name.kind) for name in listing.names] == [
        ("YAKOVLEV PJSC", "primary"),
        ("IRKUT CORPORATION", "former"),
    ]


def test_who_is_gone_was_delisted_between_two_versions() -> None:
    first = list_of(entry("1", "ALBA BANK"), entry("2", "NORD OIL"), version="2024-02-20")
    second = list_of(entry("1", "ALBA BANK"), entry("2", "NORD OIL"), version="2024-05-02")
    third = list_of(entry("1", "ALBA BANK"), version="2024-05-03")
    now = list_of(entry("1", "ALBA BANK"), version="2026-08-20")
    _alba, nord = with_past(now, [third, first, second]).listings

    assert nord.designations[0].delisted_on is not None
    assert nord.designations[0].delisted_on.text == "2024-05-02/2024-05-03"


def test_who_is_listed_anew_under_another_number_is_not_gone() -> None:
    then = list_of(entry("1", "Alba Bank"), version="2024-02-20")
    now = list_of(entry("9", "ALBA BANK"), version="2026-08-20")

    assert with_past(now, [then]) == now


def test_a_list_whose_numbers_move_tells_nothing_of_its_past() -> None:
    then = list_of(entry("Belarus|1|7", "ALBA BANK", list_id="ca_sema"), list_id="ca_sema", version="2020-08-01")
    now = list_of(entry("Belarus|1|7", "NORD OIL", list_id="ca_sema"), list_id="ca_sema", version="2025-08-01")

    assert with_past(now, [then]) == now


def test_a_version_without_a_day_tells_nothing_of_the_past() -> None:
    then = list_of(entry("1", "ALBA BANK"), version="undated")
    now = list_of(entry("1", "NORD OIL"), version="2026-08-20")

    assert with_past(now, [then]) == now


@given(st.lists(st.sets(st.sampled_from("123456"), max_size=6), max_size=4), st.sets(st.sampled_from("123456")))
def test_nobody_who_ever_stood_on_the_list_is_lost_and_nobody_stands_twice(
    before: list[set[str]], now: set[str]
) -> None:
    names = {number: f"COMPANY NUMBER {word}" for number, word in zip("123456", "ABCDEF", strict=True)}
    older = [
        list_of(*(entry(number, names[number]) for number in sorted(ids)), version=f"2024-01-0{day}")
        for day, ids in enumerate(before, start=1)
    ]
    merged = with_past(list_of(*(entry(each, names[each]) for each in sorted(now)), version="2025-01-01"), older)
    ids = [listing.designations[0].entity_id for listing in merged.listings]

    assert sorted(ids) == sorted(now.union(*before))
    ended = {listing.designations[0].entity_id for listing in merged.listings if listing.designations[0].delisted_on}
    assert ended == set(ids) - now
