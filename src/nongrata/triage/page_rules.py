"""What speaks for and against words of a page being a listed name: how they are spelt, and what stands around them."""

from __future__ import annotations

from nongrata.triage.seen import Seen
from nongrata.triage.telling import ORDINARY, TITLES, weight_of

_MANY_COUNTRIES = 8  # a page that names more of them is about none in particular
_COUNTRY_ABROAD = 0.5
_AS_GOOD = 95.0  # of 100: as like as the very same
_COMMON = 1.0  # how telling two words are together: less, and many people bear them
_PERSONS = ("Person", "LegalEntity")
_NO_BODIES = ("Person", "Vessel", "Airplane")


def other_spelling(seen: Seen) -> float:
    """How far the spelling is off; a letter in a long name is nothing."""
    return max(0.0, _AS_GOOD - seen.likeness) / 10


def shares_country(seen: Seen) -> float:
    """Stand on a page that names the party's country, and hardly any other; every page names some countries.

    Of countries' names in other languages than English we know too few to miss one.
    """
    shared = not seen.party.countries.isdisjoint(seen.countries)
    share = shared * min(1.0, _MANY_COUNTRIES / max(1, len(seen.countries)))
    return share if seen.is_english else max(share, _COUNTRY_ABROAD)


def of_sanctions(seen: Seen) -> float:
    """Stand on a page that speaks of sanctions."""
    return seen.speaks_of_sanctions


def at_sea(seen: Seen) -> float:
    """Be a ship, on a page that speaks of ships."""
    return seen.speaks_of_ships and seen.party.schema == "Vessel"


def common_abroad(seen: Seen) -> float:
    """Be two common words, on a page that names no country of the person's."""
    words = seen.entry.words
    is_common = (
        len(words) == 2 and weight_of(words) < _COMMON and (seen.party.schema == "Person" or ORDINARY.isdisjoint(words))
    )
    return is_common and seen.party.schema in _PERSONS and shares_country(seen) == 0.0


def begins_earlier(seen: Seen) -> float:
    """Have a name's word before it, as far as capitals tell: a title, a number, a sentence's beginning is none."""
    if not seen.before or seen.before.isdigit():
        return 0.0
    return 1.0 if seen.is_english and seen.before not in TITLES else 0.15


def goes_on(seen: Seen) -> float:
    """Have another word with a capital behind it."""
    return bool(seen.after)


def other_word(seen: Seen) -> float:
    """How far the spelling of a single word is off: it is another word."""
    return other_spelling(seen) if len(seen.entry.words) == 1 else 0.0


def apart(seen: Seen) -> float:
    """Stand among a few words by themselves, as a menu's and other stories' headlines do."""
    return seen.is_apart


def with_form(seen: Seen) -> float:
    """Be a body whose legal form stands beside its name."""
    return seen.has_form and seen.party.schema not in _NO_BODIES


def gap(seen: Seen) -> float:
    """Have a word between the two."""
    return seen.has_gap
