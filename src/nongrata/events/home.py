"""The country that a story is of: whose police, courts and government it means when it does not say."""

from __future__ import annotations

from collections import Counter

from nongrata.articles import Story
from nongrata.events.memory import UNIONS
from nongrata.events.record import Government
from nongrata.mentions import Reading
from nongrata.values.countries import find_country_words

_DATELINE = 2  # a dateline counts as much as two mentions


def home_of(text: str, story: Story, reading: Reading) -> tuple[Government, ...]:
    """Give the country named most, by itself and by its places; nobody where two are named alike often."""
    counted = Counter(word.country for word in find_country_words(text, story.span))
    counted.update(place.country for place in reading.places if place.country and place.literal)
    where = {line.casefold() for line in story.datelines}
    first = next((p.country for p in reading.places if p.span.of(text).casefold() in where and p.country), None)
    if first is not None:
        counted[first] += _DATELINE
    (country, most), (_, second) = (*counted.most_common(2), ("", 0), ("", 0))[:2]
    return (Government(country=country),) if most > second and country not in UNIONS else ()
