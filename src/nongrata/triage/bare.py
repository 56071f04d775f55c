"""A page's bytes without what is no story: scripts, drawings, comments, menus. The story that a script holds is kept.

Pages that a script lays out in the reader's browser have their story in their structured data alone, as full reading
knows (articles/pages/structured.py).
"""

from __future__ import annotations

import html
import json
import re

_NO_STORY = re.compile(rb"<(script|style|svg|template|nav|footer|select|!--)", re.I)
_DATA, _STORY = b"ld+json", b'"articleBody"'
_TOLD = re.compile(_STORY + rb'\s*:\s*("(?:[^"\\]|\\.)*")', re.S)
_LEAST = 40  # bytes of a story in a page's data
_PROBES, _PROBE = 4, 24  # places of it that are looked for on the page, and letters of each


def without_scripts(body: bytes) -> bytes:
    """Give a page, in UTF-8, without what is no story; what never ends is left as it is.

    >>> without_scripts(b"<p>One.<script>two();</script><!-- three --><p>Four.")
    b'<p>One. </script> <p>Four.'
    """
    kept: list[bytes] = []
    told: list[bytes] = []
    never_end: set[bytes] = set()
    at = 0
    for found in _NO_STORY.finditer(body):
        if found.start() < at or found[1] in never_end:
            continue
        ends = b"-->" if found[1] == b"!--" else b"</" + found[1]
        end = body.find(ends, found.end())
        if end < 0:
            never_end.add(found[1])
            continue
        if found[1].lower() == b"script" and body.find(_STORY, found.end(), end) > 0:
            told += _stories_in(body[found.end() : end])
        kept.append(body[at : found.start()])
        at = end + 3 if found[1] == b"!--" else end
    bare = b" ".join([*kept, body[at:]])
    return b" <p> ".join([bare, *(story for story in told if _lacks(bare, story))])


def _stories_in(script: bytes) -> list[bytes]:
    """Give the stories that a script with a page's structured data holds."""
    if _DATA not in script.partition(b">")[0].lower():
        return []
    return [story for found in _TOLD.finditer(script) if len(story := _plain(found[1])) >= _LEAST]


def _plain(written: bytes) -> bytes:
    """Give a string of JSON, with the marks of its paragraphs as HTML; empty where it is none.

    >>> _plain(rb'"One \\u00e9.\\nTwo &lt;b&gt;three"').decode()
    'One é.<p>Two <b>three'
    """
    try:
        text = str(json.loads(written, strict=False))
    except ValueError:
        return b""
    return html.unescape(text).replace("\n", "<p>").encode("utf-8", "replace")


def _lacks(page: bytes, story: bytes) -> bool:
    """Miss most of a story, by a few places of it."""
    places = (len(story) * (2 * each + 1) // (2 * _PROBES) for each in range(_PROBES))
    return sum(story[at : at + _PROBE] in page for at in places) < _PROBES // 2
