"""Identifiers held against one another: one strong number decides."""

from __future__ import annotations

from datetime import date

from nongrata.screening.entities.evidence_finding import Finding
from nongrata.screening.entities.numbers import KINDS, LOOSE, Number, is_checked, same_value
from nongrata.screening.entities.properties import Subject

_SHORT, _SHORT_OF_OTHER_KIND = 6, 8  # letters and digits: a shorter number is one of many registers
_UNCHECKED = 0.6  # what is left of a number's weight where its check digits are wrong
_PERSONAL, _OTHER_PERSON = 9, 0.3  # digits of a person's number for life, and what another one weighs
_LONG, _LONG_PROVES = 8, 0.95  # letters and digits of a serial number that no two makers give, and what it proves
DECIDES = 0.9
DECIDES_ALONE = 0.95  # whatever the names are


def same_number(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Have the same number of the same kind, or of kinds that papers mix up: an IMO number, an INN, a passport."""
    shared = (
        (_proof(ours, theirs, is_aircraft="aircraft" in left.kinds & right.kinds), ours, theirs)
        for ours in left.numbers
        for theirs in right.numbers
        if _comparable(ours, theirs) and same_value(ours, theirs)
    )
    proof, ours, theirs = max(shared, key=lambda each: each[0], default=(0.0, None, None))
    if ours is None or theirs is None or proof <= 0:
        return None
    words, other = KINDS[ours.kind].words, KINDS[theirs.kind].words
    says = f"both give the {words} {ours.text}"
    if ours.kind != theirs.kind:
        says = f"the left’s {words} {ours.text} is the right’s {other} {theirs.text}"
    return Finding(rule="same_number", effect="for", weight=proof, says=says, decides=proof >= DECIDES)


def other_number(left: Subject, right: Subject, on: date | None) -> Finding | None:
    """Have different numbers of a kind of which a party has one."""
    found = [apart for kind in sorted({each.kind for each in left.numbers}) if (apart := _other(kind, left, right))]
    return max(found, key=lambda each: each.weight, default=None)


def _other(kind: str, left: Subject, right: Subject) -> Finding | None:
    of_kind = KINDS[kind]
    ours = [number for number in left.numbers if number.kind == kind]
    theirs = [number for number in right.numbers if number.kind == kind]
    if not theirs or of_kind.other <= 0 or any(same_value(our, their) for our in ours for their in theirs):
        return None
    is_sure = all(is_checked(number) is not False for number in (*ours, *theirs))
    says = f"the left’s {of_kind.words} {_some(ours)} is not the right’s {_some(theirs)}"
    weight = of_kind.other * (1.0 if is_sure else _UNCHECKED)
    if kind == "national_id" and _are_alike_registers(ours, theirs):
        weight = _OTHER_PERSON
    return Finding(
        rule="other_number", effect="against", weight=weight, says=says, decides=of_kind.is_single and is_sure
    )


def _are_alike_registers(left: list[Number], right: list[Number]) -> bool:
    """Have numbers as long as one another, all digits: one register's, which gives a person one for life."""
    lengths = {len(number.value) for number in (*left, *right)}
    return len(lengths) == 1 and min(lengths) >= _PERSONAL and all(each.value.isdigit() for each in (*left, *right))


def _some(numbers: list[Number]) -> str:
    return " or ".join(number.text for number in numbers[:3]) + (" or another" if len(numbers) > 3 else "")


def _comparable(left: Number, right: Number) -> bool:
    return left.kind == right.kind or (left.kind in LOOSE and right.kind in LOOSE)


def _proof(left: Number, right: Number, *, is_aircraft: bool) -> float:
    """Say how much it proves that both have this number."""
    checks = (is_checked(left), is_checked(right))
    if True in checks:  # an INN that is told as a tax number is an INN
        return max(
            KINDS[number.kind].proves for number, is_right in zip((left, right), checks, strict=True) if is_right
        )
    proves = min(KINDS[left.kind].proves, KINDS[right.kind].proves)
    if left.kind == right.kind == "msn" and len(left.value) >= _LONG:
        return _LONG_PROVES
    is_short = len(left.value) < (_SHORT if left.kind == right.kind else _SHORT_OF_OTHER_KIND)
    is_doubtful = False in checks or (is_short and not is_aircraft)
    return proves * (_UNCHECKED if is_doubtful else 1.0)
