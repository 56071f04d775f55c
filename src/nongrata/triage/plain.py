"""The words of a page from its bytes, without a parser: tags and scripts cut out, letters written out, in UTF-8.

Tags within a line (<b>, <a>, <span>) vanish without a trace, so that a name they stand in stays whole; all others, and
punctuation, end a run of words, which a line break in the source does not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from nongrata.articles.decode import decode

BREAK = 1  # the byte that ends a run
_OPENED = re.compile(rb"<(script|style|svg|template|!--)", re.I)
_INLINE = re.compile(
    rb"</?(?:a|abbr|b|bdi|bdo|big|cite|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|tt|u|var|wbr)\b[^<>]*>", re.I
)
_TAG = re.compile(rb"<[^<>]*>")
_BREAKING = b'.,;:!?()[]|/\\\t{}"=*#\x01'
_TO_WORDS = bytes(
    BREAK if each in _BREAKING else 32 if each < 128 and not chr(each).isalnum() and each != 39 else each
    for each in range(256)
)
_TELLS_TAG = b"\x01"
# What is no letter though it is no ASCII: signs of Latin-1, Arabic, U+2000 to U+207F, East Asian and full-width ones.
_SIGN = re.compile(
    rb"(?:\xe2[\x80\x81]|\xe3\x80|\xef[\xbb\xbc]|[\xc2\xca\xd8])[\x80-\xbf]|\xe3\x83\xbb",
)
_SIGNS: Mapping[bytes, bytes] = {
    letter.encode(): becomes
    for letters, becomes in (
        ("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff", b""),  # without width
        ("‘’′ʻʼʹʾʿ", b"'"),
        ("\u00a0\u00b7\u2010\u2011\u2012\u2013\u2028\u2029\u202f\u3000\u30fb", b" "),
        ("".join(map(chr, range(0x2000, 0x200B))), b" "),
        ("—―“”„‟†‡•…‰‹›¡¢£¤¥¦§¨©«¬®¯°±´¶¸»¿؛؟،", b"\x01"),
        ("".join(map(chr, (*range(0x3001, 0x3030), *range(0xFF01, 0xFF10), *range(0xFF1A, 0xFF20)))), b"\x01"),
    )
    for letter in letters
}
_EASTERN = re.compile(rb"[\xe3-\xed][\x80-\xbf][\x80-\xbf]|\xe0[\xb8\xb9][\x80-\xbf]")  # kana, Han, Hangul; Thai
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_HEAD = 4096


def plain_words(body: bytes, *, charset: str | None = None) -> list[bytes]:
    """Give a page's words in UTF-8, in their case; one that ends a run ends with the byte BREAK.

    Letters of scripts that put no spaces between words come one by one.

    >>> plain_words(b"<p>Mr <b>Kim</b> Jong&shy;-un, 39.<script>no();</script>")
    [b'\\x01', b'Mr', b'Kim', b'Jong', b'un\\x01', b'39\\x01', b'\\x01']
    """
    body = _utf8(body, charset)
    if b"<" in body:
        body = _TAG.sub(_TELLS_TAG, _INLINE.sub(b"", _without_scripts(body)))
    if b"&" in body:
        body = html.unescape(body.decode("utf-8", "replace")).encode("utf-8", "replace")
    if not body.isascii():
        body = _SIGN.sub(_plain_sign, body)
        body = _EASTERN.sub(rb" \g<0> ", body) if _EASTERN.search(body) else body
    return body.translate(_TO_WORDS).replace(b"\x01", b"\x01 ").split()


def _plain_sign(found: re.Match[bytes]) -> bytes:
    return _SIGNS.get(found[0], found[0])


def _utf8(body: bytes, charset: str | None) -> bytes:
    if body.isascii() or _is_utf8(body):
        return body
    named = _CHARSET.search(body[:_HEAD])
    text = decode(body, charset=charset or (named[1].decode("ascii") if named else None))
    return (body.decode("utf-8", "replace") if text is None else text).encode("utf-8", "replace")


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _without_scripts(body: bytes) -> bytes:
    """Give a page without scripts, styles, drawings and comments; one that never ends is left as it is."""
    kept: list[bytes] = []
    at = 0
    while (found := _OPENED.search(body, at)) is not None:
        ends = b"-->" if found[1] == b"!--" else b"</" + found[1]
        end = body.find(ends, found.end())
        if end < 0:
            break
        kept.append(body[at : found.start()])
        at = end + 3 if found[1] == b"!--" else end
    return b" ".join([*kept, body[at:]])
