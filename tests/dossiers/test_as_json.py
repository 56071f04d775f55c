"""The dossier as JSON: every field of the design, spans as start and end, the unknown as null."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

import pytest

from nongrata.articles import Article, Furniture, Published, Story
from nongrata.dossiers import Dossier, MadeBy, ScreenedParty, StoryReport, as_json
from nongrata.events import Claim, Event, Government, Quote, Unnamed
from nongrata.lists import EntityId, ListId, ListVersion
from nongrata.mentions import Equipment, Place, PlaceId, Time
from nongrata.ownership import Exposure, Step
from nongrata.parties import Fact, Party, PartyId, PartyMention
from nongrata.screening import Match, Reason
from nongrata.values import PartialDate, Span

TEXT = "Orlov in Riga\n\nOrlov, 61, met envoys of Kyiv in Riga by the Su-35, Kyiv said. Log in"


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def pos(words: str) -> dict[str, int]:
    return {"start": at(words).start, "end": at(words).end}


@pytest.fixture
def dossier() -> Dossier:
    """A dossier with one of everything."""
    reason = Reason(rule="age", effect="for", says="He is 61 in both.", span=at("61"))
    bare = Reason(rule="same_name", effect="for", says="The name is the list’s.")
    match = Match(
        list_id=ListId("us_ofac_sdn"),
        entity_id=EntityId("1"),
        caption="ORLOV, Ivan",
        score=0.9,
        verdict="match",
        in_force=None,
        programs=("RUSSIA-EO14024",),
        authority="OFAC",
        listed_on=PartialDate("2022-03"),
        source_url="https://lists.example/1",
        reasons=(reason, bare),
    )
    step = Step(owner="Holding", owned="Orlov", share=Fraction(1, 2), source="a register")
    exposure = Exposure(regime="us", rule="OFAC 50 percent rule", result="blocked", share=Fraction(1, 2), path=(step,))
    party = Party(
        id=PartyId("p1"),
        name="Orlov",
        schema="Person",
        mentions=(PartyMention(span=at("Orlov"), text="Orlov", kind="short"),),
        facts=(Fact(kind="age", value="61", span=at("61")),),
    )
    event = Event(
        id="e1",
        type="CONSULT",
        mode="visit",
        contexts=("military",),
        trigger=at("met"),
        evidence=(at("Orlov, 61, met envoys of Kyiv in Riga by the Su-35, Kyiv said."), at("Orlov in Riga")),
        actors=(PartyId("p1"),),
        recipients=(Unnamed(text="envoys of Kyiv"),),
        where=PlaceId("l1"),
        when="2024-05",
        status="asserted",
        sources=(Government(country="ua"),),
        quote=None,
    )
    story = Story(
        span=Span(0, at(" Log in").start),
        title=at("Orlov in Riga"),
        bylines=("A. Writer",),
        datelines=("RIGA",),
        language="en",
        published=Published(on=date(2024, 5, 3), basis="given"),
        paragraphs=(at("Orlov in Riga"),),
        furniture=(Furniture(span=at("Log in"), kind="subscribe"),),
        truncated=True,
    )
    report = StoryReport(
        story=story,
        parties=(ScreenedParty(party=party, exposure="listed", matches=(match,), ownership=(exposure,)),),
        places=(Place(id=PlaceId("l1"), name="Riga", span=at("Riga"), country="lv", lat=56.9, lon=24.1),),
        equipment=(Equipment(id="q1", name="Su-35", span=at("Su-35"), kind="aircraft", maker_country="ru"),),
        arms=(Equipment(id="61", name="61", span=at("61"), kind="vehicle"),),
        times=(Time(span=at("61"), text="61", value=None, basis="stated"),),
        events=(event,),
        claims=(Claim(span=at("said"), party=None, regimes=("us",), verdict="not checkable", basis=("No list.",)),),
        quotes=(Quote(span=at("met envoys of Kyiv"), kind="indirect", sources=(Government(country="ua"),)),),
    )
    version = ListVersion(list_id=ListId("un_sc"), title="UN", version="2026-08-01", sha256="ab", entities=1011)
    return Dossier(
        article=Article(
            uri="a.txt",
            sha256="cd",
            fetched_at="2024-05-03T12:00:00Z",
            media_type="text/plain",
            text=TEXT,
            stories=(story,),
        ),
        made_by=MadeBy(nongrata="0.1.0", model="m", lists=(version,), as_of=date(2024, 6, 1)),
        stories=(report,),
    )


def test_the_whole_dossier_is_as_the_design_says(dossier: Dossier) -> None:
    assert as_json(dossier) == {
        "schema": "nongrata/dossier/1",
        "source": {
            "uri": "a.txt",
            "sha256": "cd",
            "fetched_at": "2024-05-03T12:00:00Z",
            "media_type": "text/plain",
        },
        "made_by": {
            "nongrata": "0.1.0",
            "model": "m",
            "lists": {"un_sc": {"version": "2026-08-01", "sha256": "ab", "entities": 1011}},
            "as_of": "2024-06-01",
        },
        "text": TEXT,
        "stories": [
            {
                "title": "Orlov in Riga",
                "agency": None,
                "bylines": ["A. Writer"],
                "datelines": ["RIGA"],
                "language": "en",
                "start": 0,
                "end": at(" Log in").start,
                "published": {"date": "2024-05-03", "basis": "given"},
                "furniture": [{**pos("Log in"), "kind": "subscribe"}],
                "truncated": True,
                "parties": [
                    {
                        "id": "p1",
                        "name": "Orlov",
                        "schema": "Person",
                        "mentions": [{"start": 0, "end": 5, "text": "Orlov", "kind": "short"}],
                        "facts": [{"kind": "age", "value": "61", **pos("61")}],
                        "exposure": "listed",
                        "matches": [
                            {
                                "list": "us_ofac_sdn",
                                "entity_id": "1",
                                "caption": "ORLOV, Ivan",
                                "score": 0.9,
                                "verdict": "match",
                                "in_force": None,
                                "programs": ["RUSSIA-EO14024"],
                                "authority": "OFAC",
                                "listed_on": "2022-03",
                                "delisted_on": None,
                                "source_url": "https://lists.example/1",
                                "reasons": [
                                    {
                                        "rule": "age",
                                        "effect": "for",
                                        "says": "He is 61 in both.",
                                        "start": 22,
                                        "end": 24,
                                    },
                                    {
                                        "rule": "same_name",
                                        "effect": "for",
                                        "says": "The name is the list’s.",
                                        "start": None,
                                        "end": None,
                                    },
                                ],
                            }
                        ],
                        "ownership": [
                            {
                                "regime": "us",
                                "rule": "OFAC 50 percent rule",
                                "result": "blocked",
                                "share": 0.5,
                                "path": [{"owner": "Holding", "owned": "Orlov", "share": 0.5, "source": "a register"}],
                            }
                        ],
                    }
                ],
                "places": [
                    {
                        "id": "l1",
                        "name": "Riga",
                        **pos("Riga"),
                        "geonames_id": None,
                        "country": "lv",
                        "lat": 56.9,
                        "lon": 24.1,
                        "literal": True,
                    }
                ],
                "equipment": [{"id": "q1", "name": "Su-35", **pos("Su-35"), "kind": "aircraft", "maker_country": "ru"}],
                "arms": [{"name": "61", **pos("61"), "kind": "vehicle"}],
                "times": [{**pos("61"), "text": "61", "value": None, "basis": "stated"}],
                "events": [
                    {
                        "id": "e1",
                        "type": "CONSULT",
                        "mode": "visit",
                        "contexts": ["military"],
                        "trigger": pos("met"),
                        "evidence": pos("Orlov, 61, met envoys of Kyiv in Riga by the Su-35, Kyiv said."),
                        "also": [{"start": 0, "end": 13}],
                        "actors": ["p1"],
                        "recipients": [{"text": "envoys of Kyiv"}],
                        "where": "l1",
                        "when": "2024-05",
                        "status": "asserted",
                        "sources": [{"country": "ua"}],
                        "quote": None,
                    }
                ],
                "quotes": [{**pos("met envoys of Kyiv"), "kind": "indirect", "sources": [{"country": "ua"}]}],
                "claims": [
                    {
                        **pos("said"),
                        "party": None,
                        "regimes": ["us"],
                        "verdict": "not checkable",
                        "basis": ["No list."],
                    }
                ],
            }
        ],
    }


def test_it_comes_back_from_json_the_same(dossier: Dossier) -> None:
    assert json.loads(json.dumps(as_json(dossier))) == as_json(dossier)
