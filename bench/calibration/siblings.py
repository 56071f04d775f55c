"""Pairs of bodies and ships that are easily taken for each other, made from the lists.

Half are one: two names of one entry, its legal form in other words, a branch or a place written behind it. Half are
two: entries of one list that share all but one word, ships and plants of another number, another trade in the same
name. Which entries are drawn hangs on the seed alone. Nothing of the lists is kept here.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from bench.screening.cases import Case, named
from nongrata.lists import ListFile, Listing
from nongrata.values import fold

SEED = 4
APART = "one word apart"
TRADES = (
    "Trading", "Shipping", "Construction", "Insurance", "Aviation", "Logistics", "Engineering", "Mining", "Media",
    "Pharma", "Agro", "Textile", "Tourism", "Leasing",
)  # fmt: skip
PLACES = (
    "Moscow", "Dubai", "Istanbul", "Minsk", "Tehran", "Damascus", "Beijing", "Shenzhen", "Hamburg", "Limassol",
    "Novosibirsk", "Yangon", "Caracas", "Harare", "Baku", "Tashkent",
)  # fmt: skip
BRANCHES = ("{name}, {place} Branch", "{name} ({place} branch)", "{name} {place} Representative Office")
BEHIND = ("{name}, {place}", "{name} ({place})", "{name} {place}")
# The same legal form in other words: the words of one line stand for each other.
FORMS = (
    ("Limited Liability Company", "LLC", "OOO"),
    ("Public Joint Stock Company", "PJSC", "PAO"),
    ("Joint Stock Company", "JSC", "AO"),
    ("Company Limited", "Co., Ltd.", "Co Ltd"),
    ("Limited", "Ltd", "Ltd."),
    ("Corporation", "Corp.", "Corp"),
)
_KIND_TEXT = """
the of and for de la el al a an company co limited ltd llc ooo jsc ojsc pjsc pao ao oao zao cjsc joint stock public open
closed liability inc corp corporation gmbh sa sal sarl fze fzco fzc plc pte pvt private group
"""
_KIND_WORDS = frozenset(_KIND_TEXT.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """An entry that is no person: its first name, and that name's words."""

    schema: str
    name: str
    words: tuple[str, ...]
    listing: Listing


Maker = Callable[[_Body, random.Random], tuple[str, str] | None]


def make_siblings(files: Iterable[ListFile], *, pairs: int = 200, seed: int = SEED) -> list[Case]:
    """Give so many pairs, half of them one body under two names; `kind` says how each was made."""
    rng = random.Random(seed)
    bodies = [_bodies(file) for file in files]
    every = [body for each in bodies for body in each if body.schema != "Vessel" and 2 <= len(body.words) <= 8]
    ships = [body for each in bodies for body in each if body.schema == "Vessel"]
    share = pairs // 10
    return [
        *_drawn(every, _two_names, rng, wanted=2 * share),
        *_drawn(every, _other_form, rng, wanted=share),
        *_drawn(every, _branch, rng, wanted=share),
        *_drawn(every, _placed, rng, wanted=share),
        *_one_word_apart(bodies, rng, wanted=2 * share),
        *_drawn(ships, _other_number, rng, wanted=share),
        *_drawn(every, _other_number, rng, wanted=share),
        *_drawn(every, _other_trade, rng, wanted=share),
    ]


def _bodies(file: ListFile) -> list[_Body]:
    return [
        _Body(schema=listing.schema, name=listing.caption, words=tuple(fold(listing.caption).split()), listing=listing)
        for listing in file.listings
        if listing.schema in ("Company", "Organization", "Vessel") and _is_latin(listing.caption)
    ]


def _is_latin(text: str) -> bool:
    return text.isascii() and any(letter.isalpha() for letter in text)


def _drawn(bodies: Sequence[_Body], make: Maker, rng: random.Random, *, wanted: int) -> Iterator[Case]:
    """Draw entries until so many pairs of this kind are made, no name twice."""
    kind, same = _KINDS[make]
    drawn: set[tuple[str, ...]] = set()
    for body in rng.sample(bodies, len(bodies)):
        if len(drawn) < wanted and body.words not in drawn and (made := make(body, rng)):
            drawn.add(body.words)
            yield Case(left=named(body.schema, made[0]), right=named(body.schema, made[1]), same=same, kind=kind)


