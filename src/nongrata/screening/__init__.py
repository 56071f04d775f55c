"""Parties held against listings, always with reasons."""

from nongrata.screening.alike import people_alike
from nongrata.screening.context.setting import Setting
from nongrata.screening.index import ListIndex
from nongrata.screening.join import ListedParty
from nongrata.screening.merge import merge_by_listing
from nongrata.screening.pack import build_index
from nongrata.screening.record import Effect, Match, Reason, Verdict
from nongrata.screening.screen import screen, screen_all

__all__ = [
    "Effect",
    "ListIndex",
    "ListedParty",
    "Match",
    "Reason",
    "Setting",
    "Verdict",
    "build_index",
    "merge_by_listing",
    "people_alike",
    "screen",
    "screen_all",
]
