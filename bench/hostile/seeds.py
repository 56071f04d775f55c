"""What fuzzing starts from: one small thing of each kind that is read, and what makes a file of altered bytes."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Mapping

CAPTURES = "tests/captures"
_STORY = b"""Tanker stopped off Varna

By Jane Doe

VARNA, March 11 (Reuters) - The tanker Anna (IMO 9074729) was stopped on Monday, the port said.

"She left without papers," Ivan Petrov, 39, told reporters. He is wanted in Bulgaria, and has denied it since 2014.
(Reporting by Jane Doe; Editing by John Roe)Talks on grain resume next weekSubscribe now to read more
"""
_PAGE = b"""<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Tanker stopped | News</title>
<meta property="article:published_time" content="2024-03-12T10:15:00+02:00">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Tanker stopped",
"datePublished":"2024-03-12T08:15:00Z","articleBody":"The tanker Anna was stopped on Monday, the port said."}]}</script>
</head><body><nav><a href="/">Home</a></nav><article class=story><h1>Tanker stopped</h1>
<time datetime="2024-03-12">12.03.2024</time><p>The tanker Anna was stopped off the coast on Monday, the port said.
</p><figure><img alt=x><figcaption>The port. Photo: AP</figcaption></figure><p>Two officers were no longer on board
when she was found, and <a href=/x>nobody</a> knows where they went.</p><ul><li><a href=/y>Another story of the day
</a></li></ul><table><tr><td>a<td>b</table><blockquote class=twitter-tweet><p>She left.</p></blockquote></article>
<div style="display:none">hidden</div><footer>&copy; 2024</footer></body></html>"""
_MAIL = b"""From: desk@example.org\r\nTo: me@example.org\r\nSubject: =?utf-8?q?Alert:_tanker?=\r
Date: Tue, 12 Mar 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r
--b\r\nContent-Type: multipart/alternative; boundary="c"\r\n\r\n--c\r\nContent-Type: text/plain; charset=utf-8\r\n\r
The tanker Anna was stopped on Monday.\r\n--c\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r
PHA+VGhlIHRhbmtlciB3YXMgc3RvcHBlZCBvbiBNb25kYXkuPC9wPg==\r\n--c--\r\n--b\r
Content-Type: text/html; name="a.html"\r\nContent-Disposition: attachment; filename="a.html"\r\n\r
<html><body><p>The crew was questioned by the police on Tuesday.</p></body></html>\r\n--b--\r\n"""
_FEED = b"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><item><title>Ferry sold</title>
<link>https://news.example/1</link><pubDate>Mon, 11 Mar 2024 08:00:00 GMT</pubDate><content:encoded>
<![CDATA[<p>The ferry was sold on Monday.</p>]]></content:encoded></item></channel></rss>"""
_ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Pilot leaves</title><link href="https://n.example/2"/>
<published>2024-03-12T10:00:00+01:00</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The
pilot left.</p></div></content></entry></feed>"""
_WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/3\r\nWARC-Date: 2024-03-12T10:00:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: identity\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n%s\r\n\r\n"
)
_CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(_PAGE), _PAGE)
_WORD = b"""<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:r><w:t>The tanker was</w:t></w:r><w:r><w:tab/><w:t>stopped.</w:t></w:r></w:p><w:p><w:del><w:r><w:t>Not
</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p></w:body></w:document>"""
_PDF = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [4 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
endobj
4 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>
endobj
5 0 obj
<< /Length 131 >>
stream
BT /F1 10 Tf 50 700 Td (The harbour master said on Monday that) Tj 0 -12 Td [(the tan) -20 (ker had left.)] TJ ET
q 1 0 0 1 5 5 cm Q
endstream
endobj
trailer << /Size 6 /Root 1 0 R >>
%%EOF
"""


def _warc() -> bytes:
    http = _WARC.partition(b"\r\n\r\n")[2] % _CHUNKED
    return _WARC % (len(http) - 4, _CHUNKED)


SEEDS: Mapping[str, tuple[bytes, ...]] = {
    "html": (_PAGE,),
    "txt": (_STORY, "Kœnig – “A”\r\n\r\nКиев, 3 июля\u2028…".encode(), "No.\n".encode("utf-16")),
    "eml": (_MAIL, b"From a@b Mon Mar 11 08:00:00 2024\n" + _MAIL.replace(b"\r\n", b"\n")),
    "docx": (_WORD,),
    "warc": (_warc(),),
    "pdf": (_PDF,),
    "feed": (_FEED, _ATOM),
    "story": (_STORY,),  # read to the end: names, lists, events
}


def _zipped(xml: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", xml)
    return out.getvalue()


# Altered bytes seldom pass a check sum: what is packed is packed after the change.
PACKED: Mapping[str, Callable[[bytes], bytes]] = {
    "docx": lambda body: _zipped(body) if len(body) % 8 else body,
    "warc": lambda body: gzip.compress(body, 1) if len(body) % 4 == 0 else body,
}
# Pieces that random bytes would not hit upon.
WORDS = (
    b"<script type=\"application/ld+json\">", b"datePublished", b"<table>", b"<p>", b"</div>", b"<![CDATA[", b"]]>",
    b"&#x", b"display:none", b"itemprop=", b"<blockquote class=twitter-tweet>", b"<!DOCTYPE", b"<!ENTITY", b"%PDF-",
    b"/FlateDecode", b"/ObjStm", b"endstream", b"/Kids", b"/Encrypt", b"Content-Type:", b"boundary=", b"charset=",
    b"quoted-printable", b"message/rfc822", b"Content-Length:", b"WARC/1.1", b"gzip", b"2024-03-12", b"12 March 2024",
    b"IMO 9074729", b"(Reuters) -", b"MOSCOW, ", b"READ MORE: ", b"Reporting by ", b"\xe2\x80\xa8", b"\xf0\x9f\x9a\xa2",
    b"\xff\xfe", b"\x00", b"last week", b"99999999999999", b"LIVE", b"w:p", b"xml:space", b"urn:", b"10:15 - ",
)  # fmt: skip
