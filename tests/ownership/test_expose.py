"""Who is exposed through an owner, and under whose rule."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import pytest

from nongrata.lists import EntityId, ListId
from nongrata.ownership import Exposure, Result, exposure_of, exposures_by_words
from nongrata.parties import Party, PartyId, Tie
from nongrata.screening import Match
from nongrata.values import Span
from tests.screening.listings import told

TEXT = "Yakovlev is a unit\nof United Aircraft Corporation."
OWNER, OWNED = PartyId("p2"), PartyId("p1")
NAMES = {OWNED: "Yakovlev", OWNER: "United Aircraft Corporation"}
YAKOVLEV: Party = told("Yakovlev", "Company")


def match(
    verdict: Literal["match", "possible", "rejected"] = "match",
    list_id: str = "us_ofac_sdn",
    *,
    in_force: bool | None = True,
) -> Match:
    """Give a match of the owner on a list."""
    return Match(
        list_id=ListId(list_id),
        entity_id=EntityId("36431"),
        caption="UAC",
        score=1.0,
        verdict=verdict,
        in_force=in_force,
        reasons=(),
    )


def tie(share: Fraction | None = None) -> Tie:
    """Give the tie that the text tells."""
    return Tie(owned=OWNED, owner=OWNER, share=share, span=Span(0, 49))


def by_words(*matches: Match, share: Fraction | None = None) -> tuple[Exposure, ...]:
    """Give the exposure of Yakovlev by the words of the text."""
    return exposures_by_words(YAKOVLEV, [tie(share)], {OWNER: matches}, NAMES, TEXT)


def test_the_story_s_words_name_the_path_and_block_nobody() -> None:
    (exposure,) = by_words(match(), share=Fraction(3, 4))

    assert (exposure.regime, exposure.rule, exposure.result) == ("us", "OFAC 50 percent rule", "unknown")
    assert exposure.share == Fraction(3, 4)
    (step,) = exposure.path
    assert (step.owner, step.owned) == ("United Aircraft Corporation", "Yakovlev")
    assert step.source == "the story: “Yakovlev is a unit of United Aircraft Corporation”"


def test_each_regime_that_lists_the_owner_answers_once() -> None:
    found = by_words(match(), match(), match(list_id="eu_fsf"), match(list_id="uk_fcdo"), match(list_id="un_sc"))

    assert [exposure.regime for exposure in found] == ["us", "eu", "uk"]


def test_an_owner_who_was_not_yet_listed_exposes_nobody_and_one_without_a_date_does() -> None:
    assert by_words(match(in_force=False)) == ()
    assert len(by_words(match(in_force=None))) == 1


def test_an_owner_who_is_only_possible_or_rejected_exposes_nobody() -> None:
    assert by_words(match("possible"), match("rejected")) == ()
    assert by_words() == ()


def test_the_owned_do_not_expose_the_owner() -> None:
    owner = told("United Aircraft Corporation", "Company")
    as_owner = Party(id=OWNER, name=owner.name, schema=owner.schema, mentions=owner.mentions)

    assert exposures_by_words(as_owner, [tie()], {OWNER: [match()]}, NAMES, TEXT) == ()


def exposure(result: Result) -> Exposure:
    """Give an exposure with this result."""
    return Exposure(regime="us", rule="OFAC 50 percent rule", result=result, share=None, path=())


@pytest.mark.parametrize(
    ("matches", "exposures", "word"),
    [
        ([match()], [exposure("blocked")], "listed"),
        ([match(in_force=None)], [], "listed"),
        ([match(in_force=False)], [], "none"),
        ([match(in_force=False)], [exposure("blocked")], "owned"),
        ([], [exposure("unknown"), exposure("control")], "owned"),
        ([], [exposure("unknown")], "possible"),
        ([], [exposure("not blocked")], "none"),
        ([match("possible")], [], "possible"),
        ([match(in_force=False), match("possible")], [], "none"),
        ([match("rejected")], [], "none"),
        ([], [], "none"),
    ],
)
def test_one_word_says_how_a_party_is_exposed(matches: list[Match], exposures: list[Exposure], word: str) -> None:
    assert exposure_of(matches, exposures) == word
