"""A text's paragraphs, each with what it is: body, headline or a kind of furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from nongrata.articles.dateline import Dateline, read_dateline
from nongrata.articles.furniture.glued import cut_glued, is_headline
from nongrata.articles.furniture.headings import is_heading
from nongrata.articles.furniture.told import kind_of
from nongrata.articles.paragraphs import split_paragraphs
from nongrata.articles.published import is_date_line
from nongrata.articles.record import FurnitureKind
from nongrata.values import Span

BlockKind = FurnitureKind | Literal["body", "headline", "date"]
OUTSIDE = frozenset({"teaser", "related", "paywall", "subscribe", "navigation"})  # ends a story when it comes last

SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?:\s*[■□◼◆∎])?$")
FEWEST_WORDS = 6  # of a sentence that only a story has
# "Jane Doe | 4 March 2024"
_SIGNED_ON = re.compile(r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,3}\s*(?:[|,·•]|\s[-–—])\s*(?=\S)")
_ZONE = r"(?:\s?(?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T|MSK|IST|KST|JST|local time))?"
_AGO = r"(?:just now|(?:an?|\d{1,2}) ?(?:m|min(?:ute)?|h|hour|hr|d|day)s?(?:,? \d{1,2} min(?:ute)?s?)? ago)"
_CLOCK = rf"[\[(]?\d{{1,2}}(?:[:.h]\d{{2}}(?:\s?[apAP]\.?[mM]\.?)?|\s?[apAP]\.?[mM]\.?){_ZONE}[\])]?"
_STAMP = re.compile(
    rf"(?:{_AGO}(?: \({_CLOCK}\)?)?|{_CLOCK})"  # "5h ago (16:32 GMT)"
    r"(?:\s*[-–—:|]\s+|\s*$|\s+(?=[A-Z“\"]))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, or a part of one that was glued on."""

    span: Span
    kind: BlockKind
    glued: bool = False  # stood at the end of another paragraph
    heads_box: bool = False  # "Related stories": what follows belongs to it
    stamped: bool = False  # begins with the time of day, as a live blog's entries do
    dateline: Dateline | None = None

    @property
    def is_story(self) -> bool:
        """Be the story's own words, or something that stands inside a story."""
        return self.kind not in OUTSIDE


def find_blocks(text: str) -> list[Block]:
    """Give the text's blocks, in order."""
    return [
        _block(text, part, glued=index > 0)
        for paragraph in split_paragraphs(text)
        for index, part in enumerate(cut_glued(text, paragraph))
    ]


def _block(text: str, span: Span, *, glued: bool) -> Block:
    words = span.of(text)
    stamp = _STAMP.match(words)
    if stamp is not None:
        kind: BlockKind = "date" if stamp.end() == len(words) else _plain_kind(words[stamp.end() :])
        return Block(span=span, kind=kind, stamped=True)
    dateline = read_dateline(words)
    if dateline is not None and len(words) > dateline.length + 20:
        return Block(span=span, kind="body", glued=glued, dateline=dateline)
    if (signed := _SIGNED_ON.match(words)) is not None and is_date_line(words[signed.end() :]):
        return Block(span=span, kind="byline")
    if is_date_line(words):
        return Block(span=span, kind="date")
    furniture = kind_of(words)
    if furniture is not None:
        return Block(span=span, kind=furniture, glued=glued, heads_box=is_heading(words))
    return Block(span=span, kind=_plain_kind(words), glued=glued)


def _plain_kind(words: str) -> BlockKind:
    return "headline" if is_headline(words) else "body"


def is_sentence(text: str, block: Block) -> bool:
    """Be a paragraph of a story beyond doubt: filed from somewhere, or words enough with a full stop."""
    if block.kind != "body":
        return False
    words = block.span.of(text)
    return block.dateline is not None or (len(words.split()) >= FEWEST_WORDS and SENTENCE_END.search(words) is not None)
