"""What speaks for and against a listed name by itself, whatever page it stands on."""

from __future__ import annotations

from nongrata.triage.patterns import Pattern
from nongrata.triage.seen import Told
from nongrata.triage.telling import ORDINARY

_CRAFT = ("Vessel", "Airplane")
_MANY_LISTS = 5
_MOST_TELLING = 2.2
_SHORT = 5  # letters


def is_ordinary(words: tuple[str, ...]) -> bool:
    """Be made of ordinary words alone."""
    return all(word in ORDINARY or word.isdigit() for word in words)


def telling_words(pattern: Pattern, words: float, party: Told) -> float:
    """How telling the words are together."""
    return min(words, _MOST_TELLING)


def one_word(pattern: Pattern, words: float, party: Told) -> float:
    """Be a single word."""
    return len(pattern.words) == 1


def three_words(pattern: Pattern, words: float, party: Told) -> float:
    """Be three words or more."""
    return len(pattern.words) >= 3


def part_of_name(pattern: Pattern, words: float, party: Told) -> float:
    """Be some of the name's words."""
    return pattern.form == "part"


def short_name(pattern: Pattern, words: float, party: Told) -> float:
    """Be a person's first and family name, where the list has more, or the body that a listed wing is of."""
    return pattern.form == "short"


def bare_name(pattern: Pattern, words: float, party: Told) -> float:
    """Be a body's name without its words of place and trade."""
    return pattern.form == "bare"


def family_name(pattern: Pattern, words: float, party: Told) -> float:
    """Be a family name alone."""
    return pattern.form == "family"


def craft_by_one_word(pattern: Pattern, words: float, party: Told) -> float:
    """Be a ship or aircraft named by one word, or by an ordinary phrase."""
    return party.schema in _CRAFT and (len(pattern.words) == 1 or is_ordinary(pattern.words))


def person_by_one_word(pattern: Pattern, words: float, party: Told) -> float:
    """Be a person named by one word."""
    return party.schema == "Person" and len(pattern.words) == 1


def head_of_state(pattern: Pattern, words: float, party: Told) -> float:
    """Be the one word by which the news names a head of state or government."""
    return party.leads_state and len(pattern.words) == 1 and len(pattern.words[0]) >= _SHORT


def no_country(pattern: Pattern, words: float, party: Told) -> float:
    """Be a body of a country that the list does not tell."""
    return not party.countries and party.schema != "Person"


def many_lists(pattern: Pattern, words: float, party: Told) -> float:
    """Be on several lists: the news speaks of those most."""
    return min(party.lists, _MANY_LISTS) - 1


def ordinary(pattern: Pattern, words: float, party: Told) -> float:
    """Be made of ordinary words alone; three of them and more are no chance."""
    return is_ordinary(pattern.words) * (0.4 if len(pattern.words) >= 3 else 1.0)


def ordinary_word(pattern: Pattern, words: float, party: Told) -> float:
    """Be one ordinary word: a ship called Fearless, a company called Services."""
    return len(pattern.words) == 1 and is_ordinary(pattern.words)


def short_word(pattern: Pattern, words: float, party: Told) -> float:
    """Be one word of few letters."""
    return len(pattern.words) == 1 and len(pattern.words[0]) < _SHORT
