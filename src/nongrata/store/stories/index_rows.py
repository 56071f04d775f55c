"""What is listed and searched of a dossier: its stories, parties, findings and events as rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from nongrata.dossiers import Dossier, ScreenedParty, StoryReport
from nongrata.events import Event, Government, Unnamed
from nongrata.ownership import ExposureKind
from nongrata.store.record import DossierId, Finding, KeptStory, Member, MemberId, StoryId, Told, ToldId
from nongrata.values import fold

WORST: tuple[ExposureKind, ...] = ("listed", "owned", "linked", "possible", "none")
_MOST_WORDS = 400_000  # letters of a story that are searched
_LONGEST = 2_000  # letters of a title, a name, a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRows:
    """One story of a dossier as rows."""

    story: KeptStory
    words: str  # folded: title, names, text
    members: tuple[Member, ...]
    findings: tuple[Finding, ...]
    told: tuple[Told, ...]
    paragraphs: tuple[str, ...]  # the title first; nothing that is no story


def rows_of(dossier: Dossier, dossier_id: DossierId, *, at: datetime) -> Iterator[StoryRows]:
    """Give the rows of each story, each of them its own first copy, topic, party and happening as yet."""
    for number, report in enumerate(dossier.stories, start=1):
        story = _story(dossier, number, dossier_id, at=at)
        yield StoryRows(
            story=story,
            words=_words(dossier, report),
            members=tuple(_member(each, story.id) for each in report.parties),
            findings=tuple(_findings(report, story.id)),
            told=tuple(_told(event, report, dossier.article.text, story.id) for event in report.events),
            paragraphs=tuple(span.of(dossier.article.text) for span in report.story.paragraphs),
        )


def _story(dossier: Dossier, number: int, dossier_id: DossierId, *, at: datetime) -> KeptStory:
    report, own = dossier.stories[number - 1], StoryId(f"{dossier_id}.{number}")
    story, exposures = report.story, {each.exposure for each in report.parties}
    return KeptStory(
        id=own,
        dossier=dossier_id,
        number=number,
        uri=dossier.article.uri,
        title=None if story.title is None else " ".join(story.title.of(dossier.article.text).split())[:_LONGEST],
        agency=story.agency,
        language=story.language,
        published=story.published.on,
        kept_at=at,
        exposure=next((kind for kind in WORST if kind in exposures), "none"),
        parties=len(report.parties),
        listed=sum(each.exposure == "listed" for each in report.parties),
        events=len(report.events),
        made_by={str(used.list_id): used.version for used in dossier.made_by.lists},
        copy_of=own,
        topic=own,
    )


def _member(screened: ScreenedParty, story: StoryId) -> Member:
    party, own = screened.party, MemberId(f"{story}.{screened.party.id}")
    anchors = [f"{each.list_id}:{each.entity_id}" for each in screened.matches if each.verdict == "match"]
    anchors += [fact.value for fact in party.facts if fact.kind == "identifier"]
    return Member(
        id=own,
        story=story,
        party=party.id,
        name=party.name[:_LONGEST],
        schema=party.schema,
        exposure=screened.exposure,
        facts=tuple(dict.fromkeys((fact.kind, fact.value[:_LONGEST]) for fact in party.facts)),
        anchors=tuple(dict.fromkeys(anchors)),
        canonical=own,
    )


def _findings(report: StoryReport, story: StoryId) -> Iterator[Finding]:
    for screened in report.parties:
        for match in screened.matches:
            yield Finding(
                member=MemberId(f"{story}.{screened.party.id}"),
                list_id=match.list_id,
                entity_id=match.entity_id,
                caption=match.caption,
                verdict=match.verdict,
                score=match.score,
                in_force=match.in_force,
            )


def _told(event: Event, report: StoryReport, text: str, story: StoryId) -> Told:
    own = ToldId(f"{story}.{event.id}")
    places = {place.id: place.name for place in report.places}
    return Told(
        id=own,
        story=story,
        event=event.id,
        type=event.type,
        mode=event.mode,
        status=event.status,
        when=event.when,
        place=None if event.where is None else places.get(event.where),
        actors=_actors(event.actors, story),
        recipients=_actors(event.recipients, story),
        sources=_actors(event.sources, story),
        sentence=" ".join(event.evidence[0].of(text).split())[:_LONGEST] if event.evidence else "",
        happening=own,
    )


def _actors(actors: tuple[object, ...], story: StoryId) -> tuple[str, ...]:
    """Give actors as texts: a story's party by its member id, a government by its country."""
    found = []
    for actor in actors:
        match actor:
            case Government():
                found.append(f"country:{actor.country}")
            case Unnamed():
                found.append(f"text:{actor.text[:_LONGEST]}")
            case _:
                found.append(f"party:{story}.{actor}")
    return tuple(found)


def _words(dossier: Dossier, report: StoryReport) -> str:
    names = " ".join(mention.text for each in report.parties for mention in each.party.mentions[:20])
    text = report.story.span.of(dossier.article.text)[:_MOST_WORDS]
    return fold.__wrapped__(f"{names} {text}")[:_MOST_WORDS]  # not remembered: a whole text is folded once
