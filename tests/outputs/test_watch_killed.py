"""`nongrata watch` itself, killed while it asks, reads, keeps and tells: nothing is lost and nothing is there twice."""

from __future__ import annotations

import random
from pathlib import Path

from bench.desk.watch_kills import killed_until_through


def test_a_watch_that_is_killed_keeps_every_story_once_and_tells_every_alert(tmp_path: Path) -> None:
    left = killed_until_through(tmp_path, kills=3, chance=random.Random(7))

    assert left.kills > 0
    assert left.stories == left.wanted_stories
    assert len(left.alerts) == len(left.wanted_stories), "one of each: Putin acts in every story"
    assert set(left.told) == set(left.alerts)
