"""People's rulings on a name or a row of a table that is screened: they go over what comparing says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nongrata.screening.hits import Hit
from nongrata.screening.judged import Ruling, Rulings, Subject, Weighed, ruled
from nongrata.screening.query import Query

_FACTS: Mapping[str, str] = {
    "birthDate": "birth_date",
    "nationality": "country",
    "citizenship": "country",
    "country": "country",
    "jurisdiction": "country",
    "flag": "country",
    "gender": "gender",
}
_NUMBERS: Mapping[str, str] = {
    "idNumber": "id",
    "passportNumber": "passport",
    "registrationNumber": "registration",
    "taxNumber": "tax",
    "innCode": "inn",
    "ogrnCode": "ogrn",
    "leiCode": "lei",
    "imoNumber": "imo",
    "mmsi": "mmsi",
}
_TELLING = 0.3  # a reason of screening has no weight of its own: each counts as one that tells


def subject_of_row(query: Query) -> Subject:
    """Give a row as judgements know a party."""
    facts = [(_FACTS[name], value) for name, values in query.properties.items() if name in _FACTS for value in values]
    facts += [
        ("identifier", f"{_NUMBERS[name]}:{value}")
        for name, values in query.properties.items()
        if name in _NUMBERS
        for value in values
    ]
    told = tuple((kind, value.lower() if kind in ("country", "gender") else value) for kind, value in facts)
    return Subject(names=query.names, schema=query.schema, facts=told)


def ruled_hits(query: Query, hits: tuple[Hit, ...], rulings: Rulings) -> tuple[Hit, ...]:
    """Give the hits with the verdicts that people's rulings give them, the likest first; what is ruled out stays."""
    about = rulings(query.names) if hits else ()
    if not about:
        return hits
    subject = subject_of_row(query)
    return tuple(_ruled_hit(hit, subject, about) for hit in hits)


def _ruled_hit(hit: Hit, subject: Subject, rulings: Iterable[Ruling]) -> Hit:
    entries = {(act.list_id, act.entity_id) for act in hit.party.designations}
    weighed = [Weighed(rule=each.rule, effect=each.effect, weight=_TELLING) for each in hit.reasons[1:]]
    held = ruled(subject, [each for each in rulings if (each.list_id, each.entity_id) in entries], weighed)
    if held is None:
        return hit
    return replace(hit, verdict=held.verdict or hit.verdict, reasons=(held.reason, *hit.reasons))
