"""After a change of the lists, screening again what can change gives what screening all would."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.lists import Listing
from nongrata.screening.again import changes_between, search_again
from nongrata.screening.index import ListIndex
from nongrata.screening.query import Query
from nongrata.screening.search import search
from tests.screening.listings import index_of, listed

PUTIN = listed("Person", "PUTIN, Vladimir Vladimirovich", ids=[("us_ofac_sdn", "1")], born=["1952-10-07"])
BANK = listed("Company", "Alfa Bank JSC", ids=[("us_ofac_sdn", "2")], numbers=[("inn", "7728168971")])
SHIP = listed("Vessel", "SEA PONY 1", ids=[("us_ofac_sdn", "3")])
IVANOV = listed("Person", "Sergey IVANOV", ids=[("us_ofac_sdn", "4")])

PEOPLE = ["Vladimir Putin", "PUTIN, Vladimir Vladimirovich", "Владимир Путин", "Sergey Ivanov", "Sergei Ivanoff"]
PEOPLE += ["Kim Jong Un", "Muhammad al-Masri", "Mohammed Masri", "J. Ivanov", "Ivan Sergeev", "Vova", "محمد المصري"]
BODIES = ["Alfa Bank", "Alfabank JSC", "Bank of Alfa Trading LLC", "United Aircraft Corporation", "UAC", "LLC"]
BODIES += ["Aviation Plant No. 3", "Aviation Plant 7", "Sea Trading LLC", "General Trading LLC", "Novatek"]
SHIPS = ["Sea Pony 1", "Sea Pony 2", "Pony", "SEAPONY 1"]
NAMES = [*(("Person", name) for name in PEOPLE), *(("Company", name) for name in BODIES)]
NAMES += [("Vessel", name) for name in SHIPS]
QUERIES = [Query(names=(name,), schema=schema) for schema, name in NAMES]
QUERIES += [Query(names=(name,), properties={"birthDate": ("1952-10-07",)}) for name in PEOPLE[::3]]
QUERIES += [Query(names=(name,), properties={"innCode": ("7728168971",)}) for name in BODIES[::3]]
QUERIES += [Query(names=(name,)) for _schema, name in NAMES[::2]]


def again(before: ListIndex, after: ListIndex, queries: Sequence[Query]) -> list[bool]:
    """Screen these again, hold the answers against a full run, and say which were screened."""
    earlier = [(query, search(before, query)) for query in queries]
    found = list(search_again(changes_between(before, after), after, earlier))
    assert [each.hits for each in found] == [search(after, query) for query in queries]
    return [each.is_new for each in found]


def test_nothing_is_screened_again_where_nothing_changed() -> None:
    both = index_of(PUTIN, BANK, SHIP), index_of(PUTIN, BANK, SHIP)
    assert not any(again(*both, QUERIES))


def test_who_is_listed_since_is_found_and_nobody_else_is_looked_up() -> None:
    asked = [Query(names=(name,)) for name in ("Sergei Ivanov", "Vladimir Putin", "Alfa Bank", "John Smith")]
    assert again(index_of(PUTIN, BANK), index_of(PUTIN, BANK, IVANOV), asked) == [True, False, False, False]


def test_who_is_delisted_since_is_found_no_more() -> None:
    before, after = index_of(PUTIN, BANK), index_of(BANK)
    (told,) = search_again(changes_between(before, after), after, [(QUERIES[0], search(before, QUERIES[0]))])
    assert told.is_new
    assert not told.hits


def test_a_new_birth_date_brings_up_all_who_are_called_so() -> None:
    older = listed("Person", "PUTIN, Vladimir Vladimirovich", ids=[("us_ofac_sdn", "1")], born=["1952"])
    asked = [Query(names=(name,)) for name in ("Vladimir Putin", "Alfa Bank")]
    assert again(index_of(older, BANK), index_of(PUTIN, BANK), asked) == [True, False]


def test_a_number_of_a_changed_party_is_enough() -> None:
    query = Query(names=("Something else",), properties={"innCode": ("7728168971",)})
    assert changes_between(index_of(PUTIN), index_of(PUTIN, BANK)).can_change(query)


def test_a_legal_form_alone_does_not_bring_up_every_company() -> None:
    trader = listed("Company", "Zhemchug LLC", ids=[("us_ofac_sdn", "9")])
    assert again(index_of(BANK), index_of(BANK, trader), [Query(names=("Novatek LLC",), schema="Company")]) == [False]


@st.composite
def versions(draw: st.DrawFn) -> tuple[ListIndex, ListIndex]:
    """Two versions of a list: some entries go, some come, some get other names, and their order changes."""
    named = st.lists(st.sampled_from(NAMES), min_size=1, max_size=8)
    kept, gone, come = (_entries(draw(named), start) for start in (0, 100, 200))
    renamed = [each for each in kept if draw(st.booleans())]
    moved = draw(st.permutations([*(each for each in kept if each not in renamed), *come, *_entries_like(renamed)]))
    return index_of(*kept, *gone), index_of(*moved)


def _entries(names: Sequence[tuple[str, str]], start: int) -> list[Listing]:
    return [
        listed(schema, name, ids=[("us_ofac_sdn", str(number))], numbers=[("inn", str(7728168971 + number))])
        for number, (schema, name) in enumerate(names, start)
    ]


def _entries_like(entries: Sequence[Listing]) -> list[Listing]:
    return [
        listed(each.schema, each.caption, "Another Name", ids=[("us_ofac_sdn", each.designations[0].entity_id)])
        for each in entries
    ]


@given(versions())
@settings(max_examples=25, deadline=None)
def test_it_gives_what_a_full_run_gives(both: tuple[ListIndex, ListIndex]) -> None:
    again(*both, QUERIES)
