"""Japan's list of those whose assets are frozen under the Foreign Exchange Act, of the Ministry of Finance, as xlsx.

Layout: the workbook itself (mof.go.jp, 経済制裁措置及び対象者リスト), of which that of 5 March 2026 was seen; no schema
is published. A sheet is a programme, and names its columns in its own way (tables/japan.toml). An entry's id is its
sheet's title without its number, and its number in the Foreign Ministry's notice there. Numbers that were struck out
(削除) stay in the workbook without a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from nongrata.lists.fields import names_once, once, one_line, shortened
from nongrata.lists.gathered import Gathered
from nongrata.lists.publishers.mof_fields import (
    COLUMNS,
    addresses,
    aliases,
    births,
    countries,
    is_told,
    items,
    named,
    noted,
    papers,
    phones,
    plain,
    posts,
)
from nongrata.lists.publishers.ofac.from_csv import is_company
from nongrata.lists.record import (
    Designation,
    EntityId,
    Identifier,
    ListedName,
    ListFile,
    ListId,
    Listing,
    NameKind,
)
from nongrata.lists.sheets import sheets_of
from nongrata.values import PartialDate

MOF = ListId("jp_mof")
TITLE = "Japanese Ministry of Finance list of asset freezes"
PAGE = "https://www.mof.go.jp/policy/international_policy/gaitame_kawase/gaitame/economic_sanctions/list.html"

MAX_FIELD = 20_000
_HEADER_WITHIN = 12  # rows of a sheet
_SAYS_SO = "外為法に基づく資産凍結等"
_SHEET = re.compile(r"^\d+\.\s*")
_NUMBER = re.compile(r"[*#]?(\d{1,6})(?:\([*#]\d+\))?")
_NOTICE = re.compile(r"(\d{4})\.(\d{1,2})\.(\d{1,2})(改訂|改正|削除)?")
_STRUCK = "削除"
_PERSON, _BODY = re.compile("個人|入植者"), re.compile("団体|銀行|機関")
_OF_PERSONS = ("born", "born_at", "nation", "passport", "national_id", "title", "position")
_NAME_KINDS: tuple[tuple[str, NameKind], ...] = (("alias", "alias"), ("former", "former"), ("weak", "weak"))
_UN_NUMBER = re.compile(r"[A-Z]{2}[ie]\.\d{3}")

Row = Mapping[str, Sequence[str]]  # our name of a column, and what stands there; several columns may be one of ours


def is_mof_sheet(first_rows: Sequence[Sequence[str]]) -> bool:
    """Be the beginning of Japan's list: its first sheet, which says what it is, or a sheet with the heads of columns.

    >>> is_mof_sheet([["このファイルは、外為法に基づく資産凍結等の措置の情報をExcel形式にしたものです。"]])
    True
    """
    rows = first_rows[:_HEADER_WITHIN]
    return any(_SAYS_SO in cell for row in rows for cell in row) or any(map(_is_header, rows))


def read_mof(path: Path, *, version: str | None = None) -> ListFile:
    """Give the list in this workbook; without a version told, under the day of its newest notice.

    Raises ListError where it cannot be trusted as a whole.
    """
    gathered = Gathered(path=path, list_id=MOF, title=TITLE, wanted="sheets with 告示日付, 告示番号 and 英語表記")
    struck = 0
    newest: list[str] = []
    for title, rows in sheets_of(path):
        program = _SHEET.sub("", plain(title)).strip()
        for number, row in _entries(rows):
            days = _days(row)
            newest += [day.text for day, _ in days]
            if _STRUCK in _first(row, "notified") and not _first(row, "english"):
                struck += 1
                continue
            names = names_once(_names(row))
            entity = _id(program, _first(row, "number"))
            if gathered.is_new(entity, names[0].text if names else "", f"{title}:{number}"):
                gathered.take(_listing(row, names, program, entity))
    if struck:
        gathered.skip(f"{struck} numbers that were struck out (削除), without a name", "all sheets", is_damage=False)
    return gathered.whole(version or max(newest, default=None))


def _is_header(row: Sequence[str]) -> bool:
    return {"告示日付", "告示番号", "英語表記"} <= {cell.strip() for cell in row}


def _entries(rows: Iterator[list[str]]) -> Iterator[tuple[int, Row]]:
    """Give the entries of a sheet with the numbers of their rows; none of a sheet whose notice was repealed."""
    heads: list[str] = []
    for number, cells in enumerate(rows, start=1):
        if heads:
            row: dict[str, list[str]] = {}
            for head, cell in zip(heads, cells, strict=False):
                if text := plain(cell[:MAX_FIELD]).strip():
                    row.setdefault(head, []).extend([text] if is_told(text) else [])
            if any(row.get(column) for column in ("number", "english", "japanese")):
                yield number, row
        elif _is_header(cells):
            heads = [COLUMNS.get("".join(cell.split()), "note") for cell in cells]
        elif number > _HEADER_WITHIN:
            return


def _first(row: Row, column: str) -> str:
    return next(iter(row.get(column, ())), "")


def _id(program: str, number: str) -> str:
    """Give an entry's id from its programme and its number, without the mark of another notice.

    >>> _id("テロリスト等(1)", "3(*290)")
    'テロリスト等(1)|3'
    """
    found = _NUMBER.fullmatch("".join(number.split()))
    return f"{program}|{found[1]}" if found else ""


def _days(row: Row) -> list[tuple[PartialDate, str]]:
    """Give the days of the notices about an entry, each with the word for a change."""
    text = " ".join(row.get("notified", ()))
    found = ((f"{each[1]}-{each[2].zfill(2)}-{each[3].zfill(2)}", each[4] or "") for each in _NOTICE.finditer(text))
    days = []
    for day, word in found:
        try:
            days.append((PartialDate(day), word))
        except ValueError:  # 2012.9.31
            continue
    return days


def _names(row: Row) -> Iterator[ListedName]:
    yield from named(_first(row, "english"), _first(row, "japanese"))
    for column, kind in _NAME_KINDS:
        for text in row.get(column, ()):
            yield from aliases(text, kind)


def _listing(row: Row, names: tuple[ListedName, ...], program: str, entity: str) -> Listing:
    is_person = _is_person(row, program)
    places = once(address for text in row.get("address", ()) for address in addresses(text))
    nations = (code for text in row.get("nation", ()) for code in countries(text))
    found = (*nations, *(address.country for address in places))
    jobs = (post for column in ("title", "position") for text in row.get(column, ()) for post in posts(text))
    return Listing(
        schema="Person" if is_person else "Company" if any(is_company(name.text) for name in names) else "LegalEntity",
        names=names,
        designations=(_designation(row, names[0].text, program, entity),),
        birth_dates=once(date for text in row.get("born", ()) for date in births(text)) if is_person else (),
        birth_places=once(place for text in row.get("born_at", ()) for place in items(text)),
        countries=once(code for code in found if code),
        positions=once(jobs) if is_person else (),
        identifiers=once(_identifiers(row)),
        addresses=places,
    )


def _is_person(row: Row, program: str) -> bool:
    """Tell by the sheet's title; in sheets of both, by whether a column of persons says anything, be it "unknown"."""
    if _PERSON.search(program) or _BODY.search(program):
        return _PERSON.search(program) is not None
    return any(column in row for column in _OF_PERSONS)


def _designation(row: Row, name: str, program: str, entity: str) -> Designation:
    days = _days(row)
    listed = next((day for day, word in days if not word), None)
    notes = (one_line(text) for text in row.get("note", ()))
    return Designation(
        list_id=MOF,
        entity_id=EntityId(entity),
        caption=name,
        authority="Ministry of Finance (Japan)",
        programs=(program,),
        listed_on=listed,
        source_url=PAGE,
        reason=shortened(" ".join(notes)),
        amended_on=once(day for day, word in days if day != listed),
    )


def _identifiers(row: Row) -> Iterator[Identifier]:
    for kind in ("passport", "national_id"):
        for text in row.get(kind, ()):
            yield from papers(text, kind)
    for column in ("phone", "fax"):
        for text in row.get(column, ()):
            yield from (replace(found, kind=column) for found in phones(text))
    for text in row.get("un_reference", ()):
        if _UN_NUMBER.fullmatch(text):
            yield Identifier(kind="un_reference", value=text)
    for text in (*row.get("note", ()), *row.get("address", ())):
        yield from noted(text)
