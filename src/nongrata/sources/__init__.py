"""Files, standard input and the web, as captures."""

from nongrata.sources.record import (
    Capture,
)

__all__ = [
    "Capture",
]
