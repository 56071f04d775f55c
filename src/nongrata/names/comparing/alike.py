"""How alike two words of names are, and by which rule.

A score is how surely the two words stand for each other, with nothing else known: 1 the same, .9 and more another
spelling of it, .7 to .9 one that may be a slip or another name, below that a shortened word or a doubtful one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import OSA

from nongrata.names.abjads import is_abjad
from nongrata.names.comparing.alike_east import EASTERN, by_eastern
from nongrata.names.comparing.alike_sounds import by_sound, by_sounds
from nongrata.names.comparing.endings import are_of_two_families, is_of_woman
from nongrata.names.comparing.other_forms import other_forms
from nongrata.names.families import FIRST_NICKNAME, families_of
from nongrata.names.reading.scripts import latin
from nongrata.names.record import Token
from nongrata.names.sounds.apart import is_breathed_apart
from nongrata.names.sounds.scripts import ABJADS, bones_of, script_of_word


class Alike(NamedTuple):
    """How surely two words stand for each other (0 to 1), and why."""

    score: float
    rule: str  # same, symbol, family, nickname, sound, vowels, spelling, ending, initial, truncation


SAME = Alike(1.0, "same")
NOT = Alike(0.0, "")
SYMBOL = Alike(0.95, "symbol")
FAMILY = Alike(0.95, "family")
SHORT_FAMILY = tuple(Alike(score, "family") for score in (0.75, 0.75, 0.75, 0.85, 0.85))  # by the letters of the longer
NICKNAME = Alike(0.9, "nickname")
INITIAL = Alike(0.75, "initial")
TWO_NAMES = 0.69  # the likeness by sound up to which two known names are two
ENDING = Alike(0.92, "ending")

_SHORT = 4  # words of so many letters belong to many families
# What one slip, two and three leave of the likeness, by the letters of the longer word.
SLIPS: tuple[tuple[float, ...], ...] = (
    *((0.0,), (0.0,), (0.0,), (0.5,), (0.7,), (0.78,), (0.84, 0.5), (0.86, 0.62), (0.88, 0.74), (0.9, 0.77)),
    *((0.91, 0.8, 0.6), (0.92, 0.82, 0.66), (0.93, 0.84, 0.72)),
)
_LONGEST = len(SLIPS) - 1
_SURE = 0.9  # from here on no other form of a word is tried
_OTHER_FORM = 0.97  # what is left of the likeness of other forms
_ALMOST = 0.05  # what an initial loses that another spelling begins otherwise
_ENDINGS = frozenset(("as", "is", "us", "ius", "os"))
_SHORT_ENDINGS = frozenset("saei")
_DERIVED = re.compile(
    "[aeiouy]?(?:[vw](?:a|y)?|[vw][iy](?:[ct].{0,3}|cs|cz)|[vw]ic[hz]?|vna|n|na|nko|sk[iy]+|skaya|uk|shvili|dze|yan|ian"
    "|s[oe]n|dottir|oglu|zade|ez|es)"
)
_SHORTEST_STEM = 4
_SHORTEST_START = 3


def alike(left: Token, right: Token) -> Alike:
    """Say how surely two words stand for each other.

    >>> def word(form: str) -> Token:
    ...     return Token(form=form, native=form)
    >>> alike(word("qaddafi"), word("gaddafi")).rule, alike(word("bill"), word("william")).rule
    ('family', 'nickname')
    >>> alike(word("mhmd"), word("muhammad")).rule, alike(word("ivan"), word("ivanov")).score
    ('vowels', 0.5)
    """
    if left.form == right.form and (left.native == right.native or not _both_eastern(left, right)):
        return SAME
    if left.symbol is not None or right.symbol is not None:
        return _by_symbol(left, right)
    if "initial" in (left.kind, right.kind) or 1 in (len(left.form), len(right.form)):
        return _by_initial(left, right)
    if not (left.native.isascii() and right.native.isascii()) and (_is_eastern(left) or _is_eastern(right)):
        return Alike(*by_eastern(left, right))
    likest = max(_by_family(left, right), by_letters(left, right))
    if _is_doubtful(likest, left.form, right.form) and families_of(left.form) and families_of(right.form):
        return NOT  # two names that people have, both of which sound so
    return NOT if likest.score and is_of_woman(left.form, right.form, likest.rule) else likest


def _is_doubtful(likest: Alike, left: str, right: str) -> bool:
    """Sound a little alike, or as a man's and a woman's name do: Hassan and Hossein, Faris and Firas; Samir, Samira."""
    shorter, longer = (left, right) if len(left) < len(right) else (right, left)
    if longer == f"{shorter}a" and likest.rule in ("ending", "sound", "spelling"):
        return not shorter.endswith(_OF_FAMILIES)
    return likest.rule == "sound" and likest.score < TWO_NAMES


_OF_FAMILIES = ("ov", "ev", "in", "yn", "sk")  # which women bear with an A: Petrova


def _is_eastern(token: Token) -> bool:
    return script_of_word(token.native) in EASTERN


def _both_eastern(left: Token, right: Token) -> bool:
    return _is_eastern(left) and _is_eastern(right)


def _by_symbol(left: Token, right: Token) -> Alike:
    """Words that mean the same are alike; of those that mean other things, only slips of the pen are."""
    if left.symbol == right.symbol:
        return SYMBOL
    if "number" in (left.kind, right.kind) or (left.symbol is not None and right.symbol is not None):
        return NOT
    if is_abjad(left.native) or is_abjad(right.native):
        return by_letters(_as_heard(left), _as_heard(right))  # Bank Melli is the national bank
    return NOT if _is_eastern(left) or _is_eastern(right) else by_letters(left, right)


def _as_heard(token: Token) -> Token:
    """Give a word in Arabic or Hebrew letters without its meaning."""
    return Token(form=latin(token.native), native=token.native) if is_abjad(token.native) else token


def _by_initial(left: Token, right: Token) -> Alike:
    short, long = sorted((left, right), key=lambda token: len(token.form))
    if long.form.startswith(short.form):
        return INITIAL
    sounds = {short.form, *_INITIALS.get(short.form, "").split()}
    return Alike(INITIAL.score - _ALMOST, "initial") if long.form.startswith(tuple(sounds)) else NOT


# Initials of names that other spellings begin otherwise.
_INITIALS = {
    "yu": "y iu ju u",
    "iu": "yu ju y",
    "ju": "yu iu",
    "ya": "ia ja y",
    "ye": "e je ie",
    "e": "ye je ie",
    "y": "i j",
}
_INITIALS |= {
    "j": "y dzh zh g",
    "c": "k ts",
    "k": "c q kh",
    "v": "w",
    "w": "v",
    "f": "ph",
    "i": "y",
    "s": "sh z",
    "z": "zh s",
}
_INITIALS |= {"h": "kh g", "g": "h j", "ts": "c", "zh": "j"}


def _by_family(left: Token, right: Token) -> Alike:
    ours, theirs = _families(left), _families(right)
    if ours.isdisjoint(theirs):
        return NOT
    shared = ours & theirs
    if min(shared) >= FIRST_NICKNAME:
        return NICKNAME
    longest = max(len(left.form), len(right.form))
    script = script_of_word(left.native) or script_of_word(right.native)
    if script is not None:
        is_doubtful = longest <= _SHORT + 1 and not bones_of(left.form, script) & bones_of(right.form, script)
        return SHORT_FAMILY[0] if is_doubtful else FAMILY
    return SHORT_FAMILY[longest] if longest <= _SHORT else FAMILY


def _families(token: Token) -> frozenset[int]:
    if token.native.isascii() or script_of_word(token.native) is None:
        return families_of(token.form)
    return families_of(token.native) | families_of(token.form)


def by_letters(left: Token, right: Token) -> Alike:
    """Say how alike two words are by their letters and sounds alone."""
    if are_of_two_families(left.form, right.form) or is_breathed_apart(left.form, right.form):
        return NOT
    script = None if left.native.isascii() else script_of_word(left.native)
    if script is not None and script == script_of_word(right.native):
        return _spelled(left.native, right.native, vowels=int(script in ABJADS))
    spelled = _spelled(left.form, right.form)
    if spelled.rule == "truncation" and script != script_of_word(right.native):
        spelled = NOT  # nobody shortens a name in another script; what is left of it is the next word
    score, rule = by_sound(left, right)
    found = Alike(score, rule) if score > spelled.score else spelled
    return found if found.score >= _SURE else max(found, _by_other_forms(left, right))


def _by_other_forms(left: Token, right: Token) -> Alike:
    """Compare what each may be without its language's ending; plain words have no other form."""
    lefts, rights = other_forms(left), other_forms(right)
    pairs = ((one, other) for one in (left.form, *lefts) for other in (right.form, *rights))
    found = [SAME if one == other else Alike(*by_sounds(one, other)) for one, other in pairs] if lefts or rights else []
    return max((Alike(each.score * _OTHER_FORM, "ending") for each in found if each.score), default=NOT)


