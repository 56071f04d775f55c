"""Stories across outlets: python -m bench desk

Near-copies among agency copy altered as papers do; and articles on the same event, in ECB+'s even topics.
"""

from __future__ import annotations

from pathlib import Path

from bench.desk_copies import measure_copies
from bench.desk_topics import measure_topics
from bench.sections import Section


def measure(shared: Path) -> Section:
    """Measure both."""
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
        ],
        scores=(copies_score, topics_score),
    )
