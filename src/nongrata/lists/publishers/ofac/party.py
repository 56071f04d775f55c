"""The parts of a party in OFAC's advanced XML: its names and features, by the values that the file explains once."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from nongrata.lists.fields import one_line
from nongrata.lists.publishers.ofac.parts import address_of, document_of, name_of, span_of
from nongrata.lists.record import Address, ListedName
from nongrata.lists.xml import Element, child_of, children_of, local_name, text_in
from nongrata.values import PartialDate

_PLACE = ("CITY", "STATE/PROVINCE", "POSTAL CODE")
_SURNAMES = ("Last Name", "Maiden Name", "Matronymic")
_GIVEN = ("First Name", "Middle Name", "Patronymic")
_PRIMARY_LATIN = "Primary Latin"
_OF_PLACE = ("nationality country", "citizenship country", "registration country", "nationality of registration")


@dataclass(slots=True)
class Known:
    """What the file explains once: its reference values, places, and the documents of each identity."""

    values: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    party_types: dict[str, str] = field(default_factory=dict)  # of a subtype of parties
    places: dict[str, Address] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)  # of a place, in words
    documents: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def called(self, what: str, id_: str | None) -> str:
        """Give what the file calls the value of this id; "" for one that it does not explain."""
        return self.values[what].get(id_ or "", "")

    def kind_of(self, profile: Element) -> str:
        """Give the kind of a party: Individual, Entity, Vessel or Aircraft."""
        subtype = profile.get("PartySubTypeID")
        kind = self.called("PartyType", self.party_types.get(subtype or ""))
        return self.called("PartySubType", subtype) if kind == "Transport" else kind

    def learn(self, record: Element) -> None:
        """Keep what a record explains: a set of reference values, a place, or a document."""
        name = local_name(record)
        if name == "Location":
            self._place(record)
        elif name == "IDRegDocument":
            self._document(record)
        else:
            for value in record:
                id_, what = str(value.get("ID", "")), local_name(value)
                self.values[what][id_] = one_line(value.get("Description") or (value.text or "")[:1_000])
                if what == "PartySubType":
                    self.party_types[id_] = str(value.get("PartyTypeID", ""))

    def _place(self, record: Element) -> None:
        id_ = str(record.get("ID", ""))
        country = self._of_first(record, "LocationCountry", "Country")
        area = country or self._of_first(record, "LocationAreaCode", "AreaCode")
        parts: dict[str, str] = {}
        for part in children_of(record, "LocationPart"):
            values = sorted(children_of(part, "LocationPartValue"), key=lambda each: each.get("Primary") != "true")
            if values:
                parts[self.called("LocPartType", part.get("LocPartTypeID")).upper()] = text_in(values[0], "Value")
        city, region, postcode = (parts.pop(key, "") for key in _PLACE)
        # Whatever else is told (a region, a kind of part that is new) stands with the lines.
        if found := address_of(parts.values(), city, region, postcode, area):
            self.places[id_], self.countries[id_] = found, area

    def _of_first(self, record: Element, tag: str, what: str) -> str:
        found = child_of(record, tag)
        return "" if found is None else self.called(what, found.get(f"{what}ID"))

    def _document(self, record: Element) -> None:
        kind = self.called("IDRegDocType", record.get("IDRegDocTypeID"))
        country = self.called("Country", record.get("IssuedBy-CountryID"))
        if found := document_of(kind, text_in(record, "IDRegistrationNo"), country):
            self.documents[str(record.get("IdentityID", ""))].append(found)


@dataclass(slots=True)
class Features:
    """What the features of a party say."""

    told: list[tuple[str, str]] = field(default_factory=list)
    birth_dates: list[PartialDate] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)


def features_of(profile: Element, known: Known) -> Features:
    """Give what the features and the documents of a party say."""
    found = Features()
    for feature in children_of(profile, "Feature"):
        label = known.called("FeatureType", feature.get("FeatureTypeID"))
        for version in children_of(feature, "FeatureVersion"):
            _read_version(label, version, known, found)
    for identity in children_of(profile, "Identity"):
        found.told += known.documents.get(str(identity.get("ID", "")), ())
    return found


def _read_version(label: str, version: Element, known: Known, found: Features) -> None:
    dates = [day for each in children_of(version, "DatePeriod") if (day := period_of(each))]
    places = [str(each.get("LocationID", "")) for each in children_of(version, "VersionLocation")]
    if label == "Birthdate":
        found.birth_dates += dates
    elif label == "Location":
        found.addresses += [known.places[id_] for id_ in places if id_ in known.places]
    else:
        details = [
            one_line(each.text or "") or known.called("DetailReference", each.get("DetailReferenceID"))
            for each in children_of(version, "VersionDetail")
        ]
        by_country = label.lower() in _OF_PLACE
        located = [
            known.countries[id_] if by_country else known.places[id_].text for id_ in places if id_ in known.places
        ]
        values = [*details, *(str(day) for day in dates), *located]
        found.told += [(label, value) for value in values if label and value]


def names_of(profile: Element, known: Known) -> Iterator[ListedName]:
    """Give the names of a party, the primary one first, and of each the Latin writing first."""
    names: list[ListedName] = []
    for identity in children_of(profile, "Identity"):
        types = {
            str(group.get("ID")): known.called("NamePartType", group.get("NamePartTypeID"))
            for master in children_of(child_of(identity, "NamePartGroups"), "MasterNamePartGroup")
            for group in children_of(master, "NamePartGroup")
        }
        for alias in children_of(identity, "Alias"):
            names += _written(alias, types, known, is_main=identity.get("Primary") == alias.get("Primary") == "true")
    return iter(sorted(names, key=lambda name: name.kind != "primary"))


def _written(alias: Element, types: Mapping[str, str], known: Known, *, is_main: bool) -> Iterator[ListedName]:
    called, is_weak = known.called("AliasType", alias.get("AliasTypeID")), alias.get("LowQuality") == "true"
    names = sorted(
        children_of(alias, "DocumentedName"),
        key=lambda each: known.called("DocNameStatus", each.get("DocNameStatusID")) != _PRIMARY_LATIN,
    )
    for nth, name in enumerate(names):
        if text := _in_order(name, types):
            script = known.called("Script", _script_id(name))
            yield name_of(text, called, is_weak=is_weak, is_primary=is_main and nth == 0, script=script)


def _script_id(name: Element) -> str:
    values = (child_of(part, "NamePartValue") for part in children_of(name, "DocumentedNamePart"))
    return next((str(value.get("ScriptID", "")) for value in values if value is not None), "")


def _in_order(name: Element, types: Mapping[str, str]) -> str:
    """Give a name as OFAC's other files write it: "MARKOV, Ilya Anatolyevich"."""
    parts: dict[str, list[str]] = defaultdict(list)
    for part in children_of(name, "DocumentedNamePart"):
        value = child_of(part, "NamePartValue")
        if value is not None and (text := one_line((value.text or "")[:1_000])):
            parts[types.get(str(value.get("NamePartGroupID")), "")].append(text)
    surname = " ".join(text for kind in _SURNAMES for text in parts.pop(kind, ()))
    given = " ".join(text for kind in _GIVEN for text in parts.pop(kind, ()))
    # Names of companies and ships, nicknames, and any kind of part that is new.
    other = " ".join(text for texts in parts.values() for text in texts)
    return ", ".join(part for part in (" ".join(filter(None, (other.upper(), surname.upper()))), given) if part)


def period_of(period: Element) -> PartialDate | None:
    """Give the date that a period between two boundaries states: a day, a month, a year, or a range."""
    start, end = child_of(period, "Start"), child_of(period, "End")
    first = day_of(child_of(start, "From"))
    last = day_of(child_of(end if end is not None else start, "To"), is_end=True)
    if first is None or last is None:
        return None
    is_about = start is not None and start.get("Approximate") == "true"
    return span_of(first, last, is_about=is_about)


def day_of(element: Element | None, *, is_end: bool = False) -> date | None:
    """Give the day in <Year>, <Month> and <Day>; without a day or month the first, or at an end the last."""
    texts = [text_in(element, tag) for tag in ("Year", "Month", "Day")]
    if not texts[0] or any(text and not (text.isdecimal() and len(text) <= 4) for text in texts):
        return None
    year, month, day = (int(text) if text else None for text in texts)
    try:
        in_month = month or (12 if is_end else 1)
        days = calendar.monthrange(year or 0, in_month)[1]
        return date(year or 0, in_month, day or (days if is_end else 1))
    except (ValueError, calendar.IllegalMonthError):
        return None
