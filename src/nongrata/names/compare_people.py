"""How sure the names alone make it that two are one person."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from nongrata.names.align import Alignment, Pair
from nongrata.names.ready import Ready
from nongrata.names.sounds_east import korean
from nongrata.names.syllables import is_another_syllable
from nongrata.names.tables import tables
from nongrata.names.telling import OFFICES

APART = 0.6  # the most for names that differ by a word: another given name in one family
SON_FOR_FATHER = 0.65  # the most for "Salman bin Muhammad" and "Muhammad bin Salman", "Kim Jong Il" and "Kim Yong Il"
ONE_WORD = 0.5  # the most for one word that stands in a longer name
IN_OFFICE = 0.72  # for an office and a telling family name: "President Putin"
TOLD_ENOUGH = 0.95  # how telling agreeing words must be where they agree by spelling or initials only
TOLD_FOR_EACH = 0.3  # … how much more for each word that only one name has
MOST_ASKED = 2.0
QUERY_MORE = 1.5  # what a word costs that only the query has, by its share of what is told: a family name, it may be
INNER_MORE = 0.7  # … where it stands between words that agree
LISTED_MORE = 0.45  # … that only the listed name has
PATRONYMIC = 0.3  # what a patronymic counts of another word where only one name has it
Left = list[tuple[int, float]]  # the places of words without a partner, and what they weigh
STRAY = 0.5  # what a particle weighs that stands last
_SON_OF = frozenset(("bin", "ibn", "ben", "ould", "oglu"))
_PATRONYMICS = ("ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "owitsch", "owicz", "ovitch", "evitch")
_SLIGHT = frozenset(("title", "particle", "legal"))
_NOT_FULL = frozenset(("initial", "title", "particle"))


def score_people(found: Alignment, told: float, quality: float) -> float:
    """Give 0 to 1; other names of a kind cannot pass for each other, left-out names can if the rest tells enough."""
    query_more = _left(found.query, found.query_left, twice=bool(found.listed_left))
    listed_more = _left(found.listed, found.listed_left, twice=bool(found.query_left))
    if query_more and listed_more:
        return quality * APART * (told / (told + min(_total(query_more), _total(listed_more))))
    quality = min(quality, SON_FOR_FATHER) if is_turned(found) or is_another_syllable(found) else quality
    if query_more or listed_more:
        return _of_part(found, told, quality, (query_more, listed_more))
    if found.query_left and found.listed_left and len(found.pairs) == 1:
        return min(quality, ONE_WORD)  # one word and two titles, either of which may be a name
    return quality * told / TOLD_ENOUGH if quality < 1.0 and told < TOLD_ENOUGH else quality


def _of_part(found: Alignment, told: float, quality: float, more: tuple[Left, Left]) -> float:
    """Score a name that holds the whole of the other, and more."""
    full = [pair for pair in found.pairs if _is_full(found, pair)]
    query_more, listed_more = more
    places = [i for pair in found.pairs for i in pair.query]
    lost = LISTED_MORE * _total(listed_more)
    for i, weight in query_more:
        lost += weight * (INNER_MORE if min(places) < i < max(places) else QUERY_MORE)
    score = quality * (1 - lost / (told + _total(query_more) + _total(listed_more)))
    if len(full) < 2:
        return IN_OFFICE if full and _is_in_office(found, full[0]) else min(score, ONE_WORD)
    return score * min(1.0, told / _needed(found, len(query_more) + len(listed_more)))


def _needed(found: Alignment, more: int) -> float:
    """Say how telling the agreeing words must be for so many left out; a patronymic is left out by habit."""
    habit = sum([1 for j in found.listed_left if found.listed.forms[j].endswith(_PATRONYMICS)])
    habit += sum([1 for i in found.query_left if found.query.forms[i].endswith(_PATRONYMICS)])
    return min(MOST_ASKED, TOLD_ENOUGH + TOLD_FOR_EACH * (more - habit))


def _left(name: Ready, left: list[int], *, twice: bool) -> Left:
    """Weigh the words that found no partner: no title, no particle, and no word said twice unless asked."""
    found = []
    for i in left:
        token = name.tokens[i]
        if token.kind == "particle" and i == len(name.tokens) - 1:
            found.append((i, STRAY))  # nothing follows it: it is a name itself, or what is left of one
        elif token.kind not in _SLIGHT and (twice or name.forms.count(token.form) == 1):
            found.append((i, name.weights[i] * (PATRONYMIC if token.form.endswith(_PATRONYMICS) else 1.0)))
    return found


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
    forms, surnames = name.forms, _surnames()
    if len(forms) != 3 or not (forms[0] in surnames or forms[-1] in surnames):
        return False
    return all(form in surnames or any(sound.count(".") == 1 for sound in korean(form)) for form in forms)


@cache
def _surnames() -> frozenset[str]:
    """Give Korea's family names as they are spelled."""
    return frozenset(spelled for spellings in tables().korean_surnames.values() for spelled in spellings)


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


def _total(left: Left) -> float:
    return sum([weight for _i, weight in left])


def _is_full(found: Alignment, pair: Pair) -> bool:
    """Be words written out on both sides."""
    query, listed = found.query.tokens, found.listed.tokens
    return query[pair.query[0]].kind not in _NOT_FULL and listed[pair.listed[0]].kind not in _NOT_FULL


def _is_in_office(found: Alignment, pair: Pair) -> bool:
    """Be an office with a family name that few bear, at one end of the listed name."""
    titles = [token.symbol or token.form for token in found.query.tokens if token.kind == "title"]
    is_told = pair.low >= 0.9 and pair.listed[-1] in (0, len(found.listed.tokens) - 1)
    return is_told and any(title.startswith(OFFICES) for title in titles)
