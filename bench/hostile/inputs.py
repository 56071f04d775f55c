"""The worst inputs that we could think of: made, not kept."""

from __future__ import annotations

import base64
import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

S = "The envoy left on Monday, officials said after talks in Geneva that went on for hours and hours. "
P = f"<p>{S}</p>"
LIST = "Ivan Petrov, Acme Holdings Ltd, Kim Jong Un and the tanker Amber Dawn were named by Vladimir Putin on Monday. "


def page(body: str, *, charset: str = "utf-8") -> bytes:
    """Give a page."""
    return f"<!DOCTYPE html><html><head><meta charset={charset}><title>Talks</title></head><body>{body}".encode()


def pdf(*streams: bytes, pages: int = 1, extra: str = "", packed: bool = False, kids: str = "") -> bytes:
    """Give a PDF whose pages share these content streams."""
    kids = kids or "3 0 R " * pages
    contents = " ".join(f"{5 + i} 0 R" for i in range(len(streams)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents [{contents}]"
        " /Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    bodies = [each.encode() for each in objects]
    for stream in streams:
        told = f"<< /Length {len(stream)}{' /Filter /FlateDecode' if packed else ''} >>\nstream\n"
        bodies.append(told.encode() + stream + b"\nendstream")
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for i, each in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += f"{i} 0 obj\n".encode() + each + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out += f"trailer << /Size {len(bodies) + 1} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def zeros(size: int) -> bytes:
    """Give so many spaces, packed by zlib, without holding them."""
    packer = zlib.compressobj(9)
    out = [packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)]
    return b"".join([*out, packer.flush()])


def word(xml: bytes, *, times: int = 1) -> bytes:
    """Give a Word text whose document is this, repeated."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(times):
            part.write(xml)
    return out.getvalue()


def mail(body: str, *, kind: str = "text/plain", more: str = "") -> bytes:
    """Give a letter."""
    return (
        "From: a@b.example\nTo: c@d.example\nSubject: Talks\nDate: Tue, 12 Mar 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
        f"Content-Type: {kind}\n{more}\n{body}"
    ).encode()


def nested_mail(depth: int) -> bytes:
    """Give a letter in a letter in a letter."""
    inner = mail(S)
    for _ in range(depth):
        inner = mail(inner.decode(), kind="message/rfc822")
    return inner


def nested_parts(depth: int) -> bytes:
    """Give a letter whose parts have parts."""
    text = "".join(f"--b{i}\nContent-Type: multipart/mixed; boundary=b{i + 1}\n\n" for i in range(depth))
    return mail(text + f"--b{depth}\nContent-Type: text/plain\n\n{S}\n", kind="multipart/mixed; boundary=b0")


def many_parts(count: int) -> bytes:
    """Give a letter of many parts."""
    return mail(f"--b\nContent-Type: text/plain\n\n{S}\n" * count + "--b--", kind="multipart/mixed; boundary=b")


def warc(body: bytes, *, length: int | None = None) -> bytes:
    """Give an archive of one page."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
    head += "WARC-Date: 2024-03-12T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\n"
    head += f"Content-Length: {length or len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


LAUGHS = "<!DOCTYPE rss [<!ENTITY a 'haha'>" + "".join(
    f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(12)
) + "]><rss><channel><item><title>a</title><description>&m;</description></item></channel></rss>"  # fmt: skip
ITEM = f"<item><title>Talks end</title><description>{S}</description></item>"
PART = "word/document.xml"
W = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
END = b"</w:body></w:document>"
ZIP = "application/zip"
B64 = "Content-Transfer-Encoding: base64\n"
DATA = '<script type="application/ld+json">'
RUSSIAN = f"<p>{'Посол уехал в понедельник, сказали в министерстве. ' * 9}</p>"
LOCKED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'00' * 32}> /P -4 >> /ID [<00><00>]"

