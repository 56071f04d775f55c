"""Files, standard input and the web, as captures; what holds several is taken apart."""

from nongrata.sources.kinds import LIMIT
from nongrata.sources.read import STDIN, Fetch, read_source
from nongrata.sources.record import (
    Capture,
    Fetched,
)
from nongrata.sources.unpack import read_sources

__all__ = [
    "LIMIT",
    "STDIN",
    "Capture",
    "Fetch",
    "Fetched",
    "read_source",
    "read_sources",
]
