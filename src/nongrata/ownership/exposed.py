"""How somebody who was named is exposed through owners: by lists and registers, by a story's words alone, by ties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from nongrata.ownership.around import Around, around
from nongrata.ownership.holder import Holder
from nongrata.ownership.holdings import Register
from nongrata.ownership.law.us import us_ofac
from nongrata.ownership.ledger import Ledger
from nongrata.ownership.own import Owned, Regime, reckoned
from nongrata.ownership.reckoning.answer import Answer
from nongrata.ownership.reckoning.paths import Link
from nongrata.ownership.record import Basis, Exposure, ExposureKind, Result, Step
from nongrata.ownership.resolve import Listed
from nongrata.ownership.stakes import Stake

STORY = "the story: "  # begins the source of a stake that only a story tells
MOST_PATHS = 6  # of one regime
_REGIMES = {"us_ofac": "us", "us_ssi": "us", "us_ssi_4": "us", "us_capta_2": "us", "eu_2024": "eu"}
_CAUGHT: frozenset[str] = frozenset({"blocked", "control"})
TIE_RULE = "a tie to a listed party, which owns nothing by itself"


def exposures_of(
    party: Holder,
    listed: Sequence[Listed],
    ledger: Ledger,
    *,
    story: Register | None = None,
    as_of: date | None = None,
) -> tuple[Exposure, ...]:
    """Give each regime's answer on a party: `listed` is whom it was found to be; `story` the stakes a story tells.

    What lists and registers settle comes first; what only the story's words add is "unknown", and never more.
    """
    ledger.resolver.tell(party, tuple(listed))
    holdings = [*ledger.holdings, *([story] if story is not None else [])]
    keys = [key for each in listed if each.verdict == "match" for key in each.keys]
    found = around(party, holdings, ledger.resolver, also=keys, below=False)
    if not found.stakes:
        return ()
    told = [stake for stake in found.stakes if not stake.source.startswith(STORY)]
    by_registers = _reckoned(replace(found, stakes=tuple(told)), ledger, as_of)
    settled = [exposure for regime in by_registers.regimes for exposure in _of_regime(regime, "register")]
    is_settled = {exposure.regime for exposure in settled if exposure.result in _CAUGHT}
    by_words: list[Exposure] = []
    if len(told) < len(found.stakes):
        answers = (_of_regime(each, "story") for each in _reckoned(found, ledger, as_of).regimes)
        by_words = [each for of_one in answers for each in of_one if each.regime not in is_settled]
    rest = [each for each in settled if not any(_is_further(other, each) for other in by_words)]
    return (*_gravest([*rest, *by_words]), *_ties(by_registers, found))


def _gravest(found: Sequence[Exposure]) -> list[Exposure]:
    """Give the answers without the United States' sectoral ones on a path that blocks property already."""
    blocking = [each.path for each in found if each.rule == us_ofac().name and each.result != "not blocked"]
    return [each for each in found if each.regime != "us" or each.rule == us_ofac().name or each.path not in blocking]


def _reckoned(found: Around, ledger: Ledger, as_of: date | None) -> Owned:
    return reckoned(found, ledger.index.versions, as_of=as_of)


def _is_further(words: Exposure, settled: Exposure) -> bool:
    """Say that a story's words tell again, or more than, what registers leave open."""
    return words.regime == settled.regime and settled.result not in _CAUGHT and words.path == settled.path


def _of_regime(regime: Regime, basis: Basis) -> Iterator[Exposure]:
    """Give an exposure for each path that counts; of what a story tells, only where its words matter."""
    answer = regime.answer
    if answer.listed or regime.seat.id == "eu_2024":
        return
    for path in answer.paths[:MOST_PATHS]:
        steps = tuple(_step(link) for link in path.links)
        is_told = any(step.source.startswith(STORY) for step in steps)
        if is_told != (basis == "story"):
            continue
        is_caught = answer.verdict in _CAUGHT
        result = "unknown" if is_caught and basis == "story" else _RESULTS.get(answer.verdict, "unknown")
        yield Exposure(
            regime=_REGIMES.get(regime.seat.regime, regime.seat.regime),
            rule=answer.rule,
            result=result,
            share=_share(answer),
            path=steps,
            basis="link" if result == "not blocked" else basis,
            says=answer.says,
        )


_RESULTS: dict[str, Result] = {"blocked": "blocked", "control": "control", "not blocked": "not blocked"}


def _share(answer: Answer) -> Fraction | None:
    return None if isinstance(answer.sum, tuple) else answer.sum / 100


def _step(link: Link) -> Step:
    words = "; ".join(link.sources)
    kind = {"control": "controls", "votes": "votes", "joint": "held jointly"}.get(link.kind, "")
    if not words.startswith(STORY):
        words = ", ".join(filter(None, (words, kind)))
    share = link.low / 100 if link.low is not None and link.low == link.high else None
    return Step(owner=link.owner, owned=link.owned, share=share, source=words)


def _ties(owned: Owned, found: Around) -> Iterator[Exposure]:
    """Give the ties to listed parties that own nothing: one for each regime that lists the other end."""
    seen: set[tuple[str, str]] = set()
    for stake in found.stakes:
        if stake.kind in ("shares", "votes", "parent", "control") or stake.source.startswith(STORY):
            continue
        if owned.label not in (stake.owner, stake.owned):
            continue
        other = stake.owner if stake.owned == owned.label else stake.owned
        for regime in owned.regimes:
            name = _REGIMES.get(regime.seat.regime, regime.seat.regime)
            is_listed = owned.answers[regime.seat.id].lists(other)
            if is_listed and not regime.answer.listed and (name, other) not in seen:
                seen.add((name, other))
                yield _tie(name, stake)


def _tie(regime: str, stake: Stake) -> Exposure:
    step = Step(owner=stake.owner, owned=stake.owned, share=None, source=stake.source)
    return Exposure(regime=regime, rule=TIE_RULE, result="not blocked", share=None, path=(step,), basis="link")


def worth_telling(exposures: Iterable[Exposure], *, is_listed: bool) -> tuple[Exposure, ...]:
    """Give what is shown of a party: of one that is listed itself, only by whose law it is caught beyond that."""
    return tuple(each for each in exposures if not is_listed or (each.basis == "register" and each.result in _CAUGHT))


def kind_of(exposures: Sequence[Exposure], *, is_listed: bool, may_be_listed: bool) -> ExposureKind:
    """Give the one word for a party: listed, owned by what registers tell, linked, possible, or none."""
    if is_listed:
        return "listed"
    if any(each.basis == "register" and each.result in _CAUGHT for each in exposures):
        return "owned"
    if any(each.basis == "link" for each in exposures):
        return "linked"
    return "possible" if may_be_listed or any(each.result == "unknown" for each in exposures) else "none"
