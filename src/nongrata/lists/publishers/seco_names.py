"""The names of a Swiss target: parts in an order of their own, each perhaps spelled in other scripts too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice, product

from nongrata.lists.fields import once, one_line
from nongrata.lists.languages import language_of
from nongrata.lists.record import ListedName, NameKind
from nongrata.lists.xml import Element, children_of, text_in

_NAME_KINDS: Mapping[str, NameKind] = {"primary-name": "primary", "alias": "alias", "formerly-known-as": "former"}
_MAX_SPELLINGS = 32  # of one name in one script


def ordered(names: Iterator[ListedName]) -> list[ListedName]:
    """Put the primary name first, and let there be only one."""
    found = list(names)
    first = next((name for name in found if name.kind == "primary"), found[0] if found else None)
    others = [replace(name, kind="alias") if name.kind == "primary" else name for name in found if name is not first]
    return [replace(first, kind="primary"), *others] if first else []


def names_of(party: Element | None) -> Iterator[ListedName]:
    """Give the names of all identities of a target, each in every spelling that the list gives."""
    for name in in_all(identities_of(party), "name"):
        kind = _NAME_KINDS.get(name.get("name-type", ""), "alias")
        yield from _spellings(name, "weak" if name.get("quality") == "low" and kind != "primary" else kind)


def _spellings(name: Element, kind: NameKind) -> Iterator[ListedName]:
    """Give a name as it stands, and in the other spellings of its parts, script by script."""
    parts = [part for part in children_of(name, "name-part") if part.get("name-part-type") != "title"]
    parts.sort(key=_order)
    bases = [one_line(text_in(part, "value")) for part in parts]
    if base := " ".join(filter(None, bases)):
        yield ListedName(text=base, kind=kind, language=language_of(name.get("lang", "")))
    manners = once(_manner(variant) for part in parts for variant in children_of(part, "spelling-variant"))
    for manner in manners:
        choices = [_variants(part, manner) for part in parts]
        is_whole = all(choices)
        if manner[1].upper() in ("", "LATN"):  # what is not spelled anew keeps its spelling
            choices, is_whole = [found or [base] for found, base in zip(choices, bases, strict=True)], True
        other: NameKind = "alias" if kind == "primary" else kind
        for chosen in islice(product(*(found for found in choices if found)), _MAX_SPELLINGS):
            if text := " ".join(filter(None, chosen)):
                yield ListedName(text=text, kind=other if is_whole else "weak", language=language_of(manner[0]))


def _order(part: Element) -> int:
    order = part.get("order", "")
    return int(order) if order.isascii() and order.isdecimal() and len(order) < 4 else 99


def _manner(variant: Element) -> tuple[str, str]:
    return variant.get("lang", ""), variant.get("script", "")


def _variants(part: Element, manner: tuple[str, str]) -> list[str]:
    texts = (one_line(each.text or "") for each in children_of(part, "spelling-variant") if _manner(each) == manner)
    return [text for text in texts if text]


def identities_of(party: Element | None) -> list[Element]:
    """Give the identities of a target, the main one first."""
    return sorted(children_of(party, "identity"), key=lambda each: each.get("main") != "true")


def in_all(identities: list[Element], tag: str) -> Iterator[Element]:
    """Give the elements of this tag in all identities."""
    for identity in identities:
        yield from children_of(identity, tag)
