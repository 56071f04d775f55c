"""Stories across outlets: copies are one text, reports in other words are one topic, other events are others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from nongrata.store.opened import Store
from nongrata.store.record import StoryId, ToldId
from nongrata.store.stories.query import StoryQuery
from tests.store.made import Named, dossier_of

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
WIRE = """\
Tanker Ostrava Star seized off Kirkenes with crude on board
KIRKENES, March 1 (Northwire) - Norwegian coast guards seized the tanker Ostrava Star off Kirkenes on Sunday, \
saying that it carried 90,000 tons of crude under a false flag, the ministry of defence said in a statement.
The vessel, which organised its papers in Libreville, had switched off its transponder for nine days before it \
was sighted near the harbour, a spokesman told reporters. Its master, a Georgian citizen, was questioned by the \
police.
The owner, Baltika Shipping of Piraeus, denied that the cargo came from Murmansk and said that its lawyers would \
ask a court in Tromsoe to free the ship and its crew of 23 sailors.
The European Union put the ship on its list in May last year. Norway follows these measures in full.
"""
CUT = "Norway seizes ship\n" + "\n".join(WIRE.splitlines()[1:3])
AMERICAN = WIRE.replace("organised", "organized").replace("harbour", "harbor").replace("defence", "defense")
LOCAL = WIRE.replace(
    "The owner,", "Mayor Ola Berg said that the town had room for the sailors at the school.\nThe owner,"
)
OTHER_WORDS = """\
Norway holds crude carrier Ostrava Star
A crude carrier named Ostrava Star is being held near Kirkenes after a boarding by the Norwegian coast guard, \
officials in Oslo confirmed on March 1.
Baltika Shipping, the Piraeus firm behind the ship, rejects the charge that its load came from Murmansk; 23 \
sailors are aboard.
"""
OTHER_EVENT = """\
Ferry runs aground off Bodoe
A ferry with 140 passengers ran aground off Bodoe in thick fog on Sunday. Nobody was hurt, the coast guard said.
The operator, Nordlys Lines, said that a rudder had failed. All passengers were taken to Bodoe by helicopter.
"""


def keep(store: Store, text: str, number: int) -> StoryId:
    at = NOW + timedelta(minutes=number)
    kept = store.dossiers.put(dossier_of(text, uri=f"https://{number}.example/"), at=at)
    return StoryId(f"{kept.dossier}.1")


def text_and_topic(store: Store, story: StoryId) -> tuple[StoryId, StoryId]:
    found = store.stories.get(story)
    assert found is not None
    return found.copy_of, found.topic


def test_a_copy_cut_short_respelt_or_with_a_local_paragraph_is_the_same_text(store: Store) -> None:
    first = keep(store, WIRE, 0)
    copies = [keep(store, text, number) for number, text in enumerate((CUT, AMERICAN, LOCAL), start=1)]

    assert {text_and_topic(store, copy) for copy in copies} == {(first, first)}
    assert [each.id for each in store.stories.find(StoryQuery(copies=False))] == [first]
    assert store.stories.count(StoryQuery(topic=first)) == 4


def test_other_words_about_one_event_are_one_topic_and_another_event_is_another(store: Store) -> None:
    other_event = keep(store, OTHER_EVENT, 0)
    first = keep(store, WIRE, 1)
    same_event = keep(store, OTHER_WORDS, 2)

    assert text_and_topic(store, same_event) == (same_event, first)
    assert text_and_topic(store, other_event) == (other_event, other_event)


def test_a_copy_of_a_later_report_is_of_its_topic_too(store: Store) -> None:
    first = keep(store, WIRE, 0)
    report = keep(store, OTHER_WORDS, 1)
    copy = keep(store, OTHER_WORDS.replace("Norway holds", "Held:"), 2)

    assert text_and_topic(store, copy) == (report, first)


def test_a_year_later_the_same_words_are_another_topic(store: Store) -> None:
    first = keep(store, WIRE, 0)
    dossier = dossier_of(OTHER_WORDS, uri="https://late.example/", on="2027-03-01")
    kept = store.dossiers.put(dossier, at=NOW + timedelta(days=365))

    assert text_and_topic(store, StoryId(f"{kept.dossier}.1"))[1] != first


def test_an_answer_made_anew_leaves_texts_and_topics_as_they_were(store: Store) -> None:
    stories = [keep(store, text, number) for number, text in enumerate((WIRE, CUT, OTHER_WORDS))]
    before = [text_and_topic(store, story) for story in stories]
    store.dossiers.put(
        dossier_of(WIRE, Named(name="Baltika Shipping", schema="Company"), uri="https://0.example/"), at=NOW
    )

    assert [text_and_topic(store, story) for story in stories] == before


def test_a_long_text_is_looked_up_by_few_runs_of_words_and_its_copies_found(store: Store) -> None:
    lines = [" ".join(f"quay{line}x{word}" for word in range(20)) for line in range(60)]
    first = keep(store, "\n".join(lines), 0)
    copies = [keep(store, "\n".join(["Of a quay", *lines[:35]]), 1), keep(store, "\n".join(lines[:50]), 2)]

    assert {text_and_topic(store, copy)[0] for copy in copies} == {first}
    assert store.database.rows("SELECT count(*) FROM trace_run GROUP BY turn") == [(24,)] * 3


def test_one_event_keeps_every_telling_and_its_disagreements(store: Store) -> None:
    owner, guard = Named(name="Baltika Shipping", schema="Company"), Named(name="Norw", schema="Organization")
    for number, text in enumerate((WIRE, OTHER_WORDS)):
        dossier = dossier_of(text, guard, owner, uri=f"https://{number}.example/", events=1)
        store.dossiers.put(dossier, at=NOW + timedelta(minutes=number))
    (happening,) = {told.happening for told in store.happenings.get(_only_told(store))}

    tellings = store.happenings.get(happening)
    assert len({told.story for told in tellings}) == 2
    assert len({told.sentence for told in tellings}) == 2


def _only_told(store: Store) -> ToldId:
    (row,) = store.database.rows("SELECT id FROM told WHERE happening = id")
    return ToldId(row[0])
