"""A mapping's properties read one by one: what each holds, and what of it could not be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from nongrata.lists import ListedName
from nongrata.screening.entities.numbers import Number, number_of
from nongrata.screening.entities.properties_record import Subject
from nongrata.screening.entities.properties_values import (
    Told,
    country_from,
    date_from,
    gender_from,
    names_within,
    texts_in,
    whole_number_from,
)
from nongrata.screening.entities.properties_words import (
    COUNTRIES,
    DATES,
    FAMILY_WORDS,
    GIVEN,
    MIDDLE,
    NAMES,
    NOT_COMPARED,
    NUMBERS,
    SCHEMA_OF,
    SCHEMAS,
    TEXTS,
    TONNES,
)
from nongrata.values import Skipped

MAX_NAMES = 200  # of one party: the longest-named of real lists has about 120
MAX_VALUES = 80  # of one property that is no name


class Reader:
    """Takes a mapping's properties one by one, and keeps what it could not use."""

    def __init__(self, side: str, names_in: frozenset[str] | None) -> None:
        self._side, self._names_in = side, names_in
        self._skipped: list[Skipped] = []
        self._names: list[ListedName] = []
        self._found: dict[str, list[Any]] = {}
        self._numbers: list[Number] = []

    def read(self, source: Mapping[Any, Any], schema: str | None) -> Subject:
        """Give the party."""
        told = source.get("schema")
        known = self._schema(schema if schema is not None else told)
        properties = source.get("properties", source)
        if not isinstance(properties, Mapping):
            self._skip("properties", f"found {type(properties).__name__}, wanted a mapping of lists")
            properties = {}
        for key, value in properties.items():
            self._take(str(key), value)
        if not self._names:
            self._names_from_parts(source.get("caption"))
        return self._subject(known)

    def _subject(self, schema: str | None) -> Subject:
        sets = ("countries", "flags", "past_flags", "born_in", "genders")
        kept: dict[str, Any] = {
            name: (frozenset if name in sets else tuple)(dict.fromkeys(values)) for name, values in self._found.items()
        }
        return Subject(
            schema=schema,
            names=tuple({name.text: name for name in reversed(self._names)}.values())[::-1],
            numbers=tuple(dict.fromkeys(self._numbers)),
            skipped=tuple(self._skipped),
            **kept,
        )

    def _schema(self, told: object) -> str | None:
        if told is None or told == "":
            return None
        found = SCHEMA_OF.get(told.strip().lower()) if isinstance(told, str) else None
        if found is None:
            self._skip("schema", f"found {shortened(told)!r}, wanted one of {', '.join(SCHEMAS)}")
        return found

    def _take(self, name: str, value: object) -> None:
        key = name.replace("_", "").replace(" ", "").lower()
        if key in NOT_COMPARED:
            return
        take = self._way(key)
        if take is None:
            self._skip(name, "no property that is compared")
            return
        for count, told in enumerate(texts_in(value)):
            most = MAX_NAMES if key in NAMES else MAX_VALUES
            if count >= most:
                self._skip(name, f"more than {most} values; the first are compared")
                return
            reason = told.problem or take(key, told)
            if reason:
                self._skip(name, reason)

    def _way(self, key: str) -> Any:
        ways = (
            (NAMES, self._name),
            (NUMBERS, self._number),
            (DATES, self._date),
            (COUNTRIES, self._country),
            (TEXTS, self._text),
            ((*GIVEN, *MIDDLE, *FAMILY_WORDS), self._part),
            (TONNES, self._tonnes),
            (("gender", "sex"), self._gender),
            (("age",), self._age),
        )
        return next((way for keys, way in ways if key in keys), None)

    def _name(self, key: str, told: Told) -> str | None:
        if self._names_in is not None and key not in self._names_in:
            return None
        if len(self._names) >= MAX_NAMES:
            return f"more than {MAX_NAMES} names; the first are compared"
        self._names.append(ListedName(text=told.text, kind=NAMES[key]))
        self._names += [ListedName(text=text, kind=kind) for text, kind in names_within(told.text)]
        return None

    def _part(self, key: str, told: Told) -> None:
        part = "given" if key in GIVEN else "middle" if key in MIDDLE else "family"
        self._add(part, told.text)

    def _number(self, key: str, told: Told) -> str | None:
        found = number_of(NUMBERS[key], told.text)
        if isinstance(found, str):
            return found
        self._numbers.append(found)
        return None

    def _date(self, key: str, told: Told) -> str | None:
        return self._add(DATES[key], date_from(told.text), f"{told.text[:40]!r} is no date")

    def _country(self, key: str, told: Told) -> str | None:
        return self._add(COUNTRIES[key], country_from(told.text), f"{told.text[:40]!r} is no country")

    def _text(self, key: str, told: Told) -> None:
        if key == "addressentity" and not told.is_nested:
            return  # another entity's id
        self._add(TEXTS[key], told.text)

    def _tonnes(self, key: str, told: Told) -> str | None:
        return self._add("tonnes", whole_number_from(told.text, most=1_000_000), f"{told.text[:40]!r} is no tonnage")

    def _gender(self, key: str, told: Told) -> str | None:
        return self._add("genders", gender_from(told.text), f"{told.text[:40]!r} is no gender that is compared")

    def _age(self, key: str, told: Told) -> str | None:
        return self._add("ages", whole_number_from(told.text, most=130), f"{told.text[:40]!r} is no age")

    def _add(self, field: str, value: object, problem: str | None = None) -> str | None:
        if value is None:
            return problem
        self._found.setdefault(field, []).append(value)
        return None

    def _names_from_parts(self, caption: object) -> None:
        given, middle, family = (self._found.get(part, []) for part in ("given", "middle", "family"))
        whole = " ".join(_once([*given[:1], *middle[:2], *family[:1]]))
        if whole:
            self._names.append(ListedName(text=whole, kind="primary"))
        elif isinstance(caption, str):
            self._take("name", caption)

    def _skip(self, item: str, reason: str) -> None:
        shown = item[:60] if item[:60].isprintable() else repr(item[:60])
        skipped = Skipped(stage="screening", item=f"{self._side}.{shown}", reason=reason)
        if skipped not in self._skipped:
            self._skipped.append(skipped)


def _once(parts: Iterable[str]) -> Iterator[str]:
    """Give the parts without those that an earlier part holds: ABDUL AZIZ, Aziz."""
    seen: set[str] = set()
    for part in parts:
        words = part.casefold().split()
        if not seen.issuperset(words):
            yield part
        seen.update(words)


def shortened(value: object) -> str:
    """Give a value as an error shows it: a text in 60 characters, of all else its type."""
    shown = value if isinstance(value, str) else type(value).__name__
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
