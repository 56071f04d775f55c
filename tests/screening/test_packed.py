"""The index as bytes: it answers as the one it was made from, and damaged bytes are no index."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.screening import ListIndex
from nongrata.screening.join import join_lists
from nongrata.screening.pack import build_index, pack_index
from nongrata.screening.packed import open_index
from nongrata.screening.query import Query
from nongrata.screening.search import search
from tests.screening.listings import index_of, list_of, listed

PUTIN = listed("Person", "PUTIN, Vladimir Vladimirovich", "~Vova", "Владимир Путин")
BANK = listed("Company", "JOINT STOCK COMPANY ALFA BANK", ids=[("us_ofac_sdn", "2"), ("eu_fsf", "EU.2")])
NAMES = st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=6)


def packed(index: ListIndex, key: str = "key") -> bytes:
    return b"".join(pack_index(index.parties, index.versions, key))


def opened(data: bytes, key: str = "key") -> ListIndex:
    index = open_index(memoryview(data), key)
    assert index is not None
    return index


def are_alike(index: ListIndex, again: ListIndex) -> bool:
    """Answer every question alike."""
    return (
        list(index.parties) == list(again.parties)
        and list(index.names) == list(again.names)
        and list(index.owners) == list(again.owners)
        and list(index.by_token) == list(again.by_token)
        and all(list(index.by_token[token]) == list(again.by_token[token]) for token in index.by_token)
        and {name: list(found) for name, found in index.by_name.items()}
        == {name: list(found) for name, found in again.by_name.items()}
        and (index.versions, index.spoken_of) == (again.versions, again.spoken_of)
    )


def test_an_index_comes_back_and_answers_alike() -> None:
    index = index_of(PUTIN, BANK)
    again = opened(packed(index))

    assert are_alike(index, again)
    assert again.schema_of("vladimir putin") == "Person"
    assert again.schema_of("nobody at all") is None
    assert again.parties[-1] == index.parties[-1]
    assert again.names[:2] == list(index.names[:2])
    assert search(again, Query(names=("Vladimr Putin",))) == search(index, Query(names=("Vladimr Putin",)))


def test_a_name_keeps_its_language_and_a_designation_its_legal_act() -> None:
    names = (replace(PUTIN.names[0], language="en"), *(replace(name, language="ru") for name in PUTIN.names[1:]))
    act = replace(PUTIN.designations[0], legal_act="Executive Order 14024", legal_act_url="https://law.example/14024")
    index = index_of(replace(PUTIN, names=names, designations=(act,)), BANK)
    again = opened(packed(index))

    assert are_alike(index, again)
    assert {each.name.language for each in again.names if each.party == 0} == {"en", "ru"}
    assert again.parties[0].designations == (act,)


@given(st.lists(NAMES, max_size=5))
def test_whatever_the_names_are(groups: list[list[str]]) -> None:
    index = index_of(
        *(listed("Person", *names, ids=[("us_ofac_sdn", str(number))]) for number, names in enumerate(groups))
    )

    assert are_alike(index, opened(packed(index)))


def test_no_lists_are_an_index_too() -> None:
    assert are_alike(index_of(), opened(packed(index_of())))


def test_an_index_of_other_lists_is_none() -> None:
    assert open_index(memoryview(packed(index_of(PUTIN))), "another key") is None


@pytest.mark.parametrize("data", [b"", b"\n", b"{}\n", b"[]\n", b"null\n", b"\xff" * 5_000, b"[" * 50_000 + b"\n"])
def test_what_is_no_index_is_none(data: bytes) -> None:
    assert open_index(memoryview(data), "key") is None


def test_an_index_of_another_machine_is_none() -> None:
    other = "big" if sys.byteorder == "little" else "little"
    data = packed(index_of(PUTIN)).replace(sys.byteorder.encode(), other.encode())

    assert open_index(memoryview(data), "key") is None


def test_a_damaged_index_is_none_and_never_another() -> None:
    index = index_of(PUTIN, BANK)
    data = packed(index)
    for place in [*range(0, 700), *range(4_096, len(data), 7)]:
        damaged = bytearray(data)
        damaged[place] ^= 0x15
        again = open_index(memoryview(bytes(damaged)), "key")
        assert again is None or list(again.names) == list(index.names)
    for length in range(0, len(data), 61):
        assert open_index(memoryview(data[:length]), "key") is None


def test_of_a_very_large_index_the_ends_of_each_part_are_summed_up() -> None:
    data = packed(index_of(PUTIN, BANK))
    places = range(4_096, len(data), 97)

    assert open_index(memoryview(data), "key", summed=0) is not None
    assert open_index(memoryview(data[:-8]), "key", summed=0) is None
    for place in places:  # all parts of so small an index are their own ends
        damaged = bytearray(data)
        damaged[place] ^= 0x15
        again = open_index(memoryview(bytes(damaged)), "key", summed=0)
        assert again is None or list(again.names) == list(index_of(PUTIN, BANK).names)


def test_half_a_character_in_a_name_does_no_harm() -> None:
    index = index_of(listed("Person", "Anna \ud83d Orlova"))

    assert [name.text for name in index.parties[0].names] == ["Anna \ud83d Orlova"]
    assert len(search(index, Query(names=("Anna Orlova",)))) == 1


def test_the_parties_are_those_that_were_joined() -> None:
    file = list_of(PUTIN, BANK)

    assert list(index_of(PUTIN, BANK).parties) == list(join_lists([file]))


def test_an_index_that_is_not_kept_is_the_same_with_and_without_a_folder_for_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_a_file = build_index([list_of(PUTIN, BANK)])
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    in_memory = build_index([list_of(PUTIN, BANK)])

    assert are_alike(in_a_file, in_memory)
    assert [hit.party.designations[0].caption for hit in search(in_a_file, Query(names=("Vladimir Putin",)))] == [
        PUTIN.caption
    ]
