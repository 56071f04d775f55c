"""PDFs as articles: reading order, whole words, page heads off; scans, passwords and bombs skipped."""

from __future__ import annotations

import io
import time
import zlib
from datetime import UTC, date, datetime

import pytest

from nongrata.articles import Article, read_article
from nongrata.articles.printed import Line, text_of
from nongrata.sources import Capture
from nongrata.sources.kinds import PDF, document_type
from nongrata.values import Skipped

pypdf = pytest.importorskip("pypdf", reason="reads PDFs; comes with the extra `pdf`")

NOW = datetime(2024, 3, 12, 9, 0, tzinfo=UTC)
WORDS = (
    "The harbour master of Varna said on Monday that the tanker had left without its papers",
    "and that two of her officers, both known to the police, were no longer on board when",
    "she was stopped off the coast by a patrol boat.",
)


def pdf_of(*pages: str, packed: bool = False) -> bytes:
    """Give a PDF with these content streams, a page each, in one font."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {number + 1} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(page)
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(out))
        if each.startswith("<<"):
            out += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
        else:
            stream = zlib.compress(each.encode("latin-1")) if packed else each.encode("latin-1")
            told = f"<< /Length {len(stream)}{' /Filter /FlateDecode' if packed else ''} >>"
            out += f"{number} 0 obj\n{told}\nstream\n".encode() + stream + b"\nendstream\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def line(x: float, y: float, words: str, *, size: int = 10) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n"


def capture_of(body: bytes) -> Capture:
    assert document_type(body) == PDF
    return Capture(uri="story.pdf", body=body, media_type=PDF, fetched_at=NOW)


def read(body: bytes) -> Article:
    article = read_article(capture_of(body), published=None)
    assert isinstance(article, Article), article
    return article


def reason_for(body: bytes) -> str:
    skipped = read_article(capture_of(body), published=None)
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("found ")
    assert "wanted" in skipped.reason
    assert "\n" not in skipped.reason
    return skipped.reason


def test_a_headline_and_its_paragraphs_are_read_whole() -> None:
    lines = "".join(line(60, 700 - 12 * i, words) for i, words in enumerate(WORDS))
    page = line(60, 750, "Tanker leaves Varna without papers", size=24) + line(60, 730, "12 March 2024", size=8) + lines

    article = read(pdf_of(page))

    (story,) = article.stories
    assert story.title is not None
    assert story.title.of(article.text) == "Tanker leaves Varna without papers"
    assert story.published.on == date(2024, 3, 12)
    assert " ".join(WORDS) in article.text


def test_two_columns_written_row_by_row_are_read_one_after_the_other() -> None:
    left = ["The first column begins with the", "news of the day, and it goes on", "for some lines until it reaches",
            "the", "foot of the page, where it has to", "stop in the middle of a long"]  # fmt: skip
    right = ["sentence that the second column", "finishes. Then there is another", "paragraph of a few words, which",
             "ends the report of the", "correspondent in the city of Riga", "on Tuesday."]  # fmt: skip
    rows = "".join(
        line(60, 700 - 12 * i, a) + line(320, 700 - 12 * i, b) for i, (a, b) in enumerate(zip(left, right, strict=True))
    )

    text = read(pdf_of(line(60, 750, "Council meets on the harbour", size=20) + rows)).text

    assert "stop in the middle of a long sentence that the second column finishes." in text


def test_heads_and_page_numbers_are_no_part_of_the_story() -> None:
    page = "".join(line(60, 600 - 12 * i, words) for i, words in enumerate(WORDS))
    pages = [line(60, 780, "The Baltic Courier") + line(290, 20, str(number)) + page for number in (11, 12, 13)]

    text = read(pdf_of(*pages)).text

    assert "Courier" not in text
    assert "12" not in text


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("under the inter-", "national measures", "international measures"),
        ("at the plant in Komsomolsk-", "on-Amur", "Komsomolsk-on-Amur"),
        ("a cousin of Bashar al-", "Assad", "al-Assad"),
        ("a so\u00ad", "called envoy", "socalled envoy"),
        ("years 2019-", "2023", "2019-2023"),
    ],
)
def test_a_word_broken_at_a_lines_end_is_whole_again(before: str, after: str, whole: str) -> None:
    lines = [
        Line(page=0, x=60, y=500 - 12 * i, size=10, height=0.5, words=words) for i, words in enumerate((before, after))
    ]

    assert whole in text_of(lines)


def test_a_scan_is_told_as_one() -> None:
    assert "a scan" in reason_for(pdf_of("0 0 600 800 re f", "0 0 600 800 re f"))


def test_a_pdf_under_a_password_is_told_as_one() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_of(line(60, 700, "Secret"))))
    writer.encrypt("hunter2", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)

    assert "under a password" in reason_for(out.getvalue())


@pytest.mark.parametrize("cut", [20, 200, 400])
def test_a_damaged_pdf_is_skipped_or_read(cut: int) -> None:
    body = pdf_of(line(60, 700, "The envoy of the republic left on Monday."))

    found = read_article(capture_of(body[:-cut]), published=None)

    assert isinstance(found, Article | Skipped)


def test_a_page_that_unpacks_to_too_much_is_refused_in_time() -> None:
    bomb = pdf_of("q " * 40_000_000, packed=True)
    started = time.monotonic()

    reason = reason_for(bomb)

    assert time.monotonic() - started < 10
    assert len(bomb) < 1_000_000
    assert "PDF" in reason


def test_a_page_of_a_million_operators_is_refused_in_time() -> None:
    started = time.monotonic()

    reason_for(pdf_of(line(60, 700, "word") * 200_000, packed=True))

    assert time.monotonic() - started < 10


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    assert "401 pages" in reason_for(pdf_of(*[line(60, 700, "word")] * 401))
