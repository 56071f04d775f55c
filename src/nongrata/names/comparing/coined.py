"""Names of bodies told by one word of their own: coined words lie close together, and one letter makes another company.

Rusal is not Rushol, Evraz not Eraz. Of two names held against each other a slip is the likelier; among the hundred
thousand names of all lists there nearly always is one that differs by a letter.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from nongrata.names.comparing.align import Alignment, Pair
from nongrata.names.record import Token
from nongrata.names.tables import tables

DOUBT = 0.72  # what is left of a likeness that some of very many other bodies have by chance
TELLING = 0.5  # what a word must tell to be the body's own
MIDDLING = 9  # letters up to which two other ones make another word
SHORT = 6  # letters up to which another letter makes another word
MANY_SLIPS = 0.84  # the likeness of words from which on no more than one letter differs, for their length
OTHER_VOWELS = 0.9  # … and of words that sound the same but for one vowel
ONE_ACTIVITY = 1  # words of activity that agree in many names
_LETTERS = re.compile(r"[\x00-\x7fЀ-ӿ]*")  # Latin, or Cyrillic, which Latin letters write one by one
_BY_LETTERS = frozenset(("spelling", "sound", "vowels", "truncation"))
_NO_SPELLING = frozenset(("initial", "nickname"))  # John's and Jack's are two shops, and so are V's and Whitfield's


def is_told_by_none(found: Alignment) -> bool:
    """Have no word of its own agree but by its first letter, and one activity at most, in other words.

    Without one each activity must be the same: the Syrian Union and the Syrian Organisation are two bodies.
    """
    own = [pair for pair in found.pairs if _is_own(found, pair)]
    if own:
        return all(pair.rule in _NO_SPELLING for pair in own)
    if any(_is_only_near(found, pair) for pair in found.pairs):
        return True
    others = [pair.rule for pair in found.pairs if pair.high > SLIGHT]
    return len(others) <= ONE_ACTIVITY and not (found.is_whole and "symbol" not in others)


def doubt_of(found: Alignment, *, among_many: bool) -> float:
    """Give what is left of a likeness where one word alone tells the bodies, and it is doubtful.

    With `among_many`, of what is left for the pair by itself.
    """
    own = [pair for pair in found.pairs if pair.high >= TELLING and _is_own(found, pair)]
    if not own or not all(_is_doubtful(found, pair, among_many=True) for pair in own):
        return 1.0
    is_apart = any(_is_doubtful(found, pair, among_many=False) for pair in own)
    return DOUBT if is_apart != among_many else 1.0


SLIGHT = 0.1  # legal forms, titles and particles weigh no more


def _is_own(found: Alignment, pair: Pair) -> bool:
    kinds = {found.query.tokens[i].kind for i in pair.query} | {found.listed.tokens[j].kind for j in pair.listed}
    return bool(kinds & {"word", "initial"})


def _is_only_near(found: Alignment, pair: Pair) -> bool:
    if pair.rule != "symbol" or len(pair.query) != 1 or len(pair.listed) != 1:
        return False
    narrow = tables().narrow
    left, right = found.query.tokens[pair.query[0]], found.listed.tokens[pair.listed[0]]
    if not (left.native.isascii() and right.native.isascii()):
        return False  # what other scripts have for it is no nearer
    return narrow.get(left.form, left.symbol) != narrow.get(right.form, right.symbol)


def _is_another_coin(left: Token, right: Token) -> bool:
    """Be two short words of one script that no two ways of spelling one word make: Sibur, Sibir."""
    is_short = max(len(left.form), len(right.form)) <= SHORT and left.native.isascii() == right.native.isascii()
    return is_short and left.form.translate(_ONE_WAY) != right.form.translate(_ONE_WAY)


_ONE_WAY = str.maketrans("ywcq", "ivkk")  # letters by which one sound is written: Lukoyl, Lukoil


def _is_doubtful(found: Alignment, pair: Pair, *, among_many: bool) -> bool:
    """Be alike by letters or sound, and two letters apart; among many, in a short word or at its beginning one."""
    if pair.rule in _NO_SPELLING:
        return True
    query, listed = found.query.tokens[pair.query[0]], found.listed.tokens[pair.listed[0]]
    if not among_many and len(found.pairs) == 1 and found.is_whole and _is_another_coin(query, listed):
        return True  # nothing beside it tells them one
    if pair.rule not in _BY_LETTERS or not (_LETTERS.fullmatch(query.native) and _LETTERS.fullmatch(listed.native)):
        return False
    longest = max(len(query.form), len(listed.form))
    if longest <= MIDDLING and OSA.distance(query.form, listed.form) > 1:
        return True
    if not among_many:
        return False
    if pair.rule == "sound":
        return pair.score < OTHER_VOWELS or longest <= SHORT
    return longest <= SHORT or pair.score < MANY_SLIPS or query.form[0] != listed.form[0]
