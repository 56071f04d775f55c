"""The stories that ship with the package, so that the first command has something to read; `nongrata demo`.

All three are made up: the people and companies that are on lists are real, what happens in the stories is not.
"""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import NamedTuple

from nongrata.outputs.aside import progress
from nongrata.outputs.story.read import add_reading_options, open_for, request_of
from nongrata.outputs.story.show import show
from nongrata.outputs.verbs import add_verb
from nongrata.settings import Settings
from nongrata.sources import Capture

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


def add_demo_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `demo`."""
    parser = add_verb(commands, "demo", "read a story that ships with the package")
    parser.add_argument(
        "story", nargs="?", choices=sorted(DEMO_STORIES), default="kim", help="which one (default: kim)"
    )
    add_reading_options(parser)
    parser.set_defaults(run=_demo)


def _demo(args: argparse.Namespace, settings: Settings) -> int:
    request = request_of(args, sources=())
    text, published = demo_story(args.story)
    capture = Capture(
        uri=f"demo:{args.story}",
        body=text.encode(),
        media_type="text/plain",
        charset="utf-8",
        fetched_at=datetime.now(UTC),
    )
    with progress(f"reading the demo story {args.story!r}"):
        desk = open_for(request, settings)
        found = desk.read_capture(capture, published=published, as_of=request.as_of)
    return show((found,), request.shape)
