"""What screening a row gives, ready to be shown: the row, its hits, and each hit's listings on the day."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Literal

from nongrata.desk import Desk
from nongrata.lists import Designation, ListVersion
from nongrata.outputs.screen.exposed import exposure_word, exposures_of_row, shown_exposures
from nongrata.outputs.words import date_words
from nongrata.ownership import Exposure, ExposureKind
from nongrata.rows import BadRow, Row
from nongrata.screening import Match, Reason
from nongrata.screening.force import in_force
from nongrata.screening.hits import Hit
from nongrata.screening.join import version_of
from nongrata.values import PartialDate

Outcome = Literal["match", "possible", "rejected", "no match", "skipped"]
Counts = dict[str, int]  # how many rows came to what
OUTCOMES: tuple[Outcome, ...] = ("match", "possible", "rejected", "no match", "skipped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What hits are wanted, and the day on which their listings are looked at."""

    threshold: float
    limit: int
    as_of: date | None = None
    only: frozenset[str] = frozenset()  # lists; none: all
    rejected: bool = False  # also those that something told rules out


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A listed party that a row may be, and its listings."""

    hit: Hit
    matches: tuple[Match, ...]  # one for each listing

    @property
    def caption(self) -> str:
        """The party's name on the first list that names it."""
        return self.matches[0].caption


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A row and what was found for it."""

    row: Row | BadRow
    listed: tuple[Listed, ...] = ()
    ownership: tuple[Exposure, ...] = ()  # what its owners mean for it

    @property
    def exposure(self) -> ExposureKind | None:
        """How it is exposed, in one word: listed in force, through owners, by a tie, possibly, or not.

        None for what could not be screened, so that nobody takes it for cleared.
        """
        if isinstance(self.row, BadRow):
            return None
        return exposure_word(self.ownership, is_listed=self.is_listed, may_be_listed=self.outcome == "possible")

    @property
    def is_listed(self) -> bool:
        """Have a listing that is in force, for all that is known."""
        return any(
            match.in_force is not False
            for listed in self.listed
            if listed.hit.verdict == "match"
            for match in listed.matches
        )

    @property
    def outcome(self) -> Outcome:
        """The best verdict of its hits; "no match" without any but rejected ones, "skipped" for a row that is none."""
        if isinstance(self.row, BadRow):
            return "skipped"
        verdicts = {listed.hit.verdict for listed in self.listed}
        return "match" if "match" in verdicts else "possible" if "possible" in verdicts else "no match"


def answers(desk: Desk, rows: Iterable[Row | BadRow], asked: Asked) -> Iterator[Answer]:
    """Give each row's answer in order, as soon as it is there."""
    waiting: deque[Row | BadRow] = deque()
    more = asked.limit * 4 if asked.only else asked.limit  # with lists left out, more are asked for than are shown

    def usable() -> Iterator[Row]:
        for row in rows:
            waiting.append(row)
            if isinstance(row, Row):
                yield row

    found = desk.screen_rows(usable(), threshold=asked.threshold, limit=more, ruled_out=asked.rejected)
    for hits in found:
        while isinstance(waiting[0], BadRow):
            yield Answer(row=waiting.popleft())
        yield _answer(desk, waiting.popleft(), hits, asked)
    yield from (Answer(row=row) for row in waiting)


def _answer(desk: Desk, row: Row | BadRow, hits: Sequence[Hit], asked: Asked) -> Answer:
    answer = Answer(row=row, listed=_listed(hits, desk.index.versions, asked))
    if isinstance(row, BadRow):
        return answer
    found = exposures_of_row(desk, row, hits, as_of=asked.as_of, only=asked.only)
    return replace(answer, ownership=shown_exposures(found, is_listed=answer.is_listed)) if found else answer


def _listed(hits: Iterable[Hit], versions: tuple[ListVersion, ...], asked: Asked) -> tuple[Listed, ...]:
    found = (Listed(hit=hit, matches=matches) for hit in hits if (matches := _matches(hit, versions, asked)))
    return tuple(islice(found, asked.limit))


def _matches(hit: Hit, versions: tuple[ListVersion, ...], asked: Asked) -> tuple[Match, ...]:
    acts = (act for act in hit.party.designations if not asked.only or act.list_id in asked.only)
    return tuple(_match(hit, act, versions, asked.as_of) for act in acts)


def _match(hit: Hit, act: Designation, versions: tuple[ListVersion, ...], as_of: date | None) -> Match:
    return Match(
        list_id=act.list_id,
        entity_id=act.entity_id,
        caption=act.caption,
        score=hit.score,
        verdict=hit.verdict,
        in_force=in_force(act, as_of, version_of(act.list_id, versions)),
        programs=act.programs,
        authority=act.authority,
        listed_on=act.listed_on,
        delisted_on=act.delisted_on,
        source_url=act.source_url,
        reasons=hit.reasons,
    )


_SIDES = re.compile(r"(?:^|(?<=, )|(?<=from )|(?<=\bis )|(?<=\bnot )|(?<=only ))the (left|right)\b")


def says_of(reason: Reason) -> str:
    """Give a reason's sentence with the row and the list in it, where a comparison has its two sides.

    >>> says_of(Reason(rule="x", effect="against", says="the left is tied to Russia, the right to Ukraine"))
    'the row is tied to Russia, the list to Ukraine'
    """
    return _SIDES.sub(lambda side: "the row" if side[1] == "left" else "the list", reason.says)


def force_words(match: Match) -> str:
    """Say since when a listing stands, and whether it stood on the day.

    >>> from dataclasses import replace
    >>> from nongrata.lists import EntityId, ListId
    >>> act = Match(list_id=ListId("us_ofac_sdn"), entity_id=EntityId("1"), caption="X", score=1.0, verdict="match",
    ...     in_force=True, listed_on=PartialDate("2022-02-25"), reasons=())
    >>> force_words(act), force_words(replace(act, in_force=False))
    ('since 25 February 2022', 'since 25 February 2022, not in force on the day')
    """
    since = "" if match.listed_on is None else f"since {date_words(match.listed_on.text)}"
    until = "" if match.delisted_on is None else f"delisted {date_words(match.delisted_on.text)}"
    stood = {
        True: "" if since else "in force",
        False: "" if until else "not in force on the day",
        None: "" if since else "date not told",
    }
    return ", ".join(filter(None, (since, until, stood[match.in_force])))


def in_words(counts: Counts) -> str:
    """Say how many rows came to what.

    >>> in_words({"no match": 1200, "match": 1})
    '1,201 rows: 1 match, 1,200 no match.'
    """
    parts = [f"{counts[outcome]:,} {outcome}" for outcome in OUTCOMES if counts.get(outcome)]
    total = sum(counts.values())
    return f"{total:,} row{'' if total == 1 else 's'}: {', '.join(parts) or 'nothing to screen'}."


def telling_days(days: Iterable[PartialDate]) -> list[PartialDate]:
    """Give the dates, the exact ones first, without those that a more exact one is within.

    >>> [str(day) for day in telling_days(map(PartialDate, ("1952", "1952-10-07", "1950~")))]
    ['1952-10-07', '1950~']
    """
    kept: list[PartialDate] = []
    for day in sorted(days, key=lambda each: (each.latest - each.earliest, each.text)):
        if not any(day.earliest <= other.earliest and other.latest <= day.latest for other in kept):
            kept.append(day)
    return kept
