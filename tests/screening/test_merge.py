"""Two parties of a story that are the same listed person are one."""

from __future__ import annotations

from dataclasses import replace

from nongrata.parties import Cast, Party, PartyId, Tie
from nongrata.screening import Match, merge_by_listing, screen
from nongrata.values import Span
from tests.screening.listings import about, index_of, listed, told

KIM = index_of(
    listed("Person", "KIM, Jong Un", "KIM, Chong-un", countries=("kp",)),
    listed("Company", "KIM WORKS", ids=[("us_ofac_sdn", "2")]),
)


def cast_of(*parties: Party, ties: tuple[Tie, ...] = ()) -> Cast:
    """Give a cast of these parties, numbered, one after the other in the text."""
    numbered = []
    for number, party in enumerate(parties, start=1):
        mentions = tuple(
            replace(m, span=Span(m.span.start + 100 * number, m.span.end + 100 * number)) for m in party.mentions
        )
        numbered.append(replace(party, id=PartyId(f"p{number}"), mentions=mentions))
    return Cast(parties=tuple(numbered), ties=ties)


def matches(cast: Cast) -> dict[PartyId, tuple[Match, ...]]:
    """Screen a cast."""
    return {party.id: screen(party, KIM, about("kp"), as_of=None) for party in cast.parties}


def tie(owned: str, owner: str) -> Tie:
    """Give a tie between two parties."""
    return Tie(owned=PartyId(owned), owner=PartyId(owner), share=None, span=Span(0, 1))


def test_two_spellings_of_one_listed_person_become_one_party() -> None:
    cast = cast_of(told("Kim Jong Un"), told("Kim Chong Un", age="39"))
    merged = merge_by_listing(cast, matches(cast))
    (party,) = merged.parties

    assert (party.id, party.name) == ("p1", "Kim Jong Un")
    assert [(mention.text, mention.kind) for mention in party.mentions] == [
        ("Kim Jong Un", "full"),
        ("Kim Chong Un", "alias"),
    ]
    assert [fact.value for fact in party.facts] == ["39"]


def test_ties_follow_and_a_party_is_never_its_own_owner() -> None:
    cast = cast_of(
        told("Kim Jong Un"),
        told("Kim Chong Un"),
        told("Kim Works", "Company"),
        told("Other Works", "Company"),
        ties=(tie("p3", "p2"), tie("p2", "p1"), tie("p4", "p3")),
    )
    merged = merge_by_listing(cast, matches(cast))

    assert [party.id for party in merged.parties] == ["p1", "p3", "p4"]
    assert merged.ties == (tie("p3", "p1"), tie("p4", "p3"))


def test_a_cast_of_different_people_stays_as_it_is() -> None:
    cast = cast_of(told("Kim Jong Un"), told("Denis Manturov"))

    assert merge_by_listing(cast, matches(cast)) is cast


def test_a_possible_match_merges_nobody() -> None:
    cast = cast_of(told("Kim Jong Un"), told("Kim Chong Un"))
    possible = {key: tuple(replace(match, verdict="possible") for match in row) for key, row in matches(cast).items()}

    assert merge_by_listing(cast, possible) is cast


def test_a_person_and_a_company_under_one_id_stay_two() -> None:
    cast = cast_of(told("Kim Jong Un"), told("Kim Works", "Company"))
    found = matches(cast)
    same = {PartyId("p1"): found[PartyId("p1")], PartyId("p2"): found[PartyId("p1")]}

    assert merge_by_listing(cast, same) is cast


def test_who_matches_two_entries_goes_to_one_party_and_draws_no_other_after_it() -> None:
    index = index_of(
        listed("Company", "MERIDIAN WORKS", ids=[("us_ofac_sdn", "1")]),
        listed("Company", "MERIDIAN HULLS", ids=[("eu_fsf", "2")]),
    )
    works, hulls = (
        screen(told(name, "Company"), index, about(), as_of=None)[0] for name in ("Meridian Works", "Meridian Hulls")
    )
    works, hulls = replace(works, verdict="match"), replace(hulls, verdict="match")
    cast = cast_of(
        told("Meridian", "Company"),
        told("Meridian Works", "Company"),
        told("Meridian Hulls", "Company"),
        told("Other Works", "Company"),
        ties=(tie("p4", "p3"),),
    )
    found = {"p1": (works,), "p2": (works, hulls), "p3": (hulls,), "p4": ()}
    merged = merge_by_listing(cast, {PartyId(party): matched for party, matched in found.items()})

    assert [party.id for party in merged.parties] == ["p1", "p3", "p4"]
    assert {mention.text for mention in merged.parties[0].mentions} == {"Meridian", "Meridian Works"}
    assert [(each.owned, each.owner) for each in merged.ties] == [("p4", "p3")]
