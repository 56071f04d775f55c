"""How languages in Latin letters spell what English spells otherwise, and the endings that they give to names."""

from __future__ import annotations

import re
from collections.abc import Mapping

Way = tuple[tuple[re.Pattern[str], str], ...]  # what is found in a word in lower case, and what becomes of it, in turn

_J_AS_I, _CH_AS_KH = (re.compile("(?<!d)j"), "i"), (re.compile("(?<![st])ch"), "kh")
_S: Way = ((re.compile("(?<=...)s$"), ""),)
_POLISH: Way = ((re.compile("(?<=...)(?:iem|em|ym|im|ego|emu|owi|owie|ów|om|ami|ach|ovi|ův)$"), ""),)
_TURKISH: Way = ((re.compile("(?<=..)['’]\\w{1,6}$"), ""),)
_DUTCH: Way = ((re.compile("t?sj|[tz]j"), "sh"), (re.compile("oe"), "u"))
# By a language's code. Many names on its pages are spelt as in English, with its endings. Endings of vowels alone are
# not told: a word's bones lack vowels anyway. Czech is often taken for Polish, and has its endings.
OWN_WAYS: Mapping[str | None, tuple[Way, ...]] = {
    "de": (_S, (*_S, _CH_AS_KH, _J_AS_I)),
    "es": (((re.compile("j"), "kh"),),),
    "fr": (((re.compile("(?<!d)j"), "zh"),),),
    "it": ((_J_AS_I,),),
    "nl": (_S, (*_S, *_DUTCH, _CH_AS_KH, _J_AS_I)),
    "pl": (_POLISH, (*_POLISH, _CH_AS_KH, _J_AS_I)),
    "tr": (_TURKISH, (*_TURKISH, (re.compile("c"), "j"))),
}
