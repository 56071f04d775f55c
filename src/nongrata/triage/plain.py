"""The words of a page from its bytes, without a parser: tags and scripts cut out, letters written out, in UTF-8.

Tags within a line (<b>, <span>) vanish without a trace, so that a name they stand in stays whole; where a link begins
and ends is told. Punctuation ends a run of words, a line break in the source does not; all other tags end a part, too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from nongrata.articles.decode import decode
from nongrata.triage.bare import without_scripts

# The bytes that end a run, and that stand by themselves where a part of the page ends, and a link opens and closes.
BREAK, PART, OPENED, CLOSED = 1, 2, 3, 4
MARKS = bytes((PART, OPENED, CLOSED))
_INLINE = re.compile(
    rb"</?(?:abbr|b|bdi|bdo|big|cite|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|tt|u|var|wbr)\b[^<>]*>", re.I
)
_LINK, _LINK_ENDS = re.compile(rb"<a\b[^<>]*>", re.I), re.compile(rb"</a\s*>", re.I)
_TAG = re.compile(rb"<[^<>]*>(?:\s*<[^<>]*>)*")
_BREAKING = b'.,;:!?()[]|/\\\t{}"=*#\x01'
_KEPT = {*MARKS, ord("'")}
_TO_WORDS = bytes(
    BREAK if each in _BREAKING else 32 if each < 128 and not chr(each).isalnum() and each not in _KEPT else each
    for each in range(256)
)
# "«Уральский завод авиации»": of a name between such marks the first word alone has a capital.
_QUOTED = re.compile(rb"\xc2\xab[\xd0\xd1](?:(?!\xc2[\xab\xbb])[^<>\x02]){5,140}(?=\xc2\xbb)")
_HYPHENED = re.compile(rb"\b([A-Z][a-z']{0,6}-)([a-z])(?=[a-z]{1,6}\b)")  # "Jong-un" is two words of a name
_NO_MARKS = bytes(32 if each in MARKS else each for each in range(256))
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
_KATAKANA = rb"(?:\xe3\x82[\xa1-\xbf]|\xe3\x83[\x80-\xbc])+"  # foreign words, which other letters end
_EASTERN = re.compile(_KATAKANA + rb"|[\xe3-\xed][\x80-\xbf][\x80-\xbf]|\xe0[\xb8\xb9][\x80-\xbf]")  # Han, Hangul; Thai
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_HEAD = 4096


def plain_words(body: bytes, *, charset: str | None = None, by_letter: bool = True) -> list[bytes]:
    """Give a page's words in UTF-8, in their case, and its marks; a word that ends a run ends with the byte BREAK.

    Letters of scripts that put no spaces between words, or write what belongs to one behind it, come one by one.

    >>> plain_words(b"<p>Mr <b>Kim</b> Jong&shy;-un, 39.<script>no();</script>")
    [b'\\x02', b'Mr', b'Kim', b'Jong', b'Un\\x01', b'39\\x01', b'\\x02']
    """
    body = _utf8(body, charset)
    body = body.translate(_NO_MARKS)
    if b"<" in body:
        body = _INLINE.sub(b"", without_scripts(body))
        body = _TAG.sub(b" \x02 ", _LINK_ENDS.sub(b" \x04 ", _LINK.sub(b" \x03 ", body)))
    if b"&" in body:
        body = html.unescape(body.decode("utf-8", "replace")).encode("utf-8", "replace")
    if not body.isascii():
        body = _QUOTED.sub(lambda found: found[0].decode("utf-8", "replace").title().encode(), body)
        body = _SIGN.sub(_plain_sign, body)
        body = _EASTERN.sub(rb" \g<0> ", body) if by_letter and _EASTERN.search(body) else body
    body = _HYPHENED.sub(lambda found: found[1] + found[2].upper(), body)
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
