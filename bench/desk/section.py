"""Stories across outlets, and a watch that is killed: python -m bench desk

Near-copies among agency copy altered as papers do; articles on the same event, in ECB+'s even topics; kill -9.
"""

from __future__ import annotations

from pathlib import Path

from bench.desk.copies import measure_copies
from bench.desk.kills import SEED, STORIES, Survived, measure_kills
from bench.desk.topics import measure_topics
from bench.desk.watch_kills import TOWNS, measure_command_kills
from bench.quality import Score
from bench.sections import Section

KILLS = 100


def measure(shared: Path) -> Section:
    """Measure both."""
    survived = measure_kills(KILLS)
    killed, kept, wanted, told, raised = measure_command_kills(KILLS)
    copies, copies_score = measure_copies(shared)
    topics, topics_score = measure_topics(shared)
    return Section(
        digest=f"near-copies {copies_score.digest}, ECB+ {topics_score.digest}",
        page=[
            "**Near-copies.** News stories and press releases, each as six papers print it: whole, cut short under",
            "another headline, in British spelling, with a paragraph of another story in it, with furniture, and all",
            "of these at once. Every pair of versions counts. The releases share pages of law: they are no copies.",
            "",
            "| of all pairs | precision | recall |",
            "|---|---|---|",
            *copies,
            "",
            "**The same event in other words.** ECB+'s even topics: two events of one kind in each. Every pair of",
            "articles counts.",
            "",
            "| | F1 |",
            "|---|---|",
            *topics,
            "",
            f"**Killed.** A watch killed (`kill -9`) at {survived.kills} points drawn by chance, and started again:",
            f"{survived.stories} stories kept of {survived.wanted}, {survived.alerts} alerts told of"
            f" {survived.wanted_alerts}, {survived.told_twice} told twice.",
            f"The command itself, begun anew each time and killed at {killed} points: {kept} stories kept once of",
            f"{wanted}, {told} alerts told of {raised}.",
        ],
        scores=(copies_score, topics_score, _kills_score(survived), _command_score(kept / wanted, told / raised)),
    )


def _kills_score(survived: Survived) -> Score:
    """Give the shares of the stories and the alerts that are there once; more than one would be doubles."""
    measures = {
        "stories_once": survived.stories / survived.wanted,
        "alerts_once": survived.alerts / survived.wanted_alerts,
    }
    return Score(name="a watch killed", digest=f"seed {SEED}, {STORIES} stories", measures=measures)


def _command_score(stories: float, alerts: float) -> Score:
    measures = {"stories_once": stories, "alerts_told": alerts}
    return Score(name="the watch command killed", digest=f"seed 13, {len(TOWNS)} stories", measures=measures)
