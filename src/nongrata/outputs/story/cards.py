"""A party's card: what the lists, the law and the story say of it, in words, the gravest party first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nongrata.dossiers import ScreenedParty
from nongrata.outputs.kinds import kind_words
from nongrata.outputs.regimes import (
    Chip,
    Standing,
    chips_of,
    list_title,
    regime_of,
    standing_of,
    standing_words,
    without_list_ids,
)
from nongrata.outputs.words import EXPOSURES, RESULTS, and_words, country_words, date_words, one_line
from nongrata.ownership import Exposure, ExposureKind, Step
from nongrata.ownership.exposed import TIE_RULE
from nongrata.parties import Fact, Party
from nongrata.parties.numbers import number_words
from nongrata.screening import Effect, Match, Reason
from nongrata.values import Span, fold, tokens_of

_EXPOSURE_ORDER: tuple[ExposureKind, ...] = ("listed", "owned", "linked", "possible", "none")
_STANDING_ORDER: tuple[Standing, ...] = ("in force", "unknown", "later", "ended", "not in force", "possible")
AT_ANOTHER_TIME: Mapping[Standing, str] = {  # matched, and under no sanctions on the day
    "later": "listed only after the story’s day",
    "ended": "no longer listed on the story’s day",
    "not in force": "listed but not in force",
}
_EFFECT_ORDER: tuple[Effect, ...] = ("for", "against", "note")
_REGIMES = {
    "us": "United States",
    "eu": "European Union",
    "uk": "United Kingdom",
    "gb": "United Kingdom",
    "ch": "Switzerland",
    "au": "Australia",
    "ca": "Canada",
}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingRow:
    """One way down from a listed owner, and each regime's answer."""

    path: tuple[str, ...]
    answers: tuple[str, ...]


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
        said=_said(party.facts),
        listings=tuple(_listing(match, as_of) for match in shown),
        reasons=_reasons(shown),
        holdings=_holdings(screened.ownership),
        ruled_out=_ruled_out(match for match in screened.matches if match.verdict == "rejected"),
    )


def _exposure_words(screened: ScreenedParty, standings: Sequence[Standing]) -> str:
    if screened.exposure == "none" and standings:
        return AT_ANOTHER_TIME.get(min(standings, key=_STANDING_ORDER.index), EXPOSURES["listed"])
    if screened.exposure != "possible":
        return EXPOSURES[screened.exposure]
    alike = "possibly a listed party" if any(match.verdict == "possible" for match in screened.matches) else ""
    owned = "possibly exposed through an owner" if screened.ownership else ""
    return " or ".join(filter(None, (alike, owned))) or EXPOSURES["possible"]


def _listing(match: Match, as_of: date | None) -> ListingRow:
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


def _reasons(matches: list[Match]) -> tuple[ReasonRow, ...]:
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


def _ruled_out(matches: Iterable[Match]) -> tuple[RuledOutRow, ...]:
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


def _holdings(exposures: Iterable[Exposure]) -> tuple[HoldingRow, ...]:
    """Give each way down once, and under it each answer once with the regimes that give it."""
    found: dict[tuple[str, ...], dict[str, list[Exposure]]] = {}
    for exposure in exposures:
        steps = tuple(_step_words(step, is_tie=exposure.rule == TIE_RULE) for step in exposure.path)
        found.setdefault(steps, {}).setdefault(_result_words(exposure), []).append(exposure)
    return tuple(
        HoldingRow(path=path, answers=tuple(_answer(says, given) for says, given in answers.items()))
        for path, answers in found.items()
    )


def _result_words(exposure: Exposure) -> str:
    if exposure.rule == TIE_RULE:
        return "linked"
    share = "" if exposure.share is None else f", {_percent(float(exposure.share))} held in all"
    if exposure.basis == "story" and exposure.result == "unknown":
        return f"possibly caught, by the story’s words alone{share}"
    return RESULTS[exposure.result] + share


def _answer(says: str, given: list[Exposure]) -> str:
    regimes = [_REGIMES.get(exposure.regime, one_line(exposure.regime).upper()) for exposure in given]
    rules = "; ".join(dict.fromkeys(one_line(exposure.rule) for exposure in given))
    return f"{and_words(tuple(dict.fromkeys(regimes)))}: {says} ({rules})"


def _step_words(step: Step, *, is_tie: bool) -> str:
    owner, owned, source = one_line(step.owner), one_line(step.owned), one_line(step.source)
    if is_tie:
        return f"{owned} is tied to {owner} ({without_list_ids(source)})"
    share = "a share that is not told" if step.share is None else _percent(float(step.share))
    return f"{owner} holds {share} of {owned} ({without_list_ids(source)})"


def _percent(share: float) -> str:
    return f"{share * 100:.4g} percent"


def _said(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Give what the story says of a party, each thing once however it is spelt."""
    words = [_fact_words(fact) for fact in facts]
    return tuple({fold(said): said for said in reversed(words)}.values())[::-1]


def _fact_words(fact: Fact) -> str:
    value = one_line(fact.value)
    match fact.kind:
        case "age":
            return f"aged {value}"
        case "birth_date":
            return f"born {date_words(value)}"
        case "country":
            return country_words(value)
        case "identifier":
            kind, _, number = value.partition(":")
            return number_words(kind, number) if number else value
        case "employer":
            return f"of {value}"
        case "alias":
            return f"also “{value}”"
        case "position" | "gender" | "place":
            return value
