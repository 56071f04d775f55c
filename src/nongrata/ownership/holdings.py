"""Stakes at hand, found by either of their ends, and the parties that their sources describe."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from nongrata.ownership.holder import Holder
from nongrata.ownership.stakes import Stake
from nongrata.screening.words import LEGAL_FORMS
from nongrata.values import Skipped, fold, tokens_of

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

    def named(self, names: Sequence[str], numbers: Sequence[str], /) -> Sequence[Holder]:
        """Give the parties that bear one of the numbers, or one of these very names however they are spelt."""

    def like(self, names: Sequence[str], /) -> Sequence[Holder]:
        """Give the parties that share a telling word with one of the names, those that share most first."""

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
class _Index:
    """How parties are found by what they are called."""

    by_word: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_number: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass(slots=True)
class Register:
    """Stakes in memory."""

    stakes_into: dict[str, list[Stake]] = field(default_factory=lambda: defaultdict(list))
    stakes_of: dict[str, list[Stake]] = field(default_factory=lambda: defaultdict(list))
    holders: dict[str, Holder] = field(default_factory=dict)
    described: set[str] = field(default_factory=set)  # sources that describe their parties
    skipped: list[Skipped] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)  # of entries of the lists: where their party is in the index
    _index: _Index | None = None

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

    def named(self, names: Sequence[str], numbers: Sequence[str], /) -> Sequence[Holder]:
        """Give the parties that bear one of the numbers, or one of these very names however they are spelt."""
        index = self._indexed()
        found = {id_: None for number in numbers for id_ in index.by_number.get(number, ())}
        found |= {id_: None for name in names for id_ in index.by_name.get(fold(name), ())}
        return [holder for id_ in list(found)[:MOST_LIKE] if (holder := self.about(id_)) is not None]

    def like(self, names: Sequence[str], /) -> Sequence[Holder]:
        """Give the parties that share a telling word with one of the names, those that share most first."""
        if self.places:
            return []  # the lists' own: screening finds their parties better
        by_word = self._indexed().by_word
        postings = (by_word.get(word, ()) for word in words_of(names))
        shared = Counter(id_ for posting in postings if len(posting) <= _COMMON for id_ in posting)
        likest = [id_ for id_, _count in shared.most_common(MOST_LIKE)]
        return [holder for id_ in likest if (holder := self.about(id_)) is not None]

    def _indexed(self) -> _Index:
        if self._index is None:
            self._index = _Index()
            for id_ in dict.fromkeys((*self.stakes_into, *self.stakes_of, *self.holders)):
                holder = self.holders.get(id_)
                names = holder.names if holder is not None else (id_,)
                for word in words_of(names):
                    self._index.by_word[word].append(id_)
                for name in dict.fromkeys(map(fold, names)):
                    self._index.by_name[name].append(id_)
                for _, value in holder.numbers if holder is not None else ():
                    self._index.by_number[value].append(id_)
        return self._index


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
