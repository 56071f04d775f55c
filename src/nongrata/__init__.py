"""Nongrata reads the news and says who in it is under sanctions, by whom, since when, and who says so.

>>> import nongrata
>>> dossier = nongrata.read_text("MOSCOW, Sept 13 (Reuters) - Kim Jong Un met Vladimir Putin.", published="2023-09-13")
>>> [screened.party.name for screened in dossier.stories[0].parties if screened.exposure == "listed"]
['Kim Jong Un', 'Vladimir Putin']
"""

from nongrata.desk import Desk, Settings, open_desk, read, read_text
from nongrata.dossiers import Dossier, StoryReport, as_json
from nongrata.values import NongrataError, Skipped
from nongrata.values.version import __version__

__all__ = [
    "Desk",
    "Dossier",
    "NongrataError",
    "Settings",
    "Skipped",
    "StoryReport",
    "__version__",
    "as_json",
    "open_desk",
    "read",
    "read_text",
]
