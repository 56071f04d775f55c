"""Bytes as text, in the encoding that they are in."""

from __future__ import annotations

import codecs
import re

from nongrata.values.loading import load

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 256 * 1024  # enough to tell an encoding; the guess is slow on more
_SIGNS = frozenset("‘’“”„‚–—…€£©®°·•«»§¿¡\u00a0\u00ad")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f-\x84\x86-\x9f]")


def decode(body: bytes, *, charset: str | None = None) -> str | None:
    """Give the text of the bytes, or None where no encoding fits.

    A byte order mark decides (and is no part of the text), then UTF-8, then what the server told, then a guess.

    >>> decode("Kœnig".encode("utf-16"))
    'Kœnig'
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _strictly(body[len(mark) :], encoding)
    text = _strictly(body, "utf-8")
    if text is not None:
        return text
    if charset is not None and (text := _strictly(body, charset)) is not None and _is_readable(text):
        return text
    return _guess(body)


def _strictly(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (LookupError, ValueError):  # a charset may be any words, NULs too
        return None


def _guess(body: bytes) -> str | None:
    western = _strictly(body, "cp1252")
    if western is not None and _is_western(western):
        return western
    # What guesses is imported only here: next to all bytes are UTF-8 or say what they are.
    best = load("charset_normalizer:from_bytes")(body[:_SAMPLE]).best()
    if best is None:
        return None
    text = _strictly(body, best.encoding)
    return text if text is not None and _is_readable(text) else None


def _is_western(text: str) -> bool:
    """Be mostly plain Latin, the rest accented letters and typographic signs: another code page shows odd signs."""
    others = [letter for letter in text[:100_000] if not letter.isascii()]
    return len(others) * 6 <= min(len(text), 100_000) and all(x.isalpha() or x in _SIGNS for x in others)


def _is_readable(text: str) -> bool:
    """Hold next to no control characters: a wrong single-byte encoding decodes, but shows it there."""
    return len(_CONTROL.findall(text, 0, 100_000)) * 200 <= min(len(text), 100_000)
