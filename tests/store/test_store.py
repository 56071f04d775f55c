"""The suite that every store passes."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from nongrata.dossiers import as_json
from nongrata.dossiers.alerts import Alert, AlertId
from nongrata.lists.joins.judgements import Judgement, Verdict
from nongrata.screening.judged import Subject
from nongrata.settings import Settings
from nongrata.sources import Capture
from nongrata.store.about import About
from nongrata.store.audit import START, Verified
from nongrata.store.clients import Client, ClientId
from nongrata.store.jobs import Job, JobId
from nongrata.store.migrate import newest
from nongrata.store.opened import Store, open_store
from nongrata.store.record import DossierId, MemberId, StoryId
from nongrata.store.sources import Entry, Source
from nongrata.store.stories.happenings import EventQuery
from nongrata.store.stories.query import StoryQuery
from nongrata.store.tokens import Token, TokenId
from nongrata.values import SettingError, StoreError
from tests.store.conftest import Opened
from tests.store.made import Named, dossier_of

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PUTIN = Named(name="Vladimir Putin", listed=("us_ofac_sdn:35096", "uk_fcdo:RUS0251"))
STORY = "Kremlin\nVladimir Putin met Anna Orlova."


def later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def keep(store: Store, text: str, *parties: Named, at: datetime = NOW, uri: str = "https://a.example/1") -> DossierId:
    return store.dossiers.put(dossier_of(text, *parties, uri=uri, events=1), at=at).dossier


def test_a_capture_comes_back_as_it_was(store: Store) -> None:
    told = Capture(
        uri="https://a.example/1",
        body="Ein Bericht über Kim.".encode(),
        media_type="text/html",
        charset="utf-8",
        fetched_at=NOW,
        title="Bericht",
        published=date(2026, 2, 28),
        is_whole=True,
    )

    kept = store.captures.put(told, headers={"etag": '"1"'})

    assert store.captures.put(told) == kept
    assert store.captures.get(kept) == told
    assert store.captures.headers(kept) == {"etag": '"1"'}


def test_a_dossier_comes_back_as_it_was(store: Store) -> None:
    dossier = dossier_of(STORY, PUTIN)

    kept = store.dossiers.put(dossier, at=NOW)

    assert kept.is_new
    assert store.dossiers.get(kept.dossier) == as_json(dossier)


def test_the_same_story_again_changes_nothing(store: Store) -> None:
    first = store.dossiers.put(dossier_of(STORY, PUTIN, events=1), at=NOW)
    stories = store.stories.find(StoryQuery())
    again = store.dossiers.put(dossier_of(STORY, PUTIN, events=1), at=later(5))

    assert (again.dossier, again.answer) == (first.dossier, 1)
    assert not again.is_new
    assert not again.has_changed
    assert store.stories.find(StoryQuery()) == stories
    assert len(store.dossiers.answers(first.dossier)) == 1


def test_another_answer_is_added_and_the_first_one_kept(store: Store) -> None:
    first = dossier_of(STORY, Named(name="Vladimir Putin"))
    kept = store.dossiers.put(first, at=NOW)
    again = store.dossiers.put(dossier_of(STORY, PUTIN, version="2026-02-01"), at=later(5))

    assert again.has_changed
    assert again.answer == 2
    assert store.dossiers.get(kept.dossier, answer=1) == as_json(first)
    (story,) = store.stories.find(StoryQuery())
    assert (story.exposure, story.listed, story.kept_at) == ("listed", 1, NOW)
    assert story.made_by == {"us_ofac_sdn": "2026-02-01"}


def test_what_all_answers_were_made_by_is_kept_once(store: Store) -> None:
    lists = [dossier_of(f"{STORY} {number}", PUTIN) for number in range(3)]
    kept = [store.dossiers.put(each, at=later(number)).dossier for number, each in enumerate(lists)]

    assert [store.dossiers.get(each) for each in kept] == list(map(as_json, lists))
    assert store.database.rows("SELECT count(DISTINCT made_by), count(DISTINCT lists) FROM answer, story") == [(1, 1)]
    assert len(store.database.rows("SELECT text FROM told_once")) == 2  # the answers' and the stories'


def test_stories_are_found_by_their_words_and_by_who_is_in_them(store: Store) -> None:
    keep(store, STORY, PUTIN, Named(name="Anna Orlova"))
    keep(store, "Harvest\nFarmers in Łódź are glad.", uri="https://a.example/2", at=later(1))

    def titles(query: StoryQuery) -> list[str | None]:
        return [story.title for story in store.stories.find(query)]

    assert titles(StoryQuery()) == ["Harvest", "Kremlin"]
    assert titles(StoryQuery(words="lodz farm")) == ["Harvest"]
    assert titles(StoryQuery(words="ORLOVA")) == ["Kremlin"]
    assert titles(StoryQuery(words="orlova harvest")) == []
    assert titles(StoryQuery(words="!?")) == []
    assert titles(StoryQuery(exposures=("listed", "owned"))) == ["Kremlin"]
    assert titles(StoryQuery(entry=("uk_fcdo", "RUS0251"))) == ["Kremlin"]
    assert titles(StoryQuery(since=date(2026, 3, 2))) == []
    assert store.stories.count(StoryQuery(words="the glad")) == 0


@pytest.mark.parametrize("few", [1, 1_000])
def test_words_side_by_side_are_found_newest_first_however_many_stories_have_them_apart(
    store: Store, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("nongrata.store.stories.words._FEW", 1)
    monkeypatch.setattr("nongrata.store.stories.words._FEW_SIDE_BY_SIDE", few)
    for number, said in enumerate(("jet plant", "plant jet", "jet plant", "a jet, no plant")):
        keep(store, f"Story {number}\nThe {said}.", uri=f"https://a.example/{number}", at=later(number * 60 * 24 * 20))

    assert [story.title for story in store.stories.find(StoryQuery(words='"jet plant"'))] == ["Story 2", "Story 0"]


def test_pages_of_stories_have_each_story_once(store: Store) -> None:
    for number in range(7):
        keep(store, f"Story {number}\nText.", uri=f"https://a.example/{number}", at=later(number // 3))
    seen: list[StoryId] = []
    while page := store.stories.find(StoryQuery(limit=3, before=seen[-1] if seen else None)):
        seen += [story.id for story in page]

    assert len(seen) == len(set(seen)) == 7


def test_a_party_is_one_across_stories_by_its_listing(store: Store) -> None:
    keep(store, STORY, PUTIN)
    keep(
        store, "Cremlino\nWladimir Putin schweigt.", Named(name="Wladimir Putin", listed=("uk_fcdo:RUS0251",)), uri="b"
    )

    (first, second) = store.parties.named("Putin")
    assert first.canonical == second.canonical
    assert {member.name for member in store.parties.get(first.id)} == {"Vladimir Putin", "Wladimir Putin"}
    assert len(store.stories.find(StoryQuery(party=second.id))) == 2


def test_a_party_is_not_one_by_its_name_alone(store: Store) -> None:
    keep(store, STORY, Named(name="Anna Orlova"))
    keep(store, STORY, Named(name="Anna Orlova"), uri="b")

    (first, second) = store.parties.named("Anna Orlova")
    assert first.canonical != second.canonical


def test_an_identifier_makes_one_of_two_and_a_third_story_unites_what_was_apart(store: Store) -> None:
    keep(
        store, "A\nLady R sails.", Named(name="Lady R", schema="Vessel", facts=[("identifier", "imo:9161003")]), uri="a"
    )
    keep(
        store, "B\nLADY R sails.", Named(name="LADY R", schema="Vessel", listed=["us_ofac_sdn:1"]), uri="b", at=later(1)
    )
    assert len({member.canonical for member in store.parties.named("lady r")}) == 2

    both = Named(name="Lady R", schema="Vessel", listed=["us_ofac_sdn:1"], facts=[("identifier", "imo:9161003")])
    keep(store, "C\nLady R sails.", both, uri="c", at=later(2))

    members = store.parties.named("lady r")
    assert len({member.canonical for member in members}) == 1
    assert store.stories.get(StoryId(members[0].canonical.rsplit(".", 1)[0])) is not None
    assert members[-1].id == members[0].canonical, "the oldest one gives the name"


def test_an_answer_taken_back_parts_what_it_united(store: Store) -> None:
    keep(store, STORY, PUTIN)
    other = keep(store, STORY, PUTIN, uri="b", at=later(1))
    store.dossiers.put(dossier_of(STORY, Named(name="Vladimir Putin"), uri="b"), at=later(2))

    assert len({member.canonical for member in store.parties.named("putin")}) == 2
    assert [each.dossier for each in store.stories.find(StoryQuery(exposures=("none",)))] == [other]


def test_a_judgement_unites_and_parts_until_it_is_taken_back(store: Store) -> None:
    keep(store, STORY, Named(name="Anna Orlova"))
    keep(store, STORY, Named(name="Anna Orlova"), uri="b", at=later(1))
    one, other = (member.id for member in store.parties.named("orlova"))
    judged = Judgement(left=one, right=other, verdict=Verdict.SAME, by="mk", on=NOW, because="one portrait")

    def judge(judgement: Judgement) -> int:
        store.judgements.put(judgement)
        store.parties.unite({one, other})
        return len({member.canonical for member in store.parties.named("orlova")})

    assert judge(judged) == 1
    assert judge(Judgement(left=other, right=one, verdict=Verdict.NOT_SAME, by="ab", on=later(1))) == 2
    assert judge(judged) == 1
    assert judge(Judgement(left=one, right=other, verdict=Verdict.SAME, by="mk", on=NOW, taken_back=later(3))) == 2
    assert len(store.judgements.about(one)) == 4


def test_what_people_keep_apart_a_listing_does_not_unite(store: Store) -> None:
    keep(store, STORY, PUTIN)
    keep(store, STORY, PUTIN, uri="b", at=later(1))
    one, other = (member.id for member in store.parties.named("putin"))
    store.judgements.put(Judgement(left=one, right=other, verdict=Verdict.NOT_SAME, by="mk", on=NOW))
    store.parties.unite({one, other})

    assert len({member.canonical for member in store.parties.named("putin")}) == 2


def test_judgements_come_back_with_what_they_were_about(store: Store) -> None:
    subject = Subject(names=("Anna Orlova",), schema="Person", facts=(("age", "24"),), on=date(2026, 3, 1))
    about = About(subject=subject, caption="ORLOVA, Anna", told=frozenset(["same_country"]))
    judgement = Judgement(left="ng-1", right="eu_fsf:EU.1", verdict=Verdict.UNSURE, by="mk", on=NOW, because="age")

    number = store.judgements.put(judgement, about=about)

    kept = store.judgements.get(number)
    assert kept is not None
    assert (kept.judgement, kept.about) == (judgement, about)
    assert store.judgements.standing() == (kept,)


@pytest.mark.parametrize("table", ["judgement", "audit"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET because = 'x'", "UPDATE {} SET who = 'x'"])
def test_judgements_and_the_audit_log_are_only_added_to(store: Store, table: str, change: str) -> None:
    store.judgements.put(Judgement(left="a", right="b", verdict=Verdict.SAME, by="mk", on=NOW))
    store.audit.add(who="mk", did="judged", about="a", at=NOW)

    with pytest.raises(StoreError):
        store.database.run(change.format(table))

    assert len(store.judgements.all()) == 1
    assert store.audit.verify().broken is None


def test_events_are_found_by_type_and_by_who_takes_part(store: Store) -> None:
    keep(store, STORY, PUTIN, Named(name="Anna Orlova"))
    (orlova,) = store.parties.named("orlova")

    (told,) = store.happenings.find(EventQuery(types=("CONSULT", "AID"), party=orlova.id))
    assert told.recipients == (f"party:{orlova.id}",)
    assert store.happenings.get(told.id) == (told,)
    assert store.happenings.of_story(told.story) == (told,)
    assert store.happenings.find(EventQuery(types=("AID",))) == ()
    assert store.happenings.find(EventQuery(since=date(2026, 3, 2))) == ()
    assert store.happenings.find(EventQuery(before=told.id)) == ()


def test_an_alert_is_raised_once_and_handed_on_once(store: Store) -> None:
    alert = Alert(
        id=AlertId("1"), rule="listed_acts", story="s.1", made_at=NOW, says="Putin met Orlova.", about={"n": 1}
    )

    assert store.alerts.put([alert], channels=["webhook"]) == (alert,)
    assert store.alerts.put([alert], channels=["webhook"]) == ()
    (due,) = store.alerts.due("webhook", now=NOW)
    store.alerts.failed(due.alert.id, "webhook", error="found HTTP 500", again=later(10))
    assert store.alerts.due("webhook", now=later(9)) == ()
    (due,) = store.alerts.due("webhook", now=later(10))
    assert due.tries == 1
    store.alerts.delivered(due.alert.id, "webhook", at=later(10))
    assert store.alerts.due("webhook", now=later(99)) == ()


def test_alerts_are_listed_by_state_and_by_page(store: Store) -> None:
    alerts = [Alert(id=AlertId(f"{n}"), rule="r", story="s.1", made_at=NOW, says="", about={}) for n in range(5)]
    store.alerts.put(alerts)
    assert store.alerts.mark(AlertId("3"), "seen")
    assert not store.alerts.mark(AlertId("9"), "seen")

    assert [each.id for each in store.alerts.find(limit=2)] == ["4", "3"]
    assert [each.id for each in store.alerts.find(limit=9, before=AlertId("3"))] == ["2", "1", "0"]
    assert [each.id for each in store.alerts.find(state="seen")] == ["3"]
    assert (store.alerts.count(), store.alerts.count(state="new")) == (5, 4)
    assert len(store.alerts.of_story("s.1")) == 5


def test_sources_and_their_entries_are_kept(store: Store) -> None:
    source = Source(uri="https://a.example/feed", kind="feed", etag='"1"', due=later(15), asked_at=NOW, failures=2)
    store.sources.put(Source(uri=source.uri, kind="unknown", due=NOW))
    store.sources.put(source)
    store.sources.add_entry(source.uri, Entry(entry="guid-1", seen_at=NOW, dossier=None, said="found HTTP 404"))

    assert store.sources.all() == (source,)
    assert store.sources.get("https://b.example/") is None
    assert store.sources.has(source.uri, "guid-1")
    assert not store.sources.has(source.uri, "guid-2")
    assert [entry.said for entry in store.sources.entries(source.uri)] == ["found HTTP 404"]


def test_clients_are_replaced_as_a_list(store: Store) -> None:
    one = Client(id=ClientId("1"), list="clients", name="Orlov", schema="Person", about={"n": 1}, added_at=NOW)
    two = Client(id=ClientId("2"), list="clients", name="Volga", schema="Company", about={}, added_at=NOW)
    store.clients.replace("clients", [one, two])

    assert store.clients.replace("clients", [replace(two, added_at=later(5))]) == 1
    assert store.clients.all() == (two,)


def test_a_token_is_known_by_its_secret_until_it_is_revoked(store: Store) -> None:
    token = Token(id=TokenId("t1"), name="mk", role="analyst", made_at=NOW, ends_at=later(60))
    store.tokens.put(token, "secret")

    assert store.tokens.of_secret("secret", now=later(59)) == token
    assert store.tokens.of_secret("secret", now=later(60)) is None
    assert store.tokens.of_secret("other", now=NOW) is None
    assert store.tokens.revoke(TokenId("t1"), at=NOW)
    assert not store.tokens.revoke(TokenId("t1"), at=NOW)
    assert store.tokens.of_secret("secret", now=NOW) is None
    assert store.database.rows("SELECT count(*) FROM token WHERE digest = 'secret'") == [(0,)]


def test_a_job_is_taken_once_and_waits_again_after_a_crash(store: Store) -> None:
    job = Job(id=JobId("j1"), kind="read", asked={"uri": "a"}, made_by="mk", made_at=NOW, changed_at=NOW)
    store.jobs.put(job)

    with ThreadPoolExecutor(4) as pool:
        taken = [each for each in pool.map(lambda _n: store.jobs.take(now=NOW), range(8)) if each is not None]

    assert [each.state for each in taken] == ["running"]
    assert store.jobs.put_back(now=later(1)) == 1
    assert store.jobs.get(job.id) == replace(job, changed_at=later(1))
    assert [each.id for each in store.jobs.find(state="waiting")] == ["j1"]


def test_the_audit_log_holds_and_shows_its_lines(store: Store) -> None:
    for number in range(2):
        store.audit.add(who="mk", did="judged", about=f"m{number}", at=later(number), detail={"verdict": "same"})
    hostile = "M. Kr\udcfcger\0"  # as a terminal of another encoding gives it
    store.audit.add(who=hostile, did="judged", about="m2", at=later(2), detail={"because": hostile})

    lines = store.audit.find()
    assert [line.about for line in lines] == ["m2", "m1", "m0"]
    assert lines[-1].before == START
    assert store.audit.find(about="m1") == (lines[1],)
    assert store.audit.find(before=2) == (lines[2],)
    verified = store.audit.verify()
    assert (verified.lines, verified.last, verified.broken) == (3, lines[0].digest, None)


def test_several_threads_write_the_audit_log_in_one_chain(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: store.audit.add(who="mk", did="read", about=str(n), at=NOW), range(40)))

    verified = store.audit.verify()
    assert (verified.lines, verified.broken) == (40, None)


def test_what_fails_half_way_leaves_nothing(store: Store) -> None:
    class Stopped(Exception):
        pass

    with pytest.raises(Stopped), store.database.transaction():
        keep(store, STORY, PUTIN)
        raise Stopped

    assert store.stories.find(StoryQuery()) == ()


def test_another_opening_sees_what_was_kept(opened: Opened) -> None:
    keep(opened(), STORY, PUTIN)

    assert len(opened().stories.find(StoryQuery())) == 1


def test_a_store_of_a_later_nongrata_is_refused_in_words(opened: Opened) -> None:
    store = opened()
    store.database.run("UPDATE store_version SET number = 999")

    with pytest.raises(StoreError, match=f"found a store of version 999; wanted at most {newest()}: update nongrata"):
        opened()


def test_text_that_no_database_likes_is_kept_all_the_same(store: Store) -> None:
    kept = keep(store, "Nul \x00 and a half \ud83d\nText of O'Brien % ? _.", Named(name="O'Brien % ? _"))

    assert store.dossiers.get(kept) is not None
    assert len(store.parties.named("o'brien")) == 1


def test_ids_that_nobody_has_give_nothing(store: Store) -> None:
    assert store.dossiers.get(DossierId("x")) is None
    assert store.stories.get(StoryId("x")) is None
    assert store.parties.get(MemberId("x")) == ()


def test_an_audit_line_changed_behind_our_back_breaks_the_chain(tmp_path: Path) -> None:
    store = open_store(Settings(home=tmp_path))
    for number in range(3):
        store.audit.add(who="mk", did="judged", about=f"m{number}", at=NOW)
    store.close()
    with sqlite3.connect(tmp_path / "store.sqlite3") as forged:
        forged.execute("DROP TRIGGER audit_is_not_changed")
        forged.execute("UPDATE audit SET who = 'ab' WHERE number = 2")
    forged.close()

    store = open_store(Settings(home=tmp_path))
    assert store.audit.verify().broken == "line 2 was changed: it no longer has its digest"
    assert store.audit.verify(newest=2).broken == "line 2 was changed: it no longer has its digest"
    assert store.audit.verify(newest=1) == Verified(lines=3, last=store.audit.find(limit=1)[0].digest, first=3)
    store.close()


@pytest.mark.parametrize("url", ["mysql://me:secret@host/db", "store.db", "postgresql://", ""])
def test_an_unusable_store_url_stops_without_its_password(url: str) -> None:
    with pytest.raises(SettingError, match="NONGRATA_STORE") as stopped:
        Settings.from_env({"NONGRATA_STORE": url})

    assert "secret" not in str(stopped.value)


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite3").write_bytes(b"this is no database" * 100)

    with pytest.raises(StoreError, match="file is not a database"):
        open_store(Settings(home=tmp_path))


def test_a_server_that_is_not_there_is_named_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as stopped:
        open_store(Settings(home=tmp_path, store="postgresql://me:secret@127.0.0.1:1/desk"))

    assert "secret" not in str(stopped.value)
    assert "127.0.0.1:1/desk" in str(stopped.value)


def test_a_party_in_very_many_stories_is_given_in_part_and_each_member_by_itself(store: Store) -> None:
    orlova = Named(name="Anna Orlova")
    first = keep(store, STORY, PUTIN, orlova)
    for number in range(4):
        keep(store, f"{STORY} {number}", PUTIN, orlova, at=later(number + 1), uri=f"https://a.example/{number}")
    putin = next(each for each in store.parties.of_dossier(first) if "Putin" in each.name)

    assert len(store.parties.get(putin.id)) == 5
    assert store.parties.get(putin.id, limit=2)[0] == putin == store.parties.one(putin.id)
    assert store.parties.one(MemberId("nobody")) is None
    assert len(store.parties.named("vlad put", limit=3)) == 3
    assert store.parties.named("put vladi") != ()
    assert store.parties.named("utin") == ()
    assert store.stories.count(StoryQuery()) == 5
    assert store.stories.count(StoryQuery(), most=2) == 2
    assert store.stories.count(StoryQuery(words="kremlin"), most=100) == 5
    assert store.stories.count(StoryQuery(words="kremlin"), most=3) == 3
