"""A first look at a page's bytes: can it concern a list?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from math import inf

import numpy as np
from numpy.typing import NDArray

from nongrata.triage.bones import OF_SANCTIONS as SANCTIONS_FLAG
from nongrata.triage.bones import OF_SHIPS
from nongrata.triage.heard import HEARD_IN, heard_likeness
from nongrata.triage.likeness import likeness, likeness_own
from nongrata.triage.page import Page
from nongrata.triage.readings import readings_of
from nongrata.triage.record import Look, Sighting
from nongrata.triage.rules import AT_SEA, OF_COUNTRY, OF_SANCTIONS, PASSES, WITH_FORM, weigh
from nongrata.triage.runs import Runs, runs_of
from nongrata.triage.seen import Entry, Seen, Told
from nongrata.triage.sieve import Alike, Sieve

_FLOOR = PASSES - 0.25  # what weighs less is not told
_EVERYWHERE = frozenset(("us", "gb", "eu"))  # so many pages name them that it tells nothing
_MOST_SHOWN = 5
_Likes = tuple[tuple[int, ...], tuple[str, ...], list[tuple[Entry, Told, float]]]  # places, words, what they may be
_ABROAD: Alike = partial(likeness, abroad=True)
_BY_SOUND: Mapping[str, Alike] = {script: partial(heard_likeness, script=script) for script in HEARD_IN.values()}


@dataclass(frozen=True, slots=True)
class _Around:
    """What a page speaks of."""

    countries: frozenset[str]
    sanctions: bool
    ships: bool


def look_at(body: bytes, sieve: Sieve, *, charset: str | None = None) -> Look:
    """Say whether a page, HTML or text, can concern a list, from its bytes. What passes is worth reading in full."""
    language, likely = seen_on(body, sieve, charset=charset)
    found: dict[str, Sighting] = {}
    for each in likely:
        said, weight = " ".join(each.said), round(weigh(each), 2)
        if said not in found or weight > found[said].weight:
            found[said] = Sighting(said=said, listed=" ".join(each.entry.words), party=each.entry.party, weight=weight)
    best = sorted(found.values(), key=lambda each: (-each.weight, each.party, each.listed))[:_MOST_SHOWN]
    weight = best[0].weight if best else -inf
    return Look(passes=weight >= PASSES, weight=weight, language=language, sightings=tuple(best))


def seen_on(body: bytes, sieve: Sieve, *, charset: str | None = None) -> tuple[str | None, Iterator[Seen]]:
    """Give a page's language, and the listed names that words of it may be, with what stands around them."""
    page, *others = readings_of(body, charset=charset)
    speaks = bool(page.flags & SANCTIONS_FLAG)
    runs = runs_of(page)
    around = _Around(frozenset(_countries(page, runs, sieve)) - _EVERYWHERE, speaks, bool(page.flags & OF_SHIPS))
    seen = (_seen(each, runs_of(each), sieve, around) for each in others)
    return page.language, chain(_seen(page, runs, sieve, around), *seen)


def _alike_on(page: Page) -> Alike:
    """Give how words are compared on a page: by sound, by the letters of any language, or of English."""
    if page.script is not None:
        return _BY_SOUND[page.script]
    if page.way:
        return likeness_own
    return likeness if page.language in ("en", None) else _ABROAD


def _countries(page: Page, runs: Runs, sieve: Sieve) -> set[str]:
    """Give the countries that a page names."""
    found: set[str] = set()
    for number, at in runs.at(sieve.countries_among(runs.numbers)):
        found |= sieve.countries[number].get(tuple(sorted(map(page.said, at))), frozenset())
    return found


def _seen(page: Page, runs: Runs, sieve: Sieve, around: _Around) -> Iterator[Seen]:
    """Give each listed name that words of a page may be, with what stands around them."""
    seen: set[tuple[tuple[str, ...], str, str, bool, bool]] = set()
    is_english = page.language == "en"
    for at, said, likes in _likes(page, runs, sieve, around):
        before, after = (page.before(at[0]), page.after(at[-1])) if page.script is None else ("", "")
        is_apart, has_form = bool(page.apart[at[0]]), bool(page.formed[at[0]] or page.formed[at[-1]])
        if (said, before, after, is_apart, has_form) in seen:
            continue
        seen.add((said, before, after, is_apart, has_form))
        for entry, party, like in likes:
            yield Seen(
                said=said,
                entry=entry,
                party=party,
                likeness=like,
                before=before,
                after=after,
                is_apart=is_apart,
                has_form=has_form,
                has_gap=len(at) == 2 and at[1] - at[0] == 2,
                countries=around.countries,
                speaks_of_sanctions=around.sanctions,
                speaks_of_ships=around.ships,
                is_english=is_english,
            )


def _likes(page: Page, runs: Runs, sieve: Sieve, around: _Around) -> Iterator[_Likes]:
    """Give the runs of a page that are like listed names which it can make pass, and how like they are."""
    at_least = _FLOOR - OF_COUNTRY - OF_SANCTIONS * around.sanctions - AT_SEA * around.ships
    abroad = at_least + OF_COUNTRY * (page.language == "en")  # where the page names no country of the party's
    alike = _alike_on(page)
    for number, at in runs.at(_known(page, runs, sieve, at_least)):
        said = tuple(map(page.said, at))
        beside = WITH_FORM * bool(page.formed[at[0]] or page.formed[at[-1]])
        near = [each for each in sieve.like(number, said, alike) if each[0].weight >= at_least - beside]
        told = [(entry, sieve.parties[entry.party], like) for entry, like in near]
        likes = [each for each in told if each[0].weight >= abroad - beside or each[1].countries & around.countries]
        if likes:
            yield at, said, likes


def _known(page: Page, runs: Runs, sieve: Sieve, at_least: float) -> NDArray[np.intp]:
    """Give the places of those runs that can weigh enough: a word beside a legal form may weigh less by itself."""
    formed = np.flatnonzero(page.formed)  # runs of one word stand first, in the order of the words
    lone = formed[sieve.among(page.numbers[formed], at_least=at_least - WITH_FORM)]
    return np.union1d(sieve.among(runs.numbers, at_least=at_least), lone)
