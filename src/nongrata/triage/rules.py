"""What speaks for and against words of a page being a listed party's name: a table of plain functions.

The weights were fitted, by a logistic curve over each page's likeliest name, to what full reading found in open texts,
then rounded: `python -m bench.triage.fit` does it anew, `python -m bench triage` says what they keep and let pass.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from nongrata.triage import name_rules as name
from nongrata.triage import page_rules as page
from nongrata.triage.patterns import Pattern
from nongrata.triage.seen import Seen, Told

KNOWN_ABROAD = 3  # lists: the news of all languages speaks of whom these have
_LETTERS = 3  # of an abbreviation that may be another's
_LONG_NUMBER = 9  # characters: a shorter identifier needs the word IMO beside it

START = -1.35
# What a name has by itself, weighed once when the sieve is made; and what a page adds.
NAME_RULES: tuple[tuple[Callable[[Pattern, float, Told], float], float], ...] = (
    (name.telling_words, 1.45),
    (name.one_word, -1.1),
    (name.three_words, 1.85),
    (name.short_name, -0.85),
    (name.part_of_name, -2.2),
    (name.bare_name, -2.25),
    (name.family_name, -0.6),
    (name.craft_by_one_word, -1.4),
    (name.person_by_one_word, -1.7),
    (name.head_of_state, 2.0),
    (name.no_country, 0.45),
    (name.many_lists, 0.2),
    (name.ordinary, -1.35),
    (name.ordinary_word, -1.0),
    (name.short_word, -1.15),
)
OF_COUNTRY, OF_SANCTIONS, AT_SEA, WITH_FORM = 1.85, 1.65, 1.6, 1.0
PAGE_RULES: tuple[tuple[Callable[[Seen], float], float], ...] = (
    (page.other_spelling, -1.55),
    (page.other_word, -1.1),
    (page.shares_country, OF_COUNTRY),
    (page.of_sanctions, OF_SANCTIONS),
    (page.at_sea, AT_SEA),
    (page.with_form, WITH_FORM),
    (page.begins_earlier, -1.9),
    (page.goes_on, -2.2),
    (page.apart, -2.5),
    (page.common_abroad, -1.0),
    (page.gap, -1.15),
)
PASSES = -0.6  # what the likeliest name on a page must weigh
FAINTEST = PASSES - OF_COUNTRY - OF_SANCTIONS - AT_SEA  # a name that weighs less by itself lets no page pass
NUMBER = KNOWN = 1.0  # an identifier, or the name by which the news has a body every day, needs nothing beside it


def is_known(pattern: Pattern, party: Told) -> bool:
    """Be called by the name that the news has every day; ETA, of two lists, is more often when somebody arrives."""
    return pattern.form == "known" and (
        party.lists >= KNOWN_ABROAD or any(len(word) > _LETTERS for word in pattern.words)
    )


def weigh_name(pattern: Pattern, words: float, party: Told) -> float:
    """Say what speaks for a listed name by itself. `words` is how telling its words are together."""
    if pattern.form == "number":
        return NUMBER
    weight = START + sum(weight * rule(pattern, words, party) for rule, weight in NAME_RULES)
    return max(weight, KNOWN) if is_known(pattern, party) else weight


def weigh(seen: Seen) -> float:
    """Give what speaks for the words being the party's name, taken together; an identifier counts only as it is."""
    if seen.entry.form == "number":
        is_told = seen.speaks_of_ships or len(seen.entry.words[0]) >= _LONG_NUMBER
        return seen.entry.weight if seen.likeness == 100.0 and is_told else -inf
    return seen.entry.weight + sum(weight * rule(seen) for rule, weight in PAGE_RULES)
