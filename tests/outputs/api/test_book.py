"""What was judged, as pages ask for it: by names and members, read on when others judge."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from nongrata.lists.joins.judgements import Judgement, Verdict
from nongrata.newsroom.judge import JudgedMatch, judge_name, take_back
from nongrata.outputs.api.book import Book
from nongrata.screening.judged import Subject
from nongrata.settings import Settings
from nongrata.store.opened import Store, open_store

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def judged(store: Store, name: str, verdict: Verdict) -> int:
    """Judge a name; give the judgement's number."""
    said = JudgedMatch(verdict=verdict, by="Anna", on=NOW)
    return judge_name(store, Subject(names=(name,)), "us_ofac_sdn:7", said, caption="ORLOV, Ivan").number


def test_a_judgement_is_found_by_its_name_in_any_order_until_another_one_takes_its_place(tmp_path: Path) -> None:
    store = open_store(Settings(home=tmp_path))
    book = Book(shelf=store.judgements)
    first = judged(store, "Ivan Orlov", Verdict.SAME)
    judged(store, "Ivan Orlovsky", Verdict.SAME)
    assert [(kept.number, stands) for kept, stands in book.of(["ORLOV, Ivan"])] == [(first, True)]

    second = judged(store, "Ivan Orlov", Verdict.NOT_SAME)
    assert [(kept.number, stands) for kept, stands in book.of(["Ivan Orlov"])] == [(second, True), (first, False)]

    back = take_back(store, second, by="Boris", on=NOW).number
    found = book.of(["Ivan Orlov"])
    assert [(kept.number, stands) for kept, stands in found] == [(back, False), (second, False), (first, False)]
    store.close()


def test_what_was_judged_of_two_parties_of_stories_is_found_by_either(tmp_path: Path) -> None:
    store = open_store(Settings(home=tmp_path))
    made = Judgement(left="a.1.p1", right="b.1.p2", verdict=Verdict.SAME, by="Anna", on=NOW, because="one and the same")
    number = store.judgements.put(made)

    book = Book(shelf=store.judgements)

    assert [kept.number for kept, _stands in book.of([], ["b.1.p2"])] == [number]
    assert book.of(["a.1.p1 or so"]) == []
    store.close()
