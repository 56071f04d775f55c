"""The desk at work with a store: stories kept, judged, asked again, watched for."""

from nongrata.newsroom.judge import JudgedMatch, judge_match, judge_members, judge_name, take_back
from nongrata.newsroom.keep import Room, keep_capture, keep_text, open_room, reread

__all__ = [
    "JudgedMatch",
    "Room",
    "judge_match",
    "judge_members",
    "judge_name",
    "keep_capture",
    "keep_text",
    "open_room",
    "reread",
    "take_back",
]
