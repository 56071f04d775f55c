"""The verb table as the package reads it."""

from __future__ import annotations

from typing import get_args

from nongrata.events.acts.gates import GATES
from nongrata.events.record import Status
from nongrata.events.sentence.frames import load_verbs


def test_the_frame_that_asks_for_more_is_tried_first() -> None:
    for rows in load_verbs().verbs.values():
        demands = [frame.demands + 2 * bool(particle) for particle, frame in rows]
        assert demands == sorted(demands, reverse=True)


def test_every_flag_of_the_table_is_one_that_the_code_knows() -> None:
    known = {
        *GATES,
        "place",
        "person",
        "xcomp",
        "legal",
        "targetless",
        "not",
        "will-not",
        "due",
        "verdict",
        "background",
        "nothat",
        "deed",
        "refusing",
        "alone",
    }
    flags = {flag for rows in load_verbs().verbs.values() for _, frame in rows for flag in frame.flags}

    assert flags <= known


def test_what_a_verb_makes_of_a_clause_is_a_status_or_a_step_to_one() -> None:
    steps = {*get_args(Status), "said", "attempted", "plotted", "decided", "decreed"}

    assert {kind for kinds in load_verbs().embeddings.values() for kind in kinds} <= steps
    assert {kind for words in load_verbs().clues.values() for kind in words.values()} <= steps
