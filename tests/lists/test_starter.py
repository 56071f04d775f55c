"""The starter list: facts about well-known parties, each under the id its publisher gave it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from nongrata.lists import EntityId, ListId, Listing
from nongrata.lists.publishers.starter import read_starter
from nongrata.values import fold

ROOT = Path(__file__).parents[2]
STARTER_LIST = read_starter()
LISTINGS = STARTER_LIST.listings


def entry(list_id: str, entity_id: str) -> Listing:
    """Give the one entry with this designation."""
    key = (ListId(list_id), EntityId(entity_id))
    (found,) = [one for one in LISTINGS if key in {(d.list_id, d.entity_id) for d in one.designations}]
    return found


def ids_of(listing: Listing) -> set[tuple[str, str]]:
    return {(d.list_id, d.entity_id) for d in listing.designations}


def test_it_says_what_it_is_how_much_it_holds_and_of_what_day_it_is() -> None:
    version = STARTER_LIST.version

    assert version.is_starter
    assert version.list_id == "starter"
    assert version.entities == len(LISTINGS) >= 200
    assert date.fromisoformat(version.version)
    assert len(version.sha256) == 64


def test_every_entry_is_on_a_list_and_says_who_listed_it() -> None:
    for listing in LISTINGS:
        assert listing.designations, listing.caption
        for one in listing.designations:
            assert one.authority, listing.caption
            assert one.caption, listing.caption
            assert one.source_url is not None and one.source_url.startswith("https://"), listing.caption


def test_the_four_great_lists_are_there() -> None:
    counts = Counter(one.list_id for listing in LISTINGS for one in listing.designations)

    assert counts[ListId("us_ofac_sdn")] >= 200
    assert min(counts[ListId(name)] for name in ("un_sc", "eu_fsf", "uk_fcdo")) >= 50


def test_no_designation_stands_twice() -> None:
    seen = Counter((one.list_id, one.entity_id) for listing in LISTINGS for one in listing.designations)

    assert [key for key, times in seen.items() if times > 1] == []


def test_no_party_stands_twice_by_its_identifier() -> None:
    seen = Counter((one.kind, one.value) for listing in LISTINGS for one in listing.identifiers)

    assert [key for key, times in seen.items() if times > 1] == []


def test_two_entries_share_a_full_name_only_where_their_birth_dates_tell_them_apart() -> None:
    by_name: dict[str, set[int]] = {}
    for index, listing in enumerate(LISTINGS):
        for name in listing.names:
            if name.kind != "weak":
                by_name.setdefault(fold(name.text), set()).add(index)
    for text, indexes in by_name.items():
        if len(indexes) > 1:
            first, second = (LISTINGS[index] for index in sorted(indexes))
            assert first.birth_dates and second.birth_dates, text
            assert not any(a.meets(b) for a in first.birth_dates for b in second.birth_dates), text


def test_the_primary_name_comes_first_and_no_name_comes_twice() -> None:
    for listing in LISTINGS:
        kinds = [name.kind for name in listing.names]
        assert kinds[0] == "primary" and kinds.count("primary") == 1, listing.caption
        texts = [name.text for name in listing.names]
        assert len(texts) == len(set(texts)), listing.caption
        assert all(text == text.strip() and text for text in texts), listing.caption


def test_bare_short_words_and_initials_are_weak() -> None:
    for listing in LISTINGS:
        for name in listing.names[1:]:
            if name.text.isascii() and name.text.isupper() and len(name.text) <= 4:
                assert name.kind == "weak", f"{listing.caption}: {name.text}"
    assert {"MiG", "Sukhoi"} <= {name.text for name in entry("us_ofac_sdn", "36431").names if name.kind == "weak"}


def test_imo_numbers_have_the_right_check_digit() -> None:
    numbers = [one.value for listing in LISTINGS for one in listing.identifiers if one.kind == "imo"]

    assert len(numbers) >= 40
    for number in numbers:
        assert sum(int(digit) * weight for digit, weight in zip(number, range(7, 1, -1), strict=False)) % 10 == int(
            number[6]
        ), number


def test_russian_tax_numbers_have_the_right_check_digits() -> None:
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    numbers = [one.value for listing in LISTINGS for one in listing.identifiers if one.kind == "inn"]

    assert len(numbers) >= 30
    for number in numbers:
        digits = [int(digit) for digit in number]
        for at in (9,) if len(number) == 10 else (10, 11):
            total = sum(d * w for d, w in zip(digits[:at], weights[11 - at :], strict=True))
            assert total % 11 % 10 == digits[at], number


def test_dates_are_in_order_and_none_is_of_the_future() -> None:
    as_of = date.fromisoformat(STARTER_LIST.version.version)
    for listing in LISTINGS:
        born = [one.earliest for one in listing.birth_dates]
        for one in listing.designations:
            since, until = one.listed_on, one.delisted_on
            assert since is None or since.earliest <= as_of, listing.caption
            assert until is None or until.earliest <= as_of, listing.caption
            assert since is None or until is None or since.earliest <= until.latest, listing.caption
            assert since is None or all(day < since.earliest for day in born), listing.caption


def test_only_persons_have_birth_dates_and_genders() -> None:
    for listing in LISTINGS:
        if listing.schema != "Person":
            assert not listing.birth_dates and not listing.genders, listing.caption


def test_every_owner_is_in_the_list_itself_and_its_source_is_told() -> None:
    everyone = {key for listing in LISTINGS for key in ids_of(listing)}
    links = [link for listing in LISTINGS for link in listing.links]

    assert {link.kind for link in links} == {"owner", "linked"}
    for link in links:
        assert link.to_id in everyone, link
        assert link.source, link
        assert link.share is None or 0 < link.share <= 1, link


def test_one_plant_on_many_lists_is_one_entry_and_not_the_cuban_one() -> None:
    plant = entry("us_ofac_sdn", "35341")

    assert {("eu_fsf", "EU.10988.53"), ("ch_seco", "59655"), ("au_dfat", "7452")} <= ids_of(plant)
    assert ("us_ofac_sdn", "58296") not in ids_of(plant)
    assert [one.city for one in plant.addresses] == ["Komsomolsk-on-Amur"]
    (eu,) = [one for one in plant.designations if one.list_id == "eu_fsf"]
    assert str(eu.listed_on) == "2023-12-18"
    assert any("Gagarin" in name.text for name in plant.names)


def test_a_company_keeps_its_former_name() -> None:
    assert ("Irkut Corporation", "former") in {(n.text, n.kind) for n in entry("us_ofac_sdn", "35901").names}


def test_where_lists_disagree_on_a_birth_date_both_are_kept() -> None:
    manturov = entry("us_ofac_sdn", "40556")

    assert [str(one) for one in manturov.birth_dates] == ["1969-02-23", "1969-03-23"]
    assert ("uk_fcdo", "RUS1668") in ids_of(manturov)


def test_who_was_delisted_says_when() -> None:
    (tornado,) = entry("us_ofac_sdn", "39796").designations

    assert (str(tornado.listed_on), str(tornado.delisted_on)) == ("2022-08-08", "2025-03-21")


@pytest.mark.parametrize(
    ("entity_id", "name"),
    [
        ("20157", "김정은"),
        ("35096", "Владимир Владимирович Путин"),
        ("9760", "Аляксандр Рыгоравіч Лукашэнка"),
        ("26945", "علی خامنه‌ای"),
        ("12735", "بشار الأسد"),
        ("27225", "မင်းအောင်လှိုင်"),
        ("29249", "林鄭月娥"),
        ("35341", "КнААЗ"),
    ],
)
def test_names_are_there_in_their_own_script(entity_id: str, name: str) -> None:
    assert name in {one.text for one in entry("us_ofac_sdn", entity_id).names}


def test_the_packed_file_says_what_the_table_says() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tables" / "pack.py"), "--check"], capture_output=True, text=True, check=False
    )

    assert "lists/starter.json" not in done.stdout, done.stdout
    assert "Traceback" not in done.stderr, done.stderr
