"""Legal forms held against one another: an OOO is no PAO, a GmbH no AG; English papers write any for any."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from nongrata.names.reading.parse import parse_name
from nongrata.screening.entities.evidence_finding import Finding
from nongrata.screening.entities.properties import Subject

_STRICT = frozenset(("jsc", "llc", "lp", "llp"))  # a state enterprise becomes a joint stock company and stays the same
# Written for any company, whatever it is: "Limited" for an OOO, "Inc." for a PAO.
_LOOSE = frozenset(("inc", "incorporated", "limited", "ltd", "coltd", "ptyltd", "pteltd"))
_WEIGHT = 0.32  # entries of official lists with names this like: 6 pairs of two companies, none of one
_MOST_NAMES = 20


def other_legal_form(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Have legal forms in their names, none of them shared: an OOO is no PAO, a GmbH no AG."""
    if "body" not in left.kinds & right.kinds:
        return None
    ours, theirs = dict(_forms(left)), dict(_forms(right))
    if not ours or not theirs or ours.keys() & theirs.keys():
        return None
    says = f"the left’s legal form is {_said(ours)}, the right’s {_said(theirs)}"
    return Finding(rule="other_legal_form", effect="against", weight=_WEIGHT, says=says)


def _said(forms: dict[str, str]) -> str:
    return " or ".join(sorted(forms.values()))


def _forms(subject: Subject) -> Iterator[tuple[str, str]]:
    for name in subject.names[:_MOST_NAMES]:
        yield from _forms_in(name.text)


@lru_cache(maxsize=16_384)
def _forms_in(text: str) -> tuple[tuple[str, str], ...]:
    """Give the strict legal forms in a name: what each means, and as it is written.

    >>> _forms_in("Deutsche Bank AG"), _forms_in("Snow Trading Ltd")
    ((('jsc', 'ag'),), ())
    """
    tokens = [token for reading in parse_name(text, "body")[:1] for token in reading.tokens if token.kind == "legal"]
    return tuple(
        (token.symbol, token.native) for token in tokens if token.symbol in _STRICT and token.form not in _LOOSE
    )
