"""Stories held against each other: near-copies of one text, and different words about one event."""

from nongrata.dossiers.alike.copies import Shingles, is_near_copy, shingles_of
from nongrata.dossiers.alike.profile import Profile, profile_of
from nongrata.dossiers.alike.topics import Rarity, same_event_chance, topics_of

__all__ = [
    "Profile",
    "Rarity",
    "Shingles",
    "is_near_copy",
    "profile_of",
    "same_event_chance",
    "shingles_of",
    "topics_of",
]
