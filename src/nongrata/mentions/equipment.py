"""Designated weapons and platforms: Su-35, Hwasong-17, HMS Daring. Generic nouns are not looked for.

The facts are in tables/equipment.toml; equipment.json is its packed form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from nongrata.mentions.equipment_forms import FAMILY, SUFFIXED, compact, has_good_gap, is_written_as
from nongrata.mentions.record import Equipment, EquipmentKind
from nongrata.values import Span

_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"[ \xa0\u202f]|[-–‑—/.'’]")
_DASHES = "-–‑"
_REACH = 3  # words between a designation and the word for its kind: "Patriot air defence system"
_BROKEN = re.compile(r"[.,!?;:()]")
_NAME = r"[A-Z][a-zà-ÿ'’]+"
_CLASS = re.compile(
    rf"(?<![\w-])(?!(?:The|A|An|Its|Their|His|This|That|Two|Three|First|New|Russian|Chinese|Royal|US|American)\s)"
    rf"(?P<name>{_NAME}(?:[ -](?:de |of )?{_NAME}){{0,2}})[- ][Cc]lass(?= (?:[\w-]+ ){{0,3}}"
    r"(?:submarine|destroyer|frigate|cruiser|corvette|(?:aircraft )?carrier|warship|missile boat|patrol (?:boat|ship)"
    r"|landing (?:ship|craft)|amphibious|minesweeper|icebreaker|gunboat|cutter)s?\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    rows: list[tuple[str, EquipmentKind, str]]  # name, kind, country
    forms: dict[str, tuple[int, bool, str]]  # the compact form, lower case: row, whether it needs a cue, as written
    heads: dict[str, int]  # the letters that a form begins with, lower case: how many words it may have
    families: dict[str, list[tuple[int, int, EquipmentKind, str]]]
    makers: re.Pattern[str]
    cues: dict[str, frozenset[str]]
    others: frozenset[str]  # words after which it is something else: "F-1 visa"
    warship: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    equipment: Equipment
    form: str | None  # set where a cue is needed


@lru_cache(maxsize=1)
def _table() -> _Table:
    packed = json.loads(files("nongrata.mentions").joinpath("equipment.json").read_text("utf-8"))
    makers = "|".join(re.escape(maker) for maker in packed["makers"])
    return _Table(
        rows=packed["rows"],
        forms=packed["forms"],
        heads=_heads(packed["forms"], packed["families"]),
        families=packed["families"],
        makers=re.compile(rf"(?<![\w-])(?:{makers})(?:['’]s)?[ \xa0-]$"),
        cues={kind: frozenset(words) for kind, words in packed["cues"].items()},
        others=frozenset(packed["others"]),
        warship=re.compile(
            rf"(?<![\w-])(?:{'|'.join(packed['navies'])}) (?!Bank|Group|Feed|Holding)"
            rf"{_NAME}(?:[ -](?:(?:de|of|and|the|la|du) )*{_NAME}){{0,2}}"
            r"(?: \([A-Z]{1,4}[ -]?\d{1,4}\))?"  # its hull number
        ),
    )


def _heads(forms: dict[str, tuple[int, bool, str]], families: dict[str, object]) -> dict[str, int]:
    heads = {prefix.lower(): 3 for prefix in families}
    for _, _, form in forms.values():
        words = _WORD.findall(form)
        letters = _LETTERS.match(form.lower())
        for head in {letters[0], f"{letters[0]}s"} if letters else ():
            heads[head] = max(heads.get(head, 0), len(words) + 1)  # one more for the s of "David’s Sling’s"
    return heads


def find_equipment(text: str, span_of_story: Span) -> tuple[Equipment, ...]:
    """Give the designated weapons and platforms within the span, in the order of the text.

    >>> [found.name for found in find_equipment("A Sukhoi Su–35 fired Kinzhal missiles.", Span(0, 38))]
    ['Su-35', 'Kh-47M2 Kinzhal']
    """
    table = _table()
    found = list(_designated(text, span_of_story, table))
    cued = {one.form for one in found if one.form is not None and _is_cued(text, one.equipment, table)}
    sure = [
        one.equipment
        for one in found
        if one.form is None or (one.form in cued and (_is_cued(text, one.equipment, table) or _stands_alone(text, one)))
    ]
    ships = list(_ships(text, span_of_story, table))
    at_sea = {offset for ship in ships for offset in range(ship.span.start, ship.span.end)}
    ashore = [one for one in sure if one.span.start not in at_sea and one.span.end - 1 not in at_sea]
    return tuple(sorted([*ships, *ashore], key=lambda equipment: equipment.span))


def _designated(text: str, within: Span, table: _Table) -> Iterator[_Found]:
    words = [Span(*match.span()) for match in _WORD.finditer(text, within.start, within.end)]
    index = 0
    while index < len(words):
        found, count = _longest(text, words, index, table)
        if found is not None:
            yield found
        index += count


def _longest(text: str, words: list[Span], index: int, table: _Table) -> tuple[_Found | None, int]:
    """Give the longest designation that begins with the word, and how many words to go on by."""
    start = words[index].start
    head = _LETTERS.match(text, start)
    most = table.heads.get(head[0].lower(), 0) if head else 0
    if most and not text[start].islower() and not _follows_on(text, start):
        for count in range(_joined(text, words, index, most), 0, -1):
            if found := _read(text, Span(start, words[index + count - 1].end), table):
                return found, count
    return None, 1


def _follows_on(text: str, start: int) -> bool:
    """Stand right behind a dash or a dot of another word: "U.S.-300", "COVID-19"."""
    return start > 1 and text[start - 1] in "-–‑.," and text[start - 2].isalnum()


def _joined(text: str, words: list[Span], index: int, most: int) -> int:
    """Give how many words from here on stand close enough to be one designation."""
    count = 1
    while count < most and index + count < len(words):
        gap = text[words[index + count - 1].end : words[index + count].start]
        if not _GAP.fullmatch(gap):
            break
        count += 1
    return count


def _read(text: str, span: Span, table: _Table) -> _Found | None:
    after = text[span.end : span.end + 2]
    if after[:1] in (".", ",", "%") and (after[:1] == "%" or after[1:].isdigit()):
        return None
    next_word = _WORD.match(text, span.end + 1)
    if next_word is not None and next_word[0].lower() in table.others:
        return None
    return _by_form(text, span, table) or _by_family(text, span, table)


def _by_form(text: str, span: Span, table: _Table) -> _Found | None:
    seen = span.of(text)
    plain = compact(seen)
    suffixed = SUFFIXED.fullmatch(seen)
    for key, end in (
        (plain, span.end),
        (plain.removesuffix("s"), span.end - _plural(seen)),
        (compact(suffixed[1]) if suffixed else "", span.end),
    ):
        entry = table.forms.get(key.lower())
        if entry is not None and is_written_as(seen, entry[2]):
            name, kind, country = table.rows[entry[0]]
            whole = Span(_with_maker(text, span.start, table), end)
            needs_cue = entry[1] and whole.start == span.start
            return _Found(equipment=_equipment(name, whole, kind, country), form=key if needs_cue else None)
    return None


def _plural(seen: str) -> int:
    """Give the length of the ending in "F-16s", "S-400’s"."""
    return 2 if seen.endswith(("'s", "’s")) else int(seen.endswith("s"))


def _by_family(text: str, span: Span, table: _Table) -> _Found | None:
    seen = span.of(text)
    match = FAMILY.fullmatch(compact(seen).removesuffix("s"))
    if match is None or (len(match[1]) == 1 and seen[1] not in _DASHES):
        return None
    for lowest, highest, kind, country in table.families.get(match[1], ()):
        name = f"{match[1]}-{match[2]}"
        if lowest <= int(match[2]) <= highest and has_good_gap(seen, name):
            whole = Span(_with_maker(text, span.start, table), span.end - _plural(seen))
            return _Found(equipment=_equipment(name, whole, kind, country), form=None)
    return None


def _with_maker(text: str, start: int, table: _Table) -> int:
    match = table.makers.search(text, max(0, start - 30), start)
    return match.start() if match else start


def _is_cued(text: str, one: Equipment, table: _Table) -> bool:
    """Stand beside a word for its kind: "Javelin anti-tank missiles", "the missile system Patriot"."""
    cues = table.cues[one.kind]
    after = _BROKEN.split(text[one.span.end : one.span.end + 60])[0]
    before = _BROKEN.split(text[max(0, one.span.start - 40) : one.span.start])[-1]
    near = [*re.findall(r"[\w-]+", after)[: _REACH + 1], *re.findall(r"[\w-]+", before)[-2:]]
    return any(word in cues or word.lower() in cues for word in near)


def _stands_alone(text: str, one: _Found) -> bool:
    """Be no part of a longer name: "the Patriot Act"."""
    end = one.equipment.span.end
    return not text[end + 1 : end + 2].isupper() or text[end : end + 1] != " "


def _ships(text: str, within: Span, table: _Table) -> Iterator[Equipment]:
    for match in table.warship.finditer(text, within.start, within.end):
        yield _equipment(match[0].partition(" (")[0], Span(*match.span()), "ship", None)
    for match in _CLASS.finditer(text, within.start, within.end):
        yield _equipment(f"{match['name']}-class", Span(*match.span()), "ship", None)


def _equipment(name: str, span: Span, kind: EquipmentKind, country: str | None) -> Equipment:
    slug = re.sub(r"[\W_]+", "-", name.lower()).strip("-")
    return Equipment(id=slug, name=name, span=span, kind=kind, maker_country=country)
