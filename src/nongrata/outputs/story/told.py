"""Events and claims as lines to read: status first, the act in words, the words themselves, who says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.dossiers import StoryReport
from nongrata.events import Actor, Claim, ClaimVerdict, Event, Government, Status, Unnamed
from nongrata.outputs.regimes import REGIMES, without_list_ids
from nongrata.outputs.story.acts import act_words, manner_of
from nongrata.outputs.words import STATUSES, VERDICTS, and_words, as_start, country_words, date_words, one_line
from nongrata.parties import PartyId
from nongrata.values import PartialDate, Span

_SAYS: dict[Status, str] = {"denied": "denied by", "alleged": "alleged by"}  # else "according to"
_WIDEST = 240  # characters of a quotation either side of the words that tell the act


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody in an event's sentence; `party` where it is a party of the story."""

    name: str
    party: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One event, ready to be read."""

    event: Event
    day: str | None  # in words; None: no date
    status: Status
    glyph: str
    meaning: str
    actors: tuple[Named, ...]
    act: str
    recipients: tuple[Named, ...]
    where: str | None
    quote: tuple[str, str, str]  # before, the words that tell the act, after
    trigger: Span
    also: tuple[Span, ...]
    is_quoted: bool  # the speaker's own words stand in quotation marks
    says: str  # "the story itself", "according to", "denied by"
    sources: tuple[Named, ...]
    contexts: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The event as one sentence without its full stop."""
        who = and_words([named.name for named in self.actors]) or "somebody not named"
        whom = and_words([named.name for named in self.recipients])
        return as_start(" ".join(filter(None, (who, self.act, whom, f"({self.where})" if self.where else ""))))

    @property
    def speaker(self) -> str:
        """Who says so, in words."""
        return f"{self.says} {and_words([named.name for named in self.sources])}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One thing that the story says about sanctions, with what the lists say to it."""

    words: str
    span: Span
    verdict: ClaimVerdict
    glyph: str
    meaning: str
    about: Named | None
    regimes: tuple[str, ...]
    basis: tuple[str, ...]


def event_lines(report: StoryReport, text: str) -> tuple[EventLine, ...]:
    """Give the story's events by date, those without a date last, else in the order of the text."""
    names = {screened.party.id: one_line(screened.party.name) for screened in report.parties}
    places = {place.id: one_line(place.name) for place in report.places}
    ordered = sorted(report.events, key=lambda event: (*_day_key(event.when), event.trigger))
    return tuple(
        _event_line(event, names, text, None if event.where is None else places.get(event.where)) for event in ordered
    )


def claim_lines(report: StoryReport, text: str) -> tuple[ClaimLine, ...]:
    """Give the story's claims about sanctions in the order of the text."""
    names = {screened.party.id: one_line(screened.party.name) for screened in report.parties}
    return tuple(_claim_line(claim, names, text) for claim in sorted(report.claims, key=lambda claim: claim.span))


def _day_key(when: str | None) -> tuple[bool, date]:
    if when is None:
        return True, date.max
    try:
        return False, PartialDate(when.split("T")[0]).earliest
    except ValueError:
        return False, date.max


def _event_line(event: Event, names: Mapping[PartyId, str], text: str, where: str | None) -> EventLine:
    glyph, meaning = STATUSES[event.status]
    says = _SAYS.get(event.status, "according to") if event.sources else "the story itself"
    mode = manner_of(event.type, event.mode, event.contexts, event.trigger.of(text))
    actors = _named(event.actors, names)
    recipients = tuple(named for named in _named(event.recipients, names) if named not in actors)
    if where is not None and where.lower() in {named.name.lower().removeprefix("the ") for named in recipients}:
        where = None  # "visited Russia, in Russia"
    return EventLine(
        event=event,
        day=None if event.when is None else date_words(one_line(event.when)),
        status=event.status,
        glyph=glyph,
        meaning=meaning,
        actors=actors,
        act=act_words(event.type, mode, event.status, has_recipient=bool(recipients)),
        recipients=recipients,
        where=where,
        quote=_quote(event, text),
        trigger=event.trigger,
        also=event.evidence[1:],
        is_quoted=event.quote is not None,
        says=says,
        sources=_named(event.sources, names),
        contexts=tuple(map(one_line, event.contexts)),
    )


def _named(actors: Sequence[Actor], names: Mapping[PartyId, str]) -> tuple[Named, ...]:
    return tuple(_one_named(actor, names) for actor in actors)


def _one_named(actor: Actor, names: Mapping[PartyId, str]) -> Named:
    match actor:
        case Government():
            return Named(name=country_words(one_line(actor.country)))
        case Unnamed():
            return Named(name=one_line(actor.text))
        case _:
            return Named(name=names.get(actor, one_line(actor)), party=actor if actor in names else None)


def _quote(event: Event, text: str) -> tuple[str, str, str]:
    trigger = event.trigger
    around = next((span for span in event.evidence if span.covers(trigger)), trigger)
    start, end = max(around.start, trigger.start - _WIDEST), min(around.end, trigger.end + _WIDEST)
    before, after = text[start : trigger.start], text[trigger.end : end]
    head, tail = ("…" if start > around.start else ""), ("…" if end < around.end else "")
    told = one_line(trigger.of(text))
    return head + _close_up(before), told, _close_up(after) + tail


def _close_up(text: str) -> str:
    """Give a text on one line, keeping a space at either end where it had one."""
    closed = one_line(text)
    if not closed:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + closed + (" " if text[-1].isspace() else "")


def _claim_line(claim: Claim, names: Mapping[PartyId, str], text: str) -> ClaimLine:
    glyph, meaning = VERDICTS[claim.verdict]
    return ClaimLine(
        words=one_line(claim.span.of(text)),
        span=claim.span,
        verdict=claim.verdict,
        glyph=glyph,
        meaning=meaning,
        about=None if claim.party is None else _one_named(claim.party, names),
        regimes=tuple(REGIMES.get(regime, one_line(regime).upper()) for regime in claim.regimes),
        basis=tuple(without_list_ids(one_line(sentence)) for sentence in claim.basis),
    )
