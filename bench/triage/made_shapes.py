"""A story on pages of many makes, the name in it broken: by tags, soft hyphens, letters as numbers, old encodings."""

from __future__ import annotations

import html
import json
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

OPEN, CLOSE = "\ue000", "\ue001"  # around a name, until its page is made
_NAMED = re.compile(f"{OPEN}(.*?){CLOSE}")
_AS_IT_IS = str
_Wrap = Callable[[str], str]
_OLD: Mapping[str, tuple[str, ...]] = {
    "ar": ("cp1256",),
    "de": ("iso-8859-1", "cp1252"),
    "en": ("cp1252", "utf-16"),
    "es": ("iso-8859-1",),
    "fr": ("iso-8859-1", "cp1252"),
    "ko": ("euc-kr",),
    "pl": ("iso-8859-2", "cp1250"),
    "ru": ("cp1251", "koi8-r"),
    "tr": ("iso-8859-9", "cp1254"),
    "uk": ("cp1251", "koi8-u"),
    "zh": ("gb18030", "big5"),
}
_OLD_ONES = 1 / 6  # of all pages: in an old encoding


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story: its title and paragraphs, the second of which names somebody."""

    language: str
    title: str
    lines: Sequence[str]


def _told(text: str, wrap: _Wrap = _AS_IT_IS) -> str:
    parts = _NAMED.split(text)
    return "".join(wrap(html.escape(part)) if place % 2 else html.escape(part) for place, part in enumerate(parts))


def _bare(text: str) -> str:
    return _NAMED.sub(r"\1", text)


def _paragraphs(lines: Sequence[str], wrap: _Wrap = _AS_IT_IS, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{_told(line, wrap)}</{tag}>" for line in lines)


def _page(story: Story, inner: str, *, title: str | None = None) -> str:
    head = _told(title or story.title)
    return (
        f'<!DOCTYPE html>\n<html lang="{story.language}"><head><meta charset="utf-8"><title>{head} - News</title>'
        "<style>p {margin:0}</style></head>\n<body><header><ul><li><a href=/>Home</a></li></ul></header>\n<main>"
        f"<article><h1>{head}</h1>\n{inner}\n</article></main><footer>© 2024</footer></body></html>"
    )


def plain(story: Story, chance: random.Random) -> str:
    """Paragraphs."""
    return _page(story, _paragraphs(story.lines))


def linked(story: Story, chance: random.Random) -> str:
    """The name is a link, or bold."""
    tag = chance.choice(("a href='/tag/1' class=tag", "strong", "b", "em", "span class='n' data-x='a b'", "mark"))
    return _page(story, _paragraphs(story.lines, lambda name: f"<{tag}>{name}</{tag.split()[0]}>"))


def broken_by_tags(story: Story, chance: random.Random) -> str:
    """Tags, a comment or a line's end stand within the name."""

    def wrap(name: str) -> str:
        first, _, rest = name.partition(" ")
        if not rest:
            return f"<b>{name[:1]}</b>{name[1:]}"
        return chance.choice(
            (
                f"<b>{first}</b> <i>{rest}</i>",
                f"<span>{first} </span><span>{rest}</span>",
                f"<a href='/p'>{first}</a>\n   {rest}",
                f"{first}<!-- x --> {rest}",
            )
        )

    return _page(story, _paragraphs(story.lines, wrap))


def soft(story: Story, chance: random.Random) -> str:
    """Hyphens that are not seen stand within the name's words, a space that does not break between them."""

    def wrap(name: str) -> str:
        mark = chance.choice(("\u00ad", "&shy;", "\u200b", "<wbr>", "&#173;"))
        words = (word[:3] + mark + word[3:] if len(word) > 4 else word for word in name.split(" "))
        return chance.choice((" ", "&nbsp;", "\u00a0", "\n")).join(words)

    return _page(story, _paragraphs(story.lines, wrap))


