"""Whether two listings are of one party: what forbids it, what speaks for it, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

from nongrata.lists.joins.numbers import SINGLE, Number
from nongrata.lists.joins.pair import NUMBER_NAMES, Pair, has_same_office, names_say, pair_of, why_of
from nongrata.lists.joins.profile import Profile
from nongrata.lists.joins.words import Key
from nongrata.values.countries import country_name

_LONG_NAME = 14  # letters of a name of three words that few share: KIM CHOL NAM has ten
_PATRONYMICS_ALIKE = 75  # rapidfuzz's ratio: Sergeevich and Sergeyevich 95, Petrovich and Pavlovich 67


@dataclass(frozen=True, slots=True)
class Found:
    """That two listings are of one party, how sure that is (0 to 1), and why; weak ones need to be the only ones."""

    score: float
    why: tuple[str, ...]
    is_weak: bool = False
    is_bare: bool = False  # besides the name nothing but the cause speaks for it


def compare(left: Profile, right: Profile, crowded: frozenset[Number] = frozenset()) -> Found | None:
    """Give why these two are one party; None where that cannot be said. `crowded` are numbers that several share."""
    if left.group != right.group:
        return None
    pair = pair_of(left, right)
    if contradiction(pair) is not None:
        return None
    by_number = _by_number(pair, crowded)
    return by_number or _RULES[left.group](pair)


def contradiction(pair: Pair) -> str | None:
    """Say what forbids that these two are one; None for nothing, and for the same entry of one publisher."""
    return None if _ofac_number(pair) else _flaw(pair)


def _flaw(pair: Pair) -> str | None:
    left, right = pair.left, pair.right
    if left.genders and right.genders and not left.genders & right.genders:
        return "other gender"
    if left.group == "person" and pair.births == "apart":
        return "birth dates far apart"
    for kind in SINGLE:
        ours = {number.value for number in left.numbers if number.kind == kind}
        theirs = {number.value for number in right.numbers if number.kind == kind}
        if ours and theirs and not ours & theirs:
            return f"other {NUMBER_NAMES[kind]}"
    if left.group == "company" and _other_forms(left, right):
        return "other legal form"
    return "other patronymic" if _other_fathers(left, right) else None


def _other_forms(left: Profile, right: Profile) -> bool:
    ours, theirs = left.names.forms, right.names.forms
    return bool(ours and theirs) and not ours & theirs


def _other_fathers(left: Profile, right: Profile) -> bool:
    ours, theirs = left.names.patronymics, right.names.patronymics
    if not ours or not theirs or ours & theirs:
        return False
    return not any(fuzz.ratio(our, their) >= _PATRONYMICS_ALIKE for our in ours for their in theirs)


# The rules.


def _by_number(pair: Pair, crowded: frozenset[Number]) -> Found | None:
    if official := _ofac_number(pair):
        flaw = _flaw(pair)  # one of the two may be years older
        why = why_of(pair, f"the same OFAC number: {official}")
        return Found(0.99, (*why, f"but they differ: {flaw}") if flaw and pair.births != "apart" else why)
    for number, is_full in _shared_numbers(pair):
        named = _same_name(pair)
        if named is None and (number in crowded or not is_full or not _alike(pair)):
            continue
        said = f"the same {NUMBER_NAMES.get(number.kind, number.kind)}: {number.value}"
        if number.country:
            said += f" ({country_name(number.country)})"
        return Found(0.99 if named else 0.97, why_of(pair, said, *((named,) if named else ())))
    return None


def _ofac_number(pair: Pair) -> str | None:
    both = pair.left.numbers & pair.right.numbers
    return next((number.value for number in both if number.kind == "ofac"), None)


def _shared_numbers(pair: Pair) -> list[tuple[Number, bool]]:
    """Give the numbers on both lists, and whether each is one that no other party can have."""
    theirs = {(number.kind, number.value): number for number in pair.right.numbers}
    found = []
    for number in pair.left.numbers:
        other = theirs.get((number.kind, number.value))
        if other is None or (number.country and other.country and number.country != other.country):
            continue
        is_full = number.kind not in ("number", "passport", "msn") or bool(number.country and other.country)
        found.append((number, is_full))
    return sorted(found, key=lambda each: (each[0].kind, each[0].value))


def _alike(pair: Pair) -> bool:
    """Share a word of their names, by sound; ships and companies under a number of their own may be renamed."""
    if pair.left.group in ("vessel", "aircraft"):
        return True
    return bool(pair.left.names.tokens & pair.right.names.tokens)


def _same_name(pair: Pair) -> str | None:
    ours, theirs = pair.left.names, pair.right.names
    for key in sorted(ours.full.keys() & theirs.full.keys()):
        return names_say(pair, ours.full[key], theirs.full[key])
    return _same_without_father(pair) or _same_sound(pair)


def _same_without_father(pair: Pair) -> str | None:
    ours, theirs = pair.left.names, pair.right.names
    how = "the same name but for the patronymic"
    for key in sorted(ours.loose.keys() & theirs.full.keys()):
        return names_say(pair, ours.loose[key], theirs.full[key], how=how)
    for key in sorted(ours.full.keys() & theirs.loose.keys()):
        return names_say(pair, ours.full[key], theirs.loose[key], how=how)
    return None


def _same_sound(pair: Pair) -> str | None:
    ours, theirs = pair.left.names, pair.right.names
    for key in sorted(ours.sounds.keys() & theirs.sounds.keys()):
        how = "the same name in another spelling"
        return names_say(pair, ours.sounds[key], theirs.sounds[key], how=how)
    return None


def _longest(pair: Pair) -> Key | None:
    shared = pair.left.names.full.keys() & pair.right.names.full.keys()
    return max(shared, key=lambda key: (len(key), key), default=None)


def _person(pair: Pair) -> Found | None:
    named = _same_name(pair)
    if named is None:
        return None
    if pair.births == "day":
        # Sound is a rough likeness: in another country it is another's.
        is_rough = "spelling" in named and not (pair.countries or pair.families)
        return None if is_rough else Found(0.98, why_of(pair, named))
    key = _longest(pair)
    if key is None:
        return _without_father(pair, named)
    is_full = len(key) >= 3
    if pair.births == "part" and not pair.has_other_countries() and (is_full or pair.countries or pair.families):
        return Found(0.93, why_of(pair, named), is_weak=True)
    if pair.births == "apart" or pair.has_other_countries():
        return None
    if not is_full:
        return _by_cause(pair, named, key)
    has_father = any(word in key for word in pair.left.names.patronymics & pair.right.names.patronymics)
    return _by_office(pair, named, has_father=has_father) or _by_cause(pair, named, key)


def _by_cause(pair: Pair, named: str, key: Key) -> Found | None:
    """Join on a long name that no other of its list has, and the same cause, where a list tells no birth date.

    Of 5,300 such pairs of three words that have birth dates some 50 disagree, most by slips of one and the same person.
    """
    if pair.births != "unknown" or sum(map(len, key)) < _LONG_NAME:
        return None
    both = bool(pair.families) + bool(pair.countries)
    return Found(0.9, why_of(pair, named), is_weak=True) if both >= (1 if len(key) >= 3 else 2) else None


def _without_father(pair: Pair, named: str) -> Found | None:
    if (
        pair.births == "part"
        and "spelling" not in named
        and pair.countries
        and (pair.families or has_same_office(pair))
    ):
        return Found(0.9, why_of(pair, named), is_weak=True)
    return None


def _by_office(pair: Pair, named: str, *, has_father: bool) -> Found | None:
    """Join on a full name with office, birth place or cause, where a birth date is not told or a slip apart."""
    supports = has_same_office(pair) + bool(pair.left.birth_towns & pair.right.birth_towns) + bool(pair.families)
    if has_father and supports and (pair.countries or pair.families):
        return Found(0.9, why_of(pair, named), is_weak=True)
    is_long = sum(map(len, _longest(pair) or ())) >= _LONG_NAME
    if supports >= 2 and pair.countries and (is_long or pair.births == "near"):
        return Found(0.9, why_of(pair, named), is_weak=True)
    return None


def _company(pair: Pair) -> Found | None:
    key = _longest(pair)
    if key is None:
        return None
    named = names_say(pair, pair.left.names.full[key], pair.right.names.full[key])
    is_telling = len(key) >= 2 and sum(map(len, key)) >= 8
    if pair.births == "day" and not pair.has_other_countries():
        return Found(0.97, why_of(pair, named))
    if pair.left.postcodes & pair.right.postcodes:
        return Found(0.96, why_of(pair, named), is_weak=True)
    if pair.has_other_countries():
        return None
    is_near = bool(pair.left.towns & pair.right.towns)
    if pair.countries and is_near and (is_telling or pair.families):
        return Found(0.95, why_of(pair, named), is_weak=True)
    # Two plants of one name are told apart by their towns, or by the lack of any.
    if pair.families and not pair.has_other_towns() and (is_telling if pair.countries else len(key) >= 3):
        is_primary = pair.left.names.primary == pair.right.names.primary
        return Found(0.92 if is_primary else 0.91, why_of(pair, named), is_weak=True, is_bare=True)
    return None


def _vessel(pair: Pair) -> Found | None:
    key = _longest(pair)
    has_flag = bool(pair.countries and pair.families)
    if key is None or not has_flag:
        return None
    named = names_say(pair, pair.left.names.full[key], pair.right.names.full[key])
    return Found(0.9, why_of(pair, named), is_weak=True)


def _aircraft(pair: Pair) -> Found | None:
    return None


_RULES: dict[str, Callable[[Pair], Found | None]] = {
    "person": _person,
    "company": _company,
    "vessel": _vessel,
    "aircraft": _aircraft,
}
