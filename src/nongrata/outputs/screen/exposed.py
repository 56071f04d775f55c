"""How a row is exposed through owners: what lists and registers say of the party that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from nongrata.desk import Desk
from nongrata.outputs.regimes import without_list_ids
from nongrata.outputs.words import and_words, one_line
from nongrata.ownership import Exposure, ExposureKind
from nongrata.ownership.exposed import TIE_RULE, exposures_of, kind_of, worth_telling
from nongrata.ownership.holder import Holder
from nongrata.ownership.resolve import Listed, listed_of
from nongrata.rows import Row
from nongrata.screening.hits import Hit
from nongrata.screening.record import Verdict

_NUMBERS = ("leiCode", "innCode", "ogrnCode", "registrationNumber", "imoNumber", "taxNumber")
_LISTS = {"us": ("us_ofac_sdn", "us_ofac_cons"), "eu": ("eu_fsf",), "uk": ("uk_fcdo",), "ch": ("ch_seco",)}
_LISTS |= {"au": ("au_dfat",), "ca": ("ca_sema",)}
_SHOWN = 4  # steps of a path in one line


def exposures_of_row(
    desk: Desk, row: Row, hits: Sequence[Hit], *, as_of: date | None, only: frozenset[str]
) -> tuple[Exposure, ...]:
    """Give each regime's answer on the party of a row; nobody owns a person. With `only`, of these lists' regimes."""
    listed = tuple(one for hit in hits if (one := _listed(hit)) is not None)
    schema = row.schema or next((each.schema for each in listed if each.verdict == "match"), None)
    if schema == "Person":
        return ()
    found = exposures_of(_holder(row), listed, desk.ledger.of_story(), as_of=as_of)
    return tuple(each for each in found if not only or only & {*_LISTS.get(each.regime, ())})


def _listed(hit: Hit) -> Listed | None:
    verdict: Verdict = hit.verdict
    if verdict == "rejected":
        return None
    return listed_of(hit.party, verdict, hit.score, tuple(reason.says for reason in hit.reasons))


def _holder(row: Row) -> Holder:
    told = row.properties
    return Holder(
        id=row.name,
        names=row.names,
        schema=row.schema,
        countries=tuple(code.lower() for code in (*told.get("country", ()), *told.get("jurisdiction", ()))),
        numbers=tuple((kind, value) for kind in _NUMBERS for value in told.get(kind, ())),
    )


def shown_exposures(exposures: Iterable[Exposure], *, is_listed: bool) -> tuple[Exposure, ...]:
    """Give what is shown of a row: of one that is listed itself, only by whose law it is caught beyond that."""
    return worth_telling(exposures, is_listed=is_listed)


def exposure_word(exposures: Sequence[Exposure], *, is_listed: bool, may_be_listed: bool) -> ExposureKind:
    """Give the one word for a row."""
    return kind_of(exposures, is_listed=is_listed, may_be_listed=may_be_listed)


def exposure_lines(exposures: Iterable[Exposure]) -> list[str]:
    """Give each way down once, with the regimes that say the same of it.

    >>> from nongrata.ownership import Step
    >>> step = Step(owner="Rosneft", owned="Hafen AG", share=None, source="stakes.csv")
    >>> exposure_lines([Exposure(regime="us", rule="OFAC 50 percent rule", result="unknown", share=None, path=(step,))])
    ['US: cannot be told, for shares are not known: Rosneft › Hafen AG (OFAC 50 percent rule; stakes.csv)']
    """
    found: dict[tuple[str, str, str], list[str]] = {}
    for each in exposures:
        sources = "; ".join(dict.fromkeys(without_list_ids(one_line(step.source)) for step in each.path if step.source))
        key = (_result(each), _way(each), f"{each.rule}; {sources}" if each.rule != TIE_RULE else sources)
        found.setdefault(key, []).append(each.regime.upper())
    return [
        f"{and_words(list(dict.fromkeys(regimes)))}: {result}: {way} ({behind})"
        for (result, way, behind), regimes in found.items()
    ]


def _result(exposure: Exposure) -> str:
    if exposure.rule == TIE_RULE:
        return "linked, which owns nothing by itself"
    if exposure.result == "unknown":
        return "cannot be told, for shares are not known"
    share = "" if exposure.share is None else f", {float(exposure.share) * 100:.4g} % in all"
    return {"blocked": "blocked", "control": "under control"}.get(exposure.result, exposure.result) + share


def _way(exposure: Exposure) -> str:
    steps = exposure.path if len(exposure.path) <= _SHOWN else (*exposure.path[:2], *exposure.path[-2:])
    words = one_line(steps[0].owner)
    for step in steps:
        share = "" if step.share is None else f" › {float(step.share) * 100:.4g} %"
        words += f"{share} › {one_line(step.owned)}"
    return words
