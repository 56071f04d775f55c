"""What was judged, by the names that it is about: read once, then only what was added since.

A page shows what was said of the parties it names. Judgements are only ever added, so that those that were read need
not be read again; ten thousand of them take half a second to read, and a page has a few milliseconds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from nongrata.screening.judged import name_key
from nongrata.store.judgements import JudgementShelf, KeptJudgement


@dataclass(slots=True, kw_only=True)
class Book:
    """The judgements that were read so far."""

    shelf: JudgementShelf
    _last: int = field(default=0, init=False)
    _about: defaultdict[str, list[KeptJudgement]] = field(default_factory=lambda: defaultdict(list), init=False)
    _held: dict[frozenset[str], KeptJudgement] = field(default_factory=dict, init=False)  # the last one of each two ids
    _lock: Lock = field(default_factory=Lock, init=False)

    def of(self, names: Iterable[str], members: Iterable[str] = ()) -> list[tuple[KeptJudgement, bool]]:
        """Give what was judged of parties of these names, or of these members, the last first, and what stands."""
        with self._lock:
            self._read_on()
            keys = (*map(name_key, names), *members)
            found = {each.number: each for key in keys for each in self._about.get(key, ())}
            return [(found[number], self._stands(found[number])) for number in sorted(found, reverse=True)]

    def _read_on(self) -> None:
        for kept in self.shelf.after(self._last):
            self._last = kept.number
            self._held[frozenset((kept.judgement.left, kept.judgement.right))] = kept
            ids = (kept.judgement.left, kept.judgement.right)
            for key in {*ids} if kept.about is None else {*map(name_key, kept.about.subject.names)}:
                self._about[key].append(kept)

    def _stands(self, kept: KeptJudgement) -> bool:
        last = self._held[frozenset((kept.judgement.left, kept.judgement.right))]
        return last is kept and kept.judgement.taken_back is None
