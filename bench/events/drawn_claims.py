"""Claims about parties drawn from all lists: python -m bench.events.drawn_claims HOME [--seed 3] [--misses]

What is true is read from the entries themselves, apart from the joins of the program: two entries are of one party only
by the same number, or by the same name and birth date; a regime that has an entry which could be the same is not asked.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bench.events.drawn_words import REGIMES, WORDINGS, Named, Wording, about, told_as
from bench.triage.drawn import as_news
from nongrata.desk import Desk, open_desk
from nongrata.dossiers import Dossier
from nongrata.events import Claim
from nongrata.events.claims.regimes import REGIME_OF_LIST
from nongrata.lists import Listing
from nongrata.settings import Settings
from nongrata.values import fold

DRAWN, SEED, EACH = 150, 3, 3
DAY = date(2025, 4, 15)  # nearly all lists of the home are newer
NUMBERS = frozenset({"imo", "inn", "ogrn", "lei", "uscc", "wallet", "un_reference"})
_LATIN = re.compile(r"[A-Za-z ,.'’\-&()\"“”]+")
_FATHER = re.compile(r" \w+(?:vich|vych|vna|ich) ")
_FORM = re.compile(
    r",? \(?\b(?:Ltd|Llc|LLC|Co|Company|Limited|S\.A|Inc|Ooo|OOO|Jsc|JSC|Ao|AO|Corporation|Pjsc|PJSC)\b\.?\)?,?"
)
OTHER = 0.6  # how often a party goes by another name than the first
_RARE = 60  # entries that have a word which still tells somebody


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One party, the entries that are certainly its own, and the regimes whose lists may have it besides."""

    listings: tuple[Listing, ...]
    unsure: frozenset[str]

    def regimes(self) -> Mapping[str, bool | None]:
        """Give who lists it: True on the day, None where no day is told, False only later."""
        found: dict[str, bool | None] = {}
        for act in (each for listing in self.listings for each in listing.designations):
            regime = REGIME_OF_LIST.get(act.list_id)
            since = None if act.listed_on is None else act.listed_on.latest <= DAY
            if regime is not None and act.delisted_on is None:
                found[regime] = since if found.get(regime) is None else bool(found[regime] or since)
        return found


@dataclass(slots=True)
class Tally:
    """How many claims were right, and what went wrong."""

    hits: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def main() -> int:
    """Print the measures, and with --misses what came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    tally = score_drawn(open_desk(Settings.from_env({"NONGRATA_HOME": asked.home})), seed=asked.seed)
    for name in sorted(tally.of):
        print(f"{name:20} {tally.hits[name] / tally.of[name]:.3f} ({tally.hits[name]}/{tally.of[name]})")
    print(*(f"{cause}: {count}" for cause, count in tally.causes.most_common()), sep="\n")
    print("\n".join(tally.misses if asked.misses else []))
    return 0


def score_drawn(desk: Desk, *, seed: int = SEED, drawn: int = DRAWN) -> Tally:
    """Draw parties, write claims of each, and hold what is told against what the entries say."""
    chance, tally = random.Random(seed), Tally()
    for known in _drawn(desk, chance, drawn):
        for wording, regimes, verdict in _claims_of(known, chance):
            text, words = _text_of(known, wording, regimes, chance)
            dossier = desk.read_text(text, published=DAY)
            told = dossier.stories[0].claims if isinstance(dossier, Dossier) else ()
            _count(tally, (wording.says, text, words, regimes, verdict), [c for c in told if _is_in(c, text, words)])
    return tally


def _is_in(claim: Claim, text: str, words: str) -> bool:
    start = text.rindex(words)
    return claim.span.start < start + len(words) and claim.span.end > start


def _count(tally: Tally, told: tuple[str, str, str, Sequence[str], str], claims: Sequence[Claim]) -> None:
    says, text, words, regimes, verdict = told
    tally.of[says] += 1
    tally.of["all"] += 1
    right = bool(claims) and all(claim.verdict == verdict for claim in claims)
    tally.hits[says] += right
    tally.hits["all"] += right
    if right:
        return
    if not claims:
        cause = "no claim read"
    elif set(claims[0].regimes) != set(regimes):
        cause = "other regimes"
    elif claims[0].party is None:
        cause = "of nobody"
    else:
        cause = f"{verdict} as {claims[0].verdict}"
    tally.causes[cause] += 1
    ours = [(c.regimes, c.verdict, c.basis[:2]) for c in claims]
    tally.misses.append(f"{cause}: {text!r} [{words}] {'/'.join(regimes)} {verdict}: {ours}")


# Who is drawn.


def _drawn(desk: Desk, chance: random.Random, count: int) -> Iterator[Known]:
    listings = [each for party in desk.index.parties for each in party.listings if len(each.designations) == 1]
    by_key: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for number, listing in enumerate(listings):
        for key in set(_keys(listing)):
            by_key[key].append(number)
        for word in _words(listing):
            by_word[word].append(number)
    given = 0
    while given < count:
        first = chance.randrange(len(listings))
        if not _named(listings[first]) or listings[first].schema == "Airplane":
            continue
        own = _own(first, listings, by_key)
        words = {word for number in own for word in _words(listings[number]) if len(by_word[word]) <= _RARE}
        alike = {number for word in words for number in by_word[word]} - own
        if words:
            given += 1
            unsure = frozenset(filter(None, map(_regime_of, (listings[number] for number in alike))))
            yield Known(listings=tuple(listings[number] for number in sorted(own)), unsure=unsure)


def _own(first: int, listings: Sequence[Listing], by_key: Mapping[tuple[str, ...], Sequence[int]]) -> set[int]:
    """Give the entries that share a key with one, and those that share one with these."""
    own, new = {first}, [first]
    while new:
        found = {number for key in _keys(listings[new.pop()]) for number in by_key[key]} - own
        own |= found
        new.extend(found)
    return own


def _keys(listing: Listing) -> Iterator[tuple[str, ...]]:
    """Give what can be but one party's: a number, or a name with a birth date."""
    for each in listing.identifiers:
        if each.kind in NUMBERS:
            yield each.kind, each.value
    yield from (("id", act.entity_id.removeprefix("SDN-")) for act in listing.designations if "us" in act.list_id)
    for day in listing.birth_dates if listing.schema == "Person" else ():
        if day.is_exact and (day.earliest.month, day.earliest.day) != (1, 1):
            for name in listing.names:
                if len(words := sorted(set(re.findall(r"\w+", fold(name.text))))) > 1:
                    yield str(day), *words


