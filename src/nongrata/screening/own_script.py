"""Names in the query's own script, which a listed person is called by before any in another that only sounds alike."""

from __future__ import annotations

from nongrata.names.comparing.compare import compare_texts
from nongrata.names.scripts_of import script_of
from nongrata.screening.join import ListedParty

OTHERWISE = 0.5  # how unlike the names in the query's script are at least
MOST = 12  # names in one script that are held against the query
_READ_EXACTLY = frozenset(("Han", "Hangul"))  # by their readings, of which lists give one: 许家印 as Hui Ka Yan
_PERSON = "Person"


def is_called_otherwise(asked: str, listed: str, party: ListedParty) -> bool:
    """Tell whether a name in another script is like the query while all in the query's own are quite others."""
    script, other = script_of(asked), script_of(listed)
    if party.schema != _PERSON or script is None or other in (None, script):
        return False
    if script == "Latin" and other in _READ_EXACTLY:
        return False
    own = [name.text for name in party.names if script_of(name.text) == script][:MOST]
    return bool(own) and all(compare_texts(asked, name, "person").score < OTHERWISE for name in own)
