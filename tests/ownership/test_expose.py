"""Who is exposed through an owner: by registers, by the story's words alone, by a tie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from nongrata.lists import Link
from nongrata.ownership import Exposure, kind_of
from nongrata.ownership.exposed import exposures_of, worth_telling
from nongrata.ownership.from_story import holder_of_story, register_of_story
from nongrata.ownership.holder import Holder
from nongrata.ownership.ledger import Ledger
from nongrata.ownership.record import Basis, Result
from nongrata.ownership.resolve import Listed
from tests.ownership.desks import KOLOSS, ledger
from tests.parties.stories import tell
from tests.screening.listings import list_of, listed


def in_story(text: str, name: str, desk: Ledger) -> tuple[Exposure, ...]:
    """Give the exposure of a party by a story's words and by what the desk knows."""
    schemas = {"Koloss Industriya": "Company", "Alfa Mill": "Company", "Beta Works": "Company"}
    told = tell(text, listed=schemas)
    holders = {party.id: holder_of_story(party) for party in told.cast.parties}
    story = register_of_story(told.cast, told.text, holders)
    (party,) = (holder for holder in holders.values() if holder.name == name)
    return exposures_of(party, desk.resolver.listed(party), desk, story=story)


def brief(exposures: Sequence[Exposure]) -> list[tuple[str, str, str]]:
    return [(each.regime, each.result, each.basis) for each in exposures]


def test_the_story_s_words_name_the_path_and_block_nobody() -> None:
    found = in_story("Alfa Mill is 75 percent owned by Koloss Industriya.", "Alfa Mill", ledger())

    assert brief(found) == [("us", "unknown", "story"), ("eu", "unknown", "story")]
    (step,) = found[0].path
    assert (step.owner, step.owned, float(step.share or 0)) == ("Koloss Industriya", "Alfa Mill", 0.75)
    assert step.source == "the story: “Alfa Mill is 75 percent owned by Koloss Industriya”"
    assert kind_of(found, is_listed=False, may_be_listed=False) == "possible"


def test_a_register_settles_what_a_story_leaves_open() -> None:
    desk = ledger(["Koloss Industriya", "Alfa Mill", 75])

    found = in_story("Alfa Mill is a unit of Koloss Industriya.", "Alfa Mill", desk)

    assert brief(found)[:2] == [("us", "blocked", "register"), ("eu", "blocked", "register")]
    assert kind_of(found, is_listed=False, may_be_listed=False) == "owned"


def test_a_story_s_tie_and_a_register_s_stake_make_one_way_which_stays_possible() -> None:
    desk = ledger(["Koloss Industriya", "Beta Works", 60])

    found = in_story("Alfa Mill is owned by Beta Works.", "Alfa Mill", desk)

    assert {each.result for each in found} == {"unknown"}
    assert [step.owner for step in found[0].path] == ["Koloss Industriya", "Beta Works"]
    assert kind_of(found, is_listed=False, may_be_listed=False) == "possible"


def test_a_minority_holding_of_a_listed_party_is_a_link() -> None:
    found = exposures_of(Holder(id="m", names=("Mill",)), (), ledger(["Koloss Industriya", "Mill", 30]))

    assert {(each.result, each.basis) for each in found} == {("not blocked", "link")}
    assert kind_of(found, is_listed=False, may_be_listed=False) == "linked"


def test_a_party_that_a_listed_one_is_tied_to_is_linked() -> None:
    tie = Link(kind="linked", to_name="Trader LLC", source="Linked To: Trader LLC")
    desk = ledger(lists=(list_of(listed("Company", "Koloss", links=[tie])),))

    found = exposures_of(Holder(id="x", names=("Trader LLC",), schema="Company"), (), desk)

    assert brief(found) == [("us", "not blocked", "link")]
    assert found[0].path[0].source == "us_ofac_sdn 1, Linked To: Trader LLC"


def test_an_owner_who_is_only_possible_exposes_nobody() -> None:
    desk = ledger(["Koloss Industriya", "Mill", 80])
    owner = Holder(id="Koloss Industriya", names=("Koloss Industriya",))
    sure = desk.resolver.listed(owner)[0]
    desk.resolver.tell(owner, (_as_possible(sure),))

    assert exposures_of(Holder(id="Mill", names=("Mill",)), (), desk) == ()


def _as_possible(found: Listed) -> Listed:
    return Listed(
        keys=found.keys,
        caption=found.caption,
        names=found.names,
        schema=found.schema,
        acts=found.acts,
        verdict="possible",
        score=0.7,
        says=(),
    )


def test_somebody_unknown_is_exposed_to_nobody() -> None:
    assert exposures_of(Holder(id="n", names=("Quartz Bakery",)), (), ledger(lists=(list_of(KOLOSS),))) == ()


def exposure(result: Result, basis: Basis = "register") -> Exposure:
    """Give an exposure with this result."""
    return Exposure(regime="us", rule="OFAC 50 percent rule", result=result, share=None, path=(), basis=basis)


@pytest.mark.parametrize(
    ("exposures", "screened", "word"),
    [
        ([exposure("blocked")], "listed", "listed"),
        ([exposure("blocked")], "none", "owned"),
        ([exposure("unknown"), exposure("control")], "possible", "owned"),
        ([exposure("not blocked", "link"), exposure("unknown", "story")], "none", "linked"),
        ([exposure("unknown", "story")], "none", "possible"),
        ([exposure("unknown")], "none", "possible"),
        ([], "possible", "possible"),
        ([], "none", "none"),
    ],
)
def test_one_word_says_how_a_party_is_exposed(exposures: list[Exposure], screened: str, word: str) -> None:
    found = kind_of(exposures, is_listed=screened == "listed", may_be_listed=screened == "possible")

    assert found == word


def test_of_a_listed_party_only_what_registers_add_is_told() -> None:
    all_ = [exposure("blocked"), exposure("unknown", "story"), exposure("not blocked", "link")]

    assert worth_telling(all_, is_listed=True) == (all_[0],)
    assert worth_telling(all_, is_listed=False) == tuple(all_)


def test_what_one_story_tells_of_an_owner_is_forgotten_before_the_next() -> None:
    desk = ledger(lists=(list_of(KOLOSS),))
    koloss = Holder(id="p1", names=("Koloss Industriya",), schema="Company")
    (before,) = desk.resolver.listed(koloss)
    story = desk.of_story()
    story.resolver.tell(koloss, (replace(before, acts=()),))

    assert story.resolver.listed(Holder(id=before.keys[0], names=("Koloss",)))[0].acts == ()
    assert desk.of_story().resolver.listed(Holder(id=before.keys[0], names=("Koloss",)))[0].acts == before.acts
    assert desk.of_story().resolver.listed(koloss) == (before,)
