"""The rulings that are held, by name, as they are now: what is judged while a desk is open rules at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from nongrata.screening.judged import Ruling, Rulings, name_key, no_rulings
from nongrata.settings import Settings
from nongrata.store.judgements import JudgementShelf
from nongrata.store.opened import FILE, open_store


class KeptRulings:
    """What gives the rulings on parties of some name, from a store."""

    def __init__(self, shelf: JudgementShelf) -> None:
        self._shelf = shelf
        self._seen: tuple[int, Mapping[str, Sequence[Ruling]]] = (0, {})  # up to which judgement, and by name

    def __call__(self, names: Iterable[str], /) -> Sequence[Ruling]:
        """Give the rulings on parties of these names."""
        last = self._shelf.last()
        seen, by_name = self._seen
        if last != seen:
            by_name = _by_name(self._shelf.rulings())
            self._seen = last, by_name
        keys = dict.fromkeys(map(name_key, names))
        return tuple(dict.fromkeys(ruling for key in keys for ruling in by_name.get(key, ())))


def rulings_of(settings: Settings) -> Rulings:
    """Give the rulings of the store; none where there is no store yet: reading a story does not make one."""
    if settings.store is None and not Path(settings.home, FILE).exists():
        return no_rulings
    return KeptRulings(open_store(settings).judgements)


def _by_name(rulings: Iterable[Ruling]) -> Mapping[str, Sequence[Ruling]]:
    found: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        for key in dict.fromkeys(map(name_key, ruling.subject.names)):
            found.setdefault(key, []).append(ruling)
    return found
