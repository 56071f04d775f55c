"""Who owns whom, over lists and registers: whom a question means, what is put together, what the laws make of it."""

from __future__ import annotations

from datetime import date

import pytest

from nongrata.lists import Link
from nongrata.ownership.holder import Holder
from nongrata.ownership.own import Owned
from nongrata.values import SettingError
from tests.ownership.desks import KOLOSS, VOLKOV, ledger, owner
from tests.screening.listings import list_of, listed


def verdicts(owned: Owned) -> dict[str, str]:
    """Give what the regimes that list somebody around it say."""
    return {regime.seat.id: regime.answer.verdict for regime in owned.regimes if regime.listed}


def asked(name: str, *rows: object, as_of: date | None = None, **more: tuple[object, ...]) -> Owned:
    """Give the answer on a name over rows of stakes."""
    desk = ledger(*rows, **more)  # type: ignore[arg-type] # lists
    return desk.owned(desk.meant(name), as_of=as_of)


def test_an_owner_is_found_on_the_lists_by_the_name_that_the_stakes_have() -> None:
    owned = asked("Mill GmbH", ["Koloss Industriya", "Holding BV", 60], ["Holding BV", "Mill GmbH", 51])

    assert verdicts(owned) == {"us_ofac": "blocked", "eu": "blocked", "eu_2024": "blocked"}
    (path,) = owned.regimes[0].answer.paths
    assert [link.owner for link in path.links] == ["Koloss Industriya", "Holding BV"]


def test_a_person_of_a_common_name_blocks_nobody_without_more() -> None:
    common = listed("Person", "IVANOV, Ivan", ids=[("us_ofac_sdn", "7")], born=["1961-05-02"])
    lists = (list_of(common),)

    by_name = asked("Mill", ["Ivan Ivanov", "Mill", 80], lists=lists)
    known = Holder(id="p7", names=("Ivan Ivanov",), schema="Person", birth_dates=("1961-05-02",), source="register")
    by_date = asked("Mill", known, ["p7", "Mill", 80], lists=lists)

    assert verdicts(by_name) == {}
    assert by_name.around.members["Ivan Ivanov"].listed[0].verdict == "possible"
    assert verdicts(by_date) == {"us_ofac": "blocked"}


def test_an_owner_who_may_be_listed_is_told_with_what_it_would_change() -> None:
    common = listed("Person", "IVANOV, Ivan", ids=[("us_ofac_sdn", "7")], born=["1961-05-02"])

    owned = asked("Mill", ["Ivan Ivanov", "Mill", 80], lists=(list_of(common),))

    ofac = owned.regimes[0]
    assert (ofac.answer.verdict, ofac.listed) == ("not blocked", ())
    assert [fact.says for fact in ofac.missing] == [
        "if Ivan Ivanov is the listed IVANOV, Ivan (us_ofac_sdn:7): Mill is blocked"
    ]


def test_an_owner_s_name_that_is_only_like_a_listed_one_blocks_nobody() -> None:
    near = listed("Company", "LIMITED LIABILITY COMPANY RUSSUL", ids=[("us_ofac_sdn", "9")], countries=("ru",))
    told = Holder(id="r", names=("Rusal",), schema="Company", countries=("ru",), source="register")

    owned = asked("Mill", told, ["r", "Mill", 100], lists=(list_of(near),))

    assert verdicts(owned) == {}
    assert "match" not in [listed.verdict for listed in owned.around.members["Rusal"].listed]


def test_who_is_below_a_party_does_not_make_it_worth_a_verdict() -> None:
    owned = asked("Parent", ["Parent", "Koloss Industriya", 100])

    assert verdicts(owned) == {}
    assert "Koloss Industriya" in owned.around.members


def test_a_list_s_id_in_the_stakes_is_that_entry() -> None:
    owned = asked("Mill", ["us_ofac_sdn:501", "Mill", 50])

    assert verdicts(owned) == {"us_ofac": "blocked"}


def test_ids_of_one_number_are_one_party() -> None:
    lei = ("leiCode", "5299000J2N45DDNE4Y28")
    one = Holder(id="rec-1", names=("Holding",), schema="Company", numbers=(lei,), source="bods.json")
    other = Holder(id="5299000J2N45DDNE4Y28", names=("HOLDING B.V.",), schema="Company", numbers=(lei,), source="gleif")

    owned = asked("Mill", one, other, ["Koloss Industriya", lei[1], 100], ["rec-1", "Mill", 75])

    assert verdicts(owned)["us_ofac"] == "blocked"


