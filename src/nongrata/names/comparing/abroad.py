"""Companies of a group in one country: Banco Santander Chile S.A. is no Banco Santander S.A."""

from __future__ import annotations

from nongrata.names.ready import Ready

_CODE = 2  # letters of a country's code; cities and regions have their names


def is_unit_abroad(name: Ready, left: list[int]) -> bool:
    """Have among the words left a country right before the legal form, as companies of a group are registered.

    In brackets, behind a comma or an "of" it tells where a company or its branch is: Deutsche Bank (Schweiz) AG.
    """
    last = len(name.tokens) - 1
    return any(_is_country(name, i) and name.tokens[i + 1].kind == "legal" for i in left if 0 < i < last)


def _is_country(name: Ready, i: int) -> bool:
    token = name.tokens[i]
    if token.kind != "place" or token.symbol is None or len(token.symbol) != _CODE:
        return False
    before = name.name.text.lower().partition(token.native)[0].rstrip()
    return name.tokens[i - 1].kind != "particle" and not before.endswith(("(", "[", ",", "-"))
