"""Nongrata reads the news and says who in it is under sanctions, by whom, since when, and who says so.

>>> import nongrata
>>> story = "North Korean leader Kim Jong Un, 39, met Russian President Vladimir Putin on Wednesday."
>>> dossier = nongrata.read_text(story, published="2023-09-13")
>>> [screened.party.name for screened in dossier.stories[0].parties if screened.exposure == "listed"]
['Kim Jong Un', 'Vladimir Putin']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nongrata.desk import Desk, open_desk, read, read_text, screen, screen_all
    from nongrata.dossiers import Dossier, StoryReport, as_json
    from nongrata.newsroom import Room, open_room
    from nongrata.ownership import exposure
    from nongrata.screening.entities.compare import Comparison, compare
    from nongrata.settings import Settings
    from nongrata.values import NongrataError, Skipped
    from nongrata.values.version import __version__

__all__ = [
    "Comparison",
    "Desk",
    "Dossier",
    "NongrataError",
    "Room",
    "Settings",
    "Skipped",
    "StoryReport",
    "__version__",
    "as_json",
    "compare",
    "exposure",
    "open_desk",
    "open_room",
    "read",
    "read_text",
    "screen",
    "screen_all",
]

# Imported at the first use of a name: `nongrata --version` has no use for all the stages.
_HOMES = {
    "Comparison": "nongrata.screening.entities.compare",
    "Desk": "nongrata.desk",
    "Dossier": "nongrata.dossiers",
    "NongrataError": "nongrata.values",
    "Room": "nongrata.newsroom",
    "Settings": "nongrata.settings",
    "Skipped": "nongrata.values",
    "StoryReport": "nongrata.dossiers",
    "__version__": "nongrata.values.version",
    "as_json": "nongrata.dossiers",
    "compare": "nongrata.screening.entities.compare",
    "exposure": "nongrata.ownership",
    "open_desk": "nongrata.desk",
    "open_room": "nongrata.newsroom",
    "read": "nongrata.desk",
    "read_text": "nongrata.desk",
    "screen": "nongrata.desk",
    "screen_all": "nongrata.desk",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value  # asked for once
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
