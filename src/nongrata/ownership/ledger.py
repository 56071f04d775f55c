"""All that is known of stakes: what the lists in use say, what a user keeps, and files named for one question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from nongrata.ownership.around import around
from nongrata.ownership.ask import Meant, meant
from nongrata.ownership.holdings import Holdings, Register, Source
from nongrata.ownership.own import Owned, reckoned
from nongrata.ownership.registers.from_lists import edges_of_lists
from nongrata.ownership.resolve import Resolver
from nongrata.screening.index import ListIndex
from nongrata.screening.lone import by_beginning, by_own_words
from nongrata.screening.own_words import is_coined
from nongrata.values import Skipped


@dataclass(slots=True)
class Ledger:
    """Asked for the owners of a party. The lists' own ties are gathered at the first question."""

    index: ListIndex
    more: Sequence[Holdings] = ()
    sources: Sequence[Source] = ()  # where `more` comes from
    notes: Sequence[Skipped] = ()  # what could not be used of the files named for one question
    edges: Callable[[ListIndex], Register] = edges_of_lists  # a store may have gathered them before
    resolver: Resolver = field(init=False)
    _all: tuple[Holdings, ...] | None = None

    def __post_init__(self) -> None:
        """Make what looks owners up on the lists."""
        self.resolver = Resolver(self.index)

    @property
    def holdings(self) -> tuple[Holdings, ...]:
        """Every store of stakes, the lists' own first."""
        if self._all is None:
            edges = self.edges(self.index)
            self.resolver.places = edges.places
            self._all = (edges, *self.more)
        return self._all

    def of_story(self) -> Ledger:
        """Give one of the same stakes that keeps for itself whom a story tells of: the next story may tell another."""
        _ = self.holdings  # gathered once, for all stories
        own = copy(self)
        own.resolver = self.resolver.of_story()
        return own

    def schema_of(self, folded: str) -> str | None:
        """Give the schema of one whom the lists name so, or whom somebody owns by the stakes that a user has."""
        found = self.index.schema_of(folded)
        if found is not None or not self.more:
            return found
        owned = (one for each in self.more for one in each.named([folded], ()) if each.into(one.id))
        return next((one.schema or "Company" for one in owned), None)

    def called_so(self, folded: str) -> str | None:
        """Give the schema of a listed body whose own word this is, or two words, and that the lists name by more."""
        told = tuple(folded.split())
        begun = by_beginning(told, self.index) if any(map(is_coined, told)) else ()
        found = chain(by_own_words(told, self.index), begun)
        schemata = (self.index.parties[name.party].schema for name in found)
        return next((schema for schema in schemata if schema not in ("Person", "Vessel", "Airplane")), None)

    def meant(self, asked: str) -> Meant:
        """Give whom a name or an id means. Raises SettingError for an empty one."""
        return meant(asked, self.holdings, self.resolver)

    def owned(self, party: Meant, *, as_of: date | None = None, seats: Collection[str] = ()) -> Owned:
        """Give who is above and below a party, and what each regime makes of it."""
        found = around(party.holder, self.holdings, self.resolver, also=party.ids)
        return reckoned(found, self.index.versions, as_of=as_of, seats=seats)
