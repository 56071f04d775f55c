"""How languages in Latin letters spell what English spells otherwise, and the endings that they give to names."""

from __future__ import annotations

import re
from collections.abc import Mapping

_J_AS_I, _CH_AS_KH = (re.compile("(?<!d)j"), "i"), (re.compile("(?<![st])ch"), "kh")
_S = re.compile("(?<=...)s$"), ""
# By a language's code: what is found in a word in lower case, and what becomes of it, in turn. Endings of vowels alone
# are not told: a word's bones lack vowels anyway. Czech is often taken for Polish, and has its endings.
OWN_WAYS: Mapping[str | None, tuple[tuple[re.Pattern[str], str], ...]] = {
    "de": (_S, _CH_AS_KH, _J_AS_I),
    "es": ((re.compile("j"), "kh"),),
    "fr": ((re.compile("(?<!d)j"), "zh"),),
    "it": (_J_AS_I,),
    "nl": (_S, (re.compile("t?sj|[tz]j"), "sh"), (re.compile("oe"), "u"), _CH_AS_KH, _J_AS_I),
    "pl": ((re.compile("(?<=...)(?:iem|em|ym|im|ego|emu|owi|owie|ów|om|ami|ach|ovi|ův)$"), ""), _CH_AS_KH, _J_AS_I),
    "tr": ((re.compile("(?<=..)['’]\\w{1,6}$"), ""), (re.compile("c"), "j")),
}
