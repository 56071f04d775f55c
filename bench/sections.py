"""What can be measured, by name: each section is measured alone and has its part of RESULTS.md and its own floors."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bench.quality import Score

# Its head, and what measures it ("module:function", from the shared folder to a Section), in the order of the page.
SECTIONS: Mapping[str, tuple[str, str]] = {
    "stories": ("Stories", "bench.reading.stories:measure"),
    "events": ("Events, speakers and claims", "bench.events.section:measure"),
    "lists": ("Official lists", "bench.lists.official:section"),
    "screening": ("Screening", "bench.screening.section:section"),
    "unseen": ("Screening on rows of our own", "bench.screening.unseen:section"),
    "ownership": ("Ownership", "bench.ownership.section:section"),
    "search": ("Search over all lists", "bench.search.all_lists:section"),
    "scale": ("Lists far larger", "bench.search.scale:section"),
    "shards": ("An index in shards, on Spark", "bench.search.shards:section"),
    "exports": ("Exports of FollowTheMoney", "bench.search.exports:section"),
    "pages": ("Text of pages", "bench.articles.pages:section"),
    "hostile": ("The worst inputs", "bench.hostile.worst:section"),
    "furniture": ("Furniture and stories", "bench.articles.furniture:section"),
    "dates": ("Publication dates", "bench.articles.dates:section"),
    "serving": ("The server under load", "bench.desk.serving:section"),
    "desk": ("Stories across outlets", "bench.desk.section:measure"),
    "store": ("A store of very many dossiers", "bench.store.scale:section"),
    "triage": ("The first look at pages", "bench.triage.first_look:section"),
    "corpus": ("Whole crawls", "bench.corpus.whole:section"),
    "reading": ("Reading", "bench.reading.section:section"),
    "identifiers": ("Identifiers in the text", "bench.reading.identifiers:section"),
}
_INTRODUCTION = (
    "# Results",
    "",
    "Written by `make bench`, a section at a time; README.md beside this page says what is measured.",
)
_HEAD = re.compile(r"^## ", re.M)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What was measured: lines of Markdown (heads: ### and lower), and the scores that have floors."""

    digest: str  # of the data it was measured on, in words
    page: Sequence[str]
    scores: Sequence[Score] = ()
    beside: Mapping[str, str] = field(default_factory=dict)  # files to write beside the page: plots

    def as_markdown(self, name: str, *, now: datetime) -> str:
        """Give the section's part of the page, with its date and its data's digest."""
        title, _where = SECTIONS[name]
        told = f"Measured on {now:%-d %B %Y} by `python -m bench {name}`. Data: {self.digest}."
        return "\n".join([f"## {title}", "", told, "", *self.page]).rstrip() + "\n"


def with_section(page: str, part: str) -> str:
    """Give the page with this part in the place of its older self, in the order of the table above.

    >>> page = with_section("", "## Screening\\n\\nnew\\n")
    >>> page = with_section(page, "## Stories\\n\\nfirst\\n")
    >>> [line for line in with_section(page, "## Screening\\n\\nnewer\\n").splitlines() if line][2:]
    ['## Stories', 'first', '## Screening', 'newer']
    """
    kept = {each.partition("\n")[0]: f"## {each.rstrip()}\n" for each in _HEAD.split(page)[1:]}
    kept[part.partition("\n")[0].removeprefix("## ")] = part
    order = {title: number for number, (title, _where) in enumerate(SECTIONS.values())}
    parts = sorted(kept, key=lambda title: order.get(title, len(order)))
    return "\n".join(["\n".join(_INTRODUCTION) + "\n", *(kept[title] for title in parts)])
