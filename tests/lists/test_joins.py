"""One party on many lists is one party; a namesake is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.lists import Address, Designation, EntityId, Identifier, ListedName, ListId, Listing, read_lists
from nongrata.lists.joins.join import Join, find_joins
from nongrata.lists.joins.judgements import id_of
from nongrata.lists.publishers.dfat import read_dfat
from nongrata.lists.publishers.eu.from_xml import read_eu
from nongrata.lists.publishers.seco import read_seco
from nongrata.lists.publishers.uk.ofsi import read_ofsi
from nongrata.values import PartialDate

RUSSIA = {"us": "RUSSIA-EO14024", "eu": "UKR", "uk": "The Russia (Sanctions) (EU Exit) Regulations 2019"}


def entry(where: str, entity_id: str, *names: str, schema: str = "Person", programme: str = "") -> Listing:
    """Give an entry of a list: its strong names, the primary one first."""
    kinds = [ListedName(text=name, kind="alias" if i else "primary") for i, name in enumerate(names)]
    programs = (programme or RUSSIA.get(where, "Russia"),)
    act = Designation(list_id=ListId(where), entity_id=EntityId(entity_id), caption=names[0], programs=programs)
    return Listing(schema=schema, names=tuple(kinds), designations=(act,))


def born(listing: Listing, *dates: str) -> Listing:
    return replace(listing, birth_dates=tuple(map(PartialDate, dates)))


def joined(*listings: Listing) -> list[Join]:
    return list(find_joins(listings))


def parties(joins: Sequence[Join]) -> list[set[str]]:
    """Give the entries of each party."""
    party: dict[str, set[str]] = {}
    for join in joins:
        one, other = id_of(join.left), id_of(join.right)
        ours, theirs = party.setdefault(one, {one}), party.setdefault(other, {other})
        if ours is not theirs:
            ours |= theirs
            party.update(dict.fromkeys(theirs, ours))
    return list({id(members): members for members in party.values()}.values())


def test_the_same_name_and_birth_date_are_one_party_whatever_the_order_of_the_name() -> None:
    (join,) = joined(
        born(entry("us", "35096", "PUTIN, Vladimir Vladimirovich"), "1952-10-07"),
        born(entry("eu", "EU.7510.16", "Vladimir Vladimirovich PUTIN"), "1952-10-07"),
    )

    assert (join.left, join.right) == (("us", "35096"), ("eu", "EU.7510.16"))
    assert join.why[1] == "the same birth date: 1952-10-07"


def test_the_patronymic_may_be_left_out() -> None:
    (join,) = joined(
        born(entry("us", "1", "PETROV, Ivan Sergeevich"), "1961-10-07"),
        born(entry("eu", "2", "Ivan Petrov"), "1961-10-07"),
    )

    assert join.why[0].startswith("the same name but for the patronymic")


def test_a_name_may_be_spelled_otherwise_beside_the_same_birth_date_and_country() -> None:
    ours = replace(born(entry("us", "1", "POURANVARI, Yoosef"), "1983-05-26"), countries=("ir",))
    theirs = replace(born(entry("eu", "2", "Youssef Pouranvari"), "1983-05-26"), countries=("ir",))

    assert [join.why[0].split(" on ")[0] for join in joined(ours, theirs)] == ["the same name in another spelling"]
    assert not joined(replace(ours, birth_dates=()), replace(theirs, birth_dates=()))


def test_ofacs_number_joins_what_the_screening_list_repeats_under_an_older_name_or_date() -> None:
    now = born(entry("us_ofac_sdn", "35901", "PJSC YAKOVLEV", schema="Company"), "1932")
    then = entry("us_csl", "SDN-35901", "IRKUT CORPORATION", schema="Company")
    (join,) = joined(now, then)

    assert join.why[0] == "the same OFAC number: 35901"

    now = born(entry("us_ofac_sdn", "27965", "PETROV, Ivan"), "1989-11-21")
    then = born(entry("us_csl", "SDN-27965", "PETROV, Ivan"), "1971")
    (join,) = joined(now, then)

    assert [reason for reason in join.why if reason.startswith("but ")] == [
        "but the birth dates differ: 1989-11-21 (us_ofac_sdn), 1971 (us_csl)"
    ]


def test_the_same_digits_from_a_source_that_is_not_ofacs_join_nobody() -> None:
    ours = entry("us_ofac_sdn", "21944", "VOLGA SHIPPING LLC", schema="Company")

    assert not joined(ours, entry("us_csl", "DTC-21944", "Someone Else", schema="Company"))
    assert not joined(ours, entry("us_csl", "SDN-2194", "Someone Else", schema="Company"))


def test_two_plants_of_one_name_in_two_towns_are_two_even_by_way_of_a_list_that_tells_no_town() -> None:
    moscow = entry("us", "1", "All Russian Institute of Radio Engineering", schema="Company")
    petersburg = entry(
        "uk", "2", "Institute of Radio Power", "All Russian Institute of Radio Engineering", schema="Company"
    )
    nowhere = entry("eu", "3", "All-Russian Institute of Radio Engineering", schema="Company")
    moscow = replace(moscow, addresses=(Address(text="Moscow", city="Moscow", country="ru"),))
    petersburg = replace(petersburg, addresses=(Address(text="St Petersburg", city="St Petersburg", country="ru"),))

    assert parties(joined(moscow, petersburg, nowhere)) == [{"us:1", "eu:3"}]


def test_a_town_by_its_old_name_or_told_by_the_partys_own_name_is_no_other_town() -> None:
    def plant(where: str, town: str, name: str = "Myanma Timber Enterprise") -> Listing:
        made = entry(where, town, name, schema="Company", programme="Myanmar")
        return replace(made, addresses=(Address(text=town, city=town, country="mm"),))

    assert len(joined(plant("uk", "Yangon"), plant("us", "Rangoon"))) == 1
    assert not joined(plant("uk", "Yangon"), plant("us", "Mandalay"))
    assert len(joined(plant("uk", "Yangon", "Mandalay Timber"), plant("us", "Mandalay", "Mandalay Timber"))) == 1


def test_a_name_alone_joins_nobody() -> None:
    assert not joined(entry("us", "1", "PETROV, Ivan"), entry("eu", "2", "Ivan Petrov"))
    assert not joined(
        entry("us", "1", "VOLGA SHIPPING LLC", schema="Company", programme="SDNTK"),
        entry("eu", "2", "Volga Shipping LLC", schema="Company", programme="UKR"),
    )


def test_two_kim_yong_chol_are_two() -> None:
    listings = [
        born(entry("us", "12211", "KIM, Yong Chol", programme="DPRK"), "1947~"),
        born(entry("us", "17614", "KIM, Yong Chol", programme="NPWMD"), "1962-02-18"),
        born(entry("un", "KPi.024", "KIM YONG CHOL", programme="DPRK"), "1962-02-18"),
        born(entry("eu", "EU.4159.44", "Yong Chol KIM", programme="PRK"), "1946"),
        entry("uk", "DPR0044", "Yong Chol Kim", programme="Democratic People's Republic of Korea"),
    ]

    found = parties(joined(*listings))

    assert sorted(found, key=sorted) == [{"eu:EU.4159.44", "us:12211"}, {"un:KPi.024", "us:17614"}]


def test_father_and_son_of_one_name_are_two_by_their_birth_dates_and_patronymics() -> None:
    father = born(entry("us", "1", "ROTENBERG, Boris Romanovich"), "1957-01-03")
    son = born(entry("eu", "2", "Boris Borisovich ROTENBERG", "Boris Rotenberg"), "1986-05-19")

    assert not joined(father, son)
    assert not joined(
        replace(father, birth_dates=(), names=(*father.names, ListedName(text="Boris Rotenberg"))),
        replace(son, birth_dates=()),
    )
    assert not joined(father, born(entry("eu", "3", "Boris Romanovich ROTENBERG"), "1986-05-19"))


def test_relatives_of_one_family_name_are_others() -> None:
    listings = [born(entry("us", "35096", "PUTIN, Vladimir Vladimirovich"), "1952-10-07")]
    listings += [
        entry("uk", f"RUS{i}", name) for i, name in enumerate(("Igor Alexandrovich PUTIN", "Roman Igorevich PUTIN"))
    ]

    assert not joined(*listings)


def test_birth_dates_a_month_apart_are_said_where_full_name_country_and_cause_agree() -> None:
    ours = replace(born(entry("us", "40556", "MANTUROV, Denis Valentinovich"), "1969-02-23"), countries=("ru",))
    theirs = replace(
        born(entry("uk", "RUS1668", "Denis Valentinovich MANTUROV"), "1969-03-23"),
        countries=("ru",),
        positions=("Deputy Prime Minister",),
    )

    (join,) = joined(ours, theirs)

    assert "but the birth dates differ: 1969-02-23 (us), 1969-03-23 (uk)" in join.why
    assert not joined(ours, replace(theirs, birth_dates=(PartialDate("1971-05-11"),)))
    assert not joined(
        born(entry("us", "1", "PETROV, Ivan"), "1969-02-23"), born(entry("uk", "2", "Ivan Petrov"), "1969-03-23")
    )


def test_day_and_month_exchanged_are_a_slip() -> None:
    (join,) = joined(
        born(entry("us", "1", "STRUKOV, Konstantin Ivanovich"), "1958-09-10"),
        born(entry("uk", "2", "Konstantin Ivanovich STRUKOV"), "1958-10-09"),
    )

    assert join.score < 0.95


def test_a_long_name_listed_for_the_same_cause_is_one_person_where_a_list_tells_no_birth_date() -> None:
    swiss = born(entry("ch", "53829", "Kovalchuk Gennady Evgenievich", programme="sanctions set 27286"), "1969-09-16")
    british = entry("uk", "RUS1252", "Gennady Evgenievich KOVALCHUK")

    (join,) = joined(swiss, british)

    assert join.why[-1] == "listed for the same cause: Russia"
    assert not joined(swiss, british, entry("uk", "RUS9999", "Gennady Evgenievich KOVALCHUK"))  # either of two
    assert not joined(swiss, entry("uk", "BEL0001", "Gennady Evgenievich KOVALCHUK", programme="Belarus"))
    assert not joined(
        entry("eu", "1", "KIM Yong Chol", programme="PRK"), entry("un", "2", "KIM YONG CHOL", programme="DPRK")
    )


def test_a_japanese_measure_and_a_swiss_set_tell_their_cause() -> None:
    japanese = entry(
        "jp", "1", "Ministry of the People's Armed Forces", schema="Company", programme="北朝鮮(協調;団体)"
    )
    swiss = entry("ch", "2", "Ministry of the People's Armed Forces", schema="Company", programme="sanctions set 3978")

    (join,) = joined(japanese, swiss)

    assert join.why[-1] == "listed for the same cause: North Korea"


def test_another_gender_is_another_person() -> None:
    ours = born(entry("us", "1", "KHAN, Noor"), "1970-05-05")
    theirs = born(entry("eu", "2", "Noor Khan"), "1970-05-05")

    assert joined(ours, theirs)
    assert not joined(replace(ours, genders=("male",)), replace(theirs, genders=("female",)))


def company(where: str, entity_id: str, name: str, *identifiers: Identifier) -> Listing:
    return replace(entry(where, entity_id, name, schema="Company"), identifiers=identifiers, countries=("ru",))


def test_a_company_is_one_by_its_tax_number_under_any_name_that_shares_a_word() -> None:
    inn = Identifier(kind="inn", value="7708619320", country="ru")
    fiscal = Identifier(kind="document", value="770 861 9320")

    (join,) = joined(
        company("us", "1", "JSC VOLGA YARDS", inn),
        company("eu", "2", "Volga Shipyards", fiscal),
    )

    assert join.why[0] == "the same Russian tax number (INN): 7708619320"


def test_companies_of_one_name_are_two_under_two_tax_numbers_or_in_two_legal_forms() -> None:
    one, other = (Identifier(kind="inn", value=value, country="ru") for value in ("7708619320", "7731644035"))
    ours = company("us", "1", "JSC VOLGA YARDS")

    assert joined(ours, company("eu", "2", "Volga Yards"))
    assert not joined(replace(ours, identifiers=(one,)), company("eu", "2", "Volga Yards", other))
    assert not joined(ours, company("eu", "2", "LLC Volga Yards"))


def test_a_branch_is_not_its_head_office() -> None:
    ours = replace(entry("us", "1", "AL-TESTI FOUNDATION", schema="LegalEntity", programme="SDGT"), countries=("ke",))
    theirs = entry("un", "2", "AL-TESTI FOUNDATION (Somalia branch)", schema="LegalEntity", programme="Al-Qaida")

    assert not joined(ours, replace(theirs, countries=("ke", "so")))


def test_a_postcode_joins_where_a_list_gives_no_country() -> None:
    ours = replace(
        entry("us", "36431", "PUBLIC JOINT STOCK COMPANY UNITED AIRCRAFT CORPORATION", schema="Company"),
        addresses=(Address(text="22, Ul. B. Pionerskaya, Moscow 115054, Russia", city="Moscow", country="ru"),),
    )
    theirs = replace(
        entry("ch", "52462", "PJSC United Aircraft Corporation", schema="Company", programme="sanctions set 27286"),
        addresses=(Address(text="Bolshaya Pionerskaya 1 115054"),),
    )

    (join,) = joined(ours, theirs)

    assert "an address with the same postcode: 115054" in join.why


def test_a_ship_is_one_by_its_imo_number_under_any_name() -> None:
    imo = Identifier(kind="imo", value="9411020")
    ours = replace(entry("us", "1", "NS BURGAS", schema="Vessel"), identifiers=(imo,))
    theirs = replace(entry("ca", "2", "Bratsk", schema="Vessel"), identifiers=(imo,))

    assert joined(ours, theirs)
    assert not joined(ours, replace(theirs, identifiers=(Identifier(kind="imo", value="9411021"),)))


def test_a_number_that_several_entries_share_joins_only_those_of_one_name() -> None:
    number = (Identifier(kind="passport", value="A1234567", country="iq"),)
    listings = [
        replace(entry("us", "1", "HASSAN, Ali"), identifiers=number),
        replace(entry("us", "2", "HASSAN, Omar"), identifiers=number),
        replace(entry("un", "3", "Ali Hassan"), identifiers=number),
    ]

    assert parties(joined(*listings)) == [{"un:3", "us:1"}]


def test_another_list_cites_the_united_nations_reference() -> None:
    ours = entry("un_sc", "QDi.901", "AHMED BEN YOUSSEF AL-TESTI", programme="Al-Qaida")
    theirs = replace(
        entry("uk", "AQD0001", "Ahmed TESTI"), identifiers=(Identifier(kind="un_reference", value="QDi.901"),)
    )

    (join,) = joined(ours, theirs)

    assert join.why[0] == "the same United Nations reference: QDI.901"


def test_what_could_be_either_of_two_is_joined_with_neither() -> None:
    listings = [
        born(entry("us", "1", "AHMADI, Mohammad Reza"), "1960"),
        born(entry("us", "2", "AHMADI, Mohammad Reza"), "1960-05-05"),
    ]

    assert not joined(*listings, born(entry("eu", "3", "Mohammad Reza AHMADI"), "1960"))


def test_two_that_contradict_each_other_never_become_one_by_way_of_a_third() -> None:
    listings = [
        born(entry("us", "1", "SIDOROV, Pavel Olegovich"), "1950-03-03"),
        born(entry("eu", "2", "Pavel Olegovich SIDOROV"), "1975-08-08"),
        entry("uk", "3", "Pavel Olegovich SIDOROV"),
    ]

    for party in parties(joined(*listings)):
        assert not {"us:1", "eu:2"} <= party


_NAMES = st.sampled_from(
    ["Ivan Petrov", "Petr Ivanov", "Ivan Ivanovich Petrov", "Li Wei", "Abu Ali", "Иван Петров", "x", "()"]
)
_DATES = st.sampled_from(["1950", "1950-01-01", "1950-05-06", "1950-06-05", "1970~", "1949/1951"])


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["us", "eu", "uk"]),
            _NAMES,
            st.lists(_DATES, max_size=2),
            st.sampled_from(["male", "female", ""]),
        ),
        max_size=12,
    )
)
def test_joins_are_between_lists_and_the_same_in_any_order(rows: list[tuple[str, str, list[str], str]]) -> None:
    listings = [
        replace(born(entry(where, str(i), name), *dates), genders=(gender,) if gender else ())
        for i, (where, name, dates, gender) in enumerate(rows)
    ]

    found = joined(*listings)

    assert all(join.left[0] != join.right[0] and join.why and 0 < join.score <= 1 for join in found)
    again = joined(*reversed(listings))
    assert {frozenset((join.left, join.right)) for join in found} == {frozenset((one.left, one.right)) for one in again}


@pytest.fixture(scope="module")
def official(shared: Path) -> list[Join]:
    """The joins of the shared OFAC, UN, EU, UK, Swiss and Australian lists."""
    lists = shared / "data" / "lists"
    files = [
        *read_lists([lists / "ofac_2026-08", lists / "un" / "un_consolidated_2026-08-01.xml.gz"]),
        read_eu(lists / "eu_fsf_xml_reconstructed" / "xmlFullSanctionsList_1_1_2026-05-01.RECONSTRUCTED.xml.gz"),
        read_ofsi(lists / "uk" / "ofsi_conlist_xlsx_2025-04.xlsx"),
        read_seco(lists / "ch_reconstructed" / "consolidated-list_2026-03.RECONSTRUCTED.xml.gz"),
        read_dfat(lists / "australia" / "dfat_2026-08.xlsx"),
    ]
    return list(find_joins([listing for file in files for listing in file.listings]))


UAC = "us_ofac_sdn:36431 eu_fsf:EU.7812.41 uk_fcdo:RUS0239 ch_seco:52462 au_dfat:7466"
PUTIN = "us_ofac_sdn:35096 eu_fsf:EU.7510.16 uk_fcdo:RUS0251 ch_seco:49812"
MANTUROV = "us_ofac_sdn:40556 uk_fcdo:RUS1668"
TWO_KIMS = "us_ofac_sdn:12211 us_ofac_sdn:17614"


@pytest.mark.shared
@pytest.mark.parametrize("ids", [UAC, PUTIN, MANTUROV])
def test_well_known_parties_are_one_each(official: list[Join], ids: str) -> None:
    wanted = set(ids.split())

    (party,) = [party for party in parties(official) if party & wanted]

    assert wanted <= party
    assert len({member.split(":")[0] for member in party}) == len(party)


@pytest.mark.shared
def test_a_disagreement_of_two_official_lists_is_shown(official: list[Join]) -> None:
    (join,) = [join for join in official if {id_of(join.left), id_of(join.right)} == set(MANTUROV.split())]

    assert "but the birth dates differ: 1969-02-23 (us_ofac_sdn), 1969-03-23 (uk_fcdo)" in join.why


@pytest.mark.shared
def test_official_namesakes_stay_apart(official: list[Join]) -> None:
    assert not [party for party in parties(official) if set(TWO_KIMS.split()) <= party]
    relatives = {"uk_fcdo:RUS1424", "uk_fcdo:RUS1461", "uk_fcdo:RUS1463"}
    assert not [party for party in parties(official) if party & set(PUTIN.split()) and party & relatives]


@pytest.mark.shared
def test_most_of_the_united_nations_entries_are_found_on_other_lists(official: list[Join]) -> None:
    assert len({member for join in official for member in (join.left, join.right) if member[0] == "un_sc"}) > 950
