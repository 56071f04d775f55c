"""How newsrooms and companies say that somebody is, was or is not under sanctions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nongrata.events.claims.checked import without_news
from nongrata.lists import EntityId
from nongrata.screening import Match
from tests.events.reading import events_in
from tests.events.test_claims import claims_in, match, read, said


@pytest.mark.parametrize(
    ("text", "who", "regimes"),
    [
        ("Alfa Steel has been a Specially Designated National since 2018.", "Alfa Steel", ("us",)),
        (
            "Volga Bank is on the Treasury's Specially Designated Nationals and Blocked Persons List.",
            "Volga Bank",
            ("us",),
        ),
        ("Alfa Steel was designated pursuant to E.O. 13382.", "Alfa Steel", ("us",)),
        ("The Security Council's 1718 Committee designated Northern Steel.", "Northern Steel", ("un",)),
        ("The United Kingdom designated the Pablo Star under its Russia sanctions regime.", "Pablo Star", ("uk",)),
        ("Viktor Bout was sanctioned by the Obama administration.", "Viktor Bout", ("us",)),
        ("Viktor Bout (under EU, US and UK sanctions) left.", "Viktor Bout", ("eu", "us", "uk")),
        ("Police searched the house of the US- and UK-sanctioned tycoon Viktor Bout.", "Viktor Bout", ("us", "uk")),
        ("U.S.-sanctioned Volga Bank reported a loss.", "Volga Bank", ("us",)),
        ("Volga Bank had its U.S. assets frozen in 2022.", "Volga Bank", ("us",)),
        ("Viktor Bout, whose assets the Security Council froze in 2005, left.", "Viktor Bout", ("un",)),
        ("Alfa Steel is among dozens of firms blacklisted by Washington.", "Alfa Steel", ("us",)),
        ("Since its designation by OFAC in 2018, Alfa Steel has sold in roubles.", "Alfa Steel", ("us",)),
        ("Washington's sanctions on Viktor Bout date from 2022.", "Viktor Bout", ("us",)),
        ("Volga Bank lent to Alfa Steel. The steelmaker is under U.S. sanctions.", "Alfa Steel", ("us",)),
        ("Viktor Bout left Volga Bank. Its chairman is under U.S. sanctions.", "Viktor Bout", ("us",)),
        ("The Treasury sanctioned Alfa Steel. Viktor Bout was designated last March.", "Viktor Bout", ("us",)),
        ("The U.S. sanctioned a network run by the trader Viktor Bout in 2022.", "Viktor Bout", ("us",)),
        ("The U.S. put Viktor Bout, his wife and his son on its blacklist in 2022.", "Viktor Bout", ("us",)),
        ("Northern Steel is designated as a terrorist organisation by the EU.", "Northern Steel", ("eu",)),
        ("Viktor Bout protested against his inclusion on the EU sanctions list.", "Viktor Bout", ("eu",)),
        ("Volga Bank came under blocking sanctions from the U.S. Treasury.", "Volga Bank", ("us",)),
        ("Volga Bank, which Canada and Japan put on their blacklists, left.", "Volga Bank", ("ca", "jp")),
        ("Alfa Steel, on a U.S. blacklist since 2019, said sales held up.", "Alfa Steel", ("us",)),
        ("The refinery is 49 percent owned by Alfa Steel, currently under EU sanctions.", "Alfa Steel", ("eu",)),
        (
            "Alfa Steel, itself on the sanctions lists of the US, the EU and Britain, lost.",
            "Alfa Steel",
            ("us", "eu", "uk"),
        ),
        ("Northern Steel is designated a terrorist organisation by Canada.", "Northern Steel", ("ca",)),
        ("Alfa Steel was spared U.S. sanctions at Kyiv's request.", "Alfa Steel", ("us",)),
        ("Viktor Bout has been fighting to have the U.S. sanctions against him lifted.", "Viktor Bout", ("us",)),
        ("The EU has refused to lift sanctions on Volga Bank.", "Volga Bank", ("eu",)),
        ("Alfa Steel, sanctioned by the EU but not by the US, left.", "Alfa Steel", ("us",)),
        ("The EU has not sanctioned Viktor Bout, but Canada and Japan have.", "Viktor Bout", ("ca", "jp")),
        ("Viktor Bout was sanctioned by the U.S. in 2018. The EU has not.", "Viktor Bout", ("eu",)),
        ("The Treasury named Alfa Steel in May. It has never listed Viktor Bout.", "Viktor Bout", ("us",)),
        ("Alfa Steel, whose former owner, Viktor Bout, was sanctioned by Brussels, lost.", "Viktor Bout", ("eu",)),
        (
            "Volga Bank has been under U.S. sanctions since May, as has a rival, army chief Viktor Bout.",
            "Viktor Bout",
            ("us",),
        ),
        ("The EU listed Alfa Steel in 2022. Viktor Bout was added a month later.", "Viktor Bout", ("eu",)),
        ("The EU put the Pablo Star on its blacklist in May; Britain followed in July.", "Pablo Star", ("uk",)),
        (
            "Putin met Volga Bank, whose chief executive, Viktor Bout, was placed under US sanctions in January.",
            "Viktor Bout",
            ("us",),
        ),
        (
            "Volga Bank has been on Washington's list since January 2025 and under EU sectoral sanctions since 2014.",
            "Volga Bank",
            ("eu",),
        ),
        ("Alfa Steel has been on Ottawa's list since 2025 and under EU sanctions since 2014.", "Alfa Steel", ("eu",)),
        ("Volga Bank won. Moscow wants sanctions on the bank lifted.", "Volga Bank", ()),
        ('"Our company is not on any sanctions list," Alfa Steel said.', "Alfa Steel", ()),
        (
            "The EU sanctioned Viktor Bout in 2014. Denis Manturov has never been placed on the list.",
            "Denis Manturov",
            ("eu",),
        ),
        ("Viktor Bout has been on the U.S. list since May. So has Denis Manturov.", "Denis Manturov", ("us",)),
        ("Viktor Bout is under EU sanctions, as is Volga Bank.", "Volga Bank", ("eu",)),
        ("Viktor Bout is on the U.S. list of sanctions and Volga Bank is on those of Britain.", "Volga Bank", ("uk",)),
        ("Viktor Bout was sanctioned by the EU in 2014. Britain and Canada followed.", "Viktor Bout", ("uk", "ca")),
        ("The U.S. put Viktor Bout on its blacklist. Britain had put him on its own in 2020.", "Viktor Bout", ("uk",)),
        ("Viktor Bout was sanctioned by the EU and has been under US measures since May.", "Viktor Bout", ("us",)),
        ("Viktor Bout is under U.S. sanctions and was hit by Britain in March 2022.", "Viktor Bout", ("uk",)),
        ("The EU sanctioned Viktor Bout. Volga Bank was designated in the same round.", "Volga Bank", ("eu",)),
        ("The U.S. designated Alfa Steel in 2022. Volga Bank was listed the following year.", "Volga Bank", ("us",)),
        ("Alfa Steel, designated a terrorist organisation by Canada in 2019, is busy.", "Alfa Steel", ("ca",)),
        ("Alfa Steel was sanctioned by the EU in May along with Volga Bank.", "Volga Bank", ("eu",)),
        ("Alfa Steel, hit by U.S. sanctions in 2022 together with Volga Bank, says it lost.", "Volga Bank", ("us",)),
        ("Viktor Bout remains under U.S. sanctions. So does Volga Bank.", "Volga Bank", ("us",)),
        ("Viktor Bout is on the SDN list. Alfa Steel has been on it since January.", "Alfa Steel", ("us",)),
        ("Viktor Bout is under U.S. sanctions. Neither Alfa Steel nor Volga Bank is.", "Volga Bank", ("us",)),
        ("Viktor Bout is under British and Canadian sanctions, but not those of Japan.", "Viktor Bout", ("jp",)),
        ("Volga Bank remains outside the EU's sanctions list.", "Volga Bank", ("eu",)),
        ("Alfa Steel and Volga Bank, both listed by the EU, make armour.", "Volga Bank", ("eu",)),
        ("The EU sanctioned Viktor Bout in 2022. Britain had done so a month before.", "Viktor Bout", ("uk",)),
        ("Viktor Bout, long on the UN sanctions list, is not on any list today.", "Viktor Bout", ()),
        ("Viktor Bout, the EU envoy, was sanctioned in July.", "Viktor Bout", ()),
        ("Viktor Bout lost his job over a U.S. Treasury decision to blacklist him.", "Viktor Bout", ("us",)),
        (
            "Alfa Steel, sanctioned by the U.S. in 2018, is not on the EU's list. It was delisted.",
            "Alfa Steel",
            ("us",),
        ),
    ],
)
def test_whose_sanctions_they_are_and_on_whom_is_told_in_many_ways(
    text: str, who: str, regimes: tuple[str, ...]
) -> None:
    _words, party, by = said(text)[-1]

    assert (party, by) == (who, regimes)


@pytest.mark.parametrize(
    "text",
    [
        "Alfa Steel, which was under U.S. sanctions until 2019, has opened a mill.",
        "Alfa Steel was formerly under U.S. sanctions.",
        "Washington has stopped short of sanctioning Alfa Steel.",
        "The U.S. has refrained from imposing sanctions on Alfa Steel.",
        "Alfa Steel has escaped being blacklisted by Washington.",
        "Alfa Steel is not among the firms sanctioned by the United States.",
        "Alfa Steel is not among the mills that Washington has blacklisted.",
        "Alfa Steel has never been the target of U.S. sanctions.",
        "OFAC's removal of Alfa Steel from the SDN list cheered its clients.",
        "The delisting of Alfa Steel by OFAC cheered its clients.",
        "The Treasury annulled Alfa Steel's listing in 2023.",
        "Washington has yet to sanction Alfa Steel.",
        "Alfa Steel, which the United States has yet to sanction, left.",
        "Washington published a sanctions list. Alfa Steel has been spared by the United States.",
        "Washington published a sanctions list. Alfa Steel is not among those named by the United States.",
    ],
)
def test_what_is_over_or_was_left_undone_is_contradicted_by_a_listing(text: str) -> None:
    (claim,) = claims_in(read(text), {"Alfa Steel": [match()]})

    assert (claim.regimes, claim.verdict) == (("us",), "contradicted")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Neither Alfa Steel nor Volga Bank is under U.S. sanctions.", {"Alfa Steel", "Volga Bank"}),
        ("Alfa Steel and Volga Bank left. Neither is under U.S. sanctions.", {"Alfa Steel", "Volga Bank"}),
        ("Alfa Steel and Volga Bank left. None of them is under U.S. sanctions.", {"Alfa Steel", "Volga Bank"}),
        (
            "Viktor Bout met Denis Manturov at Volga Bank. The two men are listed by the EU.",
            {"Viktor Bout", "Denis Manturov"},
        ),
        (
            "Alfa Steel, Northern Steel and Volga Bank left. All three are under U.S. sanctions.",
            {"Alfa Steel", "Northern Steel", "Volga Bank"},
        ),
    ],
)
def test_words_for_several_take_up_as_many_as_they_count(text: str, who: set[str]) -> None:
    assert {party for _words, party, _regimes in said(text)} == who


@pytest.mark.parametrize(
    "text",
    [
        "Alfa Steel is controlled by a sanctioned Russian businessman.",
        "Alfa Steel chartered the Pablo Star. The vessel's manager is not under sanctions.",
        "Washington urged its allies to sanction Alfa Steel.",
        'Viktor Bout praised Brussels for its sanctions. "Each name on that list is a message," he said.',
        "Alfa Steel was designated in March as the operator of the port.",
        "Viktor Bout had his account at Volga Bank frozen for three days.",
        "Volga Bank fell foul of U.S. sanctions and lost its clients.",
        "Kyiv called for the inclusion of Alfa Steel on the EU's list.",
        "Viktor Bout was banned from entering a stadium in England.",
        "The council warned Alfa Steel that it faced sanctions unless it paid.",
        "Viktor Bout escaped EU sanctions at first.",
        "The court annulled Viktor Bout's first listing.",
        "Viktor Bout was on the UN tribunal's list.",
        "Volga Bank will not insure any vessel on the U.S. sanctions list.",
    ],
)
def test_who_is_not_named_or_not_yet_struck_is_claimed_to_be_under_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Alfa Steel is under U.S. sanctions. The Zadna International firm is on the same list.",
        "Volga Bank is under U.S. sanctions. Britain put the central bank under sanctions, too.",
    ],
)
def test_a_body_by_a_name_of_its_own_is_not_the_one_told_of_before(text: str) -> None:
    first, *others = said(text)

    assert first[1] is not None
    assert first[1] not in {party for _words, party, _by in others}


def test_a_ship_in_an_apposition_is_the_one_named_beside_it() -> None:
    text = "The tanker Jaguar is under EU sanctions. Another tanker, the Pablo Star, was listed by Britain in May."

    assert said(text)[-1][1:] == ("Pablo Star", ("uk",))


@pytest.mark.parametrize(
    ("since", "verdict"), [("2022-01-31", "confirmed"), ("2007-03-24", "not checkable"), (None, "not checkable")]
)
def test_who_was_delisted_and_listed_again_is_rightly_on_the_list(since: str | None, verdict: str) -> None:
    text = "Alfa Steel was listed by the U.S. in 2007, delisted in 2016 and relisted in 2022."
    found = claims_in(read(text), {"Alfa Steel": [match(on=since)]})

    assert [claim.verdict for claim in found] == ["confirmed", verdict, "confirmed"]


@pytest.mark.parametrize(("others", "verdict"), [((), "not checkable"), ((match("uk_fcdo"),), "contradicted")])
def test_who_is_listed_since_nobody_knows_when_may_not_have_been_yet(others: tuple[Match, ...], verdict: str) -> None:
    (claim,) = claims_in(
        read("Alfa Steel is not under U.S. sanctions."), {"Alfa Steel": [match(in_force=None), *others]}
    )

    assert claim.verdict == verdict


@pytest.mark.parametrize("words", ["added neither man to its list", "listed neither of them"])
def test_neither_of_two_is_said_not_to_be_listed(words: str) -> None:
    found = claims_in(read(f"Viktor Bout met Denis Manturov. The Security Council has {words}."))

    assert [claim.verdict for claim in found] == ["confirmed", "confirmed"]


@pytest.mark.parametrize(
    "text",
    [
        "Police questioned managers of Alfa Steel and Volga Bank, both of which are under U.S. sanctions.",
        "The order also names Alfa Steel and Volga Bank, both of which, like Viktor Bout himself, have long been "
        "blacklisted by the U.S. Treasury.",
    ],
)
def test_both_of_which_are_those_named_right_before(text: str) -> None:
    assert [party for _words, party, _by in said(text)] == ["Alfa Steel", "Volga Bank"]


def test_what_follows_from_the_news_by_nobody_named_is_no_claim_beside_it() -> None:
    text = (
        "Britain sanctioned Alfa Steel on Friday. Its owner Viktor Bout faces a travel ban. Volga Bank was sanctioned "
        "too. Denis Manturov faces an EU travel ban."
    )
    told = read(text)
    (act,) = [event for event in events_in(text, bodies=("Alfa Steel",)) if event.type == "SANCTION"][:1]
    kept = without_news(text, claims_in(told), [act], told.story)

    assert [claim.regimes for claim in kept] == [("eu",)]


def test_no_list_of_the_eu_has_its_ships() -> None:
    (claim,) = claims_in(read("The Pablo Star is under EU sanctions."), complete=frozenset(("eu",)))

    assert claim.verdict == "not checkable"


def test_who_is_like_the_one_before_in_another_way_is_not_claimed_to_be_listed() -> None:
    found = said("Alfa Steel, which is under U.S. sanctions, has lost money. So has Volga Bank.")

    assert [party for _words, party, _by in found] == ["Alfa Steel"]


def test_who_is_not_is_another_than_the_one_before() -> None:
    found = said("Viktor Bout is under U.S. sanctions. Denis Manturov is not.")

    assert [(party, by) for _words, party, by in found] == [("Viktor Bout", ("us",)), ("Denis Manturov", ("us",))]


def test_who_was_not_on_a_list_until_a_day_is_on_it_since() -> None:
    (claim,) = claims_in(read("Alfa Steel was not on the U.S. sanctions list until 2023."), {"Alfa Steel": [match()]})

    assert claim.verdict == "confirmed"


@pytest.mark.parametrize(
    ("words", "verdict"), [("on the SDN list", "confirmed"), ("under U.S. sanctions", "contradicted")]
)
def test_who_is_on_no_sdn_list_may_still_be_on_the_treasurys_others(words: str, verdict: str) -> None:
    (claim,) = claims_in(read(f"Volga Bank is not {words}."), {"Volga Bank": [match("us_ofac_cons")]})

    assert claim.verdict == verdict


def test_a_copy_of_a_listing_without_a_day_hides_no_wrong_day() -> None:
    rows = [match(on="2010-06-16"), replace(match("us_csl"), entity_id=EntityId("SDN-7"))]
    (claim,) = claims_in(read("Volga Bank has been under U.S. sanctions since 2019."), {"Volga Bank": rows})

    assert claim.basis[-1] == "the story says 2019, the lists 16 June 2010"


def test_what_one_lists_as_terrorists_and_another_does_not_are_two_claims() -> None:
    text = "Volga Bank is listed as a terrorist organisation by the United States but not by Britain."
    found = claims_in(read(text), {"Volga Bank": [match()]}, complete=frozenset(("us", "uk")))

    assert [(claim.regimes, claim.verdict) for claim in found] == [(("us",), "confirmed"), (("uk",), "confirmed")]


def test_who_is_on_nobodys_list_is_said_not_to_be_listed() -> None:
    (claim,) = claims_in(
        read("Sanctions struck his friends. Alfa Steel is on nobody's list."), {"Alfa Steel": [match()]}
    )

    assert claim.verdict == "contradicted"


def test_those_sanctioned_are_not_the_official_who_speaks_and_whom_he_speaks_of() -> None:
    spoken = "“We will disrupt the friends of Viktor Bout,” said Treasury Secretary Steven Mnuchin. "
    listed = "Viktor Bout and Steven Mnuchin left. "
    claim = "These individuals have been designated by the Treasury."

    assert [who for _words, who, _regimes in said(spoken + claim)] == [None]
    assert {who for _words, who, _regimes in said(listed + claim)} == {"Viktor Bout", "Steven Mnuchin"}