def _spelled(left: str, right: str, *, vowels: int = 0) -> Alike:
    """Count slips against what the length allows; less where vowels are not written, as more words are near."""
    shorter, longer = (left, right) if len(left) < len(right) else (right, left)
    shared = len(end[0]) if (end := _SHARED_END.search(left)) and right.endswith(end[0]) else 0
    allowed = SLIPS[min(len(longer) - vowels - shared, _LONGEST)]
    if len(longer) - len(shorter) <= len(allowed):
        slips = OSA.distance(left, right, score_cutoff=len(allowed))
        if slips <= len(allowed) and (score := allowed[slips - 1]):
            return Alike(score, "spelling")
    return started(shorter, longer)


# Endings that so many names have that they tell nothing: Habibullah, Hamidullah; Minchenko, Marchenko.
_SHARED_END = re.compile("(?:ullah|uddin|enko|shvili|adze|ovich|evich)$")


def started(shorter: str, longer: str) -> Alike:
    """Take a word for the beginning of the other: cut short, or without an ending that languages add.

    A name with the ending of a patronymic or a family name is another name: Ivan, Ivanov, Ivanovich.
    """
    if len(shorter) < _SHORTEST_START or not longer.startswith(shorter):
        return NOT
    rest = longer[len(shorter) :]
    if len(shorter) >= _SHORTEST_STEM and (
        rest in _ENDINGS or (len(shorter) > _SHORTEST_STEM and rest in _SHORT_ENDINGS)
    ):
        return ENDING
    if _DERIVED.fullmatch(rest):
        return NOT
    return Alike(round(0.4 + 0.42 * len(shorter) / len(longer), 3), "truncation")
