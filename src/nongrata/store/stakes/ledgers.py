"""All that is known of stakes, opened: those that a home folder keeps, the lists' own ties, files named for once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from nongrata.lists.files import digest_of
from nongrata.ownership.holdings import Holdings, Register, Source, register_of
from nongrata.ownership.ledger import Ledger
from nongrata.ownership.registers.recognise import kind_of_register, stakes_in
from nongrata.screening.index import ListIndex
from nongrata.store.stakes.edges import EdgeShelf
from nongrata.store.stakes.kept import StakeShelf


def open_ledger(home: Path, index: ListIndex, stakes: Sequence[Path], key: str | None = None) -> Ledger:
    """Give all that is known of stakes. With the index's key, the lists' own ties are kept for the next time.

    Raises ListError for a file of stakes that cannot be read, StoreError for the home folder.
    """
    shelf = StakeShelf(home)
    named = [(path, register_of(stakes_in(path))) for path in stakes]
    kept = shelf.sources()
    sources = [*kept, *(_named_source(path, register) for path, register in named)]
    more: list[Holdings] = [*([shelf] if kept else []), *(register for _, register in named)]
    notes = [item for _, register in named for item in register.skipped]
    if key is None:
        return Ledger(index=index, more=more, sources=sources, notes=notes)
    edges = partial(EdgeShelf(home).edges, key=key)
    return Ledger(index=index, more=more, sources=sources, notes=notes, edges=edges)


def _named_source(path: Path, register: Register) -> Source:
    return Source(
        name=path.name,
        kind=kind_of_register(path),
        sha256=digest_of([path]),
        added_at="",
        stakes=sum(map(len, register.stakes_into.values())),
        parties=len(register.holders),
        skipped=len(register.skipped),
    )
