"""A PDF with a text layer as an article. Only this file imports pypdf (the extra `pdf`)."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Iterator
from datetime import date

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, PyPdfError

from nongrata.articles.plain import article_of
from nongrata.articles.printed import Line, text_of
from nongrata.articles.record import Article
from nongrata.sources import Capture
from nongrata.values import Skipped

_MOST_PAGES = 400
_SECONDS = 8.0  # for all pages; one page alone is bounded by what pypdf may unpack and parse
_LIMITS = Configuration(
    zlib_maximum_output_length=20_000_000,
    lzw_maximum_output_length=20_000_000,
    run_length_maximum_output_length=20_000_000,
    array_based_stream_maximum_output_length=20_000_000,
    stream_decoding_work_maximum_length=60_000_000,
    stream_parsing_work_maximum_count=300_000,
    xform_maximum_invocations_per_extraction=500,
    disable_legacy_handling=True,
)
# What pypdf raises on files that are damaged in one place or another.
_DAMAGE = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError, OSError, PyPdfError,
    RecursionError, TypeError, UnicodeError, ValueError,
)  # fmt: skip
_SAVE = "save the story's text"

# It logs each flaw that it works around, on standard error unless told otherwise.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


def read_pdf(capture: Capture, published: date | None) -> Article | Skipped:
    """Give the article of a PDF: its text in reading order, paragraphs whole; or why there is none."""
    try:
        with apply_configuration(_LIMITS):
            text = _text(capture.body)
    except DependencyError:
        text = _Refusal(f"found a PDF under a password; wanted one without: {_SAVE}")
    except MemoryError:
        text = _Refusal(f"found a PDF that unpacks to too much; wanted a story's: {_SAVE}")
    except _DAMAGE as error:
        told = " ".join(str(error).split())[:120] or type(error).__name__
        text = _Refusal(f"found a damaged PDF ({told}); wanted one that opens: {_SAVE}")
    if isinstance(text, _Refusal):
        return Skipped(stage="articles", item=capture.uri, reason=str(text))
    return article_of(capture, text=text, published=published)


class _Refusal(str):
    """A reason, not a text."""

    __slots__ = ()


def _text(body: bytes) -> str:
    reader = PdfReader(io.BytesIO(body), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return _Refusal(f"found a PDF under a password; wanted one without: {_SAVE}")
    pages = len(reader.pages)
    if pages > _MOST_PAGES:
        return _Refusal(f"found a PDF of {pages:,} pages; wanted at most {_MOST_PAGES}: cut it into its stories")
    until = time.monotonic() + _SECONDS
    lines: list[Line] = []
    for number, page in enumerate(reader.pages):
        lines += _lines(page, number)
        if time.monotonic() > until:
            return _Refusal(f"found a PDF that takes more than {_SECONDS:g} s to read; wanted a story: {_SAVE}")
    if not lines:
        what = "1 page" if pages == 1 else f"{pages} pages"
        return _Refusal(f"found a PDF of {what} without text, a scan; wanted one with a text layer: have its text read")
    return text_of(lines)


def _lines(page: PageObject, number: int) -> Iterator[Line]:
    """Give a page's lines in the order in which they were written."""
    found: list[Line] = []
    height = abs(float(page.mediabox.height)) or 1.0
    bottom = float(page.mediabox.bottom)

    def take(text: str, outer: list[float], inner: list[float], _font: object, size: float) -> None:
        x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        scale = abs(inner[3] * outer[3]) or abs(inner[1] * outer[2]) or 1.0
        for words in text.split("\n"):
            if words.strip():
                line = Line(page=number, x=x, y=y, size=float(size) * scale, height=(y - bottom) / height, words=words)
                found.append(line)

    page.extract_text(visitor_text=take)
    yield from found
