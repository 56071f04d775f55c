"""Names to search for, made from listed ones, and lists of any size, made from the words of real ones."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import overload

from bench.search.coined import Coined, Pool
from nongrata.lists import Designation, EntityId, ListedName, ListFile, ListId, Listing, ListVersion
from nongrata.screening import ListIndex
from nongrata.screening.query import Query

VOWELS = str.maketrans("", "", "aeiouAEIOU")
TWINS = str.maketrans("aceopxABCEHKMOPTX", "асеорхАВСЕНКМОРТХ")  # Latin letters as Cyrillic ones that look alike
DEGENERATE: dict[str, tuple[str, ...]] = {
    "10 MB of one name": ("Vladimir Putin " * 700_000,),
    "10 MB without a space": ("x" * 10_000_000,),
    "1,000 words": (" ".join(f"word{number}" for number in range(1_000)),),
    "100 names": tuple(f"Mohammed Ali Hassan {chr(97 + number % 26)}{number}" for number in range(100)),
    "common words of persons": ("Mohammed Ali Hassan",),
    "common words of bodies": ("International Trading Company Limited",),
    "one letter": ("a",),
    "empty": ("",),
    "digits": ("7 12 90001",),
    "emoji": ("🙂🙂🙂 🚀",),
    "controls": ("\x00\x07\u202e\u200b",),
    "half a character": ("\ud83d Putin",),
}


def listed_queries(index: ListIndex, count: int, seed: int = 1) -> list[tuple[str, int, Query]]:
    """Give names on the lists, as they stand and altered in ways seen in the wild: the way, whose, and the query."""
    chance = random.Random(seed)
    found: list[tuple[str, int, Query]] = []
    while len(found) < count:
        owner = chance.randrange(len(index.parties))
        party = index.parties[owner]
        name = chance.choice(party.names).text
        way = chance.choice(tuple(WAYS) if party.schema == "Person" else OF_BODIES)
        altered = WAYS[way](name, chance)
        found.append((way, owner, Query(names=(altered,), schema=party.schema)))
    return found


def _as_is(name: str, _chance: random.Random) -> str:
    return name


def _slip(name: str, chance: random.Random) -> str:
    """Drop, double, swap or change a letter."""
    at = chance.randrange(len(name))
    letter = chance.choice(("", name[at] * 2, chance.choice("aeiorstn"), name[at : at + 2][::-1]))
    return name[:at] + letter + name[at + (2 if len(letter) == 2 and letter != name[at] * 2 else 1) :]


def _order(name: str, chance: random.Random) -> str:
    words = name.replace(",", " ").split()
    chance.shuffle(words)
    return " ".join(words)


def _without_vowels(name: str, _chance: random.Random) -> str:
    return " ".join(word[:1] + word[1:].translate(VOWELS) for word in name.split())


def _initial(name: str, chance: random.Random) -> str:
    words = name.replace(",", " ").split()
    at = chance.randrange(len(words)) if words else 0
    return " ".join(f"{word[0]}." if i == at and len(words) > 1 else word for i, word in enumerate(words))


def _less(name: str, chance: random.Random) -> str:
    words = name.replace(",", " ").split()
    if len(words) > 2:
        del words[chance.randrange(len(words))]
    return " ".join(words)


def _twins(name: str, _chance: random.Random) -> str:
    return name.translate(TWINS)


def _together(name: str, chance: random.Random) -> str:
    words = name.replace(",", " ").split()
    at = chance.randrange(len(words)) if words else 0
    return " ".join([*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]])


WAYS = {
    "as listed": _as_is,
    "a slip": _slip,
    "another order": _order,
    "without vowels": _without_vowels,
    "an initial": _initial,
    "a word less": _less,
    "look-alike letters": _twins,
    "two words as one": _together,
}


OF_BODIES = tuple(way for way in WAYS if way not in ("an initial", "without vowels"))


def other_queries(index: ListIndex, count: int, seed: int = 1) -> list[Query]:
    """Give names that are on no list, or by chance: the words of listed persons and bodies put together anew."""
    chance = random.Random(seed)
    return list(made_queries(pool_of(index), count, chance))


def made_queries(pool: Pool, count: int, chance: random.Random) -> Iterator[Query]:
    """Give names put together anew from these, seven persons to three bodies."""
    made = _Made(pool, chance)
    schemata = chance.choices(("Person", "Company"), weights=(7, 3), k=count)
    return (Query(names=(made.name(schema),), schema=schema) for schema in schemata)


def pool_of(index: ListIndex) -> list[tuple[str, str]]:
    """Give the listed names of two to eight words in Latin letters, each behind its kind of party."""
    return [
        ("Person" if party.schema == "Person" else "Company", name.text)
        for party in index.parties
        for name in party.names
        if name.script == "Latin" and 1 < len(name.text.split()) < 9
    ]


def synthetic_list(pool: Pool, count: int, *, most_names: int = 5, with_new_words: bool = False) -> ListFile:
    """Give a list of so many entries, with names put together from the words of these as often as they stand there.

    A real list that is longer has new words as well (coined.py); `with_new_words` has them.
    """
    about = ListVersion(list_id=ListId("synthetic"), title="Synthetic", version="1", sha256="0" * 64, entities=count)
    times = count * (1 + most_names) / 2 / len(pool)
    made = _Made(pool, random.Random(), Coined(pool, times) if with_new_words else None)
    return ListFile(version=about, listings=Synthetic(made, count, most_names))


class Synthetic(Sequence[Listing]):
    """Entries made when they are asked for, the same each time, with one name to `most_names` each."""

    def __init__(self, made: _Made, count: int, most_names: int) -> None:
        self._made, self._count, self._most_names = made, count, most_names

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, number: int) -> Listing: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Listing]: ...
    def __getitem__(self, number: int | slice) -> Listing | Sequence[Listing]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(self._count))]
        if number >= self._count:
            raise IndexError(number)
        return self._made.listing(number, self._most_names)


class _Made:
    """Makes names of the words at the same place of real names of the same length."""

    def __init__(self, pool: Pool, chance: random.Random, coined: Coined | None = None) -> None:
        self._chance, self._coined = chance, coined
        self._names: dict[str, dict[int, list[Sequence[str]]]] = {}
        for schema, text in pool:
            words = text.split()
            self._names.setdefault(schema, {}).setdefault(len(words), []).append(words)
        self._lengths = {
            schema: (tuple(by_length), list(accumulate(map(len, by_length.values()))))
            for schema, by_length in self._names.items()
        }

    def name(self, schema: str) -> str:
        """Give a name."""
        by_length = self._names[schema]
        lengths, weights = self._lengths[schema]
        length = self._chance.choices(lengths, cum_weights=weights)[0]
        words = [self._chance.choice(by_length[length])[place] for place in range(length)]
        return " ".join(words if self._coined is None else [self._coined(schema, word, self._chance) for word in words])

    def listing(self, number: int, most_names: int) -> Listing:
        """Give an entry."""
        self._chance.seed(number)
        schema = self._chance.choices(("Person", "Company"), weights=(55, 45))[0]
        texts = [self.name(schema) for _ in range(self._chance.randint(1, most_names))]
        act = Designation(list_id=ListId("synthetic"), entity_id=EntityId(str(number)), caption=texts[0])
        return Listing(schema=schema, names=tuple(ListedName(text=text) for text in texts), designations=(act,))
