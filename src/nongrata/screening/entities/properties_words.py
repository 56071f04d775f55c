"""FollowTheMoney's words for what a party is and has, and the words that tables and other tools use for the same.

Schemata: https://followthemoney.tech/explorer/schemata/ (followthemoney 4.11).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from nongrata.lists.record import NameKind

Kind = Literal["person", "body", "vessel", "aircraft", "vehicle", "wallet", "security"]

# What a schema can be: a legal entity is a person or a body, a thing is anything.
_ANYTHING: frozenset[Kind] = frozenset(("person", "body", "vessel", "aircraft", "vehicle", "wallet", "security"))
SCHEMAS: Mapping[str, frozenset[Kind]] = {
    "Thing": _ANYTHING,
    "Asset": frozenset(("body", "vessel", "aircraft", "vehicle", "wallet", "security")),
    "LegalEntity": frozenset(("person", "body")),
    "Person": frozenset(("person",)),
    "Organization": frozenset(("body",)),
    "PublicBody": frozenset(("body",)),
    "Company": frozenset(("body",)),
    "Vehicle": frozenset(("vessel", "aircraft", "vehicle")),
    "Vessel": frozenset(("vessel",)),
    "Airplane": frozenset(("aircraft",)),
    "CryptoWallet": frozenset(("wallet",)),
    "Security": frozenset(("security",)),
}
_SCHEMA_WORDS: Mapping[str, str] = {
    "individual": "Person",
    "entity": "LegalEntity",
    "organisation": "Organization",
    "business": "Company",
    "ship": "Vessel",
    "aircraft": "Airplane",
    "wallet": "CryptoWallet",
}
SCHEMA_OF: Mapping[str, str] = {**{schema.lower(): schema for schema in SCHEMAS}, **_SCHEMA_WORDS}

NAMES: Mapping[str, NameKind] = {
    "name": "primary",
    "alias": "alias",
    "aliases": "alias",
    "aka": "alias",
    "altname": "alias",
    "altnames": "alias",
    "previousname": "former",
    "pastnames": "former",
    "formername": "former",
    "weakalias": "weak",
    "abbreviation": "weak",
}
GIVEN, MIDDLE, FAMILY = ("firstname", "givenname"), ("secondname", "middlename", "fathername"), ("lastname",)
FAMILY_WORDS = (*FAMILY, "familyname", "surname")

# Our kind of a number by its property, in lower case and without underscores.
NUMBERS: Mapping[str, str] = {
    "imonumber": "imo",
    "imo": "imo",
    "mmsi": "mmsi",
    "callsign": "callsign",
    "inncode": "inn",
    "inn": "inn",
    "ogrncode": "ogrn",
    "ogrn": "ogrn",
    "okpocode": "okpo",
    "kppcode": "kpp",
    "bikcode": "bik",
    "leicode": "lei",
    "lei": "lei",
    "swiftbic": "swift",
    "bic": "swift",
    "swift": "swift",
    "usccode": "uscc",
    "dunscode": "duns",
    "uniqueentityid": "uei",
    "npicode": "npi",
    "cikcode": "cik",
    "isincode": "isin",
    "isin": "isin",
    "figicode": "figi",
    "passportnumber": "passport",
    "passport": "passport",
    "idnumber": "national_id",
    "nationalid": "national_id",
    "socialsecuritynumber": "national_id",
    "taxnumber": "tax_number",
    "vatcode": "tax_number",
    "voencode": "tax_number",
    "registrationnumber": "registration_number",
    "companynumber": "registration_number",
    "licensenumber": "licence",
    "serialnumber": "msn",
    "icaocode": "icao",
    "publickey": "wallet",
    "wikidataid": "wikidata",
    "opencorporatesurl": "opencorporates",
    "bvdid": "bvd",
    "unscid": "un_reference",
}
DATES: Mapping[str, str] = {
    "birthdate": "births",
    "dateofbirth": "births",
    "dob": "births",
    "born": "births",
    "deathdate": "deaths",
    "incorporationdate": "founded",
    "founded": "founded",
    "dissolutiondate": "ended",
    "builddate": "built",
}
COUNTRIES: Mapping[str, str] = {
    "nationality": "countries",
    "citizenship": "countries",
    "country": "countries",
    "countries": "countries",
    "jurisdiction": "countries",
    "maincountry": "countries",
    "flag": "flags",
    "pastflags": "past_flags",
    "birthcountry": "born_in",
}
TEXTS: Mapping[str, str] = {
    "address": "addresses",
    "addressentity": "addresses",
    "full": "addresses",
    "birthplace": "birth_places",
    "position": "positions",
    "positions": "positions",
    "profession": "positions",
    "website": "sites",
    "email": "emails",
    "phone": "phones",
    "type": "types",
    "model": "types",
}
TONNES = ("tonnage", "grossregisteredtonnage", "deadweighttonnage")

# What an entity may well have and is no evidence of who it is.
_NOT_COMPARED = """
    id schema properties caption datasets referents target firstseen lastseen lastchange first last topics notes
    summary description keywords program programid programs sourceurl publisher publisherurl retrievedat modifiedat
    createdat aleaphurl wikipediaurl alephurl indextext status legalform sector classification title namesuffix
    ethnicity religion education political height weight eyecolor haircolor mothername sanctions sanctionentity
    familyperson familyrelative associates owner operator ownershipowner ownershipasset parent subsidiaries
    unknownlinkto unknownlinkfrom directorshipdirector membershipmember amount currency amountusd okvedcode okopfcode
    okvcode coatocode caemcode registrationport navigationarea torgcode pasttypes ticker riccode capital on asof
    yeartoyear origin messageid relationship score match features biography innationalregister"""
NOT_COMPARED = frozenset(_NOT_COMPARED.split())