INPUTS: Mapping[str, Callable[[], bytes]] = {
    "page: tags never closed": lambda: page(f"<p>{S}<b><i><a href=x><div>" * 20_000),
    "page: nested 10,000 deep": lambda: page("<div>" * 10_000 + P * 20),
    "page: inline tags nested 10,000 deep": lambda: page(f"<p>{S}" + "<b>" * 10_000 + S + "</b>" * 10_000),
    "page: tables nested 2,000 deep": lambda: page("<table><tr><td>" * 2_000 + P * 20),
    "page: 49 MB": lambda: page(P * 450_000),
    "page: 60 MB": lambda: page(P * 560_000),
    "page: 9 MB of paragraphs": lambda: page(P * 80_000),
    "page: 9 MB in one line": lambda: page(f"<p>{S * 90_000}</p>"),
    "page: Cyrillic bytes that say UTF-8": lambda: page("") + RUSSIAN.encode("cp1251") * 9,
    "page: UTF-16 that says latin-1": lambda: page(P * 50, charset="latin-1").decode().encode("utf-16"),
    "page: scripts as text": lambda: page("<script>" + "var a='<p>x</p>';\n" * 100_000 + "</script>" + P * 9),
    "page: a script without end": lambda: page(P * 9 + "<script>" + "var a=1;\n" * 200_000),
    "page: 20,000 attributes": lambda: page("<p " + " ".join(f"a{i}=1" for i in range(20_000)) + f">{S}</p>" + P * 9),
    "page: 200,000 comments": lambda: page("<!-- x -->" * 200_000 + P * 9),
    "page: JSON-LD nested 100,000 deep": lambda: page(DATA + '{"datePublished":' * 100_000 + "</script>" + P * 9),
    "page: 40,000 dates": lambda: page("<p>12 March 2024</p>" * 29_000 + P * 9),
    "page: hidden in hidden": lambda: page("<div style='display:none'>" * 3_000 + P * 3_000),
    "page: every paragraph a link": lambda: page(f"<p><a href=x>Envoys leave the talks in Geneva</a></p>{P}" * 9_000),
    "text: 60 MB": lambda: S.encode() * 600_000,
    "text: 390,000 letters of names": lambda: (LIST * 3_400).encode(),
    "text: one word of 390,000 letters": lambda: b"a" * 390_000,
    "text: 390,000 capitals and hyphens": lambda: b"A-" * 195_000,
    "text: 190,000 digits and dots": lambda: b"1." * 195_000,
    "text: labels of numbers, no numbers": lambda: b"IMO number is tax wallet address SWIFT/BIC: " * 8_800,
    "text: one long false wallet": lambda: b"1A" * 195_000,
    "text: 40,000 short lines": lambda: b"Kim left.\n" * 39_000,
    "text: open brackets and quotes": lambda: "(“[‘".encode() * 97_000,
    "text: commas": lambda: ("Ivan, " * 65_000).encode(),
    "PDF: no text": lambda: pdf(b"0 0 m 100 100 l S"),
    "PDF: password": lambda: pdf(b"BT (x) Tj ET", extra=LOCKED),
    "PDF: 1 GB of spaces packed": lambda: pdf(zeros(1 << 30), packed=True),
    "PDF: packed twenty times": lambda: pdf(*[zeros(20 << 20)] * 20, packed=True),
    "PDF: a tree that bites its tail": lambda: pdf(b"BT (x) Tj ET", kids="2 0 R " * 10),
    "PDF: 100,000 pages": lambda: pdf(b"BT (x) Tj ET", pages=100_000),
    "PDF: a million words in a page": lambda: pdf(b"BT /F1 9 Tf " + b"1 0 Td (word) Tj " * 1_000_000 + b"ET"),
    "Word: 1 GB of spaces packed": lambda: word(b" " * (1 << 20), times=1_024),
    "Word: 60 MB of XML": lambda: word(W.encode() + b"<w:p><w:r><w:t>Kim left.</w:t></w:r></w:p>" * 1_300_000 + END),
    "Word: nested 100,000 deep": lambda: word(W.encode() + b"<w:p>" * 100_000),
    "Word: entities": lambda: word(b"<!DOCTYPE a [<!ENTITY a 'x'>]>" + W.encode() + b"&a;" + END),
    "zip: 60,000 files": lambda: _many_files(60_000),
    "gzip: 1 GB of spaces": lambda: gzip.compress(b" " * (1 << 27), 9) * 8,
    "letter: in a letter, 300 times": lambda: nested_mail(300),
    "letter: parts in parts, 3,000 deep": lambda: nested_parts(3_000),
    "letter: 100,000 parts": lambda: many_parts(100_000),
    "letter: 30 MB attached": lambda: mail(base64.encodebytes(bytes(30 << 20)).decode(), kind=ZIP, more=B64),
    "letter: a head without end": lambda: mail(S) [:60] + b"X-A: " + b"b " * 5_000_000,
    "feed: a billion laughs": lambda: LAUGHS.encode(),
    "feed: 100,000 entries": lambda: f"<rss><channel>{ITEM * 100_000}</channel></rss>".encode(),
    "feed: nested 100,000 deep": lambda: ("<rss>" + "<a>" * 100_000).encode(),
    "WARC: a page of 1 GB packed": lambda: warc(gzip.compress(b" " * (1 << 27), 9) * 8),
    "WARC: a length of 10 TB": lambda: warc(gzip.compress(page(P)), length=10**13),
    "WARC: packed, 1 GB": lambda: gzip.compress(warc(b"x" * (1 << 27)), 9),
}  # fmt: skip


def _many_files(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for i in range(count):
            archive.writestr(f"{i}.txt", "")
        archive.writestr("word/document.xml", W)
    return out.getvalue()
