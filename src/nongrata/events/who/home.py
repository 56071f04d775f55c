"""The country that a story is of: whose police, courts and government it means when it does not say."""

from __future__ import annotations

from collections import Counter

from nongrata.articles import Story
from nongrata.events.record import Government
from nongrata.events.who.memory import UNIONS
from nongrata.mentions import Reading
from nongrata.values.countries import find_country_words

_CLEARLY = 1.5  # times as often as the next one


def home_of(text: str, story: Story, reading: Reading) -> tuple[Government, ...]:
    """Give the country of the dateline where the story is about it, else the one named far more than others."""
    counted = Counter(word.country for word in find_country_words(text, story.span))
    counted.update(place.country for place in reading.places if place.country and place.literal)
    if not counted:
        return ()
    (country, most), *others = counted.most_common(2)
    lines = {line.casefold() for line in story.datelines} | {
        line.partition(",")[0].casefold() for line in story.datelines
    }
    near = next((p.country for p in reading.places if p.span.of(text).casefold() in lines and p.country), None)
    if near is not None and near in (country, *(other for other, _ in others)):
        country = near
    elif others and most < _CLEARLY * others[0][1]:
        return ()
    return (Government(country=country),) if country not in UNIONS else ()


def seat_of(text: str, story: Story, reading: Reading) -> tuple[Government, ...]:
    """Give the country of the dateline, where the story names it more than any other: its police are the police."""
    home = home_of(text, story, reading)
    counted = Counter(word.country for word in find_country_words(text, story.span))
    counted.update(place.country for place in reading.places if place.country and place.literal)
    most = {country for country, times in counted.items() if times == max(counted.values())}
    return home if story.datelines and home and most == {home[0].country} else ()
