"""What a story says of sanctions, of whom, by whom, and what the lists say to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nongrata.events import Claim
from nongrata.events.claims.checked import find_claims
from nongrata.events.claims.regimes import WEST
from nongrata.events.claims.verdicts import Screened
from nongrata.events.who.staged import staged
from nongrata.lists import EntityId, ListId
from nongrata.parties import PartyId
from nongrata.screening import Match, Verdict
from nongrata.values import PartialDate
from tests.parties.stories import Told, tell

PEOPLE = ("Viktor Bout", "Denis Manturov", "Kim Jong Un")
BODIES = ("Alfa Steel", "Northern Steel", "Volga Bank", "Yakovlev plant")
NAMES = {**dict.fromkeys(PEOPLE, "Person"), **dict.fromkeys(BODIES, "Company"), "Pablo Star": "Vessel"}
STARTER_ONLY: frozenset[str] = frozenset()


def match(  # noqa: PLR0913 — each test tells what matters to it
    list_id: str = "us_ofac_sdn",
    *,
    verdict: Verdict = "match",
    in_force: bool | None = True,
    on: str | None = None,
    off: str | None = None,
    number: str = "7",
) -> Match:
    """Give a match on a list."""
    return Match(
        list_id=ListId(list_id),
        entity_id=EntityId(number),
        caption="CAPTION",
        score=1.0,
        verdict=verdict,
        in_force=in_force,
        listed_on=PartialDate(on) if on else None,
        delisted_on=PartialDate(off) if off else None,
        reasons=(),
    )


def claims_in(
    told: Told,
    matches: Mapping[str, Sequence[Match]] | None = None,
    complete: frozenset[str] = frozenset(("us", "un")),
    current: frozenset[str] | None = None,
    day: date | None = None,
) -> tuple[Claim, ...]:
    """Give the claims of a story, with the matches of the parties of these names."""
    found: dict[PartyId, Sequence[Match]] = {told.party(name).id: row for name, row in (matches or {}).items()}
    screened = Screened(
        matches=found,
        known=frozenset(("us", "eu", "uk", "un")),
        complete=complete,
        current=complete if current is None else current,
        day=day,
    )
    return find_claims(staged(told.text, told.reading, told.cast), told.reading, told.cast, screened)


def read(text: str) -> Told:
    """Read a text with well-known names on the lists."""
    return tell(text, listed=NAMES)


def said(text: str, *matches: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """Give the claims of a text: words, party, regimes; the named parties are listed by the United States."""
    told = read(text)
    names = {party.id: party.name for party in told.cast.parties}
    found = claims_in(told, {name: [match()] for name in matches})
    return [(c.span.of(text), names[c.party] if c.party else None, c.regimes) for c in found]


@pytest.mark.parametrize(
    ("text", "who", "regimes"),
    [
        ("Volga Bank was hit with UK sanctions in March 2022.", "Volga Bank", ("uk",)),
        ("Alfa Steel is subject to an EU asset freeze.", "Alfa Steel", ("eu",)),
        ("Sanctions-hit lender Volga Bank closed its Paris office.", "Volga Bank", ()),
        ("Northern Steel, which the European Union sanctioned in 2022, makes armour.", "Northern Steel", ("eu",)),
        ("Sanctioned by Tokyo and Ottawa, Alfa Steel turned to India.", "Alfa Steel", ("jp", "ca")),
        ("Alfa Steel appears on the U.S. Entity List.", "Alfa Steel", ("us",)),
        ("Alfa Steel is under U.S. sanctions.", "Alfa Steel", ("us",)),
        ("Alfa Steel, which has been under Western sanctions since 2014, denied it.", "Alfa Steel", WEST),
        ("Alfa Steel is subject to EU and British sanctions.", "Alfa Steel", ("eu", "uk")),
        ("Alfa Steel is under U.N. Security Council sanctions.", "Alfa Steel", ("un",)),
        ("Viktor Bout remains on the EU sanctions list.", "Viktor Bout", ("eu",)),
        ("Washington placed Northern Steel under sanctions in 2022.", "Northern Steel", ("us",)),
        ("Alfa Steel was blacklisted by the United States and Japan.", "Alfa Steel", ("us", "jp")),
        ("Alfa Steel was added to the U.N. blacklist.", "Alfa Steel", ("un",)),
        ("Brussels added Alfa Steel to its sanctions list.", "Alfa Steel", ("eu",)),
        ("Viktor Bout is also listed.", "Viktor Bout", ()),
        ("A firm blacklisted by Washington paid Alfa Steel.", None, ("us",)),
        ("The Treasury blacklisted Alfa Steel in 2022.", "Alfa Steel", ("us",)),
        ("The sanctioned Yakovlev plant burned.", "Yakovlev plant", ()),
        ("Viktor Bout, under U.S. and British sanctions, left.", "Viktor Bout", ("us", "uk")),
        (
            "Viktor Bout is subject to sanctions by the United States, the EU, Britain and Canada.",
            "Viktor Bout",
            ("us", "eu", "uk", "ca"),
        ),
        ("Viktor Bout is under sanctions by the United States, Britain said.", "Viktor Bout", ("us",)),
        ("Viktor Bout, who runs Alfa Steel and who was placed under British sanctions, left.", "Viktor Bout", ("uk",)),
        ("Viktor Bout was hit with a travel ban by Ottawa.", "Viktor Bout", ("ca",)),
        ("Viktor Bout left. Tokyo froze what assets he had.", "Viktor Bout", ("jp",)),
        ("Viktor Bout came off the European Union's sanctions list.", "Viktor Bout", ("eu",)),
        ("Viktor Bout won his removal from the EU's sanctions list.", "Viktor Bout", ("eu",)),
        ("Hungary kept Viktor Bout off the EU's list.", "Viktor Bout", ("eu",)),
        ("Ottawa met on Monday. Viktor Bout is not yet on its list.", "Viktor Bout", ("ca",)),
        ("Alfa Steel, under U.S., EU and British sanctions, left.", "Alfa Steel", ("us", "eu", "uk")),
        ("Viktor Bout, head of Alfa Steel, which has been under EU sanctions since 2022, left.", "Alfa Steel", ("eu",)),
        ("Viktor Bout, who entered the “Clinton list” in May, left.", "Viktor Bout", ("us",)),
        ("Volga Bank found its way onto the Treasury's blacklist in 2018.", "Volga Bank", ("us",)),
        ("Ottawa's list has carried the name of Viktor Bout since March.", "Viktor Bout", ("ca",)),
        ("Japan ordered the assets of Alfa Steel frozen last week.", "Alfa Steel", ("jp",)),
        ("Canberra made Alfa Steel subject to targeted financial sanctions.", "Alfa Steel", ("au",)),
        ("Pablo Star was named in the EU's latest package of sanctions.", "Pablo Star", ("eu",)),
        ("Volga Bank has been a target of U.S. sanctions since 2014.", "Volga Bank", ("us",)),
        ("Northern Steel has been living with Canadian sanctions for a decade.", "Northern Steel", ("ca",)),
        (
            "Viktor Bout won. Unlike others, he has escaped sanctions in the EU and in Britain.",
            "Viktor Bout",
            ("eu", "uk"),
        ),
        ("Alfa Steel is spared by Washington's sanctions.", "Alfa Steel", ("us",)),
        ("Alfa Steel has been under sanctions imposed by the U.S. Treasury since 2022.", "Alfa Steel", ("us",)),
        ("Alfa Steel is on neither the British nor the U.S. sanctions list.", "Alfa Steel", ("uk", "us")),
        ("Volga Bank closed. Brussels froze its assets in 2022.", "Volga Bank", ("eu",)),
        ("The Treasury took the step of sanctioning Alfa Steel.", "Alfa Steel", ("us",)),
        ("Alfa Steel lost money. Switzerland sanctioned the conglomerate in 2022.", "Alfa Steel", ("ch",)),
        ("Alfa Steel lost. “We are not a sanctioned firm in the EU,” its chairman said.", "Alfa Steel", ("eu",)),
        ("The Treasury imposed restrictions on Volga Bank in 2022.", "Volga Bank", ("us",)),
        ("Northern Steel won a case that ended its EU listing.", "Northern Steel", ("eu",)),
        ("Serbian minister tours Alfa Steel under Western sanctions", "Alfa Steel", WEST),
        ("Japan has sanctions in place against Volga Bank.", "Volga Bank", ("jp",)),
        ("Northern Steel, a client, is a designated entity under EU law.", "Northern Steel", ("eu",)),
        ("Ottawa this week extended its asset freeze to Northern Steel.", "Northern Steel", ("ca",)),
        ("Canada and Australia have Viktor Bout on their lists.", "Viktor Bout", ("ca", "au")),
        (
            "Viktor Bout won. The arms dealer is barred from Britain, where his assets are frozen.",
            "Viktor Bout",
            ("uk",),
        ),
        ("Alfa Steel came off the European list in March.", "Alfa Steel", ("eu",)),
        ("The U.S. State Department revoked the designation of Alfa Steel in May.", "Alfa Steel", ("us",)),
    ],
)
def test_each_wording_tells_who_is_listed_and_by_whom(text: str, who: str | None, regimes: tuple[str, ...]) -> None:
    ((_words, party, told),) = said(text)

    assert told == regimes
    assert who is None or party == who


@pytest.mark.parametrize(
    "text",
    [
        "Alfa Steel is not under U.S. sanctions.",
        "Alfa Steel has never been on any U.S. blacklist.",
        "Alfa Steel has not been sanctioned by the United States.",
        "Alfa Steel, which Washington has not sanctioned, sells rails.",
        "Alfa Steel is no longer under U.S. sanctions.",
        "Alfa Steel was removed from the U.S. list.",
        "The U.S. lifted its sanctions on Alfa Steel.",
    ],
)
def test_a_denial_is_contradicted_by_a_listing_and_confirmed_by_its_absence(text: str) -> None:
    told = read(text)
    (claim,) = claims_in(told, {"Alfa Steel": [match()]})
    assert (claim.regimes, claim.verdict) == (("us",), "contradicted")

    (claim,) = claims_in(told)
    assert claim.verdict == "confirmed"
    assert claim.basis == ("Alfa Steel was looked for on the lists of US and not found",)


def test_a_listing_confirms_a_claim_and_is_its_basis() -> None:
    (claim,) = claims_in(read("Alfa Steel is under U.S. sanctions."), {"Alfa Steel": [match(on="2022-06-28")]})

    assert claim.verdict == "confirmed"
    assert claim.basis == ("us_ofac_sdn 7 CAPTION, listed 2022-06-28: in force on the day",)


def test_a_listing_without_a_date_confirms_and_says_so() -> None:
    (claim,) = claims_in(read("Alfa Steel is under U.S. sanctions."), {"Alfa Steel": [match(in_force=None)]})

    assert (claim.verdict, claim.basis) == ("confirmed", ("us_ofac_sdn 7 CAPTION: the list gives no date",))


@pytest.mark.parametrize(
    ("number", "day", "verdict"),
    [
        ("56928", date(2025, 12, 13), "confirmed"),  # OFAC gave such numbers in 2026
        ("55939", date(2026, 1, 9), "contradicted"),  # … and these in October 2025
        ("56062", date(2025, 10, 25), "not checkable"),
    ],
)
def test_the_number_of_an_entry_tells_whether_it_was_there_where_its_list_gives_no_day(
    number: str, day: date, verdict: str
) -> None:
    listing = {"Alfa Steel": [match(in_force=None, number=number)]}

    (denied,) = claims_in(read("Alfa Steel is not under U.S. sanctions."), listing, day=day)
    (told,) = claims_in(read("Alfa Steel is under U.S. sanctions."), listing, day=day)

    assert (denied.verdict, told.verdict) == (verdict, "confirmed")  # the number may be of a second listing


def test_who_was_listed_anew_after_the_delisting_told_was_let_off_then() -> None:
    told = read("Alfa Steel was removed from the U.S. sanctions list in 2020.")

    (claim,) = claims_in(told, {"Alfa Steel": [match(in_force=None, number="55045")]}, day=date(2026, 1, 9))

    assert claim.verdict == "confirmed"


@pytest.mark.parametrize(
    "text",
    [
        "Alfa Steel is on neither the U.N. nor the U.S. sanctions list.",
        "Alfa Steel is under neither U.N. nor U.S. sanctions.",
        "Ottawa has sanctioned Alfa Steel; neither the United States nor the United Nations has.",
    ],
)
def test_neither_nor_denies_both(text: str) -> None:
    claim = claims_in(read(text))[-1]

    assert (claim.verdict, set(claim.regimes)) == ("confirmed", {"us", "un"})


def test_who_was_delisted_and_put_back_is_listed_now() -> None:
    text = "Washington delisted Alfa Steel in 2016 but put it back in 2025."

    assert claims_in(read(text), {"Alfa Steel": [match()]})[0].verdict == "not checkable"


def test_the_force_is_no_man() -> None:
    text = "Viktor Bout praised it. Men of the Volga Police looked on. The force, which is under EU sanctions, left."

    told = tell(text, listed={**NAMES, "Volga Police": "Organization"})

    assert [claim.party for claim in claims_in(told)] == [told.party("Volga Police").id]


def test_who_was_listed_only_later_was_not_found_on_the_day() -> None:
    later = match(in_force=False, on="2025-01-01")
    (claim,) = claims_in(read("Alfa Steel is under U.S. sanctions."), {"Alfa Steel": [later]})

    assert claim.verdict == "not found"
    assert claim.basis[0].endswith("not in force on the day")


def test_one_delisted_since_was_rightly_called_sanctioned() -> None:
    gone = match(in_force=False, on="2022-08-08", off="2024-03-21")
    (claim,) = claims_in(read("The U.S. Treasury blacklisted Alfa Steel in 2022."), {"Alfa Steel": [gone]})

    assert claim.verdict == "confirmed"
    assert "delisted 2024-03-21" in claim.basis[0]


def test_what_one_regime_lifted_stays_lifted_though_another_holds_on() -> None:
    told = read("Officials said that sanctions on Volga Bank were lifted.")
    gone, held = match(off="2024-05-03", in_force=False), match("eu_fsf", on="2021-12-02")

    (claim,) = claims_in(told, {"Volga Bank": [gone, held]})
    (untold,) = claims_in(told, {"Volga Bank": [held]})

    assert (claim.verdict, untold.verdict) == ("confirmed", "contradicted")


def test_it_lifted_is_said_of_the_regime_that_the_sentence_is_about() -> None:
    treasury = "The U.S. Treasury has not said whether it will act again; it lifted sanctions on Volga Bank."
    either = (
        "Washington hesitated, Brussels did not, people in both capitals say, and it lifted sanctions on Volga Bank."
    )

    assert [regimes for *_, regimes in said(treasury, "Volga Bank")] == [("us",)]
    assert [regimes for *_, regimes in said(either, "Volga Bank")] == [()]


def test_the_bank_that_was_put_on_a_list_is_the_one_named_last() -> None:
    found = said("Volga Bank lost clients. The European Union put the bank on its sanctions list.", "Volga Bank")

    assert [(who, regimes) for _words, who, regimes in found] == [("Volga Bank", ("eu",))]


def test_what_might_be_lifted_was_not() -> None:
    assert said("Volga Bank might be removed from the sanctions list if it closed.", "Volga Bank") == []


def test_a_name_that_no_party_has_bears_a_claim_for_nobody_else() -> None:
    told = said("Alfa Steel denied it. The EU imposed sanctions on Unit Zorya 29155 in 2022.", "Alfa Steel")

    assert "Alfa Steel" not in {who for _words, who, _regimes in told}


def test_the_company_stands_in_a_list_with_its_owner() -> None:
    text = "Alfa Steel sold arms. The Treasury sanctioned both the company and Viktor Bout in 2022."

    assert {who for _words, who, _regimes in said(text, "Alfa Steel", "Viktor Bout")} == {"Alfa Steel", "Viktor Bout"}


def test_the_same_done_to_another_is_of_the_other() -> None:
    text = "Washington imposed sanctions on Viktor Bout in 2022, a week after it did the same to Denis Manturov."

    assert [who for _words, who, _regimes in said(text, "Viktor Bout")] == ["Viktor Bout", "Denis Manturov"]


def test_a_listing_by_another_regime_is_no_answer() -> None:
    (claim,) = claims_in(read("Alfa Steel is under U.S. sanctions."), {"Alfa Steel": [match("eu_fsf")]})

    assert claim.verdict == "not found"


def test_where_no_authority_is_named_any_list_will_do() -> None:
    (claim,) = claims_in(read("Alfa Steel is under sanctions."), {"Alfa Steel": [match("eu_fsf")]})

    assert claim.verdict == "confirmed"


def test_another_of_the_same_name_is_no_listing() -> None:
    (claim,) = claims_in(read("Alfa Steel is under U.S. sanctions."), {"Alfa Steel": [match(verdict="rejected")]})

    assert claim.verdict == "not found"


def test_whom_the_story_calls_sanctioned_is_hardly_another_than_the_listed_one_of_that_name() -> None:
    alike = {"Alfa Steel": [match(verdict="possible")]}
    (listed,) = claims_in(read("Alfa Steel is under U.S. sanctions."), alike)
    (unlisted,) = claims_in(read("Alfa Steel is not under U.S. sanctions."), alike)

    assert (listed.verdict, unlisted.verdict) == ("confirmed", "not checkable")
    assert listed.basis == ("us_ofac_sdn 7 CAPTION: in force on the day; possibly the same",)


def test_of_several_regimes_named_all_must_list_the_party_and_of_the_west_any() -> None:
    listed = {"Alfa Steel": [match()]}
    complete = frozenset(("us", "eu"))
    (both,) = claims_in(read("Alfa Steel is under U.S. and EU sanctions."), listed, complete)
    (west,) = claims_in(read("Alfa Steel is under Western sanctions."), listed, complete)
    (half,) = claims_in(read("Alfa Steel is under U.S. and EU sanctions."), listed, frozenset(("us",)))

    assert (both.verdict, west.verdict, half.verdict) == ("not found", "confirmed", "confirmed")
    assert "Alfa Steel was looked for on the lists of EU and not found" in both.basis
    assert "the starter list has Alfa Steel under no listing of EU, and no official list of it is loaded" in half.basis


def test_what_was_lifted_only_later_was_in_force_on_the_day() -> None:
    later = {"Alfa Steel": [match(on="2022-08-08", off="2025-03-21")]}
    (claim,) = claims_in(read("Alfa Steel is no longer under U.S. sanctions."), later)

    assert claim.verdict == "contradicted"


def test_one_delisted_since_is_not_under_sanctions_today() -> None:
    gone = {"Alfa Steel": [match(in_force=False, on="2022-08-08", off="2024-03-21")]}
    (claim,) = claims_in(read("Alfa Steel remains under U.S. sanctions."), gone)

    assert claim.verdict == "contradicted"


@pytest.mark.parametrize(
    "text", ["Viktor Bout is under Ukrainian sanctions.", "Viktor Bout was blacklisted by China in 2021."]
)
def test_no_list_tells_of_the_sanctions_of_other_states(text: str) -> None:
    (claim,) = claims_in(read(text))

    assert (claim.verdict, claim.regimes) == ("not checkable", ())


def test_absence_from_the_starter_list_is_no_answer() -> None:
    (claim,) = claims_in(read("Alfa Steel is not under U.S. sanctions."), complete=STARTER_ONLY)

    assert claim.verdict == "not checkable"
    assert claim.basis == (
        "the starter list has Alfa Steel under no listing of US, and no official list of it is loaded",
    )


def test_a_claim_about_nobody_named_is_not_checkable() -> None:
    (claim,) = claims_in(read("Nobody was named, but it is under sanctions."))

    assert (claim.party, claim.verdict) == (None, "not checkable")
    assert claim.basis == ("the story does not name the party that it speaks of",)


def test_both_speaks_of_the_two_people_named_last() -> None:
    found = said("Kim Jong Un left. Viktor Bout met Denis Manturov. Both remain under U.S. sanctions.")

    assert sorted(str(who) for _words, who, _regimes in found) == ["Denis Manturov", "Viktor Bout"]


def test_they_speaks_of_people_and_not_of_the_body_named_last() -> None:
    found = said("Viktor Bout and Denis Manturov left Volga Bank. They are under U.S. sanctions.")

    assert sorted(str(who) for _words, who, _regimes in found) == ["Denis Manturov", "Viktor Bout"]


@pytest.mark.parametrize("subject", ["It", "The company", "The lender"])
def test_it_and_the_company_speak_of_the_body_named_last(subject: str) -> None:
    ((_words, who, _regimes),) = said(f"Viktor Bout left Alfa Steel. {subject} is under U.S. sanctions.")

    assert who == "Alfa Steel"


def test_his_name_is_that_of_the_man_named_before() -> None:
    ((words, who, _regimes),) = said("Viktor Bout won. He was freed. His name was removed from the SDN list.")

    assert (words, who) == ("was removed from the SDN list", "Viktor Bout")


def test_a_noun_beside_the_claim_describes_the_party() -> None:
    text = "Kim Jong Un visited a jet plant that is under Western sanctions. The Yakovlev plant makes jets."

    assert [who for _words, who, _regimes in said(text)] == ["Yakovlev plant"]


def test_the_day_of_a_tour_is_nobody_that_sanctions_are_on() -> None:
    text = "Kim Jong Un toured a jet plant that is under U.S. sanctions on Friday. The Yakovlev plant makes jets."

    assert said(text) == [("is under U.S. sanctions", "Yakovlev plant", ("us",))]
    assert said(f"Blacklisted plant toured\n{text}")[1] == ("is under U.S. sanctions", "Yakovlev plant", ("us",))


def test_of_two_plants_the_listed_one_is_meant() -> None:
    text = "The Volna plant burned. The Yakovlev plant makes jets. It is a plant that is under U.S. sanctions."

    assert [who for _words, who, _regimes in said(text, "Yakovlev plant")] == ["Yakovlev plant"]


@pytest.mark.parametrize(
    ("headline", "body", "who"),
    [
        ("Sanctioned Russian plant makes jets", "Kim Jong Un visited the Yakovlev plant.", "Yakovlev plant"),
        ("Sanctioned bank sues", "Volga Bank went to court.", "Volga Bank"),
        (
            "Russia’s Lavrov Visits Sanctioned Fighter Jet Plant in Syria",
            "He saw the Yakovlev plant.",
            "Yakovlev plant",
        ),
        ("Sanctioned tanker burns", "The Pablo Star was off Malaysia.", "Pablo Star"),
        ("Sanctioned vessel burns", "The Pablo Star was off Malaysia.", "Pablo Star"),
    ],
)
def test_a_sanctioned_plant_in_a_headline_is_the_one_of_the_story(headline: str, body: str, who: str) -> None:
    assert said(f"{headline}\n{body}") == [("Sanctioned", who, ())]


def test_the_office_in_the_claim_tells_the_person() -> None:
    text = "North Korean leader Kim Jong Un left. Washington placed the North Korean leader under sanctions in 2016."

    assert said(text) == [("placed the North Korean leader under sanctions", "Kim Jong Un", ("us",))]


def test_a_relative_clause_and_an_apposition_are_about_the_name_they_hang_on() -> None:
    text = "Volga Bank sold Alfa Steel, which is under U.S. sanctions, to Viktor Bout."

    assert [who for _words, who, _regimes in said(text)] == ["Alfa Steel"]


def test_the_ministry_that_lists_others_is_not_the_one_listed() -> None:
    text = "The U.S. Department of Commerce, like Alfa Steel’s owner, said the firm is under sanctions."

    assert [who for _words, who, _regimes in said(text)] != ["U.S. Department of Commerce"]


@pytest.mark.parametrize(
    "text",
    ["Alfa Steel said sanctions hurt it.", "Sanctions were discussed.", "Alfa Steel is listed on the exchange.", ""],
)
def test_talk_of_sanctions_is_no_claim_about_a_party(text: str) -> None:
    assert said(text) == []


PIECES = st.sampled_from(
    (
        "Alfa Steel is under U.S. sanctions.",
        "Both remain under U.N. sanctions.",
        "They are on the list.",
        "It was never on any list.",
        "Viktor Bout met Denis Manturov.",
        "Sanctioned plant burns.",
        "The Treasury blacklisted Northern Steel and lifted its sanctions on Volga Bank.",
    )
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=7), st.booleans())
def test_every_claim_is_quoted_in_order_with_a_basis(pieces: list[str], starter: bool) -> None:  # noqa: FBT001
    told = read(" ".join(pieces))
    found = claims_in(told, complete=STARTER_ONLY if starter else frozenset(("us",)))

    assert all(claim.span.of(told.text).strip() for claim in found)
    assert [claim.span.start for claim in found] == sorted(claim.span.start for claim in found)
    assert all(claim.basis for claim in found)
    assert {claim.party for claim in found} <= {None, *(party.id for party in told.cast.parties)}


@pytest.mark.parametrize(
    "text",
    [
        "The referee sanctioned the goal of Volga Bank.",
        "Alfa Steel could be blacklisted by Washington.",
        "Denis Manturov is listed among the speakers of the forum.",
        "New sanctions on oil would hurt Northern Steel, analysts say.",
    ],
)
def test_what_only_may_come_or_means_something_else_is_no_claim(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Neither the EU nor Britain has sanctioned Volga Bank.",
        "Sanctions on Alfa Steel were lifted in 2021.",
        "Pablo Star does not appear on any U.S. sanctions list.",
        "Brussels took Alfa Steel off its sanctions list.",
        "Alfa Steel has never been placed under sanctions.",
    ],
)
def test_a_claim_of_no_sanctions_is_borne_out_by_lists_that_hold_nobody(text: str) -> None:
    (claim,) = claims_in(read(text), complete=frozenset(("us", "eu", "uk", "un")))

    assert claim.verdict == "confirmed"


def test_two_named_together_are_each_claimed_to_be_listed_whoever_was_named_before() -> None:
    text = "Northern Steel declined to comment. Alfa Steel and Volga Bank were both sanctioned by Washington last year."

    assert said(text) == [
        ("were both sanctioned by Washington", "Alfa Steel", ("us",)),
        ("were both sanctioned by Washington", "Volga Bank", ("us",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Alfa Steel, which owns a mill in Gorkov, said it will not receive cargoes on sanctioned ships.",
        "The Treasury Department sanctioned three companies for procuring parts for Alfa Steel.",
    ],
)
def test_what_is_said_of_listed_things_in_general_is_no_claim_about_who_is_named_beside_them(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Washington has sanctioned two firms, Alfa Steel among them.",
        "Britain sanctioned one trader called Alfa Steel in May.",
    ],
)
def test_a_common_noun_is_claimed_to_be_listed_under_the_name_that_it_is_given(text: str) -> None:
    assert "Alfa Steel" in [party for _words, party, _regimes in said(text)]


def test_a_list_older_than_the_story_cannot_belie_a_listing_but_agrees_that_there_is_none() -> None:
    listed, not_listed = read("Alfa Steel is under U.S. sanctions."), read("Alfa Steel is not under U.S. sanctions.")
    old: frozenset[str] = frozenset()

    assert [claim.verdict for claim in claims_in(listed)] == ["not found"]
    assert [claim.verdict for claim in claims_in(listed, current=old)] == ["not checkable"]
    assert [claim.verdict for claim in claims_in(not_listed, current=old)] == ["confirmed"]


def test_people_sanctioned_are_not_the_one_named_before_them() -> None:
    told = read("Viktor Bout had business links with people sanctioned by the European Union.")

    assert claims_in(told) == ()


def test_who_is_told_to_be_like_the_one_listed_is_listed_too() -> None:
    claimed = said("Alfa Steel, like Volga Bank, was sanctioned by Britain.")

    assert {party for _words, party, _regimes in claimed} == {"Alfa Steel", "Volga Bank"}


def test_a_fine_of_a_league_is_no_listing() -> None:
    assert said("The league sanctioned Alfa Steel with a fine of 200,000 riyals.") == []


@pytest.mark.parametrize(
    ("text", "listed", "note"),
    [
        (
            "Alfa Steel has been under U.S. sanctions since 2008.",
            "2014-07-16",
            "the story says 2008, the lists 16 July 2014",
        ),
        ("Alfa Steel was sanctioned by Washington in March 2022.", "2014-07-16", "the story says March 2022"),
        ("Alfa Steel has been under U.S. sanctions since 2014.", "2014-07-16", ""),
        ("Alfa Steel has been under U.S. sanctions since 2014.", None, ""),
        ("He met the owner of Alfa Steel, which is under U.S. sanctions, on Tuesday.", "2014-07-16", ""),
    ],
)
def test_a_day_that_no_list_has_is_noted_and_leaves_the_verdict(text: str, listed: str | None, note: str) -> None:
    (claim,) = claims_in(read(text), {"Alfa Steel": [match(on=listed)]})

    assert claim.verdict == "confirmed"
    assert note in claim.basis[-1] if note else not any("the story says" in words for words in claim.basis)


def test_a_wrong_day_of_a_delisting_is_noted() -> None:
    lifted = match(on="2014-07-16", off="2019-01-27", in_force=False)
    (claim,) = claims_in(read("Alfa Steel came off the U.S. sanctions list in 2021."), {"Alfa Steel": [lifted]})

    assert (claim.verdict, claim.basis[-1]) == (
        "confirmed",
        "the story says 2021, the lists 27 January 2019",
    )


def test_all_that_one_verb_lists_are_claimed_to_be_listed() -> None:
    told = read("OFAC sanctioned Alfa Steel and Viktor Bout in May 2023.")

    assert [claim.party for claim in claims_in(told)] == [told.party("Alfa Steel").id, told.party("Viktor Bout").id]


@pytest.mark.parametrize("mark", ["’", "'"])
def test_a_list_is_known_by_its_owner_whatever_the_apostrophe(mark: str) -> None:
    (claim,) = claims_in(read(f"Volga Bank is on OFAC{mark}s list of Specially Designated Nationals."))

    assert claim.regimes == ("us",)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Viktor Bout, the founder of Alfa Steel, who has been under EU sanctions since 2022, left.", "Viktor Bout"),
        ("Viktor Bout left. The banker, whose assets in Britain were frozen last week, spoke.", "Viktor Bout"),
        ("They bought from Alfa Steel, which the U.S. Commerce Department added to its trade blacklist.", "Alfa Steel"),
        ("It was Viktor Bout, on whom Washington imposed sanctions in 2012.", "Viktor Bout"),
    ],
)
def test_who_is_a_person_and_which_is_a_body(text: str, who: str) -> None:
    told = read(text)

    assert [claim.party for claim in claims_in(told)] == [told.party(who).id]


def test_no_sanctions_on_somebody_are_a_claim_too() -> None:
    told = read("Britain has no sanctions on Alfa Steel.")

    assert [claim.verdict for claim in claims_in(told, {"Alfa Steel": [match("uk_fcdo")]})] == ["contradicted"]


def test_each_of_several_by_is_a_claim_of_its_own() -> None:
    text = "Volga Bank, the lender hit by OFAC in January and by Britain a month later, has lost all of its clients."

    assert [(who, regimes) for _words, who, regimes in said(text)] == [("Volga Bank", ("us",)), ("Volga Bank", ("uk",))]


@pytest.mark.parametrize("again", ["London followed suit two years later.", "Britain did so a month later."])
def test_what_another_does_as_well_is_claimed_of_the_same(again: str) -> None:
    text = f"Alfa Steel was sanctioned by Washington in 2018. {again}"

    assert [(who, regimes) for _words, who, regimes in said(text)] == [("Alfa Steel", ("us",)), ("Alfa Steel", ("uk",))]


def test_it_is_the_list_that_another_came_off() -> None:
    text = "Viktor Bout came off the EU's list in March, but Denis Manturov stays on it."

    assert [(words, who) for words, who, _regimes in said(text)] == [
        ("came off the EU's list", "Viktor Bout"),
        ("stays on it", "Denis Manturov"),
    ]


@pytest.mark.parametrize(
    "text",
    ["“I have never been sanctioned by anybody,” Viktor Bout said.", "The Pablo Star, blacklisted by nobody, burned."],
)
def test_who_is_sanctioned_by_nobody_is_said_not_to_be_listed(text: str) -> None:
    told = read(text)

    assert [claim.verdict for claim in claims_in(told, complete=frozenset(("us", "un", "eu", "uk")))] == ["confirmed"]


def test_a_bank_that_is_a_states_own_is_not_the_bank_of_the_story() -> None:
    found = said("Volga Bank paid. Myanmar's central bank is not under sanctions.")

    assert [who for _words, who, _regimes in found] != ["Volga Bank"]


def test_who_has_yet_to_follow_has_listed_nobody() -> None:
    told = read("Alfa Steel was sanctioned by Washington in 2018. London has not followed suit.")

    assert [claim.verdict for claim in claims_in(told, complete=frozenset(("us", "uk")))] == ["not found", "confirmed"]


def test_a_second_under_is_denied_by_its_own_not() -> None:
    told = read("Alfa Steel is under U.S. sanctions but not under those of the United Nations.")
    listed, not_listed = claims_in(told, {"Alfa Steel": [match()]})

    assert (listed.regimes, listed.verdict, not_listed.regimes, not_listed.verdict) == (
        ("us",), "confirmed", ("un",), "confirmed",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The council sanctioned the use of Alfa Steel's rails on the bridge.",
        "The title fight was sanctioned by the league, Volga Bank said.",
        "A bill would put Volga Bank on the Treasury's list.",
        "Volga Bank urged Brussels to lift sanctions on Russian fertiliser.",
        "Of the mixers that Alfa Steel used, none has been put on a blacklist.",
        "The EU called for sanctions on Alfa Steel.",
    ],
)
def test_what_is_allowed_wished_or_told_of_nobody_is_no_claim(text: str) -> None:
    assert said(text) == []


def test_whom_several_regimes_list_by_that_very_name_is_hardly_another_who_is_not_listed() -> None:
    told = read("Viktor Bout is not under U.S. sanctions.")
    well_known = [match(name, verdict="possible") for name in ("us_ofac_sdn", "eu_fsf", "uk_fcdo")]

    assert [claim.verdict for claim in claims_in(told, {"Viktor Bout": well_known})] == ["contradicted"]
    assert [claim.verdict for claim in claims_in(told, {"Viktor Bout": well_known[:2]})] == ["not checkable"]


def test_who_is_called_listed_may_have_more_names_on_the_list() -> None:
    told = read("Viktor Bout is under U.S. sanctions. Denis Manturov is not under U.S. sanctions.")
    us: frozenset[str] = frozenset(("us",))
    more = [match(verdict="possible")]
    screened = Screened(matches={}, known=us, complete=us, current=us, further=lambda _party: more)
    claims = find_claims(staged(told.text, told.reading, told.cast), told.reading, told.cast, screened)

    assert [claim.verdict for claim in claims] == ["confirmed", "confirmed"]
    assert "possibly the same" in claims[0].basis[0]
    assert "not found" in claims[1].basis[0]
