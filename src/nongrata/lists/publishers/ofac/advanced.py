"""OFAC's sdn_advanced.xml and cons_advanced.xml, in the United Nations' advanced sanctions data model.

Layout: sdn_advanced.xsd (https://ofac.treasury.gov/specially-designated-nationals-list-data-formats-data-schemas). A
real file of 2024, cut to 37 parties, was seen; the whole one was not. The parties come before the entries that say on
which list they are and before what ties them to each other, so that all is gathered first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from nongrata.lists.fields import no_collecting, once, one_line
from nongrata.lists.publishers.ofac.enhanced import list_called
from nongrata.lists.publishers.ofac.entry import MOST, Entries, Entry
from nongrata.lists.publishers.ofac.from_csv import list_of
from nongrata.lists.publishers.ofac.parts import act_of, by_law, in_words, relation, remarks_of
from nongrata.lists.publishers.ofac.party import Known, day_of, features_of, names_of
from nongrata.lists.record import Designation, Link, ListFile, ListId
from nongrata.lists.xml import Element, Opening, child_of, children_of, local_name, records_of, text_in
from nongrata.values import ListError, PartialDate, Skipped

ROOT = "Sanctions"
PAGE = "https://sanctionslist.ofac.treas.gov/Home/SdnList"

_VALUES = (
    *("AliasTypeValues", "AreaCodeValues", "CountryValues", "DetailReferenceValues", "DocNameStatusValues"),
    *("FeatureTypeValues", "IDRegDocTypeValues", "LegalBasisValues", "ListValues", "LocPartTypeValues"),
    *("NamePartTypeValues", "PartySubTypeValues", "PartyTypeValues", "RelationTypeValues", "SanctionsTypeValues"),
    "ScriptValues",
)
_DATE = ("Year", "Month", "Day")
_RECORDS = ("DistinctParty", "ProfileRelationship", "SanctionsEntry", "Location", "IDRegDocument", *_VALUES, *_DATE)
_PROGRAM = "Program"  # the kind of measure whose comment is a programme


@dataclass(slots=True)
class _Act:
    """What the entries say of one party on one of OFAC's two lists."""

    programs: list[str] = field(default_factory=list)
    dates: list[PartialDate] = field(default_factory=list)
    legal: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Gathered:
    """What has been read so far."""

    entries: Entries
    known: Known = field(default_factory=Known)
    acts: dict[str, dict[ListId, _Act]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(_Act)))
    ties: dict[str, list[tuple[str, str, bool]]] = field(default_factory=lambda: defaultdict(list))
    issued: dict[str, str] = field(default_factory=dict)  # the parts of the file's date

    def take(self, record: Element) -> bool:
        """Keep what a record says; give whether reading on makes sense."""
        name = local_name(record)
        if name == "DistinctParty":
            return self.entries.add(_party(record, self.known), record.sourceline)
        if name == "SanctionsEntry":
            self._act(record)
        elif name == "ProfileRelationship":
            former = record.get("Former") == "true"
            wording = self.known.called("RelationType", record.get("RelationTypeID"))
            tie = (wording, str(record.get("To-ProfileID", "")), former)
            self.ties[str(record.get("From-ProfileID", ""))].append(tie)
        elif name in _DATE:  # of <DateOfIssue>: no other date stands so near the root
            self.issued[name] = (record.text or "").strip()[:4]
        else:
            self.known.learn(record)
        return True

    def _act(self, record: Element) -> None:
        list_id = list_called(self.known.called("List", record.get("ListID")))
        act = self.acts[str(record.get("ProfileID", ""))][list_id]
        for event in children_of(record, "EntryEvent"):
            day = day_of(child_of(event, "Date"))
            act.dates += [PartialDate(day.isoformat())] if day else []
            act.legal.append(self.known.called("LegalBasis", event.get("LegalBasisID")))
        for measure in children_of(record, "SanctionsMeasure"):
            kind = self.known.called("SanctionsType", measure.get("SanctionsTypeID"))
            comment = one_line(text_in(measure, "Comment"))
            (act.programs if kind == _PROGRAM else act.measures).append(comment if kind == _PROGRAM else kind)
        for info in children_of(record, "SupportingInfo"):
            act.remarks += remarks_of(text_in(info, "Text", limit=20_000))


def read_ofac_advanced(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this file, under its own date. Raises ListError where it cannot be trusted as a whole."""
    opening = Opening(attribute="Version")
    read = _Gathered(entries=Entries(path=path, wanted="<DistinctParty FixedRef=…> with a primary name"))
    with no_collecting():
        for record in records_of(path, _RECORDS, opening, most=MOST):
            if not read.take(record):
                break
        _tie(read)
    if opening.root == ROOT and not read.acts:
        raise ListError(str(path), "no <SanctionsEntry>, which says who is on which list", "the whole file")
    return read.entries.as_list(opening, ROOT, _issued(read.issued) or version or "undated")


def _issued(parts: Mapping[str, str]) -> str | None:
    try:
        return date.fromisoformat("{Year:0>4}-{Month:0>2}-{Day:0>2}".format(**parts)).isoformat()
    except (KeyError, ValueError):
        return None


def _party(record: Element, known: Known) -> Entry:
    id_, profile = str(record.get("FixedRef", "")), child_of(record, "Profile")
    if profile is None:
        return Entry(id=id_, kind="", names=(), acts=())
    features = features_of(profile, known)
    return Entry(
        id=id_,
        kind=known.kind_of(profile),
        names=tuple(names_of(profile, known)),
        acts=(),
        told=tuple(features.told),
        remarks=tuple(remarks_of(text_in(record, "Comment", limit=20_000))),
        birth_dates=once(features.birth_dates),
        addresses=once(features.addresses),
    )


def _tie(read: _Gathered) -> None:
    """Give each entry what the file says of it elsewhere: its designations and links."""
    found, by_name = read.entries.found, list_of(read.entries.path, [])
    for id_, entry in found.items():
        acts = read.acts.get(id_, {by_name: _Act()})
        of_all = list(acts.values())
        found[id_] = replace(
            entry,
            acts=tuple(_designations(entry, acts)),
            remarks=(*entry.remarks, *(text for act in of_all for text in act.remarks)),
            legal=in_words(
                (text for act in of_all for text in act.legal), (text for act in of_all for text in act.measures)
            ),
            links=once(_links(id_, read)),
        )
    bare, lost = len(found.keys() - read.acts.keys()), len(read.acts.keys() - found.keys())
    for number, what in ((bare, "parties without a <SanctionsEntry>"), (lost, "<SanctionsEntry> without their party")):
        if number:
            reason = f"{number} {what}: the file is a part of a list"
            read.entries.notes.append(Skipped(stage="lists", item=str(read.entries.path), reason=reason))


def _designations(entry: Entry, acts: Mapping[ListId, _Act]) -> Iterator[Designation]:
    for list_id, act in acts.items():
        yield by_law(act_of(list_id, entry.id, entry.names[0].text, act.programs, act.dates), act.legal)


def _links(id_: str, read: _Gathered) -> Iterator[Link]:
    for wording, other, is_former in read.ties.get(id_, ()):
        yield relation(wording, "", other, is_former=is_former)
