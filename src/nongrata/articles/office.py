"""A Word or OpenDocument text as an article. Both are zip archives of XML, and may be hostile.

Layouts: ECMA-376 part 1, section 17 (docx); OASIS OpenDocument 1.3 part 3, section 5 (odt).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from lxml import etree

from nongrata.articles.plain import article_of
from nongrata.articles.record import Article
from nongrata.sources import Capture
from nongrata.values import Skipped

_MOST_PARTS = 5_000
_MOST_BYTES = 64 * 1024 * 1024  # of the text's XML, unpacked; a book has 5
_MOST_RATIO = 200
_RATIO_FROM = 4 * 1024 * 1024
_MOST_CHARACTERS = 1_000_000
_DAMAGE = (EOFError, LookupError, NotImplementedError, OSError, RuntimeError, ValueError, etree.LxmlError,
           zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error)  # fmt: skip
_SAVE = "save the story's text"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box told a second time
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "line-break": "\n", "s": " "}


def read_office(capture: Capture, published: date | None) -> Article | Skipped:
    """Give the article of a Word or OpenDocument text: its paragraphs, a blank line between them; or why not."""
    try:
        with zipfile.ZipFile(io.BytesIO(capture.body)) as archive:
            part = _part(archive)
            reason = _refusal(archive, part)
            text = "" if reason else _text(archive, part)
    except _DAMAGE as error:
        told = " ".join(str(error).split())[:120] or type(error).__name__
        text, reason = "", f"found a damaged document ({told}); wanted one that opens: {_SAVE}"
    if reason is not None:
        return Skipped(stage="articles", item=capture.uri, reason=reason)
    return article_of(capture, text=text, published=published)


def _part(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    return next((name for name in _READERS if name in names), "")


def _refusal(archive: zipfile.ZipFile, part: str) -> str | None:
    """Give why the archive is not to be read, or None."""
    wanted = f"wanted a Word or OpenDocument text: {_SAVE}"
    if not part:
        return f"found a zip archive without a document in it; {wanted}"
    if len(archive.infolist()) > _MOST_PARTS:
        return f"found an archive of {len(archive.infolist()):,} parts; {wanted}"
    member = archive.getinfo(part)
    if member.flag_bits & 1:
        return f"found a document under a password; wanted one without: {_SAVE}"
    is_bomb = member.file_size > _RATIO_FROM and member.file_size > member.compress_size * _MOST_RATIO
    if is_bomb or member.file_size > _MOST_BYTES:
        return f"found a document that unpacks to {member.file_size >> 20} MiB; {wanted}"
    return None


def _text(archive: zipfile.ZipFile, part: str) -> str:
    paragraphs: list[str] = []
    length = 0
    with archive.open(part) as stream:
        for paragraph in _READERS[part](stream.read(_MOST_BYTES + 1)):
            if words := "\n".join(" ".join(line.split()) for line in paragraph.split("\n")).strip():
                paragraphs.append(words)
                length += len(words)
            if length > _MOST_CHARACTERS:
                break  # refused as too long, with its length
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def _root(xml: bytes) -> etree._Element:
    if b"<!DOCTYPE" in xml[:4096] or b"<!ENTITY" in xml:
        raise ValueError("a document type of its own")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(xml, parser)


def _word(xml: bytes) -> Iterator[str]:
    """Give the paragraphs of a Word text; no deleted or hidden words."""
    root = _root(xml)
    space = _W_STRICT if root.tag == f"{_W_STRICT}document" else _W
    for paragraph in root.iter(f"{space}p"):
        if next(paragraph.iterancestors(_FALLBACK, f"{space}del"), None) is None:
            yield "".join(_word_pieces(paragraph, space))


def _word_pieces(paragraph: etree._Element, space: str) -> Iterator[str]:
    for run in paragraph.iter(f"{space}r"):
        if (
            next(run.iterancestors(f"{space}p"), None) is not paragraph
            or run.find(f"{space}rPr/{space}vanish") is not None
        ):
            continue  # of a text box in the paragraph, which has paragraphs of its own; or hidden
        if next(run.iterancestors(f"{space}del", f"{space}moveFrom"), None) is not None:
            continue
        for piece in run:
            name = str(piece.tag).removeprefix(space)
            yield piece.text or "" if name == "t" else _MARKS.get(name, "")


def _open_document(xml: bytes) -> Iterator[str]:
    """Give the paragraphs of an OpenDocument text; no comments, no deleted words."""
    body = _root(xml).find(f"{_OFFICE}body/{_OFFICE}text")
    for paragraph in () if body is None else body.iter(f"{_TEXT}p", f"{_TEXT}h"):
        if next(paragraph.iterancestors(f"{_TEXT}tracked-changes", f"{_OFFICE}annotation"), None) is None:
            yield "".join(_open_pieces(paragraph))


def _open_pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = str(child.tag).removeprefix(_TEXT)
        if name in _MARKS:
            yield _MARKS[name]
        elif name in ("span", "a", "meta"):
            yield from _open_pieces(child)
        yield child.tail or ""


# The part of the archive that holds the text, and what reads it.
_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {"word/document.xml": _word, "content.xml": _open_document}
