"""What somebody judged rules the next reading, says who judged, and can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from nongrata.lists.joins.judgements import Verdict
from nongrata.newsroom import JudgedMatch, Room, judge_match, judge_members, judge_name, keep_capture, reread, take_back
from nongrata.newsroom.judgement_lines import export_lines, import_lines
from nongrata.newsroom.keep import NONGRATA, stories_naming
from nongrata.rows import Row
from nongrata.screening.judged import Subject
from nongrata.settings import Settings
from nongrata.store.opened import Store, open_store
from nongrata.store.record import DossierId, Kept, MemberId
from nongrata.values import ListError, NongrataError
from tests.newsroom.conftest import MEETING, NOW, captured

PUTIN = "us_ofac_sdn:35096"
NOT_HIM = JudgedMatch(verdict=Verdict.NOT_SAME, by="M. Krüger", on=NOW, because="a footballer of that name")


def keep(room: Room, text: str, uri: str = "https://a.example/1") -> DossierId:
    kept = keep_capture(room, captured(text, uri), now=NOW)
    assert isinstance(kept, Kept)
    return kept.dossier


def party(store: Store, dossier: DossierId, name: str) -> Mapping[str, Any]:
    told: Any = store.dossiers.get(dossier)
    (found,) = (each for each in told["stories"][0]["parties"] if each["name"] == name)
    return dict(found)


def member(store: Store, name: str) -> MemberId:
    return store.parties.named(name)[0].id


def test_a_match_judged_not_the_same_stays_rejected_when_the_story_is_read_again(room: Room) -> None:
    dossier = keep(room, MEETING)
    assert party(room.store, dossier, "Vladimir Putin")["exposure"] == "listed"

    judge_match(room.store, member(room.store, "Vladimir Putin"), PUTIN, NOT_HIM)
    (again,) = reread(room, [dossier], now=NOW)

    assert isinstance(again, Kept)
    assert again.has_changed
    found = party(room.store, dossier, "Vladimir Putin")
    assert found["exposure"] == "none"
    (match, *_others) = (each for each in found["matches"] if each["entity_id"] == "35096")
    assert match["verdict"] == "rejected"
    assert match["reasons"][1] == {
        "rule": "judged",
        "effect": "against",
        "says": "M. Krüger judged on 2026-03-01 that “Vladimir Putin” is not the same as PUTIN, Vladimir Vladimirovich:"
        " a footballer of that name",
        "start": None,
        "end": None,
    }
    assert party(room.store, dossier, "Kim Jong Un")["exposure"] == "listed"


def test_the_alerts_on_whom_somebody_judged_away_are_closed_and_no_others(room: Room) -> None:
    dossier = keep(room, MEETING)
    assert {alert.state for alert in room.store.alerts.find()} == {"new"}

    judge_match(room.store, member(room.store, "Vladimir Putin"), PUTIN, NOT_HIM)
    list(reread(room, [dossier], now=NOW))

    closed = room.store.alerts.find(state="closed")
    assert {alert.about["name"] for alert in closed} == {"Vladimir Putin"}
    assert "Kim Jong Un" in {alert.about["name"] for alert in room.store.alerts.find(state="new")}
    assert room.store.audit.find(about=closed[0].id)[0].did == "closed an alert that is over"


def test_it_rules_another_story_that_tells_no_more(room: Room) -> None:
    keep(room, MEETING)
    judge_match(room.store, member(room.store, "Vladimir Putin"), PUTIN, NOT_HIM)

    other = keep(room, "MOSCOW, Sept 18 (Reuters) - Russian President Vladimir Putin spoke.\n", uri="b")

    assert party(room.store, other, "Vladimir Putin")["exposure"] == "none"


def test_taken_back_the_first_answer_comes_again(room: Room) -> None:
    dossier = keep(room, MEETING)
    kept = judge_match(room.store, member(room.store, "Vladimir Putin"), PUTIN, NOT_HIM)
    list(reread(room, stories_naming(room.store, ["Vladimir Putin"]), now=NOW))
    take_back(room.store, kept.number, by="ab", on=NOW + timedelta(hours=1), because="it was him")
    list(reread(room, [dossier], now=NOW))

    assert party(room.store, dossier, "Vladimir Putin")["exposure"] == "listed"
    assert room.store.dossiers.get(dossier, answer=1) == room.store.dossiers.get(dossier, answer=3)
    by_hand = [line.did for line in room.store.audit.find() if line.who != NONGRATA]
    assert by_hand == ["took back a judgement", "judged"]
    with pytest.raises(NongrataError, match="no judgement 1 that stands"):
        take_back(room.store, kept.number, by="ab", on=NOW)


def test_a_name_without_facts_does_not_clear_whom_a_story_tells_more_of(room: Room) -> None:
    subject = Subject(names=("Vladimir Putin",))
    judge_name(room.store, subject, PUTIN, NOT_HIM, caption="PUTIN, Vladimir Vladimirovich")

    found = party(room.store, keep(room, MEETING), "Vladimir Putin")

    assert found["exposure"] == "listed"
    says = [reason["says"] for reason in found["matches"][0]["reasons"] if reason["rule"] == "judged"]
    assert "not used here, as this tells more: same position, same country" in says[0]


def test_judged_the_same_is_a_match_although_no_name_is_alike(room: Room) -> None:
    text = "OSLO, March 1 (Reuters) - Ola Nordmann, 39, spoke on Friday.\n"
    dossier = keep(room, text)
    same = JudgedMatch(verdict=Verdict.SAME, by="mk", on=NOW, because="his passport")
    judge_match(room.store, member(room.store, "Ola Nordmann"), PUTIN, same, caption="PUTIN, Vladimir Vladimirovich")
    list(reread(room, [dossier], now=NOW))

    found = party(room.store, dossier, "Ola Nordmann")
    assert found["exposure"] == "listed"
    assert {match["verdict"] for match in found["matches"]} == {"match"}


def test_unsure_is_no_match_and_not_rejected(room: Room) -> None:
    dossier = keep(room, MEETING)
    judge_match(room.store, member(room.store, "Vladimir Putin"), PUTIN, replace(NOT_HIM, verdict=Verdict.UNSURE))
    list(reread(room, [dossier], now=NOW))

    assert party(room.store, dossier, "Vladimir Putin")["exposure"] == "possible"


def test_two_parties_judged_the_same_are_one_across_stories(room: Room) -> None:
    keep(room, "OSLO, March 1 (Reuters) - Ola Nordmann spoke.\n")
    keep(room, "BERGEN, March 2 (Reuters) - Ola Nordmann sang.\n", uri="b")
    (one, other) = (each.id for each in room.store.parties.named("Ola Nordmann"))

    kept = judge_members(room.store, one, other, JudgedMatch(verdict=Verdict.SAME, by="mk", on=NOW))
    assert len(room.store.parties.get(one)) == 2
    take_back(room.store, kept.number, by="mk", on=NOW)
    assert len(room.store.parties.get(one)) == 1


def test_a_screened_name_stays_rejected_too(room: Room) -> None:
    subject = Subject(names=("Vladimir Putin",), schema="Person")
    judge_name(room.store, subject, PUTIN, NOT_HIM, caption="PUTIN, Vladimir Vladimirovich")

    (hit, *_others) = next(
        room.desk.screen_rows([Row(number=1, names=subject.names, schema="Person")], threshold=0.7, limit=5)
    )

    assert hit.verdict == "rejected"
    assert "M. Krüger judged on 2026-03-01" in hit.reasons[0].says


def test_judgements_travel_to_another_store_once(room: Room, tmp_path_factory: pytest.TempPathFactory) -> None:
    keep(room, MEETING)
    judge_match(room.store, member(room.store, "Vladimir Putin"), PUTIN, NOT_HIM)
    lines = "".join(export_lines(room.store))
    there = open_store(Settings(home=tmp_path_factory.mktemp("other")))

    assert len(import_lines(there, lines, "lines", by="mk", now=NOW)) == 1
    assert import_lines(there, lines, "lines", by="mk", now=NOW) == ()
    assert there.judgements.rulings() == room.store.judgements.rulings()
    assert "".join(export_lines(there)) == lines
    there.close()


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "[1, 2]",
        '["a", "c", "positive", null, "mk", "0001-01-01T00:00:00+14:00"]',
        '["a", "b", "positive", null, "mk", null, null, "", {"names": 1}]',
    ],
)
def test_a_line_that_is_no_judgement_is_refused_and_nothing_kept(room: Room, line: str) -> None:
    good = '["a", "b", "positive", null, "mk", "2026-01-31T12:00:00"]'
    with pytest.raises(ListError, match="lines:2"):
        import_lines(room.store, f"{good}\n{line}\n", "lines", by="mk", now=NOW)

    assert room.store.judgements.all() == ()


@pytest.mark.parametrize(
    ("who", "entry", "wanted"),
    [
        ("nobody", PUTIN, "no such party"),
        ("Kim Jong Un", "eu_fsf:none", "no such match"),
        ("Kim Jong Un", "x", "LIST:ID"),
    ],
)
def test_what_cannot_be_judged_is_said(room: Room, who: str, entry: str, wanted: str) -> None:
    keep(room, MEETING)
    found = room.store.parties.named(who)
    with pytest.raises(NongrataError, match=wanted):
        judge_match(
            room.store,
            found[0].id if found else MemberId("x.1.p1"),
            entry,
            NOT_HIM,
            caption="x" if entry == "x" else "",
        )


def test_a_name_known_all_over_the_world_tells_no_more_than_who_judged_it_knew(room: Room) -> None:
    judge_name(room.store, Subject(names=("Vladimir Putin",)), PUTIN, NOT_HIM, caption="PUTIN, Vladimir Vladimirovich")
    text = "OSLO, March 1 (Reuters) - A museum in Oslo shows a portrait of Vladimir Putin until June.\n"

    assert party(room.store, keep(room, text), "Vladimir Putin")["exposure"] == "none"
