"""The listings of a card: each once, whichever list repeats it."""

from __future__ import annotations

from nongrata.lists import EntityId, ListId
from nongrata.outputs.story.listings import told_once
from nongrata.screening import Match


def match(list_id: str, entity_id: str) -> Match:
    return Match(
        list_id=ListId(list_id),
        entity_id=EntityId(entity_id),
        caption="CAPTION",
        score=1.0,
        verdict="match",
        in_force=True,
        reasons=(),
    )


def test_the_screening_list_repeats_nothing_that_ofac_itself_says() -> None:
    sdn, copy, entity_list = match("us_ofac_sdn", "10391"), match("us_csl", "SDN-10391"), match("us_csl", "EL-9f2c")

    assert list(told_once([sdn, copy, entity_list])) == [sdn, entity_list]


def test_without_ofacs_own_list_the_screening_list_speaks_for_it() -> None:
    copy, other = match("us_csl", "SDN-10391"), match("us_ofac_sdn", "7")

    assert list(told_once([copy, other])) == [copy, other]
