"""Numbers that lists write as text: "OGRN: 1027…; INN 77…" told apart, and numbers known by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nongrata.lists.fields import country_of, one_line
from nongrata.lists.record import Identifier

_ITEM = re.compile(r"\(\d{1,2}\)")
# The words before a number, by our name for its kind. "ОGRN" with a Cyrillic O stands in the United Kingdom's list.
_KINDS: tuple[tuple[str, str], ...] = (
    (r"[OО]GRN(?:IP)?|PSRN", "ogrn"),
    (r"INN", "inn"),
    (r"KPP", "kpp"),
    (r"OKPO", "okpo"),
    (r"USCC?|USC code|unified social credit (?:code|identifier)", "uscc"),
    (r"LEI|legal entity identifier", "lei"),
    (r"IMO", "imo"),
    (r"MMSI", "mmsi"),
    (r"SWIFT(?:/BIC)?|BIC", "swift"),
    (r"TIN|tax(?:payer)?(?:['’]s)? (?:ID(?:entification|entity)?|registration)|VAT", "tax_number"),
    (r"passport", "passport"),
    (r"SRN|CRN?|BRN?|BIN|UEN(?: ID)?|ICP|EIN|company|registration|commercial regist(?:er|ry)", "registration_number"),
)
_LABEL = re.compile(
    r"(?<![\w])(?:"
    + "|".join(f"(?P<k{place}>{words})" for place, (words, _) in enumerate(_KINDS))
    + r")(?:[ ]?(?:number|num|no|n°|№|code|ID)\b)*[\s:.#–—-]*(?=\w*\d)",
    re.I,
)
_NUMBER = re.compile(r"[\w/.-]*\w")
_FIRST = re.compile(r"([\w/-]*\d[\w/-]*)(?:\s*\(([^()]*)\))?[.,;]?(?=\s|$)")  # a number, and in brackets whose
_USCC = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")
_UN_ID = re.compile(r"(?<![A-Za-z])([A-Za-z]{2}[ie])\.?\s*(\d{1,3})(?!\d)")
_KPP = re.compile(r"\d{4}[0-9A-Z]{2}\d{3}")
_COMPANY_KINDS = frozenset({"registration_number", "document"})


def items_of(text: str) -> list[str]:
    """Give the parts of a field that counts them, or the field as the only part.

    >>> items_of("(1) Russia. (2) Israel (3) -")
    ['Russia', 'Israel']
    """
    parts = _ITEM.split(text) if text.lstrip().startswith("(1)") else [text]
    lines = (one_line(part).removesuffix(".").strip(" ;") for part in parts)
    return [line for line in lines if line.strip("-—– ")]


def numbers_in(text: str, kind: str, *, near: str | None = None) -> Iterator[Identifier]:
    """Give the numbers in a field of this kind, each under the kind that its own label or shape tells.

    `near` is the country of whom the field is about, where it is known.

    >>> [(found.kind, found.value) for found in numbers_in("(1) TIN: 7804040302 (2) OGRN - 1027802490540", "document")]
    [('inn', '7804040302'), ('ogrn', '1027802490540')]
    """
    for item in items_of(text):
        labelled = list(labelled_in(item, near=near))
        first = _FIRST.match(item)
        if first and (labelled or first.end() == len(item)) and sum(map(str.isdigit, first[1])) >= 5:
            country = country_of(first[2]) if first[2] else None
            yield refined(Identifier(kind=kind, value=first[1], country=country), near=near)
        elif not labelled:
            yield refined(Identifier(kind=kind, value=item), near=near)
        yield from labelled


def labelled_in(text: str, *, near: str | None = None) -> Iterator[Identifier]:
    """Give the numbers that stand behind a label in any text, and those only."""
    for label in _LABEL.finditer(text):
        number = _NUMBER.match(text, label.end())
        kind = _KINDS[int((label.lastgroup or "k0")[1:])][1]
        if number and sum(letter.isdigit() for letter in number[0]) >= 5:
            yield refined(Identifier(kind=kind, value=number[0]), near=near)


def is_labelled(text: str) -> bool:
    """Begin with a label and its number; further inside a text, the number may be of somebody else.

    >>> is_labelled("Registration number: 1067759884598"), is_labelled("Managed by a bank (INN 7708619320)")
    (True, False)
    """
    return _LABEL.match(text.lstrip()) is not None


def refined(found: Identifier, *, near: str | None = None) -> Identifier:
    """Give a number under its exact kind, where its country, shape and check digits tell it.

    >>> refined(Identifier(kind="registration_number", value="1027802490540")).kind
    'ogrn'
    >>> refined(Identifier(kind="registration_number", value="1027802490540", country="sy")).kind
    'registration_number'
    """
    country, value = found.country or near, found.value
    if found.kind == "imo":
        digits = re.sub(r"^IMO\W*", "", value, flags=re.I)
        is_imo = len(digits) == 7 and digits.isdecimal()
        return Identifier(kind="imo" if is_imo else "registration_number", value=digits, country=found.country)
    if found.kind == "swift":
        return Identifier(kind="swift", value=value.replace(" ", ""), country=found.country)
    kind = _russian(found, country) if country in (None, "ru") else None
    if kind is None and found.kind in _COMPANY_KINDS and country in (None, "cn", "hk") and _USCC.fullmatch(value):
        kind = "uscc"
    return Identifier(kind=kind or found.kind, value=value, country=found.country)


def _russian(found: Identifier, country: str | None) -> str | None:
    """Give the kind of a Russian number by its length; without a country its check digits must agree too."""
    value, is_sure = found.value, country == "ru"
    if not (value.isascii() and value.isdecimal()):
        return None
    if found.kind == "national_id":  # a person's, among which numbers of other papers have twelve digits too
        return "inn" if len(value) == 12 and is_inn(value) else None
    if found.kind in ("inn", "ogrn", "passport", "kpp", "okpo", "imo", "mmsi"):
        return None
    if len(value) in (10, 12) and (is_sure or is_inn(value)):
        return "inn"
    if len(value) in (13, 15) and (is_sure or is_ogrn(value)):
        return "ogrn"
    return "kpp" if is_sure and found.kind == "document" and _KPP.fullmatch(value) else None


def is_inn(value: str) -> bool:
    """Have the check digits of a Russian tax number of ten or twelve digits.

    >>> is_inn("7804040302"), is_inn("7804040303")
    (True, False)
    """
    digits = [int(digit) for digit in value]
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    places = (9,) if len(digits) == 10 else (10, 11)
    return all(
        digits[at] == sum(w * d for w, d in zip(weights[11 - at :], digits[:at], strict=True)) % 11 % 10
        for at in places
    )


def is_ogrn(value: str) -> bool:
    """Have the check digit of a Russian state registration number of thirteen or fifteen digits."""
    return int(value[:-1]) % (len(value) - 2) % 10 == int(value[-1])


def un_reference(text: str) -> Iterator[Identifier]:
    """Give the United Nations' own number of the entry, written as they do.

    >>> [found.value for found in un_reference("QDi.43")]
    ['QDi.043']
    """
    for prefix, number in _UN_ID.findall(text):
        if int(number):
            yield Identifier(kind="un_reference", value=f"{prefix[:2].upper()}{prefix[2].lower()}.{int(number):03d}")
