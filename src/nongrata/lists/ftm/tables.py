"""FollowTheMoney's words for what a listing holds: which property is which kind of name, number or tie.

Schemata: https://followthemoney.tech/explorer/schemata/ (followthemoney 4.11).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nongrata.lists.record import NameKind

# What can be listed here, and as what.
SUBJECTS: Mapping[str, str] = {
    "Person": "Person",
    "Company": "Company",
    "Organization": "Organization",
    "PublicBody": "Organization",
    "LegalEntity": "LegalEntity",
    "Vessel": "Vessel",
    "Airplane": "Airplane",
}

NAMES: Mapping[str, NameKind] = {
    "name": "alias",
    "alias": "alias",
    "previousName": "former",
    "weakAlias": "weak",
    "abbreviation": "weak",
}

# Our kind of an identifier by its property, on whatever schema it stands.
NUMBERS: Mapping[str, str] = {
    "imoNumber": "imo",
    "mmsi": "mmsi",
    "callSign": "callsign",
    "innCode": "inn",
    "ogrnCode": "ogrn",
    "okpoCode": "okpo",
    "kppCode": "kpp",
    "bikCode": "bik",
    "leiCode": "lei",
    "swiftBic": "swift",
    "uscCode": "uscc",
    "dunsCode": "duns",
    "isinCode": "isin",
    "ticker": "ticker",
    "passportNumber": "passport",
    "idNumber": "national_id",
    "socialSecurityNumber": "national_id",
    "taxNumber": "tax_number",
    "vatCode": "tax_number",
    "voenCode": "tax_number",
    "npiCode": "licence",
    "licenseNumber": "licence",
    "registrationNumber": "registration_number",
    "serialNumber": "msn",
    "website": "website",
    "email": "email",
    "phone": "phone",
    "publicKey": "wallet",
}

# Where a party's countries stand, the telling ones first.
COUNTRIES = ("nationality", "citizenship", "jurisdiction", "mainCountry", "flag", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A schema that ties two entities: its two ends, and how each end is tied to the other."""

    ends: tuple[str, str]
    words: tuple[str, str]  # of the first end on the second, and of the second on the first
    role: str | None = None  # the property that says more


TIES: Mapping[str, Tie] = {
    "Ownership": Tie(ends=("owner", "asset"), words=("Owns", "Owned by"), role="role"),
    "UnknownLink": Tie(ends=("subject", "object"), words=("Linked to", "Linked to"), role="role"),
    "Family": Tie(ends=("person", "relative"), words=("Family", "Family"), role="relationship"),
    "Associate": Tie(ends=("person", "associate"), words=("Associate", "Associate"), role="relationship"),
    "Directorship": Tie(ends=("director", "organization"), words=("Director of", "Directed by"), role="role"),
    "Membership": Tie(ends=("member", "organization"), words=("Member of", "Has as member"), role="role"),
    "Employment": Tie(ends=("employee", "employer"), words=("Employed by", "Employs"), role="role"),
    "Representation": Tie(ends=("agent", "client"), words=("Acts for", "Represented by"), role="role"),
    "Succession": Tie(ends=("predecessor", "successor"), words=("Succeeded by", "Successor of"), role="role"),
}

# What is about one entity only, and by which property.
ABOUT: Mapping[str, str] = {
    "Sanction": "entity",
    "Identification": "holder",
    "Passport": "holder",
    "CryptoWallet": "holder",
}

LISTED_TOPICS = ("sanction", "sanction.counter", "asset.frozen", "debarment", "export.control", "export.risk", "wanted")