def numbered(story: Story, chance: random.Random) -> str:
    """Letters are written as their numbers."""
    ways: tuple[Callable[[int], str], ...] = ("&#{};".format, "&#x{:X};".format)
    page = _page(story, _paragraphs(story.lines))
    return "".join(letter if letter.isascii() else chance.choice(ways)(ord(letter)) for letter in page)


def by_breaks(story: Story, chance: random.Random) -> str:
    """A page of twenty years ago: a table, and breaks for paragraphs."""
    inner = "<br/>\n<br/>\n".join(map(_told, story.lines))
    return (
        f"<HTML><HEAD><TITLE>{_told(story.title)}</TITLE></HEAD><BODY BGCOLOR=white><TABLE WIDTH=600><TR><TD>"
        f"<FONT SIZE=4>{_told(story.title)}</FONT><BR><BR>\n{inner}</TD></TR></TABLE></BODY></HTML>"
    )


def in_divs(story: Story, chance: random.Random) -> str:
    """No paragraphs, but boxes in boxes."""
    boxes = (f'<div class="sc-{chance.randrange(999)}"><span>{_told(line)}</span></div>' for line in story.lines)
    return _page(story, '<div id="root">' + "\n".join(boxes) + "</div>")


def in_list(story: Story, chance: random.Random) -> str:
    """Points of a list."""
    first, *middle, last = story.lines
    return _page(story, _paragraphs([first]) + f"<ul>{_paragraphs(middle, tag='li')}</ul>" + _paragraphs([last]))


def quoted(story: Story, chance: random.Random) -> str:
    """The name stands in a quotation."""
    first, *middle, last = story.lines
    return _page(story, f"{_paragraphs([first])}<blockquote>{_paragraphs(middle)}</blockquote>{_paragraphs([last])}")


def captioned(story: Story, chance: random.Random) -> str:
    """The name stands below a picture."""
    first, named, *others = story.lines
    return _page(
        story, f"<figure><img src=x><figcaption>{_told(named)}</figcaption></figure>{_paragraphs([first, *others])}"
    )


def wrapped(story: Story, chance: random.Random) -> str:
    """Lines end in the middle of sentences, and of names."""
    lines = (re.sub(r"((?:\S+ ){4,7})", r"\1\n      ", line) for line in story.lines)
    return _page(story, "\n".join(f"<p>\n      {_told(line)}\n</p>" for line in lines))


def structured(story: Story, chance: random.Random) -> str:
    """The story stands in the page's structured data alone."""
    told = {"@type": "NewsArticle", "headline": _bare(story.title), "articleBody": "\n\n".join(map(_bare, story.lines))}
    data = json.dumps({"@context": "https://schema.org", **told}, ensure_ascii=chance.random() < 0.5)
    return (
        f'<!DOCTYPE html><html><head><title>{_told(story.title)}</title><script type="application/ld+json">{data}'
        "</script></head><body><div id=app></div><noscript>Enable JavaScript</noscript></body></html>"
    )


def headed(story: Story, chance: random.Random) -> str:
    """The name stands in capitals in the title, too."""
    named = _NAMED.search(story.lines[1])
    return _page(story, _paragraphs(story.lines), title=f"{named[1].upper()}: {story.title}" if named else None)


def as_text(story: Story, chance: random.Random) -> str:
    """No page, but text."""
    return "\n\n".join(map(_bare, (story.title, *story.lines)))


SHAPES = (
    *(plain, linked, broken_by_tags, soft, numbered, by_breaks, in_divs),
    *(in_list, quoted, captioned, wrapped, structured, headed, as_text),
)


def encoded(page: str, language: str, chance: random.Random) -> tuple[bytes, str | None]:
    """Give a page's bytes and what the server says of their encoding; some are in an old one."""
    if chance.random() > _OLD_ONES:
        return page.encode(), None
    charset, said_by = chance.choice(_OLD[language]), chance.choice(("server", "page"))
    page = page.replace('charset="utf-8"', f'charset="{charset}"' if said_by == "page" else 'name="x"')
    return page.encode(charset, "xmlcharrefreplace"), charset if said_by == "server" else None
