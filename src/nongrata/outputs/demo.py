"""The stories that ship with the package, so that the first command has something to read.

All three are made up: the people and companies that are on lists are real, what happens in the stories is not.
"""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import NamedTuple

DEMO_STORIES = {  # name, and the day on which the story is set
    "kim": date(2023, 10, 19),
    "tanker": date(2024, 3, 12),
    "harmless": date(2024, 6, 14),
}


class DemoStory(NamedTuple):
    """A story's text and the day it was published."""

    text: str
    published: date


def demo_story(name: str) -> DemoStory:
    """Give the story of that name, one of `DEMO_STORIES`.

    >>> demo_story("kim").text.splitlines()[0]
    'Kim tours blacklisted warplane works on the Amur'
    """
    text = files("nongrata.outputs").joinpath("demo", f"{name}.txt").read_text("utf-8")
    return DemoStory(text=text, published=DEMO_STORIES[name])
