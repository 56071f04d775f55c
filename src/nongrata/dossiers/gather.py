"""One story's report, gathered: who is in it, what the lists say of them, what happened, what holds of its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nongrata.articles import Story
from nongrata.dossiers.record import ScreenedParty, StoryReport
from nongrata.dossiers.watch import Watch, unwatched
from nongrata.events.claims.checked import find_claims, without_news
from nongrata.events.claims.regimes import REGIME_OF_LIST
from nongrata.events.claims.verdicts import Screened
from nongrata.events.find import acts_of
from nongrata.events.who.staged import staged
from nongrata.mentions import Reading
from nongrata.ownership import Exposure
from nongrata.ownership.exposed import exposures_of, kind_of, worth_telling
from nongrata.ownership.from_story import holder_of_story, listed_of_matches, register_of_story
from nongrata.ownership.ledger import Ledger
from nongrata.parties import Cast, PartyId, find_cast
from nongrata.screening import ListIndex, Match, Setting, merge_by_listing, people_alike, screen_all
from nongrata.screening.context.names import telling_words
from nongrata.screening.judged import Rulings, no_rulings
from nongrata.values.countries import find_country_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story of an article, what was seen in it, and what begins its ids ("s2." for the second story)."""

    story: Story
    reading: Reading
    prefix: str
    watch: Watch = unwatched


Matches = Mapping[PartyId, Sequence[Match]]


def report_of(
    text: str, told: Told, ledger: Ledger, *, as_of: date | None, rulings: Rulings = no_rulings
) -> StoryReport:
    """Give all that is said of one story. `as_of` is the day on which a listing must stand, else the story's own.

    What people judged (`rulings`) goes over what the comparison says.
    """
    story, reading, index = told.story, told.reading, ledger.index
    day = as_of or story.published.on
    cast = find_cast(text, story, reading, prefix=told.prefix)
    told.watch("parties", cast)
    setting = replace(_setting(text, story, reading, cast), rulings=rulings)
    matches = _screened(cast, index, setting, day)
    merged = merge_by_listing(cast, matches)
    if merged is not cast:
        cast, matches = merged, _screened(merged, index, setting, day)
    told.watch("screening", [match for found in matches.values() for match in found])
    parties = tuple(_exposed(text, cast, matches, ledger, day))
    told.watch("ownership", parties)
    listed = frozenset(each for each, found in matches.items() if any(match.verdict == "match" for match in found))
    staged_story = staged(text, reading, cast)
    acts = acts_of(staged_story, story, reading, listed=listed)
    events = tuple(replace(event, id=told.prefix + event.id) for event in acts.events)
    told.watch("events", events)
    found = find_claims(staged_story, reading, cast, _for_claims(index, matches, setting, day))
    claims = without_news(text, found, events, story)
    told.watch("claims", claims)
    return StoryReport(
        story=story,
        parties=parties,
        places=reading.places,
        equipment=reading.equipment,
        arms=reading.arms,
        times=reading.times,
        events=events,
        quotes=acts.quotes,
        claims=claims,
    )


def _setting(text: str, story: Story, reading: Reading, cast: Cast) -> Setting:
    told = [mention for party in cast.parties for mention in party.mentions if mention.kind not in ("short", "pronoun")]
    told.sort(key=lambda mention: -mention.span.start)  # the first mention of a name is kept
    words = [word for paragraph in story.paragraphs for word in find_country_words(text, paragraph)]
    return Setting(
        text=text,
        on=story.published.on,
        countries=frozenset((*(word.country for word in words), *_set_in(reading))),
        around=frozenset(place.country for place in reading.places if place.country is not None),
        sentences=tuple(sentence.span for sentence in reading.sentences),
        named={telling_words(mention.text): mention.span for mention in told},
    )


def _set_in(reading: Reading) -> Iterator[str]:
    """Give the countries that a story never names, but two places of each: Murmansk and St Petersburg."""
    places = {(place.country, place.name) for place in reading.places if place.lat is not None}
    towns = Counter(country for country, _name in places if country is not None)
    return (country for country, count in towns.items() if count > 1)


def _screened(cast: Cast, index: ListIndex, setting: Setting, day: date | None) -> dict[PartyId, tuple[Match, ...]]:
    found = screen_all(cast.parties, index, setting, as_of=day)
    return {party.id: matches for party, matches in zip(cast.parties, found, strict=True)}


def _exposed(text: str, cast: Cast, matches: Matches, ledger: Ledger, day: date | None) -> Iterator[ScreenedParty]:
    """Give each party with its exposure: its own listings, and what its owners mean for it."""
    holders = {party.id: holder_of_story(party) for party in cast.parties}
    listed = {party.id: listed_of_matches(matches.get(party.id, ())) for party in cast.parties}
    if any(party.schema != "Person" for party in cast.parties):
        ledger = ledger.of_story()
        for party in cast.parties:
            ledger.resolver.tell(holders[party.id], listed[party.id])
    story = register_of_story(cast, text, holders)
    for party in cast.parties:
        found = tuple(matches.get(party.id, ()))
        ways: tuple[Exposure, ...] = ()
        if party.schema != "Person":  # nobody owns a person
            ways = exposures_of(holders[party.id], listed[party.id], ledger, story=story, as_of=day)
        is_listed = any(match.verdict == "match" and match.in_force is not False for match in found)
        was_listed = any(match.verdict == "match" for match in found)
        may_be = not was_listed and any(match.verdict == "possible" for match in found)
        exposure = kind_of(ways, is_listed=is_listed, may_be_listed=may_be)
        ownership = worth_telling(ways, is_listed=is_listed)
        yield ScreenedParty(party=party, exposure=exposure, matches=found, ownership=ownership)


def _for_claims(index: ListIndex, matches: Matches, setting: Setting, day: date | None) -> Screened:
    official = [version for version in index.versions if not version.is_starter]
    return Screened(
        matches=matches,
        known=_regimes(index.spoken_of),
        complete=_regimes(version.list_id for version in official),
        current=_regimes(version.list_id for version in official if not _is_older(version.version, day)),
        day=day,
        further=lambda party: tuple(people_alike(party, index, setting, as_of=day)),
    )


def _regimes(lists: Iterable[str]) -> frozenset[str]:
    return frozenset(REGIME_OF_LIST[name] for name in lists if name in REGIME_OF_LIST)


def _is_older(version: str, day: date | None) -> bool:
    """Tell whether a list of this day, or month, was made before the day.

    >>> _is_older("2024-05-03", date(2024, 5, 7)), _is_older("2024-05", date(2024, 5, 7)), _is_older("undated", None)
    (True, False, False)
    """
    return day is not None and version[:4].isdigit() and version < day.isoformat()[: len(version)]
