"""Reading the names of people: family names put last, titles, particles and initials told from names."""

from __future__ import annotations

import re
from functools import lru_cache

from nongrata.names.abjads import names_apart
from nongrata.names.reading.scripts import latin, without_digits, words_of
from nongrata.names.record import Token, TokenKind
from nongrata.names.sounds.scripts import script_of_word
from nongrata.names.tables import tables

_TIED = re.compile(r"[\w'’ʼ‘ʻ`´]+(?=[-‐‑–])")  # a word with a hyphen after it
_DOTTED = re.compile(r"[^\W\d_]{1,3}(?=\.)")
_ASIDE = re.compile(r"[(\[{]([^)\]}]{0,80})[)\]}]")
_OF_SURNAME = re.compile(r"(?:jr|sr|ii|iii|iv|esq|phd|md|cpa)\.?", re.I)
_SHORTEST_AFTER_ARTICLE = 3  # الله is no article and له
_LONGEST_SYLLABLE = 8  # letters and marks
_LONGEST_INITIAL = 2  # "Yu." for Yuri; longer ones are titles or shortened words


def person_readings(text: str) -> list[list[Token]]:
    """Give the readings of a person's name: without what stands in brackets, and with it; given names of two apart."""
    bare = _ASIDE.sub(" ", text) if "(" in text or "[" in text else text
    texts = dict.fromkeys((bare, text) if text.isascii() else (bare, text, names_apart(text)))
    return [reading for each in texts if (reading := person_tokens(each))]


def person_tokens(text: str) -> list[Token]:
    """Give the words of a person's name, the family name last where a comma or capitals put it first."""
    family, comma, given = text.partition(",")
    parts = (given, family) if comma and not _OF_SURNAME.fullmatch(given.strip()) else (text,)
    tokens = [token for part in parts for token in _tokens(part)]
    return _tagged(tokens) if tokens else []


def _tokens(text: str) -> list[Token]:
    words = words_of(text)
    if not words:
        return []
    tied = frozenset(_TIED.findall(text)) if "-" in text or not text.isascii() else frozenset()
    dotted = frozenset(_DOTTED.findall(text)) if "." in text else frozenset()
    is_capitals = text.isupper()
    found: list[Token] = []
    if not text.isascii():
        words = [part for whole in words for part in (_burmese(whole) or _without_article(whole))]
    for word in words:
        if not is_capitals and _is_two_initials(word):
            found += [person_token(letter, is_dotted=True, is_tied=False) for letter in word]
        elif (token := person_token(word, is_dotted=word in dotted, is_tied=word in tied)).form:
            found.append(token)
    return found


_ALEXANDER = re.compile("ال(?:[كک]س|يكس|یکس|برت|فرد|خاندرو|ونسو)")  # names that begin with AL and no article


def _without_article(word: str) -> tuple[str, ...]:
    """Cut an Arabic word after its article, and after the servant's "Abd al-": عبدالرحمن, القذافي."""
    if _ALEXANDER.match(word):
        return (word,)
    for start, cut in (("عبدال", 3), ("ال", 2)):
        if word.startswith(start) and len(word) >= len(start) + _SHORTEST_AFTER_ARTICLE:
            return (word[:cut], *_without_article(word[cut:]))
    return (word,)


def _burmese(word: str) -> tuple[str, ...]:
    """Cut a Burmese word into its syllables, where all are known: မင်းအောင်လှိုင် is Min Aung Hlaing."""
    known = tables().spelled
    if not "\u1000" <= word[:1] <= "\u109f":
        return ()
    found: list[str] = []
    at = 0
    while at < len(word):
        length = next(
            (size for size in range(min(_LONGEST_SYLLABLE, len(word) - at), 0, -1) if word[at : at + size] in known), 0
        )
        if not length:
            return ()
        found.append(word[at : at + length])
        at += length
    return tuple(found)


def _is_two_initials(word: str) -> bool:
    """Be two capitals in a name that is not all capitals: JC Juncker."""
    return len(word) == 2 and word.isascii() and word.isalpha() and word.isupper() and not set(word) & set("AEIOUY")


@lru_cache(maxsize=65_536)
def person_token(word: str, *, is_dotted: bool, is_tied: bool) -> Token:
    """Give one word of a person's name with its kind, as far as it alone tells; an empty form: nothing readable."""
    native = word.lower()
    form = (
        _SPELLED_OUT.get(native)
        or tables().spelled.get(native)
        or latin(word if word.isalpha() else without_digits(word))
    )
    return Token(
        form=form,
        native=native,
        kind=_kind(form, native, is_dotted=is_dotted, is_tied=is_tied),
        symbol=_symbol(form, native),
    )


# Arabic words of names that are written without the vowels by which Latin letters know them.
_SPELLED_OUT = {
    "ё": "yo",  # a Korean syllable
    "بن": "bin",
    "ابن": "ibn",
    "بنت": "bint",
    "ابو": "abu",
    "أبو": "abu",
    "ابي": "abu",
    "أبي": "abu",
    "الله": "allah",
    "شاه": "shah",
    "خان": "khan",
    "خير": "khair",
    "ذو": "dhu",
    "سيد": "sayyid",
    "سید": "sayyid",
}


