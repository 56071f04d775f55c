"""The parts of an entry of OFAC's XML files: names, acts, addresses, dates, links, each from what its shape tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from nongrata.lists.fields import country_of, once, one_line, shortened
from nongrata.lists.languages import language_of_script
from nongrata.lists.publishers.ofac.from_csv import ENTRY_URL, SDN
from nongrata.lists.publishers.ofac.remarks import parts_of
from nongrata.lists.record import Address, Designation, EntityId, Link, ListedName, ListId, NameKind
from nongrata.values import PartialDate

NUMBER = "OFAC "  # and its number: an entry whose name is not told

_BRACKETED = re.compile(r"\((Linked To: .*)\)\.?$")  # the csv puts no brackets around links
_ANOTHER = re.compile(r"\)\s*\((?=Linked To: )")
_NAME_KINDS: Mapping[str, NameKind] = {"f.k.a.": "former"}


def act_of(
    list_id: ListId, entity: str, caption: str, programs: Iterable[str], dates: Iterable[PartialDate] = ()
) -> Designation:
    """Give a designation by OFAC: the first of its dates is when it was listed, the others when it was changed."""
    days = sorted(set(dates))
    return Designation(
        list_id=list_id,
        entity_id=EntityId(entity),
        caption=caption,
        authority="OFAC",
        programs=once(program for each in programs if (program := one_line(each))),
        listed_on=days[0] if days else None,
        source_url=ENTRY_URL + entity,
        amended_on=tuple(days[1:]),
    )


def by_law(act: Designation, authorities: Iterable[str]) -> Designation:
    """Give a designation with the legal authorities that it rests on."""
    return replace(act, legal_act=shortened("; ".join(once(filter(None, authorities)))))


def name_of(text: str, called: str, *, is_weak: bool, is_primary: bool = False, script: str = "") -> ListedName:
    """Give a name as the list calls it: "a.k.a.", "F.K.A.", …; its language where the script tells it.

    >>> name_of("WHITE HERON", "F.K.A.", is_weak=False).kind
    'former'
    """
    kind = "primary" if is_primary else "weak" if is_weak else _NAME_KINDS.get(called.lower(), "alias")
    return ListedName(text=one_line(text), kind=kind, language=language_of_script(script))


def address_of(lines: Iterable[str], city: str, region: str, postcode: str, country: str) -> Address | None:
    """Give an address from its parts; None where nothing is said."""
    place = " ".join(filter(None, (", ".join(filter(None, (one_line(city), one_line(region)))), one_line(postcode))))
    text = ", ".join(part for part in (*map(one_line, lines), place, one_line(country)) if part)
    if not text:
        return None
    return Address(text=text, city=one_line(city) or None, country=country_of(country) if country else None)


def document_of(kind: str, number: str, country: str) -> tuple[str, str] | None:
    """Give a document as the csv tells it: its kind, and its number with the country in brackets."""
    number = one_line(number)
    if not number:
        return None
    return kind, f"{number} ({one_line(country)})" if country else number


def span_of(first: date, last: date, *, is_about: bool = False) -> PartialDate:
    """Give the date that lies between two days: a whole year or month is said as such.

    >>> span_of(date(1957, 1, 1), date(1957, 12, 31), is_about=True)
    PartialDate(text='1957~')
    """
    if first > last:
        first, last = last, first
    if first == last:
        return PartialDate(first.isoformat())
    ends_month = (last + timedelta(days=1)).day == 1 if last < date.max else True
    if first.day != 1 or not ends_month:
        return PartialDate(f"{first.isoformat()}/{last.isoformat()}")
    about = "~" if is_about else ""
    if (first.month, last.month) == (1, 12):
        begins, ends = f"{first.year:04d}", f"{last.year:04d}"
    else:
        begins, ends = f"{first:%Y-%m}", f"{last:%Y-%m}"
    return PartialDate(begins + about if begins == ends else f"{begins}/{ends}")


def in_words(authorities: Iterable[str], measures: Iterable[str]) -> tuple[str, ...]:
    """Give the legal acts and the measures that an entry rests on, as parts of its reasons.

    >>> in_words(["Executive Order 13224 (Terrorism)"], ["Block"])
    ('Legal authority: Executive Order 13224 (Terrorism)', 'Measure: Block')
    """
    said = (("Legal authority", once(filter(None, authorities))), ("Measure", once(filter(None, measures))))
    return tuple(f"{label}: {', '.join(words)}" for label, words in said if words)


def relation(wording: str, name: str, entity: str, *, is_former: bool = False) -> Link:
    """Give a link from how the list words it; only "Owned or Controlled By" names an owner, and is so now.

    Which of OFAC's two lists the other end is on, and at times what its name is, shows only when all are read. A link
    from one list to the other may name nobody; then its number is its name.

    >>> relation("Owned or Controlled By", "ANSAR BANK", "12478").kind
    'owner'
    """
    name = name or NUMBER + entity
    is_owned = wording.lower() == "owned or controlled by" and not is_former
    return Link(
        kind="owner" if is_owned else "linked",
        to_name=name,
        to_id=(SDN, EntityId(entity)) if entity else None,
        source=f"{wording or 'Linked To'}: {name}{' (formerly)' if is_former else ''}",
    )


def remarks_of(text: str) -> Iterator[str]:
    """Give the parts of the remarks of an entry, with its links out of their brackets."""
    if not text:
        return
    links = _BRACKETED.search(text)
    before = text[: links.start()] if links else text
    if before.strip():
        yield from parts_of(before.strip().removesuffix("."))
    if links:
        yield from parts_of(_ANOTHER.sub("; ", links[1]))
