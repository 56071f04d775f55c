"""In which language a text is, told from its commonest words: enough to know English from the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

_SAMPLE = 6_000
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 5  # words

# The commonest function words that the others lack or hardly use.
STOP_WORDS: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in that is was for with his her has have had by from this which who were been said not",
        "de": "der die das und den von mit dem des ist ein eine nicht sich auch auf für wurde nach bei dass zum zur",
        "fr": "le les des et est une dans pour que qui sur pas plus avec ce ont été aux cette du au sont mais",
        "es": "el los las y en que del una por con para se su al lo como más fue han pero sus este entre",
        "it": "il che di della per una con del non sono gli nel alla più dei anche delle è stato dal ha hanno",
        "pt": "o os que não uma do da em com para dos das por mais foi ao pelo são como mas na no seu",
        "nl": "het een van de en dat niet zijn voor met op aan ook door naar bij wordt maar heeft uit worden",
        "ru": "и в не на что с по как это из за к от он для его был после также года",
        "uk": "і в не на що з та як це до за від він для його був після також року",
        "tr": "ve bir bu da de için ile olarak daha olan çok sonra kadar gibi ancak ise",
        "pl": "w i na z do nie się że jest o to jak po co od za są przez przy ale",
    }.items()
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("el", re.compile("[\u03b1-\u03c9]")),
)


def find_language(text: str) -> str | None:
    """Give the language's ISO 639-1 code, or None where too little tells.

    >>> find_language("The minister said on Friday that the talks had been useful for both of the sides.")
    'en'
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for code, letter in _SCRIPTS:
        if len(letter.findall(sample)) * 5 > letters:
            return code
    words = Counter(word.lower() for word in _WORD.findall(sample))
    total = words.total()
    scores = {code: sum(words[word] for word in stops) for code, stops in STOP_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if total >= _FEWEST and scores[best] * 8 >= total else None
