"""The fields of Japan's list: names in two scripts in one cell, Japanese dates and countries, numbers in prose."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from importlib.resources import files

from nongrata.lists.fields import country_of, date_of, one_line
from nongrata.lists.labelled import labelled_in, refined
from nongrata.lists.publishers.dfat_fields import country_at_end
from nongrata.lists.record import Address, Identifier, ListedName, NameKind
from nongrata.values import PartialDate

_TABLE = json.loads(files("nongrata.lists").joinpath("japan.json").read_text("utf-8"))
COLUMNS: Mapping[str, str] = _TABLE["columns"]
COUNTRIES: Mapping[str, str] = _TABLE["countries"]

_UNKNOWN = re.compile(r"\s*(?:不明|なし|n/?a|unknown|[-－―–—]+)\s*", re.I)
_COUNTRY = re.compile(
    "(?<![ァ-ヶー])(?:" + "|".join(sorted(map(re.escape, COUNTRIES), key=len, reverse=True)) + ")(?![ァ-ヶー])"
)
_JAPANESE = re.compile("[ぁ-ヶ㐀-鿿々]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_ITEM = re.compile(r"\(\s*(?:[a-z]|[ivx]{2,4}|\d{1,2}|別名\d{0,2})\s*\)|【[^】]*】")
_KNOWN_AS = re.compile(
    r"\(?\s*(?:別称|旧称|(?<![A-Za-z])(?:[af]\.?\s?k\.?\s?a\b\.?|also known as))\s*[、,.:：]*\s*", re.I
)
_BRACKETED = re.compile(r"\s*\(([^()]*)\)\s*$")
_SCRIPT = re.compile(
    r"\(?\s*(?:original script\s*[:：]\s*(?P<behind>[^()\n]*)"
    r"|(?<=\()(?P<before>[^()\n:：]*)[:：]\s*original script)\)?",
    re.I,
)
_NOTE = re.compile(r"出生|生まれ|以前|掲載|指定|\bborn\b|listed|passport|旅券|変名", re.I)
_EARLIER = re.compile(r"以前|formerly|previously", re.I)
_BORN_ASIDE = re.compile(r",?\s*born\s.*$", re.I)
_COMPANY_ENDS = re.compile(r"(?:Co|Ltd|Inc|LLC|PLC|GmbH|Corp|Company|Limited|JSC|S\.?A|L\.?L\.?C|Jr|LTDA|AO)\b", re.I)
_RANGE = re.compile(r"(\d{4})年?\s*(?:-|~|〜|から|及び)\s*(\d{4})年")
_DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:\s?(\d{1,2})\s?日)?)?(頃|ごろ)?(?:又は(?:(\d{1,2})月)?\s?(\d{1,2})日)?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SERIAL = re.compile(r"\d{4,5}")
_SERIAL_FROM = date(1899, 12, 30)  # the day 0 of spreadsheets
_SERIALS = range(3_654, 60_000)  # 1910 to 2064
_NUMBER = re.compile(r"(?<![\w-])(?=[\w/-]*\d[\w/-]*\d[\w/-]*\d)[A-Z]{0,4}[ -]?[\dA-Z][\dA-Z/-]{3,}(?![\w年])", re.A)
_DAY = re.compile(r"\d{2,4}年(?:\s?\d{1,2}月)?(?:\s?\d{1,2}日)?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
_PHONE = re.compile(r"\+?\d[\d -]{6,18}\d")


def plain(text: str) -> str:
    """Give a text in its plain forms: full-width letters and digits as the usual ones, katakana as full-width.

    >>> plain("（ａ）ＲＫ　ﾌﾞﾘｰｽﾞ")
    '(a)RK ブリーズ'
    """
    return unicodedata.normalize("NFKC", text)


def is_told(text: str) -> bool:
    """Say something: more than "不明" (unknown)."""
    return bool(text.strip()) and _UNKNOWN.fullmatch(text) is None


def named(english: str, japanese: str) -> Iterator[ListedName]:
    """Give the names that stand in the two columns of names, the Latin one first.

    >>> [name.text for name in named("KIM Test\\n(original script: 김)", "キム・テスト")]
    ['KIM Test', '김', 'キム・テスト']
    """
    kind: NameKind = "primary"
    latin = one_line(_SCRIPT.sub(" ", english)).removesuffix("(").strip()
    scripts = [one_line(found["behind"] or found["before"] or "") for found in _SCRIPT.finditer(english)]
    for text in (latin, *scripts, one_line(japanese)):
        if is_told(text):
            yield ListedName(text=text, kind=kind)
            kind = "alias"


def aliases(text: str, kind: NameKind) -> Iterator[ListedName]:
    """Give the names in a field that holds several, in Japanese and in Latin letters.

    >>> [name.text for name in aliases("(a)アブ(Abu)、(b)テク\\n(a.k.a.: (a)Abu Test (b)Tek, born in 1955)", "alias")]
    ['アブ', 'Abu', 'テク', 'Abu Test', 'Tek']
    """
    if not is_told(text):
        return
    marked = _ITEM.search(text) is not None or ";" in text
    parted = _KNOWN_AS.sub(
        ";", _ITEM.sub(";", _SCRIPT.sub(lambda found: f";{found['behind'] or found['before']};", text))
    )
    for line in _lines(parted):
        for piece in re.split("[;、､]", line):
            for name in [piece] if marked or not _is_latin(piece) else _between_commas(piece):
                yield from _name(name, kind)


def _lines(text: str) -> Iterator[str]:
    """Give the lines of a field, joined where one goes on with the letters of the one before."""
    so_far = ""
    for line in filter(str.strip, text.split("\n")):
        if so_far and _goes_on(so_far, line):
            so_far = f"{so_far} {line.strip()}"
            continue
        if so_far:
            yield so_far
        so_far = line.strip()
    yield so_far


def _goes_on(so_far: str, line: str) -> bool:
    if so_far.count("(") > so_far.count(")"):
        return True
    return _is_latin(so_far) == _is_latin(line) and ";" not in line and so_far[-1] not in ";、"


def _is_latin(text: str) -> bool:
    return _LATIN.search(text) is not None and _JAPANESE.search(text) is None


def _between_commas(text: str) -> Iterator[str]:
    whole = ""
    for part in filter(None, re.split(r"\s*,\s*", text)):
        if whole and _COMPANY_ENDS.match(part):
            whole = f"{whole}, {part}"
            continue
        if whole:
            yield whole
        whole = part
    if whole:
        yield whole


def _name(text: str, kind: NameKind) -> Iterator[ListedName]:
    """Give the name in a piece of a field, and the one in brackets behind it in the other script."""
    ours: NameKind = "former" if _EARLIER.search(text) and kind == "alias" else kind
    rest = one_line(text)
    inside: list[str] = []
    while found := _BRACKETED.search(rest):
        rest = rest[: found.start()]
        if not _NOTE.search(found[1]):
            inside.insert(0, found[1])
    if inside and bool(_JAPANESE.search(rest)) == bool(_JAPANESE.search(inside[0])):
        rest, inside = f"{rest} ({inside[0]})" if rest else inside[0], inside[1:]
    for each in (rest, *inside):
        name = _BORN_ASIDE.sub("", each).strip(' ,.;:「」『』“”"・')
        name = name if name.count("(") == name.count(")") else name.replace("(", " ").replace(")", " ").strip()
        if len(name) > 1 and is_told(name):
            yield ListedName(text=one_line(name), kind=ours)


def births(text: str) -> Iterator[PartialDate]:
    """Give the dates of birth in a field: Japanese, ISO, or the number of a spreadsheet's day.

    >>> [found.text for found in births("(a)1955年-1958年頃 (b)1960年 (c)1973年7月1日又は7月10日")]
    ['1955/1958', '1960', '1973-07-01', '1973-07-10']
    >>> [found.text for found in births("13633")], [found.text for found in births("1963年頃")]
    (['1937-04-28'], ['1963~'])
    """
    stripped = text.strip()
    if _SERIAL.fullmatch(stripped) and int(stripped) in _SERIALS:
        yield PartialDate((_SERIAL_FROM + timedelta(days=int(stripped))).isoformat())
        return
    for first, last in _RANGE.findall(text):
        if date := date_of(f"{first} to {last}"):
            yield date
    for found in _DATE.finditer(_RANGE.sub(" ", text)):
        yield from _dates(found)
    if not _DATE.search(text):
        years = _ISO.findall(text) or [part.strip() for part in re.split(r"[,;\n]", text)]
        yield from (date for each in years if (date := date_of(each)))


def _dates(found: re.Match[str]) -> Iterator[PartialDate]:
    year, month, day, about, other_month, other_day = found.groups()
    parts = [year, *(each.zfill(2) for each in (month, day) if each)]
    if date := date_of("-".join(parts) + ("~" if about and not month else "")):
        yield date
    if other_day and (date := date_of(f"{year}-{(other_month or month or '').zfill(2)}-{other_day.zfill(2)}")):
        yield date


def items(text: str) -> list[str]:
    """Give the parts of a field that counts them with letters, or the field as the only one; none of what is unknown.

    >>> items("(a)カブール (b) ヘラート"), items("不明")
    (['カブール', 'ヘラート'], [])
    """
    parts = (one_line(part).strip(" 、,;") for part in _ITEM.split(text))
    return [part for part in parts if is_told(part)]


def countries(text: str) -> Iterator[str]:
    """Give the codes of the countries that a field names, in Japanese or English."""
    if found := _COUNTRY.findall(text):
        yield from (COUNTRIES[name] for name in found)
        return
    for part in re.split(r"[;,、\n]|\band\b|及び", text):
        if code := country_of(re.sub("[^A-Za-z' -]", "", part)):
            yield code


def addresses(text: str) -> Iterator[Address]:
    """Give the addresses in a field, each with its country where it names one."""
    for item in items(text):
        found = _COUNTRY.findall(item)
        # A Japanese address begins with its country, one in Latin letters ends with it.
        yield Address(text=item, country=COUNTRIES[found[0]] if found else country_at_end(item))


def posts(text: str) -> Iterator[str]:
    """Give the posts in a field; in English, where they stand in both languages.

    >>> list(posts("ロシア連邦国家院議員\\nMember of the State Duma")), list(posts("Haji(ハッジ)"))
    (['Member of the State Duma'], ['Haji'])
    """
    for item in _ITEM.split(text):
        lines = [line for line in item.split("\n") if is_told(line)]
        english = [line for line in lines if _is_latin(line)] or lines
        if english:
            whole = one_line(" ".join(english))
            bare = _BRACKETED.sub("", whole)
            yield (bare if _is_latin(bare) else whole).strip(" 、,;")


def papers(text: str, kind: str) -> Iterator[Identifier]:
    """Give the numbers of passports or identity papers in a field, with the country that each names.

    >>> [(found.value, found.country) for found in papers("ロシア旅券 D000763(1997年1月9日発行)", "passport")]
    [('D000763', 'ru')]
    """
    for item in items(text):
        country = next(iter(countries(item)), None)
        for number in _NUMBER.findall(_DAY.sub(" ", item)):
            yield refined(Identifier(kind=kind, value=one_line(number), country=country))


def phones(text: str) -> Iterator[Identifier]:
    """Give the telephone numbers in a field."""
    yield from (Identifier(kind="phone", value=one_line(found)) for found in _PHONE.findall(text))


def noted(text: str) -> Iterator[Identifier]:
    """Give the numbers that a note tells behind their label."""
    for found in labelled_in(text.replace("番号", " number ")):
        if len(found.value) <= 24:
            yield found
