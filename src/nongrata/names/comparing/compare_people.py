"""How sure the names alone make it that two are one person."""

from __future__ import annotations

from nongrata.names.abjads import is_abjad
from nongrata.names.comparing.align import Alignment, Pair
from nongrata.names.comparing.syllables import is_another_syllable
from nongrata.names.comparing.turned import is_turned
from nongrata.names.families import families_of
from nongrata.names.ready import Ready
from nongrata.names.record import Token
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
IN_ABJAD = 0.55  # … and a common name without its vowels, by which nobody can tell how common it is
Left = list[tuple[int, float]]  # the places of words without a partner, and what they weigh
STRAY = 0.5  # what a particle weighs that stands last
_PATRONYMICS = (
    *("ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "owitsch", "owicz", "ovitch", "evitch"),
    *("avich", "auna", "euna", "ichna", "ilyich", "kuzmich", "nikitich", "fomich", "lukich"),
)
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
        is_light = min(places) < i < max(places) or _is_tied(found.query, i, places) or _is_patronymic(found.query, i)
        lost += weight * (INNER_MORE if is_light else QUERY_MORE)
    score = quality * (1 - lost / (told + _total(query_more) + _total(listed_more)))
    if len(full) < 2:
        return IN_OFFICE if full and _is_in_office(found, full[0]) else min(score, ONE_WORD)
    return score * min(1.0, told / _needed(found, len(query_more) + len(listed_more)))


def _is_patronymic(name: Ready, i: int) -> bool:
    return name.forms[i].endswith(_PATRONYMICS)


def _is_tied(name: Ready, i: int, places: list[int]) -> bool:
    """Be tied by a hyphen to an agreeing word before it, as by marriage: Fairbanks-Doyle."""
    tied = f"{name.tokens[i - 1].native}-{name.tokens[i].native}"
    return i - 1 in places and i - 1 > 0 and tied in name.name.text.lower()


def _needed(found: Alignment, more: int) -> float:
    """Say how telling the agreeing words must be for so many left out; patronymics and initials are so by habit."""
    left = [found.listed.tokens[j] for j in found.listed_left] + [found.query.tokens[i] for i in found.query_left]
    habit = sum([1 for token in left if token.kind == "initial" or token.form.endswith(_PATRONYMICS)])
    return min(MOST_ASKED, TOLD_ENOUGH + TOLD_FOR_EACH * (more - habit))


def _left(name: Ready, left: list[int], *, twice: bool) -> Left:
    """Weigh the words that found no partner: no title, no particle, and no word said twice unless asked."""
    found = []
    for i in left:
        token = name.tokens[i]
        if token.kind == "particle" and i == len(name.tokens) - 1:
            found.append((i, STRAY))  # nothing follows it: it is a name itself, or what is left of one
        elif token.kind not in _SLIGHT and (twice or name.forms.count(token.form) == 1):
            found.append((i, name.weights[i] * counts_of(token, is_inner=0 < i < len(name.tokens) - 1)))
    return found


def counts_of(token: Token, *, is_inner: bool) -> float:
    """Say what a word that only one name has counts of another word."""
    if token.form.endswith(_PATRONYMICS):
        return PATRONYMIC
    return IN_ABJAD if is_inner and is_abjad(token.native) and families_of(token.native) else 1.0


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
