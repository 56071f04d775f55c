"""The address of a file whose name changes from day to day: the link that a page has to it."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urljoin

from nongrata.sources.web import WebLimits, fetch_page
from nongrata.values import Skipped

_HREF = re.compile(r"""href\s*=\s*["']([^"'<>\s]{1,2000})["']""", re.I)


def find_link(page: str, pattern: str, *, now: datetime, allow_private: bool = False) -> str | Skipped:
    """Give the address of the newest file that a page links to: of all that match, the last in the alphabet."""
    capture = fetch_page(page, now=now, limits=WebLimits(seconds=60.0), allow_private=allow_private)
    if isinstance(capture, Skipped):
        return capture
    text = capture.body.decode("utf-8", errors="replace")
    found: dict[str, str] = {match[0]: href for href in _HREF.findall(text) if (match := re.search(pattern, href))}
    if not found:
        return Skipped(stage="sources", item=page, reason=f"found no link to {pattern}; wanted one to the list")
    try:
        return str(urljoin(capture.uri, found[max(found)]))
    except ValueError:
        reason = f"found the link {found[max(found)][:80]}, which is none; wanted one to the list"
        return Skipped(stage="sources", item=page, reason=reason)
