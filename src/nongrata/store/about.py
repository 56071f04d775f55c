"""What a judgement on a party and an entry of a list was made of: it is kept, and travels with the judgement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nongrata.screening.judged import Subject, name_key
from nongrata.store.sql.database import day_text, digest_of, json_text, maybe_day


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The party as it was told, the entry's name, and the rules that had spoken for or against."""

    subject: Subject
    caption: str
    told: frozenset[str] = frozenset()


def subject_id(subject: Subject) -> str:
    """Give the id of a party as a story tells of it: the same name and the same facts are the same id."""
    day = day_text(subject.on) if any(kind == "age" for kind, _value in subject.facts) else None
    known = [sorted(map(name_key, subject.names)), subject.schema, sorted(set(subject.facts)), day]
    return f"ng-{digest_of(json_text(known))}"


def about_json(about: About) -> Mapping[str, object]:
    """Give what a judgement was made of, as JSON."""
    subject = about.subject
    return {
        "names": list(subject.names),
        "schema": subject.schema,
        "facts": [list(fact) for fact in subject.facts],
        "on": day_text(subject.on),
        "caption": about.caption,
        "told": sorted(about.told),
    }


def about_of(found: Any) -> About:
    """Give what stands in JSON. Raises ValueError where it does not stand there so."""
    match found:
        case {
            "names": [*names],
            "schema": schema,
            "facts": [*facts],
            "on": on,
            "caption": str(caption),
            "told": [*told],
        }:
            subject = Subject(
                names=tuple(_texts(names)),
                schema=schema if isinstance(schema, str) else None,
                facts=tuple(_fact(fact) for fact in facts),
                on=maybe_day(on if isinstance(on, str) else None),
            )
            return About(subject=subject, caption=caption, told=frozenset(_texts(told)))
        case _:
            raise ValueError("no party and entry")


def _fact(found: object) -> tuple[str, str]:
    match found:
        case [str(kind), str(value)]:
            return kind, value
        case _:
            raise ValueError("no fact")


def _texts(found: Sequence[object]) -> list[str]:
    texts = [each for each in found if isinstance(each, str)]
    if len(texts) != len(found):
        raise ValueError("no text")
    return texts
