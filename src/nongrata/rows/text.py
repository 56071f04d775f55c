"""A table's bytes as lines of text, of bounded length, in the encoding that they are in."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO

from nongrata.rows.heads import known_heads
from nongrata.values import SourceError
from nongrata.values.loading import load

LONGEST_LINE = 1024 * 1024  # characters
_SAMPLE = 64 * 1024  # enough to tell an encoding; the guess is slow on more
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Code pages that spreadsheet programs write, the likeliest first.
_PAGES = (
    "cp1252", "cp1251", "cp1250", "gb18030", "cp932", "cp949", "big5", "cp1256", "cp1255", "cp1253", "cp1254",
    "koi8_r", "cp866",
)  # fmt: skip
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LETTERS_LOST = re.compile("[\udc80-\udcff]")
_SIGNS = frozenset("‘’“”„‚–—…€£©®°·•«»§¿¡\u00a0\u00ad")


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding, and whether it was only guessed."""

    name: str
    is_guess: bool = False


def encoding_of(head: bytes, source: str) -> Encoding:
    """Give the encoding that a table's first bytes are in. Raises SourceError for bytes that are no text.

    >>> encoding_of("name\\nПутин".encode(), "a.csv").name
    'utf-8'
    >>> encoding_of("имя;дата\\nИванов Иван;1960".encode("cp1251"), "a.csv")
    Encoding(name='cp1251', is_guess=True)
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name)
    if b"\0" in head and (wide := _wide(head)) is not None and not _has_narrow_heads(head):
        return wide
    if len(_NO_TEXT.findall(head)) > 9 + len(head) // 50:
        raise SourceError(source, "found bytes that are no text; wanted csv, xlsx, ods, JSON lines or parquet")
    if decoded(head, "utf-8") is not None:
        return Encoding("utf-8")
    return Encoding(_page_of(head[:_SAMPLE], source), is_guess=True)


def check_encoding(name: str) -> str:
    """Give Python's name of an encoding that a user names. Raises LookupError for none that texts are in."""
    found = codecs.lookup(name)
    if not found._is_text_encoding:
        raise LookupError(name)
    return "utf-8-sig" if found.name == "utf-8" else found.name


def decoded(head: bytes, encoding: str) -> str | None:
    """Give the text of a table's first bytes, whose last letter may be cut; None where they are of no such encoding."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeError:
        return None


def lines_in(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """Give the lines with their ends. One of more than a million letters is cut: no end, then its rest is left out.

    Bytes that are not of this encoding stay as lone surrogates (or as U+FFFD in UTF-16): see `is_broken`.
    """
    errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    text = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="")
    try:
        while line := text.readline(LONGEST_LINE + 1):
            yield line
            while len(line) > LONGEST_LINE and not line.endswith(("\n", "\r")):
                line = text.readline(LONGEST_LINE + 1)
    finally:
        with suppress(ValueError):  # closed already, where nobody asked for the last line
            text.detach()  # the stream is its owner's to close


def is_broken(text: str) -> bool:
    """Hold bytes that were not of the table's encoding."""
    return not text.isascii() and _LETTERS_LOST.search(text) is not None


def _has_narrow_heads(head: bytes) -> bool:
    """Begin with heads that we know, of one byte a letter: what zeros there are came later, by some damage."""
    first = head.partition(b"\n")[0]
    return b"\0" not in first and bool(known_heads(first.decode("utf-8", "replace")))


def _wide(head: bytes) -> Encoding | None:
    """Tell UTF-16 without its mark by the zeros of its Latin letters and line ends."""
    for name, place in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = head[place::2].count(0)
        if zeros * 4 > len(head) // 2 and head[1 - place :: 2].count(0) * 20 < zeros:
            return Encoding(name, is_guess=True)
    return None


def _page_of(head: bytes, source: str) -> str:
    """Give the code page under which the heads are words that we know, else the one that reads best."""
    first = head.partition(b"\n")[0]
    for page in _PAGES:
        if not first.isascii() and (text := decoded(first, page)) is not None and known_heads(text):
            return page
    if (western := decoded(head, "cp1252")) is not None and _is_western(western):
        return "cp1252"
    best = load("charset_normalizer:from_bytes")(head, cp_isolation=list(_PAGES)).best()
    if best is None:
        raise SourceError(source, "found text in no encoding that we can tell; wanted UTF-8, or --encoding NAME")
    return str(best.encoding)


def _is_western(text: str) -> bool:
    """Be mostly plain Latin, the rest accented letters and typographic signs: another code page shows odd signs."""
    others = [letter for letter in text if not letter.isascii()]
    return len(others) * 6 <= len(text) and all(letter.isalpha() or letter in _SIGNS for letter in others)
