"""Dossiers made by hand: a text, the parties named in it, what they did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.articles import Article, Published, Story
from nongrata.dossiers import Dossier, MadeBy, ScreenedParty, StoryReport
from nongrata.events import Event
from nongrata.lists import EntityId, ListId, ListVersion
from nongrata.parties import Fact, Party, PartyId, PartyMention
from nongrata.parties.record import FactKind
from nongrata.screening import Match, Reason
from nongrata.screening.record import Verdict
from nongrata.values import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A party to be put in a dossier: its name stands in the text."""

    name: str
    schema: str = "Person"
    listed: Sequence[str] = ()  # "us_ofac_sdn:1"
    verdict: Verdict = "match"
    facts: Sequence[tuple[FactKind, str]] = ()


def dossier_of(
    text: str,
    *parties: Named,
    uri: str = "https://a.example/1",
    version: str = "2026-01-01",
    events: int = 0,
    on: str = "2026-03-01",
) -> Dossier:
    """Give the dossier of a text: its first line is the title."""
    title = Span(0, text.find("\n") if "\n" in text else len(text))
    story = Story(
        span=Span(0, len(text)),
        title=title,
        language="en",
        published=Published(on=date.fromisoformat(on), basis="given"),
        paragraphs=tuple(Span(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)),
    )
    screened = tuple(_screened(text, each, PartyId(f"p{number}")) for number, each in enumerate(parties, start=1))
    report = StoryReport(
        story=story,
        parties=screened,
        places=(),
        equipment=(),
        times=(),
        events=tuple(_events(text, screened, events)),
        claims=(),
    )
    used = ListVersion(list_id=ListId("us_ofac_sdn"), title="OFAC", version=version, sha256="ab", entities=2)
    return Dossier(
        article=Article(
            uri=uri,
            sha256="cd",
            fetched_at="2026-03-01T12:00:00Z",
            media_type="text/plain",
            text=text,
            stories=(story,),
        ),
        made_by=MadeBy(nongrata="0.1.0", model="m", lists=(used,), as_of=None),
        stories=(report,),
    )


def _screened(text: str, named: Named, party: PartyId) -> ScreenedParty:
    span = Span(text.index(named.name), text.index(named.name) + len(named.name))
    return ScreenedParty(
        party=Party(
            id=party,
            name=named.name,
            schema=named.schema,
            mentions=(PartyMention(span=span, text=named.name, kind="full"),),
            facts=tuple(Fact(kind=kind, value=value, span=span) for kind, value in named.facts),
        ),
        exposure="none" if not named.listed else "listed" if named.verdict == "match" else "possible",
        matches=tuple(_match(entry, named) for entry in named.listed),
    )


def _match(entry: str, named: Named) -> Match:
    list_id, entity_id = entry.split(":")
    return Match(
        list_id=ListId(list_id),
        entity_id=EntityId(entity_id),
        caption=named.name.upper(),
        score=0.9,
        verdict=named.verdict,
        in_force=True,
        reasons=(Reason(rule="same_name", effect="for", says="the names are the same"),),
    )


def _events(text: str, parties: Sequence[ScreenedParty], count: int) -> Iterable[Event]:
    for number in range(1, count + 1):
        yield Event(
            id=f"e{number}",
            type="CONSULT",
            mode="visit",
            trigger=Span(0, 1),
            evidence=(Span(0, len(text)),),
            actors=tuple(each.party.id for each in parties[:1]),
            recipients=tuple(each.party.id for each in parties[1:]),
            when="2026-03-01",
            status="asserted",
        )
