"""Where to look for the parties that may bear a name, so that each name is held against few others of a long story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from nongrata.parties.same import SPELLING, Tokens, bare, family_names, initials, subjects

Key = tuple[str, str]

_SPELT = 4  # letters that a word has at least of which a spelling is told from another word
_KINDS = ("department", "ministry")  # words that a short form leaves out: "Treasury"


class Bearers:
    """The numbers of parties by what their names hold: what same.py takes for one name, they have in common.

    >>> bearers = Bearers()
    >>> bearers.enter(("sergei", "lavrov"), 0, is_person=True)
    >>> bearers.enter(("bank", "of", "moscow"), 1, is_person=False)
    >>> bearers.of_full(("sergey", "lavrov"), is_person=True), bearers.of_short(("bank",))
    ([0], [1])
    """

    def __init__(self) -> None:
        self._numbers: defaultdict[Key, list[int]] = defaultdict(list)
        self._firsts: defaultdict[Key, list[str]] = defaultdict(list)  # first names by how they begin and end

    def enter(self, tokens: Tokens, number: int, *, is_person: bool) -> None:
        """Have a party found by one of its full names."""
        if is_person and ("first", tokens[0]) not in self._numbers:
            for end in _ends(tokens[0]):
                self._firsts[end].append(tokens[0])
        for key in dict.fromkeys(_keys_of_person(tokens) if is_person else _keys_of_body(tokens)):
            self._numbers[key].append(number)

    def of_full(self, tokens: Tokens, *, is_person: bool) -> list[int]:
        """Give the parties, in their order, that may have a full name as another spelling or a longer form."""
        if not is_person:
            return self._found(_keys_of_very_body(tokens))
        firsts = (("first", first) for first in self._like(tokens[0]))
        return self._found((("all", "".join(tokens)), ("family", tokens[-1]), *firsts))  # Bob Mueller, Robert Mueller

    def of_short(self, tokens: Tokens) -> list[int]:
        """Give the parties, in their order, for whose full name these words may stand."""
        words = [("word", token) for token in bare(tokens)]
        rarest = min(words, key=lambda key: len(self._numbers.get(key, ())))
        keys = [("all", "".join(tokens)), *_keys_of_very_body(tokens), rarest]
        keys.append(("said", " ".join(subjects(bare(tokens)))))
        keys += [("family", token) for token in tokens]
        if len(tokens) == 1:
            keys += [("begins", tokens[0][:_SPELT]), ("letters", tokens[0])]
        return self._found(keys)

    def _found(self, keys: tuple[Key, ...] | list[Key] | Iterator[Key]) -> list[int]:
        return sorted({number for key in keys for number in self._numbers.get(key, ())})

    def _like(self, first: str) -> set[str]:
        """Give the first names entered that are this one or spellings of it."""
        found = {first}
        for end in _ends(first):
            near = process.extract(
                first, self._firsts.get(end, ()), scorer=fuzz.ratio, score_cutoff=SPELLING, limit=None
            )
            found |= {word for word, _score, _at in near}
        return found


def _ends(word: str) -> tuple[Key, ...]:
    """Give how a word begins and ends, of which a slip in its spelling leaves one."""
    return (("starts", word[:2]), ("ends", word[-2:])) if len(word) >= _SPELT else ()


def _keys_of_person(tokens: Tokens) -> Iterator[Key]:
    yield "all", "".join(tokens)
    yield "first", tokens[0]
    yield "begins", tokens[0][:_SPELT]
    yield from (("family", token) for token in (*family_names(tokens), tokens[-1]))


def _keys_of_body(tokens: Tokens) -> Iterator[Key]:
    yield "all", "".join(tokens)
    yield from _keys_of_very_body(tokens)
    own = bare(tokens)
    yield from (("word", token) for token in own)
    yield from (("letters", letters) for letters in initials(own))
    yield "said", " ".join(token for token in subjects(own) if token not in _KINDS)


def _keys_of_very_body(tokens: Tokens) -> Iterator[Key]:
    """Give what two full names of one body have in common."""
    yield "same", "".join(bare(tokens)).removesuffix("s")
    yield "subjects", " ".join(subjects(bare(tokens)))