def _names_of(known: Known) -> list[str]:
    """Give the names that a newspaper may use: those of all entries, without patronymics and legal forms."""
    listed = {(each.text, one.schema) for one in known.listings for each in one.names if each.kind != "weak"}
    names = {as_news(text, schema) for text, schema in listed if _LATIN.fullmatch(text)}
    long = {_FATHER.sub(" ", _FORM.sub("", name)).strip() for name in names}
    return sorted(name for name in long if len(name.split()) > 1) or sorted(names)


def _words(listing: Listing) -> frozenset[str]:
    return frozenset(word for name in listing.names for word in re.findall(r"\w{3,}", fold(name.text)))


def _regime_of(listing: Listing) -> str | None:
    return REGIME_OF_LIST.get(listing.designations[0].list_id)


def _named(listing: Listing) -> str | None:
    name = next((name.text for name in listing.names if name.kind == "primary"), "")
    is_long = len(name.split()) > 1 or listing.schema not in ("Person", "Vessel")
    return name if _LATIN.fullmatch(name) and is_long and len(name) < 60 else None


# What is said of them.


def _claims_of(known: Known, chance: random.Random) -> Iterator[tuple[Wording, tuple[str, ...], str]]:
    """Give wordings, the regimes that they name, and what the lists bear out."""
    listed = known.regimes()
    sure = [regime for regime, since in listed.items() if since]
    undated = [regime for regime, since in listed.items() if since is None]
    is_ship = known.listings[0].schema == "Vessel"  # of which the EU's list has none
    absent = [each for each in REGIMES if each not in (*listed, *known.unsure, *(("eu",) * is_ship))]
    later = [regime for regime, since in listed.items() if since is False and regime not in known.unsure]
    for _ in range(EACH):
        wording = chance.choice(WORDINGS)
        others = absent + later
        pool = [*sure, *(undated if wording.says == "listed" else ()), *others[: 1 + len(sure)]]
        if not pool:
            continue
        count = min(len(pool), wording.regimes)
        regimes = tuple(chance.sample(pool, count))
        if count < wording.regimes or (wording.says == "lifted" and not set(regimes) <= set(sure)):
            continue
        yield wording, regimes, _verdict(wording, regimes, others)


def _verdict(wording: Wording, regimes: Iterable[str], absent: Sequence[str]) -> str:
    is_absent = [regime in absent for regime in regimes]
    if wording.says == "listed":
        return "not found" if any(is_absent) else "confirmed"
    return "confirmed" if all(is_absent) and wording.says == "not listed" else "contradicted"


def _text_of(known: Known, wording: Wording, regimes: Sequence[str], chance: random.Random) -> tuple[str, str]:
    """Give a short story, and the sentence in it that claims."""
    listing = known.listings[0]
    name = chance.choice(_names_of(known)) if chance.random() < OTHER else as_news(listing.caption, listing.schema)
    years = [day.earliest.year for each in known.listings for act in each.designations if (day := act.listed_on)]
    named = Named(name=name, schema=listing.schema, year=str(min(years, default=2021)))
    sentence = told_as(wording, named, regimes, chance)
    return f"{about(name, listing, chance)} {sentence}", sentence


if __name__ == "__main__":
    sys.exit(main())
