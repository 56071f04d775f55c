"""What speaks for and against words of a page being a listed party's name: a table of plain functions.

The weights were fitted, by a logistic curve over each page's likeliest name, to what full reading found in open texts,
then rounded: `python -m bench.triage_fit` does it anew, `python -m bench triage` says what they keep and let pass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from rapidfuzz.fuzz import ratio

from nongrata.triage.patterns import GROUPS, ORDINARY, Pattern, PatternForm

_CRAFT = ("Vessel", "Airplane")
_MANY_COUNTRIES = 8  # a page that names more of them is about none in particular
_MOST_TELLING = 2.2
_AS_GOOD = 95.0  # of 100: as like as the very same
_SHORT = 5  # letters
_LONG_NUMBER = 9  # characters: a shorter identifier needs the word IMO beside it
_SHORTEST_KANA = 3  # letters of kana that may be any other word
ALIKE, ALIKE_WORD = 80.0, 75.0  # of 100: how like the words must be together, and each


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a number may stand for: a run of words of a party's name, or of a country's."""

    words: tuple[str, ...]
    form: PatternForm
    party: int
    weight: float  # what speaks for it by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What weighing asks of a party."""

    schema: str
    countries: frozenset[str]
    leads_state: bool = False  # or did


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Words of a page beside a listed run of words, and what stands around them."""

    said: tuple[str, ...]  # folded
    entry: Entry
    party: Told
    likeness: float  # 80 to 100
    before: str  # the word before it in the same run of words with capitals, folded; empty where there is none
    after: str
    has_gap: bool  # a word stands between the two
    countries: frozenset[str]  # that the page names
    speaks_of_sanctions: bool
    speaks_of_ships: bool
    is_english: bool
    bearers: int  # how many parties bear this run of words


def is_ordinary(words: tuple[str, ...]) -> bool:
    """Be made of ordinary words alone."""
    return all(word in ORDINARY or word.isdigit() for word in words)


def telling_words(pattern: Pattern, words: float, party: Told) -> float:
    """How telling the words are together."""
    return min(words, _MOST_TELLING)


def other_spelling(seen: Seen) -> float:
    """How far the spelling is off; a letter in a long name is nothing."""
    return max(0.0, _AS_GOOD - seen.likeness) / 10


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
    """Be a person's first and family name, where the list has more."""
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


def shares_country(seen: Seen) -> float:
    """Stand on a page that names the party's country, and hardly any other; every page names some countries."""
    shared = not seen.party.countries.isdisjoint(seen.countries)
    return shared * min(1.0, _MANY_COUNTRIES / max(1, len(seen.countries)))


def known_group(pattern: Pattern, words: float, party: Told) -> float:
    """Be named like a group that is on many lists."""
    return all(word in GROUPS for word in pattern.words)


def head_of_state(pattern: Pattern, words: float, party: Told) -> float:
    """Be the one word by which the news names a head of state or government."""
    return party.leads_state and len(pattern.words) == 1 and len(pattern.words[0]) >= _SHORT


def no_country(pattern: Pattern, words: float, party: Told) -> float:
    """Be of a country that the list does not tell."""
    return not party.countries


def of_sanctions(seen: Seen) -> float:
    """Stand on a page that speaks of sanctions."""
    return seen.speaks_of_sanctions


def ordinary(pattern: Pattern, words: float, party: Told) -> float:
    """Be made of ordinary words alone; three of them and more are no chance."""
    return is_ordinary(pattern.words) * (0.4 if len(pattern.words) >= 3 else 1.0)


def goes_on(seen: Seen) -> float:
    """Be within a longer name, as far as capitals tell; a word before a name may be a title, or begin the sentence."""
    before = 0.0 if not seen.before else 1.0 if seen.is_english and seen.before not in ORDINARY else 0.15
    after = 0.0 if not seen.after else 0.6
    return before + after


def gap(seen: Seen) -> float:
    """Have a word between the two."""
    return seen.has_gap


def short_word(pattern: Pattern, words: float, party: Told) -> float:
    """Be one word of few letters."""
    return len(pattern.words) == 1 and len(pattern.words[0]) < _SHORT


def many_bearers(seen: Seen) -> float:
    """Be borne by several parties."""
    return min(seen.bearers - 1, 5)


START = -0.15
# What a name has by itself, weighed once when the sieve is made; and what a page adds.
NAME_RULES: tuple[tuple[Callable[[Pattern, float, Told], float], float], ...] = (
    (telling_words, 1.25),
    (one_word, -1.45),
    (three_words, 1.3),
    (short_name, -0.8),
    (part_of_name, -1.8),
    (bare_name, -2.0),
    (family_name, -0.2),
    (craft_by_one_word, -1.0),
    (person_by_one_word, -1.0),
    (known_group, 2.4),
    (head_of_state, 1.6),
    (no_country, 0.2),
    (ordinary, -1.8),
    (short_word, -1.2),
)
OF_COUNTRY, OF_SANCTIONS = 1.0, 1.2
PAGE_RULES: tuple[tuple[Callable[[Seen], float], float], ...] = (
    (other_spelling, -1.5),
    (shares_country, OF_COUNTRY),
    (of_sanctions, OF_SANCTIONS),
    (goes_on, -1.9),
    (gap, -0.8),
    (many_bearers, -0.1),
)
PASSES = -0.6  # what the likeliest name on a page must weigh
FAINTEST = PASSES - OF_COUNTRY - OF_SANCTIONS  # a name that weighs less by itself lets no page pass
NUMBER = 1.0  # an identifier needs nothing beside it


def weigh_name(pattern: Pattern, words: float, party: Told) -> float:
    """Say what speaks for a listed name by itself. `words` is how telling its words are together."""
    if pattern.form == "number":
        return NUMBER
    return START + sum(weight * rule(pattern, words, party) for rule, weight in NAME_RULES)


def weigh(seen: Seen) -> float:
    """Give what speaks for the words being the party's name, taken together; an identifier counts only as it is."""
    if seen.entry.form == "number":
        is_told = seen.speaks_of_ships or len(seen.entry.words[0]) >= _LONG_NUMBER
        return seen.entry.weight if seen.likeness == 100.0 and is_told else -inf
    return seen.entry.weight + sum(weight * rule(seen) for rule, weight in PAGE_RULES)


def likeness(said: tuple[str, ...], words: tuple[str, ...]) -> float:
    """Say how like the words are, 0 to 100, each beside its nearest; 0 where one of them is like none.

    >>> likeness(("vladimir", "poutine"), ("putin", "vladimir")) > ALIKE, likeness(("war", "star"), ("war", "stara"))
    (True, 0.0)
    """
    if any(len(word) == 1 for word in words):  # letters of a name without spaces
        return 100.0 * (said == words and (len(words) > _SHORTEST_KANA or words[0] > "\u30ff"))
    total = 0.0
    for word in words:
        nearest = max(_alike(word, other) for other in said)
        if nearest < ALIKE_WORD:
            return 0.0
        total += nearest
    return total / len(words)


def _alike(word: str, said: str) -> float:
    """An ordinary or very short word is like itself alone."""
    if word == said:
        return 100.0
    return 0.0 if said in ORDINARY or min(len(word), len(said)) < 4 else ratio(word, said)
