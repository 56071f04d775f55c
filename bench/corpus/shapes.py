"""The shapes of real pages: what stands around their stories, cut out, so that another story can be put there.

They are Zyte's news pages, of some hundred outlets. Packed, what is around a story is written as it was packed once:
a crawl of 100,000 pages is made in a minute.
"""

from __future__ import annotations

import gzip
import html
import json
import random
import re
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.corpus.pages import Text, head_of

PAGES = "data/gold/articles_zyte"
LARGEST = 150_000  # bytes of a shape: the largest pages would make a crawl of a few outlets
_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.S | re.I)
_TOLD_TWICE = re.compile(
    r"<title\b.*?</title>|<h1\b.*?</h1>|<script[^>]*ld\+json.*?</script>"
    r"|<meta[^>]*(?:title|description|headline|keywords)[^>]*>",
    re.S | re.I,
)
_TAG = re.compile(r"<[^>]*>")
_FEWEST = 3  # paragraphs of the story that must be found
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A page without its story."""

    before: bytes
    after: bytes
    packed_before: bytes
    packed_after: bytes

    def page(self, story: bytes) -> bytes:
        """Give the page with this story."""
        return self.before + story + self.after

    def record(self, uri: str, story: bytes) -> bytes:
        """Give the page with this story as a packed record of an archive."""
        front = head_of(uri, len(self.before) + len(story) + len(self.after))
        length, checksum = 0, 0
        for part in (front, self.before, story, self.after, b"\r\n\r\n"):
            length, checksum = length + len(part), zlib.crc32(part, checksum)
        packed = _packed(front), self.packed_before, _packed(story), self.packed_after, _packed(b"\r\n\r\n", last=True)
        return b"".join((_GZIP_HEAD, *packed, checksum.to_bytes(4, "little"), length.to_bytes(4, "little")))


def shapes_of(shared: Path) -> list[Shape]:
    """Give the shapes of the labelled pages, where the story can be told from the rest."""
    stories = json.loads((shared / PAGES / "ground-truth.json").read_text("utf-8"))
    found = []
    with tarfile.open(shared / PAGES / "html.tar") as archive:
        for member in sorted(archive.getmembers(), key=lambda each: each.name):
            name = Path(member.name).name.partition(".")[0]
            packed = archive.extractfile(member) if member.isfile() and name in stories else None
            if packed is not None:
                found.append(_shape(gzip.decompress(packed.read()), stories[name]["articleBody"]))
    return [shape for shape in found if shape is not None]


def story_of(text: str, *, mark: str = "") -> bytes:
    """Give a text as a story on a page; a mark of its own makes it no copy of another."""
    title, _, rest = text.partition("\n")
    lines = [line for line in (*rest.splitlines(), mark) if line.strip()]
    told = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    return f"<h1>{html.escape(title)}</h1>\n{told}".encode("utf-8", "replace")


def in_shapes(texts: Iterable[Text], shapes: list[Shape], chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Give each text on a page of some shape, with its kind."""
    for text in texts:
        yield text.kind, chance.choice(shapes).page(story_of(text.body))


def _shape(page: bytes, story: str) -> Shape | None:
    """Cut a page's story out, from its first paragraph to its last; None where too few of them are found."""
    try:
        text = page.decode("utf-8")
    except UnicodeDecodeError:
        return None
    spans = [found.span() for found in _PARAGRAPH.finditer(text) if _is_of(found[1], story)]
    if len(spans) < _FEWEST or len(page) > LARGEST:
        return None
    before, after = (_TOLD_TWICE.sub("", part).encode() for part in (text[: spans[0][0]], text[spans[-1][1] :]))
    return Shape(before=before, after=after, packed_before=_packed(before), packed_after=_packed(after))


def _is_of(paragraph: str, story: str) -> bool:
    said = " ".join(html.unescape(_TAG.sub("", paragraph)).split())
    return len(said) > 40 and said[:60] in " ".join(story.split())


def _packed(part: bytes, *, last: bool = False) -> bytes:
    """Pack a part of a stream such that others can follow."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(part) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)
