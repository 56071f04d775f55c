"""One story's report, gathered: who is in it, what the lists say of them, what happened, what holds of its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nongrata.articles import Story
from nongrata.dossiers.record import ScreenedParty, StoryReport
from nongrata.events.claims import REGIME_OF_LIST, Screened, find_claims
from nongrata.events.find import find_acts
from nongrata.mentions import Reading
from nongrata.ownership import exposure_of, exposures_by_words
from nongrata.parties import Cast, PartyId, find_cast
from nongrata.screening import ListIndex, Match, Setting, merge_by_listing, screen_all
from nongrata.screening.context import telling_words
from nongrata.screening.judged import Rulings, no_rulings
from nongrata.values.countries import find_country_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story of an article, what was seen in it, and what begins its ids ("s2." for the second story)."""

    story: Story
    reading: Reading
    prefix: str


Matches = Mapping[PartyId, Sequence[Match]]


def report_of(
    text: str, told: Told, index: ListIndex, *, as_of: date | None, rulings: Rulings = no_rulings
) -> StoryReport:
    """Give all that is said of one story. `as_of` is the day on which a listing must stand, else the story's own.

    What people judged (`rulings`) goes over what the comparison says.
    """
    story, reading = told.story, told.reading
    day = as_of or story.published.on
    cast = find_cast(text, story, reading, prefix=told.prefix)
    setting = replace(_setting(text, story, reading, cast), rulings=rulings)
    matches = _screened(cast, index, setting, day)
    merged = merge_by_listing(cast, matches)
    if merged is not cast:
        cast, matches = merged, _screened(merged, index, setting, day)
    acts = find_acts(text, story, reading, cast)
    return StoryReport(
        story=story,
        parties=tuple(_exposed(text, cast, matches)),
        places=reading.places,
        equipment=reading.equipment,
        times=reading.times,
        events=tuple(replace(event, id=told.prefix + event.id) for event in acts.events),
        quotes=acts.quotes,
        claims=find_claims(text, story, reading, cast, _for_claims(index, matches)),
    )


def _setting(text: str, story: Story, reading: Reading, cast: Cast) -> Setting:
    full = [mention for party in cast.parties for mention in reversed(party.mentions) if mention.kind != "short"]
    words = [word for paragraph in story.paragraphs for word in find_country_words(text, paragraph)]
    return Setting(
        text=text,
        on=story.published.on,
        countries=frozenset(word.country for word in words),
        sentences=tuple(sentence.span for sentence in reading.sentences),
        named={telling_words(mention.text): mention.span for mention in full if mention.kind != "pronoun"},
    )


def _screened(cast: Cast, index: ListIndex, setting: Setting, day: date | None) -> dict[PartyId, tuple[Match, ...]]:
    found = screen_all(cast.parties, index, setting, as_of=day)
    return {party.id: matches for party, matches in zip(cast.parties, found, strict=True)}


def _exposed(text: str, cast: Cast, matches: Matches) -> Iterator[ScreenedParty]:
    """Give each party with its exposure; the way to an owner only where the party is not listed itself."""
    names = {party.id: party.name for party in cast.parties}
    for party in cast.parties:
        found = tuple(matches.get(party.id, ()))
        ways = exposures_by_words(party, cast.ties, matches, names, text)
        exposure = exposure_of(found, ways)
        ownership = () if exposure == "listed" else ways
        yield ScreenedParty(party=party, exposure=exposure, matches=found, ownership=ownership)


def _for_claims(index: ListIndex, matches: Matches) -> Screened:
    official = {version.list_id for version in index.versions if not version.is_starter}
    return Screened(
        matches=matches,
        known=frozenset(REGIME_OF_LIST[name] for name in index.spoken_of if name in REGIME_OF_LIST),
        complete=frozenset(REGIME_OF_LIST[name] for name in official if name in REGIME_OF_LIST),
    )
