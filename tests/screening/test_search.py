"""Names and entities searched for among all listed names: what is found, in which order, and in what time."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nongrata.names.comparing.compare import DEFAULT_THRESHOLD, compare_ready
from nongrata.names.ready import Ready
from nongrata.screening import ListIndex, build_index
from nongrata.screening.candidates.postings import KINDS
from nongrata.screening.pack import pack_index
from nongrata.screening.packed import open_index
from nongrata.screening.query import Query, readings_of
from nongrata.screening.search import search, search_all
from tests.screening.listings import index_of, listed

PUTIN = listed("Person", "PUTIN, Vladimir Vladimirovich", "Владимир Путин", born=["1952-10-07"], countries=("ru",))
KIM = listed("Person", "KIM, Jong Un", "김정은", "金正恩", ids=[("us_ofac_sdn", "2")])
BANK = listed("Company", "JOINT STOCK COMPANY ALFA-BANK", ids=[("us_ofac_sdn", "3")])
UAC = listed("Company", "United Aircraft Corporation", ids=[("us_ofac_sdn", "4")], numbers=[("inn", "7708619320")])
DERIPASKA = listed("Person", "Oleg Vladimirovich DERIPASKA", ids=[("us_ofac_sdn", "5")])
WEAK = listed("Person", "Grigori Tarasenko Melnikov", "~Grisha Bolshoi", ids=[("us_ofac_sdn", "6")])
SHIP = listed("Vessel", "AMUR 2503", ids=[("us_ofac_sdn", "7")], numbers=[("imo", "8721399")])
EVERYONE = (PUTIN, KIM, BANK, UAC, DERIPASKA, WEAK, SHIP)
INDEX = index_of(*EVERYONE)


def found(*names: str, schema: str | None = None, index: ListIndex = INDEX, **properties: Sequence[str]) -> list[str]:
    hits = search(index, Query(names=names, schema=schema, properties=properties))
    return [hit.party.designations[0].entity_id for hit in hits]


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Vladimir Putin", "1"),
        ("Putin, Vladimir", "1"),
        ("Vladimir Vladimirovich Putin", "1"),
        ("Wladimir Putin", "1"),
        ("Vldmr Vldmrvch Putin", "1"),
        ("ПУТИН Владимир", "1"),
        ("Vlаdimir Рutin", "1"),  # with Cyrillic letters that look Latin
        ("Oleg Deripska", "5"),
        ("Kim Jong-un", "2"),
        ("Kim Jongun", "2"),
        ("김정은", "2"),
        ("金正恩", "2"),
    ],
)
def test_a_listed_person_is_found_however_the_name_is_written(name: str, whose: str) -> None:
    assert found(name, schema="Person")[:1] == [whose]


@pytest.mark.parametrize(
    ("name", "whose"), [("Alfabank", "3"), ("Alfa Bank JSC", "3"), ("UAC", "4"), ("AO ALFA BANK", "3")]
)
def test_a_listed_company_is_found_in_one_word_without_its_form_and_by_its_letters(name: str, whose: str) -> None:
    assert whose in found(name, schema="Company")


def test_a_company_is_found_by_a_name_that_a_field_cut_off() -> None:
    whole = listed("Company", "Komsomolsk-on-Amur Aviation Plant named after Gagarin", ids=[("us_ofac_sdn", "8")])

    assert found("Komsomolsk-on-Amur Aviation Pl", schema="Company", index=index_of(whole)) == ["8"]


def test_a_query_without_a_schema_may_be_anything() -> None:
    assert found("Vladimir Putin") == ["1"]
    assert found("Alfa-Bank") == ["3"]
    assert found("Amur 2503") == ["7"]


@pytest.mark.parametrize("name", ["Petrov Trading Limited", "Petrov, Ivan Ltd", "Акционерное общество Петров"])
def test_a_name_with_its_legal_form_is_asked_for_as_no_persons(name: str) -> None:
    assert {reading.name.kind for reading in readings_of(Query(names=(name,)))} == {"body", "vessel"}


def test_a_name_without_one_is_asked_for_as_anybodys() -> None:
    names = ("Sal Mineo", "Asa Long", "J. Inc")  # these are legal forms, too

    assert all({each.name.kind for each in readings_of(Query(names=(name,)))} >= {"person", "body"} for name in names)


def test_a_person_is_no_company_of_the_name() -> None:
    assert found("Vladimir Putin", schema="Company") == []
    assert found("Alfa Bank", schema="Person") == []


def test_somebody_else_is_not_found() -> None:
    assert found("Jane Quill", schema="Person") == []
    assert found("Roman Putin", schema="Person") == []


def test_each_hit_says_which_name_and_why() -> None:
    (hit,) = search(INDEX, Query(names=("Vladimir Putin",), schema="Person"))

    assert hit.party.listings == (PUTIN,)
    assert hit.name in PUTIN.names
    assert hit.score >= DEFAULT_THRESHOLD
    assert any("Vladimir Putin" in reason.says for reason in hit.reasons)


def test_what_else_is_told_is_weighed() -> None:
    assert found("Vladimir Putin", schema="Person", birthDate=["1952-10-07"]) == ["1"]
    assert found("Vladimir Putin", schema="Person", birthDate=["1975-03-01"]) == []


def test_a_party_is_found_by_its_number_under_another_name() -> None:
    assert "4" in found("Aerostructures Holding", schema="Company", innCode=["7708619320"])


def test_a_short_name_is_found_in_a_longer_one_however_common_its_word() -> None:
    others = [listed("Company", f"Aqsa {word}", ids=[("a", word)]) for word in ("Foods", "Steel", "Media", "Glass")]
    index = index_of(listed("Company", "Al-Aqsa", ids=[("a", "short")]), *others)

    hits = search(index, Query(names=("Al-Mulathamun Al-Aqsa",), schema="Company"))

    assert [hit.name.text for hit in hits] == ["Al-Aqsa"]


def test_a_weak_alias_counts_less_than_a_name() -> None:
    strong, weak = (
        search(INDEX, Query(names=(name,), schema="Person")) for name in ("Grigori Melnikov", "Grisha Bolshoi")
    )

    assert strong[0].score > weak[0].score


def test_the_likest_comes_first_and_no_more_than_asked_for() -> None:
    many = [
        listed("Person", f"Ivan Petrov {suffix}", ids=[("us_ofac_sdn", suffix)])
        for suffix in ("Orlov", "Bykov", "Zimin")
    ]
    index = index_of(*many, listed("Person", "Ivan Petrov", ids=[("us_ofac_sdn", "exact")]))
    hits = search(index, Query(names=("Ivan Petrov",), schema="Person"), threshold=0.3)

    assert hits[0].party.designations[0].entity_id == "exact"
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(search(index, Query(names=("Ivan Petrov",), schema="Person"), threshold=0.3, limit=1)) == 1


def test_several_names_of_one_query_are_all_looked_for() -> None:
    assert found("Nobody Atall", "Oleg Deripaska", schema="Person") == ["5"]


def test_a_stream_is_answered_in_its_order() -> None:
    queries = [Query(names=(name,), schema="Person") for name in ("Oleg Deripaska", "Jane Quill", "Vladimir Putin")]

    assert [len(hits) for hits in search_all(INDEX, iter(queries))] == [1, 0, 1]


@pytest.mark.parametrize(("name", "schema"), [("Oleg Deripaska", "Person"), ("Alfa-Bank", "Company")])
def test_a_name_that_is_asked_for_twice_is_found_twice(name: str, schema: str) -> None:
    query = Query(names=(name,), schema=schema)

    assert list(search_all(INDEX, [query, query])) == [search(INDEX, query)] * 2 != [(), ()]


def test_an_index_opened_from_a_file_finds_the_same() -> None:
    opened = open_index(memoryview(b"".join(pack_index(INDEX.parties, INDEX.versions, "key"))), "key")
    assert opened is not None

    for name in ("Vladimir Putin", "Kim Jongun", "Alfabank", "Amur 2503"):
        query = Query(names=(name,))
        assert [hit.score for hit in search(opened, query)] == [hit.score for hit in search(INDEX, query)]


def test_an_index_over_nothing_finds_nothing() -> None:
    assert search(build_index([]), Query(names=("Vladimir Putin", "习近平", ""))) == ()


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a",
        "7 12 90001",
        "🙂🙂 🚀",
        "\x00\x07\u202e\u200b",
        "\ud83d Putin",
        "Vladimir Putin " * 700_000,
        "x" * 10_000_000,
        " ".join(f"word{number}" for number in range(1_000)),
        "'''",
    ],
)
def test_what_nobody_should_ask_for_is_answered_at_once(name: str) -> None:
    search(INDEX, Query(names=("Vladimir Putin",)))
    started = time.process_time()
    search(INDEX, Query(names=(name,)))

    assert time.process_time() - started < 1.0


COMMON = ["ali", "hassan", "mohammed", "al", "kim", "jong", "un", "bank", "alfa", "v.", "ivanov", "ivanovich", "petrov"]
OF_BODIES = [
    *("alfa", "alpha", "istok", "istoc", "bank", "trading", "trade", "company", "international", "group", "shipping"),
    *("gmbh", "gmbg", "ltd", "llc", "branch", "the", "of", "moscow", "moskovskiy", "iran", "chile", "new", "york", "7"),
]
COINED = st.sampled_from(["sibur", "kharg", "kargo", "victor", "vektor", "islao"]) | st.text(
    "aeiknorsy", min_size=3, max_size=7
)
NAMES = st.one_of(
    st.text(min_size=1, max_size=25),
    st.lists(st.sampled_from(COMMON), min_size=1, max_size=4).map(" ".join),
    st.lists(st.sampled_from(OF_BODIES), min_size=1, max_size=5).map(" ".join),
    st.tuples(COINED, st.sampled_from(["llc", "ltd", "group", ""])).map(" ".join),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=12), NAMES, st.sampled_from(["Person", "Company"]))
def test_nothing_is_missed_that_comparing_with_every_name_finds(names: list[str], asked: str, schema: str) -> None:
    index = index_of(*(listed(schema, name.lstrip("~<") or "x", ids=[("a", str(at))]) for at, name in enumerate(names)))
    query, table = Query(names=(asked,), schema=schema), index.shards[0]
    wanted = {
        int(table.owners[int(table.listed_of[place])])
        for reading in readings_of(query)
        for place in range(len(table.kinds))
        if KINDS[table.kinds[place]] == reading.name.kind and _is_like(reading, table.reading(place))
    }
    hits = {index.parties.index(hit.party) for hit in search(index, query, limit=100)}

    assert wanted <= hits


def _is_like(asked: Ready, name: Ready) -> bool:
    """Reach the threshold by more than initials or what a name says twice: by those alone, nobody is looked for."""
    likeness = compare_ready(asked, name)
    if len({*name.forms}) < len(name.forms) or len({*asked.forms}) < len(asked.forms):
        return likeness.is_exact
    is_like = likeness.score * likeness.among_many >= DEFAULT_THRESHOLD
    return is_like and any(pair.rule != "initial" for pair in likeness.pairs)


@pytest.mark.parametrize(("query", "name"), [("Chiang Tse-min", "JIANG, Zemin"), ("Tsai Ming-che", "CAI, Mingzhe")])
def test_a_chinese_name_is_found_by_an_older_way_of_spelling_it(query: str, name: str) -> None:
    assert found(query, schema="Person", index=index_of(listed("Person", name))) == ["1"]
