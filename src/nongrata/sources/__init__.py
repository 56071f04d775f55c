"""Files, standard input and the web, as captures."""

from nongrata.sources.kinds import LIMIT
from nongrata.sources.read import STDIN, Fetch, read_source
from nongrata.sources.record import (
    Capture,
    Fetched,
)

__all__ = [
    "LIMIT",
    "STDIN",
    "Capture",
    "Fetch",
    "Fetched",
    "read_source",
]
