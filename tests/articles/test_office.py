"""Word and OpenDocument texts as articles: their paragraphs, nothing deleted or hidden; bombs and damage skipped."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest

from nongrata.articles import Article, read_article
from nongrata.sources import Capture
from nongrata.sources.kinds import DOCX, ODT, document_type
from nongrata.values import Skipped

NOW = datetime(2024, 3, 12, 9, 0, tzinfo=UTC)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
OD = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


def docx(body: str) -> bytes:
    xml = f'<?xml version="1.0"?><w:document {W} {MC}><w:body>{body}</w:body></w:document>'
    return zipped(word__document_xml=xml, docProps__core_xml="<x/>")


def odt(body: str) -> bytes:
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    xml = f"<office:document-content {OD}>{inner}</office:document-content>"
    return zipped(mimetype=ODT, content_xml=xml)


def p(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"


def read(body: bytes) -> Article | Skipped:
    media_type = document_type(body)
    assert media_type in (DOCX, ODT)
    return read_article(Capture(uri="story", body=body, media_type=media_type, fetched_at=NOW), published=None)


def text_of(body: bytes) -> str:
    article = read(body)
    assert isinstance(article, Article), article
    return article.text


def reason_for(body: bytes) -> str:
    skipped = read(body)
    assert isinstance(skipped, Skipped)
    assert "wanted" in skipped.reason
    assert "\n" not in skipped.reason
    return skipped.reason


def test_a_word_text_is_its_paragraphs() -> None:
    body = docx(
        p("<w:t>Ferry line changes hands</w:t>")
        + p("<w:t xml:space='preserve'>The line was </w:t>", "<w:t>sold on Monday,</w:t><w:tab/><w:t>he said.</w:t>")
        + "<w:tbl><w:tr><w:tc>" + p("<w:t>Price: undisclosed</w:t>") + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip

    text = text_of(body)

    assert text == "Ferry line changes hands\n\nThe line was sold on Monday, he said.\n\nPrice: undisclosed\n"


def test_what_was_deleted_or_hidden_is_not_read() -> None:
    body = docx(
        "<w:p><w:del><w:r><w:delText>Sold</w:delText></w:r></w:del><w:ins><w:r><w:t>Leased in May.</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>For the desk only.</w:t></w:r></w:p>"
    )

    assert text_of(body) == "Leased in May.\n"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('<w:t>A box with a quote.</w:t>')}</w:txbxContent>"
    body = docx(
        p(
            f"<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>",
            "<w:t>The story.</w:t>",
        )
    )

    assert text_of(body).count("A box with a quote.") == 1
    assert "The story." in text_of(body)


def test_an_open_document_is_its_paragraphs() -> None:
    body = odt(
        "<text:tracked-changes><text:p>Old words</text:p></text:tracked-changes>"
        "<text:h>Ferry line changes hands</text:h>"
        "<text:p>The line<text:s/>was <text:span>sold<office:annotation><text:p>really?</text:p></office:annotation> on"
        "</text:span> Monday.</text:p>"
    )

    assert text_of(body) == "Ferry line changes hands\n\nThe line was sold on Monday.\n"


def test_an_entity_is_never_resolved() -> None:
    xml = f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {W}><w:body>{p("<w:t>&a;</w:t>")}</w:body></w:document>'

    assert "document type" in reason_for(zipped(word__document_xml=xml))


def test_a_bomb_is_refused() -> None:
    assert "unpacks to" in reason_for(docx(p("<w:t>" + "a" * 30_000_000 + "</w:t>")))


def test_an_empty_document_is_no_story() -> None:
    assert "white space" in reason_for(docx("<w:p/>"))


@pytest.mark.parametrize("at", range(60, 400, 17))
def test_a_damaged_document_is_skipped_or_read(at: int) -> None:
    body = bytearray(docx(p("<w:t>The line was sold on Monday, its owner said.</w:t>")))
    body[at % len(body)] ^= 0xFF
    capture = Capture(uri="story", body=bytes(body), media_type=DOCX, fetched_at=NOW)

    assert isinstance(read_article(capture, published=None), Article | Skipped)