def _two_names(body: _Body, rng: random.Random) -> tuple[str, str] | None:
    """Two of its strong names that share half their telling words, and differ in more than a trade word."""
    names = [name.text for name in body.listing.names if name.kind in ("primary", "alias") and _is_latin(name.text)]
    found = [pair for pair in combinations(dict.fromkeys(names), 2) if _is_hard(*pair)]
    return rng.choice(found) if found else None


def _is_hard(left: str, right: str) -> bool:
    one, other = _telling(left), _telling(right)
    apart = one ^ other
    is_near = 2 * len(one & other) >= min(len(one), len(other)) > 0
    return is_near and bool(apart) and not apart & {fold(trade) for trade in TRADES}


def _telling(name: str) -> set[str]:
    return set(fold(name).split()) - _KIND_WORDS


def _other_form(body: _Body, rng: random.Random) -> tuple[str, str] | None:
    for forms in FORMS:
        for form in forms:
            found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", body.name, re.IGNORECASE)
            if found:
                other = rng.choice([each for each in forms if fold(each) != fold(form)] or list(forms))
                return body.name, body.name[: found.start()] + other + body.name[found.end() :]
    return None


def _branch(body: _Body, rng: random.Random) -> tuple[str, str] | None:
    return body.name, rng.choice(BRANCHES).format(name=body.name, place=rng.choice(PLACES))


def _placed(body: _Body, rng: random.Random) -> tuple[str, str] | None:
    return body.name, rng.choice(BEHIND).format(name=body.name, place=rng.choice(PLACES))


def _other_number(body: _Body, rng: random.Random) -> tuple[str, str] | None:
    found = re.search(r"(?<![\w-])\d{1,3}(?![\w-])", body.name)
    if not found or len(body.words) < 2:
        return None
    number = int(found[0])
    other = rng.choice([each for each in range(1, max(20, number + 5)) if each != number])
    return body.name, body.name[: found.start()] + str(other) + body.name[found.end() :]


def _other_trade(body: _Body, rng: random.Random) -> tuple[str, str] | None:
    """The name with a trade put behind its telling words, where it has none."""
    telling = [i for i, word in enumerate(body.name.split()) if fold(word) not in _KIND_WORDS]
    if not 1 <= len(telling) <= 3 or any(fold(trade) in fold(body.name) for trade in TRADES):
        return None
    words = body.name.split()
    words.insert(telling[-1] + 1, rng.choice(TRADES))
    return body.name, " ".join(words)


_KINDS: dict[Maker, tuple[str, bool]] = {
    _two_names: ("two names of one entry", True),
    _other_form: ("legal form in other words", True),
    _branch: ("branch of it", True),
    _placed: ("place behind it", True),
    _other_number: ("another number", False),
    _other_trade: ("another trade in the name", False),
}


def _one_word_apart(bodies: Iterable[Sequence[_Body]], rng: random.Random, *, wanted: int) -> list[Case]:
    """Two entries of one list whose names differ in one telling word only, which is no other spelling."""
    found = [pair for each in bodies for pair in _pairs_apart(each)]
    cases: list[Case] = []
    drawn: set[str] = set()
    for a, b in rng.sample(found, len(found)):
        if len(cases) < wanted and not drawn & {a.name, b.name}:
            drawn |= {a.name, b.name}
            cases.append(Case(left=named(a.schema, a.name), right=named(b.schema, b.name), same=False, kind=APART))
    return cases


def _pairs_apart(bodies: Iterable[_Body]) -> Iterator[tuple[_Body, _Body]]:
    """Group names by all their words but one, and pair those of a group."""
    groups: defaultdict[tuple[str, ...], list[_Body]] = defaultdict(list)
    for body in bodies:
        if body.schema != "Vessel" and 3 <= len(body.words) <= 8:
            for i in range(len(body.words)):
                groups[(*body.words[:i], "*", *body.words[i + 1 :])].append(body)
    for pattern, group in groups.items():
        if len(set(pattern) - _KIND_WORDS) >= 3:
            yield from (pair for pair in combinations(group[:6], 2) if _are_two(*pair, pattern.index("*")))


def _are_two(a: _Body, b: _Body, at: int) -> bool:
    one, other = a.words[at], b.words[at]
    is_spelling = fuzz.ratio(one, other) >= 60 or one.startswith(other) or other.startswith(one)
    if {one, other} & _KIND_WORDS or is_spelling or one.isdigit() != other.isdigit():
        return False
    names = {fold(name.text) for name in a.listing.names} & {fold(name.text) for name in b.listing.names}
    return not names
