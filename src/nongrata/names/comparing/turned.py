"""Names of the same words in another order that makes them another's: of a father and his son, of Korean syllables."""

from __future__ import annotations

from itertools import pairwise

from nongrata.names.comparing.align import Alignment
from nongrata.names.ready import Ready
from nongrata.names.sounds.east import korean
from nongrata.names.surnames import korean_surnames

_SON_OF = frozenset(("bin", "ibn", "ben", "ould", "oglu"))


def is_turned(found: Alignment) -> bool:
    """Have the son of one name stand for the father of the other, or the syllables of a Korean name change places."""
    is_hangul = "Hangul" in (found.query.name.script, found.listed.name.script)
    if (is_hangul or (is_korean(found.query) and is_korean(found.listed))) and _are_other_syllables(found):
        return True
    query, listed = _sons(found.query), _sons(found.listed)
    if not query or not listed:
        return False
    partners = {pair.query[0]: pair.listed[0] for pair in found.pairs}
    return any((partners.get(father), partners.get(son)) in listed for son, father in query)


def is_korean(name: Ready) -> bool:
    """Be a family name of Korea and two syllables, each by itself, in Latin letters: Choi Jong Kun, Jong Kun Choi."""
    forms, surnames = name.forms, korean_surnames()
    if len(forms) != 3 or not (forms[0] in surnames or forms[-1] in surnames):
        return False
    return all(form in surnames or any(sound.count(".") == 1 for sound in korean(form)) for form in forms)


def _are_other_syllables(found: Alignment) -> bool:
    """Have a syllable more, or another order than a family name at the other end makes: Kwang Su, Su Kwang."""
    places = [(pair.query[0], pair.listed[0]) for pair in found.pairs]
    turned = [(listed, query) for query, listed in places]
    for name, left, pairs in ((found.query, found.query_left, places), (found.listed, found.listed_left, turned)):
        if len(name.tokens) > 2 and (all(len(token.native) == 1 for token in name.tokens) or is_korean(name)):
            order = [place for _own, place in sorted(pairs)]
            falls = sum([later < earlier for earlier, later in pairwise([*order, order[0]])])
            if left or falls > 1:
                return True
    return False


def _sons(name: Ready) -> frozenset[tuple[int, int]]:
    """Give the places of each son and father with "son of" between them."""
    inner = range(1, len(name.tokens) - 1)
    return frozenset([(i - 1, i + 1) for i in inner if name.forms[i] in _SON_OF])
