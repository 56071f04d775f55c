"""Pack the names of countries in the languages of tables, and their three-letter codes, from CLDR (as Babel has it).

Unicode CLDR: https://cldr.unicode.org, Unicode licence; the codes are ISO 3166-1 alpha-3. Names that the package knows
already, and names that two countries have, are left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from babel import Locale
from babel.core import get_global

from nongrata.values import fold
from nongrata.values.countries import country_named, is_country

LANGUAGES = (
    *("ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi"),
    *("hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko", "ky", "lt", "lv", "mk", "ms", "nb", "nl", "pl", "ps"),
    *("pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "tg", "th", "tk", "tr", "uk", "ur", "uz", "vi", "zh"),
    "zh_Hant",
)


def pack_country_names() -> str:
    """Give the packed names: a country's code by its folded name or three-letter code."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for key, code in (*_codes(), *_names()):
        if found.setdefault(key, code) != code:
            twice.add(key)
    kept = {key: code for key, code in found.items() if key not in twice and country_named(key) is None}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def _names() -> list[tuple[str, str]]:
    return [
        (fold(name), code.lower())
        for language in LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if is_country(code.lower()) and len(fold(name)) > 2
    ]


def _codes() -> list[tuple[str, str]]:
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    return [
        (three.lower(), codes[0].lower())
        for three, codes in aliases.items()
        if len(three) == 3 and three.isalpha() and is_country(codes[0].lower())
    ]
