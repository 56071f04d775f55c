"""Whether two names in one story name the same party. Pure functions over folded tokens."""

from __future__ import annotations

from rapidfuzz import fuzz

from nongrata.mentions.names.naming import FAMILY_NAME_FIRST, HEADS
from nongrata.names.families import FIRST_NICKNAME, families_of

Tokens = tuple[str, ...]

_SMALL = frozenset(("of", "the", "for", "and", "in", "on", "de", "y"))
_KOREAN = 3  # words of a name whose every syllable counts
SPELLING = 82  # a ratio: Sergei/Sergey 83, Lavrov/Larov 91; Khoroshev/Khoroshilov 80 and Kim/Kin 67 stay apart
_GENERIC = frozenset().union(*HEADS.values()) | {
    "of",
    "the",
    "for",
    "and",
    "national",
    "state",
    "us",
    "u",
    "s",
    "un",
    "n",
}


def family_names(tokens: Tokens) -> frozenset[str]:
    """Give the tokens by which a story may call a person after the first time.

    The last one; the first one too where the family name comes first (Korean, Chinese, Vietnamese); of three
    and more also the one before the last (Spanish, Portuguese and Arabic names: "Lobo" for Porfirio Lobo Sosa).

    >>> sorted(family_names(("kim", "jong", "un")))
    ['kim']
    >>> sorted(family_names(("porfirio", "lobo", "sosa")))
    ['lobo', 'sosa']
    """
    if tokens[0] in FAMILY_NAME_FIRST and len(tokens) in (2, 3):
        return frozenset(tokens[:1] if len(tokens) == 3 else tokens)
    return frozenset(tokens[-2:] if len(tokens) >= 3 else tokens[-1:])


def same_person(left: Tokens, right: Tokens) -> bool:
    """Be spellings of one full name, or one the longer form of the other with the same first and family name.

    >>> same_person(("sergei", "lavrov"), ("sergey", "lavrov"))
    True
    >>> same_person(("roman", "storm"), ("roman", "semenov")), same_person(("bill", "barr"), ("william", "barr"))
    (False, True)
    """
    if "".join(left) == "".join(right):
        return True
    if len(left) == len(right) == _KOREAN and left[0] in FAMILY_NAME_FIRST:
        return False  # Ri Pyong Chol is not Ri Yong Chol
    if len(left) == len(right) > 1 and left[1:] == right[1:] and _is_nickname(left[0], right[0]):
        return True  # Bill Barr is William Barr
    if len(left) == len(right):
        return all(_alike(a, b) for a, b in zip(left, right, strict=True))
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) >= 2 and shorter[0] == longer[0] and _is_within(shorter, longer)


def _is_nickname(left: str, right: str) -> bool:
    """Have one of them for short of the other: Bob and Robert."""
    return any(number >= FIRST_NICKNAME for number in families_of(left) & families_of(right))


def _alike(left: str, right: str) -> bool:
    return left == right or (min(len(left), len(right)) >= 4 and fuzz.ratio(left, right) >= SPELLING)


def _is_within(shorter: Tokens, longer: Tokens) -> bool:
    rest = iter(longer)
    return all(token in rest for token in shorter)


def is_short_of_person(short: Tokens, full: Tokens) -> bool:
    """Be a family name, or the end of a full name ("al Sharaa"), that may stand for the full name."""
    if len(full) < 2 or len(short) >= len(full):
        return False
    telling = [token for token in short if token not in ("al", "el", "de", "van", "von", "bin")]
    if len(short) == 1 and len(short[0]) >= 4 and full[0].startswith(short[0]):
        return True  # a first name or its short form: Rafa for Rafael
    return bool(telling) and (all(token in family_names(full) for token in telling) or full[-len(short) :] == short)


def same_organisation(left: Tokens, right: Tokens) -> bool:
    """Be the same words, but for a leading "U.S." or "the", an s at the end, or the order in a body of state.

    >>> same_organisation(("treasury", "department"), ("department", "of", "the", "treasury"))
    True
    """
    left, right = bare(left), bare(right)
    if "".join(left).removesuffix("s") == "".join(right).removesuffix("s"):
        return True
    return bool(set(left) & HEADS["PublicBody"]) and subjects(left) == subjects(right)


def subjects(tokens: Tokens) -> list[str]:
    """Give the words of a body's name without the small ones, in the order of the alphabet."""
    return sorted(token for token in tokens if token not in _SMALL)


def bare(tokens: Tokens) -> Tokens:
    """Give a body's name without a leading "U.S." or "the".

    >>> bare(("u", "s", "treasury"))
    ('treasury',)
    """
    kept = tokens[2:] if tokens[:2] in (("u", "s"), ("u", "n"), ("united", "states")) else tokens
    kept = kept[1:] if kept[:1] in (("us",), ("un",), ("the",)) else kept
    return kept or tokens


def is_short_of_organisation(short: Tokens, full: Tokens) -> bool:
    """Use some of the full name's words in their order, or its initials.

    >>> is_short_of_organisation(("gagarin", "plant"), ("yuri", "gagarin", "aviation", "plant"))
    True
    >>> is_short_of_organisation(("ofac",), ("office", "of", "foreign", "assets", "control"))
    True
    """
    short, full = bare(short), bare(full)
    if len(short) >= len(full):
        return False
    if subjects(short) == [token for token in subjects(full) if token not in ("department", "ministry")]:
        return True  # "Treasury" for the Department of the Treasury
    if _is_within(short, full):
        return len(short) > 1 or short[0] == full[0] or short[0] not in _GENERIC
    return is_acronym(short, full)


def is_acronym(short: Tokens, full: Tokens) -> bool:
    """Be the initials of the full name, small words left out or not."""
    return len(short) == 1 and 2 <= len(short[0]) <= 8 and short[0] in initials(full)


def initials(full: Tokens) -> tuple[str, str]:
    """Give the initials of a name, with its small words and without.

    >>> initials(("office", "of", "foreign", "assets", "control"))
    ('oofac', 'ofac')
    """
    return "".join(token[0] for token in full), "".join(token[0] for token in full if token not in _SMALL)


def is_generic(tokens: Tokens) -> bool:
    """Name only a kind of body: "Treasury", "the Council"."""
    return all(token in _GENERIC for token in tokens)
