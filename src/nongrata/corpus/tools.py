"""What reading needs, opened once in each process: the lists' index, the sieve of the first look, the model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from nongrata.desk import Desk, lists_over, open_desk
from nongrata.lists import ListVersion
from nongrata.screening import ListIndex
from nongrata.screening.pack import index_of
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.store.index import IndexShelf, key_of
from nongrata.store.lists.joins import JoinShelf
from nongrata.store.rulings import rulings_of
from nongrata.store.sieve import SieveShelf
from nongrata.store.stakes.ledgers import open_ledger
from nongrata.triage import Sieve
from nongrata.values import Skipped, StoreError
from nongrata.values.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The desk and the sieve over the same lists."""

    desk: Desk
    sieve: Sieve | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Lists that are ready for a run: the key of their index, their versions, and what could not be used of them."""

    key: str
    versions: tuple[ListVersion, ...]
    notes: tuple[Skipped, ...] = ()


def prepare(home: Path, *, triage: bool) -> Prepared:
    """Have the index and the sieve of the lists in use in the home folder.

    Raises StoreError for a home that cannot be written.
    """
    index, shelf = open_desk(Settings(home=home)).index, ListShelf(home)
    key = key_of((*shelf.in_use_now(), *shelf.kept_now()), JoinShelf(home).judgements_path)
    _keep_sieve(home, key, IndexShelf(home).opened(key), triage=triage)
    return Prepared(key=key, versions=index.versions)


def prepare_beside(folder: Path, home: Path, lists: Sequence[Path], *, starter: bool, triage: bool) -> Prepared:
    """Have the index and the sieve of lists that are named for one run in a folder of their own.

    Raises StoreError for a folder that cannot be written, ListError for a list.
    """
    files, joins = lists_over(home, lists, starter=starter)
    key = key_of([(file.version.list_id, file.version.sha256) for file in files], JoinShelf(home).judgements_path)
    shelf = IndexShelf(folder)
    index = shelf.opened(key) or shelf.keep(key, index_of(files, joins, key))
    _keep_sieve(folder, key, index, triage=triage)
    notes = tuple(note for file in files for note in file.skipped if lists)
    return Prepared(key=key, versions=tuple(file.version for file in files), notes=notes)


def _keep_sieve(home: Path, key: str, index: ListIndex | None, *, triage: bool) -> None:
    if index is None:
        raise StoreError(str(home), "no index could be kept there", "a folder with room to write to")
    try:
        if triage and SieveShelf(home).opened(key) is None:
            SieveShelf(home).keep(key, index.parties)
    except OSError as error:
        raise StoreError(str(home), (error.strerror or str(error)).lower(), "a folder with room to write to") from None


@lru_cache(maxsize=1)
def open_tools(home: str, key: str, store: str | None, *, triage: bool, lists: str | None = None) -> Tools:
    """Give the tools of this process; `lists` is the folder of the index, where that is not the home.

    Raises StoreError where there is none of this key, and for a lost model.
    """
    desk = open_kept(Settings(home=Path(home), store=store), key, lists=None if lists is None else Path(lists))
    kept = Path(lists or home)
    sieve = SieveShelf(kept).opened(key) if triage else None
    if triage and sieve is None:
        raise _not_there(kept)
    try:
        load_model: Callable[[], object] = load("nongrata.mentions.pipeline:load_model")
        load_model()
    except ImportError as error:
        found = f"no {error.name or error} on this machine"
        raise StoreError(
            home, found, "Nongrata installed with its model on each machine: pip install nongrata"
        ) from None
    return Tools(desk=desk, sieve=sieve)


def open_kept(settings: Settings, key: str, *, lists: Path | None = None, stakes: Sequence[Path] = ()) -> Desk:
    """Give a desk over an index that is there already, in the home or in a folder of its own.

    Raises StoreError where there is none of this key.
    """
    kept = lists or settings.home
    index = IndexShelf(kept).opened(key)
    if index is None:
        raise _not_there(kept)
    return Desk(index=index, ledger=open_ledger(settings.home, index, stakes, key), rulings=rulings_of(settings))


def _not_there(kept: Path) -> StoreError:
    found = "no index of the lists in use, or another one"
    return StoreError(
        str(kept), found, "the home folder of whoever started the run: share it, or ship it to each machine"
    )
