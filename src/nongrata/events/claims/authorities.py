"""Bodies, lists and laws that tell whose sanctions they are: the Treasury, the bloc, OFSI, the 1267 committee."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files

from nongrata.parties import Party

# A committee of the Security Council goes by the number of its resolution: "the 1718 committee", "resolution 1988"
_UN_NUMBER = r"[Rr]esolution \d{4}|\d{4}(?:[/ ,]+\d{4})* (?:[Cc]ommittee|[Ss]anctions|regime|list)(?! in)"


@lru_cache(maxsize=1)
def _bodies() -> re.Pattern[str]:
    """Give the names of all, each in the group of its regime; the longest first."""
    table = json.loads(files("nongrata.events").joinpath("authorities.json").read_text(encoding="utf-8"))
    rows = sorted(((name, regime) for regime, names in table.items() for name in names), key=lambda row: -len(row[0]))
    names = "|".join(rf"(?P<{regime}_{at}>{re.escape(name)})" for at, (name, regime) in enumerate(rows))
    return re.compile(rf"(?<!\w)(?:{names}|(?P<un_{len(rows)}>{_UN_NUMBER}))(?!\w)")


def regimes_of_bodies(words: str) -> tuple[str, ...]:
    """Give the regimes whose bodies, lists or laws are named.

    >>> regimes_of_bodies("the Treasury and HM Treasury"), regimes_of_bodies("the 1267 Committee")
    (('us', 'uk'), ('un',))
    """
    return tuple(dict.fromkeys(str(found.lastgroup).partition("_")[0] for found in _bodies().finditer(words)))


def is_regime_name(name: str) -> bool:
    """Be the name of a body that lists others, alone or with whose it is: "U.N. Security Council".

    >>> is_regime_name("OFAC"), is_regime_name("U.N. Security Council"), is_regime_name("Treasury Wine Estates")
    (True, True, False)
    """
    first = _bodies().match(name)
    return first is not None and (first.end() == len(name) or _bodies().fullmatch(name, first.end() + 1) is not None)


def is_regime(party: Party) -> bool:
    """Be a body that lists others: it is seldom itself the one that a claim is about."""
    homes = {fact.value for fact in party.facts if fact.kind == "country"}
    return is_regime_name(party.name) or (party.schema == "PublicBody" and not homes.isdisjoint(("us", "gb", "eu")))
