"""The day that a claim gives to a listing, held against the days that the lists give."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nongrata.events.claims.said import Said
from nongrata.events.sentence.tree import words_at
from nongrata.mentions import Reading, Time
from nongrata.screening import Match
from nongrata.values import PartialDate

_BEGINS = ("since", "from")
_NEXT = re.compile(r"[^,;:.]{0,40}")  # "… by the EU in March 2014": in the claim's own words or right after them


def day_told(text: str, said: Said, reading: Reading) -> PartialDate | None:
    """Give the one day, month or year that the claim states: "since 2008", "in March 2022"."""
    here = [time for time in reading.times if said.sentence.span.covers(time.span) and time.value is not None]
    verbs = [word for word in said.stated.words if said.scene.tree.tokens[word].pos in ("VERB", "AUX")]
    # "toured a plant that is under sanctions on Friday", "lost a challenge to his designation in 2022": another's days
    if said.says_now or not verbs:
        here = [time for time in here if time.text.lower().startswith(_BEGINS)]
    told = [time for time in here if _bears_on(said, time)]
    if not told:
        after = _NEXT.match(text, said.span.end, said.sentence.span.end)
        end = after.end() if after else said.span.end
        told = [time for time in here if said.span.start <= time.span.start < end]
    return PartialDate(told[0].value) if len(told) == 1 and told[0].value else None


def _bears_on(said: Said, time: Time) -> bool:
    """Hang on one of the claim's words, and on no other verb before."""
    tree = said.scene.tree
    first, *_ = words_at(tree.tokens, time.span)
    chain = (first, *tree.up(first))
    verb = next((at for at, word in enumerate(chain) if tree.is_verb(word)), len(chain))
    return any(word in said.stated.words for word in chain[: verb + 1])


def note_on_day(told: PartialDate | None, matches: Sequence[Match], *, lifted: bool) -> tuple[str, ...]:
    """Give a note where no listing has the day that the story tells; nothing where one agrees or has no day."""
    own = [match for match in matches if match.verdict == "match" and not _is_copy(match, matches)]
    days = [match.delisted_on if lifted else match.listed_on for match in own]
    known = [day for day in days if day is not None]
    if told is None or not known or len(known) < len(days) or any(day.meets(told) for day in known):
        return ()
    others = ", ".join(dict.fromkeys(day.in_words for day in sorted(known, key=lambda day: day.earliest)))
    return (f"the story says {told.in_words}, the lists {others}",)


def _is_copy(match: Match, matches: Sequence[Match]) -> bool:
    """Be the row that the consolidated list has of an SDN, without a day of its own: "SDN-4632"."""
    return any(match.entity_id == f"SDN-{other.entity_id}" for other in matches)
