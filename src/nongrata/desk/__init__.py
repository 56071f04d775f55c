"""The one place where the stages are wired: the lists in use, and reading a source into a dossier."""

from nongrata.desk.at_once import parse_day, read, read_text, screen, screen_all
from nongrata.desk.opened import lists_over, open_desk
from nongrata.desk.record import Desk, captures_of

__all__ = [
    "Desk",
    "captures_of",
    "lists_over",
    "open_desk",
    "parse_day",
    "read",
    "read_text",
    "screen",
    "screen_all",
]
