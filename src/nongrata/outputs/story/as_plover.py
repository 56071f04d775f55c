"""Events as the event-data community exchanges them: PLOVER records, one JSON object a line.

The fields are those of PLOVER's gold sentences (id, date, source, target, event, mode, context, text, …); what PLOVER
has no field for, the status and the chain of speakers, stands beside them. Codes are ISO 3166-1 alpha-3 countries with
PLOVER's sectors: USAGOV, RUSBUS.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from nongrata.dossiers import Dossier, StoryReport
from nongrata.events import Actor, Event, Government, Unnamed
from nongrata.events.sentence.offices import is_office
from nongrata.mentions import Place
from nongrata.outputs.words import country_words
from nongrata.parties import Party
from nongrata.values import PartialDate, Span
from nongrata.values.countries import find_country_words

VERSION = "2.0"
Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Codes:
    alpha3: Mapping[str, str]
    types: Mapping[str, tuple[str, int]]
    sectors: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """Somebody in PLOVER's code; what is not known of him is empty."""

    text: str
    country: str  # alpha-3
    sector: str

    @property
    def code(self) -> str:
        """Country and sector in one word: USAGOV."""
        return self.country + self.sector


@lru_cache(maxsize=1)
def load_codes() -> _Codes:
    """Give the tables that ship with the package."""
    packed = json.loads(files("nongrata.outputs").joinpath("plover.json").read_text("utf-8"))
    types = {name: (root, quad) for name, (root, quad) in packed["types"].items()}
    return _Codes(packed["alpha3"], types, packed["sectors"])


def as_plover(dossier: Dossier) -> Iterator[Record]:
    """Give the events of a dossier as PLOVER records, in the order of the text."""
    for report in dossier.stories:
        for event in report.events:
            yield _record(event, report, dossier)


def _record(event: Event, report: StoryReport, dossier: Dossier) -> Record:
    text, story = dossier.article.text, report.story
    published = story.published.on.isoformat() if story.published.on else ""
    return {
        "id": f"{dossier.article.sha256[:16]}-{event.id}",
        "date": day_of(event.when) or published,
        "source": [_as_json(coded(actor, report)) for actor in event.actors],
        "target": [_as_json(coded(actor, report)) for actor in event.recipients],
        "event": event.type,
        "mode": event.mode or "",
        "context": list(event.contexts),
        "quad": load_codes().types[event.type][1],
        "eventText": event.trigger.of(text),
        "status": event.status,
        "saidBy": [_as_json(coded(actor, report)) for actor in event.sources],
        "location": _location(place_of(event, report)),
        "text": event.evidence[0].of(text) if event.evidence else "",
        "language": story.language or "",
        "publication": story.agency or "",
        "datePublished": published,
        "url": dossier.article.uri,
        "coder": f"nongrata {dossier.made_by.nongrata}",
        "version": VERSION,
    }


def coded(actor: Actor, report: StoryReport) -> Coded:
    """Give somebody's name, country and sector."""
    if isinstance(actor, Government):
        code = load_codes().alpha3.get(actor.country, "")
        return Coded(text=country_words(actor.country), country=code, sector="GOV" if actor.country != "eu" else "")
    if isinstance(actor, Unnamed):
        words = find_country_words(actor.text, Span(0, len(actor.text)))
        return Coded(text=actor.text, country=_alpha3(words[0].country) if words else "", sector="")
    party = next((each.party for each in report.parties if each.party.id == actor), None)
    return Coded(text="", country="", sector="") if party is None else _party(party)


def _party(party: Party) -> Coded:
    country = next((fact.value for fact in party.facts if fact.kind == "country"), "")
    sector = load_codes().sectors.get(party.schema, "")
    if any(fact.kind == "position" and is_office(fact.value) for fact in party.facts):
        sector = "GOV"
    return Coded(text=party.name, country=_alpha3(country), sector=sector)


def _alpha3(country: str) -> str:
    return load_codes().alpha3.get(country, "")


def _as_json(coded_: Coded) -> Record:
    return {"actorText": coded_.text, "code": coded_.code, "country": coded_.country, "sector": coded_.sector}


def place_of(event: Event, report: StoryReport) -> Place | None:
    """Give the place of an event."""
    return next((place for place in report.places if place.id == event.where), None)


def _location(place: Place | None) -> Record | None:
    if place is None:
        return None
    return {"name": place.name, "country": _alpha3(place.country or ""), "lat": place.lat, "lon": place.lon}


def day_of(when: str | None) -> str:
    """Give the first day that a time may mean, as YYYY-MM-DD; empty where none is known.

    >>> day_of("2024-05"), day_of("2024-05-03T10:15"), day_of(None), day_of("soon")
    ('2024-05-01', '2024-05-03', '', '')
    """
    try:
        return "" if when is None else PartialDate(when.split("T")[0]).earliest.isoformat()
    except ValueError:
        return ""
