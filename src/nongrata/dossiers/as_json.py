"""A dossier as plain JSON values: "The dossier, version 1" of the design, word for word."""

from __future__ import annotations

from fractions import Fraction

from nongrata.articles import Story
from nongrata.dossiers.record import Dossier, MadeBy, ScreenedParty, StoryReport
from nongrata.events import Actor, Claim, Event, Government, Quote, Unnamed
from nongrata.mentions import Equipment, Place, Time
from nongrata.ownership import Exposure
from nongrata.parties import Party
from nongrata.screening import Match, Reason
from nongrata.values import PartialDate, Span

SCHEMA = "nongrata/dossier/1"
Json = dict[str, object]


def as_json(dossier: Dossier) -> Json:
    """Give the dossier as dicts, lists, strings, numbers, booleans and null, ready for `json.dumps`."""
    article = dossier.article
    return {
        "schema": SCHEMA,
        "source": {
            "uri": article.uri,
            "sha256": article.sha256,
            "fetched_at": article.fetched_at,
            "media_type": article.media_type,
        },
        "made_by": made_by_json(dossier.made_by),
        "text": article.text,
        "stories": [_report(report, article.text) for report in dossier.stories],
    }


def made_by_json(made_by: MadeBy) -> Json:
    """Give what made an answer."""
    return {
        "nongrata": made_by.nongrata,
        "model": made_by.model,
        "lists": {
            used.list_id: {"version": used.version, "sha256": used.sha256, "entities": used.entities}
            for used in made_by.lists
        },
        "as_of": None if made_by.as_of is None else made_by.as_of.isoformat(),
    }


def _report(report: StoryReport, text: str) -> Json:
    return {
        **_story(report.story, text),
        "parties": [_party(screened) for screened in report.parties],
        "places": [_place(place) for place in report.places],
        "equipment": [_equipment(item) for item in report.equipment],
        "arms": [{"name": item.name, **_span(item.span), "kind": item.kind} for item in report.arms],
        "times": [_time(time) for time in report.times],
        "events": [_event(event) for event in report.events],
        "quotes": [_quote(quote) for quote in report.quotes],
        "claims": [_claim(claim) for claim in report.claims],
    }


def _story(story: Story, text: str) -> Json:
    published = story.published
    return {
        "title": None if story.title is None else story.title.of(text),
        "agency": story.agency,
        "bylines": list(story.bylines),
        "datelines": list(story.datelines),
        "language": story.language,
        **_span(story.span),
        "published": {
            "date": None if published.on is None else published.on.isoformat(),
            "basis": published.basis,
        },
        "furniture": [{**_span(piece.span), "kind": piece.kind} for piece in story.furniture],
        "truncated": story.truncated,
    }


def _party(screened: ScreenedParty) -> Json:
    party: Party = screened.party
    return {
        "id": party.id,
        "name": party.name,
        "schema": party.schema,
        "mentions": [{**_span(m.span), "text": m.text, "kind": m.kind} for m in party.mentions],
        "facts": [{"kind": fact.kind, "value": fact.value, **_span(fact.span)} for fact in party.facts],
        "exposure": screened.exposure,
        "matches": [_match(match) for match in screened.matches],
        "ownership": [ownership_as_json(exposure) for exposure in screened.ownership],
    }


def _match(match: Match) -> Json:
    return {
        "list": match.list_id,
        "entity_id": match.entity_id,
        "caption": match.caption,
        "score": match.score,
        "verdict": match.verdict,
        "in_force": match.in_force,
        "programs": list(match.programs),
        "authority": match.authority,
        "listed_on": _date(match.listed_on),
        "delisted_on": _date(match.delisted_on),
        "source_url": match.source_url,
        "reasons": [_reason(reason) for reason in match.reasons],
    }


def _reason(reason: Reason) -> Json:
    return {"rule": reason.rule, "effect": reason.effect, "says": reason.says, **_maybe_span(reason.span)}


def ownership_as_json(exposure: Exposure) -> Json:
    """Give one regime's answer on a party's owners."""
    return {
        "regime": exposure.regime,
        "rule": exposure.rule,
        "result": exposure.result,
        "share": _share(exposure.share),
        "path": [
            {"owner": step.owner, "owned": step.owned, "share": _share(step.share), "source": step.source}
            for step in exposure.path
        ],
    }


def _place(place: Place) -> Json:
    return {
        "id": place.id,
        "name": place.name,
        **_span(place.span),
        "geonames_id": place.geonames_id,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "literal": place.literal,
    }


def _equipment(item: Equipment) -> Json:
    return {
        "id": item.id,
        "name": item.name,
        **_span(item.span),
        "kind": item.kind,
        "maker_country": item.maker_country,
    }


def _time(time: Time) -> Json:
    return {**_span(time.span), "text": time.text, "value": time.value, "basis": time.basis}


def _event(event: Event) -> Json:
    """Give the event; `evidence` is its first sentence, `also` holds the others where it is told again."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "trigger": _span(event.trigger),
        "evidence": _span(event.evidence[0]) if event.evidence else None,
        "also": [_span(span) for span in event.evidence[1:]],
        "actors": [_actor(actor) for actor in event.actors],
        "recipients": [_actor(actor) for actor in event.recipients],
        "where": event.where,
        "when": event.when,
        "status": event.status,
        "sources": [_actor(actor) for actor in event.sources],
        "quote": None if event.quote is None else _span(event.quote),
    }


def _quote(quote: Quote) -> Json:
    return {**_span(quote.span), "kind": quote.kind, "sources": [_actor(actor) for actor in quote.sources]}


def _actor(actor: Actor) -> object:
    match actor:
        case Government():
            return {"country": actor.country}
        case Unnamed():
            return {"text": actor.text}
        case _:
            return actor


def _claim(claim: Claim) -> Json:
    return {
        **_span(claim.span),
        "party": claim.party,
        "regimes": list(claim.regimes),
        "verdict": claim.verdict,
        "basis": list(claim.basis),
    }


def _span(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end}


def _maybe_span(span: Span | None) -> dict[str, object]:
    return {"start": None, "end": None} if span is None else _span(span)


def _share(share: Fraction | None) -> float | None:
    return None if share is None else float(share)


def _date(day: PartialDate | None) -> str | None:
    return None if day is None else day.text
