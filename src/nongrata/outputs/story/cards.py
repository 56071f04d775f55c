"""A party's card: what the lists, the law and the story say of it, in words, the gravest party first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.dossiers import ScreenedParty
from nongrata.outputs.kinds import kind_words
from nongrata.outputs.regimes import Chip, Standing, chips_of, standing_of
from nongrata.outputs.story.holdings import HoldingRow, holding_rows
from nongrata.outputs.story.listings import (
    ListingRow,
    ReasonRow,
    RuledOutRow,
    listing_row,
    reason_rows,
    ruled_out_rows,
    told_once,
)
from nongrata.outputs.story.said import said_of
from nongrata.outputs.words import EXPOSURES, one_line
from nongrata.ownership import ExposureKind
from nongrata.parties import Party

_EXPOSURE_ORDER: tuple[ExposureKind, ...] = ("listed", "owned", "linked", "possible", "none")
_STANDING_ORDER: tuple[Standing, ...] = ("in force", "unknown", "later", "ended", "not in force", "possible")
AT_ANOTHER_TIME: Mapping[Standing, str] = {  # matched, and under no sanctions on the day
    "later": "listed only after the story’s day",
    "ended": "no longer listed on the story’s day",
    "not in force": "listed but not in force",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All that is shown of one party."""

    party: Party
    name: str
    kind: str
    exposure: ExposureKind
    standing: Standing | None  # the gravest among its listings; None: it has none
    says: str
    chips: tuple[Chip, ...]
    said: tuple[str, ...]  # what the story says of it
    listings: tuple[ListingRow, ...]
    reasons: tuple[ReasonRow, ...]
    holdings: tuple[HoldingRow, ...]
    ruled_out: tuple[RuledOutRow, ...]

    @property
    def entry(self) -> str | None:
        """The entry that a word on who this is would be about: its first listing, else the first one ruled out."""
        entries = (*(row.entry for row in self.listings), *(row.entry for row in self.ruled_out))
        return next(iter(entries), None)

    @property
    def is_told(self) -> bool:
        """Have a card of its own: the lists or the law say something of it, if only for another day."""
        return self.exposure != "none" or bool(self.listings)

    @property
    def named(self) -> int:
        """How often the story names the party; a pronoun is no name."""
        return sum(mention.kind != "pronoun" for mention in self.party.mentions)


def cards_of(parties: Iterable[ScreenedParty], as_of: date | None) -> tuple[Card, ...]:
    """Give every party's card, the gravest first, then in the order of the story."""
    return tuple(sorted((_card(screened, as_of) for screened in parties), key=_gravity))


def _gravity(card: Card) -> tuple[int, int, int]:
    standing = len(_STANDING_ORDER) if card.standing is None else _STANDING_ORDER.index(card.standing)
    first = card.party.mentions[0].span.start if card.party.mentions else 0
    return _EXPOSURE_ORDER.index(card.exposure), standing, first


def _card(screened: ScreenedParty, as_of: date | None) -> Card:
    party = screened.party
    held = [match for match in screened.matches if match.verdict == "match"]
    shown = held or [match for match in screened.matches if match.verdict == "possible"]
    chips = chips_of(shown, as_of)
    standings = [standing_of(match, as_of) for match in shown]
    return Card(
        party=party,
        name=one_line(party.name),
        kind=kind_words(party.schema),
        exposure=screened.exposure,
        standing=min(standings, key=_STANDING_ORDER.index, default=None),
        says=_exposure_words(screened, standings),
        chips=chips,
        said=said_of(party.facts),
        listings=tuple(listing_row(match, as_of) for match in told_once(shown)),
        reasons=reason_rows(shown),
        holdings=holding_rows(screened.ownership),
        ruled_out=ruled_out_rows(match for match in screened.matches if match.verdict == "rejected"),
    )


def _exposure_words(screened: ScreenedParty, standings: Sequence[Standing]) -> str:
    if screened.exposure == "none" and standings:
        return AT_ANOTHER_TIME.get(min(standings, key=_STANDING_ORDER.index), EXPOSURES["listed"])
    if screened.exposure != "possible":
        return EXPOSURES[screened.exposure]
    alike = "possibly a listed party" if any(match.verdict == "possible" for match in screened.matches) else ""
    owned = "possibly exposed through an owner" if screened.ownership else ""
    return " or ".join(filter(None, (alike, owned))) or EXPOSURES["possible"]
