"""A desk opened: over the lists named, or those kept, indexed for the next time."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from nongrata.desk.record import Desk
from nongrata.lists import ListFile, read_lists, read_starter
from nongrata.lists.joins.join import Join
from nongrata.lists.past import with_past
from nongrata.screening import build_index
from nongrata.screening.pack import index_of
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.store.index import IndexShelf, key_of
from nongrata.store.lists.joins import JoinShelf
from nongrata.store.rulings import rulings_of
from nongrata.store.stakes.ledgers import open_ledger


def open_desk(
    settings: Settings | None = None,
    *,
    lists: Sequence[Path] = (),
    starter: bool = True,
    as_of: date | None = None,
    stakes: Sequence[Path] = (),
) -> Desk:
    """Give a desk over these list files, or else over the lists kept in the home folder.

    The starter list fills in for the lists that are not loaded, unless `starter` is False. With `as_of`, the versions
    of that day are used, not the newest. `stakes` are files of stakes beside those that are kept. Without `settings`,
    the environment's are used. Raises ListError for a list file or a file of stakes, StoreError for the home folder.
    """
    settings = settings or Settings.from_env(os.environ)
    desk = _open_desk(settings.home, lists, stakes, starter=starter, as_of=as_of)
    rulings = desk.ledger.resolver.rulings = rulings_of(settings)  # of owners too
    return replace(desk, rulings=rulings, notes=(*desk.notes, *desk.ledger.notes))


def _open_desk(home: Path, lists: Sequence[Path], stakes: Sequence[Path], *, starter: bool, as_of: date | None) -> Desk:
    if as_of is not None and not lists and _is_as_now(ListShelf(home), as_of):
        as_of = None  # the lists of that day are those in use: their index is there already
    if lists or not starter or as_of is not None:
        files, joins = lists_over(home, lists, starter=starter, as_of=as_of)
        over, notes = build_index(files, joins), tuple(note for file in files for note in file.skipped if lists)
        return Desk(index=over, ledger=open_ledger(home, over, stakes), notes=notes)
    kept = IndexShelf(home)
    shelf = ListShelf(home)
    key = key_of((*shelf.in_use_now(), *shelf.kept_now()), JoinShelf(home).judgements_path)
    index = kept.opened(key)
    if index is None:
        files, joins = lists_over(home, (), starter=True)
        index = kept.keep(key, index_of(files, joins, key)) or build_index(files, joins)
    return Desk(index=index, ledger=open_ledger(home, index, stakes, key))


def _is_as_now(shelf: ListShelf, day: date) -> bool:
    """Say that a day's question asks for the very versions that are in use."""
    kept = (shelf.kept_on(list_id, day) for list_id in shelf.list_ids())
    return all(each is not None and each.is_current for each in kept)


def lists_over(
    home: Path, lists: Sequence[Path], *, starter: bool, as_of: date | None = None
) -> tuple[tuple[ListFile, ...], tuple[Join, ...]]:
    """Give these list files, or else the lists kept in the home folder, and which of their entries are one party."""
    files: tuple[ListFile, ...] = read_lists(lists, as_of=as_of) if lists else _kept(ListShelf(home), as_of)
    shelf = JoinShelf(home)
    joins = shelf.joins(files, keep=not lists and as_of is None)
    return shelf.parted((*files, read_starter()) if starter else files), joins


def _kept(shelf: ListShelf, as_of: date | None) -> tuple[ListFile, ...]:
    """Give the lists in use, or those of a day, each with what its earlier versions tell."""
    files = shelf.current() if as_of is None else shelf.as_of(as_of)
    return tuple(with_past(file, shelf.earlier(file.version)) for file in files)
