"""The listings that a party is or may be, the reasons for it, and the like names that are somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.lists.joins.numbers import CSL, own_number
from nongrata.outputs.regimes import Standing, list_title, regime_of, standing_of, standing_words
from nongrata.outputs.words import one_line
from nongrata.screening import Effect, Match, Reason
from nongrata.values import Span, tokens_of

_EFFECT_ORDER: tuple[Effect, ...] = ("for", "against", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRow:
    """One listing that the party is, or may be."""

    regime: str
    standing: Standing
    title: str
    entity_id: str
    caption: str
    programs: tuple[str, ...]
    authority: str | None
    says: str
    url: str | None
    score: float
    is_certain: bool
    entry: str  # the list and its id: "us_ofac_sdn:36431"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonRow:
    """One reason, once, however many listings give it."""

    effect: Effect
    says: str
    only: tuple[str, ...]  # the regimes it speaks of, where not all
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledOutRow:
    """A listing of a like name that is somebody else."""

    caption: str
    lists: tuple[str, ...]
    says: tuple[str, ...]
    entry: str


def told_once(matches: Sequence[Match]) -> Sequence[Match]:
    """Leave out what the Consolidated Screening List repeats of OFAC's own lists, where these stand beside it."""
    own = {own_number(match.list_id, match.entity_id) for match in matches if match.list_id != CSL} - {None}
    return [m for m in matches if m.list_id != CSL or own_number(m.list_id, m.entity_id) not in own]


def listing_row(match: Match, as_of: date | None) -> ListingRow:
    """Give one listing, and how it stands on the day."""
    return ListingRow(
        regime=one_line(regime_of(match.list_id)),
        standing=standing_of(match, as_of),
        title=one_line(list_title(match.list_id)),
        entity_id=one_line(match.entity_id),
        caption=one_line(match.caption),
        programs=tuple(map(one_line, match.programs)),
        authority=None if match.authority is None else one_line(match.authority),
        says=standing_words(match, as_of),
        url=match.source_url if is_web(match.source_url) else None,
        score=match.score,
        is_certain=match.verdict == "match",
        entry=f"{match.list_id}:{match.entity_id}",
    )


def is_web(url: str | None) -> bool:
    """Be an address that may become a link: http or https, without white space or control characters.

    >>> is_web("https://sanctionssearch.ofac.treas.gov/Details.aspx?id=20157"), is_web("javascript:alert(1)")
    (True, False)
    """
    return url is not None and url.lower().startswith(("http://", "https://")) and url.isprintable() and " " not in url


def reason_rows(matches: Sequence[Match]) -> tuple[ReasonRow, ...]:
    """Give each reason once, what speaks for it first, with the regimes whose listings it speaks of."""
    given: dict[tuple[Effect, str], tuple[Reason, dict[str, None]]] = {}
    for match in matches:
        for reason in match.reasons:
            _, regimes = given.setdefault((reason.effect, reason.says), (reason, {}))
            regimes[one_line(regime_of(match.list_id))] = None
    everywhere = {one_line(regime_of(match.list_id)) for match in matches}
    rows = [
        ReasonRow(
            effect=effect,
            says=one_line(says),
            only=() if set(regimes) == everywhere else tuple(regimes),
            span=reason.span,
        )
        for (effect, says), (reason, regimes) in given.items()
    ]
    return tuple(sorted(rows, key=lambda row: _EFFECT_ORDER.index(row.effect)))


def ruled_out_rows(matches: Iterable[Match]) -> tuple[RuledOutRow, ...]:
    """Give each like name once, however many lists have it and in whatever order its parts stand there."""
    found: dict[tuple[frozenset[str], tuple[str, ...]], list[Match]] = {}
    for match in matches:
        against = [one_line(reason.says) for reason in match.reasons if reason.effect == "against"]
        says = tuple(dict.fromkeys(against or [one_line(reason.says) for reason in match.reasons]))
        found.setdefault((frozenset(tokens_of(match.caption)), says), []).append(match)
    return tuple(
        RuledOutRow(
            caption=one_line(alike[0].caption),
            lists=tuple(f"{one_line(regime_of(match.list_id))} {one_line(match.entity_id)}" for match in alike),
            says=says,
            entry=f"{alike[0].list_id}:{alike[0].entity_id}",
        )
        for (_, says), alike in found.items()
    )