def test_two_persons_of_one_name_stay_two() -> None:
    people = [Holder(id=f"p{n}", names=("Anna Orlova",), schema="Person", source="register") for n in (1, 2)]

    owned = asked("Mill", *people, ["p1", "Mill", 30], ["p2", "Mill", 30])

    assert {"Anna Orlova (p1)", "Anna Orlova (p2)"} <= set(owned.around.members)


def test_the_listing_must_stand_on_the_day_and_the_stake_too() -> None:
    lists = (list_of(listed("Company", "Koloss Industriya", ids=[("us_ofac_sdn", "5")], on="2022-03-01")),)
    row = {"owner": "Koloss Industriya", "owned": "Mill", "percent": 80, "since": "2015", "until": "2023-06-30"}

    assert verdicts(asked("Mill", row, lists=lists, as_of=date(2022, 6, 1))) == {"us_ofac": "blocked"}
    assert verdicts(asked("Mill", row, lists=lists, as_of=date(2021, 6, 1))) == {}
    assert verdicts(asked("Mill", row, lists=lists, as_of=date(2024, 6, 1))) == {"us_ofac": "not blocked"}


def test_a_parent_that_a_list_names_controls_and_its_share_is_not_told() -> None:
    plant = listed("Company", "Koloss Plant", ids=[("uk_fcdo", "RUS1")], links=[owner("Koloss Industriya")])
    eu = listed("Company", "Koloss Industriya", ids=[("eu_fsf", "EU.77.1")])

    owned = asked(
        "Koloss Plant", lists=(list_of(KOLOSS), list_of(eu, list_id="eu_fsf"), list_of(plant, list_id="uk_fcdo"))
    )

    assert verdicts(owned) == {"us_ofac": "unknown", "eu": "control", "eu_2024": "control", "uk": "blocked"}


def test_a_tie_of_ofac_owns_nothing_by_itself() -> None:
    tie = Link(kind="linked", to_name="KOLOSS INDUSTRIYA AO", source="Linked To: KOLOSS INDUSTRIYA AO")
    trader = listed("Company", "Trader LLC", ids=[("ca_sema", "9")], links=[tie])

    owned = asked("Trader LLC", lists=(list_of(KOLOSS), list_of(trader, list_id="ca_sema")))

    assert verdicts(owned) == {"us_ofac": "not blocked", "ca": "blocked"}
    assert any("owns nothing by itself" in note for note in owned.regimes[0].answer.notes)


def test_a_listed_owner_s_ship_is_all_of_it() -> None:
    ship = listed(
        "Vessel", "ORION", ids=[("uk_fcdo", "RUS9")], links=[owner("Koloss Industriya", source="Vessel Owner: ")]
    )

    owned = asked("RUS9", lists=(list_of(KOLOSS), list_of(ship, list_id="uk_fcdo")))

    assert verdicts(owned) == {"us_ofac": "blocked", "uk": "blocked"}


def test_an_end_that_its_register_does_not_describe_is_a_conflict() -> None:
    told = Holder(id="mill", names=("Mill",), schema="Company", source="register.json")
    row = {"owner": "rec-404", "owned": "mill", "percent": 60, "source": "register.json"}

    owned = asked("Mill", told, row)

    assert [conflict.says for conflict in owned.conflicts] == [
        "register.json: rec-404 is named by a stake and described nowhere: a dangling id"
    ]


def test_a_circle_with_a_listed_owner_is_answered_once_around() -> None:
    owned = asked("A", ["Koloss Industriya", "A", 30], ["B", "A", 25], ["A", "B", 60])

    assert verdicts(owned)["us_ofac"] == "not blocked"
    assert {(stake.owner, stake.owned) for stake in owned.around.stakes} == {
        ("Koloss Industriya", "A"),
        ("B", "A"),
        ("A", "B"),
    }


def test_a_name_that_nobody_knows_is_told_so_and_a_like_one_is_named() -> None:
    desk = ledger(["Koloss Industriya", "Nordstern Reederei Hamburg", 60])

    nobody, like = desk.meant("Quartz Bakery"), desk.meant("Nordstern Werft Kiel")

    assert (nobody.is_known, nobody.others) == (False, ())
    assert like.others == ("Nordstern Reederei Hamburg (Nordstern Reederei Hamburg)",)


@pytest.mark.parametrize("name", ["", "  ", "x" * 400])
def test_an_empty_name_is_refused(name: str) -> None:
    with pytest.raises(SettingError, match="a name or an id"):
        ledger().meant(name)


def test_an_entry_s_id_and_a_list_s_id_mean_the_party() -> None:
    desk = ledger(lists=(list_of(VOLKOV, KOLOSS),))

    for id_ in ("502", "us_ofac_sdn:502", "us_ofac_sdn 502"):
        assert desk.meant(id_).holder.name == "KOLOSS INDUSTRIYA AO"
