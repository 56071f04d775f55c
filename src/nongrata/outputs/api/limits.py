"""How fast each caller may ask: a bucket that fills evenly, one for each, and no more of them than are needed."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

_MOST_KEPT = 10_000  # callers that are remembered; the one that asked longest ago is forgotten first


@dataclass(slots=True, kw_only=True)
class Buckets:
    """A bucket for each caller: it holds `burst` requests, and `rate` more come each second."""

    rate: float
    burst: float
    _filled: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict, init=False, repr=False)

    def wait(self, caller: str, *, at: float) -> float:
        """Take one request from the caller's bucket; give the seconds until there is one again where it is empty.

        >>> buckets = Buckets(rate=1, burst=2)
        >>> [buckets.wait("anna", at=0.0) for _ in range(3)], buckets.wait("ivan", at=0.0)
        ([0.0, 0.0, 1.0], 0.0)
        """
        held, then = self._filled.pop(caller, (self.burst, at))
        held = min(self.burst, held + max(0.0, at - then) * self.rate)
        is_free = held >= 1.0
        self._filled[caller] = (held - 1.0 if is_free else held, at)
        if len(self._filled) > _MOST_KEPT:
            self._filled.popitem(last=False)
        return 0.0 if is_free else (1.0 - held) / self.rate
