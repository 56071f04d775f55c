"""What kind of body a name says that it is, where nothing else in it tells whose: a state has a bank and a company."""

from __future__ import annotations

from collections.abc import Sequence

from nongrata.names.comparing.align import Alignment, Pair
from nongrata.names.ordinary import is_ordinary
from nongrata.names.ready import Ready
from nongrata.names.record import Token
from nongrata.names.telling import HOLLOW

# Kinds of bodies by what their words mean; trades are none, nor are the many words for one office of a state.
_NATURES = frozenset(
    ("academy", "agency", "assoc", "bank", "fdn", "holding", "institute", "ministry", "trust", "university")
)
_COMPANIES = frozenset(("co", "corp"))  # forms that are words of the name too; an LLC may be anything
_COMPANY = frozenset(("company",))


def is_of_other_nature(found: Alignment) -> bool:
    """Have nothing agree but a country and words of any country's bodies, and be two kinds of bodies.

    Myanma Economic Holdings is not the Myanmar Economic Corporation.
    """
    if not _is_of_country(found):
        return False
    ours, theirs = _natures(found.query), _natures(found.listed)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def is_of_one_own_word(found: Alignment) -> bool:
    """Have nothing agree but a country and words of any country's bodies, and a word of its own left in one name only.

    The Bank of Georgia is not VTB Bank Georgia.
    """
    return _is_of_country(found) and _has_own(found.query, found.query_left) != _has_own(
        found.listed, found.listed_left
    )


def _has_own(name: Ready, left: Sequence[int]) -> bool:
    """Have a word of no trade, no place and no day's use among these."""
    words = [name.forms[i] for i in left if name.tokens[i].kind == "word"]
    return any(not is_ordinary(word) and word not in HOLLOW for word in words)


def _is_of_country(found: Alignment) -> bool:
    """Agree in a place, and in no word that would tell whose body it is."""
    is_place = any(_is_place(found, pair) for pair in found.pairs)
    return is_place and not any(_is_telling(found, pair) for pair in found.pairs)


def _natures(name: Ready) -> frozenset[str]:
    """Give the kinds of bodies that a name has words for; it is a company where it says so and nothing else."""
    symbols = frozenset([token.symbol for token in name.tokens if token.symbol is not None])
    return symbols & _NATURES or (_COMPANY if symbols & _COMPANIES else frozenset())


def _is_place(found: Alignment, pair: Pair) -> bool:
    return any(token.kind == "place" for token in _tokens(found, pair))


def _is_telling(found: Alignment, pair: Pair) -> bool:
    """Agree in words that are neither of all tongues nor of a trade on either side: "myanma" is the country, too."""
    return all(token.kind == "word" and not is_ordinary(token.form) for token in _tokens(found, pair))


def _tokens(found: Alignment, pair: Pair) -> list[Token]:
    return [*(found.query.tokens[i] for i in pair.query), *(found.listed.tokens[j] for j in pair.listed)]
