"""The quality that must not fall: compare measures with the floors that the repository pins."""

from __future__ import annotations

from collections.abc import Mapping

Measures = Mapping[str, float]

# Of these, less is better.
FAULTS = frozenset(
    {
        "unlisted parties wrongly matched",
        "doubtful events given as asserted",
        "evasion false alarms",
        "evasion by the index: false alarms",
        "evasion anew by the index: false alarms",
        "ordinary names (census) wrongly found, per cent",
        "ordinary names (world) wrongly found, per cent",
        "expected calibration error",
        "false events per true one",
        "numbers with a wrong digit taken",
    }
)

# Below this a difference is one label in a hundred, not a change of quality.
SLACK = 0.01


def gated(measures: Measures) -> dict[str, float]:
    """Give the measures that floors are held against: an F1 stands for its precision and recall.

    >>> gated({"times F1": 0.9, "times precision": 1.0, "times recall": 0.8, "stories read": 1.0})
    {'times F1': 0.9, 'stories read': 1.0}
    """
    bases = [name.removesuffix("F1") for name in measures if name.endswith(" F1")]
    halves = [base + half for base in bases for half in ("precision", "recall")]
    return {name: value for name, value in measures.items() if not name.startswith(tuple(halves))}


def falls(measured: Measures, floors: Measures) -> list[str]:
    """Say which measures are worse than their floor, in a line each; a measure that is gone has fallen too.

    >>> falls({"times F1": 0.8, "events F1": 0.5}, {"times F1": 0.8, "events F1": 0.6})
    ['events F1: 0.5, the floor is 0.6']
    >>> falls({"unlisted parties wrongly matched": 0.2}, {"unlisted parties wrongly matched": 0.0})
    ['unlisted parties wrongly matched: 0.2, the floor is 0.0']
    """
    found = []
    for name, floor in floors.items():
        value = measured.get(name)
        if value is None or _worse(name, value, floor):
            found.append(f"{name}: {value}, the floor is {floor}")
    return found


def raised(measured: Measures, floors: Measures) -> dict[str, float]:
    """Give the floors with each measure that got better put at its new value.

    >>> raised({"times F1": 0.9, "events F1": 0.5}, {"times F1": 0.8, "events F1": 0.6})
    {'times F1': 0.9, 'events F1': 0.6}
    """
    return {
        name: floors[name] if name in floors and not _worse(name, floors[name], value) else value
        for name, value in gated(measured).items()
    }


def _worse(name: str, value: float, than: float) -> bool:
    return value > than + SLACK if name in FAULTS else value < than - SLACK
