"""People overrule what comparing found, and nothing they judged is forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nongrata.lists import Designation, EntityId, ListedName, ListFile, ListId, Listing, ListVersion
from nongrata.lists.joins.join import Join
from nongrata.lists.joins.judgements import (
    Judgement,
    Verdict,
    id_of,
    line_of,
    member_of,
    parted,
    read_judgements,
    settled,
    standing,
)
from nongrata.values import ListError

NOON = datetime(2026, 1, 31, 12)  # noqa: DTZ001 - nomenklatura's times name no zone


def join(left: str, right: str, score: float = 0.9) -> Join:
    ours, theirs = member_of(left), member_of(right)
    assert ours is not None and theirs is not None
    return Join(left=ours, right=theirs, score=score, why=("the same name",))


def judged(left: str, right: str, verdict: Verdict = Verdict.NOT_SAME) -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, by="mk", on=NOON, because="other father")


def test_a_judgement_is_a_line_as_nomenklatura_writes_it() -> None:
    line = line_of(judged("eu_fsf:EU.1.1", "us_ofac_sdn:7"))

    assert line == (
        '["us_ofac_sdn:7", "eu_fsf:EU.1.1", "negative", null, "mk", "2026-01-31T12:00:00", null, "other father"]\n'
    )


def test_nomenklaturas_own_lines_are_read_and_suggestions_passed_over() -> None:
    text = (
        '["NK-abc", "us:1", "positive", null, "anna", "2025-02-03T04:05:06.789012"]\n'
        '["us:2", "eu:3", "no_judgement", 0.8, "zavod", "2025-02-03T04:05:06"]\n'
    )

    (found,) = read_judgements(text, "resolver.ijson")

    assert (found.left, found.right, found.verdict, found.by) == ("us:1", "NK-abc", Verdict.SAME, "anna")


def test_a_line_may_hold_any_white_space() -> None:
    made = replace(judged("eu:2", "us:1"), because="one\u2028two\x85three")

    assert read_judgements(line_of(made), "x") == (made,)


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "[1,2,3,4,5,6]", '["a","a","positive",null,"x",null]', '["a","b","maybe",null,"x",null]', "[" * 9_999],
)
def test_a_damaged_line_is_refused_with_its_number(line: str) -> None:
    with pytest.raises(ListError, match=r"^judgements\.jsonl:2: found"):
        read_judgements(line_of(judged("us:1", "eu:2")) + line, "judgements.jsonl")


def test_who_is_judged_not_the_same_is_two_even_by_way_of_a_third() -> None:
    joins = [join("us:1", "eu:2", 0.98), join("eu:2", "uk:3", 0.9), join("us:1", "uk:3", 0.95)]

    kept = settled(joins, [judged("us:1", "eu:2")])

    assert len(kept) == 1 and id_of(kept[0].right) == "uk:3"


def test_who_is_judged_the_same_is_one() -> None:
    (kept,) = settled([], [judged("us:1", "eu:2", Verdict.SAME)])

    assert kept.score == 1
    assert kept.why == ("judged the same by mk on 2026-01-31: other father",)


def test_judgements_by_way_of_anothers_id_join_the_entries_on_either_side() -> None:
    judgements = [judged("us:1", "NK-abc", Verdict.SAME), judged("NK-abc", "eu:2", Verdict.SAME)]

    ends = {frozenset((id_of(each.left), id_of(each.right))) for each in settled([], judgements)}

    assert ends == {frozenset(("us:1", "eu:2"))}


def test_unsure_keeps_apart_what_was_joined() -> None:
    assert settled([join("us:1", "eu:2")], [judged("eu:2", "us:1", Verdict.UNSURE)]) == ()


def test_a_judgement_can_be_taken_back_and_given_anew() -> None:
    no = judged("us:1", "eu:2")
    back = replace(no, taken_back=NOON)

    assert standing([no, back]) == ()
    assert settled([join("us:1", "eu:2")], [no, back]) == (join("us:1", "eu:2"),)
    assert standing([no, back, no]) == (no,)


_IDS = st.text(alphabet="abcXYZ019:.|, -йß", min_size=1, max_size=8)


@given(_IDS, _IDS, st.sampled_from(Verdict), st.text(max_size=8), st.sampled_from([None, NOON]))
def test_what_is_written_is_read_again(
    left: str, right: str, verdict: Verdict, because: str, taken_back: datetime | None
) -> None:
    if left == right:
        return
    made = Judgement(
        left=min(left, right),
        right=max(left, right),
        verdict=verdict,
        by="mk",
        on=NOON,
        because=because,
        taken_back=taken_back,
    )

    assert read_judgements(line_of(made), "x") == (made,)


def test_an_entry_of_the_starter_list_is_parted_where_people_part_it() -> None:
    acts = tuple(
        Designation(list_id=ListId(where), entity_id=EntityId(number), caption="Ivan Petrov")
        for where, number in (("us", "1"), ("eu", "2"), ("uk", "3"))
    )
    starter = ListFile(
        version=ListVersion(
            list_id=ListId("starter"), title="", version="2026-01-01", sha256="", entities=1, is_starter=True
        ),
        listings=(Listing(schema="Person", names=(ListedName(text="Ivan Petrov"),), designations=acts),),
    )

    listings = parted(starter, [judged("us:1", "eu:2")]).listings

    assert [[act.entity_id for act in each.designations] for each in listings] == [["2", "3"], ["1"]]
