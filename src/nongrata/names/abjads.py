"""Words in Arabic, Persian and Hebrew letters: written one way, and without what is written before them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ONE_WAY = str.maketrans({
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیئ", "ي"),
    **dict.fromkeys("ۀةہھۃ", "ه"),
    "ک": "ك",
    "ؤ": "و",
    **dict.fromkeys("ـ\u200c\u200f\u200e\"״׳'", None),
})  # fmt: skip
_BEFORE = ("وال", "بال", "لل", "ال", "و", "ل", "ה", "ו", "ל")  # and the, in the, for the, the, and, for
_SHORTEST = 3  # letters that are left of a word
_ARTICLE = "ال"


def is_abjad(word: str) -> bool:
    """Be written in Arabic or Hebrew letters."""
    return "\u0590" <= word[:1] <= "\u06ff"


def plain_abjad(word: str) -> str:
    """Give a word with one letter for each of those that writers and keyboards exchange, and without points.

    >>> plain_abjad("الإسلامیّة") == plain_abjad("الاسلاميه")
    True
    """
    return "".join([letter for letter in word.translate(_ONE_WAY) if not unicodedata.combining(letter)])


def stems_of(word: str) -> Iterator[str]:
    """Give what a word may be in a table: itself, without what is written before it, without the feminine ending.

    >>> "اسلامي" in stems_of("الإسلامية"), "نقل" in stems_of("للنقل")
    (True, True)
    """
    plain = plain_abjad(word)
    for before in ("", *_BEFORE):
        if plain.startswith(before) and len(plain) - len(before) >= _SHORTEST - 1:
            rest = plain[len(before) :]
            yield rest
            if rest.endswith("ه"):
                yield rest[:-1]


def without_article(word: str) -> tuple[str, ...]:
    """Cut a word of Arabic after its article."""
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _SHORTEST:
        return (_ARTICLE, word[len(_ARTICLE) :])
    return (word,)


def names_apart(text: str) -> str:
    """Give a text with the given names that Persian writes as one word apart, where the first is one of a few.

    >>> names_apart("محمدرضا نقدی"), names_apart("محمدی")
    ('محمد رضا نقدی', 'محمدی')
    """
    return _FIRST_OF_TWO.sub(lambda found: f"{found[1]} ", text.translate(_URDU))


_URDU = str.maketrans("ہھۃ", "ههه")  # Urdu's letters for Arabic's H
# Muhammad, Ali, Ghulam, Hamid, Amir, Sayyid, Mir, Nur, Shir and Hajj before a name of three letters or more, which is
# no ending of a family's name (-zada, -pur, -nizhad, -yan, -khani).
_FIRST_OF_TWO = re.compile(
    "(?<!\\w)(محمد|عل[یيى]|غلام|حم[یي]د|ام[یي]ر|س[یي]د|م[یي]ر|نور|ش[یي]ر|حاج)(?=\\w{3})(?!زاده|پور|نژاد|[یي]ان|خان[یي]|[یي]\\w?(?!\\w))"
)
