"""Where FollowTheMoney keeps a number: in the property of its kind when its check digits hold, else with the notes.

FollowTheMoney drops a value that its formats don't know (https://github.com/opensanctions/rigour, rigour/ids).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from nongrata.lists.record import Identifier
from nongrata.values.check_digits import CHECKS

_SHAPES = {
    "swift": re.compile(r"[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?"),
    "email": re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}"),
    "website": re.compile(r"(?:https?://)?(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?:/[\w.~/%-]*)?"),
    "mmsi": re.compile(r"\d{9}"),
    "phone": re.compile(r"\+[1-9]\d{9,13}"),
}
_LENGTH = 64  # of an identifier

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
    value = "".join(found.value.split()) if found.kind in CHECKS or found.kind in _SHAPES else found.value
    if name is None or (len(value) > _LENGTH and found.kind != "website"):
        return None
    shape, check = _SHAPES.get(found.kind), CHECKS.get(found.kind)
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
