"""Where FollowTheMoney keeps a number: in the property of its kind when its check digits hold, else with the notes.

FollowTheMoney drops a value that its formats don't know (https://github.com/opensanctions/rigour, rigour/ids).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from nongrata.lists.record import Identifier

_SHAPES = {
    "swift": re.compile(r"[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?"),
    "email": re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}"),
    "website": re.compile(r"(?:https?://)?(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?:/[\w.~/%-]*)?"),
    "mmsi": re.compile(r"\d{9}"),
    "phone": re.compile(r"\+[1-9]\d{9,13}"),
}
_LENGTH = 64  # of an identifier
_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11 = (7, *_INN_10)
_INN_12 = (3, *_INN_11)
_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)

_EVERYBODY: Mapping[str, str] = {
    "inn": "innCode",
    "ogrn": "ogrnCode",
    "okpo": "okpoCode",
    "lei": "leiCode",
    "uscc": "uscCode",
    "duns": "dunsCode",
    "swift": "swiftBic",
    "tax_number": "taxNumber",
    "registration_number": "registrationNumber",
    "company_number": "registrationNumber",
    "licence": "licenseNumber",
    "national_id": "idNumber",
    "website": "website",
    "email": "email",
    "phone": "phone",
}
_BY_SCHEMA: Mapping[str, Mapping[str, str]] = {
    "Person": {**_EVERYBODY, "passport": "passportNumber"},
    "LegalEntity": _EVERYBODY,
    "Organization": {**_EVERYBODY, "imo": "imoNumber"},
    "Company": {
        **_EVERYBODY,
        **{"imo": "imoNumber", "bik": "bikCode", "kpp": "kppCode", "isin": "isinCode", "ticker": "ticker"},
    },
    "Vessel": {"imo": "imoNumber", "mmsi": "mmsi", "callsign": "callSign", "registration_number": "registrationNumber"},
    "Airplane": {
        **{"tail_number": "registrationNumber", "registration_number": "registrationNumber"},
        **{"msn": "serialNumber", "construction_number": "serialNumber"},
    },
}


def property_of(found: Identifier, schema: str) -> tuple[str, str] | None:
    """Give the property that holds a number on this schema, and the value as FollowTheMoney writes it; None: notes.

    >>> property_of(Identifier(kind="imo", value="9172038"), "Vessel")
    ('imoNumber', 'IMO9172038')
    >>> property_of(Identifier(kind="imo", value="9172039"), "Vessel") is None
    True
    """
    name = _BY_SCHEMA.get(schema, _EVERYBODY).get(found.kind)
    value = "".join(found.value.split()) if found.kind in _CHECKS or found.kind in _SHAPES else found.value
    if name is None or (len(value) > _LENGTH and found.kind != "website"):
        return None
    shape, check = _SHAPES.get(found.kind), _CHECKS.get(found.kind)
    if (shape is not None and not shape.fullmatch(value)) or (check is not None and not check(value)):
        return None
    if found.kind == "website":
        return name, _address(value)
    if found.kind == "email":
        mailbox, _, host = value.rpartition("@")
        return name, f"{mailbox}@{host.lower()}"
    return name, f"IMO{value}" if name == "imoNumber" else value


def _address(value: str) -> str:
    whole = value if value.lower().startswith("http") else f"http://{value}"
    scheme, _, rest = whole.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}://{host.lower()}/{path if slash else ''}"


def _is_digits(value: str, *lengths: int) -> bool:
    return value.isascii() and value.isdecimal() and len(value) in lengths


def _weighed(value: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(value, weights, strict=False))


def _is_imo(value: str) -> bool:
    return _is_digits(value, 7) and _weighed(value, (7, 6, 5, 4, 3, 2)) % 10 == int(value[6])


def _is_inn(value: str) -> bool:
    if _is_digits(value, 10):
        return _weighed(value, _INN_10) % 11 % 10 == int(value[9])
    both = ((_INN_11, 10), (_INN_12, 11))
    return _is_digits(value, 12) and all(_weighed(value, by) % 11 % 10 == int(value[at]) for by, at in both)


def _is_ogrn(value: str) -> bool:
    return _is_digits(value, 13, 15) and int(value[:-1]) % (len(value) - 2) % 10 == int(value[-1])


def _as_number(value: str) -> str:
    return "".join(str(int(letter, 36)) for letter in value)


def _is_lei(value: str) -> bool:
    return bool(re.fullmatch(r"[A-Z0-9]{18}\d{2}", value)) and int(_as_number(value)) % 97 == 1


def _is_isin(value: str) -> bool:
    if not re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}\d", value):
        return False
    digits = [int(digit) for digit in reversed(_as_number(value))]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0


def _is_uscc(value: str) -> bool:
    if not re.fullmatch(f"[{_USCC}]{{18}}", value):
        return False
    total = sum(_USCC.index(letter) * weight for letter, weight in zip(value, _USCC_WEIGHTS, strict=False))
    return _USCC.index(value[-1]) == (31 - total % 31) % 31


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "imo": _is_imo,
    "inn": _is_inn,
    "ogrn": _is_ogrn,
    "lei": _is_lei,
    "isin": _is_isin,
    "uscc": _is_uscc,
}


def is_right(kind: str, value: str) -> bool:
    """Have the right check digits; of a kind that has none, always.

    >>> is_right("imo", "9929429"), is_right("imo", "9929428"), is_right("passport", "AB12345")
    (True, False, True)
    """
    check = _CHECKS.get(kind)
    return check is None or check(value)
