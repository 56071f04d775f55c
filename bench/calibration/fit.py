"""Fit the map from score to probability: python -m bench.calibration.fit SHARED

Prints the four numbers of each kind that screening/entities/calibrate.py holds, with the log loss and the calibration
error on pairs left out of the fit. The pairs are those of the calibration plot (outcomes.py).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.calibration.outcomes import Point, bins_of, collect, expected_error, surprise
from bench.lists.official import FILES
from nongrata.lists import read_lists
from nongrata.screening.entities.calibrate import CALLED, NEARLY_ALL

FOLDS = 5
LEAST_SLOPE = 2.0
Numbers = NDArray[np.float64]


def main() -> int:
    """Print what was fitted."""
    parser = argparse.ArgumentParser(prog="bench.calibration.fit", description=__doc__)
    parser.add_argument("shared", type=Path)
    args = parser.parse_args()
    points = collect(
        args.shared / "data" / "cases", read_lists([args.shared / "data" / "lists" / name for name in FILES])
    )
    for kind in ("person", "body"):
        mine = [point for point in points if point.kind == kind]
        told = held_out(mine)
        slope, step, top, offset = fit(mine)
        print(
            f'"{kind}": ({slope:.2f}, {step:.2f}, {top:.2f}, {offset:.2f}),  # {len(mine):,} pairs; held out: ', end=""
        )
        print(f"log loss {surprise(told):.3f}, calibration error {expected_error(bins_of(told)):.3f}")
    return 0


def held_out(points: Sequence[Point]) -> list[tuple[float, bool]]:
    """Give each pair's probability by a fit on the other folds, and whether it is one party."""
    mixed = random.Random(0).sample(points, len(points))
    return [pair for fold in range(FOLDS) for pair in _held_out(mixed, fold)]


def fit(points: Sequence[Point]) -> Numbers:
    """Give slope, step, top and offset that make these outcomes likeliest; the first three never fall.

    The slope is at least LEAST_SLOPE: names that have nothing in common are not as likely as those that have something.
    """
    features, same = _features(points), np.array([float(point.same) for point in points])
    numbers = _newton(features, same, np.zeros(len(points)))
    if numbers[0] < LEAST_SLOPE:
        numbers = np.array([LEAST_SLOPE, *_newton(features[:, 1:], same, LEAST_SLOPE * features[:, 0])])
    return np.array([*np.maximum(0.0, numbers[:-1]), numbers[-1]])


def _newton(features: Numbers, same: Numbers, beside: Numbers, *, rounds: int = 60) -> Numbers:
    """Give what to weigh the features by, beside what is told already, by Newton's method."""
    numbers: Numbers = np.zeros(features.shape[1])
    for _ in range(rounds):
        probability = 1.0 / (1.0 + np.exp(-np.clip(features @ numbers + beside, -30, 30)))
        spread = np.maximum(probability * (1 - probability), 1e-6)
        pull = features.T @ (probability - same) + 0.001 * numbers
        numbers = numbers - np.linalg.solve(
            (features * spread[:, None]).T @ features + 0.001 * np.eye(len(numbers)), pull
        )
    return numbers


def _held_out(points: Sequence[Point], fold: int) -> list[tuple[float, bool]]:
    numbers = fit([point for i, point in enumerate(points) if i % FOLDS != fold])
    rest = points[fold::FOLDS]
    return [(float(told), point.same) for told, point in zip(_logistic(_features(rest), numbers), rest, strict=True)]


def _features(points: Sequence[Point]) -> Numbers:
    scores = np.array([point.score for point in points])
    step = np.clip((scores - CALLED[0]) / (CALLED[1] - CALLED[0]), 0.0, 1.0)
    top = np.maximum(0.0, scores - NEARLY_ALL) / (1 - NEARLY_ALL)
    return np.column_stack((scores, step, top, np.ones_like(scores)))


def _logistic(told: Numbers, numbers: Numbers) -> Numbers:
    result: Numbers = 1.0 / (1.0 + np.exp(-np.clip(told @ numbers, -30, 30)))
    return result


if __name__ == "__main__":
    raise SystemExit(main())