def _kind(form: str, native: str, *, is_dotted: bool, is_tied: bool) -> TokenKind:
    table = tables()
    if native in table.native or (form in table.titles and script_of_word(native) not in _TITLES_OF_THEIR_OWN):
        return "title"
    if len(form) == 1 or (is_dotted and len(form) <= _LONGEST_INITIAL):
        return "initial" if form.isalpha() else "number"
    if form in table.particles or (is_tied and form in table.tied_particles):
        return "particle"
    return "number" if form.isdigit() else "word"


# Scripts whose words only look like titles in Latin letters: Hun Sen is no honourable.
_TITLES_OF_THEIR_OWN = frozenset(("Thai", "Lao", "Khmer", "Myanmar", "Tamil", "Arabic", "Hebrew"))


def _symbol(form: str, native: str) -> str | None:
    if (meaning := tables().native.get(native)) is not None:
        return meaning[1]
    return form.lstrip("0") or "0" if form.isdigit() else None


def _tagged(tokens: list[Token]) -> list[Token]:
    """Tag what depends on the place in the name; a name is never titles and particles only."""
    table = tables()
    tokens = _with_abdul(tokens)
    if len(tokens) > 2 and tokens[0].native == _U:
        tokens[0] = _as(tokens[0], "title")
    if len(tokens) > 1 and tokens[0].form == "md":
        tokens[0] = Token(form="mohammad", native="md")  # as Bengal shortens it: Md. Rafiqul Islam
    if len(tokens) > 1 and tokens[0].form in table.first_titles and tokens[0].kind == "word":
        tokens[0] = _as(tokens[0], "title")
    if len(tokens) > 1 and tokens[-1].form in table.last_titles and tokens[-1].kind == "word":
        tokens[-1] = _as(tokens[-1], "title")
    words = [token for token in tokens if token.kind == "word"]
    if not words:
        return [token if token.kind == "initial" else _as(token, "word") for token in tokens]
    if len(words) == 1 and tokens[0].form in _GIVEN_TOO and tokens[0].kind == "particle":
        tokens[0] = _as(tokens[0], "word")
    return tokens


_U = "ဦး"  # before a name of Burma a title; behind it a name: Oo
_GIVEN_TOO = frozenset(("ben", "van", "mar", "mac", "san", "el", "lo", "bat"))


def _with_abdul(tokens: list[Token]) -> list[Token]:
    """Write names of several Arabic words one way: Abd al-Rahman and Abdurrahman, Saif Allah, Nur ad-Din, Abu Bakr."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1].form if found else ""
        if before in _ABD and (token.form in _ARTICLES or token.form in tables().tied_particles):
            found[-1] = Token(form="abdul", native=found[-1].native)
        elif before in (*_ABD, "abdul") and token.form in _ALLAH:
            found[-1] = Token(form="abdullah", native=f"{found[-1].native}{token.native}")
        elif before in _ABU and token.form in _BAKR:
            found[-1] = Token(form="abubakr", native=f"{found[-1].native}{token.native}")
        elif (parts := _ABDUL.fullmatch(token.form)) is not None:
            found += [Token(form="abdul", native="abdul"), Token(form=parts[1], native=parts[1])]
        elif not _is_added(found, token):
            found.append(token)
    return found


def _is_added(found: list[Token], token: Token) -> bool:
    """Add Allah and al-Din to the name before them, and say whether it was done."""
    end = "ullah" if token.form in _ALLAH else "uddin" if token.form in _DIN else ""
    at = len(found) - 1 - bool(end == "uddin" and found and found[-1].kind == "particle")
    if not end or at < 0 or found[at].kind != "word" or len(found[at].form) < _SHORTEST_BEFORE_GOD:
        return False
    native = "".join([each.native for each in (*found[at:], token)])
    found[at:] = [Token(form=f"{found[at].form}{end}", native=native)]
    return True


_ABD = frozenset(("abd", "abdu", "abed"))
_ALLAH = frozenset(("allah", "ullah", "lah", "lh"))
_ABU, _BAKR = frozenset(("abu", "abou", "abi")), frozenset(("bakr", "bakar", "baker", "bekr", "bkr"))
_DIN = frozenset(("din", "dine", "deen", "dyn", "eddin", "eddine", "uddin", "ouddine", "aldin"))
_SHORTEST_BEFORE_GOD = 2
_ARTICLES = frozenset(("al", "el", "ul", "ol", "ar", "as", "ad"))
_ABDUL = re.compile("abd(?:[aeou]l(?!l?ah?i?$)|[aeou](?=rr|ss|zz|nn|dd|sh).)([a-z]{3,})")


def _as(token: Token, kind: TokenKind) -> Token:
    return Token(form=token.form, native=token.native, kind=kind, symbol=token.symbol)


@lru_cache(maxsize=16_384)
def joined(tokens: tuple[Token, ...]) -> Token:
    """Give several words as one, as others may write them: Chin-ping, Jong Un, Abd al-Aziz.

    >>> joined((Token(form="tse", native="tse"), Token(form="tung", native="tung"))).form
    'tsetung'
    """
    return Token(form="".join([token.form for token in tokens]), native="".join([token.native for token in tokens]))
