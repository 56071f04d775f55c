"""What reading needs, opened once in each process: the lists' index, the sieve of the first look, the model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from nongrata.desk import Desk
from nongrata.screening import ListIndex
from nongrata.screening.pack import pack_index
from nongrata.settings import Settings
from nongrata.store import ListShelf
from nongrata.store.index import IndexShelf, key_of
from nongrata.store.joins import JoinShelf
from nongrata.store.ledgers import open_ledger
from nongrata.store.rulings import rulings_of
from nongrata.store.sieve import SieveShelf
from nongrata.triage import Sieve
from nongrata.values import StoreError
from nongrata.values.loading import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The desk and the sieve over the same lists."""

    desk: Desk
    sieve: Sieve | None


def prepare(home: Path, index: ListIndex, *, triage: bool) -> str:
    """Have the index and the sieve of the lists in use in the home folder; give the index's key.

    Raises StoreError for a home that cannot be written.
    """
    shelf = ListShelf(home)
    key = key_of((*shelf.in_use_now(), *shelf.kept_now()), JoinShelf(home).judgements_path)
    return _kept(home, index, key, triage=triage)


def prepare_beside(folder: Path, home: Path, index: ListIndex, *, triage: bool) -> str:
    """Have the index and the sieve of lists that were named for one run in a folder of their own; give the key.

    Raises StoreError for a folder that cannot be written.
    """
    versions = [(version.list_id, version.sha256) for version in index.versions]
    return _kept(folder, index, key_of(versions, JoinShelf(home).judgements_path), triage=triage)


def _kept(home: Path, index: ListIndex, key: str, *, triage: bool) -> str:
    try:
        if IndexShelf(home).opened(key) is None:
            IndexShelf(home).keep(key, pack_index(index.parties, index.versions, key))
        if triage and SieveShelf(home).opened(key) is None:
            SieveShelf(home).keep(key, index.parties)
    except OSError as error:
        raise StoreError(str(home), (error.strerror or str(error)).lower(), "a home folder to write to") from None
    if IndexShelf(home).opened(key) is None:
        raise StoreError(str(home), "no index could be kept there", "a home folder to write to (NONGRATA_HOME)")
    return key


@lru_cache(maxsize=1)
def open_tools(home: str, key: str, store: str | None, *, triage: bool, lists: str | None = None) -> Tools:
    """Give the tools of this process; `lists` is the folder of the index, where that is not the home.

    Raises StoreError where there is none of this key, and for a lost model.
    """
    kept = Path(lists or home)
    index = IndexShelf(kept).opened(key)
    sieve = SieveShelf(kept).opened(key) if triage else None
    if index is None or (triage and sieve is None):
        found = "no index of the lists in use, or another one"
        raise StoreError(
            str(kept), found, "the home folder of whoever started the run: share it, or ship it to each machine"
        )
    try:
        load_model: Callable[[], object] = load("nongrata.mentions.pipeline:load_model")
        load_model()
    except ImportError as error:
        found = f"no {error.name or error} on this machine"
        raise StoreError(
            home, found, "Nongrata installed with its model on each machine: pip install nongrata"
        ) from None
    settings = Settings(home=Path(home), store=store)
    desk = Desk(index=index, ledger=open_ledger(settings.home, index, (), key), rulings=rulings_of(settings))
    return Tools(desk=desk, sieve=sieve)
