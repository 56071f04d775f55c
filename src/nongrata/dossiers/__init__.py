"""One story's record, gathered."""

from nongrata.dossiers.as_json import as_json
from nongrata.dossiers.record import (
    Dossier,
    MadeBy,
    ScreenedParty,
    StoryReport,
)

__all__ = [
    "Dossier",
    "MadeBy",
    "ScreenedParty",
    "StoryReport",
    "as_json",
]
