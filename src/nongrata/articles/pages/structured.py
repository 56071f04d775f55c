"""The story's text as a page's structured data have it: for pages whose own text comes by script, or was cut short."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from nongrata.articles.pages.stamps import article_nodes

_TAG = re.compile(r"<(?:/p|br ?/?|/div|/li|/h\d)>", re.I)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_LEAST = 400  # characters: less is a teaser
_MOST = 400_000
_WORD = re.compile(r"\w+")
_RUN = 5  # words that two texts share in a row
_LACKING = 0.5  # of its runs that the extracted text must lack before the data's is taken


def better_text(tree: HtmlElement, titles: set[str], lines: Sequence[str]) -> list[str] | None:
    """Give the paragraphs of the page's structured data, where most of them are missing from what was read; or None."""
    body = max((_body(node) for node in article_nodes(tree, titles)), key=len, default="")
    if len(body) < _LEAST:
        return None
    if len(lines) == 1 and _WORD.findall(lines[0]) == _WORD.findall(body):
        return body.split("\n")  # read from the data already, without its paragraphs
    told, read = _runs(body), _runs("\n".join(lines))
    lacking = len(told - read)
    is_longer = len(body) > sum(map(len, lines)) * (1 - _LACKING)
    return body.split("\n") if is_longer and lacking > len(told) * _LACKING else None


def _body(node: dict[str, object]) -> str:
    written = node.get("articleBody")
    if not isinstance(written, str) or len(written) > _MOST:
        return ""
    plain = html.unescape(_ANY_TAG.sub("", _TAG.sub("\n", html.unescape(written))))
    return "\n".join(line for part in plain.splitlines() if (line := " ".join(part.split())))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return frozenset(tuple(words[i : i + _RUN]) for i in range(max(len(words) - _RUN + 1, 0)))
