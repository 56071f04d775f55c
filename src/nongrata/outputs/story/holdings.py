"""Through whom a party is exposed: each way down from a listed owner, and what the regimes make of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nongrata.outputs.regimes import without_list_ids
from nongrata.outputs.words import RESULTS, and_words, one_line
from nongrata.ownership import Exposure, Step
from nongrata.ownership.exposed import TIE_RULE

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
class HoldingRow:
    """One way down from a listed owner, and each regime's answer."""

    path: tuple[str, ...]
    answers: tuple[str, ...]


def holding_rows(exposures: Iterable[Exposure]) -> tuple[HoldingRow, ...]:
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
