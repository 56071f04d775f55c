"""All names of the loaded lists, found by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nongrata.lists import ListedName, ListId, ListVersion
from nongrata.names.comparing.compare import Likeness
from nongrata.names.ordinary import is_english
from nongrata.names.record import Name
from nongrata.names.telling import CITIES
from nongrata.screening.candidates.postings import NameTable
from nongrata.screening.join import ListedParty
from nongrata.screening.own_words import is_anybodys, is_coined
from nongrata.screening.words import LEGAL_FORMS, Tokens, american
from nongrata.values import fold

GATHERED = frozenset({"us_csl", "ch_seco"})  # lists that have one party under several entries
_MOST_COUNTED = 24  # parties that are looked at one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedName:
    """A listed name in its folded words, and whose it is."""

    tokens: Tokens
    name: ListedName
    party: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListIndex:
    """The names of all lists, their parties, and which name holds which word."""

    versions: tuple[ListVersion, ...]
    parties: Sequence[ListedParty]  # these lie packed, decoded when asked for: screening/packed.py
    names: Sequence[IndexedName]
    owners: Sequence[int] = field(repr=False)  # whose each name is, without decoding it
    by_token: Mapping[str, Sequence[int]] = field(repr=False)
    by_name: Mapping[str, Sequence[int]] = field(repr=False)
    spoken_of: frozenset[ListId]  # every list that designates somebody here
    shards: tuple[NameTable, ...] = field(repr=False)  # the names as screening/search.py looks them up, so many in each

    # What screening found to be like a name, for the next story that has it.
    compared: dict[Name, tuple[tuple[NameTable, int, Likeness], ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def schema_of(self, folded: str) -> str | None:
        """Give the schema of the party that bears this very name; a weak alias counts where it is a party's own."""
        numbers = self.by_name.get(folded, ())
        if not numbers and (respelt := american(folded)) != folded:
            numbers = self.by_name.get(respelt, ())
        if not numbers:
            return None  # as nearly every phrase that is asked for
        named = [self.names[i] for i in numbers]
        strong = [name for name in named if name.name.kind != "weak"]
        schema = next((self.parties[name.party].schema for name in strong or named), None)
        return schema if strong or schema is None or _is_own(folded.split(), schema) else None

    def bearers(
        self, tokens: Tokens, *, schemata: Collection[str] = (), countries: Collection[str] | None = None
    ) -> int:
        """Count the listed parties, of these schemata and countries, whose one name holds all these words.

        The most that one list has: a party that several lists have and nobody joined is one.

        Lists that gather others do not count.
        """
        owner_of = self.owners.__getitem__
        rarest, *others = sorted((self.by_token.get(token, ()) for token in set(tokens)), key=len) or [()]
        found = frozenset(map(owner_of, rarest))
        for numbers in others if found else ():  # thousands bear "bank": they are not gone through for nobody
            found = found.intersection(map(owner_of, numbers))
        if not 1 < len(found) <= _MOST_COUNTED:
            return len(found)
        if schemata:  # a gang is called like its head, and is no namesake of his
            found = frozenset(i for i in found if self.parties[i].schema in schemata)
        if countries is not None:
            found = frozenset(i for i in found if not self.parties[i].tied_to.isdisjoint(countries))
        lists = Counter(each for i in found for each in {act.list_id for act in self.parties[i].designations})
        return max((count for each, count in lists.items() if each not in GATHERED), default=min(1, len(found)))


def _is_own(words: Sequence[str], schema: str) -> bool:
    """Be no words of English, nor one word that many people or a city have: "Niño Guerrero", "M23", "Hemedti"."""
    if len(words) > 1:
        return not any(map(is_english, words))
    return is_coined(words[0]) or (schema != "Person" and not is_anybodys(words[0]) and words[0] not in CITIES)


def indexed_names(number: int, party: ListedParty) -> Iterator[IndexedName]:
    """Give the names of a party as stories may write them, each once; `number` is the party's."""
    seen: set[Tokens] = set()
    for name in party.names:
        for tokens in _forms(name.text, is_person=party.schema == "Person"):
            if tokens and tokens not in seen:
                seen.add(tokens)
                yield IndexedName(tokens=tokens, name=name, party=number)


def _forms(text: str, *, is_person: bool) -> Iterator[Tokens]:
    """Give a listed name as written, and in the order in which a story writes it.

    >>> list(_forms("PUTIN, Vladimir Vladimirovich", is_person=True))[1:]
    [('vladimir', 'vladimirovich', 'putin'), ('vladimir', 'putin')]
    """
    tokens = tuple(fold(text).split())
    yield tokens
    if not is_person:
        bare = tuple(token for token in tokens if token not in LEGAL_FORMS)
        if len(bare) >= 2:
            yield bare
        return
    family, comma, given = text.partition(",")
    if comma:
        last, first = tuple(fold(family).split()), tuple(fold(given).split())
        yield (*first, *last)
        if len(first) >= 2:
            yield (*first[:1], *last)
    elif len(tokens) == 3 and tokens[1].endswith(("vich", "vna", "ovych", "ivna")):
        yield (tokens[0], tokens[2])
