"""What each stage made of a source: counts, the things themselves in a line each, the time it took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nongrata.articles import Article
from nongrata.dossiers.record import Dossier, MadeBy, ScreenedParty
from nongrata.dossiers.watch import Watch
from nongrata.events import Claim, Event
from nongrata.mentions import Reading
from nongrata.parties import Cast
from nongrata.screening import Match
from nongrata.sources import Capture
from nongrata.values import Skipped, Span

_LONGEST = 80  # characters of a text that an item quotes

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one stage made of one story; of the whole source where `story` is None."""

    stage: str
    story: int | None
    seconds: float
    counts: Counts
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The steps of reading one source, and how it ended: in a dossier, or skipped with its reason."""

    source: str
    steps: tuple[Step, ...]
    made_by: MadeBy | None
    skipped: Skipped | None


@dataclass(slots=True, kw_only=True)
class Tracer:
    """Looks on while a source is read, with a clock in its hand (`time.perf_counter`)."""

    clock: Callable[[], float]
    steps: list[Step] = field(default_factory=list)
    text: str = ""
    story: int | None = None
    last: float = 0.0

    def __call__(self, stage: str, made: object, /) -> None:
        """Take down what a stage made."""
        now = self.clock()
        if isinstance(made, Article):
            self.text = made.text
        if stage == "mentions":
            self.story = 1 + sum(step.stage == "mentions" for step in self.steps)
        elif stage == "parties":
            self.story = 1 + sum(step.stage == "parties" for step in self.steps)
        elif stage == "dossier":
            self.story = None
        counts, items = _told(made, self.text)
        taken = now - self.last
        self.steps.append(
            Step(stage=stage, story=self.story, seconds=round(max(0.0, taken), 6), counts=counts, items=items)
        )
        self.last = self.clock()


def traced(read: Callable[[Watch], Dossier | Skipped], capture: Capture, clock: Callable[[], float]) -> Trace:
    """Give the trace of reading a capture, by what reads it and tells a tracer of its stages."""
    tracer = Tracer(clock=clock, last=clock())
    tracer("capture", capture)
    found = read(tracer)
    if isinstance(found, Dossier):
        tracer("dossier", found)
        return Trace(source=capture.uri, steps=tuple(tracer.steps), made_by=found.made_by, skipped=None)
    return Trace(source=capture.uri, steps=tuple(tracer.steps), made_by=None, skipped=found)


def _told(made: object, text: str) -> tuple[Counts, tuple[str, ...]]:
    """Give the counts and the items of what a stage made."""
    match made:
        case Capture():
            return {"bytes": len(made.body)}, _of_capture(made)
        case Article():
            return _counts_of_article(made), tuple(_of_article(made))
        case Reading():
            return _counts_of_reading(made), tuple(_of_reading(made, text))
        case Cast():
            return _counts_of_cast(made), tuple(_of_cast(made))
        case Dossier():
            return {"stories": len(made.stories), "parties": sum(len(each.parties) for each in made.stories)}, ()
        case tuple() | list():
            return _of_several(made, text)
        case _:
            return {}, ()


def _of_capture(capture: Capture) -> tuple[str, ...]:
    told = f"{capture.media_type}{f', {capture.charset}' if capture.charset else ''}, sha256 {capture.sha256}"
    given = [f"{name} {value}" for name, value in (("title", capture.title), ("day", capture.published)) if value]
    return (told, *given)


def _counts_of_article(article: Article) -> Counts:
    kinds = Counter(furniture.kind for story in article.stories for furniture in story.furniture)
    told = {
        "stories": len(article.stories),
        "characters": len(article.text),
        "paragraphs": sum(len(story.paragraphs) for story in article.stories),
    }
    return told | {f"furniture, {kind}": count for kind, count in sorted(kinds.items())}


def _of_article(article: Article) -> Iterator[str]:
    for number, story in enumerate(article.stories, start=1):
        title = "without a title" if story.title is None else _quoted(story.title, article.text)
        yield f"story {number}: {title} {_place(story.span)}{', truncated' if story.truncated else ''}"
        day = f"{story.published.on or 'no day'} ({story.published.basis})"
        signed = (story.agency, *story.bylines, *story.datelines, story.language, day)
        yield "  " + "; ".join(each for each in signed if each)
        yield from (f"  {each.kind} {_quoted(each.span, article.text)} {_place(each.span)}" for each in story.furniture)


def _counts_of_reading(reading: Reading) -> Counts:
    found_by = Counter(f"names, by {name.found_by}" for name in reading.names)
    told = {"sentences": len(reading.sentences), "names": len(reading.names), **dict(sorted(found_by.items()))}
    others = ("places", "equipment", "times", "identifiers")
    return told | {name: count for name in others if (count := len(getattr(reading, name)))}


def _of_reading(reading: Reading, text: str) -> Iterator[str]:
    for name in reading.names:
        yield f"{name.schema} {_quoted(name.span, text)} {_place(name.span)}, by {name.found_by}"
    for place in reading.places:
        where = f"GeoNames {place.geonames_id}, {place.country}" if place.geonames_id else f"unknown, {place.country}"
        yield f"place {_quoted(place.span, text)}: {where}{'' if place.literal else ', for its government'}"
    for item in reading.equipment:
        yield f"equipment {_quoted(item.span, text)}: {item.kind}"
    for each in reading.times:
        yield f"time {_quoted(each.span, text)}: {each.value or 'unresolved'} ({each.basis})"
    for number in reading.identifiers:
        yield f"number {number.kind} {number.value} {_place(number.span)}"


def _counts_of_cast(cast: Cast) -> Counts:
    kinds = Counter(f"mentions, {mention.kind}" for party in cast.parties for mention in party.mentions)
    facts = sum(len(party.facts) for party in cast.parties)
    return {"parties": len(cast.parties), **dict(sorted(kinds.items())), "facts": facts, "ties": len(cast.ties)}


def _of_cast(cast: Cast) -> Iterator[str]:
    for party in cast.parties:
        facts = "; ".join(f"{fact.kind} {fact.value}" for fact in party.facts)
        yield f"{party.id} {party.name} ({party.schema}), named {len(party.mentions)} ×{'; ' if facts else ''}{facts}"
    for tie in cast.ties:
        yield f"{tie.owned} is of {tie.owner}{'' if tie.share is None else f', {tie.share}'}"


def _of_several(made: Sequence[object], text: str) -> tuple[Counts, tuple[str, ...]]:
    """Give what is told of matches, exposed parties, events or claims."""
    matches = [each for each in made if isinstance(each, Match)]
    parties = [each for each in made if isinstance(each, ScreenedParty)]
    events = [each for each in made if isinstance(each, Event)]
    claims = [each for each in made if isinstance(each, Claim)]
    counts = Counter(
        (
            *(f"matches, {each.verdict}" for each in matches),
            *(f"parties, {each.exposure}" for each in parties),
            *(f"events, {each.status}" for each in events),
            *(f"claims, {each.verdict}" for each in claims),
        )
    )
    items = (*map(_match, matches), *_ways(parties), *(_event(each, text) for each in events), *_claims(claims, text))
    return dict(sorted(counts.items())), items


def _match(match: Match) -> str:
    force = {True: "in force", False: "not in force", None: "force unknown"}[match.in_force]
    why = "; ".join(reason.says for reason in match.reasons)
    return f"{match.verdict} {match.score:.2f} {match.caption} ({match.list_id} {match.entity_id}, {force}): {why}"


def _ways(parties: Iterable[ScreenedParty]) -> Iterator[str]:
    for each in parties:
        ways = "; ".join(f"{way.regime}, {way.rule}: {way.result}" for way in each.ownership)
        yield f"{each.party.id} {each.party.name}: {each.exposure}{f' ({ways})' if ways else ''}"


def _event(event: Event, text: str) -> str:
    who = ", ".join(str(getattr(actor, "country", getattr(actor, "text", actor))) for actor in event.actors) or "nobody"
    return f"{event.id} {event.type} {event.status} by {who}: {_quoted(event.trigger, text)} {_place(event.trigger)}"


def _claims(claims: Iterable[Claim], text: str) -> Iterator[str]:
    return (f"{claim.verdict}: {_quoted(claim.span, text)}" for claim in claims)


def _quoted(span: Span, text: str) -> str:
    words = " ".join(span.of(text).split())
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1] + '…'}”"


def _place(span: Span) -> str:
    return f"{span.start}–{span.end}"
