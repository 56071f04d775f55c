"""Reading names in Chinese, Japanese and Korean letters, which are written without spaces."""

from __future__ import annotations

import re

from nongrata.names.reading.bodies import body_token
from nongrata.names.reading.numbers import number_of, together
from nongrata.names.reading.people import joined, person_token
from nongrata.names.reading.readings import cantonese, family_pinyin, pinyin
from nongrata.names.record import NameClass, Token
from nongrata.names.tables import tables
from nongrata.values import fold

_SEPARATORS = re.compile(r"[\s·・‧•･.,，、=＝\-–_/()（）「」“”\"'《》〈〉【】\[\]]+")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff々]+")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_OF_PLACES = ("市", "省", "县", "区", "시")  # behind a place: city, province, county, district
_LONGEST_UNSPACED = 4  # letters of a person's name with the family name in it
_LONGEST_JAPANESE = 5  # … in Japan


def eastern_readings(text: str, kind: NameClass) -> list[list[Token]]:
    """Give the readings of a name with Chinese, Japanese or Korean letters in it."""
    parts = [part for part in _SEPARATORS.split(text.translate(tables().simplified)) if part]
    if kind != "person":
        tokens = together([token for part in parts for token in _body_part(part)])
        return [tokens, *_in_cantonese(tokens), *_in_japanese(tokens)]
    if len(parts) == 1 and len(parts[0]) > 1:
        part = _without_title(parts[0])
        if _HANGUL.fullmatch(part):
            return _korean(part)
        if _HAN.fullmatch(part) and len(part) <= _LONGEST_JAPANESE:
            return _chinese(part)
    return [[token for part in parts if (token := _person_part(part)).form]]


def _without_title(part: str) -> str:
    for title, (kind, _symbol) in tables().native.items():
        if kind == "title" and len(title) > 1 and part.endswith(title) and len(part) > len(title) + 1:
            return part[: -len(title)]
    return part


def _person_part(part: str) -> Token:
    return person_token(part, is_dotted=False, is_tied=False)


def _korean(part: str) -> list[list[Token]]:
    """Read a Korean name: family name and each syllable of the given one; foreign names stay as they are."""
    cut = 2 if part[:2] in tables().long_surnames and len(part) > 2 else 1
    surname, given = part[:cut], part[cut:]
    if len(part) > _LONGEST_UNSPACED or (cut == 1 and surname not in tables().korean_surnames):
        return [[_person_part(part)]]
    family = Token(form=_family_name(surname), native=surname)
    return [
        [family, *(Token(form=fold(syllable), native=syllable) for syllable in given)],
        [family, Token(form=fold(given), native=given)],
    ]


def _family_name(surname: str) -> str:
    spellings = tables().korean_surnames.get(surname)
    return spellings[0] if spellings else fold(surname)


def _chinese(part: str) -> list[list[Token]]:
    """Read a name in Chinese letters: as Chinese (family name of one letter), as Japanese (of two), in Cantonese."""
    cut = 2 if part[:2] in tables().long_surnames and len(part) > 2 else 1
    cuts = [cut] if len(part) < _LONGEST_UNSPACED or cut > 1 else [2]
    if len(part) == _LONGEST_JAPANESE:
        cuts.append(3)
    if len(part) == _LONGEST_UNSPACED - 1 and cut == 1:
        cuts.append(2)
    readings = [
        [Token(form=family_pinyin(part[:cut]), native=part[:cut]), Token(form=pinyin(part[cut:]), native=part[cut:])]
        for cut in cuts
    ]
    readings += _in_korean(part)
    forms = (cantonese(part[:1]), cantonese(part[1:])) if cuts[0] == 1 else (None, None)
    if forms[0] is not None and forms[1] is not None:
        readings.append([Token(form=forms[0], native=part[:1]), Token(form=forms[1], native=part[1:])])
    return readings


def _in_korean(part: str) -> list[list[Token]]:
    """Read a Korean name in Chinese letters (金正恩), its syllables as one and apart, if all are in such names."""
    family, given = tables().hanja
    if part[0] not in family or len(part) == 1 or any(letter not in given for letter in part[1:]):
        return []
    first = Token(form=family[part[0]], native=part[0])
    apart = [Token(form=given[letter], native=letter) for letter in part[1:]]
    return [[first, joined(tuple(apart))], *([[first, *apart]] if len(apart) > 1 else [])]


def _in_cantonese(tokens: list[Token]) -> list[list[Token]]:
    """Give the reading of a body's name in which its own words are Cantonese, if all may be."""
    own = {token.native: cantonese(token.native) for token in tokens if token.kind == "word"}
    if not own or None in own.values():
        return []
    return [
        [
            Token(form=form, native=token.native) if (form := own.get(token.native)) is not None else token
            for token in tokens
        ]
    ]


def _in_japanese(tokens: list[Token]) -> list[list[Token]]:
    """Give the readings of a body's name in which the words that companies of Japan are called by are spelled so.

    In the second one what they do is what they are, as in their English names: 住友商事 is Sumitomo Corporation.
    """
    known = tables().japanese
    if not any(token.kind == "word" and token.native in known for token in tokens):
        return []
    spelled = [
        Token(form=known[token.native], native=token.native) if token.native in known else token for token in tokens
    ]
    plain = [
        Token(form=token.form, native=token.native, kind="legal", symbol="corp") if token.native in _FIRMS else token
        for token in spelled
    ]
    return [spelled] if plain == spelled else [spelled, plain]


_FIRMS = frozenset(("商事", "制作所", "产业"))


def _body_part(part: str) -> list[Token]:
    """Cut a body's name into the words that are known and what is between them."""
    if not _HAN.search(part) and not _HANGUL.search(part):
        return [token] if (token := body_token(part)).form else []
    native = tables().native
    found: list[Token] = []
    own = ""
    at = 0
    while at < len(part):
        length = next(
            (length for length in range(min(8, len(part) - at), 1, -1) if part[at : at + length] in native), 0
        )
        if length:
            found += _own(own)
            own = ""
            word = part[at : at + length]
            kind, symbol = native[word]
            found.append(
                Token(
                    form=_HOLLOW.get(symbol or "") or _read(word),
                    native=word,
                    kind=kind,
                    symbol=symbol,
                )
            )
            length += kind == "place" and part[at + length : at + length + 1] in _OF_PLACES
        else:
            own += part[at]
        at += length or 1
    return found + _own(own)


# What tells little in any language is the English word, which is known as such.
_HOLLOW = {"grp": "group"}


def _read(word: str) -> str:
    return pinyin(word) if _HAN.fullmatch(word) else fold(word).replace(" ", "")


def _own(run: str) -> list[Token]:
    form = _read(run)
    if not form:
        return []
    number = number_of(form, run)
    return [Token(form=form, native=run.lower(), kind="number" if number else "word", symbol=number)]
