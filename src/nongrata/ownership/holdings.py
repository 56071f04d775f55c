"""Stakes at hand, found by either of their ends, and the parties that their sources describe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from nongrata.ownership.holder import Holder
from nongrata.ownership.stakes import Stake
from nongrata.screening.words import LEGAL_FORMS
from nongrata.values import Skipped, tokens_of

MOST_LIKE = 60  # holders looked at for one name
_LONGEST_WORD = 40
_COMMON = 2_000  # bearers of a word that tells nothing any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where stakes come from, and what was read of it."""

    name: str
    kind: str
    sha256: str
    added_at: str
    stakes: int
    parties: int
    skipped: int


class Holdings(Protocol):
    """What the answer on a party asks of a store of stakes."""

    def into(self, id_: str, /) -> Sequence[Stake]:
        """Give the stakes in a party."""

    def of(self, id_: str, /) -> Sequence[Stake]:
        """Give the stakes that a party has."""

    def about(self, id_: str, /) -> Holder | None:
        """Give the party as a source describes it; None where none does, or nobody has this id."""

    def like(self, names: Sequence[str], numbers: Sequence[str], /) -> Sequence[Holder]:
        """Give the parties that bear one of the numbers, or share a telling word with one of the names."""

    def describes(self, source: str, /) -> bool:
        """Say whether a source describes the parties it speaks of: then one that it does not is a dangling id."""


def words_of(names: Iterable[str]) -> list[str]:
    """Give the words by which names are found, each once.

    >>> words_of(["Rosneft Oil Company PJSC", "USM"])
    ['rosneft', 'oil', 'usm']
    """
    words = (word[:_LONGEST_WORD] for name in names for word in tokens_of(name[:500]) if len(word) > 1)
    return list(dict.fromkeys(word for word in words if word not in LEGAL_FORMS))


@dataclass(slots=True)
class Register:
    """Stakes in memory."""

    stakes_into: dict[str, list[Stake]] = field(default_factory=lambda: defaultdict(list))
    stakes_of: dict[str, list[Stake]] = field(default_factory=lambda: defaultdict(list))
    holders: dict[str, Holder] = field(default_factory=dict)
    described: set[str] = field(default_factory=set)  # sources that describe their parties
    skipped: list[Skipped] = field(default_factory=list)
    _by_word: dict[str, list[str]] | None = None
    _by_number: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def into(self, id_: str, /) -> Sequence[Stake]:
        """Give the stakes in a party."""
        return self.stakes_into.get(id_, ())

    def of(self, id_: str, /) -> Sequence[Stake]:
        """Give the stakes that a party has."""
        return self.stakes_of.get(id_, ())

    def about(self, id_: str, /) -> Holder | None:
        """Give the party as a source describes it; one that is only named bears its id as its name."""
        found = self.holders.get(id_)
        if found is None and (id_ in self.stakes_into or id_ in self.stakes_of):
            return Holder(id=id_, names=(id_,))
        return found

    def describes(self, source: str, /) -> bool:
        """Say whether a source describes the parties it speaks of."""
        return source in self.described

    def like(self, names: Sequence[str], numbers: Sequence[str], /) -> Sequence[Holder]:
        """Give the parties that bear one of the numbers, or share a telling word with one of the names."""
        by_word = self._words()
        found = {id_: None for number in numbers for id_ in self._by_number.get(number, ())}
        for name in names:
            postings = sorted((by_word[word] for word in words_of([name]) if word in by_word), key=len)
            for posting in postings[:2]:
                found |= dict.fromkeys(posting if len(posting) <= _COMMON else ())
        likest = sorted(found, key=lambda id_: -_shared(names, self._names(id_)))
        return [holder for id_ in likest[:MOST_LIKE] if (holder := self.about(id_)) is not None]

    def _names(self, id_: str) -> tuple[str, ...]:
        holder = self.holders.get(id_)
        return holder.names if holder is not None else (id_,)

    def _words(self) -> dict[str, list[str]]:
        if self._by_word is None:
            self._by_word = defaultdict(list)
            for id_ in {*self.stakes_into, *self.stakes_of, *self.holders}:
                for word in words_of(self._names(id_)):
                    self._by_word[word].append(id_)
            for holder in self.holders.values():
                for _, value in holder.numbers:
                    self._by_number[value].append(holder.id)
        return self._by_word


def _shared(names: Iterable[str], others: Iterable[str]) -> int:
    return len({*words_of(names)} & {*words_of(others)})


def register_of(rows: Iterable[Stake | Holder | Skipped]) -> Register:
    """Give the stakes and parties of a stream, ready to be asked."""
    register = Register()
    for row in rows:
        match row:
            case Stake():
                register.stakes_into[row.owned].append(row)
                register.stakes_of[row.owner].append(row)
            case Holder():
                register.holders.setdefault(row.id, row)
                register.described.add(row.source)
            case Skipped():
                register.skipped.append(row)
    return register
