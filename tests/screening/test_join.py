"""One party on several lists is one."""

from __future__ import annotations

from fractions import Fraction

from nongrata.lists import EntityId, Link, ListId
from nongrata.lists.joins.join import Join
from nongrata.screening.join import join_lists, version_of
from tests.screening.listings import day, list_of, listed, only

OFAC = ("us_ofac_sdn", "35341")
EU = ("eu_fsf", "EU.1.1")
UK = ("uk_fcdo", "RUS0001")


def join_of(left: tuple[str, str], right: tuple[str, str]) -> Join:
    """Give a join of two entries, by list and id."""
    return Join(
        left=(ListId(left[0]), EntityId(left[1])), right=(ListId(right[0]), EntityId(right[1])), score=1.0, why=()
    )


def test_an_official_entry_and_the_starter_s_are_one_party() -> None:
    official = list_of(listed("LegalEntity", "KOMSOMOLSK PLANT", ids=[OFAC]))
    starter = list_of(listed("Company", "Gagarin Plant", ids=[OFAC, EU]), list_id="starter")
    (party,) = join_lists([official, starter])

    assert party.schema == "Company"
    assert [name.text for name in party.names] == ["KOMSOMOLSK PLANT", "Gagarin Plant"]
    assert [(each.list_id, each.entity_id) for each in party.designations] == [OFAC, EU]


def test_the_order_of_the_lists_does_not_matter() -> None:
    official = list_of(listed("Company", "KOMSOMOLSK PLANT", ids=[OFAC]))
    starter = list_of(listed("Company", "Gagarin Plant", ids=[OFAC, EU]), list_id="starter")

    assert join_lists([starter, official]) == join_lists([official, starter])


def test_a_chain_of_shared_ids_makes_one_party() -> None:
    files = [
        list_of(listed("Person", "A", ids=[OFAC]), listed("Person", "C", ids=[UK])),
        list_of(listed("Person", "B", ids=[EU, OFAC]), listed("Person", "D", ids=[UK, EU]), list_id="mine"),
    ]

    assert len(join_lists(files)) == 1


def test_entries_that_were_found_to_be_of_one_party_are_one() -> None:
    files = [
        list_of(listed("Person", "A", ids=[OFAC])),
        list_of(listed("Person", "B", ids=[EU]), listed("Person", "C", ids=[("eu_fsf", "EU.2")]), list_id="eu_fsf"),
    ]
    joins = [join_of(OFAC, EU), join_of(OFAC, UK)]

    assert [len(party.listings) for party in join_lists(files, joins)] == [2, 1]


def test_what_the_official_file_leaves_out_the_starter_list_fills_in() -> None:
    official = list_of(listed("Company", "PLANT", ids=[OFAC]))
    starter = list_of(
        listed("Company", "Plant", ids=[OFAC], on="2022-06-28", off="2024-01-01", authority="OFAC"), list_id="starter"
    )
    ((each,),) = (party.designations for party in join_lists([official, starter]))

    assert (each.caption, each.listed_on, each.delisted_on) == ("PLANT", day("2022-06-28"), day("2024-01-01"))
    assert each.authority == "OFAC"


def test_what_the_official_file_says_stands() -> None:
    official = list_of(listed("Company", "PLANT", ids=[EU], on="2023-12-18"), list_id="eu_fsf")
    starter = list_of(listed("Company", "Plant", ids=[EU], on="2023-12-01"), list_id="starter")

    assert join_lists([official, starter])[0].designations[0].listed_on == day("2023-12-18")


def test_a_designation_that_its_loaded_official_list_lacks_is_dropped() -> None:
    official = list_of(listed("Company", "OTHER", ids=[("us_ofac_sdn", "1")]))
    starter = list_of(
        listed("Company", "Plant", ids=[OFAC, EU]),
        listed("Company", "Gone", ids=[("us_ofac_sdn", "2")]),
        list_id="starter",
    )
    parties = join_lists([official, starter])

    assert [[each.entity_id for each in party.designations] for party in parties] == [["1"], ["EU.1.1"]]


def test_a_designation_that_ended_is_kept_though_the_official_list_lacks_it() -> None:
    official = list_of(listed("Company", "OTHER", ids=[("us_ofac_sdn", "1")]))
    starter = list_of(listed("Company", "Mixer", ids=[OFAC], off="2025-03-21"), list_id="starter")

    assert len(join_lists([official, starter])) == 2


def test_a_joined_party_says_everything_that_its_listings_say_once() -> None:
    link = Link(
        kind="owner", to_name="UAC", to_id=(ListId("eu_fsf"), EntityId("EU.1.1")), share=Fraction(1), source="remarks"
    )
    party = only(
        listed(
            "Person",
            "A",
            ids=[OFAC],
            born=["1969"],
            countries=("ru",),
            genders=("male",),
            positions=("minister",),
            towns=["Moscow"],
            numbers=[("inn", "1")],
            authority="OFAC",
        ),
        listed("Person", "A", "B", ids=[OFAC, EU], born=["1970"], birth_places=("Murmansk",), links=[link]),
    )

    assert [name.text for name in party.names] == ["A", "B"]
    assert [(str(date), who) for date, who in party.birth_dates] == [("1969", "OFAC"), ("1970", "starter list")]
    assert sorted((*party.countries, *party.genders, *party.positions)) == ["male", "minister", "ru"]
    assert party.places == ("Moscow", "Murmansk")
    assert [number.value for number in party.identifiers] == ["1"]
    assert party.links == (link,)


def test_a_list_that_is_not_loaded_has_no_version() -> None:
    file = list_of()

    assert version_of(file.version.list_id, [file.version]) == file.version
    assert version_of(listed("Person", "A", ids=[EU]).designations[0].list_id, [file.version]) is None
