"""A dossier from its JSON ("nongrata/dossier/1"): what was kept is shown as it was answered, not answered anew.

The JSON does not hold where the paragraphs stand; they are found in the text again, as for plain text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from nongrata.articles import Article, Story
from nongrata.articles.paragraphs import split_paragraphs, trim
from nongrata.articles.record import Furniture, Published
from nongrata.dossiers.record import Dossier, MadeBy, ScreenedParty, StoryReport
from nongrata.events import Actor, Claim, Event, Government, Quote, Unnamed
from nongrata.lists import EntityId, ListId, ListVersion
from nongrata.mentions import Equipment, Place, Time
from nongrata.mentions.arms import arms_id
from nongrata.ownership import Exposure, Step
from nongrata.parties import Fact, Party, PartyId, PartyMention
from nongrata.screening import Match, Reason
from nongrata.values import PartialDate, Span

Row = Mapping[str, Any]  # what `as_json` wrote; a shape that it never writes is a KeyError or TypeError


def from_json(told: Row) -> Dossier:
    """Give the dossier that `as_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    text = str(told["text"])
    stories = tuple(_story(row, text) for row in told["stories"])
    article = Article(**told["source"], text=text, stories=stories)
    made = told["made_by"]
    made_by = MadeBy(
        nongrata=made["nongrata"],
        model=made["model"],
        lists=tuple(_version(ListId(name), row) for name, row in made["lists"].items()),
        as_of=None if made["as_of"] is None else date.fromisoformat(made["as_of"]),
    )
    reports = (_report(row, story) for row, story in zip(told["stories"], stories, strict=True))
    return Dossier(article=article, made_by=made_by, stories=tuple(reports))


def _version(list_id: ListId, row: Row) -> ListVersion:
    is_starter = list_id == "starter"
    return ListVersion(list_id=list_id, title=list_id, **row, is_starter=is_starter)


def _story(row: Row, text: str) -> Story:
    span = _span(row)
    published = row["published"]
    furniture = tuple(Furniture(span=_span(piece), kind=piece["kind"]) for piece in row["furniture"])
    at = -1 if row["title"] is None else text.find(row["title"], span.start)
    return Story(
        span=span,
        title=None if at < 0 else Span(at, at + len(row["title"])),
        agency=row["agency"],
        bylines=tuple(row["bylines"]),
        datelines=tuple(row["datelines"]),
        language=row["language"],
        published=Published(
            on=None if published["date"] is None else date.fromisoformat(published["date"]), basis=published["basis"]
        ),
        paragraphs=tuple(_paragraphs(text, span, furniture)),
        furniture=furniture,
        truncated=row["truncated"],
    )


def _paragraphs(text: str, story: Span, furniture: tuple[Furniture, ...]) -> list[Span]:
    """Give the paragraphs of the story, less what in them is furniture; a caption is a paragraph."""
    ends = ((max(span.start, story.start), min(span.end, story.end)) for span in split_paragraphs(text))
    found = [Span(start, end) for start, end in ends if start < end]
    for piece in furniture:
        if piece.kind != "caption":
            found = [part for span in found for part in _less(span, piece.span)]
    return [span for part in found if (span := trim(text, part)) is not None]


def _less(span: Span, other: Span) -> list[Span]:
    if other.end <= span.start or span.end <= other.start:
        return [span]
    parts = ((span.start, other.start), (other.end, span.end))
    return [Span(start, end) for start, end in parts if start < end]


def _report(row: Row, story: Story) -> StoryReport:
    return StoryReport(
        story=story,
        parties=tuple(map(_screened, row["parties"])),
        places=tuple(Place(span=_span(each), **_without(each, "start", "end")) for each in row["places"]),
        equipment=tuple(Equipment(span=_span(each), **_without(each, "start", "end")) for each in row["equipment"]),
        times=tuple(Time(span=_span(each), **_without(each, "start", "end")) for each in row["times"]),
        events=tuple(map(_event, row["events"])),
        claims=tuple(map(_claim, row["claims"])),
        quotes=tuple(map(_quote, row.get("quotes", ()))),  # dossiers kept before there were quotes lack them
        arms=tuple(map(_arms, row.get("arms", ()))),  # likewise
    )


def _arms(row: Row) -> Equipment:
    return Equipment(id=arms_id(row["name"]), name=row["name"], span=_span(row), kind=row["kind"])


def _screened(row: Row) -> ScreenedParty:
    party = Party(
        id=PartyId(row["id"]),
        name=row["name"],
        schema=row["schema"],
        mentions=tuple(PartyMention(span=_span(m), text=m["text"], kind=m["kind"]) for m in row["mentions"]),
        facts=tuple(Fact(kind=fact["kind"], value=fact["value"], span=_span(fact)) for fact in row["facts"]),
    )
    return ScreenedParty(
        party=party,
        exposure=row["exposure"],
        matches=tuple(map(_match, row["matches"])),
        ownership=tuple(map(_exposure, row["ownership"])),
    )


def _match(row: Row) -> Match:
    plain = _without(row, "list", "programs", "listed_on", "delisted_on", "reasons", "entity_id")
    return Match(
        **plain,
        list_id=ListId(row["list"]),
        entity_id=EntityId(row["entity_id"]),
        programs=tuple(row["programs"]),
        listed_on=_date(row["listed_on"]),
        delisted_on=_date(row["delisted_on"]),
        reasons=tuple(
            Reason(
                rule=each["rule"],
                effect=each["effect"],
                says=each["says"],
                span=None if each["start"] is None else _span(each),
            )
            for each in row["reasons"]
        ),
    )


def _exposure(row: Row) -> Exposure:
    path = (
        Step(owner=step["owner"], owned=step["owned"], share=_share(step["share"]), source=step["source"])
        for step in row["path"]
    )
    told = _without(row, "share", "path")
    return Exposure(**told, share=_share(row["share"]), path=tuple(path))


def _event(row: Row) -> Event:
    evidence = [] if row["evidence"] is None else [row["evidence"]]
    return Event(
        **_without(row, "contexts", "trigger", "evidence", "also", "actors", "recipients", "sources", "quote"),
        contexts=tuple(row["contexts"]),
        trigger=_span(row["trigger"]),
        evidence=tuple(map(_span, [*evidence, *row["also"]])),
        actors=tuple(map(_actor, row["actors"])),
        recipients=tuple(map(_actor, row["recipients"])),
        sources=tuple(map(_actor, row["sources"])),
        quote=None if row["quote"] is None else _span(row["quote"]),
    )


def _actor(row: Any) -> Actor:
    if isinstance(row, str):
        return PartyId(row)
    return Government(country=row["country"]) if "country" in row else Unnamed(text=row["text"])


def _quote(row: Row) -> Quote:
    return Quote(span=_span(row), kind=row["kind"], sources=tuple(map(_actor, row["sources"])))


def _claim(row: Row) -> Claim:
    party = None if row["party"] is None else PartyId(row["party"])
    return Claim(
        span=_span(row),
        party=party,
        regimes=tuple(row["regimes"]),
        verdict=row["verdict"],
        basis=tuple(row["basis"]),
    )


def _without(row: Row, *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def _span(row: Row) -> Span:
    return Span(row["start"], row["end"])


def _share(told: float | None) -> Fraction | None:
    return None if told is None else Fraction(told).limit_denominator(10_000_000)


def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate(text)
