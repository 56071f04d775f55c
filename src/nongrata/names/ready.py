"""A name made ready for many comparisons: what its words weigh is worked out once."""

from __future__ import annotations

from dataclasses import dataclass

from nongrata.names.record import Name, Token
from nongrata.names.telling import HOLLOW, Weigh, telling

LIGHT = {"legal": 0.05, "title": 0.05, "particle": 0.1, "initial": 0.25, "place": 0.5, "number": 0.5}
GENERIC = 0.4  # trading, bank, shipping: tells what a body does, and bodies of one group apart
HOLLOW_WEIGHT = 0.05


@dataclass(frozen=True, slots=True)
class Ready:
    """A reading of a name with its folded words and what each weighs."""

    name: Name
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    weights: tuple[float, ...]
    joined: str
    numbers: frozenset[str]
    is_person: bool


def ready(name: Name, weigh: Weigh = telling) -> Ready:
    """Give a name with its words weighed; keep it where one name is compared with many."""
    is_person = name.kind == "person"
    tokens = name.tokens
    forms = tuple([token.form for token in tokens])
    return Ready(
        name,
        tokens,
        forms,
        tuple([_weight(token, weigh, is_person=is_person) for token in tokens]),
        "".join(forms),
        frozenset([token.symbol or token.form for token in tokens if token.kind == "number"]),
        is_person,
    )


def _weight(token: Token, weigh: Weigh, *, is_person: bool) -> float:
    kind = token.kind
    if kind == "word" or (is_person and kind in ("generic", "place", "number")):
        return HOLLOW_WEIGHT if not is_person and token.form in HOLLOW else weigh(token.form)
    if token.form in HOLLOW and not is_person:
        return HOLLOW_WEIGHT
    return GENERIC if kind == "generic" else LIGHT[kind]
