"""Probabilities held against what came true."""

from __future__ import annotations

import random
from math import exp
from xml.etree import ElementTree

from bench.calibration.fit import fit, held_out
from bench.calibration.outcomes import Bin, Point, bins_of, expected_error
from bench.calibration.plot import as_svg


def drawn(slope: float, middle: float, pairs: int = 4_000) -> list[Point]:
    """Pairs whose outcomes follow this logistic of the score, told so."""
    rng = random.Random(1)
    scores = [rng.random() for _ in range(pairs)]
    told = [1.0 / (1.0 + exp(-slope * (score - middle))) for score in scores]
    return [
        Point(
            score=score,
            probability=chance,
            verdict="possible",
            kind="person",
            source="drawn",
            same=rng.random() < chance,
        )
        for score, chance in zip(scores, told, strict=True)
    ]


def test_a_fit_finds_the_logistic_that_the_outcomes_were_drawn_from() -> None:
    slope, step, _top, offset = fit(drawn(12.0, 0.7))
    assert abs(slope - 12.0) < 1.5
    assert step < 0.5
    assert abs(-offset / slope - 0.7) < 0.03


def test_probabilities_that_come_true_have_next_to_no_error() -> None:
    points = drawn(12.0, 0.7)
    assert expected_error(bins_of((point.probability, point.same) for point in points)) < 0.02
    assert expected_error(bins_of(held_out(points))) < 0.02


def test_too_sure_a_matcher_has_an_error() -> None:
    assert expected_error(bins_of((0.99, point.same) for point in drawn(12.0, 0.7))) > 0.5


def test_the_plot_is_one_picture_that_reaches_for_nothing_else() -> None:
    plot = as_svg({"person": [Bin(pairs=9, told=0.2, came_true=0.3)], "body": [Bin(pairs=1, told=1.0, came_true=1.0)]})
    assert ElementTree.fromstring(plot).tag.endswith("svg")
    assert "href" not in plot
