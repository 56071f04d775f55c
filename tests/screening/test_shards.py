"""An index in shards answers as one that is in one piece."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.lists import Listing
from nongrata.screening import ListIndex, build_index
from nongrata.screening.found import find_listed
from nongrata.screening.query import Query
from nongrata.screening.search import search, search_all
from tests.screening.listings import list_of, listed, told

PEOPLE = (
    "Ivan Petrov",
    "PETROV, Ivan Ivanovich",
    "Iwan Petrow",
    "Mohammed Ali Hassan",
    "Muhammad Hasan",
    "Kim Jong Un",
)
BODIES = (
    "Volga Shipping LLC",
    "Wolga Shipping",
    "Volga Shipping 7",
    "United Aircraft Corporation",
    "UAC",
    "Orlov Bank",
)
NAMES = st.lists(st.sampled_from((*PEOPLE, *BODIES)), min_size=1, max_size=3, unique=True)
LISTED = st.lists(st.tuples(st.sampled_from(("Person", "Company", "Vessel")), NAMES), min_size=1, max_size=12)
ASKED = st.lists(st.sampled_from((*PEOPLE, *BODIES, "Ivan Petrv", "Volga Shiping", "김정은")), min_size=1, max_size=5)


def index_of(entries: list[Listing], shards: int) -> ListIndex:
    """Give an index over a list in so many shards, where each entry has one name or more."""
    return build_index([list_of(*entries)], shard=max(1, len(entries) // shards))


def entries_of(rows: list[tuple[str, list[str]]]) -> list[Listing]:
    return [listed(schema, *names, ids=[("mine", str(at))]) for at, (schema, names) in enumerate(rows)]


@settings(max_examples=20, deadline=None)
@given(LISTED, ASKED)
def test_names_and_parties_of_stories_are_answered_alike(rows: list[tuple[str, list[str]]], asked: list[str]) -> None:
    whole, cut = (index_of(entries_of(rows), shards) for shards in (1, 4))
    queries = [Query(names=(name,), schema=schema) for name in asked for schema in (None, "Person", "Company")]

    assert list(search_all(cut, queries, limit=100)) == list(search_all(whole, queries, limit=100))
    for party in (told(name, schema) for name in asked for schema in ("Person", "Company")):
        assert sorted(map(repr, find_listed(party, cut))) == sorted(map(repr, find_listed(party, whole)))


def test_the_parties_of_a_list_stand_in_several_shards_and_each_in_one() -> None:
    entries = entries_of([("Person", [name, f"{name} Junior"]) for name in PEOPLE])
    index = index_of(entries, 3)

    assert len(index.shards) > 1
    owners = [set(table.owners.tolist()) for table in index.shards]
    assert sorted(owner for each in owners for owner in each) == list(range(len(entries)))


def test_a_party_of_the_last_shard_is_found_by_its_number() -> None:
    ship = listed("Vessel", "AMUR 2503", ids=[("mine", "ship")], numbers=[("imo", "8721399")])
    index = index_of([*entries_of([("Person", [name]) for name in PEOPLE]), ship], 3)

    (hit,) = search(index, Query(names=("Reborn",), schema="Vessel", properties={"imoNumber": ["8721399"]}))

    assert hit.party == index.parties[len(PEOPLE)]
