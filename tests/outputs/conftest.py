"""A dossier made by hand, with everything in it that a page has to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from nongrata.articles import Article, Furniture, Published, Story
from nongrata.dossiers import Dossier, MadeBy, ScreenedParty, StoryReport
from nongrata.events import Claim, Event, Government, Unnamed
from nongrata.lists import EntityId, ListId, ListVersion
from nongrata.mentions import Equipment, Place, PlaceId
from nongrata.ownership import Exposure, Step
from nongrata.parties import Fact, Party, PartyId, PartyMention
from nongrata.screening import Match, Reason
from nongrata.values import PartialDate, Span

TEXT = """Minister tours blacklisted yard

The yard in Baltiysk. (Handout)

BALTIYSK, May 3 (Demo Wire) - Ivan Orlov, 61, visited Baltic Yard, which is under U.S. sanctions, on Friday.

The yard's tanker Sea Lark carried oil to Syria, Kyiv alleged. Orlov denied it. North Dock, a unit of Baltic Yard, \
said nothing. Anna Orlov, a florist, watched.Rain in Riga

Subscribe now"""


def _span(words: str, *, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _mention(words: str, *, nth: int = 0, kind: str = "full") -> PartyMention:
    return PartyMention(span=_span(words, nth=nth), text=words, kind=kind)  # type: ignore[arg-type]


def _match(list_id: str, entity_id: str, caption: str, listed_on: str | None, **more: object) -> Match:
    reason = Reason(rule="same_name", effect="for", says=f"“{caption}” is the list’s name.", span=None)
    match = Match(
        list_id=ListId(list_id),
        entity_id=EntityId(entity_id),
        caption=caption,
        score=0.97,
        verdict="match",
        in_force=True,
        programs=("RUSSIA-EO14024",),
        authority="OFAC",
        listed_on=None if listed_on is None else PartialDate(listed_on),
        source_url=f"https://lists.example/{entity_id}",
        reasons=(reason,),
    )
    return replace(match, **more)  # type: ignore[arg-type]


def _parties() -> tuple[ScreenedParty, ...]:
    rejected = Reason(rule="gender", effect="against", says="The list’s ORLOV is a man of 61; Anna Orlov is a florist.")
    step = Step(owner="Baltic Yard", owned="North Dock", share=None, source="the story: “a unit of Baltic Yard”")
    return (
        ScreenedParty(
            party=Party(id=PartyId("p4"), name="Anna Orlov", schema="Person", mentions=(_mention("Anna Orlov"),)),
            exposure="none",
            matches=(_match("us_ofac_sdn", "1", "ORLOV, Ivan", None, verdict="rejected", reasons=(rejected,)),),
        ),
        ScreenedParty(
            party=Party(id=PartyId("p3"), name="North Dock", schema="Company", mentions=(_mention("North Dock"),)),
            exposure="possible",
            ownership=tuple(
                Exposure(regime=regime, rule=rule, result="unknown", share=None, path=(step,))
                for regime, rule in (("us", "OFAC 50 percent rule"), ("eu", "EU ownership and control test"))
            ),
        ),
        ScreenedParty(
            party=Party(
                id=PartyId("p1"),
                name="Ivan Orlov",
                schema="Person",
                mentions=(_mention("Ivan Orlov"), _mention("Orlov", nth=1, kind="short")),
                facts=(Fact(kind="age", value="61", span=_span("61")),),
            ),
            exposure="listed",
            matches=(
                _match("us_ofac_sdn", "1", "ORLOV, Ivan", "2022-03-31"),
                _match("eu_fsf", "EU.1.2", "Ivan ORLOV", "2025-01-10", in_force=False),
                _match("ch_seco", "77", "Ivan ORLOV", None, in_force=None),
            ),
        ),
        ScreenedParty(
            party=Party(
                id=PartyId("p2"),
                name="Baltic Yard",
                schema="Company",
                mentions=(_mention("Baltic Yard"), _mention("Baltic Yard", nth=1)),
            ),
            exposure="listed",
            matches=(_match("us_ofac_sdn", "2", "JSC BALTIC YARD", "2022-03"),),
        ),
        ScreenedParty(
            party=Party(
                id=PartyId("p5"),
                name="Sea Lark",
                schema="Vessel",
                mentions=(_mention("Sea Lark"),),
                facts=(Fact(kind="identifier", value="imo:9999993", span=_span("Sea Lark")),),
            ),
            exposure="owned",
            ownership=(
                Exposure(
                    regime="us",
                    rule="OFAC 50 percent rule",
                    result="blocked",
                    share=Fraction(5, 8),
                    path=(Step(owner="Baltic Yard", owned="Sea Lark", share=Fraction(5, 8), source="a register"),),
                ),
            ),
        ),
    )


def _events() -> tuple[Event, ...]:
    visit, carry, deny = _span("visited"), _span("carried oil"), _span("denied")
    told = Span(_span("The yard's").start, _span("Kyiv alleged.").end)
    return (
        Event(
            id="e2",
            type="AID",
            trigger=carry,
            evidence=(told,),
            actors=(PartyId("p5"),),
            recipients=(Government(country="sy"),),
            status="alleged",
            sources=(Government(country="ua"),),
        ),
        Event(
            id="e1",
            type="CONSULT",
            mode="visit",
            trigger=visit,
            evidence=(Span(_span("Ivan").start, _span("on Friday.").end),),
            actors=(PartyId("p1"),),
            recipients=(PartyId("p2"),),
            where=PlaceId("l1"),
            when="2024-05-03",
            status="asserted",
        ),
        Event(
            id="e3",
            type="AID",
            trigger=deny,
            evidence=(_span("Orlov denied it."),),
            actors=(PartyId("p5"),),
            recipients=(Unnamed(text="somebody in Syria"),),
            when="2024-W18",
            status="denied",
            sources=(PartyId("p1"),),
        ),
    )


def a_dossier() -> Dossier:
    """Give the dossier: five parties (two listed, one owned, one possible, one namesake), three events, one claim."""
    furniture = (
        Furniture(span=_span("The yard in Baltiysk. (Handout)"), kind="caption"),
        Furniture(span=_span("Rain in Riga"), kind="related"),
        Furniture(span=_span("Subscribe now"), kind="subscribe"),
    )
    end = _span("Rain in Riga").start
    last = Span(_span("The yard's tanker").start, end)
    first = Span(_span("BALTIYSK").start, _span("on Friday.").end)
    story = Story(
        span=Span(0, end),
        title=_span("Minister tours blacklisted yard"),
        agency="Demo Wire",
        datelines=("BALTIYSK",),
        language="en",
        published=Published(on=date(2024, 5, 3), basis="dateline"),
        paragraphs=(_span("Minister tours blacklisted yard"), furniture[0].span, first, last),
        furniture=furniture,
    )
    claim = Claim(
        span=_span("which is under U.S. sanctions"),
        party=PartyId("p2"),
        regimes=("us",),
        verdict="confirmed",
        basis=("OFAC lists JSC BALTIC YARD since March 2022.",),
    )
    place = Place(id=PlaceId("l1"), name="Baltiysk", span=_span("BALTIYSK"), country="ru")
    boat = Equipment(id="q1", name="Sea Lark", span=_span("Sea Lark"), kind="ship", maker_country="kr")
    report = StoryReport(
        story=story,
        parties=_parties(),
        places=(place,),
        equipment=(boat,),
        times=(),
        events=_events(),
        claims=(claim,),
    )
    lists = (
        ListVersion(
            list_id=ListId("starter"),
            title="Starter list",
            version="2026-08-22",
            sha256="ab" * 32,
            entities=231,
            is_starter=True,
        ),
    )
    return Dossier(
        article=Article(
            uri="https://news.example/yard",
            sha256="cd" * 32,
            fetched_at="2024-05-03T12:00:00+00:00",
            media_type="text/plain",
            text=TEXT,
            stories=(story,),
        ),
        made_by=MadeBy(nongrata="0.1.0", model="a-model 1.0", lists=lists, as_of=None),
        stories=(report,),
    )


@pytest.fixture
def dossier() -> Dossier:
    """The dossier made by hand."""
    return a_dossier()


@pytest.fixture
def dossier_with() -> Callable[[StoryReport], Dossier]:
    """Give the dossier with another report in the place of its own."""

    def with_report(report: StoryReport) -> Dossier:
        return replace(a_dossier(), stories=(report,))

    return with_report
