"""A first look at raw pages: which of them can concern a list at all."""

from nongrata.triage.look import look_at
from nongrata.triage.pack import build_sieve, pack_sieve
from nongrata.triage.record import Look, Sighting
from nongrata.triage.rules import PASSES
from nongrata.triage.sieve import Sieve, open_sieve

__all__ = ["PASSES", "Look", "Sieve", "Sighting", "build_sieve", "look_at", "open_sieve", "pack_sieve"]
